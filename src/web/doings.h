#pragma once

#include "web/visit.h"

#include <span>
#include <string>
#include <string_view>

namespace vierkant::web {

/// Something an officer can do with what a page shows; `name` is the last part of its address.
struct Doing {
    std::string_view name;
    std::string_view nl;
    std::string_view en;
    Right right = Right::handle;
};
/// Doings that belong together, under a name.
struct DoingGroup {
    std::string_view nl;
    std::string_view en;
    std::span<const Doing> doings;
};

/// The row of links to what whoever looks may do with the thing at `here`; nothing where that is nothing.
Html doings_html(const Visit& visit, const std::string& here, std::span<const Doing> doings);
/// The same, a row for each group.
Html doings_html(const Visit& visit, const std::string& here, std::span<const DoingGroup> groups);

}  // namespace vierkant::web
