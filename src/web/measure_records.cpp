// How the measures come along that others carry out, entered at the desk.

#include "storage/programme_store.h"
#include "usecases/follow_measure.h"
#include "web/forms.h"
#include "web/tables.h"

#include <algorithm>
#include <charconv>

namespace vierkant::web {

namespace {

using Kind = Field::Kind;
using programme::MeasureRecord;

std::int64_t number_in(const std::string& text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : 0;
}

std::string home_of(const Visit& visit)
{
    return "/programme/" + visit.parts["measure"];
}

/// The record that the address names; what is not there is refused when the form is sent.
std::optional<MeasureRecord> record_in(Visit& visit)
{
    const auto number = number_in(visit.parts["number"]);
    for (auto& one : storage::measure_records(visit.connection)) {
        if (number == one.number && one.measure == visit.parts["measure"]) return one;
    }
    return std::nullopt;
}

std::vector<Field> record_fields(const Visit& visit, const std::optional<MeasureRecord>& wrong)
{
    std::vector<Choice> statuses;
    for (const auto& name : programme::measure_status_names()) statuses.push_back({std::string{name.code}, name.words});
    const auto status = wrong ? wrong->status : programme::MeasureStatus::under_way;
    std::vector<Field> fields{
        {"status",
         {"Hoe het staat", "Status"},
         Kind::select,
         true,
         {},
         statuses,
         std::string{programme::name_of(status).code}},
        {"date",
         {"Zo stond het op", "It stood so on"},
         Kind::date,
         true,
         {},
         {},
         to_text(wrong ? wrong->day : visit.today)},
        {"spent",
         {"Besteed door anderen", "Spent by others"},
         Kind::money,
         false,
         {"Alles tot die dag. Leeg: niet bekend, of niet veranderd.",
          "All up to that day. Empty: not known, or unchanged."},
         {},
         wrong && wrong->spent ? vierkant::show(*wrong->spent, visit.language) : std::string{}},
        {"note",
         {"Toelichting", "Note"},
         Kind::text,
         false,
         {"Staat in het jaarverslag. Geen namen van personen.", "Stands in the yearly report. No names of persons."},
         {},
         wrong ? wrong->note : std::string{}}};
    if (wrong) fields.push_back({"reason", {"Wat er niet klopte", "What was wrong"}, Kind::text, true});
    return fields;
}

Result<std::string> keep(Visit& visit, Reader& read, std::optional<std::int64_t> replaces)
{
    const auto status = programme::measure_status_of(read.required("status"));
    const auto day = read.day("date");
    const auto spent = read.money_if_given("spent");
    const auto reason = replaces ? read.required("reason") : std::string{};
    if (!status) read.wrong("status", visit.t("Kies hoe het staat.", "Choose how it stands."));
    if (read.failed() || !status) return read.refusal();
    const auto number =
        usecases::follow_measure(visit.connection, visit.task("programme follow"),
                                 {0, visit.parts["measure"], day, *status, spent, replaces, read.text("note"), reason});
    if (!number) return number.refusal();
    return visit.t("Vastgelegd: op ", "Recorded: on ") + visit.shown(day) + " " +
           visit.t(programme::name_of(*status).words) + ".";
}

}  // namespace

Html measure_records_html(Visit& visit, const std::string& measure)
{
    auto report = usecases::list_measure_records(visit.connection, measure, visit.today);
    if (!report) return {};
    auto& table = report->tables.front();
    for (auto& row : table.rows) row.erase(row.begin() + 1);  // all of the same measure
    table.columns.erase(table.columns.begin() + 1);
    if (!visit.may(Right::handle)) return table_html(visit, table);
    const auto doing = tag("p", {{"class", "doing"}},
                           tag("a", {{"href", "/programme/" + measure + "/progress"}, {"class", "button"}},
                               visit.t("Stand vastleggen", "Record the status")));
    Html links;
    for (const auto& one : programme::records_until(storage::measure_records(visit.connection), measure, visit.today)) {
        links +=
            tag("li", {},
                http::link("/programme/" + measure + "/records/" + std::to_string(one.number) + "/correction",
                           visit.t("Stand ", "Record ") + std::to_string(one.number) + ", " + visit.shown(one.day)));
    }
    const auto corrections =
        links.empty() ? Html{}
                      : tag("details", {}, tag("summary", {}, visit.t("Een stand verbeteren", "Correct a record")),
                            http::element("ul", {{"class", "found"}}, {links}));
    return doing + table_html(visit, table) + corrections;
}

std::vector<Route> measure_record_routes()
{
    std::vector<Route> routes;
    const auto back = [](Visit& visit) {
        return tag("p", {}, http::link(home_of(visit), visit.t("Maatregel ", "Measure ") + visit.parts["measure"]));
    };
    add_action(routes, {"/programme/{measure}/progress",
                        Right::handle,
                        {"Stand van een maatregel vastleggen", "Record how a measure stands"},
                        {"Vastleggen", "Record"},
                        [](Visit& visit) { return record_fields(visit, {}); },
                        [](Visit& visit, Reader& read) { return keep(visit, read, {}); },
                        back});
    Action correction{"/programme/{measure}/records/{number}/correction",
                      Right::handle,
                      {"Een stand verbeteren", "Correct a record"},
                      {"Verbeteren", "Correct"},
                      [](Visit& visit) { return record_fields(visit, record_in(visit)); },
                      [](Visit& visit, Reader& read) { return keep(visit, read, number_in(visit.parts["number"])); },
                      back};
    correction.next = "/programme";
    add_action(routes, std::move(correction));
    return routes;
}

}  // namespace vierkant::web
