// The reports beside the first ones, each figure against a sum worked out by hand from small_portfolio.h and what is
// added here.

#include "storage/dossier_store.h"
#include "support/databases.h"
#include "support/reports.h"
#include "support/small_portfolio.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;
using reporting::Cell;

namespace {

const auto as_of = date(2026, 9, 15);

/// An application that asks EUR 250,000 of an investment of EUR 640,000.
constexpr auto application = R"({"scheme": "investment-loan", "applicant": "90000017", "purpose": "Compoundeerlijn",
 "received_on": "2026-02-02", "starts_on": "2026-06-01", "municipality": "GM0114", "amount": "250000.00",
 "investment_plan": [{"description": "Machines", "amount": "600000.00"}, {"description": "Inbouw", "amount": "40000.00"}],
 "financing": {"own": "200000.00", "bank": "190000.00"},
 "jobs": [{"kind": "made", "level": "mbo-2", "jobs": 8, "hours": "288.00"}],
 "double_funding": false, "in_difficulty": false, "de_minimis_aid": [], "term_months": 60, "collateral": "60.00",
 "rating": "good"})";

storage::StoredDossier opened(storage::Work& work, std::int64_t undertaking, Date received_on)
{
    return storage::open_dossier(work, {revolving, DossierId{}, "", UndertakingId{undertaking}, "investment-loan",
                                        date(2024, 1, 1), received_on, Money::euros(250'000), application});
}

void happened(storage::Work& work, const storage::StoredDossier& dossier, std::int64_t no, dossiers::EventKind kind,
              Date day, std::optional<Date> until = std::nullopt)
{
    const auto amount = kind == dossiers::EventKind::awarded ? std::optional{Money::euros(250'000)} : std::nullopt;
    storage::add_dossier_event(work, dossier, no, {kind, day, "anna", until, amount, ""}, "{}");
}

/// Four applications for an investment loan; the term is eight weeks (data/schemes/investment-loan.2024.json).
///   2026-0001  Emmen, received Monday 2 February: eight weeks on is 30 March. Awarded on 30 March, in time.
///   2026-0002  Coevorden, received 2 March: eight weeks on is 27 April, Koningsdag. Asked to complete on 9 March, done
///   on
///              19 March: the clock stood still on 10 up to and including 18 March, nine days: 6 May. Refused on 11
///              May, too late.
///   2026-0003  Hoogeveen, received 3 August: eight weeks on is 28 September. Still open on 15 September, 13 days left.
///   2025-0001  Emmen, received 1 December 2025, withdrawn on 5 January 2026.
void make_dossiers(storage::Connection& connection)
{
    using dossiers::EventKind;
    storage::Work work{connection, task("dossiers", date(2026, 9, 1))};
    const auto first = opened(work, 1, date(2026, 2, 2));
    happened(work, first, 1, EventKind::registered, date(2026, 2, 2));
    happened(work, first, 2, EventKind::award_proposed, date(2026, 3, 16));
    happened(work, first, 3, EventKind::awarded, date(2026, 3, 30));
    storage::add_aid_award(work, first, date(2026, 3, 30), "2023/2831", Money::euros(40'000));
    const auto second = opened(work, 2, date(2026, 3, 2));
    happened(work, second, 1, EventKind::registered, date(2026, 3, 2));
    happened(work, second, 2, EventKind::completion_requested, date(2026, 3, 9), date(2026, 4, 6));
    happened(work, second, 3, EventKind::completed, date(2026, 3, 19));
    happened(work, second, 4, EventKind::refusal_proposed, date(2026, 5, 1));
    happened(work, second, 5, EventKind::refused, date(2026, 5, 11));
    const auto third = opened(work, 3, date(2026, 8, 3));
    happened(work, third, 1, EventKind::registered, date(2026, 8, 3));
    const auto fourth = opened(work, 1, date(2025, 12, 1));
    happened(work, fourth, 1, EventKind::registered, date(2025, 12, 1));
    happened(work, fourth, 2, EventKind::withdrawn, date(2026, 1, 5));
    work.commit("dossiers");
}

}  // namespace

TEST_CASE("arrears count each loan once, by its oldest", "[reports]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        // L-1: of the 2,575.00 of 1 July 1,575.00 of principal is open, 76 days. Outstanding 6,575 of 11,575.
        const auto report = drawn_up(connection, "arrears", as_of);
        const auto& bands = table_of(report, "bands");
        REQUIRE(bands.rows.size() == 1);
        CHECK(cell(bands, "61-90", "loans") == "1");
        CHECK(cell(bands, "61-90", "arrears") == "1575.00");
        CHECK(cell(bands, "61-90", "outstanding") == "6575.00");
        CHECK(cell(bands, "61-90", "share") == "56.80");
        CHECK(cell(table_of(report, "loans"), "L-1", "principal") == "1575.00");
        CHECK(cell(table_of(report, "loans"), "L-1", "interest") == "0.00");
        CHECK(cell(table_of(report, "sector"), "industry", "at_risk") == "6575.00");
        CHECK(cell(table_of(report, "municipality"), "GM0109", "late") == "0");
        // On 15 July: L-1 14 days; L-4 with both instalments since 1 April, 105 days: 10,000 of 6,575 + 5,000 + 10,000.
        const auto then = drawn_up(connection, "arrears", date(2026, 7, 15));
        CHECK(cell(table_of(then, "bands"), "1-30", "arrears") == "1575.00");
        CHECK(cell(table_of(then, "bands"), "91-180", "arrears") == "5200.00");
        CHECK(cell(table_of(then, "bands"), "91-180", "share") == "46.35");
        CHECK(cell(table_of(then, "bands"), "", "outstanding") == "16575.00");
    });
}

TEST_CASE("concentration counts undertakings that are one as one", "[reports]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        auto report = drawn_up(connection, "concentration", as_of);
        CHECK(cell(table_of(report, "figures"), "largest_1", "outstanding") == "6575.00");
        CHECK(cell(table_of(report, "figures"), "largest_1", "share") == "56.80");
        CHECK(cell(table_of(report, "figures"), "largest_5", "share") == "100.00");
        CHECK(cell(table_of(report, "figures"), "largest_5", "share_of_capital") == "0.12");  // 11,575 / 10,000,000
        CHECK(cell(table_of(report, "undertakings"), "Vezel Coevorden B.V.", "share") == "43.20");
        CHECK(cell(table_of(report, "sector"), "technology", "outstanding") == "5000.00");
        // Both turn out to have the same parent, which is not registered here.
        connection.execute(
            "INSERT INTO undertaking_link (administration_id, undertaking_id, line_no, other_kvk, kind) "
            "VALUES (1, 1, 1, '99999999', 'parent'), (1, 2, 1, '99999999', 'parent')",
            {});
        report = drawn_up(connection, "concentration", as_of);
        const auto& undertakings = table_of(report, "undertakings");
        REQUIRE(undertakings.rows.size() == 1);
        CHECK(cell(undertakings, "Kunststof Emmen B.V.", "members") == "2");
        CHECK(cell(undertakings, "Kunststof Emmen B.V.", "outstanding") == "11575.00");
    });
}

TEST_CASE("losses are told by year, with what was given up of interest", "[reports]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        const auto report = drawn_up(connection, "write-offs", as_of);
        const auto& years = table_of(report, "years");
        CHECK(cell(years, "2026", "disbursed") == "30000.00");
        CHECK(cell(years, "2026", "written_off") == "10000.00");
        CHECK(cell(years, "2026", "other") == "200.00");
        CHECK(cell(years, "2026", "lost") == "10200.00");
        CHECK(cell(table_of(report, "events"), "2026-08-01", "amount") == "10200.00");
        CHECK(cell(table_of(drawn_up(connection, "write-offs", date(2026, 7, 31)), "years"), "2026", "lost") == "0.00");
    });
}

TEST_CASE("a ceiling is used by what is committed, outstanding and granted", "[reports]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        const auto report = drawn_up(connection, "ceilings", as_of);
        const auto& funds = table_of(report, "funds");
        CHECK(cell(funds, "revolving", "ceiling") == "10000000.00");
        CHECK(cell(funds, "revolving", "awarded") == "40000.00");
        CHECK(cell(funds, "revolving", "left") == "9978425.00");  // less 10,000 committed and 11,575 outstanding
        CHECK(cell(funds, "revolving", "used") == "0.22");
        CHECK(cell(funds, "reshoring", "left") == "5000000.00");
        CHECK(cell(funds, "", "ceiling") == "35500000.00");  // the plan: 10 + 5 + 0.5 + 20 million
    });
}

TEST_CASE("the funder's figures are those of the other reports", "[reports]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        make_dossiers(connection);
        const auto report = drawn_up(connection, "funder", as_of);
        const auto first = [&](const char* table, const char* key) { return first_cell(table_of(report, table), key); };
        CHECK(first("base", "capital") == "10000000.00");
        CHECK(first("base", "lost") == "10200.00");
        CHECK(first("base", "available") == "9968775.00");
        CHECK(first("base", "utilisation") == "0.22");
        CHECK(first("quality", "in_default") == "0.00");
        CHECK(first("quality", "loss_rate") == "33.33");  // 10,000 of 30,000
        CHECK(first("jobs", "per_promised") == "800.00");
        CHECK(first("jobs", "per_realised") == "1290.32");
        CHECK(first("leverage", "investment") == "640000.00");
        CHECK(first("leverage", "leverage") == "2.56");  // 640,000 / 250,000
        const auto& halves = table_of(report, "halves");
        CHECK(cell(halves, "2026-1", "repaid") == "5000.00");
        CHECK(cell(halves, "2026-2", "repaid") == "3425.00");
        CHECK(cell(halves, "2026-2", "lost") == "10000.00");
        // In August L-4 is written off; on 15 July 10,000 of 21,575 was over 90 days late.
        const auto then = drawn_up(connection, "funder", date(2026, 7, 15));
        CHECK(first_cell(table_of(then, "quality"), "default_rate") == "46.35");
    });
}

TEST_CASE("decisions are counted by year and measured against their term", "[reports]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        make_dossiers(connection);
        const auto report = drawn_up(connection, "decisions", as_of);
        const auto& years = table_of(report, "years");
        CHECK(cell(years, "2025", "received") == "1");
        CHECK(cell(years, "2025", "withdrawn") == "0");
        CHECK(cell(years, "2026", "received") == "3");
        CHECK(cell(years, "2026", "decided") == "2");
        CHECK(cell(years, "2026", "within") == "1");
        CHECK(cell(years, "2026", "share") == "50.00");
        CHECK(cell(years, "2026", "withdrawn") == "1");
        CHECK(cell(table_of(report, "schemes"), "investment-loan", "received") == "3");
        const auto& open = table_of(report, "open");
        REQUIRE(open.rows.size() == 1);
        CHECK(cell(open, "2026-0003", "decide_by") == "2026-09-28");
        CHECK(cell(open, "2026-0003", "days_left") == "13");
        const auto& decided = table_of(report, "decided");
        CHECK(cell(decided, "2026-0001", "decide_by") == "2026-03-30");
        CHECK(cell(decided, "2026-0001", "within") == "yes");
        CHECK(cell(decided, "2026-0002", "decide_by") == "2026-05-06");
        CHECK(cell(decided, "2026-0002", "within") == "no");
        CHECK(cell(decided, "2026-0002", "days") == "70");
        // On 15 March none was decided, and one was waiting for completion.
        const auto then = drawn_up(connection, "decisions", date(2026, 3, 15));
        CHECK(cell(table_of(then, "years"), "2026", "decided") == "0");
        CHECK(cell(table_of(then, "open"), "2026-0002", "status") == "incomplete");
    });
}

TEST_CASE("the state-aid register adds up three years by single undertaking", "[reports]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        make_dossiers(connection);
        auto report = drawn_up(connection, "state-aid", as_of);
        CHECK(cell(table_of(report, "register"), "2026-0001", "equivalent") == "40000.00");
        CHECK(cell(table_of(report, "basis"), "2023/2831", "this_year") == "40000.00");
        const auto& de_minimis = table_of(report, "de_minimis");
        CHECK(cell(de_minimis, "Kunststof Emmen B.V.", "ceiling") == "300000.00");  // 2023/2831, art. 3(2)
        CHECK(cell(de_minimis, "Kunststof Emmen B.V.", "room") == "260000.00");
        // Three years after the award it does not count any more; the day before it does.
        CHECK(table_of(drawn_up(connection, "state-aid", date(2029, 3, 29)), "de_minimis").rows.size() == 1);
        CHECK(table_of(drawn_up(connection, "state-aid", date(2029, 3, 30)), "de_minimis").rows.empty());
    });
}

TEST_CASE("grants show what was paid, settled and reclaimed", "[reports]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        storage::Work work{connection, task("grants", date(2026, 9, 1))};
        const auto dossier = opened(work, 1, date(2026, 1, 15));
        const std::string award =
            "INSERT INTO grant_award (fund_id, grant_id, number, payment_reference, dossier_id, undertaking_id, "
            "scheme_code, sector, municipality_code, awarded_on, amount, terms, work_no, fact_no) VALUES (1, 1, "
            "'S-000001', 'RF1', ?, 1, 'reshoring-grant', 'industry', 'GM0114', '2026-01-20', 5000000, '{}', 1, 90001)";
        connection.execute(award, {dossier.id.value});
        std::int64_t no = 0;
        const auto happened_to_grant = [&](const char* kind, const char* day, std::int64_t cents) {
            ++no;
            connection.execute(
                "INSERT INTO grant_event (fund_id, grant_id, event_no, kind, day, amount, actor, note, "
                "work_no, fact_no) VALUES (1, 1, ?, ?, ?, ?, 'anna', '', 1, ?)",
                {no, std::string{kind}, std::string{day}, cents, 91'000 + no});
        };
        // Paid 10,000 + 15,000, of which the bank sent 15,000 back; paid again. Settled at 22,000: 3,000 reclaimed,
        // 1,000 back.
        happened_to_grant("advanced", "2026-02-01", 1'000'000);
        happened_to_grant("paid", "2026-03-01", 1'500'000);
        happened_to_grant("payment_returned", "2026-03-03", 1'500'000);
        happened_to_grant("paid", "2026-03-10", 1'500'000);
        happened_to_grant("settled", "2026-07-01", 2'200'000);
        happened_to_grant("reclaimed", "2026-07-01", 300'000);
        happened_to_grant("repaid", "2026-08-01", 100'000);
        work.commit("grants");
        const auto report = drawn_up(connection, "grants", as_of);
        const auto& grants = table_of(report, "grants");
        CHECK(cell(grants, "S-000001", "paid") == "25000.00");
        CHECK(cell(grants, "S-000001", "settled") == "22000.00");
        CHECK(cell(grants, "S-000001", "open") == "2000.00");
        CHECK(cell(table_of(report, "schemes"), "reshoring-grant", "number_settled") == "1");
        const auto then = drawn_up(connection, "grants", date(2026, 3, 5));
        CHECK(cell(table_of(then, "grants"), "S-000001", "paid") == "10000.00");
        CHECK(cell(table_of(then, "grants"), "S-000001", "settled").empty());
    });
}

TEST_CASE("the yearly report for councils has the figures of the reports it is made of", "[reports]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        make_dossiers(connection);
        const auto report = drawn_up(connection, "council-year", as_of);
        CHECK(cell(table_of(report, "fund-statement-figures"), "available", "amount") == "9968775.00");
        CHECK(cell(table_of(report, "arrears-bands"), "61-90", "outstanding") == "6575.00");
        CHECK(cell(table_of(report, "social-return-level"), "mbo-1", "realised") == "*");
        CHECK_FALSE(report.tables.front().chapter.nl.empty());
        const auto page = reporting::render_html(report, Language::nl, "");
        CHECK(page.find("<h2>Inhoud</h2>") != std::string::npos);
        CHECK(page.find("<a href=\"#chapter-2\">Leningen</a>") != std::string::npos);
        CHECK(page.find("<h2 id=\"chapter-2\" class=\"chapter\">Leningen</h2>") != std::string::npos);
    });
}
