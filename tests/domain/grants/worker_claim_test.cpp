#include "domain/grants/worker_claim.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::grants;

namespace {

// The plan gives no amount per worker; the proposed default is EUR 5,000, with 32 hours and twelve months as in the
// Bedrijvenregeling Vierkant voor Werk. Ten workers.
const WorkerTerms terms{10, Money::euros(5'000), {3'200}, 12};
const Date awarded_on = date(2026, 1, 15);
const Date today = date(2026, 3, 10);
const KnownCodes known{{"vmbo-bb", "mbo-2", "mbo-3"}, {"PW_LT2", "NONE"}};

WorkerClaim claim(std::string reference)
{
    return {{ClaimId{1}, "anja", {"contract", date(2026, 3, 5)}},
            std::move(reference),
            date(2026, 3, 1),
            {3'600},
            "mbo-2",
            "vmbo-bb",
            "PW_LT2"};
}

WorkerClaim verified_claim(std::string reference)
{
    auto made = claim(std::move(reference));
    made.head.verified_by = "bert";
    return made;
}

std::string_view refusal_of(const WorkerClaim& tried, const std::vector<WorkerClaim>& before = {})
{
    const auto checked = check(tried, awarded_on, terms, before, known, today);
    return checked ? std::string_view{} : checked.refusal().text->code;
}

template <class T>
std::string_view code(const Result<T>& result)
{
    return result ? std::string_view{} : result.refusal().text->code;
}

}  // namespace

TEST_CASE("a claim that fits the award is accepted")
{
    CHECK(refusal_of(claim("P-0042")).empty());
    CHECK(refusal_of(claim("2026/17")).empty());
    CHECK(refusal_of(claim("EMPL_7")).empty());
}

TEST_CASE("a staff reference is never a citizen service number or a name")
{
    // 111222333 passes the 11-test: 9+8+7+12+10+8+9+6-3 = 66.
    for (const auto* number : {"111222333", "P-111222333", "111.222.333", "1112.22.333"}) {
        INFO(number);
        CHECK(refusal_of(claim(number)) == "grants.reference_is_bsn");
    }
    CHECK(refusal_of(claim("")) == "grants.reference_missing");
    for (const auto* name : {"Jansen", "J. de Vries", "jansen01", "Li", "P-1 2", "P-123456789012345678901", "Zoë1"}) {
        INFO(name);
        CHECK(refusal_of(claim(name)) == "grants.reference_is_name");
    }
    auto elsewhere = claim("P-1");
    elsewhere.attained_level = "mbo 111222333";
    CHECK(refusal_of(elsewhere) == "grants.reference_is_bsn");
}

TEST_CASE("a claim needs known codes and evidence seen")
{
    auto level = claim("P-1");
    level.required_level = "mbo-9";
    CHECK(refusal_of(level) == "grants.level_unknown");
    auto attained = claim("P-1");
    attained.attained_level = "";
    CHECK(refusal_of(attained) == "grants.level_unknown");
    auto group = claim("P-1");
    group.target_group = "rood haar";
    CHECK(refusal_of(group) == "grants.target_group_unknown");
    auto evidence = claim("P-1");
    evidence.head.evidence.kind = "praatje";
    CHECK(refusal_of(evidence) == "grants.evidence_unknown");
    auto tomorrow = claim("P-1");
    tomorrow.head.evidence.seen_on = today + 1;
    CHECK(refusal_of(tomorrow) == "grants.evidence_in_future");
}

TEST_CASE("a claim needs a new worker, a start after the award and enough hours")
{
    CHECK(refusal_of(claim("P-1"), {claim("P-1")}) == "grants.claimed_before");
    auto rejected = claim("P-1");
    rejected.head.rejected_by = "bert";
    CHECK(refusal_of(claim("P-1"), {rejected}).empty());
    auto early = claim("P-2");
    early.started_on = date(2026, 1, 14);
    CHECK(refusal_of(early) == "grants.started_before_award");
    auto late = claim("P-2");
    late.started_on = today + 1;
    CHECK(refusal_of(late) == "grants.starts_later");
    auto short_week = claim("P-3");
    short_week.hours = {3'199};
    CHECK(refusal_of(short_week) == "grants.too_few_hours");
}

TEST_CASE("someone else verifies, once")
{
    CHECK(code(check_verification(claim("P-1").head, "anja")) == "grants.verified_by_claimant");
    CHECK(code(check_verification(claim("P-1").head, "bert")).empty());
    CHECK(code(check_verification(verified_claim("P-1").head, "carl")) == "grants.claim_verified");
    auto rejected = claim("P-1").head;
    rejected.rejected_by = "bert";
    CHECK(code(check_verification(rejected, "carl")) == "grants.claim_rejected");
}

TEST_CASE("a worker who leaves within the agreed months is flagged for reclaim")
{
    // Started on 1 March 2026; twelve months are full on 1 March 2027.
    auto leaver = verified_claim("P-1");
    leaver.left_on = date(2027, 2, 28);
    CHECK(retention(leaver, terms, date(2027, 2, 27)) == Retention::running);
    CHECK(retention(leaver, terms, date(2027, 2, 28)) == Retention::broken);
    auto stayer = verified_claim("P-2");
    CHECK(retention(stayer, terms, date(2027, 2, 28)) == Retention::running);
    CHECK(retention(stayer, terms, date(2027, 3, 1)) == Retention::unproven);
    stayer.left_on = date(2027, 3, 1);
    CHECK(retention(stayer, terms, date(2027, 3, 1)) == Retention::kept);
    auto proven = verified_claim("P-3");
    proven.kept_seen_on = date(2027, 3, 4);
    CHECK(retention(proven, terms, date(2027, 3, 4)) == Retention::kept);

    CHECK(earned_by_workers(terms, {leaver, stayer, proven, claim("P-4")}) == Money::euros(10'000));
}

TEST_CASE("staying is recorded when the months are over, and leaving between the start and today")
{
    const Date later = date(2027, 4, 1);
    const auto worker = verified_claim("P-1");
    CHECK(code(check_kept(worker, terms, date(2027, 2, 28), later)) == "grants.months_running");
    CHECK(code(check_kept(worker, terms, date(2027, 3, 1), later)).empty());
    CHECK(code(check_kept(worker, terms, later + 1, later)) == "grants.evidence_in_future");
    CHECK(code(check_kept(claim("P-1"), terms, date(2027, 3, 1), later)) == "grants.not_verified");
    CHECK(code(check_left(claim("P-1"), date(2026, 9, 1), later)) == "grants.not_verified");
    CHECK(code(check_left(worker, date(2026, 2, 28), later)) == "grants.left_out_of_range");
    CHECK(code(check_left(worker, later + 1, later)) == "grants.left_out_of_range");
    CHECK(code(check_left(worker, date(2026, 9, 1), later)).empty());
    auto left = worker;
    left.left_on = date(2026, 9, 1);
    CHECK(code(check_kept(left, terms, date(2027, 3, 1), later)) == "grants.has_left");
}
