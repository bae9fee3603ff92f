#include "domain/lending/number_text.h"
#include "domain/lending/terms.h"

namespace vierkant::lending {

namespace {

template <class T, class Read>
std::vector<T> read_all(NumberReader& reader, Read read)
{
    std::vector<T> all;
    for (auto left = reader.count(); left > 0 && reader.good(); --left) all.push_back(read());
    return all;
}

void put_rhythm(NumberWriter& writer, const LoanTerms& terms)
{
    writer.put_name(terms.method);
    writer.put(Exact::Units{terms.instalments});
    writer.put(Exact::Units{terms.every});
    writer.put_name(terms.unit);
    writer.put(terms.first_due);
    writer.put(Exact::Units{terms.principal_grace});
    writer.put(Exact::Units{terms.interest_grace});
    writer.put_name(terms.day_count);
    writer.put_name(terms.interest_period);
    writer.put(terms.instalment_multiple);
    writer.put(Exact::Units{terms.due_day});
    writer.put_name(terms.rolling);
    writer.put_name(terms.interest_days);
    writer.put_name(terms.first_period);
    writer.put_name(terms.grace_interest);
    writer.put(Exact::Units{terms.free_months});
}

void read_rhythm(NumberReader& reader, LoanTerms& terms)
{
    terms.method = reader.name(Method::custom);
    terms.instalments = reader.small();
    terms.every = reader.small();
    terms.unit = reader.name(Unit::year);
    terms.first_due = reader.date();
    terms.principal_grace = reader.small();
    terms.interest_grace = reader.small();
    terms.day_count = reader.name(DayCount::act_act);
    terms.interest_period = reader.name(InterestPeriod::daily);
    terms.instalment_multiple = reader.money();
    terms.due_day = reader.small();
    terms.rolling = reader.name(Rolling::preceding);
    terms.interest_days = reader.name(InterestDays::adjusted);
    terms.first_period = reader.name(FirstPeriod::daily);
    terms.grace_interest = reader.name(PeriodInterest::capitalised);
    terms.free_months = static_cast<std::uint16_t>(reader.narrow());
}

void put_rows(NumberWriter& writer, const LoanTerms& terms)
{
    writer.put_count(terms.rates.size());
    for (const auto& rate : terms.rates) {
        writer.put(rate.from);
        writer.put(rate.annual);
    }
    writer.put_count(terms.plan.size());
    for (const auto& row : terms.plan) {
        writer.put(row.due);
        writer.put(row.principal);
    }
    writer.put_count(terms.steps.size());
    for (const auto& step : terms.steps) {
        writer.put(Exact::Units{step.from});
        writer.put(step.amount);
    }
    writer.put_count(terms.holidays.size());
    for (const auto& holiday : terms.holidays) {
        writer.put(Exact::Units{holiday.from});
        writer.put(Exact::Units{holiday.count});
        writer.put_name(holiday.interest);
    }
}

void read_rows(NumberReader& reader, LoanTerms& terms)
{
    terms.rates = read_all<DatedRate>(reader, [&] {
        const auto from = reader.date();
        return DatedRate{from, reader.rate()};
    });
    terms.plan = read_all<PlannedPrincipal>(reader, [&] {
        const auto due = reader.date();
        return PlannedPrincipal{due, reader.money()};
    });
    terms.steps = read_all<Step>(reader, [&] {
        const auto from = reader.small();
        return Step{from, reader.money()};
    });
    terms.holidays = read_all<Holiday>(reader, [&] {
        const auto from = reader.small();
        const auto count = reader.small();
        return Holiday{from, count, reader.name(PeriodInterest::capitalised)};
    });
}

void put_agreements(NumberWriter& writer, const LoanTerms& terms)
{
    writer.put(terms.fees.handling_fixed);
    writer.put(terms.fees.handling);
    writer.put_name(terms.fees.settled);
    writer.put(terms.fees.commitment);
    writer.put(terms.fees.prepayment);
    writer.put(terms.commitment);
    writer.put(terms.commitment_from);
    writer.put(terms.first_drawing);
    writer.put(terms.last_drawing);
    for (const auto part : terms.allocation.order) writer.put_name(part);
    writer.put_name(terms.allocation.by);
    writer.put_name(terms.excess);
    if (!terms.resets) return;
    writer.put(terms.resets->margin);
    writer.put(terms.resets->floor);
    writer.put(terms.resets->first);
    writer.put(Exact::Units{terms.resets->every_months});
}

void read_resets(NumberReader& reader, LoanTerms& terms)
{
    if (reader.at_end()) return;  // terms are the last of what is written, and resets the last of terms
    const auto margin = reader.rate();
    const auto floor = reader.rate();
    const auto first = reader.date();
    terms.resets = RateResets{margin, floor, first, reader.small()};
}

void read_agreements(NumberReader& reader, LoanTerms& terms)
{
    terms.fees.handling_fixed = reader.money();
    terms.fees.handling = reader.rate();
    terms.fees.settled = reader.name(Fees::Handling::withheld);
    terms.fees.commitment = reader.rate();
    terms.fees.prepayment = reader.rate();
    terms.commitment = reader.money();
    terms.commitment_from = reader.optional_date();
    terms.first_drawing = reader.optional_date();
    terms.last_drawing = reader.optional_date();
    for (auto& part : terms.allocation.order) part = reader.name(Part::principal);
    terms.allocation.by = reader.name(Allocation::By::item);
    terms.excess = reader.name(Excess::advance);
}

}  // namespace

void put(NumberWriter& writer, const LoanTerms& terms)
{
    put_rhythm(writer, terms);
    put_rows(writer, terms);
    put_agreements(writer, terms);
}

LoanTerms read_terms(NumberReader& reader)
{
    LoanTerms terms;
    read_rhythm(reader, terms);
    read_rows(reader, terms);
    read_agreements(reader, terms);
    read_resets(reader, terms);
    return terms;
}

}  // namespace vierkant::lending
