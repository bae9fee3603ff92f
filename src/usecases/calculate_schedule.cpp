#include "usecases/calculate_schedule.h"

#include "formats/terms_json.h"

namespace vierkant::usecases {

Result<lending::Schedule> calculate_schedule(std::string_view terms_json, const std::string& source)
{
    const auto input = formats::read_calculator_input(terms_json, source);
    if (!input) return input.refusal();
    return lending::make_schedule(input->terms, input->events);
}

}  // namespace vierkant::usecases
