#include "exact_loan.h"

#include "base/calendar.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <optional>

namespace vierkant::lending::exact {

namespace {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

std::int64_t half_up(const cpp_rational& amount)
{
    const cpp_rational more = amount + cpp_rational{1, 2};
    return static_cast<std::int64_t>(cpp_int{numerator(more) / denominator(more)});
}

std::int64_t to_multiple(const cpp_rational& amount, std::int64_t multiple)
{
    return half_up(amount / multiple) * multiple;
}

/// A date as the market writes it.
struct Ymd {
    int y, m, d;
};
Ymd ymd(Date day)
{
    return {day.year(), day.month(), day.day()};
}

// ISDA 2006 Definitions, 4.16.
cpp_rational thirty_e(Date from, Date to)
{
    auto [y1, m1, d1] = ymd(from);
    auto [y2, m2, d2] = ymd(to);
    if (d1 == 31) d1 = 30;
    if (d2 == 31) d2 = 30;
    return cpp_rational{360 * (y2 - y1) + 30 * (m2 - m1) + (d2 - d1), 360};
}

cpp_rational thirty_us(Date from, Date to)
{
    auto [y1, m1, d1] = ymd(from);
    auto [y2, m2, d2] = ymd(to);
    const bool end1 = m1 == 2 && (from + 1).month() == 3;
    const bool end2 = m2 == 2 && (to + 1).month() == 3;
    if (end1 && end2) d2 = 30;
    if (end1) d1 = 30;
    if (d2 == 31 && d1 >= 30) d2 = 30;
    if (d1 == 31) d1 = 30;
    return cpp_rational{360 * (y2 - y1) + 30 * (m2 - m1) + (d2 - d1), 360};
}

/// Day by day: each day is 1/366 in a leap year and 1/365 in any other.
cpp_rational actual_actual(Date from, Date to)
{
    std::int64_t leap = 0;
    std::int64_t common = 0;
    for (auto day = from; day < to; day = day + 1) {
        const int y = day.year();
        (y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) ? leap : common) += 1;
    }
    return cpp_rational{leap, 366} + cpp_rational{common, 365};
}

cpp_rational fraction(DayCount count, Date from, Date to)
{
    switch (count) {
        case DayCount::thirty_e_360:
            return thirty_e(from, to);
        case DayCount::thirty_us_360:
            return thirty_us(from, to);
        case DayCount::act_365f:
            return cpp_rational{to - from, 365};
        case DayCount::act_360:
            return cpp_rational{to - from, 360};
        case DayCount::act_act:
            return actual_actual(from, to);
    }
    return 0;
}

Date agreed(const LoanTerms& t, int k)
{
    const int steps = (k - 1) * t.every;
    if (t.unit == Unit::day) return t.first_due + steps;
    if (t.unit == Unit::week) return t.first_due + 7 * steps;
    int month = t.first_due.month() - 1 + steps * (t.unit == Unit::year ? 12 : 1);
    int year = t.first_due.year() + month / 12;
    month %= 12;
    int day = t.due_day != 0 && k > 1 ? t.due_day : t.first_due.day();
    while (!Date::from(year, month + 1, day)) --day;  // the 29th to 31st of a month that has none
    return date(year, month + 1, day);
}

Date paid_on(const LoanTerms& t, int k)
{
    const auto due = agreed(t, k);
    auto later = due;
    while (!is_target_day(later)) later = later + 1;
    auto earlier = due;
    while (!is_target_day(earlier)) earlier = earlier - 1;
    if (t.rolling == Rolling::unadjusted) return due;
    if (t.rolling == Rolling::following) return later;
    if (t.rolling == Rolling::preceding) return earlier;
    return later.month() == due.month() ? later : earlier;
}

class Loan {
public:
    Loan(const LoanTerms& terms, const std::vector<Drawing>& drawings) : t_{terms}, drawings_{drawings} {}

    std::vector<Row> rows()
    {
        start_ = drawings_.front().day;
        for (k_ = 1; k_ <= t_.instalments; ++k_) {
            end_ = t_.interest_days == InterestDays::adjusted ? paid_on(t_, k_) : agreed(t_, k_);
            one_period();
            start_ = end_;
        }
        return std::move(rows_);
    }

private:
    [[nodiscard]] bool by_days() const
    {
        return t_.interest_period == InterestPeriod::daily || (k_ == 1 && t_.first_period == FirstPeriod::daily);
    }

    [[nodiscard]] cpp_rational whole_period() const
    {
        const int a_year = t_.unit == Unit::month ? 12 : t_.unit == Unit::week ? 52 : t_.unit == Unit::day ? 365 : 1;
        return cpp_rational{t_.every, a_year};
    }

    [[nodiscard]] cpp_rational rate_on(Date day) const
    {
        auto rate = t_.rates.front().annual.millionths;
        for (const auto& dated : t_.rates) {
            if (dated.from <= day) rate = dated.annual.millionths;
        }
        return cpp_rational{rate, 1'000'000};
    }

    /// The length in years of the days between two of this period.
    [[nodiscard]] cpp_rational length(Date from, Date to) const
    {
        if (!by_days()) return whole_period() * cpp_rational{to - from, end_ - start_};
        return fraction(t_.day_count, start_, to) - fraction(t_.day_count, start_, from);
    }

    /// Sums the interest of the period from change to change, and takes the drawings in it.
    cpp_rational interest_of_period()
    {
        std::vector<Date> cuts{start_, end_};
        for (const auto& drawing : drawings_) cuts.push_back(drawing.day);
        for (const auto& rate : t_.rates) cuts.push_back(rate.from);
        std::sort(cuts.begin(), cuts.end());
        cpp_rational sum = 0;
        changed_inside_ = false;
        for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
            const auto from = cuts[i];
            if (from < start_ || from >= end_ || from == cuts[i + 1]) continue;
            const auto before = balance_;
            for (const auto& drawing : drawings_) {
                if (drawing.day == from) balance_ += drawing.cents;
            }
            const bool other_rate = from > drawings_.front().day && rate_on(from) != rate_on(from - 1);
            if (balance_ != before || other_rate) level_known_ = false;
            if (from > start_ && (balance_ != before || other_rate)) changed_inside_ = true;
            sum += balance_ * rate_on(from) * length(from, cuts[i + 1]);
        }
        return sum;
    }

    [[nodiscard]] PeriodInterest treatment(int k) const
    {
        auto kind = k <= t_.interest_grace ? t_.grace_interest : PeriodInterest::due;
        for (const auto& holiday : t_.holidays) {
            if (k >= holiday.from && k < holiday.from + holiday.count) kind = holiday.interest;
        }
        if (k == t_.instalments && kind != PeriodInterest::waived) kind = PeriodInterest::due;
        return kind;
    }

    [[nodiscard]] bool has_principal(int k) const
    {
        if (k == t_.instalments) return true;
        bool has = k > t_.principal_grace && !t_.is_free_month(agreed(t_, k).month());
        for (const auto& holiday : t_.holidays) has = has && (k < holiday.from || k >= holiday.from + holiday.count);
        return has;
    }

    [[nodiscard]] cpp_rational growth(int k) const
    {
        if (treatment(k) != PeriodInterest::due) return 1;
        const bool adjusted = t_.interest_days == InterestDays::adjusted;
        const auto from = adjusted ? paid_on(t_, k - 1) : agreed(t_, k - 1);
        const auto to = adjusted ? paid_on(t_, k) : agreed(t_, k);
        const auto years =
            t_.interest_period == InterestPeriod::per_instalment ? whole_period() : fraction(t_.day_count, from, to);
        return 1 + rate_on(end_ - 1) * years;
    }

    /// A with (B + I) = A (1 + 1/f' + 1/(f' f'') + ...) over the periods with principal, or B shared equally.
    void set_level(const cpp_rational& interest)
    {
        int left = 0;
        cpp_rational worth = 1;
        cpp_rational discount = 1;
        for (int k = k_; k <= t_.instalments; ++k) {
            if (!has_principal(k)) continue;
            ++left;
            if (k == k_ || t_.method == Method::linear) continue;
            discount /= growth(k);
            worth += discount;
        }
        const auto multiple = t_.instalment_multiple.in_cents();
        level_ = t_.method == Method::linear ? to_multiple(half_up(cpp_rational{balance_, left}), multiple)
                                             : to_multiple((balance_ + interest) / worth, multiple);
        level_known_ = true;
    }

    std::int64_t principal_of_period(const cpp_rational& exact, std::int64_t interest)
    {
        if (k_ == t_.instalments) return balance_;
        if (t_.method == Method::bullet || !has_principal(k_)) return 0;
        std::optional<std::int64_t> given;
        for (const auto& step : t_.steps) {
            if (step.from <= k_) given = step.amount.in_cents();
        }
        if (!given && !level_known_) {
            // Where something changed inside a period, what it came to is what is owed, rounded.
            const bool rounded = !by_days() && changed_inside_;
            set_level(rounded ? cpp_rational{interest} : exact);
        }
        const auto amount = given ? *given : level_;
        return std::clamp<std::int64_t>(t_.method == Method::linear ? amount : amount - interest, 0, balance_);
    }

    void one_period()
    {
        const auto exact =
            treatment(k_) == PeriodInterest::waived ? (interest_of_period(), cpp_rational{0}) : interest_of_period();
        const auto interest = half_up(exact);
        const bool due = treatment(k_) == PeriodInterest::due;
        const auto principal = principal_of_period(due ? exact : cpp_rational{0}, due ? interest : 0);
        balance_ -= principal;
        std::int64_t paid = 0;
        if (treatment(k_) == PeriodInterest::deferred) {
            deferred_ += interest;
        } else if (treatment(k_) == PeriodInterest::capitalised) {
            balance_ += interest;
            level_known_ = false;
        } else {
            paid = interest + deferred_;
            deferred_ = 0;
        }
        rows_.push_back({k_, paid_on(t_, k_), principal, paid, balance_});
    }

    const LoanTerms& t_;
    const std::vector<Drawing>& drawings_;
    std::vector<Row> rows_;
    int k_ = 1;
    Date start_ = date(2000, 1, 1);
    Date end_ = date(2000, 1, 1);
    std::int64_t balance_ = 0;
    std::int64_t level_ = 0;
    bool level_known_ = false;
    bool changed_inside_ = false;
    std::int64_t deferred_ = 0;
};

}  // namespace

std::vector<Row> schedule(const LoanTerms& terms, const std::vector<Drawing>& drawings)
{
    return Loan{terms, drawings}.rows();
}

}  // namespace vierkant::lending::exact
