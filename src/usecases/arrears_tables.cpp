#include "usecases/arrears_tables.h"

#include "formats/reference_tables.h"
#include "usecases/reference_data.h"

namespace vierkant::usecases {

namespace {

/// What ships with the program can be read: a test holds it.
template <class Read>
auto table(const std::string& name, Read read)
{
    auto result = read(shipped("data/reference/" + name), name);
    verify(static_cast<bool>(result), "a reference table that ships with the program can be read: " + name);
    return std::move(*result);
}

}  // namespace

const arrears::StatutoryRates& statutory_rates()
{
    static const auto rates = table("statutory_interest.csv", formats::read_statutory_rates);
    return rates;
}

const std::vector<arrears::CostScale>& cost_scales()
{
    static const auto scales = table("collection_cost_scale.csv", formats::read_collection_costs);
    return scales;
}

const std::vector<arrears::RiskParameters>& risk_parameters()
{
    static const auto parameters = table("risk_parameters.csv", formats::read_risk_parameters);
    return parameters;
}

}  // namespace vierkant::usecases
