#pragma once

#include "storage/connection.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::storage {

/// Runs a query that ends in "IN (" for many texts at once, a hundred at a time: one prepared statement, whatever their
/// number. A row may come twice only where a text is given twice.
inline void each_key(Connection& connection, std::string_view before, const std::vector<std::string>& keys,
                     std::string_view kinds, const std::function<void(const Row&)>& take)
{
    constexpr std::size_t most = 100;
    std::string sql{before};
    for (std::size_t i = 0; i < most; ++i) sql += i == 0 ? "?" : ", ?";
    sql += ")";
    for (std::size_t begin = 0; begin < keys.size(); begin += most) {
        std::vector<Value> values;
        for (std::size_t i = 0; i < most; ++i) values.emplace_back(keys[begin + i < keys.size() ? begin + i : begin]);
        connection.each(sql, values, kinds, take);
    }
}

}  // namespace vierkant::storage
