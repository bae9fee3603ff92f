#pragma once

#include "base/date.h"
#include "base/id.h"
#include "base/result.h"
#include "storage/connection.h"

#include <algorithm>
#include <optional>
#include <string>

/// Reading back what we stored ourselves: where it cannot be read, that is our mistake.
namespace vierkant::storage {

/// `table` is an array of pairs of a value and its name in the database.
template <class Table, class T>
std::string name_of(const Table& table, T value)
{
    return std::find_if(table.begin(), table.end(), [&](const auto& pair) { return pair.first == value; })->second;
}

template <class Table>
auto named(const Table& table, const std::string& name)
{
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& pair) { return pair.second == name; });
    verify(found != table.end(), "a stored name is known");
    return found->first;
}

inline Date stored_date(const std::string& text)
{
    const auto day = parse_date(text);
    verify(day.has_value(), "a stored date is a date");
    return *day;
}

template <class Tag>
Value id_or_null(const std::optional<Id<Tag>>& id)
{
    return id ? Value{id->value} : Value{};
}

template <class Tag>
std::optional<Id<Tag>> optional_id(const Row& row, std::size_t column)
{
    if (row.is_null(column)) return std::nullopt;
    return Id<Tag>{row.integer(column)};
}

}  // namespace vierkant::storage
