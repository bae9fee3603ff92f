#include "formats/scheme_files.h"

#include "formats/reference_tables.h"
#include "formats/scheme_json.h"
#include "formats/undertaking_json.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace vierkant::testing {

namespace {

const std::filesystem::path root{VIERKANT_SOURCE_DIR};

}  // namespace

const std::set<std::string> scheme_codes{"investment-loan", "proof-production-loan", "reshoring-grant",
                                         "business-case-grant", "foreign-investment-premium"};

std::string text_of(const std::string& file)
{
    std::ifstream in{root / file};
    std::ostringstream whole;
    whole << in.rdbuf();
    REQUIRE_FALSE(whole.str().empty());
    return whole.str();
}

std::string changed(const std::string& name, const std::string& what, const std::string& with)
{
    auto text = text_of(name);
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

std::string example_of(const std::string& code)
{
    return "docs/examples/application-" + code + ".json";
}

std::vector<schemes::Scheme> all_editions()
{
    std::vector<schemes::Scheme> editions;
    for (const auto& entry : std::filesystem::directory_iterator{root / "data/schemes"}) {
        const auto name = entry.path().filename().string();
        const auto read = formats::read_scheme(text_of("data/schemes/" + name), name);
        INFO(name << ": " << (read ? "" : read.refusal().in(Language::en)));
        REQUIRE(read);
        CHECK(name == read->code + "." + std::to_string(read->from.year()) + ".json");
        editions.push_back(*read);
    }
    return editions;
}

schemes::Tables all_tables()
{
    const auto table = [](const std::string& name, auto read) {
        auto result = read(text_of("data/reference/" + name), name);
        REQUIRE(result);
        return std::move(*result);
    };
    return {table("sbi.csv", formats::read_activities),
            table("municipalities.csv", formats::read_municipalities),
            table("education_levels.csv", formats::read_education_levels),
            table("sroi_building_blocks.csv", formats::read_target_groups),
            table("state_aid_limits.csv", formats::read_state_aid_limits),
            table("eu_reference_rates.csv", formats::read_base_rates),
            table("eu_loan_margins.csv", formats::read_loan_margins)};
}

parties::Undertaking example_undertaking()
{
    const auto read = formats::read_undertaking(text_of("docs/examples/undertaking.json"), "undertaking.json");
    REQUIRE(read);
    return *read;
}

}  // namespace vierkant::testing
