#include "embedded/embedded.h"

#include "embedded/contents.h"

#include <algorithm>

namespace vierkant::embedded {

std::optional<std::string_view> file(std::string_view name)
{
    const auto all = contents();
    const auto found = std::find_if(all.begin(), all.end(), [&](const File& f) { return f.name == name; });
    if (found == all.end()) return std::nullopt;
    return found->text;
}

std::vector<std::string_view> files_under(std::string_view folder)
{
    std::vector<std::string_view> names;
    for (const auto& f : contents()) {
        if (f.name.starts_with(folder)) names.push_back(f.name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace vierkant::embedded
