// The plan: what became of unemployment, and of the measures that others carry out.

#include "usecases/follow_measure.h"
#include "usecases/observe_unemployment.h"
#include "web/api/change.h"
#include "web/api/messages.h"
#include "web/api/resource.h"

namespace vierkant::api {

namespace {

using formats::Fields;
using Type = Field::Type;

Json text_or_null(const std::optional<Rate>& rate)
{
    return rate ? Json(to_percent_text(*rate)) : Json();
}

std::optional<std::int64_t> corrected(Fields& f)
{
    constexpr std::int64_t most = 1'000'000'000;
    if (!f.has("corrects")) return std::nullopt;
    return f.integer_or("corrects", 1, most, 1);
}

Result<Reply> list_observations(Call& call)
{
    return list_of(usecases::list_observations(call.connection, call.today));
}

Result<programme::Observation> observation_in(const Call& call, Fields& f)
{
    using programme::Series;
    const auto on = f.text("on");
    const auto day = programme::parse_day_or_month(on);
    const programme::Observation observation{
        0,
        day.value_or(call.today),
        f.percent("percent"),
        f.one_of<Series>("series",
                         {{"programme", Series::programme}, {"ilo", Series::ilo}, {"registered", Series::registered}}),
        f.text("source"),
        corrected(f),
        f.text_or("note", "")};
    f.refuse_unknown();
    if (f.refusal()) return *f.refusal();
    if (!day) return bad_input(day_unreadable, {{"value", on}}, std::string{body_name} + " /on");
    return observation;
}

Result<Reply> observe(Call& call)
{
    const auto observation = read_body(call, [&](Fields& f) { return observation_in(call, f); });
    if (!observation) return observation.refusal();
    const auto kept = usecases::observe_unemployment(call.connection, call.task("programme observe"), *observation);
    if (!kept) return kept.refusal();
    return Reply{201,
                 {{"observation", kept->number},
                  {"day", to_text(kept->day)},
                  {"unemployment", to_percent_text(kept->unemployment)},
                  {"target", text_or_null(kept->target)},
                  {"progress", text_or_null(kept->progress)}},
                 "/unemployment-observations"};
}

Result<Reply> list_records(Call& call)
{
    const auto report = usecases::list_measure_records(call.connection, call.request.query["measure"], call.today);
    if (!report) return report.refusal();
    return list_of(*report);
}

programme::MeasureRecord record_in(const Call& call, Fields& f)
{
    using programme::MeasureStatus;
    programme::MeasureRecord record{0,
                                    call.parts["measure"],
                                    f.optional_date("on").value_or(call.today),
                                    f.one_of<MeasureStatus>("status", {{"not-started", MeasureStatus::not_started},
                                                                       {"under-way", MeasureStatus::under_way},
                                                                       {"done", MeasureStatus::done},
                                                                       {"stopped", MeasureStatus::stopped}}),
                                    {},
                                    corrected(f),
                                    f.text_or("note", ""),
                                    f.text_or("reason", "")};
    if (f.has("spent")) record.spent = f.money_or("spent", Money{});
    return record;
}

Result<Reply> follow(Call& call)
{
    const auto record = read_body(call, [&](Fields& f) { return record_in(call, f); });
    if (!record) return record.refusal();
    const auto number = usecases::follow_measure(call.connection, call.task("programme follow"), *record);
    if (!number) return number.refusal();
    return Reply{201, {{"record", *number}, {"measure", record->measure}}, "/measure-records"};
}

}  // namespace

std::vector<Route> programme_routes()
{
    constexpr auto programme = Scope::programme_write;
    return {
        {.pattern = "/unemployment-observations",
         .operation = "listUnemploymentObservations",
         .nl = "De vastgelegde werkloosheid, ook wat verbeterd is",
         .handle = list_observations},
        change("/unemployment-observations", Right::handle, programme, "observeUnemployment",
               "Legt de werkelijke werkloosheid vast, of verbetert een eerder cijfer",
               {{"on", Type::text, true, "dag of maand: jjjj-mm-dd of jjjj-mm"},
                {"percent", Type::percent, true, "werkloosheid"},
                {"series", Type::text, true, "programme (telt als het plan), ilo of registered; nooit gemengd"},
                {"source", Type::text, true, "wie het publiceerde en waar"},
                {"corrects", Type::integer, false, "nummer van het cijfer dat niet klopte"},
                {"note", Type::text, false, "toelichting; bij een verbetering wat er niet klopte"}},
               observe),
        {.pattern = "/measure-records",
         .operation = "listMeasureRecords",
         .nl = "Wat over gevolgde maatregelen is vastgelegd, ook wat verbeterd is",
         .query = {{"measure", Type::text, false, "alleen deze maatregel"}},
         .handle = list_records},
        change("/measures/{measure}/records", Right::handle, programme, "followMeasure",
               "Legt vast hoe het staat met een maatregel die anderen uitvoeren",
               {{"status", Type::text, true, "not-started, under-way, done of stopped"},
                {"spent", Type::money, false, "wat anderen eraan besteed hebben, alles tot die dag"},
                {"on", Type::date, false, "anders vandaag"},
                {"corrects", Type::integer, false, "nummer van wat niet klopte"},
                {"note", Type::text, false, "toelichting"},
                {"reason", Type::text, false, "bij een verbetering: wat er niet klopte"}},
               follow),
    };
}

}  // namespace vierkant::api
