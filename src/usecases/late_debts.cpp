#include "usecases/late_debts.h"

#include "usecases/arrears_tables.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using storage::Charge;
using storage::LoanRecord;
using storage::StoredGrant;

/// Below this nothing is owed for paying late under public law (Awb 4:98).
const auto least_of_public_law = Money::euros(20);

std::vector<lending::DatedRate> rates_of(const DunningPlan& plan)
{
    if (!plan) return {};
    return arrears::rates_of(plan->interest, plan->agreed, statutory_rates());
}

/// Interest is charged up to a day; from then on it begins anew.
std::optional<Date> charged_until(const std::vector<Charge>& charges)
{
    std::optional<Date> until;
    for (const auto& charge : charges) {
        if (charge.kind == Charge::Kind::default_interest) until = charge.day;
    }
    return until;
}

/// By the scale, less what was charged about the same arrears.
Money costs_to_charge(const std::vector<Charge>& charges, Date since, Money principal, Date as_of)
{
    const auto* scale = arrears::scale_on(cost_scales(), as_of);
    if (scale == nullptr) return {};
    auto left = arrears::collection_costs(*scale, principal);
    for (const auto& charge : charges) {
        if (charge.kind == Charge::Kind::collection_costs && charge.since == since) left -= charge.amount;
    }
    return std::max(Money{}, left);
}

/// One decision to reclaim, and how what is open of it went down.
struct ReclaimItem {
    Date due_on;
    Money open;
    std::vector<arrears::LateSum> late;  ///< from the day after the due date on
};

/// What came back settles the oldest decision first (Awb 4:92, BW 6:43); what the bank took away again reopens the
/// last.
std::vector<ReclaimItem> reclaim_items(const std::vector<grants::Event>& events, Date as_of)
{
    std::vector<ReclaimItem> items;
    const auto set = [](ReclaimItem& item, Date day, Money open) {
        item.open = open;
        item.late.push_back({std::max(day, item.due_on + 1), open});
    };
    for (const auto& event : events) {
        if (event.day > as_of) continue;
        if (event.kind == grants::EventKind::reclaimed) {
            const auto due = event.due_on.value_or(grants::reclaim_due(event.day));
            items.push_back({due, event.amount, {{due + 1, event.amount}}});
        }
        auto rest = event.amount;
        if (event.kind == grants::EventKind::repaid) {
            for (auto& item : items) {
                const auto paid = std::min(rest, item.open);
                if (paid.is_positive()) set(item, event.day, item.open - paid);
                rest -= paid;
            }
        }
        if (event.kind == grants::EventKind::repayment_returned && !items.empty()) {
            set(items.back(), event.day, items.back().open + rest);
        }
    }
    return items;
}

/// Of what is open still: what was paid, late or not, is not chased for interest.
Result<Money> late_interest_of(const ReclaimItem& item, Date as_of)
{
    if (!item.open.is_positive() || item.due_on >= as_of) return Money{};
    const auto interest = arrears::late_interest(item.late, statutory_rates().non_commercial, as_of);
    if (!interest) return interest.refusal();
    return interest->total;
}

}  // namespace

LoanOnDay loan_on(const LoanRecord& record, Date day)
{
    LoanOnDay loan;
    loan.state = lending::replay(record.loan.terms, record.events, day, &loan.trace);
    return loan;
}

Result<Money> default_interest_of(const LoanRecord& record, const LoanOnDay& loan, const DunningPlan& plan, Date as_of)
{
    return arrears::default_interest(record.loan.terms, record.events, loan.state, loan.trace, rates_of(plan), as_of,
                                     charged_until(record.charges));
}

Result<std::optional<LateDebt>> late_debt_of(const Dunning& dunning, const LoanRecord& record, Date as_of)
{
    const auto& loan = record.loan;
    const auto on_day = loan_on(record, as_of);
    const auto& state = on_day.state;
    const auto items = lending::overdue(state, as_of);
    if (items.empty()) return std::optional<LateDebt>{};
    LateDebt late{.debt = {loan.fund, loan.id, {}},
                  .number = loan.number,
                  .reference = loan.payment_reference,
                  .scheme = loan.scheme,
                  .debtor = lending::last_debtor(record.events, as_of).value_or(loan.undertaking),
                  .since = items.front().due,
                  .days = lending::days_past_due(state, as_of),
                  .items = items,
                  .principal = {},
                  .interest = {},
                  .costs = {},
                  .outstanding = state.principal,
                  .default_interest = {},
                  .collection_costs = {},
                  .letters = {},
                  .arrangement = kept_arrangement(dunning, record, as_of),
                  .plan = dunning.plan_of(loan.scheme, record.edition_day)};
    for (const auto& letter : record.letters) {
        if (letter.debtor == late.debtor) late.letters.push_back(letter);
    }
    for (const auto& item : items) {
        late.principal += item.principal;
        late.interest += item.all_interest();
        late.costs += item.costs;
    }
    const auto interest = default_interest_of(record, on_day, late.plan, as_of);
    if (!interest) return interest.refusal();
    late.default_interest = *interest;
    late.collection_costs = costs_to_charge(record.charges, late.since, late.principal, as_of);
    return std::optional{std::move(late)};
}

Result<std::optional<LateDebt>> late_debt_of(storage::Connection& connection, const Dunning& dunning,
                                             const StoredGrant& grant, Date as_of)
{
    LateDebt late{.debt = {grant.fund, {}, grant.id},
                  .number = grant.number,
                  .reference = grant.payment_reference,
                  .scheme = grant.scheme,
                  .debtor = grant.undertaking,
                  .since = as_of,
                  .items = {},
                  .principal = {},
                  .interest = {},
                  .costs = {},
                  .outstanding = {},
                  .default_interest = {},
                  .collection_costs = {},
                  .letters = {},
                  .arrangement = {},
                  .plan = dunning.plan_of(grant.scheme, storage::edition_day(connection, grant))};
    for (const auto& item : reclaim_items(storage::history_of(connection, grant).events, as_of)) {
        late.outstanding += item.open;
        if (!item.open.is_positive() || item.due_on >= as_of) continue;
        late.items.push_back({item.due_on, 0, item.open, {}, {}});
        late.principal += item.open;
        late.since = std::min(late.since, item.due_on);
    }
    if (late.items.empty()) return std::optional<LateDebt>{};
    const auto owed = owed_on_grant(connection, grant, as_of);
    if (!owed) return owed.refusal();
    late.default_interest = owed->interest;
    late.days = as_of - late.since;
    late.letters = storage::letters_about(connection, late.debt);
    return std::optional{std::move(late)};
}

Result<OwedOnGrant> owed_on_grant(storage::Connection& connection, const StoredGrant& grant, Date as_of)
{
    OwedOnGrant owed;
    for (const auto& item : reclaim_items(storage::history_of(connection, grant).events, as_of)) {
        owed.open += item.open;
        const auto interest = late_interest_of(item, as_of);
        if (!interest) return interest.refusal();
        owed.interest += *interest;
    }
    if (owed.interest < least_of_public_law) owed.interest = {};
    return owed;
}

Result<std::vector<LateDebt>> late_debts(storage::Connection& connection, Date as_of)
{
    const Dunning dunning{connection};
    std::vector<LateDebt> debts;
    std::optional<Refusal> wrong;
    const auto take = [&](Result<std::optional<LateDebt>> late) {
        if (!late) {
            wrong = late.refusal();
        } else if (*late) {
            debts.push_back(std::move(**late));
        }
    };
    storage::each_record(connection, storage::loans_due_before(connection, as_of), [&](const LoanRecord& record) {
        if (!wrong) take(late_debt_of(dunning, record, as_of));
    });
    for (const auto& grant : storage::reclaimed_grants(connection)) {
        if (!wrong) take(late_debt_of(connection, dunning, grant, as_of));
    }
    if (wrong) return *wrong;
    return debts;
}

std::optional<arrears::NextStep> next_step_of(const LateDebt& debt)
{
    if (!debt.plan || debt.arrangement) return std::nullopt;
    std::vector<arrears::SentLetter> sent;
    for (const auto& letter : debt.letters) sent.push_back(letter.sent);
    return arrears::next_step(*debt.plan, sent, debt.since);
}

}  // namespace vierkant::usecases
