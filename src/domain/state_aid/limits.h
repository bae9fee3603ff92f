#pragma once

#include "base/date.h"
#include "base/rate.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::state_aid {

/// One parameter of a European regulation as it held from one day to another.
struct Limit {
    std::string regulation;  ///< "2023/2831"
    std::string parameter;   ///< "ceiling"
    std::string unit;        ///< "eur", "percent", "points", "years", "working_days"
    std::string value;       ///< a decimal text in that unit
    Date from;
    Date until;  ///< the last day
};

/// state_aid_limits.csv, by date. What changes by law is looked up, never a constant.
class Limits {
public:
    void add(Limit limit) { rows_.push_back(std::move(limit)); }
    [[nodiscard]] std::optional<Limit> find(std::string_view regulation, std::string_view parameter, Date on) const;
    [[nodiscard]] const std::vector<Limit>& all() const { return rows_; }

private:
    std::vector<Limit> rows_;
};

}  // namespace vierkant::state_aid
