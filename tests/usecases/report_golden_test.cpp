#include "reporting/definition.h"
#include "reporting/render.h"
#include "storage/dossier_store.h"
#include "storage/fund_store.h"
#include "storage/report_query.h"
#include "support/databases.h"
#include "support/grants.h"
#include "support/programme.h"
#include "support/reports.h"
#include "support/small_portfolio.h"
#include "usecases/make_report.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace vierkant;
using namespace vierkant::testing;
using reporting::Cell;
using reporting::Hidden;

namespace {

const auto as_of = date(2026, 9, 15);

std::string amount(const reporting::Report& report, const std::string& figure)
{
    return cell(table_of(report, "figures"), figure, "amount");
}

void check_golden(const std::string& name, const std::string& content)
{
    const auto path = std::string{VIERKANT_SOURCE_DIR "/tests/golden/"} + name;
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream{path} << content;  // NOLINT(concurrency-mt-unsafe)
    std::ifstream in{path};
    std::ostringstream text;
    text << in.rdbuf();
    INFO(path << ": write it anew with UPDATE_GOLDEN=1 and read the difference");
    CHECK(text.str() == content);
}

std::vector<reporting::Cells> plain(storage::Connection& connection, const std::string& name, const std::string& kinds)
{
    std::ifstream in{std::string{VIERKANT_SOURCE_DIR "/bench/plain/"} + name};
    std::ostringstream sql;
    sql << in.rdbuf();
    std::vector<reporting::Column> columns;
    for (const char kind : kinds)
        columns.push_back({"c", {}, kind == 't' ? reporting::ColumnType::text : reporting::ColumnType::count});
    return storage::run_query(connection, sql.str(), columns, reporting::query_parameters(as_of, "revolving"));
}

/// What the register of state aid tells: a loan and a grant that are aid, each with its dossier.
void give_aid(storage::Connection& connection)
{
    using namespace storage;
    const auto dossier_of = [&](Work& work, FundId fund, std::int64_t id, std::int64_t undertaking,
                                const std::string& number, const std::string& scheme, Money amount) {
        work.add(facts::dossier,
                 {fund.value, id, number, undertaking, scheme, "2014-07-01", "2025-11-03", amount.in_cents(), "{}"});
        return StoredDossier{
            fund,   DossierId{id}, number, UndertakingId{undertaking}, scheme, date(2014, 7, 1), date(2025, 11, 3),
            amount, "{}"};
    };
    const auto reshoring = *fund_of_code(connection, "reshoring");
    Work work{connection, task("award", date(2026, 3, 30))};
    const auto loan = dossier_of(work, revolving, 1, 1, "2025-0001", "investment-loan", Money::euros(10'000));
    add_aid_award(work, loan, date(2026, 1, 1), "2023/2831", Money::cents(123'456));
    const auto jobs = Money::euros(50'000);
    const auto given = dossier_of(work, reshoring, 2, 2, "2025-0002", "reshoring-grant", jobs);
    const auto grant = add_grant_award(work, {reshoring,
                                              {},
                                              "",
                                              "",
                                              given.id,
                                              given.undertaking,
                                              "reshoring-grant",
                                              "technology",
                                              "GM0109",
                                              {date(2026, 3, 30), jobs, per_worker()}});
    work.post({reshoring, date(2026, 3, 30), "Toekenning " + grant.number, grants::award_postings(grant.id, jobs)});
    add_award_total(work, {grant.fund, grant.dossier, grant.scheme, grant.sector, grant.municipality},
                    date(2026, 3, 30), jobs);
    add_aid_award(work, given, date(2026, 3, 30), "2023/2831", jobs);
    work.commit(grant.number);
}

}  // namespace

TEST_CASE("the register of state aid names dossier, undertaking, scheme, ground, day and aid in their own columns",
          "[reports]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        give_aid(connection);
        const auto report = drawn_up(connection, "state-aid");
        const auto& aid = table_of(report, "register");
        REQUIRE(aid.rows.size() == 2);
        CHECK(cell(aid, "2025-0001", "undertaking") == "Kunststof Emmen B.V.");
        CHECK(cell(aid, "2025-0001", "kvk") == "90000017");
        CHECK(cell(aid, "2025-0001", "scheme") == "investment-loan");
        CHECK(cell(aid, "2025-0001", "basis") == "2023/2831");
        CHECK(cell(aid, "2025-0001", "awarded_on") == "2026-01-01");
        CHECK(cell(aid, "2025-0001", "equivalent") == "1234.56");
        CHECK(cell(aid, "2025-0002", "scheme") == "reshoring-grant");
        CHECK(cell(aid, "2025-0002", "equivalent") == "50000.00");
        // De minimis: 300,000 in three years (Regulation (EU) 2023/2831, art. 3(2)).
        const auto& room = table_of(report, "de_minimis");
        CHECK(cell(room, "Vezel Coevorden B.V.", "room") == "250000.00");
        CHECK(cell(room, "Kunststof Emmen B.V.", "room") == "298765.44");
        CHECK(cell(table_of(report, "basis"), "2023/2831", "equivalent") == "51234.56");
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("the fund statement agrees with the sums worked out by hand", "[reports]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        CHECK(usecases::verify_administration(connection).empty());
        const auto report = drawn_up(connection, "fund-statement");
        // Lent 3 x 10,000. Repaid: L-1 2,500 + (1,000 - 75 interest), L-2 2 x 2,500. Interest 100 + 75 from each.
        CHECK(amount(report, "capital") == "10000000.00");
        CHECK(amount(report, "disbursed") == "30000.00");
        CHECK(amount(report, "repaid") == "8425.00");
        CHECK(amount(report, "interest_received") == "350.00");
        CHECK(amount(report, "written_off") == "10000.00");
        CHECK(amount(report, "outstanding") == "11575.00");  // 30,000 - 8,425 - 10,000
        CHECK(amount(report, "cash") == "9978775.00");       // 10,000,000 - 30,000 + 8,425 + 350
        CHECK(amount(report, "committed") == "10000.00");    // L-3
        CHECK(amount(report, "available") == "9968775.00");
        const auto& turnover = table_of(report, "turnover");
        CHECK(turnover.rows.front()[4] == Cell{std::int64_t{999'000}});  // (9,978,775 + 11,575) / 10,000,000 = 99.90 %
        // Emmen paid in 1,000,000 of 10,000,000: a tenth of 9,990,350 and of 9,968,775.
        const auto& funders = table_of(report, "funders");
        CHECK(cell(funders, "equity:capital:emmen", "share_of_value") == "999035.00");
        CHECK(cell(funders, "equity:capital:emmen", "share_of_available") == "996877.50");
        // Before anything was drawn.
        CHECK(amount(drawn_up(connection, "fund-statement", date(2025, 12, 31)), "capital") == "0.00");
    });
}

TEST_CASE("repayment tells received from given up, and who is late", "[reports]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        const auto report = drawn_up(connection, "repayment");
        const auto& schemes = table_of(report, "schemes");
        // Due: L-1 and L-2 5,175 each; L-4 2,600 and 2,600, as nothing was repaid of it. Given up: those of L-4.
        CHECK(cell(schemes, "investment-loan", "due") == "15550.00");
        CHECK(cell(schemes, "investment-loan", "received") == "8775.00");
        CHECK(cell(schemes, "investment-loan", "given_up") == "5200.00");
        CHECK(cell(schemes, "investment-loan", "collection_rate") == "56.43");  // 8,775 / 15,550
        CHECK(cell(schemes, "investment-loan", "late_61_90") == "1575.00");     // L-1, 1 July: 76 days
        CHECK(cell(schemes, "investment-loan", "late_over_90") == "0.00");
        const auto& late = table_of(report, "late");
        REQUIRE(late.rows.size() == 1);
        CHECK(cell(late, "L-1", "days") == "76");
        CHECK(cell(late, "L-1", "amount") == "1575.00");

        // On 15 July L-4 was late with both instalments, though it is not any more; L-1 as now.
        const auto then = drawn_up(connection, "repayment", date(2026, 7, 15));
        CHECK(cell(table_of(then, "late"), "L-4", "amount") == "5200.00");
        CHECK(cell(table_of(then, "late"), "", "amount") == "6775.00");
        CHECK(cell(table_of(then, "schemes"), "", "late_over_90") == "2600.00");  // 1 April: 105 days
        // On 5 July the 1,000.00 of L-1 had not come in.
        CHECK(cell(table_of(drawn_up(connection, "repayment", date(2026, 7, 5)), "late"), "L-1", "amount") ==
              "2575.00");
    });
}

TEST_CASE("the portfolio shows each loan as it stood on the day", "[reports]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        const auto report = drawn_up(connection, "portfolio");
        const auto& loans = table_of(report, "loans");
        CHECK(cell(loans, "L-1", "outstanding") == "6575.00");
        CHECK(cell(loans, "L-1", "arrears") == "1575.00");
        CHECK(cell(loans, "L-1", "status") == "late");
        CHECK(cell(loans, "L-2", "status") == "current");
        CHECK(cell(loans, "L-3", "status") == "awarded");
        CHECK(cell(loans, "L-4", "status") == "given_up");
        CHECK(cell(loans, "", "outstanding") == "11575.00");
        CHECK(cell(table_of(report, "municipality"), "GM0114", "awarded") == "20000.00");
        CHECK(table_of(report, "risk").rows.front()[2] == Cell{std::int64_t{568'000}});  // 6,575 / 11,575 = 56.80 %
        CHECK(cell(table_of(report, "largest"), "Kunststof Emmen B.V.", "share") == "56.80");
        const auto before = drawn_up(connection, "portfolio", date(2026, 7, 15));
        CHECK(cell(table_of(before, "loans"), "L-4", "status") == "late_over_90");
        CHECK(cell(table_of(before, "loans"), "L-4", "outstanding") == "10000.00");
    });
}

TEST_CASE("social return counts jobs, protects the few, and says what a job costs", "[reports]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        const auto report = drawn_up(connection, "social-return");
        const auto& education = table_of(report, "education");
        // Promised 50: 8 hbo, 6 of them mbo-1. Found 31: 5 hbo, 3 mbo-1, which is too few to show.
        CHECK(cell(education, "promised", "jobs") == "50");
        CHECK(cell(education, "promised", "share_mbo_or_below") == "84.00");
        CHECK(cell(education, "promised", "share_low") == "12.00");
        CHECK(cell(education, "realised", "mbo_or_below") == "26");
        CHECK(cell(education, "realised", "share_mbo_or_below") == "83.87");
        CHECK(cell(education, "realised", "low") == "*");
        CHECK(cell(education, "realised", "share_low") == "*");
        // 26 at mbo or below is told above: beside mbo-1 (3) another of those levels is hidden, mbo-4 (6).
        const auto& level = table_of(report, "level");
        CHECK(cell(level, "mbo-1", "promised") == "6");
        CHECK(cell(level, "mbo-1", "realised") == "*");
        CHECK(cell(level, "mbo-4", "realised") == "*");
        CHECK(cell(level, "mbo-2", "realised") == "17");
        CHECK(cell(level, "hbo-ba", "realised") == "5");
        CHECK(cell(level, "", "realised") == "31");
        CHECK(cell(table_of(report, "target_group"), "PW_GT2", "realised") == "*");
        CHECK(cell(table_of(report, "target_group"), "NONE", "realised") == "*");
        CHECK(cell(table_of(report, "kind"), "kept", "realised") == "7");
        // 20,000 awarded in industry for 23 jobs: 869.57; 40,000 in all for 50: 800.00, for 31: 1,290.32.
        CHECK(cell(table_of(report, "sector"), "industry", "per_job_promised") == "869.57");
        CHECK(cell(table_of(report, "scheme"), "", "per_job_promised") == "800.00");
        CHECK(cell(table_of(report, "scheme"), "", "per_job_realised") == "1290.32");
        CHECK(cell(table_of(drawn_up(connection, "social-return", date(2026, 8, 30)), "scheme"), "", "realised") ==
              "0");
    });
}

TEST_CASE("the programme shows what was asked beside what the measures add up to", "[reports]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        const auto report = drawn_up(connection, "programme");
        const auto& sums = table_of(report, "sums");
        // The plan of 2014: see the handbook, section A.
        CHECK(cell(sums, "measures", "amount") == "76050000.00");
        CHECK(cell(sums, "asked", "amount") == "75000000.00");
        CHECK(cell(sums, "gap", "amount") == "1050000.00");
        CHECK(cell(sums, "administered", "amount") == "35500000.00");
        const auto& measures = table_of(report, "measures");
        CHECK(measures.rows.size() == 23);
        CHECK(cell(measures, "M01", "awarded") == "40000.00");
        CHECK(cell(measures, "M01", "spent") == "30000.00");
        CHECK(cell(measures, "M02", "awarded").empty());
        const auto& sectors = table_of(report, "sectors");
        CHECK(cell(sectors, "", "establishments") == "19552");
        CHECK(cell(sectors, "", "jobs") == "115159");
        CHECK(cell(sectors, "C", "share") == "16.01");  // 18,438 / 115,159
        CHECK(table_of(report, "path").rows.front()[1] == Cell{std::int64_t{120'000}});
        CHECK(table_of(report, "path").rows.back()[1] == Cell{std::int64_t{80'000}});
    });
}

TEST_CASE("reports without running totals come to the same figures", "[reports]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        const auto rows = plain(connection, "repayment.sql", "tiiiiiii");
        const auto repayment = drawn_up(connection, "repayment");
        const auto& schemes = table_of(repayment, "schemes");
        REQUIRE(rows.size() == schemes.rows.size());
        auto shown = schemes.rows.front();
        shown.erase(shown.begin() + 3);  // the collection rate
        CHECK(shown == rows.front());

        const auto social = drawn_up(connection, "social-return");
        for (const auto& row : plain(connection, "social-return.sql", "ttii")) {
            const auto& counted = table_of(social, std::get<std::string>(row[0]));
            const auto code = std::get<std::string>(row[1]);
            INFO(counted.name << " " << code);
            for (const auto& [i, key] : {std::pair{2, "promised"}, std::pair{3, "realised"}}) {
                const auto told = cell(counted, code, key);
                if (told != "*")
                    CHECK(told == std::to_string(std::get<std::int64_t>(row[static_cast<std::size_t>(i)])));
            }
        }
    });
}

TEST_CASE("a report can be compared with an earlier day", "[reports]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        const auto report = usecases::make_report(connection, "repayment", as_of, "revolving", date(2026, 7, 15));
        REQUIRE(report);
        // On 15 July L-4 was late with 5,200.00 as well; on 15 September only L-1, with the same 1,575.00.
        const auto& late = table_of(*report, "late");
        CHECK(cell(late, "", "amount") == "1575.00");
        CHECK(cell(late, "", "amount_earlier") == "6775.00");
        CHECK(cell(late, "", "amount_difference") == "-5200.00");
        CHECK(cell(late, "L-4", "amount_difference") == "-5200.00");
        CHECK(cell(late, "L-1", "amount_difference") == "0.00");
        CHECK(usecases::make_report(connection, "repayment", as_of, "revolving", as_of).refusal().text->code ==
              "usecases.not_earlier");
    });
}

TEST_CASE("every report looks as it did", "[reports]")
{
    storage::Connection connection{":memory:"};
    storage::migrate(connection);
    make_small_portfolio(connection);
    observe_a_few(connection, as_of);
    follow_a_few(connection, as_of);
    give_aid(connection);
    for (const auto& name : usecases::report_names()) {
        const auto report = drawn_up(connection, name);
        const auto compared = usecases::make_report(connection, name, as_of, "revolving", date(2026, 7, 15));
        REQUIRE(compared);
        check_golden(name + ".compared.txt", reporting::render_text(*compared, Language::nl));
        check_golden(name + ".nl.txt", reporting::render_text(report, Language::nl));
        check_golden(name + ".en.txt", reporting::render_text(report, Language::en));
        check_golden(name + ".json", reporting::render_json(report, Language::nl));
        check_golden(name + ".nl.html", reporting::render_html(report, Language::nl, ""));
        CHECK(reporting::render_xlsx(report, Language::nl).starts_with("PK"));
        std::string csv;
        for (const auto& file : reporting::render_csv_files(report, reporting::CsvDialect::international))
            csv += "# " + file.name + "\r\n" + file.content;
        check_golden(name + ".csv", csv);
    }
}
