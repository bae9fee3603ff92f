#pragma once

#include "base/rate.h"

#include <cstdint>
#include <random>
#include <vector>

namespace vierkant::forecast {

/// A probability as a whole number of 2^-40, so that a draw of forty bits hits it exactly and nothing is rounded by a
/// processor: a forecast repeats to the cent on every machine.
class Chance {
public:
    static constexpr int bits = 40;
    static constexpr std::int64_t certain = std::int64_t{1} << bits;

    constexpr Chance() = default;
    static constexpr Chance of_parts(std::int64_t parts) { return Chance{parts}; }
    /// To the nearest 2^-40. REQUIRES: 0 <= rate <= 100 %.
    static Chance of(Rate rate);

    [[nodiscard]] constexpr std::int64_t parts() const { return parts_; }
    [[nodiscard]] constexpr Chance complement() const { return Chance{certain - parts_}; }
    friend constexpr auto operator<=>(Chance, Chance) = default;

private:
    explicit constexpr Chance(std::int64_t parts) : parts_{parts} {}
    std::int64_t parts_ = 0;
};

/// Both, where one says nothing about the other; to the nearest 2^-40.
Chance product(Chance a, Chance b);

/// The chance h of each month that makes the chance of a year: (1 - h)^12 = 1 - yearly.
Chance monthly(Rate yearly);

/// survival[m] is the chance that a loan still pays after m months; survival[0] is certain.
std::vector<Chance> survival(Chance monthly, int months);

/// Draws that follow from a seed alone: the generator std::mt19937_64 (Matsumoto and Nishimura), whose numbers the C++
/// standard fixes; the distributions of the standard library differ between machines and are not used.
class Draws {
public:
    explicit Draws(std::uint64_t seed) : generator_{seed} {}
    /// Uniform from 0 up to and not including Chance::certain.
    std::int64_t draw() { return static_cast<std::int64_t>(generator_() >> (64 - Chance::bits)); }
    bool happens(Chance chance) { return draw() < chance.parts(); }
    /// The first month, from 1 on, that a loan does not survive; 0 where it outlives them all.
    int month_of_default(const std::vector<Chance>& survival);

private:
    std::mt19937_64 generator_;
};

}  // namespace vierkant::forecast
