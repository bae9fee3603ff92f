#pragma once

#include "base/result.h"
#include "reporting/report.h"
#include "storage/closing_store.h"
#include "storage/work.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vierkant::usecases {

struct CloseDaysRequest {
    Date until;                               ///< the last day to close
    std::string fund = {};                    ///< code; "" is every fund
    std::optional<Date> from = std::nullopt;  ///< the first day ever closed; else the day the fund begins on
};

/// What closing the days of one fund came to.
struct ClosedDays {
    storage::ClosingFund fund;  ///< as it is now
    std::optional<Date> first;  ///< nothing where all days were closed before
    std::optional<Date> last;
    std::int64_t loans = 0;           ///< looked at
    Money interest_booked;            ///< on those days; less than zero where a correction lowered it
    std::int64_t fell_due_count = 0;  ///< instalments
    Money fell_due;
    std::int64_t lapsed_count = 0;  ///< loans that were not drawn in time
    Money lapsed;                   ///< of their commitments; it is available again
    Money accrued_unbooked;         ///< on the last closed day
    storage::LateLoans late;        ///< on the day after it
    [[nodiscard]] std::int64_t days() const { return first ? *last - *first + 1 : 0; }
};

/// Heard now and then while many loans are closed.
struct CloseProgress {
    std::string fund;
    Date until;
    std::int64_t loans_done;
    std::int64_t loans;
};
using OnCloseProgress = std::function<void(const CloseProgress&)>;

/// Closes each open day up to and including `until`: books interest, lets what is due fall due, and keeps what accrued
/// on each day. The days of one fund and one year are one work; closing a day again does nothing.
Result<std::vector<ClosedDays>> close_days(storage::Connection& connection, const storage::Task& task,
                                           const CloseDaysRequest& request, const OnCloseProgress& progress = {});

/// What closing the days would go over, fund by fund: the days, the loans, and what falls due. Refuses what closing
/// would refuse; writes nothing.
Result<reporting::Report> weigh_days(storage::Connection& connection, const CloseDaysRequest& request, Date today);

/// Sets how a fund books interest from now on. Gives the fund as it is then.
Result<storage::ClosingFund> set_interest_booking(storage::Connection& connection, const storage::Task& task,
                                                  const std::string& fund, storage::InterestBooking booking);

/// The funds a request is about. Refuses a code that is unknown.
Result<std::vector<storage::ClosingFund>> funds_to_close(storage::Connection& connection, const std::string& fund);

}  // namespace vierkant::usecases
