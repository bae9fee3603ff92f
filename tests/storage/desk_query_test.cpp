// What the desk asks beside the lists, on both databases.

#include "storage/desk_query.h"

#include <catch2/catch.hpp>

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
        CHECK(storage::list_works(connection, {"", 2, 10}).size() == 1);
        CHECK(storage::list_works(connection, {"bob", 0, 10}).empty());

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

        CHECK(storage::account_lines(connection, "revolving", "", 10).size() == 1);
        CHECK(storage::account_lines(connection, "revolving", "equity:committed", 10).size() == 1);
        CHECK(storage::account_lines(connection, "revolving", "assets:bank", 10).empty());
    });
}
