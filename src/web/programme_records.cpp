// What became of the plan, entered at the desk: unemployment as it was published.

#include "storage/programme_store.h"
#include "usecases/observe_unemployment.h"
#include "web/forms.h"
#include "web/tables.h"

#include <algorithm>
#include <charconv>

namespace vierkant::web {

namespace {

using Kind = Field::Kind;
using programme::Observation;

constexpr std::string_view observations_address = "/programme/unemployment";

std::optional<std::int64_t> number_in(const std::string& text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// The observation that the address names; what is not there is refused when the form is sent.
std::optional<Observation> observation_in(Visit& visit)
{
    const auto number = number_in(visit.parts["number"]);
    for (auto& one : storage::observations(visit.connection)) {
        if (number == one.number) return one;
    }
    return std::nullopt;
}

http::Response list(Visit& visit)
{
    auto report = usecases::list_observations(visit.connection, visit.today);
    if (auto file = exported(visit, report)) return *file;
    auto& table = report.tables.front();
    Html doing;
    Html corrections;
    if (visit.may(Right::handle)) {
        doing = tag("p", {{"class", "doing"}},
                    tag("a", {{"href", std::string{observations_address} + "/new"}, {"class", "button"}},
                        visit.t("Werkloosheid vastleggen", "Record unemployment")));
        Html links;
        for (const auto& one : programme::standing(storage::observations(visit.connection)))
            links +=
                tag("li", {},
                    http::link(std::string{observations_address} + "/" + std::to_string(one.number) + "/correction",
                               visit.t("Nr ", "No ") + std::to_string(one.number) + ", " + visit.shown(one.day)));
        if (!links.empty())
            corrections = tag("details", {}, tag("summary", {}, visit.t("Een cijfer verbeteren", "Correct a figure")),
                              http::element("ul", {{"class", "found"}}, {links}));
    }
    const auto back =
        tag("p", {}, http::link("/programme", visit.t("Programma en maatregelen", "Programme and measures")));
    return page(visit, report.title.in(visit.language),
                doing + back + table_html(visit, table) + corrections + export_links(visit));
}

std::vector<Field> observation_fields(const std::optional<Observation>& wrong)
{
    std::vector<Choice> series;
    for (const auto& name : programme::series_names()) {
        if (!wrong || wrong->series == name.series) series.push_back({std::string{name.code}, name.words});
    }
    return {{"on",
             {"Dag of maand", "Day or month"},
             Kind::text,
             true,
             {"Zoals 2026-03 (een maand: de laatste dag telt) of 31-03-2026.",
              "Such as 2026-03 (a month: its last day counts) or 2026-03-31."},
             {},
             wrong ? to_text(wrong->day) : std::string{}},
            {"percent",
             {"Werkloosheid in procenten", "Unemployment in per cent"},
             Kind::percent,
             true,
             {},
             {},
             wrong ? to_percent_text(wrong->unemployment) : std::string{}},
            {"series",
             {"Hoe het telt", "How it counts"},
             Kind::select,
             true,
             {"Alleen een reeks die telt zoals het plan staat naast het pad; een andere wordt er nooit mee gemengd.",
              "Only a series that counts as the plan does stands beside the path; another is never mixed with it."},
             series,
             series.front().value},
            {"source",
             {"Bron", "Source"},
             Kind::text,
             true,
             {"Wie het publiceerde en waar.", "Who published it and where."},
             {},
             wrong ? wrong->source : std::string{}},
            {"note",
             wrong ? Word{"Wat er niet klopte", "What was wrong"} : Word{"Toelichting", "Note"},
             Kind::text,
             wrong.has_value(),
             {"Geen namen van personen.", "No names of persons."}}};
}

Result<std::string> keep(Visit& visit, Reader& read, std::optional<std::int64_t> replaces)
{
    const auto on = read.required("on");
    const auto typed = read_day(on);
    const auto day = typed ? typed : programme::parse_day_or_month(on);
    const auto rate = read.percent("percent");
    const auto series = programme::series_of(read.required("series"));
    const auto source = read.required("source");
    const auto note = replaces ? read.required("note") : read.text("note");
    if (!on.empty() && !day)
        read.wrong("on", visit.t("Schrijf een maand als 2026-03, of een dag.", "Write a month as 2026-03, or a day."));
    if (read.failed() || !day) return read.refusal();
    const auto kept = usecases::observe_unemployment(
        visit.connection, visit.task("programme observe"),
        {0, *day, rate, series.value_or(programme::Series::programme), source, replaces, note});
    if (!kept) return kept.refusal();
    const auto percent_of = [&](Rate one) { return vierkant::show(one, visit.language) + " %"; };
    auto words = visit.t("Vastgelegd: ", "Recorded: ") + percent_of(kept->unemployment) + visit.t(" op ", " on ") +
                 visit.shown(kept->day) + ".";
    if (kept->target)
        words += visit.t(" Het plan mikt dan op ", " The plan aims at ") + percent_of(*kept->target) +
                 visit.t(".", " then.");
    return words;
}

}  // namespace

std::vector<Route> programme_record_routes()
{
    std::vector<Route> routes{{http::Method::get, std::string{observations_address}, Right::read, list}};
    add_action(routes, {std::string{observations_address} + "/new",
                        Right::handle,
                        {"Werkloosheid vastleggen", "Record unemployment"},
                        {"Vastleggen", "Record"},
                        [](Visit&) { return observation_fields({}); },
                        [](Visit& visit, Reader& read) { return keep(visit, read, {}); },
                        {},
                        std::string{observations_address}});
    add_action(routes, {std::string{observations_address} + "/{number}/correction",
                        Right::handle,
                        {"Een cijfer verbeteren", "Correct a figure"},
                        {"Verbeteren", "Correct"},
                        [](Visit& visit) { return observation_fields(observation_in(visit)); },
                        [](Visit& visit, Reader& read) {
                            return keep(visit, read, number_in(visit.parts["number"]).value_or(0));
                        },
                        {},
                        std::string{observations_address}});
    return routes;
}

}  // namespace vierkant::web
