#pragma once

#include "reporting/report.h"
#include "usecases/close_days.h"

namespace vierkant::usecases {

struct ClosePeriodRequest {
    Date until;             ///< the last day of a month
    std::string fund = {};  ///< code; "" is every fund
    std::string note = {};  ///< why it may be closed although something is open; no names
};

/// What closing a period of one fund came to.
struct PeriodReceipt {
    storage::ClosingFund fund;
    bool closed_before = false;  ///< nothing was done: this period was closed already
    storage::ClosedPeriod period;
    std::vector<storage::AccountBalance> balances;  ///< the trial balance that was kept
};

/// Closes the period up to and including a day, of one fund or of all, in one work: from then on nothing is dated in
/// it. Refuses while days are open, and while something is in suspense or long on its way that nobody explained.
Result<std::vector<PeriodReceipt>> close_period(storage::Connection& connection, const storage::Task& task,
                                                const ClosePeriodRequest& request, Language language);

/// What closing the period would keep, as of now. Refuses what closing would refuse; writes nothing.
Result<std::vector<PeriodReceipt>> weigh_period(storage::Connection& connection, const ClosePeriodRequest& request,
                                                const std::string& actor, Date today, Language language);

/// How far the funds are closed, and the periods that were.
Result<reporting::Report> show_closings(storage::Connection& connection, const std::string& fund, Date today);

/// The receipts as people and machines read them.
reporting::Report report_of(const std::vector<ClosedDays>& receipts, Date today);
reporting::Report report_of(const std::vector<PeriodReceipt>& receipts, Date until);

}  // namespace vierkant::usecases
