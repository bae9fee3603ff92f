#include "usecases/collateral.h"

#include "usecases/messages.h"
#include "usecases/not_after_today.h"
#include "usecases/risk_messages.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

Result<Done> check(const storage::StoredCollateral& collateral, Date today)
{
    const auto& value = collateral.value;
    if (!value.value.is_positive() || value.prior.is_negative()) return refuse(collateral_value);
    if (value.rank < 1 || (value.rank == 1 && value.prior.is_positive())) return refuse(collateral_rank);
    if (collateral.description.empty()) return refuse(collateral_described);
    if (auto future = refusal_of_future(value.valued_on, today)) return *future;
    if (value.expires_on && *value.expires_on < value.valued_on) {
        return refuse(collateral_days, {{"expires", *value.expires_on}, {"valued", value.valued_on}});
    }
    return Done{};
}

}  // namespace

Result<std::int64_t> add_collateral(storage::Connection& connection, const storage::Task& task,
                                    const std::string& loan_number, const storage::StoredCollateral& collateral)
{
    storage::Work work{connection, task};
    const auto loan = storage::find_loan(connection, loan_number);
    if (!loan) return refuse(loan_unknown, {{"loan", loan_number}});
    if (auto right = check(collateral, task.today); !right) return right.refusal();
    const auto number = storage::add_collateral(work, *loan, collateral);
    work.commit(std::to_string(number));
    return number;
}

Result<Done> release_collateral(storage::Connection& connection, const storage::Task& task,
                                const std::string& loan_number, std::int64_t number, Date day,
                                const std::string& reason)
{
    storage::Work work{connection, task};
    const auto loan = storage::find_loan(connection, loan_number);
    if (!loan) return refuse(loan_unknown, {{"loan", loan_number}});
    const auto all = storage::collateral_of(connection, *loan);
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& item) { return item.number == number; });
    if (found == all.end()) {
        return refuse(collateral_unknown, {{"loan", loan_number}, {"number", std::to_string(number)}});
    }
    const auto& value = found->value;
    if (value.released_on) {
        return refuse(collateral_released,
                      {{"loan", loan_number}, {"number", std::to_string(number)}, {"day", *value.released_on}});
    }
    if (reason.empty()) return refuse(risk_reason_missing);
    if (auto future = refusal_of_future(day, task.today)) return *future;
    if (day < value.valued_on) return refuse(released_too_early, {{"valued", value.valued_on}, {"day", day}});
    storage::release_collateral(work, *loan, number, day, reason);
    work.commit(std::to_string(number));
    return Done{};
}

}  // namespace vierkant::usecases
