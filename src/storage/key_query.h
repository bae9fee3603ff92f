#pragma once

#include "base/id.h"
#include "storage/connection.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vierkant::storage {

/// Runs a query for many keys at once: `before` + "?, ?, ..." + `after`, for as many keys at a time as a statement
/// takes. `first` are the parameters of `before`. A row may come twice only where a key is given twice.
template <class Key>
void each_of(Connection& connection, std::string_view before, const std::vector<Value>& first,
             const std::vector<Key>& keys, std::string_view after, std::string_view kinds,
             const std::function<void(const Row&)>& take)
{
    // Two prepared statements, whatever the number of keys: for one key, and for many.
    const std::size_t most = keys.size() == 1 ? 1 : 100;
    for (std::size_t begin = 0; begin < keys.size(); begin += most) {
        std::string sql{before};
        auto values = first;
        for (std::size_t i = 0; i < most; ++i) {
            sql += i == 0 ? "?" : ", ?";
            values.emplace_back(keys[begin + i < keys.size() ? begin + i : begin]);
        }
        sql += after;
        connection.each(sql, values, kinds, take);
    }
}

/// Of one fund, which is the one parameter of `before`.
template <class Key>
void each_of(Connection& connection, std::string_view before, FundId fund, const std::vector<Key>& keys,
             std::string_view after, std::string_view kinds, const std::function<void(const Row&)>& take)
{
    each_of(connection, before, std::vector<Value>{fund.value}, keys, after, kinds, take);
}

/// Where `before` has no parameter.
template <class Key>
void each_key(Connection& connection, std::string_view before, const std::vector<Key>& keys, std::string_view kinds,
              const std::function<void(const Row&)>& take)
{
    each_of(connection, before, std::vector<Value>{}, keys, ")", kinds, take);
}

}  // namespace vierkant::storage
