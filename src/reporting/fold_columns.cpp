#include "reporting/fold_columns.h"

namespace vierkant::reporting {

markup::Html folded_below(const Table& table, const Cells& row, std::size_t at, Language language)
{
    markup::Html all;
    for (auto i = at + 1; i < table.columns.size() && !has_own_cell(table.columns[i]); ++i) {
        auto text = people_text(row[i], table.columns[i], language);
        if (text.empty()) continue;
        const bool earlier = table.columns[i].moment == Moment::earlier;
        const auto* number = std::get_if<std::int64_t>(&row[i]);
        if (earlier) text = "was " + text;
        if (!earlier && std::holds_alternative<Hidden>(row[i])) continue;  // "was *" has said it
        if (!earlier && number != nullptr && *number > 0) text = "+" + text;
        // Of two percentages the difference is no percentage of anything.
        if (!earlier && table.columns[i].type == ColumnType::percent && text.ends_with(" %"))
            text.replace(text.size() - 1, 1, language == Language::nl ? "procentpunt" : "points");
        all += markup::tag("span", {{"class", earlier ? "earlier" : "difference"}}, text);
    }
    return all;
}

}  // namespace vierkant::reporting
