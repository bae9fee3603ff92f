#include "web/http/message.h"

#include <algorithm>

namespace vierkant::http {

const std::string& Fields::operator[](std::string_view name) const
{
    static const std::string none;
    const auto found = std::find_if(all_.begin(), all_.end(), [&](const auto& field) { return field.first == name; });
    return found == all_.end() ? none : found->second;
}

bool Fields::has(std::string_view name) const
{
    return std::any_of(all_.begin(), all_.end(), [&](const auto& field) { return field.first == name; });
}

std::vector<std::string> Fields::every(std::string_view name) const
{
    std::vector<std::string> values;
    for (const auto& field : all_) {
        if (field.first == name) values.push_back(field.second);
    }
    return values;
}

Response see_other(const std::string& location)
{
    Response response;
    response.status = 303;
    response.headers.emplace_back("Location", location);
    return response;
}

}  // namespace vierkant::http
