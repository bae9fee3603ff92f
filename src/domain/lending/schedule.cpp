#include "domain/lending/schedule.h"

#include "domain/lending/fold.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

namespace vierkant::lending {

namespace {

/// Walks a fold from due date to due date, pays what falls due, and writes the rows.
class Projection {
public:
    Projection(const LoanTerms& terms, State state, Date since) : fold_{terms, std::move(state), nullptr}, since_{since}
    {
        schedule_.rows.reserve(static_cast<std::size_t>(terms.instalments) + 1);
        charged_ = fold_.state().settled.costs_charged;
        withheld_ = fold_.state().settled.costs_withheld;
    }

    void take(const Event& event)
    {
        while (is_running() && next_payment() < event.value_date) pay_instalment(std::nullopt);
        const bool on_due_date = is_running() && next_payment() == event.value_date;
        const bool is_payment = event.kind == EventKind::payment;
        if (on_due_date) pay_instalment(is_payment ? std::optional{event} : std::nullopt);
        if (event.kind == EventKind::prepayment || (is_payment && !on_due_date)) {
            pay_ahead(event.value_date, event.amount, event.excess);
        } else if (!is_payment) {
            fold_.take(event);
        }
        note_fees(event.value_date);
    }

    Schedule finish()
    {
        while (is_running() && is_anything_left()) pay_instalment(std::nullopt);
        return std::move(schedule_);
    }

private:
    [[nodiscard]] bool is_running() const { return fold_.state().drawn; }

    [[nodiscard]] bool is_anything_left() const
    {
        const auto& state = fold_.state();
        return !state.principal.is_zero() || !state.open.empty() || !fold_.running_interest().is_zero() ||
               !(state.deferred + state.spread_interest + state.spread_costs + state.spread_default_interest).is_zero();
    }

    /// The day on which anything is to be paid next.
    [[nodiscard]] Date next_payment() const
    {
        auto day = fold_.next_due();
        for (const auto& item : fold_.state().open) day = std::min(day, std::max(item.due, fold_.state().reached));
        return day;
    }

    [[nodiscard]] Money owed_on(Date day) const
    {
        Money owed;
        for (const auto& item : fold_.state().open) {
            if (item.due <= day) owed += item.total();
        }
        return owed;
    }

    /// The instalment that is to be paid on that day, after it fell due; 0 where only something else is.
    [[nodiscard]] int number_on(Date day) const
    {
        const int number = fold_.state().next_number - 1;
        return number > 0 && due_date(fold_.terms(), number) == day ? number : 0;
    }

    /// What falls due next is paid: by the payment given, or exactly.
    void pay_instalment(std::optional<Event> payment)
    {
        const auto due = next_payment();
        fold_.pass_to(due);
        const auto owed = owed_on(due);
        const auto paid = payment ? std::min(payment->amount, owed) : owed;
        const auto before = fold_.state().settled;
        fold_.pay(due, EventId{}, paid, Excess::shorten);  // no more than is due: there is no excess
        note_fees(due);
        const auto& after = fold_.state().settled;
        const auto principal = after.principal_repaid - before.principal_repaid;
        const auto interest = after.interest_received - before.interest_received;
        const int number = number_on(due);
        const bool nothing = number > 0 ? owed.is_zero() && fold_.state().principal.is_zero()
                                        : principal.is_zero() && interest.is_zero();
        if (!nothing) {
            add({ScheduleRow::Kind::instalment, number, due, due - since_, principal, interest, fold_.state().principal,
                 after.costs_received - before.costs_received});
            since_ = due;
        }
        if (payment && payment->amount > paid) pay_ahead(due, payment->amount - paid, payment->excess);
    }

    void pay_ahead(Date day, Money amount, Excess excess)
    {
        fold_.pass_to(day);
        const auto ahead = std::min(amount, fold_.state().not_yet_due());
        if (ahead.is_zero()) return;
        const auto before = fold_.state().settled;
        // Beyond the principal there is nothing to pay ahead; interest falls due with the next instalment.
        fold_.take({EventId{}, day, EventKind::prepayment, ahead, {}, excess});
        note_fees(day);
        const auto& after = fold_.state().settled;
        add({ScheduleRow::Kind::prepayment, 0, day, day - since_, after.principal_repaid - before.principal_repaid,
             after.interest_received - before.interest_received, fold_.state().principal});
        since_ = day;
    }

    /// Costs charged since they were last looked at.
    void note_fees(Date day)
    {
        const auto& flows = fold_.state().settled;
        if (flows.costs_charged == charged_) return;
        const bool withheld = flows.costs_withheld != withheld_;
        schedule_.fees.push_back({day, flows.costs_charged - charged_, withheld});
        charged_ = flows.costs_charged;
        withheld_ = flows.costs_withheld;
    }

    void add(const ScheduleRow& row)
    {
        schedule_.rows.push_back(row);
        schedule_.principal += row.principal;
        schedule_.interest += row.interest;
    }

    Fold fold_;
    Date since_;
    Money charged_;
    Money withheld_;
    Schedule schedule_;
};

/// Due dates one after the other. Month by month it counts days, where due_date() computes each date anew.
class DueDates {
public:
    explicit DueDates(const LoanTerms& terms)
        : terms_{terms},
          monthly_{terms.method != Method::custom && terms.unit == Unit::month && terms.every == 1},
          month_start_{first_of_month(terms.first_due)},
          day_{terms.first_due.day()},
          month_{terms.first_due.month()},
          year_{terms.first_due.year()}
    {
    }

    Date next()
    {
        ++number_;
        if (!monthly_) return due_date(terms_, number_);
        static constexpr std::array lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        const int length = month_ == 2 && is_leap_year(year_) ? 29 : lengths[static_cast<std::size_t>(month_) - 1];
        const auto due = month_start_ + (std::min(day_, length) - 1);
        month_start_ = month_start_ + length;
        if (++month_ > 12) {
            month_ = 1;
            ++year_;
        }
        return due;
    }

private:
    const LoanTerms& terms_;
    bool monthly_;
    Date month_start_;
    int day_;
    int month_;
    int year_;
    int number_ = 0;
};

/// Interest of one whole period at an unchanging rate: balance x numerator / denominator, rounded once, half up.
class WholePeriod {
public:
    WholePeriod(const LoanTerms& terms, Rate rate)
    {
        const auto parts = period_length(terms).parts;
        const auto common = std::gcd(parts, Exact::years_base);
        numerator_ = 2 * rate.millionths * (parts / common);
        half_ = 1'000'000 * (Exact::years_base / common);
        inverse_ = UINT64_MAX / divisor();
    }

    /// False where 64 bits are too few for this balance, and so for a larger one.
    [[nodiscard]] bool fits(Money balance) const
    {
        std::int64_t twice = 0;
        return !__builtin_mul_overflow(numerator_, balance.in_cents(), &twice) &&
               !__builtin_add_overflow(twice, half_, &twice);
    }

    /// REQUIRES: fits(balance).
    [[nodiscard]] std::int64_t of(std::int64_t balance) const
    {
        // A division is most of the work of a row. The inverse gives a quotient that is never too large and at most
        // two too small.
        const auto number = static_cast<std::uint64_t>(numerator_ * balance + half_);
        auto quotient = static_cast<std::uint64_t>((static_cast<Wide>(number) * inverse_) >> 64);
        for (auto rest = number - quotient * divisor(); rest >= divisor(); rest -= divisor()) [[unlikely]]++ quotient;
        return static_cast<std::int64_t>(quotient);
    }

private:
    __extension__ using Wide = unsigned __int128;
    [[nodiscard]] std::uint64_t divisor() const { return 2 * static_cast<std::uint64_t>(half_); }

    std::int64_t numerator_;
    std::int64_t half_;  // of the divisor
    std::uint64_t inverse_;
};

/// What an instalment comes to where nothing has changed since the drawing; empty where only the fold can say.
std::optional<Money> level_of(const LoanTerms& terms, Money principal, Rate rate)
{
    const int left = terms.instalments - terms.principal_grace;
    if (terms.method == Method::linear) {
        return round_to_multiple(Exact::of(pro_rata(principal, 1, left, Rounding::half_up)), terms.instalment_multiple);
    }
    if (terms.method == Method::bullet) return Money{};
    if (terms.principal_grace < terms.interest_grace) return std::nullopt;
    const Growth growth{rate.millionths * period_length(terms).parts};
    const auto interest = vierkant::interest(principal, rate, period_length(terms));
    return level_payment(principal, interest, growth, left - 1, terms.instalment_multiple);
}

/// Whether every instalment after grace is like the others and on its own day.
bool is_plain(const LoanTerms& terms)
{
    return terms.rates.size() == 1 && terms.interest_period == InterestPeriod::per_instalment &&
           terms.method != Method::custom && terms.due_day == 0 && terms.rolling == Rolling::unadjusted &&
           terms.first_period == FirstPeriod::whole && terms.grace_interest == PeriodInterest::waived &&
           terms.free_months == 0 && terms.steps.empty() && terms.holidays.empty() && terms.fees == Fees{};
}

/// The schedule of most loans, one drawing at one rate with interest per instalment, by whole numbers alone: some ten
/// times as fast as the fold, whose figures it must give (a property test says so). Empty for every other loan.
std::optional<Schedule> plain_schedule(const LoanTerms& terms, std::span<const Event> events)
{
    if (events.size() != 1 || events[0].kind != EventKind::disbursement || !events[0].amount.is_positive() ||
        !is_plain(terms)) {
        return std::nullopt;
    }
    const auto rate = terms.rates.front().annual;
    const auto level = level_of(terms, events[0].amount, rate);
    if (!level) return std::nullopt;
    const WholePeriod period{terms, rate};
    if (!period.fits(events[0].amount)) return std::nullopt;
    const bool annuity = terms.method == Method::annuity;
    const auto amount = level->in_cents();
    DueDates dates{terms};
    Schedule schedule;
    schedule.rows.reserve(static_cast<std::size_t>(terms.instalments));
    auto balance = events[0].amount.in_cents();
    auto since = events[0].value_date;
    std::int64_t interest_sum = 0;
    for (int number = 1; balance > 0; ++number) {
        const auto interest = number > terms.interest_grace ? period.of(balance) : 0;
        auto principal = annuity ? amount - interest : amount;
        if (number <= terms.principal_grace || principal < 0) [[unlikely]]
            principal = 0;
        if (number >= terms.instalments || principal > balance) [[unlikely]]
            principal = balance;
        balance -= principal;
        const auto due = dates.next();
        schedule.rows.push_back({ScheduleRow::Kind::instalment, number, due, due - since, Money::cents(principal),
                                 Money::cents(interest), Money::cents(balance)});
        interest_sum += interest;
        since = due;
    }
    schedule.interest = Money::cents(interest_sum);
    schedule.principal = events[0].amount;
    return schedule;
}

}  // namespace

Schedule make_schedule(const LoanTerms& terms, std::span<const Event> events)
{
    if (auto plain = plain_schedule(terms, events)) return std::move(*plain);
    return fold_schedule(terms, events);
}

Schedule fold_schedule(const LoanTerms& terms, std::span<const Event> events)
{
    const auto ordered = in_effect(events);
    const auto first = std::find_if(ordered.begin(), ordered.end(),
                                    [](const Event& event) { return event.kind == EventKind::disbursement; });
    Projection projection{terms, beginning(terms), first == ordered.end() ? terms.first_due : first->value_date};
    for (const auto& event : ordered) projection.take(event);
    return projection.finish();
}

Schedule plan_ahead(const LoanTerms& terms, const State& state)
{
    return Projection{terms, state, std::max(state.reached, state.period_start)}.finish();
}

}  // namespace vierkant::lending
