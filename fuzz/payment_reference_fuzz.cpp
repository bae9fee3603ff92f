#include "domain/banking/payment_reference.h"
#include "refusal.h"

// What is found in free text is a sound reference, and a reference that is made is found again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace vierkant;
    const auto text = fuzz::text(data, size);
    for (const auto& reference : banking::find_references(text)) {
        fuzz::demand(banking::normalise_reference(reference) == reference);
        fuzz::demand(banking::normalise_reference(banking::print_reference(reference)) == reference);
    }
    const auto made = banking::make_reference(text);
    if (!fuzz::is_read(made)) return 0;
    fuzz::demand(banking::normalise_reference(*made) == *made);
    return 0;
}
