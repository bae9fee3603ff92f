#include "domain/grants/booking.h"

namespace vierkant::grants {

using ledger::Account;

std::vector<ledger::Posting> award_postings(GrantId grant, Money awarded)
{
    return {{Account::uncommitted, Account::committed, awarded, std::nullopt, grant}};
}

}  // namespace vierkant::grants
