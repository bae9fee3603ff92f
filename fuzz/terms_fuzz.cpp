#include "domain/lending/schedule.h"
#include "formats/terms_json.h"
#include "refusal.h"

// The calculator's file: what is accepted gives a schedule that repays what was drawn, or more than 2^63 cents.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace vierkant;
    const auto input = formats::read_calculator_input(fuzz::text(data, size), "fuzz.json");
    if (!fuzz::is_read(input)) return 0;
    try {
        const auto schedule = lending::make_schedule(input->terms, input->events);
        Money drawn;
        for (const auto& event : input->events) {
            if (event.kind == lending::EventKind::disbursement) drawn += event.amount;
        }
        fuzz::demand(schedule.principal == drawn);
    } catch (const std::overflow_error&) {
        return 0;  // exact sums beyond 128 bits are refused as such
    } catch (const std::out_of_range&) {
        return 0;  // dates after 2299
    }
    return 0;
}
