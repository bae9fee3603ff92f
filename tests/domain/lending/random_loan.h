#pragma once

#include "domain/lending/admission.h"

#include <random>
#include <vector>

/// Loans of every kind, from one number: rapidcheck names the seed of a case that fails.
namespace vierkant::lending::random {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_{seed} {}
    std::int64_t from_to(std::int64_t least, std::int64_t most)
    {
        return std::uniform_int_distribution<std::int64_t>{least, most}(engine_);
    }
    int number(int least, int most) { return static_cast<int>(from_to(least, most)); }
    bool one_in(int count) { return number(1, count) == 1; }
    template <class T>
    T one_of(std::initializer_list<T> choices)
    {
        return choices.begin()[from_to(0, static_cast<std::int64_t>(choices.size()) - 1)];
    }

private:
    std::mt19937_64 engine_;
};

/// Method, rhythm and conventions; the first drawing is on `start`.
inline LoanTerms random_terms(Dice& dice, Date start, int most_instalments)
{
    LoanTerms terms;
    terms.method = dice.one_of({Method::annuity, Method::annuity, Method::linear, Method::bullet});
    terms.instalments = dice.number(1, most_instalments);
    terms.every = dice.number(1, 4);
    terms.unit = dice.one_of({Unit::month, Unit::month, Unit::month, Unit::week, Unit::day, Unit::year});
    if (terms.unit == Unit::day) terms.every = dice.number(10, 40);
    if (terms.unit == Unit::year) terms.every = 1;
    terms.principal_grace = dice.one_in(3) ? dice.number(0, terms.instalments - 1) : 0;
    if (dice.one_in(4)) terms.interest_grace = dice.number(0, terms.instalments);
    terms.grace_interest = dice.one_of({PeriodInterest::waived, PeriodInterest::deferred, PeriodInterest::capitalised});
    if (terms.grace_interest == PeriodInterest::capitalised && terms.method == Method::annuity) {
        terms.interest_grace = std::min(terms.interest_grace, terms.principal_grace);
    }
    terms.day_count = dice.one_of(
        {DayCount::thirty_e_360, DayCount::thirty_us_360, DayCount::act_365f, DayCount::act_360, DayCount::act_act});
    terms.interest_period = dice.one_of({InterestPeriod::daily, InterestPeriod::per_instalment});
    terms.first_period = dice.one_of({FirstPeriod::whole, FirstPeriod::whole, FirstPeriod::daily});
    terms.instalment_multiple = Money::cents(dice.one_of({1, 1, 1, 5, 100}));
    terms.first_due = start + dice.number(5, 60);
    // Not both: the second instalment could come to be paid on the same day as the first.
    if (dice.one_in(4)) {
        terms.rolling = dice.one_of({Rolling::following, Rolling::modified_following, Rolling::preceding});
        terms.interest_days = dice.one_of({InterestDays::unadjusted, InterestDays::adjusted});
    } else if (dice.one_in(3)) {
        terms.due_day = dice.number(1, 31);
    }
    if (dice.one_in(5)) terms.free_months = static_cast<std::uint16_t>(1U << dice.number(1, 12));
    const bool level = terms.method == Method::annuity || terms.method == Method::linear;
    if (level && dice.one_in(6)) {
        terms.steps.push_back({dice.number(1, terms.instalments), Money::cents(dice.from_to(0, 5'000'000))});
    }
    if (terms.instalments > 3 && dice.one_in(5)) {
        const int from = dice.number(1, terms.instalments - 2);
        terms.holidays.push_back({from, dice.number(1, std::min(3, terms.instalments - 1 - from)),
                                  dice.one_of({PeriodInterest::due, PeriodInterest::waived, PeriodInterest::deferred,
                                               PeriodInterest::capitalised})});
    }
    terms.rates = {{start, Rate{dice.one_in(8) ? 0 : dice.from_to(0, 150'000)}}};
    return terms;
}

/// Terms and a life of events that were all allowed.
struct Life {
    LoanTerms terms;
    std::vector<Event> events;
    Date end = date(2030, 1, 1);
};

}  // namespace vierkant::lending::random
