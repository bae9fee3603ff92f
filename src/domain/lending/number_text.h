#pragma once

#include "base/date.h"
#include "base/exact.h"
#include "base/money.h"
#include "base/rate.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

/// Values as numbers with a space between: how a checkpoint is kept.
namespace vierkant::lending {

struct LoanTerms;

/// Writes numbers with a space between.
class NumberWriter {
public:
    void put(Exact::Units number)
    {
        if (!text_.empty()) text_ += ' ';
        std::array<char, 40> digits{};
        std::size_t at = digits.size();
        const bool negative = number < 0;
        do {
            const auto digit = static_cast<int>(number % 10);
            digits[--at] = static_cast<char>('0' + (digit < 0 ? -digit : digit));
            number /= 10;
        } while (number != 0);
        if (negative) text_ += '-';
        text_.append(digits.data() + at, digits.size() - at);
    }
    void put(Money amount) { put(Exact::Units{amount.in_cents()}); }
    void put(Date day) { put(Exact::Units{day.serial()}); }
    void put(Rate rate) { put(Exact::Units{rate.millionths}); }
    void put(const std::optional<Date>& day)
    {
        put(Exact::Units{day.has_value()});
        if (day) put(*day);
    }
    template <class Enum>
    void put_name(Enum value)
    {
        put(Exact::Units{static_cast<int>(value)});
    }
    void put_count(std::size_t count) { put(static_cast<Exact::Units>(count)); }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
};

/// Reads them back; remembers that something was not a number.
class NumberReader {
public:
    explicit NumberReader(std::string_view text) : rest_{text} {}

    Exact::Units wide()
    {
        if (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
        const bool negative = !rest_.empty() && rest_.front() == '-';
        if (negative) rest_.remove_prefix(1);
        std::size_t count = 0;
        Exact::Units number = 0;
        while (count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9' && count < 38) {
            number = number * 10 + (rest_[count++] - '0');
        }
        good_ = good_ && count > 0;
        rest_.remove_prefix(count);
        return negative ? -number : number;
    }
    std::int64_t narrow() { return static_cast<std::int64_t>(wide()); }
    Money money() { return Money::cents(narrow()); }
    Date date()
    {
        const auto serial = narrow();
        if (serial < -25567 || serial > 120529) {  // 1900-01-01 and 2299-12-31
            good_ = false;
            return Date::from_serial(0);
        }
        return Date::from_serial(serial);
    }
    int small() { return static_cast<int>(narrow()); }
    Rate rate() { return {narrow()}; }
    std::optional<Date> optional_date()
    {
        if (narrow() == 0) return std::nullopt;
        return date();
    }
    /// One of an enumeration whose last is `last`.
    template <class Enum>
    Enum name(Enum last)
    {
        const auto number = narrow();
        good_ = good_ && number >= 0 && number <= static_cast<std::int64_t>(last);
        return good_ ? static_cast<Enum>(number) : Enum{};
    }
    /// How many follow; never more than text is left.
    std::size_t count()
    {
        const auto number = narrow();
        good_ = good_ && number >= 0 && static_cast<std::size_t>(number) <= rest_.size();
        return good_ ? static_cast<std::size_t>(number) : 0;
    }
    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] bool at_end() const { return good_ && rest_.empty(); }

private:
    std::string_view rest_;
    bool good_ = true;
};

/// Terms without tranches: drawings are held against those agreed.
void put(NumberWriter& writer, const LoanTerms& terms);
LoanTerms read_terms(NumberReader& reader);

}  // namespace vierkant::lending
