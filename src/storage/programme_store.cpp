#include "storage/programme_store.h"

#include "storage/programme_facts.h"

namespace vierkant::storage {

namespace {

Date day_in(const Row& row, std::size_t column)
{
    const auto day = parse_date(row.text(column));
    verify(day.has_value(), "a stored day can be read");
    return *day;
}

Value number_or_null(const std::optional<std::int64_t>& number)
{
    return number ? Value{*number} : Value{};
}

}  // namespace

programme::Programme stored_programme(Connection& connection)
{
    programme::Programme programme{{}, {}, {}, Date::from_serial(0), {}, {}, {}, {}, {}};
    connection.each(
        "SELECT code, title_nl, title_en, starts_on, asked, definition, national FROM programme WHERE "
        "administration_id "
        "= ?",
        {administration}, "ttttiti", [&](const Row& row) {
            programme.code = row.text(0);
            programme.title_nl = row.text(1);
            programme.title_en = row.text(2);
            programme.from = day_in(row, 3);
            programme.asked = Money::cents(row.integer(4));
            programme.definition = row.text(5);
            programme.unemployment_national = Rate{row.integer(6)};
        });
    connection.each("SELECT day, unemployment FROM unemployment_target WHERE administration_id = ? ORDER BY day",
                    {administration}, "ti", [&](const Row& row) {
                        programme.path.push_back({day_in(row, 0), Rate{row.integer(1)}});
                    });
    return programme;
}

std::int64_t add_observation(Work& work, const programme::Observation& observation)
{
    const auto number = work.next_number("observation");
    work.add(facts::unemployment_observation,
             {administration, number, to_text(observation.day), observation.unemployment.millionths,
              std::string{programme::name_of(observation.series).code}, observation.source,
              number_or_null(observation.replaces), observation.note, work.actor()});
    return number;
}

std::vector<StoredObservation> stored_observations(Connection& connection)
{
    std::vector<StoredObservation> all;
    connection.each(
        "SELECT observation_no, day, unemployment, series, source, replaces, note, actor FROM unemployment_observation "
        "WHERE administration_id = ? ORDER BY observation_no",
        {administration}, "itittitt", [&](const Row& row) {
            const auto series = programme::series_of(row.text(3));
            verify(series.has_value(), "a stored series is known");
            auto& one = all.emplace_back(StoredObservation{
                {row.integer(0), day_in(row, 1), Rate{row.integer(2)}, *series, row.text(4), {}, row.text(6)},
                row.text(7)});
            if (!row.is_null(5)) one.value.replaces = row.integer(5);
        });
    return all;
}

std::vector<programme::Observation> observations(Connection& connection)
{
    std::vector<programme::Observation> all;
    for (auto& one : stored_observations(connection)) all.push_back(std::move(one.value));
    return all;
}

std::vector<programme::Measure> stored_measures(Connection& connection)
{
    std::vector<programme::Measure> all;
    connection.each(
        "SELECT measure_code, chapter, title_nl, title_en, budget_line, amount, start_term, administered FROM measure "
        "WHERE administration_id = ? ORDER BY measure_code",
        {administration}, "titttiti", [&](const Row& row) {
            programme::Measure measure;
            measure.code = row.text(0);
            measure.chapter = row.integer(1);
            measure.title_nl = row.text(2);
            measure.title_en = row.text(3);
            measure.budget_line = row.text(4);
            if (!row.is_null(5)) measure.amount = Money::cents(row.integer(5));
            measure.start_term = row.text(6);
            measure.administered = row.integer(7) != 0;
            all.push_back(std::move(measure));
        });
    return all;
}

std::int64_t add_measure_record(Work& work, const programme::MeasureRecord& record)
{
    const auto number = work.next_number("measure record");
    work.add(facts::measure_record, {administration, number, record.measure, to_text(record.day),
                                     std::string{programme::name_of(record.status).code},
                                     record.spent ? Value{record.spent->in_cents()} : Value{},
                                     number_or_null(record.replaces), record.note, record.reason, work.actor()});
    return number;
}

std::vector<StoredMeasureRecord> stored_measure_records(Connection& connection)
{
    std::vector<StoredMeasureRecord> all;
    connection.each(
        "SELECT record_no, measure_code, day, status, spent, replaces, note, reason, actor FROM measure_record WHERE "
        "administration_id = ? ORDER BY record_no",
        {administration}, "itttiittt", [&](const Row& row) {
            const auto status = programme::measure_status_of(row.text(3));
            verify(status.has_value(), "a stored status is known");
            auto& one = all.emplace_back(StoredMeasureRecord{
                {row.integer(0), row.text(1), day_in(row, 2), *status, {}, {}, row.text(6), row.text(7)}, row.text(8)});
            if (!row.is_null(4)) one.value.spent = Money::cents(row.integer(4));
            if (!row.is_null(5)) one.value.replaces = row.integer(5);
        });
    return all;
}

std::vector<programme::MeasureRecord> measure_records(Connection& connection)
{
    std::vector<programme::MeasureRecord> all;
    for (auto& one : stored_measure_records(connection)) all.push_back(std::move(one.value));
    return all;
}

}  // namespace vierkant::storage
