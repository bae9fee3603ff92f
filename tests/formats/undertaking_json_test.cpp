#include "formats/undertaking_json.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace vierkant;

namespace {

Result<parties::Undertaking> example(const std::string& what = "", const std::string& with = "")
{
    std::ifstream in{std::string{VIERKANT_SOURCE_DIR} + "/docs/examples/undertaking.json"};
    std::ostringstream whole;
    whole << in.rdbuf();
    auto text = whole.str();
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return formats::read_undertaking(text.replace(at, what.size(), with), "u.json");
}

}  // namespace

TEST_CASE("The example undertaking is read as it stands in the documentation", "[formats]")
{
    const auto firm = example();
    REQUIRE(firm);
    CHECK(firm->name == "Veenkunststof BV");
    CHECK(firm->sbi_main.text() == "2229");
    CHECK(firm->address.postcode == "7821AB");
    CHECK(firm->address.municipality.text() == "GM0114");
    CHECK(firm->relations.at(1).holding == percent(30));
    // 38 + 2 + 30 % of 20 = 46; 6.20M + 0.15M + 30 % of 3M = 7.25M
    CHECK(parties::group_figures(*firm)->headcount_millionths == 46'000'000);
    CHECK(parties::group_figures(*firm)->turnover == Money::euros(7'250'000));
    CHECK(parties::size_class(*firm) == parties::SizeClass::small);
}

TEST_CASE("A wrong undertaking is refused with the place", "[formats]")
{
    CHECK(example("NL81VKWR", "NL82VKWR").refusal().where == "u.json /iban");
    CHECK(example("\"rsin\": \"800000018\"", "\"rsin\": \"800000019\"").refusal().where == "u.json /rsin");
    CHECK(example("GM0114", "Emmen").refusal().where == "u.json /address/municipality");
    CHECK(example("30.00", "60.00").refusal().where == "u.json /relations/1/holding");
    CHECK(example("\"00000001\"", "\"12345678\"").refusal().where == "u.json /relations/1/kvk");
    CHECK(example("\"headcount\": 38", "\"headcount\": -1").refusal().where == "u.json /figures/headcount");
    CHECK(example("\"bv\"", "\"ltd\"").refusal().where == "u.json /legal_form");
    CHECK(example("\"insolvent\"", "\"insolvant\"").refusal().where == "u.json /insolvant");
    CHECK(example("38.32", "x").refusal().in(Language::nl).starts_with("u.json /sbi_side: \"x\" is geen SBI-code."));
}

TEST_CASE("An undertaking that is written reads back as the same", "[formats]")
{
    const auto back = [](const parties::Undertaking& firm) {
        return formats::read_undertaking(formats::undertaking_json(firm).dump(), "u.json");
    };
    auto firm = *example();
    REQUIRE(back(firm));
    CHECK(*back(firm) == firm);
    firm.rsin.reset();
    firm.vat_id.reset();
    firm.iban.reset();
    firm.figures.reset();
    firm.sbi_side.clear();
    firm.relations.pop_back();
    firm.relations.front().figures.reset();
    firm.name = "Café \"De Zwarte Ruiter\"\nNieuw-Amsterdam";
    firm.insolvent = firm.road_freight_for_hire = true;
    firm.held_by_public_bodies = firm.has_primary_agriculture = true;
    for (const auto form :
         {parties::LegalForm::private_company, parties::LegalForm::public_company, parties::LegalForm::sole_trader,
          parties::LegalForm::partnership, parties::LegalForm::limited_partnership, parties::LegalForm::cooperative,
          parties::LegalForm::foundation, parties::LegalForm::association, parties::LegalForm::foreign}) {
        firm.legal_form = form;
        REQUIRE(back(firm));
        CHECK(*back(firm) == firm);
    }
}

TEST_CASE("An undertaking that would hold a citizen service number is refused", "[formats]")
{
    // 111222333 passes the 11-test: the number in the tax office's own example of an old sole trader's VAT number.
    const auto sole =
        "{\"name\": \"Jansen\", \"kvk\": \"90000018\", \"legal_form\": \"eenmanszaak\", "
        "\"sbi_main\": \"25\", \"address\": {\"street\": \"A\", \"house_number\": \"1\", "
        "\"postcode\": \"7811AB\", \"place\": \"Emmen\", \"municipality\": \"GM0114\"}";
    const auto refused_at = [&](const std::string& more) {
        const auto read = formats::read_undertaking(sole + more + "}", "u.json");
        return read ? std::string{"nowhere"} : read.refusal().where;
    };
    CHECK(refused_at("") == "nowhere");
    CHECK(refused_at(", \"rsin\": \"111222333\"") == "u.json /rsin");
    CHECK(refused_at(", \"vat_id\": \"NL111222333B01\"") == "u.json /vat_id");
    CHECK(refused_at(", \"vat_id\": \"NL000099998B57\"") == "nowhere");  // the tax office's example since 2020
    CHECK(example("Veenkunststof BV", "Jansen 111222333").refusal().where == "u.json /name");
}
