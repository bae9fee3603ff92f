#include "usecases/list_bank_lines.h"

#include "usecases/bank_messages.h"
#include "usecases/messages.h"

#include <algorithm>
#include <map>

namespace vierkant::usecases {

namespace {

Result<Done> check_fund(storage::Connection& connection, const std::string& fund)
{
    std::string known;
    for (const auto& account : storage::fund_accounts(connection)) {
        if (fund.empty() || account.code == fund) return Done{};
        known += (known.empty() ? "" : ", ") + account.code;
    }
    return refuse(fund_unknown, {{"fund", fund}, {"known", known}});
}

std::string funder_of(const std::string& capital_code)
{
    return capital_code.substr(capital_code.rfind(':') + 1);
}

std::string option_for(const banking::OpenItem& item)
{
    switch (item.kind) {
        case banking::ItemKind::loan_repayment:
            return " --loan " + item.name;
        case banking::ItemKind::grant_reclaim:
            return " --grant " + item.name;
        case banking::ItemKind::contribution:
            return " --funder " + funder_of(item.name);
        case banking::ItemKind::earlier_line:
            return " --return-of " + item.name;
        case banking::ItemKind::announced_repayment:
        case banking::ItemKind::disbursement:
        case banking::ItemKind::grant_payment:
        case banking::ItemKind::refund:
            break;
    }
    return " --transfer " + item.name;
}

UnmatchedLine with_candidates(const storage::ListedLine& listed, const std::vector<banking::OpenItem>& open)
{
    const auto& line = listed.kept.line;
    UnmatchedLine unmatched{listed, reason_text(listed.match.match.reason), {}};
    const auto number = storage::number_of(listed.kept.id);
    const auto add = [&](const banking::OpenItem& item) {
        const auto is_same = [&](const Candidate& candidate) { return candidate.name == item.name; };
        if (item.name == number) return;
        if (std::any_of(unmatched.candidates.begin(), unmatched.candidates.end(), is_same)) return;
        unmatched.candidates.push_back({item.name, "vierkant bank match " + number + option_for(item)});
    };
    for (const auto& item : banking::match(line, banking::OpenItems{open}).candidates) add(item);
    // A payment of an unexpected amount is still likely to be about a loan of the same account.
    for (const auto& item : open) {
        const bool incoming_loan = item.kind == banking::ItemKind::loan_repayment && line.amount.is_positive();
        if (incoming_loan && !item.account.empty() && item.account == line.counterparty_account) add(item);
    }
    return unmatched;
}

}  // namespace

Result<std::vector<storage::ListedLine>> list_bank_lines(storage::Connection& connection, const std::string& fund)
{
    return list_bank_lines(connection, storage::LineFilter{fund});
}

Result<std::vector<storage::ListedLine>> list_bank_lines(storage::Connection& connection,
                                                         const storage::LineFilter& filter)
{
    if (auto known = check_fund(connection, filter.fund); !known) return known.refusal();
    std::vector<storage::ListedLine> lines;
    storage::each_line(connection, filter, [&](const storage::ListedLine& line) { lines.push_back(line); });
    return lines;
}

Result<std::vector<UnmatchedLine>> list_unmatched(storage::Connection& connection, const std::string& fund)
{
    if (auto known = check_fund(connection, fund); !known) return known.refusal();
    std::map<FundId, std::vector<banking::Line>> by_fund;
    std::vector<storage::ListedLine> lines;
    storage::each_line(connection, {fund, true}, [&](const storage::ListedLine& line) {
        lines.push_back(line);
        by_fund[line.kept.fund].push_back(line.kept.line);
    });
    std::map<FundId, std::vector<banking::OpenItem>> open;
    for (const auto& [id, of_fund] : by_fund) open[id] = storage::open_items(connection, id, of_fund);
    std::vector<UnmatchedLine> unmatched;
    for (const auto& line : lines) {
        const bool is_return = banking::keys_of(line.kept.line).is_return;
        unmatched.push_back(
            with_candidates(line, is_return ? storage::earlier_lines(connection, line.kept.fund, line.kept.line)
                                            : open[line.kept.fund]));
    }
    return unmatched;
}

std::vector<FunderReference> list_funder_references(storage::Connection& connection)
{
    std::vector<FunderReference> references;
    for (const auto& fund : storage::fund_accounts(connection)) {
        for (const auto& capital : storage::capital_accounts(connection, fund.fund)) {
            references.push_back({fund.code, fund.iban, funder_of(capital.code), capital.reference});
        }
    }
    return references;
}

}  // namespace vierkant::usecases
