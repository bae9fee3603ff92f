#include "usecases/reference_data.h"

#include "embedded/embedded.h"
#include "formats/reference_tables.h"

namespace vierkant::usecases {

namespace {

/// Reads one table of data/reference. What ships with the program can be read.
template <class Read>
auto table(const std::string& name, Read read)
{
    auto result = read(shipped("data/reference/" + name), name);
    verify(static_cast<bool>(result), "a reference table that ships with the program can be read: " + name);
    return std::move(*result);
}

}  // namespace

std::string shipped(const std::string& name)
{
    const auto text = embedded::file(name);
    verify(text.has_value(), "the program carries its own data");
    return std::string{*text};
}

const schemes::Tables& reference_tables()
{
    static const schemes::Tables tables{
        table("sbi.csv", formats::read_activities),
        table("municipalities.csv", formats::read_municipalities),
        table("education_levels.csv", formats::read_education_levels),
        table("sroi_building_blocks.csv", formats::read_target_groups),
        table("state_aid_limits.csv", formats::read_state_aid_limits),
        table("eu_reference_rates.csv", formats::read_base_rates),
        table("eu_loan_margins.csv", formats::read_loan_margins),
    };
    return tables;
}

}  // namespace vierkant::usecases
