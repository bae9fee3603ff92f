#include "storage/grant_store.h"

#include "domain/banking/payment_reference.h"
#include "support/databases.h"
#include "support/grants.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;
using storage::Connection;

TEST_CASE("an award is numbered, gets a payment reference of its own and is read back as it was", "[storage]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        const auto worker = award_grant(connection, per_worker(), Money::euros(50'000), 1);
        const auto cost = award_grant(connection, on_cost(), Money::euros(30'000), 2);
        CHECK(worker.number == "S-000001");
        CHECK(cost.number == "S-000002");
        CHECK(banking::normalise_reference(worker.payment_reference) == worker.payment_reference);
        CHECK(worker.payment_reference != cost.payment_reference);

        const auto found = storage::find_grant(connection, "S-000001");
        REQUIRE(found);
        const auto& terms = std::get<grants::WorkerTerms>(found->award.terms);
        CHECK(terms.workers == 10);
        CHECK(terms.per_worker == Money::euros(5'000));
        CHECK(terms.hours_least == Hours{3'200});
        CHECK(terms.months_kept == 12);
        CHECK(found->award.amount == Money::euros(50'000));
        CHECK(found->award.awarded_on == date(2026, 1, 15));

        const auto by_reference = storage::find_grant_by_reference(connection, cost.payment_reference);
        REQUIRE(by_reference);
        const auto& categories = std::get<grants::CostTerms>(by_reference->award.terms).categories;
        REQUIRE(categories.size() == 2);
        CHECK(categories[1].code == "prototype");
        CHECK(categories[1].share == percent(35));
        CHECK(categories[1].most == Money::euros(100'000));

        CHECK(storage::find_grant_of_dossier(connection, revolving, DossierId{2})->number == "S-000002");
        CHECK(storage::list_grants(connection).size() == 2);
        CHECK_FALSE(storage::find_grant(connection, "S-000003"));
        CHECK(balance(connection, ledger::Account::committed) == Money::euros(-80'000));
    });
}
