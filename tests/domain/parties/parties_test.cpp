#include "base/bsn.h"
#include "domain/parties/undertaking.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <functional>
#include <map>
#include <sstream>

using namespace vierkant;
using namespace vierkant::parties;

namespace {

template <class Identifier>
bool reads(const std::string& value)
{
    return bool{Identifier::parse(value)};
}

const std::map<std::string, std::function<bool(const std::string&)>> readers{
    {"kvk", reads<KvkNumber>},
    {"vestigingsnummer", reads<EstablishmentNumber>},
    {"rsin", reads<Rsin>},
    {"bsn", [](const std::string& value) { return contains_bsn("nr " + value + "."); }},
    {"vat_nl", reads<VatId>},
    {"iban", reads<Iban>},
    {"lei", reads<Lei>},
    {"bic", reads<Bic>},
    {"creditor_reference", reads<CreditorReference>},
    {"postcode_nl", reads<Postcode>},
};

template <class Identifier>
Identifier known(std::string_view text)
{
    return *Identifier::parse(text);
}

Undertaking example(std::int64_t headcount, std::int64_t turnover, std::int64_t balance)
{
    return {.name = "Voorbeeld BV",
            .kvk = known<KvkNumber>("90000017"),
            .rsin = {},
            .vat_id = {},
            .iban = {},
            .sbi_main = known<ActivityCode>("20.16"),
            .sbi_side = {},
            .address = {"Kade", "1", "7811AB", "Emmen", known<MunicipalityCode>("GM0114")},
            .figures = Figures{headcount, Money::euros(turnover), Money::euros(balance)},
            .relations = {}};
}

Relation related(Tie tie, Rate holding, std::int64_t headcount, std::int64_t turnover)
{
    return {known<KvkNumber>("12345678"), "Andere BV", tie, holding,
            Figures{headcount, Money::euros(turnover), Money::euros(turnover)}};
}

}  // namespace

TEST_CASE("Identifiers are read as data/reference/identifier_examples.csv says", "[parties]")
{
    std::ifstream examples{std::string{VIERKANT_SOURCE_DIR} + "/data/reference/identifier_examples.csv"};
    std::string line;
    std::getline(examples, line);
    int rows = 0;
    while (std::getline(examples, line)) {
        std::istringstream fields{line};
        std::string kind, value, valid;
        std::getline(fields, kind, ',');
        std::getline(fields, value, ',');
        std::getline(fields, valid, ',');
        INFO(line);
        CHECK(readers.at(kind)(value) == (valid == "yes"));
        ++rows;
    }
    CHECK(rows == 62);
}

TEST_CASE("An identifier is kept in one spelling", "[parties]")
{
    CHECK(known<Iban>("nl13 test 0123 4567 89").text() == "NL13TEST0123456789");
    CHECK(known<Postcode>("7811 ab").text() == "7811AB");
    CHECK(known<ActivityCode>("52.10.9").text() == "52109");
    CHECK(Rsin::parse("800000007").refusal().in(Language::nl).find("elfproef") != std::string::npos);
}

TEST_CASE("A BSN is seen in running text, also set apart", "[parties]")
{
    CHECK(contains_bsn("Jan, 999990007, lasser"));
    CHECK(contains_bsn("9999.90.007"));
    CHECK(contains_bsn("999 990 019"));
    CHECK_FALSE(contains_bsn("9999900070"));
    CHECK_FALSE(contains_bsn("personeelsnummer 4711, 2026-01-15"));
    CHECK_FALSE(contains_bsn(""));
}

TEST_CASE("The size class follows Recommendation 2003/361/EC, art. 2", "[parties]")
{
    CHECK(size_class(example(9, 2'000'000, 9'000'000)) == SizeClass::micro);
    CHECK(size_class(example(10, 2'000'000, 2'000'000)) == SizeClass::small);
    CHECK(size_class(example(49, 11'000'000, 10'000'000)) == SizeClass::small);
    CHECK(size_class(example(249, 90'000'000, 43'000'000)) == SizeClass::medium);
    CHECK(size_class(example(250, 1, 1)) == SizeClass::large);
    CHECK(size_class(example(5, 50'000'001, 43'000'001)) == SizeClass::large);
}

TEST_CASE("Linked firms count in full, partners pro rata", "[parties]")
{
    auto firm = example(40, 1'000'000, 1'000'000);
    firm.relations = {related(Tie::partner, percent(25), 39, 4'000'000)};
    CHECK(group_figures(firm)->headcount_millionths == 49'750'000);
    CHECK(group_figures(firm)->turnover == Money::euros(2'000'000));
    CHECK(size_class(firm) == SizeClass::small);
    firm.relations.front().tie = Tie::linked;
    CHECK(size_class(firm) == SizeClass::medium);
    firm.relations.front().figures.reset();
    CHECK_FALSE(size_class(firm));
    firm.held_by_public_bodies = true;
    CHECK(size_class(firm) == SizeClass::large);
}
