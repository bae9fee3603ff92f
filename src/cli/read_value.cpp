#include "cli/read_value.h"

#include "cli/loan_messages.h"
#include "cli/messages.h"

#include <charconv>

namespace vierkant::cli {

namespace {

template <class T>
Result<T> read_or_refuse(const std::optional<T>& read, const Text& text, const Values& values, std::string_view option)
{
    if (read) return *read;
    return wrong_usage(text, {{"option", std::string{option}}, {"value", values[option]}});
}

std::optional<std::int64_t> parse_number(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

}  // namespace

Result<Money> read_amount(const Values& values, std::string_view option)
{
    return read_or_refuse(parse_money(values[option]), amount_unreadable, values, option);
}

Result<Rate> read_percent(const Values& values, std::string_view option)
{
    return read_or_refuse(parse_percent(values[option]), percent_unreadable, values, option);
}

Result<std::int64_t> read_number(const Values& values, std::string_view option)
{
    return read_or_refuse(parse_number(values[option]), number_unreadable, values, option);
}

Result<std::optional<Date>> read_date_if_given(const Values& values, std::string_view option)
{
    if (values[option].empty()) return std::optional<Date>{};
    const auto day = read_or_refuse(parse_date(values[option]), date_unreadable, values, option);
    if (!day) return day.refusal();
    return std::optional{*day};
}

Result<Date> read_date(const Values& values, std::string_view option, Date otherwise)
{
    const auto day = read_date_if_given(values, option);
    if (!day) return day.refusal();
    return day->value_or(otherwise);
}

}  // namespace vierkant::cli
