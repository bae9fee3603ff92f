#include "web/api/bank_json.h"

#include "usecases/bank_messages.h"

namespace vierkant::api {

namespace {

/// A stored reason: ours in the reader's language, an officer's as it was written.
std::string reason_in(const std::string& reason, Language language)
{
    const auto* const text = usecases::reason_text(reason);
    return text == nullptr ? reason : say(*text, {}, language);
}

Json sum_of(const usecases::LinesMatched& matched)
{
    return {{"lines", matched.lines}, {"amount", to_text(matched.amount)}};
}

}  // namespace

Json line_of(const storage::ListedLine& listed, Language language)
{
    const auto& line = listed.kept.line;
    const auto& match = listed.match.match;
    return {{"line", storage::number_of(listed.kept.id)},
            {"fund", listed.fund},
            {"booked", to_text(line.booked)},
            {"value_date", to_text(line.value)},
            {"amount", to_text(line.amount)},
            {"account", line.counterparty_account},
            {"name", line.counterparty},
            {"reference", line.creditor_reference},
            {"end_to_end_id", line.end_to_end_id},
            {"remittance", line.remittance},
            {"kind", storage::name_of(match.kind)},
            {"target", listed.target},
            {"reason", reason_in(match.reason, language)},
            {"actor", listed.match.actor}};
}

Json receipt_of(const usecases::ImportReceipt& receipt, Language language)
{
    auto statements = Json::array();
    for (const auto& one : receipt.statements) {
        statements.push_back({{"fund", one.fund},
                              {"statement", one.statement},
                              {"opening", to_text(one.opening.amount)},
                              {"closing", to_text(one.closing.amount)},
                              {"lines", one.lines},
                              {"known", one.known}});
    }
    auto notices = Json::array();
    for (const auto& notice : receipt.notices) notices.push_back(notice.in(language));
    return {{"changed", receipt.changed()},
            {"statements", std::move(statements)},
            {"on_loans", sum_of(receipt.on_loans)},
            {"on_grants", sum_of(receipt.on_grants)},
            {"on_transfers", sum_of(receipt.on_transfers)},
            {"contributions", sum_of(receipt.contributions)},
            {"returns", sum_of(receipt.returns)},
            {"in_suspense", sum_of(receipt.in_suspense)},
            {"notices", std::move(notices)}};
}

}  // namespace vierkant::api
