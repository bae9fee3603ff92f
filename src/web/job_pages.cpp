// Jobs: which measurements are due, what was promised and found at a dossier, and keeping a measurement.

#include "formats/json_reader.h"
#include "usecases/job_tables.h"
#include "usecases/report_codes.h"
#include "web/forms.h"
#include "web/json_form.h"
#include "web/tables.h"

#include <algorithm>

namespace vierkant::web {

namespace {

using formats::Json;
using Kind = Field::Kind;
using social_return::JobKind;
using social_return::JobLine;

constexpr std::size_t empty_lines = 3;

const std::string& dossier_of(const Visit& visit)
{
    return visit.parts["number"];
}

http::Response list(Visit& visit)
{
    auto report = usecases::list_due_measurements(visit.connection, visit.today);
    report.title = {"Banenmetingen die nu moeten", "Job measurements that are due"};
    const auto above = tag("p", {{"class", "doing"}},
                           tag("a", {{"href", "/reports/social-return"}, {"class", "button"}},
                               visit.t("Rapport maatschappelijk rendement", "Report on social return")));
    return list_page(visit, report, above);
}

http::Response show(Visit& visit)
{
    const auto jobs = usecases::show_jobs(visit.connection, dossier_of(visit));
    if (!jobs) return refusal_page(visit, jobs.refusal());
    const auto report = usecases::report_of(visit.connection, *jobs, visit.today);
    if (auto file = exported(visit, report)) return *file;
    const auto& number = dossier_of(visit);
    const auto doing = visit.may(Right::handle)
                           ? tag("p", {{"class", "doing"}},
                                 tag("a", {{"href", "/applications/" + number + "/jobs/new"}, {"class", "button"}},
                                     visit.t("Meting vastleggen", "Keep a measurement")))
                           : Html{};
    const auto about = tag("p", {}, http::link("/applications/" + number, visit.t("Dossier ", "Dossier ") + number),
                           ", " + jobs->award.undertaking + visit.t(", toegekend op ", ", awarded on ") +
                               visit.shown(jobs->award.awarded_on));
    Html tables;
    for (const auto& table : report.tables) tables += table_html(visit, table);
    const auto warning = tag("p", {{"class", "detail"}},
                             visit.t("Alleen voor het team: kleine aantallen zijn hier niet afgeschermd.",
                                     "For the team only: small counts are not protected here."));
    return page(visit, visit.t("Banen van dossier ", "Jobs of dossier ") + number,
                doing + about + tables + warning + export_links(visit));
}

// A measurement

std::string kind_code(const JobLine& line)
{
    return line.kind == JobKind::created ? "new" : "kept";
}

bool is_same(const JobLine& a, const JobLine& b)
{
    return a.kind == b.kind && a.level == b.level && a.target_group == b.target_group;
}

/// What was promised, and what was found besides: a line of the form each.
std::vector<JobLine> lines_to_ask(Visit& visit)
{
    const auto jobs = usecases::show_jobs(visit.connection, dossier_of(visit));
    if (!jobs) return {};
    auto lines = jobs->promised;
    for (const auto& measurement : jobs->measurements) {
        for (const auto& line : measurement.lines) {
            const bool known =
                std::any_of(lines.begin(), lines.end(), [&](const JobLine& one) { return is_same(one, line); });
            if (!known) lines.push_back(line);
        }
    }
    return lines;
}

std::vector<Choice> choices_of(const reporting::CodeTitles& titles, const Word& none)
{
    std::vector<Choice> choices{{"", none}};
    for (const auto& [code, title] : titles) {
        if (code != "NONE") choices.push_back({code, {title.nl, title.en}});
    }
    return choices;
}

std::string name_of(std::size_t line, const std::string& part)
{
    return "jobs." + std::to_string(line) + "." + part;
}

std::vector<Field> measurement_fields(Visit& visit)
{
    const auto codes = usecases::report_codes(visit.connection);
    const auto levels = choices_of(codes.at("level"), {"kies", "choose"});
    const auto groups = choices_of(codes.at("target_group"), {"geen", "none"});
    const std::vector<Choice> kinds{{"new", {"nieuw", "new"}}, {"kept", {"behouden", "kept"}}};
    std::vector<Field> fields{
        {"measured_on", {"Meetdatum", "Measured on"}, Kind::date, true, {}, {}, to_text(visit.today)},
        {"evidence",
         {"Waar het bewijs ligt", "Where the evidence is kept"},
         Kind::text,
         true,
         {"Een kenmerk van het archief; nooit een naam of BSN.", "A reference of the archive; never a name or BSN."}}};
    const auto lines = lines_to_ask(visit);
    for (std::size_t i = 0; i < lines.size() + empty_lines; ++i) {
        const auto line = i < lines.size() ? lines[i] : JobLine{};
        const Word row{"Banen, regel " + std::to_string(i + 1), "Jobs, line " + std::to_string(i + 1)};
        const auto select = [&](const char* part, Word label, const std::vector<Choice>& choices, std::string initial) {
            fields.push_back(
                {name_of(i, part), std::move(label), Kind::select, true, {}, choices, std::move(initial), {}, row});
        };
        select("level", {"Niveau", "Level"}, levels, line.level);
        select("kind", {"Soort", "Kind"}, kinds, kind_code(line));
        select("target_group", {"Doelgroep", "Target group"}, groups, line.target_group);
        fields.push_back(
            {name_of(i, "jobs"), {"Banen die er zijn", "Jobs there are"}, Kind::number, false, {}, {}, {}, {}, row});
    }
    return fields;
}

/// The measurement as the file that the command line reads: lines without a number are left out.
struct Typed {
    Json json;
    std::vector<JobLine> lines;
    std::vector<std::size_t> places;  ///< of those lines in the form
};
Typed typed(Visit& visit, Reader& read)
{
    Typed typed;
    typed.json["measured_on"] = to_text(read.day("measured_on"));
    put_text(typed.json, "evidence", read.required("evidence"));
    typed.json["jobs"] = Json::array();
    const auto most = lines_to_ask(visit).size() + empty_lines;
    for (std::size_t i = 0; i < most; ++i) {
        if (!read.has(name_of(i, "jobs"))) continue;
        const auto jobs = read.number(name_of(i, "jobs"));
        Json line{
            {"jobs", jobs}, {"kind", read.text(name_of(i, "kind"))}, {"level", read.required(name_of(i, "level"))}};
        put_text(line, "target_group", read.text(name_of(i, "target_group")));
        typed.lines.push_back({read.text(name_of(i, "kind")) == "kept" ? JobKind::kept : JobKind::created,
                               read.text(name_of(i, "level")),
                               read.text(name_of(i, "target_group")),
                               jobs,
                               {}});
        typed.json["jobs"].push_back(std::move(line));
        typed.places.push_back(i);
    }
    if (typed.lines.empty())
        read.wrong(name_of(0, "jobs"), visit.t("Vul ten minste een regel in.", "Fill in at least one line."));
    return typed;
}

std::int64_t jobs_in(const std::vector<JobLine>& lines, const JobLine& wanted)
{
    std::int64_t jobs = 0;
    for (const auto& line : lines) {
        if (is_same(line, wanted)) jobs += line.jobs;
    }
    return jobs;
}

Result<Effect> weigh(Visit& visit, Reader& read)
{
    const auto given = typed(visit, read);
    if (read.failed()) return read.refusal();
    const auto jobs = usecases::show_jobs(visit.connection, dossier_of(visit));
    if (!jobs) return jobs.refusal();
    const auto codes = usecases::report_codes(visit.connection);
    const auto last = jobs->measurements.empty() ? std::vector<JobLine>{} : jobs->measurements.back().lines;
    using reporting::ColumnType;
    reporting::Table table{"measurement",
                           {"Beloofd en gevonden", "Promised and found"},
                           {{"level", {"Niveau", "Level"}, ColumnType::text, codes.at("level")},
                            {"kind", {"Soort", "Kind"}, ColumnType::text, codes.at("job_kind")},
                            {"target_group", {"Doelgroep", "Target group"}, ColumnType::text, codes.at("target_group")},
                            {"promised", {"Beloofd", "Promised"}, ColumnType::count},
                            {"last", {"Vorige meting", "Last measurement"}, ColumnType::count},
                            {"now", {"Deze meting", "This measurement"}, ColumnType::count}},
                           {},
                           {}};
    auto all = lines_to_ask(visit);
    for (const auto& line : given.lines) {
        if (std::none_of(all.begin(), all.end(), [&](const JobLine& one) { return is_same(one, line); }))
            all.push_back(line);
    }
    std::int64_t promised = 0;
    std::int64_t before = 0;
    std::int64_t now = 0;
    for (const auto& line : all) {
        table.rows.push_back({line.level, kind_code(line), line.target_group.empty() ? "NONE" : line.target_group,
                              jobs_in(jobs->promised, line), jobs_in(last, line), jobs_in(given.lines, line)});
        promised += jobs_in(jobs->promised, line);
        before += jobs_in(last, line);
        now += jobs_in(given.lines, line);
    }
    table.totals = {reporting::Cell{}, reporting::Cell{}, reporting::Cell{}, promised, before, now};
    return Effect{table_html(visit, table)};
}

Result<std::string> keep(Visit& visit, Reader& read)
{
    const auto given = typed(visit, read);
    if (read.failed()) return read.refusal();
    const auto jobs = usecases::realise_jobs(visit.connection, visit.task("jobs realise"), dossier_of(visit),
                                             given.json.dump(), json_source);
    if (!jobs) return at_field(visit, read, measurement_fields(visit), jobs.refusal());
    return visit.t("De meting is vastgelegd.", "The measurement is kept.");
}

std::string version(Visit& visit)
{
    const auto jobs = usecases::show_jobs(visit.connection, dossier_of(visit));
    return jobs ? "measurements-" + std::to_string(jobs->measurements.size()) : "none";
}

}  // namespace

Html jobs_html(Visit& visit, const std::string& dossier)
{
    const auto jobs = usecases::show_jobs(visit.connection, dossier);
    if (!jobs) return {};
    std::int64_t promised = 0;
    for (const auto& line : jobs->promised) promised += line.jobs;
    auto words = std::to_string(promised) + visit.t(" beloofd", " promised");
    if (!jobs->measurements.empty()) {
        std::int64_t found = 0;
        for (const auto& line : jobs->measurements.back().lines) found += line.jobs;
        words += ", " + std::to_string(found) + visit.t(" gevonden op ", " found on ") +
                 visit.shown(jobs->measurements.back().measured_on);
    }
    return tag("span", {}, http::link("/applications/" + dossier + "/jobs", visit.t("Banen", "Jobs")), ": " + words);
}

std::vector<Route> job_routes()
{
    using http::Method;
    std::vector<Route> routes{{Method::get, "/jobs", Right::read, list},
                              {Method::get, "/applications/{number}/jobs", Right::read, show}};
    Action action{"/applications/{number}/jobs/new",
                  Right::handle,
                  {"Banenmeting vastleggen", "Keep a measurement of jobs"},
                  {"Vastleggen", "Keep"},
                  measurement_fields,
                  keep,
                  [](Visit& visit) {
                      return tag("p", {},
                                 visit.t("Tel de banen die er op de meetdatum zijn, niet wat er bijkwam. Aantallen, "
                                         "nooit namen. Laat een regel die u niet gemeten hebt leeg.",
                                         "Count the jobs there are on that day, not what was added. Counts, never "
                                         "names. Leave a line empty that was not measured."));
                  }};
    action.effect = weigh;
    action.version = version;
    add_action(routes, std::move(action));
    return routes;
}

}  // namespace vierkant::web
