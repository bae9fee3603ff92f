#include "formats/application_json.h"
#include "refusal.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace vierkant;
    fuzz::is_read(formats::read_application(fuzz::text(data, size), "fuzz.json"));
    return 0;
}
