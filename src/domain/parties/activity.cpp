#include "domain/parties/activity.h"

#include "domain/parties/messages.h"

#include <algorithm>

namespace vierkant::parties {

std::optional<std::string> ActivityKind::canonical(std::string_view text)
{
    std::string code{text};
    std::erase_if(code, [](char c) { return c == '.' || c == ' '; });
    const bool digits = std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (code.size() < 2 || code.size() > 5 || !digits) return std::nullopt;
    return code;
}

const Text& ActivityKind::wrong()
{
    return wrong_activity_code;
}

std::string_view name_of(Sector sector)
{
    switch (sector) {
        case Sector::industry:
            return "industry";
        case Sector::technology:
            return "technology";
        case Sector::logistics:
            return "logistics";
        case Sector::none:
            break;
    }
    return "none";
}

Word word_for(Sector sector)
{
    switch (sector) {
        case Sector::industry:
            return {"industrie", "industry"};
        case Sector::technology:
            return {"technologie", "technology"};
        case Sector::logistics:
            return {"logistiek", "logistics"};
        case Sector::none:
            break;
    }
    return {"geen van de sectoren van het plan", "none of the plan's sectors"};
}

void ActivityTable::add(Activity activity)
{
    auto code = activity.code;
    rows_.insert_or_assign(std::move(code), std::move(activity));
}

std::optional<Activity> ActivityTable::find(const ActivityCode& code) const
{
    for (auto prefix = std::string_view{code.text()}; prefix.size() >= 2; prefix.remove_suffix(1)) {
        const auto found = rows_.find(prefix);
        if (found != rows_.end()) return found->second;
    }
    return std::nullopt;
}

}  // namespace vierkant::parties
