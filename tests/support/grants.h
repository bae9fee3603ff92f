#pragma once

#include "domain/grants/booking.h"
#include "storage/grant_store.h"
#include "storage/job_store.h"
#include "support/administration.h"

namespace vierkant::testing {

/// The plan gives no amount per worker; the proposed default is EUR 5,000, with 32 hours and twelve months as in the
/// Bedrijvenregeling Vierkant voor Werk. Ten workers: EUR 50,000.
inline grants::WorkerTerms per_worker()
{
    return {10, Money::euros(5'000), {3'200}, 12};
}

/// Half of external advice, 35 % of a prototype, each at most EUR 100,000 (NIOF 2013).
inline grants::CostTerms on_cost()
{
    return {{{"advice", percent(50), Money::euros(100'000)}, {"prototype", percent(35), Money::euros(100'000)}}};
}

/// A grant of the fund of open_fund(), awarded on 15 January 2026 with its dossier, and its money reserved.
inline storage::StoredGrant award_grant(storage::Connection& connection, const grants::Terms& terms, Money amount,
                                        std::int64_t dossier = 1)
{
    using namespace storage;
    const Date day = date(2026, 1, 15);
    Work work{connection, task("award", day)};
    work.add(facts::dossier, {revolving.value, dossier, "2026-" + std::to_string(dossier), std::int64_t{1},
                              "reshoring-grant", "2014-07-01", to_text(day), amount.in_cents(), "{}"});
    const auto grant = add_grant_award(work, {revolving,
                                              {},
                                              "",
                                              "",
                                              DossierId{dossier},
                                              UndertakingId{1},
                                              "reshoring-grant",
                                              "industry",
                                              "GM0114",
                                              {day, amount, terms}});
    work.post({revolving, day, "Toekenning " + grant.number, grants::award_postings(grant.id, amount)});
    storage::add_award_total(work, {grant.fund, grant.dossier, grant.scheme, grant.sector, grant.municipality}, day,
                             amount);
    work.commit(grant.number);
    return grant;
}

}  // namespace vierkant::testing
