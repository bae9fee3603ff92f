// A loan with a long life replayed to its last day, against making its schedule.

#include "measure.h"
#include "ratios.h"

#include "domain/lending/replay.h"
#include "domain/lending/schedule.h"

#include <benchmark/benchmark.h>

#include <stdexcept>

namespace vierkant::bench {

namespace {

using lending::Event;
using lending::EventKind;

constexpr int count = 120;
constexpr int at_once = 500;
const auto drawn_on = date(2016, 1, 15);

lending::LoanTerms ten_years()
{
    lending::LoanTerms terms;
    terms.method = lending::Method::annuity;
    terms.instalments = count;
    terms.first_due = date(2016, 2, 15);
    terms.rates = {{drawn_on, percent(4)}};
    return terms;
}

/// Two hundred events: the drawing; each month a payment some days late; each third month something paid ahead; each
/// half year costs, and, but for the last, another rate.
std::vector<Event> long_life()
{
    std::vector<Event> events;
    const auto add = [&](Event event) {
        event.id = EventId{static_cast<std::int64_t>(events.size()) + 1};
        events.push_back(std::move(event));
    };
    add({{}, drawn_on, EventKind::disbursement, Money::euros(100'000)});
    for (int month = 1; month <= count; ++month) {
        const auto due = add_months(drawn_on, month);
        if (month % 6 == 0) add({{}, due - 3, EventKind::fee, Money::euros(25)});
        add({{}, due + month % 5, EventKind::payment, Money::euros(900)});
        if (month % 3 == 0) {
            add({{}, due + 7, EventKind::prepayment, Money::euros(100), {}, lending::Excess::lower});
        }
        if (month % 6 == 0 && month < count) {
            add({{}, due + 10, EventKind::rate_change, {}, Rate{40'000 + month * 50}});
        }
    }
    return events;
}

}  // namespace

void replays(const Folder&)
{
    const auto terms = ten_years();
    const auto events = long_life();
    if (events.size() != 200) throw std::runtime_error{"the life has another number of events"};
    const auto last_day = add_months(drawn_on, count + 1);
    const auto times = interleaved(
        9,
        [&] {
            for (int i = 0; i < at_once; ++i) benchmark::DoNotOptimize(lending::replay(terms, events, last_day));
        },
        [&] {
            for (int i = 0; i < at_once; ++i) {
                benchmark::DoNotOptimize(lending::make_schedule(terms, std::span{events}.first(1)));
            }
        });
    print("replay of 120 instalments, 200 events, times schedule", times.ratio(), Goal::at_most, 10,
          std::to_string(static_cast<int>(times.ours / at_once * 1e6)) + " microseconds a replay");
}

}  // namespace vierkant::bench
