#pragma once

#include "domain/lending/calendar.h"
#include "storage/loan_store.h"

#include <cstddef>
#include <functional>
#include <map>
#include <utility>
#include <vector>

/// Many loans at once: a few statements for all of them, whatever their number. This is the way wherever the number of
/// loans grows with the bank lines or with the fund.
namespace vierkant::storage {

/// A loan and how far the books follow it. The state of its position is the checkpoint: on the day of its last event
/// (by value date), after it. For that of a later day, lending::advance(loan.terms, position.state, {}, day). The
/// calendar that is kept follows from the checkpoint: whoever saves one of another day must change the calendar with
/// it, so booking interest moves `booked` and `booked_until` and leaves the state; what fell due up to `booked_until`
/// stands in the calendar as it fell (lending::calendar_until). `vierkant verify` holds it to that.
struct LoanInBooks {
    StoredLoan loan;
    LoanPosition position;
};

struct LoanKey {
    FundId fund;
    LoanId loan;
};
/// Reads these loans and gives `take` some hundreds at a time, at least one, each time of one fund. REQUIRES: in the
/// order of their funds and ids.
void some_loans_at_a_time(Connection& connection, const std::vector<LoanKey>& loans,
                          const std::function<void(std::vector<StoredLoan>)>& take);

/// What is known of a loan, taken out of what is known of many; empty where nothing is.
template <class T>
T taken(std::map<LoanId, T>& values, LoanId loan)
{
    const auto found = values.find(loan);
    return found == values.end() ? T{} : std::move(found->second);
}

/// These loans, in the order of their numbers; a loan that is not there is left out.
std::vector<LoanInBooks> load_loans(Connection& connection, FundId fund, const std::vector<std::int64_t>& loans);

/// The first `count` loans after this one that are drawn and not yet repaid: the way through all of a fund's loans with
/// bounded memory, as closing a day goes.
std::vector<LoanInBooks> load_active_loans(Connection& connection, FundId fund, LoanId after, std::size_t count);

/// What the calendars of these loans say of the days after their checkpoints, in order of days.
std::map<LoanId, std::vector<lending::DueOnDay>> dues_ahead(Connection& connection, FundId fund,
                                                            const std::vector<std::int64_t>& loans);

/// The whole calendar of a loan, and what is open of it, as they are kept.
lending::Calendar calendar_of(Connection& connection, const StoredLoan& loan);
std::vector<lending::DueOnDay> arrears_of(Connection& connection, const StoredLoan& loan);

}  // namespace vierkant::storage
