#include "web/uploads.h"

#include "web/http/parse.h"

#include <algorithm>

namespace vierkant::web {

namespace {

Html hidden(const std::string& name, const std::string& value)
{
    return tag("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

}  // namespace

std::optional<http::Upload> uploaded(const Visit& visit, const std::string& field)
{
    const auto& all = visit.form.uploads;
    const auto sent = std::find_if(all.begin(), all.end(), [&](const auto& one) {
        return one.field == field && !(one.name.empty() && one.content.empty());
    });
    if (sent != all.end()) return *sent;
    // Encoded, so that every byte and every end of line comes back as it went.
    const auto content = http::percent_decoded(visit.form.fields[field + ".content"]);
    if (!content || content->empty()) return std::nullopt;
    return http::Upload{field, visit.form.fields[field + ".name"], *content};
}

Html upload_along(const http::Upload& upload)
{
    return hidden(upload.field + ".name", upload.name) +
           hidden(upload.field + ".content", http::percent_encoded(upload.content));
}

}  // namespace vierkant::web
