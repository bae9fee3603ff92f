#include "usecases/calculate_schedule.h"

#include "domain/lending/messages.h"
#include "formats/reference_tables.h"
#include "formats/terms_json.h"
#include "usecases/reference_data.h"

#include <stdexcept>
#include <vector>

namespace vierkant::usecases {

namespace {

/// The Commission's base rates, signed, by date.
std::vector<lending::DatedRate> base_rates()
{
    static constexpr auto table = "data/reference/eu_reference_rates.csv";
    const auto known = formats::read_base_rates(shipped(table), table);
    verify(static_cast<bool>(known), "a reference table that ships with the program can be read");
    std::vector<lending::DatedRate> rates;
    for (const auto& row : *known) rates.push_back({row.from, row.rate});
    return rates;
}

}  // namespace

Result<lending::Schedule> calculate_schedule(std::string_view terms_json, const std::string& source)
try {
    const auto input = formats::read_calculator_input(terms_json, source, base_rates());
    if (!input) return input.refusal();
    return lending::make_schedule(input->terms, input->events);
} catch (const std::overflow_error&) {
    // Interest on interest at 100 % outgrows any number.
    return bad_input(lending::too_large, {}, source);
}

}  // namespace vierkant::usecases
