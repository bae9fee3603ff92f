#pragma once

#include "domain/ledger/entry.h"

#include <vector>

namespace vierkant::grants {

/// Reserves the money of an award: committed, and no longer free in the fund.
std::vector<ledger::Posting> award_postings(GrantId grant, Money awarded);

}  // namespace vierkant::grants
