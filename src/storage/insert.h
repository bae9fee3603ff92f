#pragma once

#include "base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vierkant::storage {

/// What a database value is here: nothing (NULL), a whole number or text. Money is cents, a date is text.
using Value = std::variant<std::monostate, std::int64_t, std::string>;

/// What an INSERT of many rows says besides the rows.
struct Insert {
    std::string table;
    std::string columns;           ///< separated by ", "
    std::string kinds;             ///< a letter a column: 'i' whole number, 't' text
    std::string on_conflict = {};  ///< "ON CONFLICT (…) DO UPDATE SET …", or nothing
};

/// Rows to be inserted, each with the same columns.
class Rows {
public:
    explicit Rows(std::size_t columns) : columns_{columns} { verify(columns > 0, "a row has columns"); }

    /// One row: a value a column, in order; std::monostate{} where it is NULL.
    template <class... Values>
    void add(Values&&... values)
    {
        verify(sizeof...(values) == columns_, "a row has all its columns");
        (values_.emplace_back(std::forward<Values>(values)), ...);
    }
    /// One row: `values` and `more` after them.
    void add_row(std::span<const Value> values, std::span<const std::int64_t> more = {})
    {
        verify(values.size() + more.size() == columns_, "a row has all its columns");
        values_.insert(values_.end(), values.begin(), values.end());
        values_.insert(values_.end(), more.begin(), more.end());
    }

    [[nodiscard]] std::size_t columns() const { return columns_; }
    [[nodiscard]] std::size_t size() const { return values_.size() / columns_; }
    [[nodiscard]] bool empty() const { return values_.empty(); }
    [[nodiscard]] std::span<const Value> row(std::size_t index) const { return rows(index, 1); }
    /// The values of `count` rows from `first` on, row after row.
    [[nodiscard]] std::span<const Value> rows(std::size_t first, std::size_t count) const
    {
        return {values_.data() + first * columns_, count * columns_};
    }
    void clear() { values_.clear(); }

private:
    std::size_t columns_;
    std::vector<Value> values_;  // row after row
};

}  // namespace vierkant::storage
