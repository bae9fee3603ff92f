#pragma once

#include "base/result.h"
#include "storage/connection.h"

#include <vector>

namespace vierkant::storage {

/// What does not agree; the texts say which row. Nothing is mended: that is for people to decide.
using Problems = std::vector<Refusal>;

/// The chain of works and the seal of each over the facts it wrote: finds every fact changed, added or removed.
void verify_works(Connection& connection, Problems& problems);

/// The chain of entries of each fund, recomputed from the entries and postings themselves.
void verify_entries(Connection& connection, Problems& problems);

/// The running totals per account and day against a sum over all postings, set-based.
void verify_balances(Connection& connection, Problems& problems);

/// Every loan replayed from its terms and events against what was booked, against its postings, and all together
/// against what flowed through their fund.
void verify_loans(Connection& connection, Problems& problems);

/// The totals of dues and settlements per day against the rows per loan, set-based.
void verify_calendars(Connection& connection, Problems& problems);

/// What the close of days and periods keeps besides the loans' own rows: interest accrued and booked, and the trial
/// balance of each closed period, recomputed.
void verify_closings(Connection& connection, Problems& problems);

/// The totals of jobs and awards per day, month and year against the facts, set-based.
void verify_job_totals(Connection& connection, Problems& problems);

/// What each undertaking is found by, against its last version.
void verify_undertakings(Connection& connection, Problems& problems);

/// Every grant computed from its claims and events against its postings; paid within the award and the ceiling.
void verify_grants(Connection& connection, Problems& problems);

/// Bank = books: each line booked exactly once as its match says, each statement complete, and the bank account where
/// the last statement closed.
void verify_bank(Connection& connection, Problems& problems);

/// The provision of each loan that was booked last, against the journal.
void verify_provisions(Connection& connection, Problems& problems);

/// The commitment left of each settled proof-production loan against its drawings and its settlement.
void verify_settled_loans(Connection& connection, Problems& problems);

}  // namespace vierkant::storage
