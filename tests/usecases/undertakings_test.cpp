// Registering, finding and changing undertakings.

#include "formats/undertaking_json.h"
#include "support/administration.h"
#include "support/databases.h"
#include "usecases/list_undertakings.h"
#include "usecases/register_undertaking.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using vierkant::testing::on_each_database;
using vierkant::testing::task;

namespace {

const Date today = date(2026, 3, 2);

struct Firm {
    std::string name = "Veenkunststof BV";
    std::string kvk = "90000017";
    std::string more{};  ///< further fields, each with a comma before it
    std::string sbi = "2229";
    std::string municipality = "GM0114";
};

std::string json_of(const Firm& firm)
{
    return "{\"name\": \"" + firm.name + "\", \"kvk\": \"" + firm.kvk + "\", \"legal_form\": \"bv\", \"sbi_main\": \"" +
           firm.sbi +
           "\", \"address\": {\"street\": \"Kunststofweg\", \"house_number\": \"12\", \"postcode\": \"7821AB\", "
           "\"place\": \"Emmen\", \"municipality\": \"" +
           firm.municipality + "\"}" + firm.more + "}";
}

Result<storage::StoredUndertaking> add(storage::Connection& connection, const Firm& firm)
{
    return usecases::add_undertaking(connection, task("undertaking add", today), json_of(firm), "u.json");
}

Result<storage::StoredUndertaking> change(storage::Connection& connection, const Firm& firm)
{
    return usecases::change_undertaking(connection, task("undertaking change", today), json_of(firm), "u.json");
}

std::string names(storage::Connection& connection, const storage::UndertakingFilter& filter,
                  const std::string& sector = "")
{
    const auto list = usecases::list_undertakings(connection, filter, sector, today);
    REQUIRE(list);
    std::string all;
    for (const auto& row : list->tables.front().rows) all += std::get<std::string>(row.at(1)) + ";";
    return all;
}

}  // namespace

TEST_CASE("an undertaking is found again as it was registered", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        const Firm firm{.more = R"(, "rsin": "800000018", "iban": "NL81VKWR0000000017", "relations":
            [{"kvk": "12345678", "name": "Veen Holding BV", "tie": "parent"}])"};
        const auto added = add(connection, firm);
        REQUIRE(added);
        const auto found = usecases::show_undertaking(connection, "90000017");
        REQUIRE(found);
        CHECK(found->id == added->id);
        CHECK(found->value == *formats::read_undertaking(json_of(firm), "u.json"));
        CHECK(storage::find_undertaking(connection, added->id)->value == found->value);
        CHECK(usecases::show_undertaking(connection, "90000099").refusal().text->code ==
              "usecases.undertaking_unknown");
        CHECK(usecases::show_undertaking(connection, "9").refusal().cause == Cause::bad_input);
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("a number that belongs to another undertaking is refused, and that one is named", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        const std::string numbers =
            R"(, "rsin": "800000018", "vat_id": "NL800000018B01", "iban": "NL81VKWR0000000017")";
        REQUIRE(add(connection, {.more = numbers}));
        const auto said = [&](const Firm& firm) {
            const auto refused = add(connection, firm);
            return refused ? std::string{"added"} : refused.refusal().in(Language::nl);
        };
        CHECK(said({.name = "Ander BV"}) ==
              "u.json: KvK-nummer 90000017 is al geregistreerd: Veenkunststof BV. Wijzig haar gegevens met undertaking "
              "change.");
        CHECK(said({.kvk = "90000018", .more = R"(, "rsin": "800000018")"}) ==
              "u.json: RSIN 800000018 hoort al bij Veenkunststof BV (KvK 90000017). Verbeter het nummer of gebruik die "
              "onderneming.");
        CHECK(said({.kvk = "90000018", .more = R"(, "vat_id": "NL800000018B01")"}).starts_with("u.json: Btw-id NL80"));
        CHECK(said({.kvk = "90000018", .more = R"(, "iban": "NL81 VKWR 0000 0000 17")"})
                  .starts_with("u.json: IBAN NL81"));
        CHECK(said({.kvk = "90000018"}) == "added");
    });
}

TEST_CASE("a changed undertaking is found by its new numbers and keeps what it was", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        REQUIRE(add(connection, {.more = R"(, "iban": "NL81VKWR0000000017", "relations":
            [{"kvk": "12345678", "name": "Veen Holding BV", "tie": "parent"}])"}));
        REQUIRE(add(connection, {.name = "Buur BV", .kvk = "90000018", .more = R"(, "rsin": "800000018")"}));
        CHECK(change(connection, {.kvk = "90000099"}).refusal().text->code == "usecases.undertaking_unknown");
        CHECK(change(connection, {.name = "Buur BV", .kvk = "90000018", .more = R"(, "rsin": "800000018")"})
                  .refusal()
                  .text->code == "usecases.undertaking_unchanged");
        CHECK(change(connection, {.more = R"(, "rsin": "800000018")"}).refusal().text->code == "usecases.rsin_taken");

        const auto changed = change(connection, {.name = "Veen Recycling BV", .municipality = "GM0160"});
        REQUIRE(changed);
        CHECK(changed->version == 2);
        CHECK(usecases::show_undertaking(connection, "90000017")->value.name == "Veen Recycling BV");
        CHECK(names(connection, {"kunststof", ""}).empty());
        // Its old bank account is free for another.
        CHECK(add(connection, {.name = "Derde BV", .kvk = "90000019", .more = R"(, "iban": "NL81VKWR0000000017")"}));
        CHECK(connection.number("SELECT COUNT(*) FROM undertaking_version", {}, 0) == 4);
        CHECK(connection.number("SELECT COUNT(*) FROM undertaking_link", {}, -1) == 0);
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("undertakings are listed by name, place and sector", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        REQUIRE(add(connection, {.name = "Zuidlaarder Café-machines BV", .kvk = "90000001", .sbi = "28"}));
        REQUIRE(add(connection,
                    {.name = "Coevorden Vervoer 100% BV", .kvk = "90000002", .sbi = "4941", .municipality = "GM0109"}));
        REQUIRE(add(connection, {.name = "Ångström Vezels BV", .kvk = "90000003", .sbi = "2060"}));
        CHECK(names(connection, {}) == "Ångström Vezels BV;Coevorden Vervoer 100% BV;Zuidlaarder Café-machines BV;");
        CHECK(names(connection, {"CAFE", ""}) == "Zuidlaarder Café-machines BV;");
        CHECK(names(connection, {"angstrom", ""}) == "Ångström Vezels BV;");
        CHECK(names(connection, {"0% b", ""}) == "Coevorden Vervoer 100% BV;");
        CHECK(names(connection, {"_", ""}).empty());
        CHECK(names(connection, {"90000003", ""}) == "Ångström Vezels BV;");
        CHECK(names(connection, {"", "GM0109"}) == "Coevorden Vervoer 100% BV;");
        // data/reference/sbi.csv: division 28 is industry with the technology flag, 49 logistics.
        CHECK(names(connection, {}, "industry") == "Ångström Vezels BV;Zuidlaarder Café-machines BV;");
        CHECK(names(connection, {}, "technology") == "Zuidlaarder Café-machines BV;");
        CHECK(names(connection, {}, "logistics") == "Coevorden Vervoer 100% BV;");
        CHECK(usecases::list_undertakings(connection, {}, "landbouw", today).refusal().cause == Cause::usage);
    });
}

TEST_CASE("verify finds an undertaking changed behind the program's back", "[usecases]")
{
    for (const auto* sql :
         {"UPDATE undertaking SET iban = 'NL13TEST0123456789'", "UPDATE undertaking SET rsin = '1'",
          "UPDATE undertaking SET name = 'Anders'", "DELETE FROM undertaking", "UPDATE undertaking SET version = 2",
          "DELETE FROM undertaking_link", "UPDATE undertaking_link SET kind = 'partner'",
          "INSERT INTO undertaking_link VALUES (1, 9, 1, '12345678', 'parent')"}) {
        on_each_database([&](storage::Connection& connection) {
            INFO(sql);
            REQUIRE(add(connection, {.more = R"(, "iban": "NL81VKWR0000000017", "relations":
                [{"kvk": "12345678", "name": "Veen Holding BV", "tie": "parent"}])"}));
            connection.script(sql);
            const auto problems = usecases::verify_administration(connection);
            REQUIRE_FALSE(problems.empty());
            CHECK(problems.front().text->code == "storage.undertaking_differs");
        });
    }
}
