#include "domain/forecast/course.h"

#include "domain/forecast/tally.h"

#include <algorithm>

namespace vierkant::forecast {

namespace {

constexpr std::int64_t one_in_millionths = 1'000'000;
constexpr Chance certainly = Chance::of_parts(Chance::certain);

/// An amount that may be lent, with what is received of it from the month of payment on.
struct Loanable {
    Money amount;
    Flows received;
};

/// How a loan that is lent on the way fares: with its chances, or as drawn.
class Fate {
public:
    Fate() = default;
    Fate(const Fate&) = delete;
    Fate& operator=(const Fate&) = delete;
    virtual ~Fate() = default;
    /// How much of an application with this chance is awarded.
    virtual Chance awarded(Chance chance) = 0;
    /// A part of the loan is paid out in month `start`.
    virtual void lend(Tally& tally, const Loanable& loan, int start, Chance part) = 0;
};

std::vector<Chance> part_of(const std::vector<Chance>& survival, Chance part)
{
    if (part == certainly) return survival;
    std::vector<Chance> chances;
    chances.reserve(survival.size());
    for (const auto chance : survival) chances.push_back(product(chance, part));
    return chances;
}

class MeanFate : public Fate {
public:
    explicit MeanFate(const std::vector<Chance>& survival) : survival_{survival} {}
    Chance awarded(Chance chance) override { return chance; }
    void lend(Tally& tally, const Loanable& loan, int start, Chance part) override
    {
        tally.add(loan.received, start, loan.amount, part_of(survival_, part));
    }

private:
    const std::vector<Chance>& survival_;
};

class DrawnFate : public Fate {
public:
    DrawnFate(const std::vector<Chance>& survival, const std::vector<Chance>& always, Draws& draws)
        : survival_{survival}, always_{always}, draws_{draws}
    {
    }
    Chance awarded(Chance chance) override { return draws_.happens(chance) ? certainly : Chance{}; }
    void lend(Tally& tally, const Loanable& loan, int start, Chance /*certain*/) override
    {
        tally.add(loan.received, start, loan.amount, always_);
        const int defaulted = draws_.month_of_default(survival_);
        if (defaulted > 0) tally.cut(loan.received, start, loan.amount, defaulted);
    }

private:
    const std::vector<Chance>& survival_;
    const std::vector<Chance>& always_;
    Draws& draws_;
};

/// What is the same in every course: chances, plans with their delays, what is asked for.
struct Preparation {
    Position position;  ///< without its loans, once they are prepared
    Scenario scenario;
    int months;
    Policy policy;
    std::vector<Chance> always;
    std::vector<Chance> performing;
    std::vector<Chance> watch;
    Money outstanding;
    std::vector<Loanable> promised;
    struct Asked {
        int month;
        Chance chance;
        Loanable loan;
    };
    std::vector<Asked> asked;  ///< in order of month
    Loanable new_loan;
};

/// Longer than any plan: what lies beyond the months asked for is never looked at.
int longest(int months, const Scenario& scenario)
{
    return months + scenario.late_months + 1;
}

Preparation prepare(const Position& position, const Scenario& scenario, int months, Policy policy)
{
    const int length = longest(months, scenario);
    Preparation p{position,
                  scenario,
                  months,
                  policy,
                  survival(Chance{}, length),
                  survival(monthly(scenario.default_performing), length),
                  survival(monthly(scenario.default_watch), length),
                  {},
                  {},
                  {},
                  {}};
    for (const auto& loan : position.loans) p.outstanding += loan.outstanding;
    for (const auto& loan : position.promised) p.promised.push_back({loan.amount, delayed(loan.plan, scenario)});
    for (const auto& pending : position.pending) {
        const auto chance = Chance::of(pending.proposed ? scenario.proposals_awarded : scenario.applications_awarded);
        p.asked.push_back(
            {pending.month, chance, {pending.amount, delayed(plan_of(scenario.new_loan, pending.amount), scenario)}});
    }
    std::stable_sort(p.asked.begin(), p.asked.end(), [](const auto& a, const auto& b) { return a.month < b.month; });
    p.new_loan = {scenario.new_loan.amount, delayed(plan_of(scenario.new_loan, scenario.new_loan.amount), scenario)};
    return p;
}

/// Walks through the months with the fund's money. What comes in is in the tally; what is lent on the way joins it.
class Walk {
public:
    Walk(const Preparation& preparation, Tally tally, Fate& fate)
        : p_{preparation},
          tally_{std::move(tally)},
          fate_{fate},
          lent_(size()),
          given_(size()),
          cash_{p_.position.cash},
          committed_{p_.position.committed},
          outstanding_{p_.outstanding}
    {
        pay_out_promised();
        for (const auto& asked : p_.asked) {
            const auto part = fate_.awarded(asked.chance);
            if (part > Chance{}) waiting_.push_back({asked.month, part, &asked.loan});
        }
    }

    Course finish()
    {
        Course course;
        course.reserve(size());
        for (int m = 0; m <= p_.months; ++m) course.push_back(month(m));
        return course;
    }

private:
    struct Waiting {
        int month;
        Chance part;
        const Loanable* loan;
    };

    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(p_.months) + 1; }
    [[nodiscard]] Money capacity() const { return cash_ - committed_ - p_.position.reserve; }

    void pay_out_promised()
    {
        const int at = p_.scenario.payout_months;
        auto other = committed_;
        for (const auto& loan : p_.promised) {
            other -= loan.amount;
            pay_out(at, loan, certainly);
        }
        if (other.is_positive() && at <= p_.months) given_[static_cast<std::size_t>(at)] += other;
    }

    void pay_out(int month, const Loanable& loan, Chance part)
    {
        if (month > p_.months) return;
        lent_[static_cast<std::size_t>(month)] += amount_of(loan, part);
        fate_.lend(tally_, loan, month, part);
    }

    static Money amount_of(const Loanable& loan, Chance part)
    {
        return Tally::rounded(Tally::Units{loan.amount.in_cents()} * part.parts());
    }

    Month month(int m)
    {
        Month row;
        row.first = add_months(first_of_month(p_.position.as_of), m);
        receive(row, m);
        award(row, m);
        const auto lent = lent_[static_cast<std::size_t>(m)];
        const auto given = given_[static_cast<std::size_t>(m)];
        row.lent = lent;
        row.paid_out = lent + given;
        cash_ -= row.paid_out;
        committed_ -= std::min(row.paid_out, committed_);
        outstanding_ += lent;
        row.cash = cash_;
        row.committed = committed_;
        row.outstanding = outstanding_;
        row.capacity = capacity();
        return row;
    }

    void receive(Month& row, int m)
    {
        const auto& sums = tally_.of(m);
        row.principal = Tally::rounded(sums.principal);
        row.interest = Tally::rounded(sums.interest);
        row.recovered = Tally::rounded(sums.recovered);
        row.lost = Tally::rounded(sums.lost);
        if (m > 0) {
            row.costs = pro_rata(p_.position.capital, p_.scenario.costs_yearly.millionths, 12 * one_in_millionths,
                                 Rounding::half_up);
        }
        cash_ += row.principal + row.interest + row.recovered - row.costs;
        outstanding_ -= row.principal + row.recovered + row.lost;
    }

    void award(Month& row, int m)
    {
        const auto fits = [&](Waiting& one) {
            const auto amount = amount_of(*one.loan, one.part);
            if (one.month > m || amount > capacity()) return false;
            promise(row, m, *one.loan, one.part);
            return true;
        };
        waiting_.erase(std::remove_if(waiting_.begin(), waiting_.end(), fits), waiting_.end());
        if (p_.policy != Policy::relend) return;
        for (int i = 0; i < new_loans_in(m) && p_.new_loan.amount <= capacity(); ++i) {
            promise(row, m, p_.new_loan, certainly);
        }
    }

    void promise(Month& row, int m, const Loanable& loan, Chance part)
    {
        const auto amount = amount_of(loan, part);
        committed_ += amount;
        row.awarded += amount;
        pay_out(m + p_.scenario.payout_months, loan, part);
    }

    /// So many a year, spread evenly.
    [[nodiscard]] int new_loans_in(int m) const
    {
        if (m == 0) return 0;
        const int yearly = p_.scenario.new_loans_yearly;
        return yearly * m / 12 - yearly * (m - 1) / 12;
    }

    const Preparation& p_;
    Tally tally_;
    Fate& fate_;
    std::vector<Money> lent_;
    std::vector<Money> given_;  ///< paid out and not coming back
    Money cash_;
    Money committed_;
    Money outstanding_;
    std::vector<Waiting> waiting_;
};

const std::vector<Chance>& survival_of(const Preparation& p, const RunningLoan& loan)
{
    return loan.stage == arrears::Stage::watch ? p.watch : p.performing;
}

}  // namespace

Course expected_course(const Position& position, const Scenario& scenario, int months, Policy policy)
{
    const auto p = prepare(position, scenario, months, policy);
    Tally tally{scenario, months};
    for (const auto& loan : position.loans) {
        if (loan.stage == arrears::Stage::defaulted) {
            tally.default_in(0, Tally::units(loan.outstanding));
        } else {
            tally.add(received_of(loan, scenario), 0, loan.outstanding, survival_of(p, loan));
        }
    }
    MeanFate fate{p.performing};
    return Walk{p, std::move(tally), fate}.finish();
}

struct Simulation::Prepared {
    Preparation preparation;
    Tally certain;  ///< if nobody defaults
    struct AtRisk {
        Flows received;
        Money outstanding;
        bool watched;
    };
    std::vector<AtRisk> at_risk;
};

Simulation::Simulation(const Position& position, const Scenario& scenario, int months, Policy policy)
{
    auto preparation = prepare(position, scenario, months, policy);
    Tally certain{scenario, months};
    std::vector<Prepared::AtRisk> at_risk;
    for (const auto& loan : position.loans) {
        if (loan.stage == arrears::Stage::defaulted) {
            certain.default_in(0, Tally::units(loan.outstanding));
            continue;
        }
        auto received = received_of(loan, scenario);
        certain.add(received, 0, loan.outstanding, preparation.always);
        at_risk.push_back({std::move(received), loan.outstanding, loan.stage == arrears::Stage::watch});
    }
    preparation.position.loans.clear();
    prepared_ =
        std::make_shared<const Prepared>(Prepared{std::move(preparation), std::move(certain), std::move(at_risk)});
}

Course Simulation::draw(Draws& draws) const
{
    const auto& p = prepared_->preparation;
    auto tally = prepared_->certain;
    for (const auto& loan : prepared_->at_risk) {
        const int defaulted = draws.month_of_default(loan.watched ? p.watch : p.performing);
        if (defaulted > 0) tally.cut(loan.received, 0, loan.outstanding, defaulted);
    }
    DrawnFate fate{p.performing, p.always, draws};
    return Walk{p, std::move(tally), fate}.finish();
}

}  // namespace vierkant::forecast
