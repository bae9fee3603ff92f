#include "cli/bank_text.h"

#include "domain/banking/payment_reference.h"
#include "usecases/bank_messages.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace vierkant::cli {

namespace {

using Json = nlohmann::ordered_json;
using storage::MatchKind;

struct Words {
    Language language;
    [[nodiscard]] std::string operator()(std::string_view nl, std::string_view en) const
    {
        return std::string{language == Language::nl ? nl : en};
    }
    [[nodiscard]] std::string operator()(Money amount) const
    {
        return language == Language::nl ? dutch(amount) : english(amount);
    }
    [[nodiscard]] std::string operator()(Date day) const
    {
        return language == Language::nl ? dutch(day) : to_text(day);
    }
    [[nodiscard]] std::string operator()(const Text& text) const { return say(text, {}, language); }
};

std::string kind_in_words(MatchKind kind, const Words& word)
{
    switch (kind) {
        case MatchKind::suspense:
            return word("vraagpost", "suspense");
        case MatchKind::loan:
            return word("lening", "loan");
        case MatchKind::grant:
            return word("subsidie", "grant");
        case MatchKind::transit:
            return word("betaling", "transfer");
        case MatchKind::contribution:
            return word("storting", "contribution");
        case MatchKind::return_of:
            return word("draait terug", "undoes");
        case MatchKind::returned:
            return word("teruggedraaid door", "undone by");
        case MatchKind::ignored:
            break;
    }
    return word("genegeerd", "ignored");
}

/// A stored reason: ours in the reader's language, an officer's as it was written.
std::string reason_in_words(const std::string& reason, const Words& word)
{
    const auto* text = usecases::reason_text(reason);
    return text == nullptr ? reason : word(*text);
}

/// UTF-8: letters, not bytes, so that columns stay straight.
std::string padded(const std::string& text, std::size_t width)
{
    std::string cut;
    std::size_t letters = 0;
    for (const char c : text) {
        const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (begins && letters == width) break;
        letters += begins ? 1 : 0;
        cut += c;
    }
    return cut + std::string(width - letters, ' ');
}

std::string line_in_words(const storage::KeptLine& kept, const Words& word)
{
    const auto& line = kept.line;
    return fmt::format("{}  {}  {:>16}  {}  {}", storage::number_of(kept.id), word(line.value), word(line.amount),
                       padded(line.counterparty_account, 18), padded(line.counterparty, 24));
}

Json line_as_json(const storage::ListedLine& listed, const Words& word)
{
    const auto& line = listed.kept.line;
    return Json{{"line", storage::number_of(listed.kept.id)},
                {"fund", listed.fund},
                {"booked", to_text(line.booked)},
                {"value_date", to_text(line.value)},
                {"amount", to_text(line.amount)},
                {"account", line.counterparty_account},
                {"name", line.counterparty},
                {"reference", line.creditor_reference},
                {"end_to_end_id", line.end_to_end_id},
                {"remittance", line.remittance},
                {"foreign_amount", line.foreign_amount},
                {"kind", storage::name_of(listed.match.match.kind)},
                {"target", listed.target},
                {"reason", reason_in_words(listed.match.match.reason, word)},
                {"actor", listed.match.actor}};
}

std::string statements_text(const usecases::ImportReceipt& receipt, const Words& word)
{
    std::string text;
    for (const auto& each : receipt.statements) {
        text += fmt::format("  {} {} ({}), {} - {}: {} {}, {} -> {}\n", word("afschrift", "statement"), each.statement,
                            each.fund, word(each.opening.on), word(each.closing.on), each.lines,
                            word("regels", "lines"), word(each.opening.amount), word(each.closing.amount));
        if (each.known) {
            text +=
                "    " + word("was al ingelezen; er is niets veranderd", "was imported before; nothing changed") + "\n";
        }
    }
    return text;
}

std::string receipt_text(const usecases::ImportReceipt& receipt, const Words& word)
{
    auto text = receipt.file + "\n" + statements_text(receipt, word);
    const auto count = [&](const std::string& what, const usecases::LinesMatched& matched) {
        if (matched.lines == 0) return;
        text += fmt::format("  {}{:>8}{:>20}\n", padded(what, 40), matched.lines, word(matched.amount));
    };
    count(word("op leningen geboekt", "booked on loans"), receipt.on_loans);
    count(word("terugbetalingen van subsidies", "repayments of grants"), receipt.on_grants);
    count(word("betalingen die onderweg waren", "payments that were on their way"), receipt.on_transfers);
    count(word("stortingen van financiers", "contributions of funders"), receipt.contributions);
    count(word("teruggedraaid", "returns"), receipt.returns);
    count(word("op vraagposten", "in suspense"), receipt.in_suspense);
    for (const auto& line : receipt.suspended) {
        text += fmt::format("    {}  {}  {:>16}  {}", storage::number_of(line.id), word(line.value), word(line.amount),
                            word(*line.reason));
        std::string candidates;
        for (const auto& candidate : line.candidates) candidates += (candidates.empty() ? " [" : ", ") + candidate;
        text += candidates + (candidates.empty() ? "\n" : "]\n");
    }
    for (const auto& notice : receipt.notices) text += "  ! " + notice.in(word.language) + "\n";
    if (receipt.in_suspense.lines > 0) {
        text += "  " + word("Ga verder met: vierkant bank unmatched", "Go on with: vierkant bank unmatched") + "\n";
    }
    return text;
}

Json as_json(const usecases::LinesMatched& matched)
{
    return Json{{"lines", matched.lines}, {"amount", to_text(matched.amount)}};
}

}  // namespace

std::string import_text(const std::vector<usecases::ImportReceipt>& receipts, Language language)
{
    std::string text;
    for (const auto& receipt : receipts) text += receipt_text(receipt, Words{language});
    return text;
}

std::string import_json(const std::vector<usecases::ImportReceipt>& receipts, Language language)
{
    const Words word{language};
    auto files = Json::array();
    for (const auto& receipt : receipts) {
        Json file{{"file", receipt.file},
                  {"changed", receipt.changed()},
                  {"statements", Json::array()},
                  {"on_loans", as_json(receipt.on_loans)},
                  {"on_grants", as_json(receipt.on_grants)},
                  {"on_transfers", as_json(receipt.on_transfers)},
                  {"contributions", as_json(receipt.contributions)},
                  {"returns", as_json(receipt.returns)},
                  {"in_suspense", as_json(receipt.in_suspense)},
                  {"suspended", Json::array()},
                  {"notices", Json::array()}};
        for (const auto& each : receipt.statements) {
            file["statements"].push_back({{"fund", each.fund},
                                          {"statement", each.statement},
                                          {"opening_date", to_text(each.opening.on)},
                                          {"opening", to_text(each.opening.amount)},
                                          {"closing_date", to_text(each.closing.on)},
                                          {"closing", to_text(each.closing.amount)},
                                          {"lines", each.lines},
                                          {"known", each.known}});
        }
        for (const auto& line : receipt.suspended) {
            file["suspended"].push_back({{"line", storage::number_of(line.id)},
                                         {"value_date", to_text(line.value)},
                                         {"amount", to_text(line.amount)},
                                         {"code", line.reason->code},
                                         {"reason", word(*line.reason)},
                                         {"candidates", line.candidates}});
        }
        for (const auto& notice : receipt.notices) {
            file["notices"].push_back({{"code", notice.text->code}, {"text", notice.in(language)}});
        }
        files.push_back(std::move(file));
    }
    return Json{{"files", std::move(files)}}.dump(2) + "\n";
}

std::string unmatched_text(const std::vector<usecases::UnmatchedLine>& lines, Language language)
{
    const Words word{language};
    if (lines.empty()) return word("Er staan geen regels op vraagposten.", "There are no lines in suspense.") + "\n";
    std::string text;
    for (const auto& line : lines) {
        text += line_in_words(line.listed.kept, word) + "\n";
        if (!line.listed.kept.line.remittance.empty()) text += "    \"" + line.listed.kept.line.remittance + "\"\n";
        if (!line.listed.kept.line.foreign_amount.empty()) text += "    " + line.listed.kept.line.foreign_amount + "\n";
        text += "    " + (line.reason != nullptr ? word(*line.reason) : line.listed.match.match.reason) + "\n";
        for (const auto& candidate : line.candidates) text += "      " + candidate.command + "\n";
    }
    return text;
}

std::string unmatched_json(const std::vector<usecases::UnmatchedLine>& lines, Language language)
{
    auto rows = Json::array();
    for (const auto& line : lines) {
        auto row = line_as_json(line.listed, Words{language});
        row["candidates"] = Json::array();
        for (const auto& candidate : line.candidates) {
            row["candidates"].push_back({{"name", candidate.name}, {"command", candidate.command}});
        }
        rows.push_back(std::move(row));
    }
    return Json{{"lines", std::move(rows)}}.dump(2) + "\n";
}

std::string lines_text(const std::vector<storage::ListedLine>& lines, Language language)
{
    const Words word{language};
    std::string text;
    for (const auto& line : lines) {
        const auto& match = line.match.match;
        text += line_in_words(line.kept, word) + "  " + kind_in_words(match.kind, word) +
                (line.target.empty() ? "" : " " + line.target);
        if (match.kind == MatchKind::ignored) text += ": " + match.reason + " (" + line.match.actor + ")";
        text += "\n";
    }
    return text;
}

std::string lines_csv(const std::vector<storage::ListedLine>& lines)
{
    std::string text = "line,fund,booked,value_date,amount,account,kind,target,actor\n";
    for (const auto& line : lines) {
        // None of these can hold a comma or a quote, but for the account and the actor.
        const auto quoted = [](const std::string& value) {
            std::string inside;
            for (const char c : value) inside += c == '"' ? std::string{"\"\""} : std::string{c};
            return value.find_first_of(",\"\n\r") == std::string::npos ? value : "\"" + inside + "\"";
        };
        text += fmt::format("{},{},{},{},{},{},{},{},{}\n", storage::number_of(line.kept.id), line.fund,
                            to_text(line.kept.line.booked), to_text(line.kept.line.value),
                            to_text(line.kept.line.amount), quoted(line.kept.line.counterparty_account),
                            storage::name_of(line.match.match.kind), line.target, quoted(line.match.actor));
    }
    return text;
}

std::string lines_json(const std::vector<storage::ListedLine>& lines, Language language)
{
    auto rows = Json::array();
    for (const auto& line : lines) rows.push_back(line_as_json(line, Words{language}));
    return Json{{"lines", std::move(rows)}}.dump(2) + "\n";
}

std::string match_text(const usecases::MatchReceipt& receipt, Language language)
{
    const Words word{language};
    return fmt::format("{} ({}): {}{}\n", storage::number_of(receipt.line.id), word(receipt.line.line.amount),
                       kind_in_words(receipt.match.kind, word), receipt.target.empty() ? "" : " " + receipt.target);
}

std::string funders_text(const std::vector<usecases::FunderReference>& references)
{
    std::string text;
    for (const auto& each : references) {
        text += fmt::format("{}  {}  {}  {}\n", padded(each.fund, 20), each.iban, padded(each.funder, 20),
                            banking::print_reference(each.reference));
    }
    return text;
}

std::string funders_json(const std::vector<usecases::FunderReference>& references)
{
    auto rows = Json::array();
    for (const auto& each : references) {
        rows.push_back(
            {{"fund", each.fund}, {"iban", each.iban}, {"funder", each.funder}, {"reference", each.reference}});
    }
    return Json{{"funders", std::move(rows)}}.dump(2) + "\n";
}

}  // namespace vierkant::cli
