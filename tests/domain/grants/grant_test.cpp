#include "domain/grants/grant.h"
#include "domain/grants/booking.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <map>

using namespace vierkant;
using namespace vierkant::grants;
using ledger::Account;

namespace {

const WorkerTerms terms{4, Money::euros(5'000), {3'200}, 12};
const Date start = date(2026, 3, 1);

WorkerClaim worker(std::int64_t number, const std::string& verified_by = "bert")
{
    WorkerClaim claim{{ClaimId{number}, "anja", {"contract", start}},
                      "P-" + std::to_string(number),
                      start,
                      {3'600},
                      "mbo-2",
                      "mbo-1",
                      "NONE"};
    if (!verified_by.empty()) claim.head.verified_by = verified_by;
    return claim;
}

/// EUR 20,000 for four workers, of whom these are verified.
Grant grant_with(int verified)
{
    Grant grant{{date(2026, 1, 15), Money::euros(20'000), terms}, {}, {}, {}};
    for (int n = 1; n <= verified; ++n) grant.workers.push_back(worker(n));
    return grant;
}

void happen(Grant& grant, EventKind kind, Money amount)
{
    grant.events.push_back({EventId{}, kind, start, amount});
}

template <class T>
std::string_view code(const Result<T>& result)
{
    return result ? std::string_view{} : result.refusal().text->code;
}

const Money no_limit = Money::euros(5'000'000);

}  // namespace

TEST_CASE("what may be paid is what was earned, within the award and the ceiling")
{
    auto grant = grant_with(2);
    happen(grant, EventKind::paid, Money::euros(5'000));
    const auto standing = standing_of(grant);
    CHECK(standing.earned == Money::euros(10'000));
    CHECK(standing.unpaid() == Money::euros(5'000));
    CHECK(standing.committed() == Money::euros(15'000));
    CHECK(code(check_payment(standing, Money::euros(5'000), {}, no_limit)).empty());
    CHECK(code(check_payment(standing, Money::cents(500'001), {}, no_limit)) == "grants.above_room");
    CHECK(code(check_payment(standing, Money::euros(5'000), Money::cents(1), no_limit)) == "grants.above_room");
    CHECK(code(check_payment(standing, Money::euros(5'000), {}, Money::euros(4'999))) == "grants.above_ceiling");
    CHECK(code(check_payment(standing, {}, {}, no_limit)) == "grants.nothing_to_pay");
    // Seven workers, an award for four.
    CHECK(standing_of(grant_with(7)).earned == Money::euros(20'000));
}

TEST_CASE("a worker who left early leaves money undue, which is reclaimed by someone else")
{
    auto grant = grant_with(2);
    happen(grant, EventKind::paid, Money::euros(10'000));
    CHECK(code(reclaim(grant, "bert")) == "grants.nothing_to_reclaim");
    grant.workers[0].left_on = date(2026, 9, 1);
    grant.workers[0].left_by = "carl";
    CHECK(standing_of(grant).undue() == Money::euros(5'000));
    CHECK(code(reclaim(grant, "carl")) == "grants.reclaimed_by_recorder");
    CHECK(*reclaim(grant, "bert") == Money::euros(5'000));
    happen(grant, EventKind::reclaimed, Money::euros(5'000));
    CHECK(standing_of(grant).undue().is_zero());
    CHECK(standing_of(grant).owed() == Money::euros(5'000));
    happen(grant, EventKind::repaid, Money::euros(2'000));
    CHECK(standing_of(grant).owed() == Money::euros(3'000));
    // Awb 4:87: six weeks. 1 September and 42 days.
    CHECK(reclaim_due(date(2026, 9, 1)) == date(2026, 10, 13));
}

TEST_CASE("an advance may be paid before anything is proven, within the award")
{
    auto grant = grant_with(0);
    CHECK(code(check_advance(standing_of(grant), Money::cents(2'000'001))) == "grants.advance_out_of_range");
    CHECK(code(check_advance(standing_of(grant), {})) == "grants.advance_out_of_range");
    CHECK(code(check_advance(standing_of(grant), Money::euros(20'000))).empty());
    happen(grant, EventKind::advanced, Money::euros(8'000));
    CHECK(standing_of(grant).unpaid() == Money::euros(8'000));
    happen(grant, EventKind::paid, Money::euros(8'000));
    CHECK(standing_of(grant).undue().is_zero());
    happen(grant, EventKind::settled, Money::euros(5'000));
    CHECK(standing_of(grant).undue() == Money::euros(3'000));
    CHECK(code(check_advance(standing_of(grant), Money::euros(1))) == "grants.already_settled");
}

TEST_CASE("a grant is settled when nothing waits, by someone who entered no claim")
{
    const Date after = date(2027, 4, 1);
    auto grant = grant_with(2);
    CHECK(code(settlement(grant, {}, "bert", date(2027, 2, 1))) == "grants.months_running");
    CHECK(code(settlement(grant, {}, "bert", after)) == "grants.months_unproven");
    grant.workers[0].kept_seen_on = after;
    grant.workers[1].left_on = date(2026, 8, 1);
    CHECK(code(settlement(grant, {}, "anja", after)) == "grants.settled_by_claimant");
    CHECK(code(settlement(grant, Money::euros(1), "bert", after)) == "grants.payment_waits");
    CHECK(*settlement(grant, {}, "bert", after) == Money::euros(5'000));
    grant.workers.push_back(worker(3, ""));
    CHECK(code(settlement(grant, {}, "bert", after)) == "grants.claim_waits");
    grant.workers.pop_back();
    happen(grant, EventKind::settled, Money::euros(5'000));
    CHECK(code(settlement(grant, {}, "bert", after)) == "grants.already_settled");
    CHECK(standing_of(grant).committed() == Money::euros(5'000));
    CHECK(totals(standing_of(grant)).released == Money::euros(15'000));
}

TEST_CASE("a claim is rejected until it was paid on")
{
    auto grant = grant_with(2);
    CHECK(code(check_rejection(grant, ClaimId{1}, {})).empty());
    CHECK(code(check_rejection(grant, ClaimId{1}, Money::euros(5'000))).empty());
    CHECK(code(check_rejection(grant, ClaimId{1}, Money::euros(5'001))) == "grants.claim_paid");
    happen(grant, EventKind::paid, Money::euros(10'000));
    CHECK(code(check_rejection(grant, ClaimId{1}, {})) == "grants.claim_paid");
    grant.workers.push_back(worker(3, ""));
    CHECK(code(check_rejection(grant, ClaimId{3}, {})).empty());
    grant.workers[2].head.rejected_by = "bert";
    CHECK(code(check_rejection(grant, ClaimId{3}, {})) == "grants.claim_rejected");
}

TEST_CASE("a statement of cost has lines of the scheme's categories, each with its invoice")
{
    // The foreign-investment premium: 20 % of cost (action plan 2014, chapter 6).
    const CostTerms premium{{{"investment", percent(20), Money::euros(100'000)}}};
    const auto statement = [](std::string category, Money amount, std::string kept_at) {
        return CostClaim{{ClaimId{1}, "anja", {"invoice", start}}, {{{std::move(category), amount}, kept_at}}};
    };
    const auto refused = [&](const CostClaim& claim) { return code(check(claim, premium, start)); };
    CHECK(refused(statement("investment", Money::euros(50'000), "archief 2026/1")).empty());
    CHECK(refused(statement("lunch", Money::euros(50), "archief 2026/1")) == "grants.unknown_category");
    CHECK(refused(statement("investment", {}, "archief 2026/1")) == "grants.negative_cost");
    CHECK(refused(statement("investment", Money::euros(1), "")) == "grants.cost_evidence_missing");
    CHECK(refused(statement("investment", Money::euros(1), "dossier 111222333")) == "grants.reference_is_bsn");
    CHECK(refused({{ClaimId{1}, "anja", {"invoice", start}}, {}}) == "grants.no_cost_lines");

    Grant grant{{start, Money::euros(30'000), premium}, {}, {}, {}};
    grant.costs.push_back(statement("investment", Money::euros(50'000), "archief 2026/1"));
    CHECK(standing_of(grant).earned.is_zero());
    grant.costs[0].head.verified_by = "bert";
    CHECK(standing_of(grant).earned == Money::euros(10'000));
}

TEST_CASE("whatever happens, the books follow the grant and nothing above the award is paid")
{
    CHECK(rc::check("postings add up to the flows; paid stays within award and ceiling (invariant 6)", [] {
        auto grant = grant_with(0);
        const auto ceiling = Money::euros(*rc::gen::inRange<std::int64_t>(0, 30'000));
        std::map<Account, Money> books;
        const auto post = [&](const std::vector<ledger::Posting>& postings) {
            for (const auto& posting : postings) {
                books[posting.debit] += posting.amount;
                books[posting.credit] -= posting.amount;
                RC_ASSERT(posting.amount.is_positive());
            }
        };
        post(award_postings(GrantId{1}, grant.award.amount));
        const auto steps = *rc::gen::inRange(1, 25);
        for (int step = 0; step < steps; ++step) {
            const auto before = totals(standing_of(grant));
            const auto standing = standing_of(grant);
            const auto amount = Money::euros(*rc::gen::inRange<std::int64_t>(1, 12'000));
            const auto pick = grant.workers.empty() ? 0 : *rc::gen::inRange<std::size_t>(0, grant.workers.size());
            switch (*rc::gen::inRange(0, 8)) {
                case 0:
                    if (!standing.settled) grant.workers.push_back(worker(step));
                    break;
                case 1:
                    if (!standing.settled && !grant.workers.empty()) grant.workers[pick].left_on = date(2026, 6, 1);
                    break;
                case 2:
                    if (check_payment(standing, amount, {}, ceiling - standing.paid)) {
                        happen(grant, EventKind::paid, amount);
                    }
                    break;
                case 3:
                    if (check_advance(standing, amount)) happen(grant, EventKind::advanced, amount);
                    break;
                case 4:
                    if (const auto undue = reclaim(grant, "bert")) happen(grant, EventKind::reclaimed, *undue);
                    break;
                case 5:
                    if (standing.owed().is_positive()) happen(grant, EventKind::repaid, amount);
                    break;
                case 6:
                    if (!grant.workers.empty() && check_rejection(grant, grant.workers[pick].head.id, {})) {
                        grant.workers[pick].head.rejected_by = "bert";
                    }
                    break;
                default:
                    if (!standing.settled && step > 12) happen(grant, EventKind::settled, standing.earned);
                    break;
            }
            post(postings_for(before, totals(standing_of(grant)), GrantId{1}, {}));
            const auto now = standing_of(grant);
            const auto flows = totals(now);
            RC_ASSERT(now.paid <= now.awarded);
            RC_ASSERT(now.paid <= ceiling);
            RC_ASSERT(-books[Account::committed] == now.committed());
            RC_ASSERT(now.committed() + now.paid + flows.released == now.awarded);
            RC_ASSERT(!flows.released.is_negative());
            RC_ASSERT(-books[Account::grants_payable] == flows.granted - now.paid);
            RC_ASSERT(flows.granted >= now.paid);
            RC_ASSERT(books[Account::grants] == flows.granted - now.reclaimed);
            RC_ASSERT(books[Account::reclaim_receivable] == now.owed());
            RC_ASSERT(now.undue() + now.reclaimed <= now.paid);
        }
    }));
}
