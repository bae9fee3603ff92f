#include "usecases/jobs.h"

#include "support/databases.h"
#include "support/small_portfolio.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;

namespace {

const std::string measurement = R"({"measured_on": "2027-01-20", "evidence": "loonstaten 2027-01, archief 2027/118",
  "jobs": [{"level": "mbo-2", "kind": "new", "jobs": 11},
           {"level": "mbo-1", "kind": "new", "target_group": "PW_GT2", "jobs": 5}]})";

std::string replaced(std::string text, const std::string& what, const std::string& with)
{
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("jobs are promised, found due for measuring, measured, and not due any more", "[jobs]")
{
    on_each_database([](storage::Connection& connection) {
        open_with_dossier(connection);
        CHECK(usecases::due_measurements(connection, date(2026, 12, 31)).empty());
        const auto due = usecases::due_measurements(connection, date(2027, 1, 31));
        REQUIRE(due.size() == 1);
        CHECK(due[0].dossier.dossier_number == "2026-0005");
        CHECK(due[0].dossier.undertaking == "Kunststof Emmen B.V.");
        CHECK(due[0].due.months == 12);
        CHECK(due[0].due.day == date(2027, 1, 1));

        const auto jobs = usecases::realise_jobs(connection, task("jobs realise", date(2027, 1, 31)), "2026-0005",
                                                 measurement, "m.json");
        REQUIRE(static_cast<bool>(jobs));
        CHECK(jobs->promised.size() == 1);
        REQUIRE(jobs->measurements.size() == 1);
        CHECK(jobs->measurements[0].lines[1].target_group == "PW_GT2");
        CHECK(usecases::due_measurements(connection, date(2027, 1, 31)).empty());
        CHECK(usecases::due_measurements(connection, date(2028, 1, 1)).size() == 1);
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("a measurement that cannot be is refused and nothing is kept", "[jobs]")
{
    storage::Connection connection{":memory:"};
    storage::migrate(connection);
    open_with_dossier(connection);
    const auto code = [&](const std::string& json, const std::string& dossier = "2026-0005",
                          Date today = date(2027, 1, 31)) {
        const auto jobs = usecases::realise_jobs(connection, task("jobs realise", today), dossier, json, "m.json");
        return jobs ? std::string{} : std::string{jobs.refusal().text->code};
    };
    CHECK(code(measurement, "2026-0009") == "usecases.no_award");
    CHECK(code(measurement, "2026-0005", date(2027, 1, 19)) == "usecases.measured_in_future");
    CHECK(code(replaced(measurement, "2027-01-20", "2025-12-31")) == "usecases.measured_before_award");
    CHECK(code(replaced(measurement, "PW_GT2", "PW_XX")) == "usecases.target_group_unknown");
    CHECK(code(replaced(measurement, "mbo-2", "mbo-9")) == "social_return.unknown_level");
    CHECK(code(replaced(measurement, "archief 2027/118", "111222333")) == "formats.holds_bsn");
    CHECK(code(replaced(measurement, "\"PW_GT2\"", "\"111222333\"")) == "formats.holds_bsn");
    CHECK(code(replaced(measurement, R"("mbo-1", "kind": "new", "target_group": "PW_GT2")",
                        R"("mbo-2", "kind": "new")")) == "formats.given_twice");
    CHECK(code(R"({"measured_on": "2027-01-20", "evidence": "a", "jobs": []})") == "formats.job_lines_missing");
    CHECK_FALSE(
        code(replaced(measurement, "\"kind\": \"new\", \"jobs\": 11", "\"kind\": \"new\", \"jobs\": -1")).empty());
    CHECK_FALSE(
        code(replaced(measurement, "\"level\": \"mbo-2\"", "\"name\": \"A. Jansen\", \"level\": \"mbo-2\"")).empty());
    CHECK(usecases::show_jobs(connection, "2026-0005")->measurements.empty());
    CHECK(usecases::show_jobs(connection, "x").refusal().text->code == "usecases.no_award");
}
