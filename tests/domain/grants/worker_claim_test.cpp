#include "domain/grants/worker_claim.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::grants;

namespace {

// The plan gives no amount per worker; the proposed default is EUR 5,000, with 32 hours and twelve months as in the
// Bedrijvenregeling Vierkant voor Werk. Ten workers.
const WorkerAward award{date(2026, 1, 15), Money::euros(50'000), {10, Money::euros(5'000), {3'200}, 12}};

WorkerClaim claim(std::string reference)
{
    return {std::move(reference),  date(2026, 3, 1), std::nullopt, {3'600},     "mbo-2", "vmbo-bb", "PW_LT2",
            "employment contract", date(2026, 3, 5), "anja",       std::nullopt};
}

WorkerClaim verified_claim(std::string reference)
{
    auto made = claim(std::move(reference));
    made.verified_by = "bert";
    return made;
}

std::string_view refusal_of(const WorkerClaim& tried, const std::vector<WorkerClaim>& before = {})
{
    const auto checked = check(tried, award, before);
    return checked ? std::string_view{} : checked.refusal().text->code;
}

}  // namespace

TEST_CASE("a claim that fits the award is accepted")
{
    CHECK(refusal_of(claim("P-0042")).empty());
}

TEST_CASE("a staff reference is never a citizen service number")
{
    // 111222333 passes the 11-test: 9+8+7+12+10+8+9+6-3 = 66.
    CHECK(refusal_of(claim("111222333")) == "grants.reference_is_bsn");
    CHECK(refusal_of(claim("")) == "grants.reference_missing");
}

TEST_CASE("a claim needs a new worker, a start after the award and enough hours")
{
    CHECK(refusal_of(claim("P-1"), {claim("P-1")}) == "grants.claimed_before");
    auto early = claim("P-2");
    early.started_on = date(2026, 1, 14);
    CHECK(refusal_of(early) == "grants.started_before_award");
    auto short_week = claim("P-3");
    short_week.hours = {3'199};
    CHECK(refusal_of(short_week) == "grants.too_few_hours");
}

TEST_CASE("someone else verifies, with evidence seen")
{
    const auto own = verified(claim("P-1"), "anja");
    REQUIRE_FALSE(own);
    CHECK(own.refusal().text->code == "grants.verified_by_claimant");

    auto without = claim("P-1");
    without.evidence_seen_on.reset();
    const auto unseen = verified(without, "bert");
    REQUIRE_FALSE(unseen);
    CHECK(unseen.refusal().text->code == "grants.evidence_missing");

    const auto good = verified(claim("P-1"), "bert");
    REQUIRE(good);
    CHECK(good->verified_by == "bert");
}

TEST_CASE("never more is paid than earned, awarded or left under the ceiling")
{
    std::vector<WorkerClaim> claims{verified_claim("P-1"), verified_claim("P-2"), claim("P-3")};
    const Money ceiling = Money::euros(5'000'000);
    CHECK(earned(award, claims) == Money::euros(10'000));
    CHECK(room(award, claims, Money::euros(5'000), ceiling) == Money::euros(5'000));
    CHECK(room(award, claims, Money::euros(5'000), Money::euros(1'200)) == Money::euros(1'200));
    CHECK(room(award, claims, Money::euros(20'000), ceiling) == Money{});

    for (int n = 4; n < 20; ++n) claims.push_back(verified_claim("P-" + std::to_string(n)));
    CHECK(earned(award, claims) == Money::euros(50'000));  // 18 workers, an award for ten

    CHECK(check_payment(Money::euros(5'000), Money::euros(5'000)));
    CHECK_FALSE(check_payment(Money::cents(500'001), Money::euros(5'000)));
}

TEST_CASE("a worker who leaves within the agreed months is flagged for reclaim")
{
    // Started on 1 March 2026; twelve months are full on 1 March 2027.
    auto leaver = verified_claim("P-1");
    leaver.left_on = date(2027, 2, 28);
    CHECK(retention(leaver, award, date(2027, 2, 27)) == Retention::running);
    CHECK(retention(leaver, award, date(2027, 2, 28)) == Retention::broken);
    auto stayer = verified_claim("P-2");
    stayer.left_on = date(2027, 3, 1);
    CHECK(retention(stayer, award, date(2027, 2, 28)) == Retention::running);
    CHECK(retention(stayer, award, date(2027, 3, 1)) == Retention::kept);

    CHECK(to_reclaim(award, {leaver, stayer}, Money::euros(10'000), date(2027, 2, 27)) == Money{});
    CHECK(to_reclaim(award, {leaver, stayer}, Money::euros(10'000), date(2027, 3, 1)) == Money::euros(5'000));
    CHECK(to_reclaim(award, {leaver, stayer}, Money::euros(5'000), date(2027, 3, 1)) == Money{});
}
