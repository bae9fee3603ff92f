#include "reporting/hide_persons.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace vierkant::reporting {

namespace {

/// One row as it matters here: how many persons, and how many of the whole are not among them.
struct Count {
    std::size_t row;
    std::int64_t persons;
    std::optional<std::int64_t> others;  ///< empty where there is no whole, or the whole is hidden
    bool whole_is_hidden = false;
};

bool too_few(std::int64_t persons, std::int64_t below)
{
    return persons > 0 && persons < below;
}

std::vector<Count> counts_of(const PersonsColumn& column, const std::vector<Cells>& true_rows,
                             const std::vector<Cells>& rows)
{
    std::vector<Count> counts;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto* persons = std::get_if<std::int64_t>(&true_rows[i][column.index]);
        if (persons == nullptr || *persons <= 0) continue;  // none is told as none
        Count count{i, *persons, std::nullopt};
        if (column.whole) {
            const auto* whole = std::get_if<std::int64_t>(&true_rows[i][*column.whole]);
            count.whole_is_hidden = std::holds_alternative<Hidden>(rows[i][*column.whole]);
            if (whole != nullptr && !count.whole_is_hidden) count.others = *whole - *persons;
        }
        counts.push_back(count);
    }
    std::stable_sort(counts.begin(), counts.end(),
                     [](const Count& a, const Count& b) { return a.persons < b.persons; });
    return counts;
}

bool must_hide(const Count& count, std::int64_t below)
{
    return too_few(count.persons, below) || count.whole_is_hidden || (count.others && too_few(*count.others, below));
}

/// Who knows the total knows the sum of the hidden: is any of them, or of the others, told by it?
bool is_told(const std::vector<Count>& hidden, std::int64_t below)
{
    if (hidden.empty()) return false;
    std::int64_t persons = 0;
    std::int64_t others = 0;
    for (const auto& count : hidden) {
        persons += count.persons;
        others += count.others.value_or(0);
    }
    const auto number = static_cast<std::int64_t>(hidden.size());
    return number < 2 || persons < below || persons == number || too_few(others, below);
}

/// The counts in groups whose sums are told elsewhere. A sum that is too small is not told there, nor one that leaves
/// too few: such a group goes together with the next.
std::vector<std::vector<Count>> groups_of(const PersonsColumn& column, const std::vector<Count>& counts,
                                          const std::vector<Cells>& true_rows)
{
    if (!column.nested) return {counts};
    std::map<std::int64_t, std::vector<Count>> by_number;
    for (const auto& count : counts) {
        const auto* number = std::get_if<std::int64_t>(&true_rows[count.row][*column.nested]);
        by_number[number == nullptr ? 0 : *number].push_back(count);
    }
    std::vector<std::vector<Count>> groups;
    const auto sum_of = [](const std::vector<Count>& group) {
        return std::accumulate(group.begin(), group.end(), std::int64_t{0},
                               [](std::int64_t sum, const Count& count) { return sum + count.persons; });
    };
    std::int64_t inside = 0;
    for (const auto& [number, group] : by_number) {
        const auto here = sum_of(group);
        if (too_few(inside, column.below) || (inside > 0 && too_few(here, column.below))) {
            // Everything up to here is told as one sum only.
            std::vector<Count> together = group;
            for (const auto& before : groups) together.insert(together.end(), before.begin(), before.end());
            groups.assign(1, std::move(together));
        } else {
            groups.push_back(group);
        }
        inside += here;
    }
    for (auto& group : groups) {
        std::stable_sort(group.begin(), group.end(),
                         [](const Count& a, const Count& b) { return a.persons < b.persons; });
    }
    return groups;
}

/// Hides in one group what must be hidden; says whether the sum of the group would still tell it.
bool hide_in(const std::vector<Count>& counts, const PersonsColumn& column, std::vector<Cells>& rows)
{
    std::vector<Count> hidden;
    std::vector<Count> open;
    for (const auto& count : counts) (must_hide(count, column.below) ? hidden : open).push_back(count);
    for (auto next = open.begin(); column.has_total && next != open.end() && is_told(hidden, column.below); ++next)
        hidden.push_back(*next);
    for (const auto& count : hidden) rows[count.row][column.index] = Hidden{};
    return is_told(hidden, column.below);
}

}  // namespace

void hide_column(const PersonsColumn& column, const std::vector<Cells>& true_rows, const Cells& true_totals,
                 std::vector<Cells>& rows, Cells& totals)
{
    const auto counts = counts_of(column, true_rows, rows);
    bool total_tells = false;
    for (const auto& group : groups_of(column, counts, true_rows)) {
        total_tells = hide_in(group, column, rows) || total_tells;
    }
    if (!column.has_total) return;
    if (column.whole) {
        const auto* part = std::get_if<std::int64_t>(&true_totals[column.index]);
        const auto* whole = std::get_if<std::int64_t>(&true_totals[*column.whole]);
        const bool whole_is_hidden = std::holds_alternative<Hidden>(totals[*column.whole]);
        total_tells = total_tells || (whole_is_hidden && part != nullptr && *part > 0) ||
                      (part != nullptr && whole != nullptr && too_few(*whole - *part, column.below));
    }
    if (total_tells) totals[column.index] = Hidden{};
}

}  // namespace vierkant::reporting
