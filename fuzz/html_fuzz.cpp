#include "refusal.h"
#include "web/http/html.h"

// Whatever a text is, it opens no element, closes no attribute and is no script.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace vierkant;
    const std::string input{fuzz::text(data, size)};
    const auto markup = http::tag("p", {{"title", input}}, input).markup();
    fuzz::demand(markup.find('<', 1) == markup.rfind("</p>"));
    const auto anchor = http::link(input, "x").markup();
    const auto quote = anchor.find('"', 9);
    fuzz::demand(anchor.substr(quote) == "\">x</a>");
    return 0;
}
