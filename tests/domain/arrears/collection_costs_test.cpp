#include "domain/arrears/collection_costs.h"
#include "domain/arrears/age.h"

#include "formats/reference_tables.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace vierkant;
using namespace vierkant::arrears;

namespace {

std::string data_file(const std::string& name)
{
    std::ifstream in{std::string{VIERKANT_SOURCE_DIR "/data/reference/"} + name};
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

}  // namespace

TEST_CASE("the scale gives the collection costs of the published examples to the cent", "[arrears]")
{
    const auto scales =
        formats::read_collection_costs(data_file("collection_cost_scale.csv"), "collection_cost_scale.csv");
    REQUIRE(scales);
    const auto* scale = scale_on(*scales, date(2026, 1, 1));
    REQUIRE(scale != nullptr);
    CHECK(scale_on(*scales, date(2012, 6, 30)) == nullptr);
    std::istringstream examples{data_file("collection_cost_examples.csv")};
    int count = 0;
    std::string line;
    std::getline(examples, line);
    for (; std::getline(examples, line); ++count) {
        const auto comma = line.find(',');
        INFO(line);
        CHECK(to_text(collection_costs(*scale, *parse_money(line.substr(0, comma)))) == line.substr(comma + 1));
    }
    CHECK(count >= 14);
    CHECK(collection_costs(*scale, Money{}).is_zero());
}

TEST_CASE("a scale whose slices are out of order is refused", "[arrears]")
{
    const std::string head = "valid_from,kind,up_to_eur,value,source\n";
    CHECK_FALSE(formats::read_collection_costs(head + "2012-07-01,share,5000.00,10,x\n2012-07-01,share,2500.00,15,x\n",
                                               "scale.csv"));
    CHECK_FALSE(
        formats::read_collection_costs(head + "2012-07-01,share,,10,x\n2012-07-01,share,2500.00,15,x\n", "scale.csv"));
}

TEST_CASE("arrears are of the age that their oldest day gives", "[arrears]")
{
    CHECK(band_of(age_of(0)).empty());
    CHECK(band_of(age_of(1)) == "1-30");
    CHECK(band_of(age_of(30)) == "1-30");
    CHECK(band_of(age_of(31)) == "31-60");
    CHECK(band_of(age_of(61)) == "61-90");
    CHECK(band_of(age_of(90)) == "61-90");
    CHECK(band_of(age_of(91)) == "> 90");
}
