#include "refusal.h"
#include "web/http/parse.h"

// What a browser sends: an address, a query, cookies and a form of either kind. What is read as fields can be written
// and read again; nothing crashes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace vierkant;
    const auto input = fuzz::text(data, size);
    (void)http::parse_target(input);
    (void)http::parse_cookies(input);
    (void)http::multipart_boundary(input);
    (void)http::parse_form("multipart/form-data; boundary=x", input);
    if (const auto fields = http::parse_urlencoded(input)) {
        const auto again = http::parse_urlencoded(http::urlencoded(*fields));
        fuzz::demand(again && again->all() == fields->all());
    }
    if (const auto decoded = http::percent_decoded(input))
        fuzz::demand(http::percent_decoded(http::percent_encoded(*decoded)) == decoded);
    return 0;
}
