#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/rate.h"
#include "cli/commands.h"

#include <optional>
#include <string_view>

/// The values of options as they are typed on the command line; what cannot be read is wrong usage.
namespace vierkant::cli {

Result<Money> read_amount(const Values& values, std::string_view option);
Result<Rate> read_percent(const Values& values, std::string_view option);
Result<std::int64_t> read_number(const Values& values, std::string_view option);

/// Empty where the option was left out.
Result<std::optional<Date>> read_date_if_given(const Values& values, std::string_view option);
Result<Date> read_date(const Values& values, std::string_view option, Date otherwise);

}  // namespace vierkant::cli
