#include "domain/lending/fold.h"

#include "base/result.h"

#include <algorithm>
#include <utility>

namespace vierkant::lending {

namespace {

const Date end_of_time = date(2299, 12, 31);

Date next_rate_after(const LoanTerms& terms, Date day)
{
    for (const auto& rate : terms.rates) {
        if (rate.from > day) return rate.from;
    }
    return end_of_time;
}

/// The part of a sum that one of `left` equal instalments takes; the last takes the rest.
Money equal_part(Money sum, int left)
{
    return left <= 1 ? sum : pro_rata(sum, 1, left, Rounding::half_up);
}

}  // namespace

Fold::Fold(const LoanTerms& agreed, State state, Trace* trace)
    : terms_{&agreed},
      state_{std::move(state)},
      trace_{trace},
      next_due_{end_of_time},
      next_end_{end_of_time},
      next_rate_{end_of_time},
      even_{true}
{
    follow(in_force(agreed, state_));
}

void Fold::follow(const LoanTerms& terms)
{
    terms_ = &terms;
    even_ = terms.holidays.empty() && terms.free_months == 0;
    next_rate_ = terms.rates.size() > 1 ? next_rate_after(terms, state_.reached) : end_of_time;
    look_ahead();
}

void Fold::look_ahead()
{
    next_due_ = due_date(*terms_, state_.next_number);
    next_end_ = terms_->rolling == Rolling::unadjusted ? next_due_ : period_end(*terms_, state_.next_number);
}

/// Another rate makes another instalment.
void Fold::set_rate(Rate rate)
{
    state_.has_level = state_.has_level && state_.rate == rate;
    state_.rate = rate;
    state_.has_rate = true;
}

/// Whether the interest of the running period is counted by days, or is a share of a whole period.
bool Fold::counts_days() const
{
    return terms_->interest_period == InterestPeriod::daily ||
           (state_.next_number == 1 && terms_->first_period == FirstPeriod::daily);
}

/// The days between two of the running period. 30U/360 does not add up from day to day: there it is what the period has
/// grown by.
YearFraction Fold::weight(Date from, Date to) const
{
    if (!counts_days()) return {to - from};
    if (terms_->day_count != DayCount::thirty_us_360) return year_fraction(terms_->day_count, from, to);
    return {year_fraction(terms_->day_count, state_.period_start, to).parts -
            year_fraction(terms_->day_count, state_.period_start, from).parts};
}

/// The principal that bears interest from a day on: not what waits for its day of payment, a weekend or the end of a
/// rescheduled loan. Where that day comes before `to`, `to` becomes it.
Money Fold::bearing(Date from, Date& to) const
{
    auto principal = state_.principal;
    for (const auto& item : state_.open) {
        if (item.due <= from || item.principal.is_zero()) continue;
        principal -= item.principal;
        to = std::min(to, item.due);
    }
    return principal;
}

// The unit of `accrued`: where days count, Exact itself. Per instalment, cent x millionth x days: only at the end of
// the period is it known what part of the period a day was, and dividing once keeps it exact.
void Fold::accrue(Date from, Date to)
{
    if (!state_.drawn || state_.rate.millionths == 0) return;
    if (interest_of_period(*terms_, state_.next_number) == PeriodInterest::waived) return;
    while (from < to) {
        auto until = to;
        const auto principal = bearing(from, until);
        const auto time = weight(from, until);
        state_.accrued += interest(principal, state_.rate, time);
        state_.planned_accrued += interest(state_.planned, state_.rate, time);
        from = until;
    }
}

void Fold::accrue_commitment_fee(Date from, Date to)
{
    if (terms_->fees.commitment.millionths == 0 || state_.closed) return;
    if (!state_.drawn && !terms_->commitment_from) return;
    if (terms_->commitment_from) from = std::max(from, *terms_->commitment_from);
    if (terms_->last_drawing) to = std::min(to, *terms_->last_drawing + 1);
    const auto undrawn = terms_->commitment - state_.settled.disbursed;
    if (from >= to || !undrawn.is_positive()) return;
    // 30U/360 does not add up from day to day, and this fee has no period of its own: it is counted 30E/360.
    const bool us = terms_->day_count == DayCount::thirty_us_360;
    const auto count = us ? DayCount::thirty_e_360 : terms_->day_count;
    state_.commitment_fee += interest(undrawn, terms_->fees.commitment, year_fraction(count, from, to));
}

void Fold::accrue_to(Date day)
{
    if (day <= state_.reached) return;
    // Paid on a day before the weekend, a period has been charged up to its end already.
    const auto from = std::max(state_.reached, state_.period_start);
    if (from < day) accrue(from, day);
    accrue_commitment_fee(state_.reached, day);
    state_.reached = day;
}

Money Fold::interest_of(Exact accrued, Date until) const
{
    if (accrued == Exact{} || counts_days()) return round(accrued, Rounding::half_up);
    const auto days = until - state_.period_start;
    verify(days > 0, "an instalment period has days");
    // Rounded once: units x period length / days of the period, to cents.
    Exact::Units scaled = 0;
    if (__builtin_mul_overflow(accrued.in_units(), period_length(*terms_).parts, &scaled)) Exact::throw_overflow();
    const auto divisor = Exact::units_per_cent * days;
    return Money::cents(static_cast<std::int64_t>((2 * scaled + divisor) / (2 * divisor)));
}

Money Fold::running_interest() const
{
    // The days of the running period are those up to its end, also when it is not over yet.
    return interest_of(state_.accrued, next_end_);
}

Money Fold::running_costs() const
{
    return round(state_.commitment_fee, Rounding::half_up);
}

Money Fold::prepayment_fee(Money principal) const
{
    return round(share(principal, terms_->fees.prepayment), Rounding::half_up);
}

Growth Fold::growth_of_period(int number) const
{
    if (interest_of_period(*terms_, number) != PeriodInterest::due) return {0};
    const auto length =
        terms_->interest_period == InterestPeriod::per_instalment
            ? period_length(*terms_)
            : year_fraction(terms_->day_count, period_end(*terms_, number - 1), period_end(*terms_, number));
    return {state_.rate.millionths * length.parts};
}

/// The instalments with principal that are left, the one that ends now included.
int Fold::paying_instalments_left() const
{
    if (even_) return terms_->instalments - std::max(state_.next_number, terms_->principal_grace + 1) + 1;
    int left = 0;
    for (int number = state_.next_number; number <= terms_->instalments; ++number) {
        left += pays_principal(*terms_, number) ? 1 : 0;
    }
    return left;
}

/// The interest of the period that ends now over the plan's balance: not rounded where nothing changed in it.
Exact Fold::planned_interest_now() const
{
    if (interest_of_period(*terms_, state_.next_number) != PeriodInterest::due) return {};
    if (counts_days()) return state_.planned_accrued;
    const auto days = YearFraction{next_end_ - state_.period_start};
    const bool unchanged = state_.planned_accrued == interest(state_.planned, state_.rate, days);
    if (unchanged) return interest(state_.planned, state_.rate, period_length(*terms_));
    return Exact::of(interest_of(state_.planned_accrued, next_end_));
}

/// Sets the instalment anew over the periods that are left, the one that ends now included. Periods without principal
/// leave the balance as it is, so an annuity passes over them.
void Fold::set_level()
{
    const int left = paying_instalments_left();
    const auto multiple = terms_->instalment_multiple;
    state_.has_level = true;
    if (terms_->method == Method::linear) {
        state_.level = round_to_multiple(Exact::of(pro_rata(state_.planned, 1, left, Rounding::half_up)), multiple);
        return;
    }
    const auto now = planned_interest_now();
    const bool alike = terms_->interest_period == InterestPeriod::per_instalment && terms_->holidays.empty() &&
                       state_.next_number >= terms_->interest_grace;
    if (alike) {
        const Growth growth{state_.rate.millionths * period_length(*terms_).parts};
        state_.level = level_payment(state_.planned, now, growth, left - 1, multiple);
        return;
    }
    std::vector<Growth> later;
    for (int number = state_.next_number + 1; number <= terms_->instalments; ++number) {
        if (even_ || pays_principal(*terms_, number)) later.push_back(growth_of_period(number));
    }
    state_.level = level_payment(state_.planned, now, later, multiple);
}

/// The amount given for an instalment, if there is one.
const Step* Fold::step_of(int number) const
{
    const Step* found = nullptr;
    for (const auto& step : terms_->steps) {
        if (step.from <= number) found = &step;
    }
    return found;
}

/// The principal that the plan wants with the instalment that falls due now.
Money Fold::planned_principal(Money planned_interest)
{
    const int number = state_.next_number;
    if (number >= terms_->instalments) return state_.planned;
    if (terms_->method == Method::custom) {
        return std::min(state_.planned, terms_->plan[static_cast<std::size_t>(number) - 1].principal);
    }
    if (terms_->method == Method::bullet) return {};
    if (even_ ? number <= terms_->principal_grace : !pays_principal(*terms_, number)) return {};
    const auto* const step = terms_->steps.empty() ? nullptr : step_of(number);
    if (step == nullptr && !state_.has_level) set_level();
    const auto amount = step == nullptr ? state_.level : step->amount;
    const auto wanted = terms_->method == Method::linear ? amount : amount - planned_interest;
    return std::clamp(wanted, Money{}, state_.planned);
}

void Fold::fall_due()
{
    accrue_to(next_fall());
    // Rolled to a day before its end, the period is charged to its end all the same.
    if (next_end_ > state_.reached) accrue(std::max(state_.reached, state_.period_start), next_end_);
    const int number = state_.next_number;
    const auto treatment = interest_of_period(*terms_, number);
    const bool interest_due = treatment == PeriodInterest::due;
    auto owed = interest_of(state_.accrued, next_end_);
    const auto planned_interest = interest_due ? interest_of(state_.planned_accrued, next_end_) : Money{};
    state_.planned -= planned_principal(planned_interest);
    state_.settled.interest_accrued += owed;
    if (treatment == PeriodInterest::deferred) {
        state_.deferred += std::exchange(owed, Money{});
    } else if (treatment == PeriodInterest::capitalised) {
        state_.principal += owed;
        state_.planned += owed;
        state_.settled.interest_capitalised += owed;
        state_.has_level = false;
        if (trace_ != nullptr && !owed.is_zero()) {
            trace_->fallen.push_back({next_due_, number, {}, owed, {}});
            trace_->fallen.push_back({next_due_, number, {}, -owed, {}, true});
        }
        owed = {};
    } else {
        owed += std::exchange(state_.deferred, Money{});
    }
    const int left = terms_->instalments - number + 1;
    const auto spread_interest = equal_part(state_.spread_interest, left);
    auto costs = equal_part(state_.spread_costs, left);
    state_.spread_interest -= spread_interest;
    state_.spread_costs -= costs;
    owed += spread_interest;
    const auto fee = running_costs();
    state_.settled.costs_charged += fee;
    costs += fee;
    // What the plan still allows to be outstanding is not due; the rest is. Paid ahead, less or nothing falls due.
    const auto principal = std::max(Money{}, state_.not_yet_due() - state_.planned);
    const auto late = equal_part(state_.spread_default_interest, left);
    state_.spread_default_interest -= late;
    const DueItem item{next_due_, number, principal, owed, costs, late};
    if (!item.is_empty()) state_.open.push_back(item);
    if (trace_ != nullptr && !item.is_empty()) {
        trace_->fallen.push_back({next_due_, number, principal, owed, costs, false, late});
    }
    state_.accrued = {};
    state_.planned_accrued = {};
    state_.commitment_fee = {};
    state_.period_start = next_end_;
    ++state_.next_number;
    look_ahead();
}

/// What was not drawn by the last day returns to the fund on the day after. Where nothing was ever drawn, no instalment
/// comes with which the commitment fee could fall due: it does so that day.
void Fold::lapse(Date day)
{
    if (!terms_->last_drawing || *terms_->last_drawing >= day) return;
    const auto undrawn = terms_->commitment - state_.settled.disbursed;
    if (!undrawn.is_positive() || undrawn == state_.settled.commitment_lapsed) return;
    state_.settled.commitment_lapsed = undrawn;
    if (state_.drawn) return;
    const auto fee = running_costs();
    state_.commitment_fee = {};
    charge(*terms_->last_drawing + 1, fee);
    owe(*terms_->last_drawing + 1, {{}, fee});
}

void Fold::pass_to(Date day)
{
    while (true) {
        const auto fall = state_.drawn ? next_fall() : end_of_time;
        const auto next = std::min(fall, next_rate_);
        if (next > day || next == end_of_time) break;
        // A repaid loan goes on in its rhythm, with nothing falling due.
        if (fall == next) {
            fall_due();
            continue;
        }
        accrue_to(next_rate_);
        set_rate(rate_on(*terms_, next_rate_));
        next_rate_ = next_rate_after(*terms_, next_rate_);
    }
    accrue_to(day);
    if (terms_->last_drawing) lapse(day);
}

}  // namespace vierkant::lending
