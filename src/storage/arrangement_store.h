#pragma once

#include "domain/arrears/arrangement.h"
#include "storage/loan_store.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vierkant::storage {

/// An arrangement about the arrears of a loan as it was agreed.
struct StoredArrangement {
    FundId fund;
    std::int64_t id = 0;
    std::string number;  ///< "R-000001"
    LoanId loan;
    std::string note;
    std::string end_reason;
    arrears::Arrangement value;
};

/// All of them, in the order in which they were agreed.
std::vector<StoredArrangement> all_arrangements(Connection& connection);
/// Those about each of these loans; a loan without one is left out.
std::map<LoanId, std::vector<StoredArrangement>> arrangements_of(Connection& connection, FundId fund,
                                                                 const std::vector<std::int64_t>& loans);
std::optional<StoredArrangement> find_arrangement(Connection& connection, const std::string& number);

/// Gives its number.
std::string add_arrangement(Work& work, const StoredLoan& loan, const arrears::Arrangement& arrangement,
                            const std::string& note);
void add_arrangement_end(Work& work, const StoredArrangement& arrangement, const std::string& reason);

}  // namespace vierkant::storage
