#include "storage/job_store.h"

#include "storage/verification.h"
#include "support/administration.h"
#include "support/databases.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::storage;
using namespace vierkant::testing;
using social_return::JobKind;
using social_return::JobLine;
using social_return::JobRealisation;

namespace {

const AwardPlace place{revolving, DossierId{1}, "investment-loan", "industry", "GM0114"};
const JobLine six_mbo_2{JobKind::created, "mbo-2", "", 6, Hours{21'600}};
const JobLine two_from_benefit{JobKind::created, "mbo-1", "PW_GT2", 2, Hours{7'200}};
const JobLine four_kept{JobKind::kept, "mbo-2", "", 4, Hours{14'400}};

void promise(Connection& connection)
{
    Work work{connection, task("award", date(2026, 1, 15))};
    add_job_commitments(work, place, date(2026, 1, 15), {six_mbo_2, two_from_benefit, four_kept});
    work.commit("promised");
}

void realise(Connection& connection, Date measured_on, const std::vector<JobLine>& lines)
{
    Work work{connection, task("jobs realise", date(2028, 1, 1))};
    add_job_realisation(work, place, {measured_on, "archive 2026/118", lines});
    work.commit("measured");
}

JobLine mbo_2(std::int64_t jobs)
{
    return {JobKind::created, "mbo-2", "", jobs, {}};
}

/// Jobs realised up to and including a day, by the day rows alone.
std::int64_t realised_on(Connection& connection, const std::string& day)
{
    return connection.number("SELECT CAST(SUM(realised) AS BIGINT) FROM job_total WHERE grain = 'day' AND on_date <= ?",
                             {day}, 0);
}

std::size_t problems(Connection& connection)
{
    Problems problems;
    verify_works(connection, problems);
    verify_job_totals(connection, problems);
    return problems.size();
}

}  // namespace

TEST_CASE("jobs promised are kept per line and added up per day, month and year", "[storage]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        promise(connection);
        const auto lines = promised_jobs(connection, revolving, DossierId{1});
        REQUIRE(lines.size() == 3);
        CHECK(lines[1].target_group == "PW_GT2");
        CHECK(lines[1].hours == Hours{7'200});
        CHECK(lines[2].kind == JobKind::kept);
        for (const std::string grain : {"day", "month", "year"}) {
            CHECK(connection.number("SELECT CAST(SUM(promised) AS BIGINT) FROM job_total WHERE grain = ?", {grain},
                                    0) == 12);
        }
        CHECK(connection.number("SELECT promised FROM job_total WHERE grain = 'year' AND on_date = '2026-01-01' AND "
                                "level = 'mbo-2' AND kind = 'kept' AND target_group = 'NONE'",
                                {}, 0) == 4);
        CHECK(problems(connection) == 0);
    });
}

TEST_CASE("a measurement replaces the one before it from its own date on", "[storage]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        promise(connection);
        realise(connection, date(2027, 1, 15), {mbo_2(3)});
        realise(connection, date(2028, 1, 15), {mbo_2(5)});
        CHECK(realised_on(connection, "2027-01-14") == 0);
        CHECK(realised_on(connection, "2027-12-31") == 3);
        CHECK(realised_on(connection, "2028-01-15") == 5);
        CHECK(problems(connection) == 0);
    });
}

TEST_CASE("a back-dated measurement takes its place, and a second one of a date corrects the first", "[storage]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        promise(connection);
        realise(connection, date(2027, 1, 15), {mbo_2(3), two_from_benefit});
        realise(connection, date(2028, 1, 15), {mbo_2(5)});
        realise(connection, date(2027, 6, 30), {mbo_2(4)});
        CHECK(realised_on(connection, "2027-06-29") == 5);
        CHECK(realised_on(connection, "2027-06-30") == 4);
        CHECK(realised_on(connection, "2028-01-15") == 5);
        realise(connection, date(2027, 1, 15), {mbo_2(2)});  // it was two, and nobody from a benefit
        CHECK(realised_on(connection, "2027-01-15") == 2);
        CHECK(realised_on(connection, "2027-06-30") == 4);
        CHECK(realised_on(connection, "2028-01-15") == 5);
        CHECK(job_realisations(connection, revolving, DossierId{1}).size() == 4);
        CHECK(problems(connection) == 0);
    });
}

TEST_CASE("many awards in one work give the totals of one award at a time", "[storage]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        Work work{connection, task("import", date(2026, 2, 1))};
        JobBook book{work};
        for (std::int64_t dossier = 1; dossier <= 50; ++dossier) {
            const AwardPlace there{revolving, DossierId{dossier}, "investment-loan", "industry", "GM0114"};
            book.promise(there, date(2026, 1, 15), {six_mbo_2, mbo_2(0)});
            book.realise(there, {date(2026, 2, 1), "archive 1", {mbo_2(2)}});
        }
        book.write();
        work.commit("imported");
        CHECK(connection.number("SELECT CAST(SUM(promised) AS BIGINT) FROM job_total WHERE grain = 'year'", {}, 0) ==
              300);
        CHECK(realised_on(connection, "2026-02-01") == 100);
        CHECK(problems(connection) == 0);
    });
}

TEST_CASE("verify finds totals of jobs and awards that do not agree with the dossiers", "[storage]")
{
    struct Tampering {
        const char* table;
        const char* sql;
    };
    for (const auto& tampering :
         std::vector<Tampering>{{"job_total", "UPDATE job_total SET promised = promised + 1 WHERE grain = 'month'"},
                                {"job_total", "UPDATE job_total SET realised = realised - 1 WHERE grain = 'year'"},
                                {"job_total", "DELETE FROM job_total WHERE level = 'mbo-1'"},
                                {"award_total", "UPDATE award_total SET amount = amount + 1 WHERE grain = 'day'"},
                                {"award_total", "DELETE FROM award_total"},
                                {"job_commitment", "UPDATE job_commitment SET jobs = jobs + 1 WHERE line_no = 1"},
                                {"job_realisation", "UPDATE job_realisation SET evidence = 'other'"}}) {
        on_each_database([&](Connection& connection) {
            INFO(tampering.sql);
            open_fund(connection);
            award(connection, loan_of_ten_thousand());
            promise(connection);
            realise(connection, date(2027, 1, 15), {mbo_2(3)});
            REQUIRE(problems(connection) == 0);
            without_guards(connection, tampering.table, tampering.sql);
            CHECK(problems(connection) > 0);
        });
    }
}

TEST_CASE("an award is found by the number of its dossier", "[storage]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        Work work{connection, task("award", date(2026, 1, 1))};
        work.add(facts::dossier, {revolving.value, std::int64_t{1}, "2026-0001", std::int64_t{1}, "investment-loan",
                                  "2014-07-01", "2025-11-03", std::int64_t{1'000'000}, "{}"});
        auto loan = loan_of_ten_thousand();
        loan.dossier = DossierId{1};
        add_loan(work, loan);
        work.commit("");
        const auto found = find_award(connection, "2026-0001");
        REQUIRE(found);
        CHECK(found->place.sector == "industry");
        CHECK(found->awarded_on == date(2026, 1, 1));
        CHECK_FALSE(find_award(connection, "2026-0002"));
    });
}
