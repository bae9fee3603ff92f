#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vierkant {

/// An amount in whole euro cents. Adding and subtracting are checked: overflow throws std::overflow_error.
/// There is no multiplication and no conversion from a floating-point number; shares and interest go through Exact.
class Money {
public:
    constexpr Money() = default;
    static constexpr Money cents(std::int64_t n) { return Money{n}; }
    static Money euros(std::int64_t n);

    [[nodiscard]] constexpr std::int64_t in_cents() const { return cents_; }
    [[nodiscard]] constexpr bool is_zero() const { return cents_ == 0; }
    [[nodiscard]] constexpr bool is_negative() const { return cents_ < 0; }
    [[nodiscard]] constexpr bool is_positive() const { return cents_ > 0; }

    friend Money operator+(Money a, Money b)
    {
        std::int64_t sum = 0;
        if (__builtin_add_overflow(a.cents_, b.cents_, &sum)) throw_overflow();
        return Money{sum};
    }
    friend Money operator-(Money a, Money b)
    {
        std::int64_t difference = 0;
        if (__builtin_sub_overflow(a.cents_, b.cents_, &difference)) throw_overflow();
        return Money{difference};
    }
    friend Money operator-(Money a) { return Money{} - a; }
    Money& operator+=(Money other) { return *this = *this + other; }
    Money& operator-=(Money other) { return *this = *this - other; }
    friend constexpr auto operator<=>(Money, Money) = default;

private:
    explicit constexpr Money(std::int64_t n) : cents_{n} {}
    [[noreturn]] static void throw_overflow();
    std::int64_t cents_ = 0;
};

/// Reads "1234.50", "1234.5" or "1234": a dot, at most two decimals, at most 15 digits before it, an optional leading
/// minus. No plus, space, thousands mark or exponent. Empty result: not such an amount.
std::optional<Money> parse_money(std::string_view text);

/// "1234.50": for files, JSON and machines.
std::string to_text(Money amount);

/// "1.234,50" in Dutch, "1,234.50" in English: for people.
std::string grouped(Money amount, char thousands, char decimal);
inline std::string dutch(Money amount)
{
    return grouped(amount, '.', ',');
}
inline std::string english(Money amount)
{
    return grouped(amount, ',', '.');
}

}  // namespace vierkant
