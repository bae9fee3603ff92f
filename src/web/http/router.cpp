#include "web/http/router.h"

namespace vierkant::http {

std::optional<Fields> match_path(std::string_view pattern, std::string_view path)
{
    Fields parts;
    while (true) {
        const auto slash = pattern.find('/', 1);
        const auto other = path.find('/', 1);
        const auto wanted = pattern.substr(0, slash);
        const auto given = path.substr(0, other);
        if (wanted.starts_with("/{") && wanted.ends_with("}")) {
            if (given.size() < 2) return std::nullopt;
            parts.add(std::string{wanted.substr(2, wanted.size() - 3)}, std::string{given.substr(1)});
        } else if (wanted != given) {
            return std::nullopt;
        }
        if ((slash == std::string_view::npos) != (other == std::string_view::npos)) return std::nullopt;
        if (slash == std::string_view::npos) return parts;
        pattern.remove_prefix(slash);
        path.remove_prefix(other);
    }
}

}  // namespace vierkant::http
