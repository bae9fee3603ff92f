#pragma once

#include "domain/arrears/arrangement.h"
#include "storage/loan_store.h"

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

/// Those of one loan, or (empty) of all; in the order in which they were agreed.
std::vector<StoredArrangement> arrangements(Connection& connection, const StoredLoan* loan);
std::optional<StoredArrangement> find_arrangement(Connection& connection, const std::string& number);

/// Gives its number.
std::string add_arrangement(Work& work, const StoredLoan& loan, const arrears::Arrangement& arrangement,
                            const std::string& note);
void add_arrangement_end(Work& work, const StoredArrangement& arrangement, const std::string& reason);

}  // namespace vierkant::storage
