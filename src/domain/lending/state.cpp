#include "domain/lending/state.h"

#include "domain/lending/number_text.h"

#include <array>
#include <span>

namespace vierkant::lending {

namespace {

constexpr std::array totals_fields{&Totals::disbursed,
                                   &Totals::interest_accrued,
                                   &Totals::costs_charged,
                                   &Totals::principal_repaid,
                                   &Totals::interest_received,
                                   &Totals::costs_received,
                                   &Totals::principal_remitted,
                                   &Totals::interest_remitted,
                                   &Totals::costs_remitted,
                                   &Totals::principal_written_off,
                                   &Totals::interest_written_off,
                                   &Totals::costs_written_off,
                                   &Totals::recovered,
                                   &Totals::overpaid,
                                   &Totals::refunded,
                                   &Totals::interest_capitalised,
                                   &Totals::costs_capitalised,
                                   &Totals::costs_withheld,
                                   &Totals::commitment_lapsed,
                                   &Totals::default_interest_charged,
                                   &Totals::default_interest_received,
                                   &Totals::default_interest_remitted,
                                   &Totals::default_interest_written_off,
                                   &Totals::default_interest_capitalised};

constexpr std::int64_t version = 4;
/// How many totals each version had. Version 1 ended with the open items; version 2 knew no default interest; version 3
/// took a rate of 0 before the first drawing for none.
constexpr std::array<std::size_t, 5> totals_of_version{0, 15, 19, totals_fields.size(), totals_fields.size()};

void put(NumberWriter& writer, const Totals& totals)
{
    for (const auto field : totals_fields) writer.put(totals.*field);
}

Totals read_totals(NumberReader& reader, std::size_t count)
{
    Totals totals;
    for (const auto field : std::span{totals_fields}.first(count)) totals.*field = reader.money();
    return totals;
}

void put_changes(NumberWriter& writer, const State& state)
{
    writer.put(state.deferred);
    writer.put(state.spread_interest);
    writer.put(state.spread_costs);
    writer.put(state.spread_default_interest);
    writer.put(state.commitment_fee.in_units());
    writer.put(Exact::Units{state.milestones});
    writer.put(Exact::Units{state.closed});
    writer.put(Exact::Units{state.has_rate});
    writer.put(Exact::Units{state.own.get() != nullptr});
    if (state.own.get() != nullptr) put(writer, *state.own.get());
}

void read_changes(NumberReader& reader, State& state, std::int64_t written_by)
{
    state.deferred = reader.money();
    state.spread_interest = reader.money();
    state.spread_costs = reader.money();
    if (written_by > 2) state.spread_default_interest = reader.money();
    state.commitment_fee = Exact::units(reader.wide());
    state.milestones = static_cast<std::uint64_t>(reader.wide());
    state.closed = reader.narrow() != 0;
    if (written_by > 3) state.has_rate = reader.narrow() != 0;
    if (reader.narrow() != 0) state.own = OwnTerms{read_terms(reader)};
}

}  // namespace

Money State::not_yet_due() const
{
    Money sum = principal;
    for (const auto& item : open) sum -= item.principal;
    return sum;
}

Money State::open_total() const
{
    Money sum;
    for (const auto& item : open) sum += item.total();
    return sum;
}

std::string to_text(const Totals& totals)
{
    NumberWriter writer;
    put(writer, totals);
    return writer.take();
}

std::optional<Totals> parse_totals(std::string_view text)
{
    for (std::size_t written_by = 1; written_by < totals_of_version.size(); ++written_by) {
        NumberReader reader{text};
        const auto totals = read_totals(reader, totals_of_version.at(written_by));
        if (reader.at_end()) return totals;
    }
    return std::nullopt;
}

std::string to_text(const State& state)
{
    NumberWriter writer;
    writer.put(Exact::Units{version});
    writer.put(state.reached);
    writer.put(state.period_start);
    writer.put(Exact::Units{state.next_number});
    writer.put(Exact::Units{state.rate.millionths});
    writer.put(state.principal);
    writer.put(state.planned);
    writer.put(state.level);
    writer.put(Exact::Units{state.has_level});
    writer.put(state.accrued.in_units());
    writer.put(state.planned_accrued.in_units());
    writer.put(Exact::Units{state.drawn});
    put(writer, state.settled);
    writer.put(static_cast<Exact::Units>(state.open.size()));
    for (const auto& item : state.open) {
        writer.put(item.due);
        writer.put(Exact::Units{item.number});
        writer.put(item.principal);
        writer.put(item.interest);
        writer.put(item.costs);
        writer.put(item.default_interest);
    }
    put_changes(writer, state);
    return writer.take();
}

std::optional<State> parse_state(std::string_view text)
{
    NumberReader reader{text};
    const auto written_by = reader.narrow();
    if (written_by < 1 || written_by > version) return std::nullopt;
    State state;
    state.reached = reader.date();
    state.period_start = reader.date();
    state.next_number = static_cast<int>(reader.narrow());
    state.rate = {reader.narrow()};
    state.principal = reader.money();
    state.planned = reader.money();
    state.level = reader.money();
    state.has_level = reader.narrow() != 0;
    state.accrued = Exact::units(reader.wide());
    state.planned_accrued = Exact::units(reader.wide());
    state.drawn = reader.narrow() != 0;
    state.has_rate = state.drawn || state.rate != Rate{};
    state.settled = read_totals(reader, totals_of_version.at(static_cast<std::size_t>(written_by)));
    const auto count = reader.narrow();
    for (std::int64_t i = 0; i < count && reader.good(); ++i) {
        DueItem item{reader.date(), 0, {}, {}, {}};
        item.number = static_cast<int>(reader.narrow());
        item.principal = reader.money();
        item.interest = reader.money();
        item.costs = reader.money();
        if (written_by > 2) item.default_interest = reader.money();
        state.open.push_back(item);
    }
    if (written_by > 1) read_changes(reader, state, written_by);
    if (!reader.at_end()) return std::nullopt;
    return state;
}

}  // namespace vierkant::lending
