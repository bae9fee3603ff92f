#pragma once

#include "domain/lending/calendar.h"
#include "storage/loan_rows.h"
#include "storage/loan_store.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

/// Closed days and periods, and the loans as the close of a day reads and writes them: many at once.
namespace vierkant::storage {

enum class InterestBooking {
    daily,    ///< with each day closed
    monthly,  ///< at the end of the month, and when it falls due
};

/// A fund as far as it was closed.
struct ClosingFund {
    FundId id;
    std::string code;
    std::string title_nl;
    std::string title_en;
    Date begins_on = Date::from_serial(0);  ///< opened, or its first entry where that is dated earlier
    InterestBooking booking = InterestBooking::monthly;
    std::optional<Date> first_closed;   ///< the first day that was closed
    std::optional<Date> closed_day;     ///< the last one
    std::optional<Date> closed_period;  ///< last day of the last closed period
};
std::vector<ClosingFund> closing_funds(Connection& connection);
ClosingFund closing_fund(Connection& connection, FundId fund);

/// How the fund books interest from now on.
void add_closing_rule(Work& work, FundId fund, InterestBooking booking);

/// A loan that the close of days looks at.
struct ClosingLoan {
    LoanId id;
    std::string scheme;
    std::shared_ptr<const lending::LoanTerms> terms;
    LoanPosition position;
    std::int64_t work_no;  ///< that made it known
};

/// Reads the loans of a fund on which interest may run, or whose commitment may lapse, on or after a day (all that were
/// ever looked at, where no day is given), in the order of their numbers, some at a time. Terms that many loans share
/// are read once.
class LoansToClose {
public:
    LoansToClose(Connection& connection, FundId fund, std::optional<Date> first_day)
        : connection_{connection}, fund_{fund}, first_day_{first_day ? to_text(*first_day) : std::string{}}
    {
    }
    /// The next ones, `most` at most; none where there are no more.
    std::vector<ClosingLoan> next(std::size_t most);
    /// How many there are in all.
    [[nodiscard]] std::int64_t count() const;

private:
    Connection& connection_;
    FundId fund_;
    std::string first_day_;  // "" comes before every day
    std::int64_t after_ = 0;
    std::unordered_map<std::string, std::shared_ptr<const lending::LoanTerms>> terms_;
};

/// An event with the work that made it known.
struct KnownEvent {
    lending::Event event;
    std::int64_t work_no;
};
/// All events of these loans.
std::map<LoanId, std::vector<KnownEvent>> known_events_of(Connection& connection, FundId fund,
                                                          const std::vector<std::int64_t>& loans);

/// A loan as it was awarded or taken over, with the work that made it known.
struct KnownLoan {
    std::string scheme;
    lending::LoanTerms terms;
    std::int64_t work_no;
};
std::map<LoanId, KnownLoan> known_loans(Connection& connection, FundId fund, const std::vector<std::int64_t>& loans);

/// The loans about which something dated on or before `until` became known after the work that closed the last day.
struct LateKnown {
    std::int64_t known_until = 0;  ///< that work
    std::vector<std::int64_t> loans;
};
LateKnown late_known(Connection& connection, FundId fund, Date until);

/// What the passing of days changed about one loan.
struct PassedLoan {
    const ClosingLoan* loan;
    bool active;                         ///< something may still fall due on it
    std::vector<lending::DueItem> open;  ///< where something fell due: all that is open; else nothing is looked at
};
void save_passed(Work& work, FundId fund, const std::vector<PassedLoan>& loans);

/// By how much what falls due on a loan on a day became more or less than stood there; and so in the totals per scheme.
struct DueChange {
    std::int64_t loan;
    std::string scheme;
    lending::DueOnDay change;
};
void change_dues(Work& work, FundId fund, const std::vector<DueChange>& changes);

/// What flowed per scheme and day.
using FlowsByDay = std::map<std::pair<std::string, Date>, LoanFlows>;
void add_flows(Work& work, FundId fund, const FlowsByDay& flows);

/// Cents of interest per scheme and day.
using InterestByDay = std::map<std::pair<std::string, Date>, Money>;
void add_interest_accrued(Work& work, FundId fund, const InterestByDay& amounts);
void add_interest_booked(Work& work, FundId fund, const InterestByDay& amounts);

/// Interest accrued by the end of a closed day and booked by no entry dated up to that day.
Money accrued_unbooked(Connection& connection, FundId fund, Date day);

void add_closed_days(Work& work, FundId fund, Date first, Date last);

/// What is overdue: due before `today` and not settled.
struct LateLoans {
    std::int64_t count = 0;
    Money amount;
};
LateLoans late_loans(Connection& connection, FundId fund, Date today);

/// What falls due on a fund's loans, from a day up to and including another, as far as the calendars say.
struct DuesAhead {
    std::int64_t count = 0;
    Money amount;
};
DuesAhead dues_between(Connection& connection, FundId fund, Date first, Date last);

/// A line of the trial balance.
struct AccountBalance {
    std::int64_t account;
    std::string code;
    Money debit;
    Money credit;
};
std::vector<AccountBalance> account_balances(Connection& connection, FundId fund, Date until);

/// A period as it was closed.
struct ClosedPeriod {
    FundId fund;
    Date opens_on = Date::from_serial(0);
    Date closed_on = Date::from_serial(0);
    std::int64_t last_entry_no = 0;
    std::string last_hash;
    Money suspense;
    Money in_transit;
    std::string note;
    std::string actor;
    Date closed_at = Date::from_serial(0);  ///< the officer's day
};
std::vector<ClosedPeriod> closed_periods(Connection& connection, FundId fund);

/// How far the chain of entries of the fund has come.
struct ChainHead {
    std::int64_t entry_no;
    std::string hash;
};
ChainHead chain_head(Connection& connection, FundId fund);

/// Keeps the period as facts, and closes it for entries. REQUIRES: its last day was closed.
void add_closed_period(Work& work, const ClosedPeriod& period, const std::vector<AccountBalance>& balances);

}  // namespace vierkant::storage
