// What the desk asks beside the lists, on both databases.

#include "storage/desk_query.h"

#include <catch2/catch.hpp>

#include "storage/bank_store.h"
#include "storage/dossier_store.h"
#include "storage/undertaking_store.h"
#include "support/administration.h"
#include "support/databases.h"

using namespace vierkant;
using namespace vierkant::testing;

namespace {

/// "Café Ångström BV", under the number that its loan names.
UndertakingId add_cafe(storage::Connection& connection)
{
    storage::Work work{connection, task("undertaking add", date(2026, 1, 1))};
    parties::Undertaking cafe{.name = "Café Ångström BV",
                              .kvk = *parties::KvkNumber::parse("90000017"),
                              .rsin = {},
                              .vat_id = {},
                              .iban = {},
                              .legal_form = parties::LegalForm::private_company,
                              .sbi_version = parties::SbiVersion::sbi_2008,
                              .sbi_main = *parties::ActivityCode::parse("22.29"),
                              .sbi_side = {},
                              .address = {"Weg", "1", "1000AA", "Emmen", *parties::MunicipalityCode::parse("GM0114")},
                              .figures = {},
                              .relations = {}};
    const auto id = storage::add_undertaking(work, cafe);
    work.commit("cafe");
    return id;
}

std::vector<std::string> found(storage::Connection& connection, const std::string& words,
                               std::optional<Money> amount = std::nullopt)
{
    std::vector<std::string> numbers;
    for (const auto& one : storage::search_everything(connection, words, amount, 20)) numbers.push_back(one.number);
    return numbers;
}

using Numbers = std::vector<std::string>;

}  // namespace

TEST_CASE("undertakings and loans are found by name, number, reference and amount", "[storage]")
{
    on_each_database([](storage::Connection& connection) {
        open_fund(connection);
        auto loan = loan_of_ten_thousand();
        loan.undertaking = add_cafe(connection);
        award(connection, loan);
        CHECK(found(connection, "CAFE angstrom") == Numbers{"90000017", "L-1"});
        CHECK(found(connection, "9000001") == Numbers{"90000017"});
        CHECK(found(connection, "l-1") == Numbers{"L-1"});
        CHECK(found(connection, "rf l-1") == Numbers{"L-1"});
        CHECK(found(connection, "10.000", Money::euros(10'000)) == Numbers{"L-1"});
        CHECK(found(connection, "%").empty());
        CHECK(found(connection, "' OR 1=1 --").empty());
    });
}

TEST_CASE("works and entries are told as they were done", "[storage]")
{
    on_each_database([](storage::Connection& connection) {
        open_fund(connection);
        award(connection, loan_of_ten_thousand());
        const auto works = storage::list_works(connection, {});
        REQUIRE(works.size() == 2);
        CHECK(works[0].task == "award");
        CHECK(works[1].task == "init");
        CHECK(works[0].hash.size() == 64);
        CHECK(storage::list_works(connection, {"", 1}).size() == 1);
        CHECK(storage::list_works(connection, {"bob"}).empty());

        const auto entry = storage::find_entry(connection, "revolving", 1);
        REQUIRE(entry);
        CHECK(entry->description == "Toekenning L-1");
        CHECK(entry->actor == "anna");
        REQUIRE(entry->postings.size() == 1);
        CHECK(entry->postings[0].debit == "equity:uncommitted");
        CHECK(entry->postings[0].credit == "equity:committed");
        CHECK(entry->postings[0].amount == Money::euros(10'000));
        CHECK(entry->postings[0].subject == "L-1");
        CHECK_FALSE(storage::find_entry(connection, "revolving", 2));
        CHECK_FALSE(storage::find_entry(connection, "anders", 1));

        CHECK(storage::account_lines(connection, {"revolving", ""}).size() == 1);
        CHECK(storage::account_lines(connection, {"revolving", "equity:committed"}).size() == 1);
        CHECK(storage::account_lines(connection, {"revolving", "assets:bank"}).empty());
    });
}

namespace {

/// Sixty applications of 1,000, 2,000 ... euros, of which the first ten are withdrawn.
void ask_sixty_times(storage::Connection& connection, UndertakingId applicant)
{
    storage::Work work{connection, task("application register", date(2026, 1, 5))};
    for (int i = 1; i <= 60; ++i) {
        const auto* const scheme = i % 2 == 0 ? "investment-loan" : "reshoring-grant";
        const auto opened =
            storage::open_dossier(work, {revolving, DossierId{0}, "", applicant, scheme, date(2024, 1, 1),
                                         date(2026, 1, 5), Money::euros(1'000 * i), "{}"});
        using dossiers::EventKind;
        storage::add_dossier_event(work, opened, 1, {EventKind::registered, date(2026, 1, 5), "anna"}, "{}");
        if (i <= 10)
            storage::add_dossier_event(work, opened, 2, {EventKind::withdrawn, date(2026, 1, 6), "anna"}, "{}");
    }
    work.commit("sixty");
}

}  // namespace

TEST_CASE("a part of a list is found, sorted and cut by the database", "[storage]")
{
    on_each_database([](storage::Connection& connection) {
        open_fund(connection);
        const auto cafe = add_cafe(connection);
        ask_sixty_times(connection, cafe);
        using Which = storage::DossierFilter::Which;
        storage::DossierFilter filter;
        filter.part = {"", "amount", true, 50, 50};
        auto rows = storage::list_dossiers(connection, filter);
        REQUIRE(rows.size() == 10);
        CHECK(rows.front().dossier.amount == Money::euros(10'000));
        CHECK(rows.front().history.size() == 2);
        CHECK(rows.front().undertaking_name == "Café Ångström BV");
        CHECK(storage::count_dossiers(connection, filter) == 60);
        filter.which = Which::open;
        CHECK(storage::count_dossiers(connection, filter) == 50);
        CHECK(storage::list_dossiers(connection, filter).empty());
        filter.which = Which::closed;
        filter.part = {"", "", false, 0, 4};
        rows = storage::list_dossiers(connection, filter);
        REQUIRE(rows.size() == 4);
        CHECK(rows.front().history.back().kind == dossiers::EventKind::withdrawn);
        CHECK(storage::count_dossiers(connection, {.undertaking = UndertakingId{99}}) == 0);
        CHECK(storage::count_dossiers(connection, {.scheme = "reshoring-grant"}) == 30);
        CHECK(storage::count_dossiers(connection, {.part = {.words = "ANGSTROM"}}) == 60);
        CHECK(storage::count_dossiers(connection, {.part = {.words = "zzz"}, .schemes = ",reshoring-grant,"}) == 30);
        CHECK(storage::count_dossiers(connection, {.part = {.words = "zzz"}, .statuses = ",withdrawn,"}) == 10);
        CHECK(storage::count_dossiers(connection, {.part = {.words = "%"}}) == 0);

        storage::UndertakingFilter firms;
        firms.part = {"22", "sbi", true, 0, 50};
        CHECK(storage::list_undertakings(connection, firms).size() == 1);
        CHECK(storage::count_undertakings(connection, firms) == 1);
        firms.part.words = "zzz";
        CHECK(storage::count_undertakings(connection, firms) == 0);
        firms.word_municipalities = ",GM0114,";
        CHECK(storage::count_undertakings(connection, firms) == 1);
        firms.activities = ",";
        CHECK(storage::count_undertakings(connection, firms) == 0);

        storage::LineFilter lines;
        lines.part = {"B-000012", "target", true, 0, 50};
        lines.kinds = ",loan,";
        CHECK(storage::count_lines(connection, lines) == 0);
        storage::each_line(connection, lines, [](const storage::ListedLine&) { FAIL("there is no line"); });

        CHECK(storage::list_works(connection, {.part = {"", "at", true, 0, 1}}).size() == 1);
        CHECK(storage::count_works(connection, {.task = "application register"}) == 1);
        CHECK(storage::count_works(connection, {.part = {.words = "SIXTY"}}) == 1);
        CHECK(storage::count_works(connection, {.part = {.words = "zzz"}, .tasks = ",init,"}) == 1);
        CHECK(storage::tasks_done(connection).size() == 3);
        CHECK(storage::count_account_lines(connection, {"revolving", "", {.words = "zzz"}, ",assets:bank,"}) == 0);
    });
}
