#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

/// Measuring two ways of doing the same job in one run, so that the machine and its other users weigh on both alike.
namespace vierkant::bench {

using Job = std::function<void()>;

inline double seconds(const Job& job)
{
    const auto start = std::chrono::steady_clock::now();
    job();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

inline double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

struct Times {
    double ours;  ///< seconds, the median of the rounds
    double bare;
    [[nodiscard]] double ratio() const { return ours / bare; }    ///< how many times as long as the bare job
    [[nodiscard]] double as_fast() const { return bare / ours; }  ///< what part of the bare speed
};

/// Ours, bare, ours, bare ...: each round runs both.
inline Times interleaved(int rounds, const Job& ours, const Job& bare)
{
    std::vector<double> first;
    std::vector<double> second;
    for (int round = 0; round < rounds; ++round) {
        first.push_back(seconds(ours));
        second.push_back(seconds(bare));
    }
    return {median(first), median(second)};
}

enum class Goal { at_least, at_most };

/// One line of the table: the quality, where it stands, its goal, and whether it is met.
inline void print(const std::string& quality, double stands, Goal goal, double bound, const std::string& note)
{
    const bool met = goal == Goal::at_least ? stands >= bound : stands <= bound;
    std::printf("%-52s %8.3f   %s %-6g %-6s %s\n", quality.c_str(), stands, goal == Goal::at_least ? ">=" : "<=", bound,
                met ? "met" : "MISSED", note.c_str());
    std::fflush(stdout);
}

/// A figure that has no goal and puts the others in their place.
inline void remark(const std::string& quality, double stands, const std::string& note)
{
    std::printf("%-52s %8.3f   %-9s %-6s %s\n", quality.c_str(), stands, "-", "", note.c_str());
    std::fflush(stdout);
}

}  // namespace vierkant::bench
