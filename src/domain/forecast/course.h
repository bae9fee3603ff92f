#pragma once

#include "domain/forecast/chance.h"
#include "domain/forecast/position.h"

#include <memory>
#include <vector>

namespace vierkant::forecast {

/// What the fund does with money that comes back.
enum class Policy {
    hold,    ///< only what is promised or asked for now is lent: what could be lent beside it shows
    relend,  ///< new loans are awarded as the scenario says, as far as the money goes
};

/// A month of a course of events, at its end.
struct Month {
    Date first = Date::from_serial(0);  ///< first day of the month
    Money principal;                    ///< repaid
    Money interest;                     ///< received, with costs
    Money recovered;                    ///< of loans that defaulted
    Money lost;                         ///< of loans that defaulted, and not to be recovered
    Money costs;                        ///< of running the fund
    Money awarded;
    Money paid_out;  ///< of what was awarded
    Money lent;      ///< the part of it that is to come back
    Money cash;
    Money committed;
    Money outstanding;
    Money capacity;  ///< cash - committed - reserve: what can be awarded
    friend bool operator==(const Month&, const Month&) = default;
};
/// The running month first, then as many as were asked for.
using Course = std::vector<Month>;

/// The course of mean values: each loan pays with the chance that it still pays.
Course expected_course(const Position& position, const Scenario& scenario, int months, Policy policy);

/// One course that could be: each default, and each decision on an application, is drawn. Many are drawn from one
/// preparation.
class Simulation {
public:
    Simulation(const Position& position, const Scenario& scenario, int months, Policy policy);
    Course draw(Draws& draws) const;

private:
    struct Prepared;
    std::shared_ptr<const Prepared> prepared_;
};

}  // namespace vierkant::forecast
