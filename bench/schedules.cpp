// Schedules of sixty instalments, against the same figures by a loop on 64-bit integers and, where it is installed,
// QuantLib.

#include "measure.h"
#include "ratios.h"

#include "domain/lending/schedule.h"

#include <benchmark/benchmark.h>

#include <stdexcept>

namespace vierkant::bench {

namespace {

constexpr int count = 60;
constexpr int at_once = 20'000;

lending::LoanTerms terms_of(std::int64_t rate)
{
    lending::LoanTerms terms;
    terms.method = lending::Method::annuity;
    terms.instalments = count;
    terms.first_due = date(2026, 2, 15);
    terms.rates = {{date(2026, 1, 15), Rate{rate}}};
    return terms;
}

struct BareRow {
    int number;
    std::int32_t due;
    int days;
    std::int64_t principal;
    std::int64_t interest;
    std::int64_t balance;
};

/// The same rows for this one shape of loan: interest is balance x millionths / 12,000,000, rounded half up; dates by
/// counting months. The instalment is given.
void bare_schedule(std::int64_t principal, std::int64_t rate, std::int64_t level, std::vector<BareRow>& rows)
{
    static constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    auto balance = principal;
    int year = 2026;
    int month = 0;
    std::int32_t due = date(2026, 1, 15).serial();
    rows.clear();
    rows.reserve(count);
    for (int number = 1; number <= count; ++number) {
        const int days = lengths[month] + (month == 1 && year % 4 == 0 ? 1 : 0);
        due += days;
        if (++month == 12) {
            month = 0;
            ++year;
        }
        const auto interest = (2 * balance * rate + 12'000'000) / 24'000'000;
        const auto repaid = number == count ? balance : level - interest;
        balance -= repaid;
        rows.push_back({number, due, days, repaid, interest, balance});
    }
}

}  // namespace

void schedules(const Folder&)
{
    const auto amount = Money::euros(100'000);
    const std::vector<lending::Event> events{{EventId{1}, date(2026, 1, 15), lending::EventKind::disbursement, amount}};
    constexpr std::int64_t rate = 42'500;
    const auto terms = terms_of(rate);
    const auto level = lending::make_schedule(terms, events).rows.front().total().in_cents();
    std::vector<BareRow> rows;
    bare_schedule(amount.in_cents(), rate, level, rows);
    const auto ours = lending::make_schedule(terms, events);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& row = ours.rows.at(i);
        if (row.balance.in_cents() != rows[i].balance || row.due.serial() != rows[i].due || row.days != rows[i].days) {
            throw std::runtime_error{"the two schedules differ"};
        }
    }
    const auto times = interleaved(
        15,
        [&] {
            for (int i = 0; i < at_once; ++i) benchmark::DoNotOptimize(lending::make_schedule(terms, events));
        },
        [&] {
            for (int i = 0; i < at_once; ++i) {
                std::vector<BareRow> made;
                bare_schedule(amount.in_cents(), rate, level, made);
                benchmark::DoNotOptimize(made);
            }
        });
    print("60-instalment schedules, part of int64 loop's speed", times.as_fast(), Goal::at_least, 0.60,
          std::to_string(static_cast<int>(at_once / times.ours)) + " a second");
}

}  // namespace vierkant::bench
