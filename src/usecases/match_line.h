#pragma once

#include "base/result.h"
#include "storage/bank_store.h"
#include "storage/work.h"

#include <string>

namespace vierkant::usecases {

/// What the officer says a line is. Exactly one of the first five after the line, or `ignore`.
struct MatchRequest {
    std::string line;       ///< "B-000012"
    std::string loan;       ///< "L-000042": a payment on it
    std::string grant;      ///< "S-000007": a repayment of what was reclaimed
    std::string transfer;   ///< "T-000003": this payment of ours, or announced to us
    std::string return_of;  ///< "B-000007": undoes that line
    std::string funder;     ///< "emmen": paid in by this funder
    bool ignore = false;    ///< stays on suspense, for `reason`
    std::string reason;
};

struct MatchReceipt {
    storage::KeptLine line;
    storage::LineMatch match;
    std::string target;
};

/// Matches a line that is in suspense, by hand: the money moves from suspense to where it belongs, on the line's value
/// date. The officer and the reason are kept with the match.
Result<MatchReceipt> match_line(storage::Connection& connection, const storage::Task& task,
                                const MatchRequest& request);

}  // namespace vierkant::usecases
