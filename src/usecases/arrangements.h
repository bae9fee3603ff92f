#pragma once

#include "reporting/report.h"
#include "storage/arrears_store.h"
#include "usecases/dunning_plans.h"

#include <string>
#include <vector>

namespace vierkant::usecases {

/// An arrangement and how it stands on a day.
struct FollowedArrangement {
    storage::StoredArrangement agreed;
    arrears::ArrangementStanding standing;
    [[nodiscard]] bool is_kept() const { return standing.standing == arrears::Standing::kept; }
};

/// The arrangement about a loan that is kept on a day; empty where there is none.
std::optional<FollowedArrangement> kept_arrangement(const Dunning& dunning, const storage::LoanRecord& record,
                                                    Date as_of);

struct ArrangementRequest {
    std::string loan_number;
    std::vector<arrears::Arrangement::Term> terms;  ///< empty: equal ones, by what follows
    int count = 1;
    Date first = Date::from_serial(0);
    int every_months = 1;
    int every_days = 0;
    std::string note = {};
};
struct ArrangementReceipt {
    std::string number;
    arrears::Arrangement agreed;
};
/// Agrees today on what of a loan is late: nobody is chased as long as it is kept. Refuses a loan that is not late,
/// terms that do not add up to what is, and a second arrangement beside one that runs. `book` false keeps nothing.
Result<ArrangementReceipt> agree_arrangement(storage::Connection& connection, const storage::Task& task,
                                             const ArrangementRequest& request, bool book);

Result<Done> end_arrangement(storage::Connection& connection, const storage::Task& task, const std::string& number,
                             const std::string& reason);

/// All arrangements with how they stand, and one with its terms.
reporting::Report list_arrangements(storage::Connection& connection, Date as_of, Language language);
Result<reporting::Report> show_arrangement(storage::Connection& connection, const std::string& number, Date as_of,
                                           Language language);

}  // namespace vierkant::usecases
