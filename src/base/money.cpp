#include "base/money.h"

#include <charconv>
#include <stdexcept>

namespace vierkant {

void Money::throw_overflow()
{
    throw std::overflow_error{"an amount of money grew beyond what can be counted"};
}

Money Money::euros(std::int64_t n)
{
    std::int64_t cents = 0;
    if (__builtin_mul_overflow(n, std::int64_t{100}, &cents)) throw_overflow();
    return Money{cents};
}

std::optional<Money> parse_money(std::string_view text)
{
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    const auto dot = text.find('.');
    const auto whole = text.substr(0, dot);
    const auto decimals = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
    if (whole.empty() || whole.size() > 15) return std::nullopt;
    if (dot != std::string_view::npos && (decimals.empty() || decimals.size() > 2)) return std::nullopt;

    std::int64_t cents = 0;
    for (const char c : whole) {
        if (c < '0' || c > '9') return std::nullopt;
        cents = cents * 10 + (c - '0');
    }
    for (std::size_t i = 0; i < 2; ++i) {
        const char c = i < decimals.size() ? decimals[i] : '0';
        if (c < '0' || c > '9') return std::nullopt;
        cents = cents * 10 + (c - '0');
    }
    return Money::cents(negative ? -cents : cents);
}

namespace {

std::uint64_t magnitude(std::int64_t cents)
{
    return cents < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(cents) : static_cast<std::uint64_t>(cents);
}

std::string two_digits(std::uint64_t n)
{
    return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
}

}  // namespace

std::string to_text(Money amount)
{
    const auto cents = magnitude(amount.in_cents());
    return (amount.is_negative() ? "-" : "") + std::to_string(cents / 100) + "." + two_digits(cents % 100);
}

std::string grouped(Money amount, char thousands, char decimal)
{
    const auto cents = magnitude(amount.in_cents());
    auto whole = std::to_string(cents / 100);
    for (auto at = static_cast<std::ptrdiff_t>(whole.size()) - 3; at > 0; at -= 3) {
        whole.insert(static_cast<std::size_t>(at), 1, thousands);
    }
    return (amount.is_negative() ? "-" : "") + whole + decimal + two_digits(cents % 100);
}

}  // namespace vierkant
