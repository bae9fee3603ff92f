#pragma once

#include "storage/loan_store.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

/// How a loan and its position stand in the database; shared by the files that read and write them.
namespace vierkant::storage {

/// The columns that loan_of() reads, of a table with this alias ("" for none), and their kinds.
std::string loan_columns(const std::string& alias);
inline constexpr std::string_view loan_kinds = "iittiittttiti";
StoredLoan loan_of(const Row& row);

/// Reads state, last_event_no, booked_until and booked (kinds "titt") from column `first` on.
LoanPosition position_of(const Row& row, std::size_t first);

/// The columns of loan_event, as facts::loan_event has them.
void add_event_to(Rows& rows, const StoredLoan& loan, const lending::Event& event, std::optional<BankLineId> bank_line,
                  const std::string& note);

/// What the event says besides, as facts::loan_event_detail has it; nothing for most.
void add_event_detail_to(Rows& rows, const StoredLoan& loan, const lending::Event& event);

/// Whether money is owed on a loan, or may become so, or its commitment may lapse: what closing a day looks at.
bool is_active(const lending::LoanTerms& terms, const LoanPosition& position, const lending::State& now);
/// Positions, each taking the place of the one before it.
const Insert& insert_of_positions();
void add_position_to(Rows& rows, FundId fund, LoanId loan, const LoanPosition& position, std::int64_t active);

/// What flowed through a loan, in the order of the columns of loan_flow.
using LoanFlows = std::array<Money, 9>;
LoanFlows flows_between(const lending::Totals& before, const lending::Totals& now);
bool is_nothing(const LoanFlows& flows);
/// Flows, each added to what flowed on that day.
const Insert& insert_of_flows();
void add_flow_to(Rows& rows, FundId fund, const std::string& scheme, Date day, const LoanFlows& flows);

/// Interest booked per fund, scheme and day of the entry, each added to what was booked on that day.
using InterestBooked = std::map<std::tuple<std::int64_t, std::string, Date>, Money>;
void add_interest_booked(Connection& connection, const InterestBooked& amounts);

}  // namespace vierkant::storage
