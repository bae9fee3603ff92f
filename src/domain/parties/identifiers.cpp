#include "domain/parties/identifiers.h"

#include "base/bsn.h"
#include "base/mod_97.h"
#include "domain/parties/messages.h"

#include <algorithm>
#include <cstddef>

namespace vierkant::parties {

namespace {

constexpr std::string_view capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool all_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), is_digit);
}
bool all_capitals(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), is_capital);
}
bool all_alphanumeric(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_capital(c); });
}

/// Without spaces and in capitals: people copy identifiers from letters.
std::string tidy(std::string_view text)
{
    std::string tidied;
    for (const char c : text) {
        if (c == ' ') continue;
        tidied += c >= 'a' && c <= 'z' ? capitals[static_cast<std::size_t>(c - 'a')] : c;
    }
    return tidied;
}

std::optional<std::string> digits_of_length(std::string_view text, std::size_t length)
{
    auto tidied = tidy(text);
    if (tidied.size() != length || !all_digits(tidied)) return std::nullopt;
    return tidied;
}

std::optional<std::string> kept_if(bool right, std::string text)
{
    return right ? std::optional{std::move(text)} : std::nullopt;
}

}  // namespace

std::optional<std::string> KvkKind::canonical(std::string_view text)
{
    return digits_of_length(text, 8);
}
std::optional<std::string> EstablishmentKind::canonical(std::string_view text)
{
    return digits_of_length(text, 12);
}
std::optional<std::string> RsinKind::canonical(std::string_view text)
{
    auto nine = digits_of_length(text, 9);
    return nine && passes_eleven_test(*nine) ? nine : std::nullopt;
}

std::optional<std::string> VatIdKind::canonical(std::string_view text)
{
    auto id = tidy(text);
    std::erase(id, '.');
    const bool formed = id.size() == 14 && id.starts_with("NL") && all_digits(std::string_view{id}.substr(2, 9)) &&
                        id[11] == 'B' && all_digits(std::string_view{id}.substr(12));
    return kept_if(formed && (passes_eleven_test(std::string_view{id}.substr(2, 9)) || mod_97(id) == 1), id);
}

std::optional<std::string> IbanKind::canonical(std::string_view text)
{
    auto iban = tidy(text);
    if (iban.size() < 15 || iban.size() > 34 || !all_alphanumeric(iban)) return std::nullopt;
    const std::string_view parts = iban;
    if (!all_capitals(parts.substr(0, 2)) || !all_digits(parts.substr(2, 2))) return std::nullopt;
    if (iban.starts_with("NL")) {
        const bool dutch = iban.size() == 18 && all_capitals(parts.substr(4, 4)) && all_digits(parts.substr(8));
        if (!dutch) return std::nullopt;
    }
    return kept_if(passes_mod_97_rotated(iban), iban);
}

std::optional<std::string> BicKind::canonical(std::string_view text)
{
    auto bic = tidy(text);
    const bool formed = (bic.size() == 8 || bic.size() == 11) && all_alphanumeric(bic) &&
                        all_capitals(std::string_view{bic}.substr(4, 2));
    return kept_if(formed, bic);
}

std::optional<std::string> LeiKind::canonical(std::string_view text)
{
    auto lei = tidy(text);
    const bool formed = lei.size() == 20 && all_alphanumeric(lei) && all_digits(std::string_view{lei}.substr(18));
    return kept_if(formed && mod_97(lei) == 1, lei);
}

std::optional<std::string> CreditorReferenceKind::canonical(std::string_view text)
{
    auto reference = tidy(text);
    const bool formed = reference.size() >= 5 && reference.size() <= 25 && reference.starts_with("RF") &&
                        all_alphanumeric(reference) && all_digits(std::string_view{reference}.substr(2, 2));
    return kept_if(formed && passes_mod_97_rotated(reference), reference);
}

std::optional<std::string> PostcodeKind::canonical(std::string_view text)
{
    auto postcode = tidy(text);
    const bool formed = postcode.size() == 6 && all_digits(std::string_view{postcode}.substr(0, 4)) &&
                        postcode[0] != '0' && all_capitals(std::string_view{postcode}.substr(4));
    if (!formed) return std::nullopt;
    const auto letters = postcode.substr(4);
    return kept_if(letters != "SA" && letters != "SD" && letters != "SS", postcode);
}

std::optional<std::string> MunicipalityKind::canonical(std::string_view text)
{
    auto code = tidy(text);
    return kept_if(code.size() == 6 && code.starts_with("GM") && all_digits(std::string_view{code}.substr(2)), code);
}

const Text& KvkKind::wrong()
{
    return wrong_kvk;
}
const Text& EstablishmentKind::wrong()
{
    return wrong_establishment;
}
const Text& RsinKind::wrong()
{
    return wrong_rsin;
}
const Text& VatIdKind::wrong()
{
    return wrong_vat_id;
}
const Text& IbanKind::wrong()
{
    return wrong_iban;
}
const Text& BicKind::wrong()
{
    return wrong_bic;
}
const Text& LeiKind::wrong()
{
    return wrong_lei;
}
const Text& CreditorReferenceKind::wrong()
{
    return wrong_creditor_reference;
}
const Text& PostcodeKind::wrong()
{
    return wrong_postcode;
}
const Text& MunicipalityKind::wrong()
{
    return wrong_municipality_code;
}

}  // namespace vierkant::parties
