#include "reporting/notes.h"

#include <algorithm>

namespace vierkant::reporting {

bool has_hidden(const Table& table)
{
    const auto hides = [](const Cells& cells) {
        return std::any_of(cells.begin(), cells.end(), [](const Cell& c) { return std::holds_alternative<Hidden>(c); });
    };
    return hides(table.totals) || std::any_of(table.rows.begin(), table.rows.end(), hides);
}

std::string about_hidden(Language language)
{
    return language == Language::nl
               ? "* niet getoond: minder dan vijf personen, of een getal waaruit dat af te leiden is."
               : "* not shown: fewer than five persons, or a figure that would tell so few.";
}

std::string empty_sentence(const Table& table, Language language)
{
    const auto& own = table.empty.in(language);
    if (!own.empty()) return own;
    return language == Language::nl ? "Geen gegevens." : "No data.";
}

}  // namespace vierkant::reporting
