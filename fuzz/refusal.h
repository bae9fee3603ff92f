#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// What every reader owes, whatever the bytes: a value, or a refusal that can be said in both languages.
namespace vierkant::fuzz {

inline std::string_view text(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

inline void demand(bool holds)
{
    if (!holds) std::abort();
}

template <class T>
bool is_read(const Result<T>& result)
{
    if (result) return true;
    demand(!result.refusal().in(Language::nl).empty() && !result.refusal().in(Language::en).empty());
    return false;
}

}  // namespace vierkant::fuzz
