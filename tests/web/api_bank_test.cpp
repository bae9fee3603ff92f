// The bank and the books over the API: a statement with all that can be on it, what is matched by hand, and how days
// and a period are closed.

#include "storage/bank_store.h"
#include "storage/transfer_store.h"
#include "support/api_client.h"
#include "support/bank.h"
#include "usecases/verify_administration.h"

using namespace vierkant;
using namespace vierkant::testing;
using formats::Json;

namespace {

const Promised promise{
    "201 importStatement matchLine closeDays closePeriod chooseInterestBooking bookProvisions prepareLoanOrder "
    "releaseOrder addLoanEvent "
    "200 getEntry listBankLines listUnmatchedBankLines getClosings listProvisions listOrders verifyAdministration"};

Json counted(int lines, const std::string& amount)
{
    return {{"lines", lines}, {"amount", amount}};
}

/// What the bank of the revolving fund says of a day. Lines 2 to 7 are nobody's that the program knows.
std::string month_at_the_bank(ApiOffice& office)
{
    const Date day = date(2026, 3, 2);
    const auto fund = storage::fund_accounts(office.connection()).front();
    const auto known = [&](std::int64_t euros, const std::string& end_to_end) {
        auto line = movement(day, Money::euros(euros), "BR-" + end_to_end);
        line.end_to_end_id = end_to_end;
        return line;
    };
    const auto unknown = [&](Money amount, const std::string& reference) {
        auto line = movement(day, amount, reference);
        line.counterparty = "Onbekend";
        line.counterparty_account = "NL44VKWR0000000101";
        return line;
    };
    auto made = statement(
        1, day, storage::bank_balance(office.connection(), fund.fund) + Money::euros(1),
        {known(-100'000, "O-000001"), unknown(Money::cents(1'234), "BR2"), unknown(Money::euros(1'000), "BR3"),
         unknown(-Money::euros(50), "BR4"), unknown(Money::euros(50), "BR5"), unknown(Money::euros(500'000), "BR6"),
         unknown(-Money::euros(20'000), "BR7")});
    made.head.account = fund.iban;
    return banking::write_camt053(banking::Camt053Version::v08, std::vector{made});
}

/// The number of the line that moved so much.
std::string line_of(Program& program, const std::string& amount)
{
    const auto waiting = program.get("/unmatched-bank-lines");
    for (const auto& line : waiting["items"]) {
        if (line["amount"] == amount) return line["line"];
    }
    return "none";
}

/// The row of a table that is about this fund.
Json of_fund(const Json& rows, const std::string& fund)
{
    for (const auto& row : rows) {
        if (row["fund"] == fund) return row;
    }
    return {};
}

}  // namespace

TEST_CASE("a statement is read and matched, and days and a period closed, over the API", "[web][api]")
{
    ApiOffice office;
    Program anna{office, "user-o", "read applications:write loans:write"};
    Program bob{office, "user-d", "read decisions:write orders:write"};
    Program carla{office, "user-t", "read bank:write close:write orders:write"};
    Program dirk{office, "user-u", "audit:read"};
    anna.post("/undertakings", api_example("undertaking.json"));
    const auto loan = "/loans/" + awarded_over_api(anna, bob, api_example("application-investment-loan.json"));
    for (const auto* amount : {"100000.00", "20000.00"}) {
        const auto order = anna.post(loan + "/orders", Json{{"kind", "disbursement"}, {"amount", amount}}.dump());
        CHECK(carla.get("/orders")["items"][0]["amount"] == amount);
        carla.post("/orders/" + order["order"].get<std::string>() + "/releases");
    }

    // The statement opens with a euro more than the books have: read, and said.
    const auto file = month_at_the_bank(office);
    CHECK(carla.refused("/bank-statements", "geen afschrift", "application/xml") == "400 banking.not_well_formed");
    CHECK(carla.refused("/bank-statements", file, "application/json") == "415 api.wrong_type");
    auto read = carla.post("/bank-statements", file, "application/xml");
    CHECK(read["changed"] == true);
    CHECK(read["statements"][0]["lines"] == 7);
    CHECK(read["on_transfers"] == counted(1, "-100000.00"));
    CHECK(read["in_suspense"] == counted(6, "481012.34"));  // 12.34 + 1,000 - 50 + 50 + 500,000 - 20,000
    CHECK(read["notices"].size() == 1);
    read = carla.post("/bank-statements", file, "application/xml");
    CHECK(read["changed"] == false);
    CHECK(read["statements"][0]["known"] == true);

    // Each line that waits goes where an officer says, and says why where that is asked.
    const auto match = [&](const std::string& amount) { return "/bank-lines/" + line_of(carla, amount) + "/matches"; };
    CHECK(carla.refused("/bank-lines/B-000099/matches", R"({"loan": "L-000001"})") == "404 usecases.line_unknown");
    CHECK(carla.was_told("GET /bank-lines"));
    CHECK(carla.refused("/bank-lines/99x/matches", R"({"loan": "L-000001"})") == "400 usecases.line_number_unreadable");
    CHECK(carla.refused(match("12.34"), R"({"ignore": true})") == "400 usecases.reason_missing");
    CHECK(carla.was_told("Schrijf in reason"));
    CHECK(carla.refused(match("12.34"), "{}") == "400 usecases.one_target");
    CHECK(carla.was_told("loan, grant, transfer, return_of, funder en ignore"));
    CHECK(carla.refused(match("12.34"), R"({"grant": "S-000009"})") == "422 usecases.grant_unknown");
    CHECK(carla.post(match("12.34"), R"({"ignore": true, "reason": "hoort bij de gemeente"})")["kind"] == "ignored");
    auto matched = carla.post(match("1000.00"), R"({"loan": "L-000001", "reason": "gebeld"})");
    CHECK(matched["kind"] == "loan");
    CHECK(matched["target"] == "L-000001");
    const auto out = line_of(carla, "-50.00");
    CHECK(carla.refused(match("-50.00"), R"({"loan": "L-000001"})") == "422 usecases.line_went_out");
    CHECK(carla.refused(match("50.00"), R"({"return_of": "B-000002"})") == "422 usecases.not_a_return_of");
    matched = carla.post(match("50.00"), Json{{"return_of", out}}.dump());
    CHECK(matched["target"] == out);
    CHECK(carla.refused(match("500000.00"), R"({"funder": "assen"})") == "422 usecases.funder_unknown");
    CHECK(carla.was_told("emmen"));
    CHECK(carla.post(match("500000.00"), R"({"funder": "emmen"})")["kind"] == "contribution");
    CHECK(carla.refused(match("-20000.00"), R"({"transfer": "T-000099"})") == "422 usecases.transfer_not_open");
    CHECK(carla.was_told("candidates"));
    const auto transfers = storage::open_transfers(office.connection(), revolving);
    REQUIRE(transfers.size() == 1);
    CHECK(carla.post(match("-20000.00"), Json{{"transfer", storage::number_of(transfers[0].id)}}.dump())["kind"] ==
          "transit");
    CHECK(carla.get("/unmatched-bank-lines")["total"] == 0);
    CHECK(carla.get("/bank-lines")["total"] == 7);
    CHECK(carla.refused("/bank-lines/" + out + "/matches", R"({"loan": "L-000001"})") ==
          "422 usecases.line_not_in_suspense");
    CHECK(anna.get(loan)["outstanding"] == "120000.00");  // of the 1,000 nothing was due yet: it waits

    // March is closed in April: first its days.
    CHECK(carla.refused("/closed-days", R"({"until": "2026-03-31"})") == "422 usecases.day_not_come");
    office.move_to(date(2026, 4, 2));
    CHECK(carla.refused("/closed-periods", R"({"until": "2026-03-30"})") == "422 usecases.period_end_wrong");
    CHECK(carla.refused("/closed-periods", R"({"until": "2026-03-31"})") == "422 usecases.days_open");
    CHECK(carla.was_told("POST /closed-days met until 2026-03-31"));
    CHECK(carla.refused("/closed-days", R"({"until": "2026-03-31", "fund": "geen"})") == "422 usecases.fund_unknown");
    const auto days = carla.post("/closed-days", R"({"until": "2026-03-31"})");
    const auto revolving_days = of_fund(days["funds"], "revolving");
    CHECK(revolving_days["last"] == "2026-03-31");
    CHECK(revolving_days["days"] == 30);  // from 2 March, the day that the fund began
    CHECK(revolving_days["fell_due"] == "0.00");

    const auto provisions = carla.post("/provisions", R"({"as_of": "2026-03-31"})");
    CHECK(provisions["loans"] == 1);
    CHECK(provisions["change"] == provisions["provision"]);  // nothing was booked before
    CHECK(carla.get("/provisions?as-of=2026-03-31")["items"][0]["booked"] == provisions["provision"]);
    CHECK(carla.refused("/provisions", R"({"as_of": "2026-03-30"})") == "422 usecases.provisions_booked");

    const auto closed = carla.post("/closed-periods", R"({"until": "2026-03-31", "note": "12,34 van de gemeente"})");
    const auto period = of_fund(closed["periods"], "revolving");
    CHECK(period["from"] == "2026-03-02");
    CHECK(period["closed_by"] == "user-t");
    auto debit = Money{};
    auto credit = Money{};
    for (const auto& account : closed["balance"]) {
        debit += *parse_money(account["debit"].get<std::string>());
        credit += *parse_money(account["credit"].get<std::string>());
    }
    CHECK(debit == credit);
    CHECK(debit.is_positive());
    CHECK(of_fund(carla.get("/closings")["funds"], "revolving")["closed_period"] == "2026-03-31");
    CHECK(carla.refused("/provisions", R"({"as_of": "2026-03-31"})").starts_with("422 "));
    // What happened in a closed period is booked in the open one.
    const auto paid = anna.post(loan + "/events", R"({"type": "payment", "date": "2026-03-31", "amount": "10.00"})");
    CHECK(anna.get("/funds/revolving/entries/" + paid["entry"].dump())["date"] == "2026-04-02");

    CHECK(carla.refused("/funds/revolving/interest-bookings", R"({"interest": "week"})") == "400 formats.unknown_name");
    CHECK(carla.was_told("day, month"));
    CHECK(carla.refused("/funds/geen/interest-bookings", R"({"interest": "month"})") == "404 usecases.fund_unknown");
    const auto booking = carla.post("/funds/revolving/interest-bookings", R"({"interest": "month"})");
    CHECK(booking["fund"] == "revolving");
    CHECK(booking["interest"] == "month");

    CHECK(dirk.post("/verifications")["agrees"] == false);
    CHECK(promise.broken() == "");
    CHECK(office.log.empty());
}
