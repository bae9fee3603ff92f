#include "domain/lending/state.h"

#include <array>
#include <charconv>

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
                                   &Totals::refunded};

constexpr std::int64_t version = 1;

/// Writes numbers with a space between.
class Writer {
public:
    void put(Exact::Units number)
    {
        if (!text_.empty()) text_ += ' ';
        std::array<char, 40> digits{};
        std::size_t at = digits.size();
        const bool negative = number < 0;
        do {
            const auto digit = static_cast<int>(number % 10);
            digits[--at] = static_cast<char>('0' + (digit < 0 ? -digit : digit));
            number /= 10;
        } while (number != 0);
        if (negative) text_ += '-';
        text_.append(digits.data() + at, digits.size() - at);
    }
    void put(Money amount) { put(Exact::Units{amount.in_cents()}); }
    void put(Date day) { put(Exact::Units{day.serial()}); }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
};

/// Reads them back; remembers that something was not a number.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_{text} {}

    Exact::Units wide()
    {
        if (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
        const bool negative = !rest_.empty() && rest_.front() == '-';
        if (negative) rest_.remove_prefix(1);
        std::size_t count = 0;
        Exact::Units number = 0;
        while (count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9' && count < 38) {
            number = number * 10 + (rest_[count++] - '0');
        }
        good_ = good_ && count > 0;
        rest_.remove_prefix(count);
        return negative ? -number : number;
    }
    std::int64_t narrow() { return static_cast<std::int64_t>(wide()); }
    Money money() { return Money::cents(narrow()); }
    Date date()
    {
        const auto serial = narrow();
        if (serial < -25567 || serial > 120529) {  // 1900-01-01 and 2299-12-31
            good_ = false;
            return Date::from_serial(0);
        }
        return Date::from_serial(serial);
    }
    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] bool at_end() const { return good_ && rest_.empty(); }

private:
    std::string_view rest_;
    bool good_ = true;
};

void put(Writer& writer, const Totals& totals)
{
    for (const auto field : totals_fields) writer.put(totals.*field);
}

Totals read_totals(Reader& reader)
{
    Totals totals;
    for (const auto field : totals_fields) totals.*field = reader.money();
    return totals;
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
    Writer writer;
    put(writer, totals);
    return writer.take();
}

std::optional<Totals> parse_totals(std::string_view text)
{
    Reader reader{text};
    const auto totals = read_totals(reader);
    if (!reader.at_end()) return std::nullopt;
    return totals;
}

std::string to_text(const State& state)
{
    Writer writer;
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
    }
    return writer.take();
}

std::optional<State> parse_state(std::string_view text)
{
    Reader reader{text};
    if (reader.narrow() != version) return std::nullopt;
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
    state.settled = read_totals(reader);
    const auto count = reader.narrow();
    for (std::int64_t i = 0; i < count && reader.good(); ++i) {
        DueItem item{reader.date(), 0, {}, {}, {}};
        item.number = static_cast<int>(reader.narrow());
        item.principal = reader.money();
        item.interest = reader.money();
        item.costs = reader.money();
        state.open.push_back(item);
    }
    if (!reader.at_end()) return std::nullopt;
    return state;
}

}  // namespace vierkant::lending
