#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/rate.h"
#include "reporting/report.h"

#include <optional>
#include <string>
#include <utility>

/// Columns and cells of the tables that use cases make themselves.
namespace vierkant::usecases {

inline reporting::Cell cell(Money amount)
{
    return amount.in_cents();
}
inline reporting::Cell cell(Date day)
{
    return to_text(day);
}
inline reporting::Cell cell(Rate rate)
{
    return rate.millionths;
}
inline reporting::Cell count_cell(std::int64_t number)
{
    return number;
}
inline reporting::Cell cell_or_nothing(Money amount)
{
    return amount.is_zero() ? reporting::Cell{} : cell(amount);
}
inline reporting::Cell count_or_nothing(std::int64_t number)
{
    return number == 0 ? reporting::Cell{} : count_cell(number);
}
template <class T>
reporting::Cell cell_or_nothing(const std::optional<T>& value)
{
    return value ? cell(*value) : reporting::Cell{};
}

inline reporting::Column text_column(std::string key, std::string nl, std::string en)
{
    return {std::move(key), {std::move(nl), std::move(en)}, reporting::ColumnType::text};
}
inline reporting::Column money_column(std::string key, std::string nl, std::string en)
{
    return {std::move(key), {std::move(nl), std::move(en)}, reporting::ColumnType::money};
}
inline reporting::Column count_column(std::string key, std::string nl, std::string en)
{
    return {std::move(key), {std::move(nl), std::move(en)}, reporting::ColumnType::count};
}
inline reporting::Column percent_column(std::string key, std::string nl, std::string en)
{
    return {std::move(key), {std::move(nl), std::move(en)}, reporting::ColumnType::percent};
}
inline reporting::Column day_column(std::string key, std::string nl, std::string en)
{
    return {std::move(key), {std::move(nl), std::move(en)}, reporting::ColumnType::date};
}

/// A table of one row, a figure at a time: the page of one thing.
class Page {
public:
    Page(std::string name, reporting::Words title) : table_{std::move(name), std::move(title), {}, {{}}, {}} {}
    void add(reporting::Column column, reporting::Cell value)
    {
        table_.columns.push_back(std::move(column));
        table_.rows.front().push_back(std::move(value));
    }
    reporting::Table take() { return std::move(table_); }

private:
    reporting::Table table_;
};

}  // namespace vierkant::usecases
