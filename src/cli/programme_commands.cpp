#include "cli/commands.h"
#include "cli/programme_messages.h"
#include "cli/read_value.h"
#include "usecases/follow_measure.h"
#include "usecases/make_report.h"
#include "usecases/observe_unemployment.h"

namespace vierkant::cli {

namespace {

const Option corrects{"--corrects", "nummer van wat niet klopte; --note zegt dan wat",
                      "number of what was wrong; --note then says what"};
const Option note{"--note", "toelichting; geen namen", "note; no names"};

Result<std::optional<std::int64_t>> read_number_if_given(const Values& values, std::string_view option)
{
    if (!values.has(option)) return std::optional<std::int64_t>{};
    const auto number = read_number(values, option);
    if (!number) return number.refusal();
    return std::optional{*number};
}

/// The observation as typed.
Result<programme::Observation> read_observation(const Values& values)
{
    const auto day = programme::parse_day_or_month(values["--on"]);
    if (!day) return wrong_usage(day_or_month_unreadable, {{"value", values["--on"]}});
    const auto rate = read_percent(values, "--percent");
    if (!rate) return rate.refusal();
    const auto series = programme::series_of(values["--series"]);
    if (!series) return wrong_usage(series_unknown, {{"value", values["--series"]}});
    const auto replaces = read_number_if_given(values, "--corrects");
    if (!replaces) return replaces.refusal();
    return programme::Observation{0, *day, *rate, *series, values["--source"], *replaces, values["--note"]};
}

void run_observe(Context& context, const Values& values)
{
    const auto observation = read_observation(values);
    if (!observation) return context.refuse_with(observation.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto kept = usecases::observe_unemployment(*connection, context.task("programme observe"), *observation);
    if (!kept) return context.refuse_with(kept.refusal());
    Arguments arguments{{"number", std::to_string(kept->number)}, {"rate", kept->unemployment}, {"day", kept->day}};
    if (kept->target) arguments.push_back({"target", *kept->target});
    context.print(say(kept->target ? observed_with_target : observed_apart, arguments, context.language()) + "\n");
}

void run_observations(Context& context, const Values&)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    context.print_report(usecases::list_observations(*connection, context.today()));
}

/// How a measure stands, as typed.
Result<programme::MeasureRecord> read_record(const Values& values, Date today)
{
    const auto status = programme::measure_status_of(values["--status"]);
    if (!status) return wrong_usage(status_unknown, {{"value", values["--status"]}});
    const auto day = read_date(values, "--on", today);
    if (!day) return day.refusal();
    const auto replaces = read_number_if_given(values, "--corrects");
    if (!replaces) return replaces.refusal();
    programme::MeasureRecord record{
        0, values["measure"], *day, *status, {}, *replaces, values["--note"], values["--reason"]};
    if (values.has("--spent")) {
        const auto spent = read_amount(values, "--spent");
        if (!spent) return spent.refusal();
        record.spent = *spent;
    }
    return record;
}

void run_follow(Context& context, const Values& values)
{
    const auto record = read_record(values, context.today());
    if (!record) return context.refuse_with(record.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto number = usecases::follow_measure(*connection, context.task("programme follow"), *record);
    if (!number) return context.refuse_with(number.refusal());
    context.print(say(measure_followed,
                      {{"number", std::to_string(*number)},
                       {"measure", record->measure},
                       {"day", record->day},
                       {"status", programme::name_of(record->status).words}},
                      context.language()) +
                  "\n");
}

void run_records(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::list_measure_records(*connection, values["--measure"], context.today());
    if (!report) return context.refuse_with(report.refusal());
    context.print_report(*report);
}

void run_show(Context& context, const Values& values)
{
    const auto day = read_date(values, "--as-of", context.today());
    if (!day) return context.refuse_with(day.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::make_report(*connection, "programme", *day, "revolving");
    if (!report) return context.refuse_with(report.refusal());
    context.print_report(*report);
}

}  // namespace

std::vector<Command> programme_commands()
{
    return {
        {"programme show",
         "Toont het programma: maatregelen, werkloosheid naast het pad van het plan, en de nulmeting.",
         "Shows the programme: measures, unemployment beside the path of the plan, and the baseline.",
         {{"--as-of", "peildatum, jjjj-mm-dd; anders vandaag", "day, yyyy-mm-dd; else today"}},
         run_show},
        {"programme observe",
         "Legt de werkelijke werkloosheid vast, zoals UWV of CBS die publiceerde; met --corrects verbetert het een "
         "eerdere.",
         "Records real unemployment as UWV or CBS published it; with --corrects it corrects an earlier figure.",
         {{"--on", "dag of maand: 2026-03-31 of 2026-03 (dan de laatste dag)",
           "day or month: 2026-03-31 or 2026-03 (its last day then)", true},
          {"--percent", "werkloosheid in procenten, zoals 8.4", "unemployment in per cent, such as 8.4", true},
          {"--series",
           "hoe het telt: programme (zoals het plan), ilo (CBS) of registered (UWV sinds 2015); nooit gemengd",
           "how it counts: programme (as the plan), ilo (CBS) or registered (UWV since 2015); never mixed", true},
          {"--source", "wie het publiceerde en waar", "who published it and where", true},
          corrects,
          note},
         run_observe},
        {"programme observations",
         "Toont alle vastgelegde cijfers van de werkloosheid, met hun nummers en wat verbeterd is.",
         "Lists all recorded figures of unemployment, with their numbers and what was corrected.",
         {},
         run_observations},
        {"programme follow",
         "Legt vast hoe het staat met een maatregel die anderen uitvoeren; met --corrects verbetert het wat vastligt.",
         "Records how a measure stands that others carry out; with --corrects it corrects what was recorded.",
         {{"measure", "maatregel van het plan, zoals M02", "measure of the plan, such as M02", true},
          {"--status", "not-started (niet begonnen), under-way (loopt), done (klaar) of stopped (gestopt)",
           "not-started, under-way, done or stopped", true},
          {"--spent", "wat anderen eraan besteed hebben, alles tot die dag; anders onbekend of onveranderd",
           "what others have spent on it, all up to that day; else unknown or unchanged"},
          {"--on", "dag waarop het zo stond; anders vandaag", "day on which it stood so; else today"},
          note,
          {"--corrects", "nummer van de stand die niet klopte; --reason zegt dan waarom",
           "number of the record that was wrong; --reason then says why"},
          {"--reason", "wat er niet klopte; geen namen", "what was wrong; no names"}},
         run_follow},
        {"programme records",
         "Toont alles wat over gevolgde maatregelen is vastgelegd, met de nummers en wat verbeterd is.",
         "Lists all that was recorded of followed measures, with the numbers and what was corrected.",
         {{"--measure", "alleen deze maatregel", "only this measure"}},
         run_records},
    };
}

}  // namespace vierkant::cli
