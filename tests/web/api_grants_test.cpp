// Grants over the API, from application to settlement: what is claimed, verified by a colleague, paid, reclaimed and
// settled. Who enters is user-o; who verifies, settles and reclaims is another.

#include "storage/bank_store.h"
#include "support/api_client.h"
#include "support/bank.h"
#include "usecases/verify_administration.h"

using namespace vierkant;
using namespace vierkant::testing;
using formats::Json;

namespace {

const Promised per_worker_promise{
    "201 addUndertaking registerApplication completeApplication proposeDecision decideApplication "
    "enterClaims verifyClaim rejectClaim retainWorker recordDeparture prepareGrantPayment releaseOrder reclaimGrant "
    "settleGrant importStatement matchLine "
    "200 getVerdict getGrant listGrants listUnmatchedBankLines"};
const Promised on_cost_promise{"201 grantAdvance enterClaims verifyClaim prepareGrantPayment settleGrant reclaimGrant"};

/// Who takes part. A decider who is an officer too verifies what user-o entered.
struct Colleagues {
    ApiOffice office;
    Program anna{office, "user-o", "read applications:write grants:write"};
    Program both{office, "user-both", "read grants:write"};
    Program bob{office, "user-d", "read decisions:write orders:write"};
    Program carla{office, "user-t", "read bank:write orders:write"};
};

Json workers()
{
    const auto worker = [](const std::string& reference, const std::string& start) {
        return Json{{"staff_reference", reference}, {"start_date", start},       {"weekly_hours", "36.00"},
                    {"required_level", "mbo-2"},    {"attained_level", "mbo-2"}, {"evidence", "contract"},
                    {"seen_on", "2026-06-30"}};
    };
    return {{"workers", Json::array({worker("P-0042", "2026-06-15"), worker("P-0043", "2026-06-22"),
                                     worker("P-0044", "2026-06-29")})}};
}

Json figures(const std::string& earned, const std::string& unpaid, const std::string& undue)
{
    return {{"earned", earned}, {"unpaid", unpaid}, {"undue", undue}};
}
Json figures_of(const Json& outcome)
{
    return {{"earned", outcome["earned"]}, {"unpaid", outcome["unpaid"]}, {"undue", outcome["undue"]}};
}

/// A statement of the account of the reshoring fund.
std::string bank_file(ApiOffice& office, int number, const std::vector<banking::Line>& lines)
{
    const auto funds = storage::fund_accounts(office.connection());
    const auto fund = std::find_if(funds.begin(), funds.end(), [](const auto& one) { return one.code == "reshoring"; });
    verify(fund != funds.end(), "the plan has a reshoring fund");
    auto made = statement(number, office.today(), storage::bank_balance(office.connection(), fund->fund), lines);
    made.head.account = fund->iban;
    return banking::write_camt053(banking::Camt053Version::v08, std::vector{made});
}

}  // namespace

// EUR 5,000 a worker who stays 24 months (data/schemes/reshoring-grant.2014.json); EUR 60,000 awarded for twelve.
TEST_CASE("a grant per worker is claimed, verified, paid, reclaimed and settled over the API", "[web][api]")
{
    Colleagues all;
    auto& [office, anna, both, bob, carla] = all;
    office.move_to(date(2026, 3, 16));
    anna.post("/undertakings", api_example("undertaking.json"));
    const auto number = awarded_over_api(anna, bob, api_example("application-reshoring-grant.json"));
    CHECK(number == "S-000001");
    const std::string grant = "/grants/S-000001";

    // Three have come by July. Who entered them does not verify them.
    office.move_to(date(2026, 7, 1));
    CHECK(anna.refused(grant + "/claims", R"({"workers": []})") == "400 usecases.nothing_claimed");
    CHECK(anna.refused(grant + "/claims", R"({"workers": [{"staff_reference": "P-1"}]})") == "400 formats.missing");
    CHECK(anna.refusal()["where"].get<std::string>().find("/workers/0/") != std::string::npos);
    CHECK(anna.refused(grant + "/payment-orders") == "422 grants.nothing_to_pay");
    const auto entered = anna.post(grant + "/claims", workers().dump());
    CHECK(entered["claims"] == Json::array({1, 2, 3}));
    CHECK(anna.refused(grant + "/claims", workers().dump()) == "422 grants.claimed_before");
    CHECK(anna.refused(grant + "/claims/1/verifications") == "422 grants.verified_by_claimant");
    CHECK(both.refused(grant + "/claims/9/verifications") == "404 usecases.claim_unknown");
    CHECK(both.was_told("GET /grants/S-000001"));
    CHECK(both.refused(grant + "/claims/first/verifications") == "404 api.claim_unknown");
    CHECK(both.refused("/grants/S-000009/claims/1/verifications") == "404 usecases.grant_unknown");
    CHECK(both.was_told("GET /grants"));
    CHECK(figures_of(both.post(grant + "/claims/1/verifications")) == figures("5000.00", "5000.00", "0.00"));
    CHECK(figures_of(both.post(grant + "/claims/2/verifications")) == figures("10000.00", "10000.00", "0.00"));
    CHECK(both.refused(grant + "/claims/3/rejections") == "400 formats.missing");
    CHECK(
        figures_of(both.post(grant + "/claims/3/rejections", R"({"reason": "staat bij een ander op de loonlijst"})")) ==
        figures("10000.00", "10000.00", "0.00"));
    CHECK(both.refused(grant + "/claims/3/verifications") == "422 grants.claim_rejected");

    // All that was earned goes out, after a second pair of eyes.
    CHECK(anna.refused(grant + "/payment-orders", R"({"amount": "10000.01"})") == "422 grants.above_room");
    const auto order = anna.post(grant + "/payment-orders");
    CHECK(order["amount"] == "10000.00");
    CHECK(both.refused(grant + "/settlements") == "422 grants.payment_waits");
    const auto released = bob.post("/orders/" + order["order"].get<std::string>() + "/releases");
    CHECK(released["amount"] == "10000.00");
    auto now = anna.get(grant);
    CHECK(now["paid"] == "10000.00");
    CHECK(now["committed"] == "50000.00");  // 60,000 less 10,000

    // P-0043 leaves within the 24 months: her 5,000 was paid without ground. Who recorded it does not reclaim it.
    office.move_to(date(2026, 12, 1));
    CHECK(both.refused(grant + "/reclaims") == "422 grants.nothing_to_reclaim");
    CHECK(anna.refused(grant + "/claims/2/departures", R"({"date": "2026-12-02"})") == "422 grants.left_out_of_range");
    CHECK(figures_of(anna.post(grant + "/claims/2/departures", R"({"date": "2026-11-30"})")) ==
          figures("5000.00", "0.00", "5000.00"));
    CHECK(anna.refused(grant + "/reclaims") == "422 grants.reclaimed_by_recorder");
    const auto reclaimed = both.post(grant + "/reclaims");
    CHECK(reclaimed["amount"] == "5000.00");
    CHECK(reclaimed["due_on"] == "2027-01-12");  // six weeks on (Awb 4:87): 30 days to 31 December, and 12
    now = anna.get(grant);
    CHECK(reclaimed["payment_reference"] == now["payment_reference"]);
    CHECK(now["undue"] == "0.00");
    CHECK(now["owed"] == "5000.00");

    // At the bank: our payment, 2,000 that nobody knows, and later 3,000 under the reference.
    office.move_to(date(2026, 12, 15));
    auto out = movement(office.today(), -Money::euros(10'000), "BR1");
    out.end_to_end_id = order["order"];
    auto part = movement(office.today(), Money::euros(2'000), "BR2");
    part.counterparty_account = "NL44VKWR0000000101";
    auto read = carla.post("/bank-statements", bank_file(office, 1, {out, part}), "application/xml");
    CHECK(read["on_transfers"] == Json{{"lines", 1}, {"amount", "-10000.00"}});
    CHECK(read["in_suspense"] == Json{{"lines", 1}, {"amount", "2000.00"}});
    const auto waiting = carla.get("/unmatched-bank-lines")["items"];
    REQUIRE(waiting.size() == 1);
    const auto matched = carla.post("/bank-lines/" + waiting[0]["line"].get<std::string>() + "/matches",
                                    R"({"grant": "S-000001", "reason": "gebeld met de onderneming"})");
    CHECK(matched["kind"] == "grant");
    CHECK(matched["target"] == "S-000001");
    CHECK(anna.get(grant)["owed"] == "3000.00");
    const auto rest = with_reference(movement(office.today(), Money::euros(3'000), "BR3"), now["payment_reference"]);
    read = carla.post("/bank-statements", bank_file(office, 2, {rest}), "application/xml");
    CHECK(read["on_grants"] == Json{{"lines", 1}, {"amount", "3000.00"}});
    CHECK(anna.get(grant)["owed"] == "0.00");

    // P-0042 began on 15 June 2026 and stayed until 15 June 2028, once somebody saw the proof.
    office.move_to(date(2028, 6, 14));
    CHECK(both.refused(grant + "/settlements") == "422 grants.months_running");
    CHECK(anna.refused(grant + "/claims/1/retentions", R"({"date": "2028-06-14"})") == "422 grants.months_running");
    office.move_to(date(2028, 6, 20));
    CHECK(both.refused(grant + "/settlements") == "422 grants.months_unproven");
    CHECK(both.was_told("retentions"));
    CHECK(anna.refused(grant + "/claims/2/retentions", R"({"date": "2028-06-19"})") == "422 grants.has_left");
    CHECK(figures_of(anna.post(grant + "/claims/1/retentions", R"({"date": "2028-06-19"})")) ==
          figures("5000.00", "0.00", "0.00"));
    CHECK(anna.refused(grant + "/settlements") == "422 grants.settled_by_claimant");
    const auto settled = both.post(grant + "/settlements");
    CHECK(settled["amount"] == "5000.00");
    CHECK(settled["released"] == "50000.00");  // awarded 60,000, of which 10,000 went out
    CHECK(settled["undue"] == "0.00");
    CHECK(both.refused(grant + "/settlements") == "422 grants.already_settled");
    CHECK(anna.refused(grant + "/claims", workers().dump()) == "422 usecases.settled_before");

    CHECK(anna.get("/grants")["total"] == 1);
    CHECK(usecases::verify_administration(office.connection()).empty());
    CHECK(per_worker_promise.broken() == "");
    CHECK(office.log.empty());
}

// Half of a feasibility study (data/schemes/business-case-grant.2014.json); EUR 25,000 awarded.
TEST_CASE("a grant on cost is paid ahead, proven, settled and reclaimed over the API", "[web][api]")
{
    Colleagues all;
    auto& [office, anna, both, bob, carla] = all;
    anna.post("/undertakings", api_example("undertaking.json"));
    const auto grant = "/grants/" + awarded_over_api(anna, bob, api_example("application-business-case-grant.json"));

    CHECK(anna.refused(grant + "/advances", R"({"amount": "25000.01"})") == "422 grants.advance_out_of_range");
    CHECK(anna.refused(grant + "/advances", R"({"amount": 10000})") == "400 formats.not_money");
    const auto advance = anna.post(grant + "/advances", R"({"amount": "10000.00"})");
    CHECK(advance["amount"] == "10000.00");
    CHECK_FALSE(advance.contains("due_on"));
    const auto order = anna.post(grant + "/payment-orders", R"({"amount": "10000.00", "iban": "NL44VKWR0000000101"})");
    carla.post("/orders/" + order["order"].get<std::string>() + "/releases");

    // An invoice of 12,000: half of it, 6,000, is less than the 10,000 that was advanced and paid.
    const std::string costs =
        R"({"costs": [{"evidence": "invoice", "seen_on": "2026-02-20", "lines": [{"category": "CATEGORY", )"
        R"("amount": "12000.00", "kept_at": "archief 2026/118"}]}]})";
    const auto of_category = [&](const std::string& category) {
        auto text = costs;
        return text.replace(text.find("CATEGORY"), 8, category);
    };
    CHECK(anna.refused(grant + "/claims", of_category("advice")) == "400 grants.unknown_category");
    CHECK(anna.refused(grant + "/claims", workers().dump()) == "422 usecases.not_per_worker");
    CHECK(anna.post(grant + "/claims", of_category("feasibility-study"))["claims"] == Json::array({1}));
    CHECK(both.refused(grant + "/settlements") == "422 grants.claim_waits");
    CHECK(figures_of(both.post(grant + "/claims/1/verifications")) == figures("6000.00", "0.00", "0.00"));
    CHECK(both.refused(grant + "/claims/1/retentions", R"({"date": "2026-03-02"})") ==
          "404 usecases.worker_claim_unknown");

    const auto settled = both.post(grant + "/settlements");
    CHECK(settled["amount"] == "6000.00");
    CHECK(settled["released"] == "15000.00");  // 25,000 less the 10,000 that went out
    CHECK(settled["undue"] == "4000.00");      // 10,000 less 6,000
    const auto reclaimed = both.post(grant + "/reclaims");
    CHECK(reclaimed["amount"] == "4000.00");
    CHECK(reclaimed["due_on"] == "2026-04-13");  // six weeks on: 29 days to 31 March, and 13
    CHECK(anna.get(grant)["owed"] == "4000.00");
    CHECK(usecases::verify_administration(office.connection()).empty());
    CHECK(on_cost_promise.broken() == "");
    CHECK(office.log.empty());
}
