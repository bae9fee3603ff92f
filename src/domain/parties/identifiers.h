#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vierkant::parties {

/// A number that a register gave to a party, checked and in its canonical spelling. `Kind` says how it is read:
/// `canonical(text)` gives the spelling to keep, or nothing where the text is no such number; `wrong()` the refusal.
template <class Kind>
class Identifier {
public:
    static Result<Identifier> parse(std::string_view text)
    {
        auto canonical = Kind::canonical(text);
        if (!canonical) return bad_input(Kind::wrong(), {{"value", std::string{text}}});
        return Identifier{std::move(*canonical)};
    }
    [[nodiscard]] const std::string& text() const { return text_; }
    friend auto operator<=>(const Identifier&, const Identifier&) = default;

private:
    explicit Identifier(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

/// Trade register number (KvK-nummer): eight digits, leading zeros count; it has no check digit.
struct KvkKind {
    static std::optional<std::string> canonical(std::string_view text);
    static const Text& wrong();
};
/// Establishment number (vestigingsnummer): twelve digits.
struct EstablishmentKind {
    static std::optional<std::string> canonical(std::string_view text);
    static const Text& wrong();
};
/// RSIN: nine digits that pass the 11-test.
struct RsinKind {
    static std::optional<std::string> canonical(std::string_view text);
    static const Text& wrong();
};
/// VAT id (btw-id): NL, nine digits, B, two digits; the nine are an RSIN, or the whole passes mod 97 (sole traders
/// since 2020).
struct VatIdKind {
    static std::optional<std::string> canonical(std::string_view text);
    static const Text& wrong();
};
/// IBAN (ISO 13616): mod 97; a Dutch one has 18 characters. Kept without spaces, in capitals.
struct IbanKind {
    static std::optional<std::string> canonical(std::string_view text);
    static const Text& wrong();
};
/// BIC (ISO 9362): four letters or digits, a country, two and perhaps three more.
struct BicKind {
    static std::optional<std::string> canonical(std::string_view text);
    static const Text& wrong();
};
/// LEI (ISO 17442): twenty characters, mod 97.
struct LeiKind {
    static std::optional<std::string> canonical(std::string_view text);
    static const Text& wrong();
};
/// Structured payment reference (ISO 11649): RF, two check digits, up to 21 characters.
struct CreditorReferenceKind {
    static std::optional<std::string> canonical(std::string_view text);
    static const Text& wrong();
};
/// Dutch postcode; kept as "7811AB".
struct PostcodeKind {
    static std::optional<std::string> canonical(std::string_view text);
    static const Text& wrong();
};
/// Municipality code of CBS: "GM0114".
struct MunicipalityKind {
    static std::optional<std::string> canonical(std::string_view text);
    static const Text& wrong();
};

using KvkNumber = Identifier<KvkKind>;
using EstablishmentNumber = Identifier<EstablishmentKind>;
using Rsin = Identifier<RsinKind>;
using VatId = Identifier<VatIdKind>;
using Iban = Identifier<IbanKind>;
using Bic = Identifier<BicKind>;
using Lei = Identifier<LeiKind>;
using CreditorReference = Identifier<CreditorReferenceKind>;
using Postcode = Identifier<PostcodeKind>;
using MunicipalityCode = Identifier<MunicipalityKind>;

}  // namespace vierkant::parties
