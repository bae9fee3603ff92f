#include "usecases/charge_arrears.h"

#include "usecases/arrears_messages.h"
#include "usecases/late_debts.h"
#include "usecases/messages.h"
#include "usecases/release_order.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using storage::Charge;

bool demand_has_lapsed(const LateDebt& debt, Date today)
{
    return std::any_of(debt.letters.begin(), debt.letters.end(), [&](const auto& letter) {
        return letter.sent.since == debt.since && letter.sent.kind >= arrears::StepKind::demand &&
               letter.sent.pay_by < today;
    });
}

Result<Done> charge(storage::Work& work, const storage::StoredLoan& loan, Charge item, const std::string& note)
{
    if (item.amount.is_zero()) return Done{};
    const auto kind =
        item.kind == Charge::Kind::default_interest ? lending::EventKind::default_interest : lending::EventKind::fee;
    const lending::Event event{EventId{}, item.day, kind, item.amount};
    const auto receipt = book_event(work, loan, event, {}, note);
    if (!receipt) return receipt.refusal();
    item.event = receipt->event;
    storage::add_charge(work, loan, item);
    return Done{};
}

/// What may be charged, and since when the loan is late.
struct Due {
    Date since;
    ChargeReceipt receipt;
};
Result<Due> due_of(storage::Connection& connection, const storage::StoredLoan& loan, const ChargeRequest& request,
                   Date today)
{
    if (auto open = check_period_open(connection, loan.fund, today); !open) return open.refusal();
    const auto debt = late_debt_of(Dunning{connection}, storage::record_of(connection, loan), today);
    if (!debt) return debt.refusal();
    ChargeReceipt receipt;
    if (*debt && request.default_interest) receipt.default_interest = (*debt)->default_interest;
    if (*debt && request.collection_costs) receipt.collection_costs = (*debt)->collection_costs;
    if ((receipt.default_interest + receipt.collection_costs).is_zero()) {
        return refuse(nothing_to_charge, {{"loan", request.loan_number}});
    }
    if (receipt.collection_costs.is_positive() && (*debt)->arrangement) {
        return refuse(arrangement_kept,
                      {{"loan", request.loan_number}, {"number", (*debt)->arrangement->agreed.number}});
    }
    if (receipt.collection_costs.is_positive() && !demand_has_lapsed(**debt, today)) {
        return refuse(demand_first, {{"loan", request.loan_number}});
    }
    receipt.owed = (*debt)->late() + receipt.default_interest + receipt.collection_costs;
    return Due{(*debt)->since, receipt};
}

}  // namespace

Result<ChargeReceipt> charges_due(storage::Connection& connection, const ChargeRequest& request, Date today)
{
    const auto loan = storage::find_loan(connection, request.loan_number);
    if (!loan) return refuse(loan_unknown, {{"loan", request.loan_number}});
    const auto due = due_of(connection, *loan, request, today);
    if (!due) return due.refusal();
    return due->receipt;
}

Result<ChargeReceipt> charge_arrears(storage::Connection& connection, const storage::Task& task,
                                     const ChargeRequest& request)
{
    storage::Work work{connection, task};
    const auto loan = storage::find_loan(connection, request.loan_number);
    if (!loan) return refuse(loan_unknown, {{"loan", request.loan_number}});
    const auto due = due_of(connection, *loan, request, task.today);
    if (!due) return due.refusal();
    const auto& [since, receipt] = *due;
    const auto interest =
        charge(work, *loan, {Charge::Kind::default_interest, since, receipt.default_interest, task.today, {}},
               "Rente bij verzuim tot " + dutch(task.today));
    if (!interest) return interest.refusal();
    const auto costs =
        charge(work, *loan, {Charge::Kind::collection_costs, since, receipt.collection_costs, task.today, {}},
               "Incassokosten");
    if (!costs) return costs.refusal();
    work.commit(to_text(receipt.default_interest) + " " + to_text(receipt.collection_costs));
    return receipt;
}

}  // namespace vierkant::usecases
