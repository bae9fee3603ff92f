#include "cli/commands.h"
#include "cli/print_page.h"
#include "cli/read_value.h"
#include "cli/risk_messages.h"
#include "usecases/collateral.h"
#include "usecases/provisions.h"

#include <algorithm>

namespace vierkant::cli {

namespace {

const Option number{"number", "nummer van de lening, zoals L-000042", "number of the loan, such as L-000042", true};
const Option as_of{"--as-of", "peildatum, jjjj-mm-dd; anders vandaag", "day, yyyy-mm-dd; else today"};
const Option reason{"--reason", "waarom; geen namen", "why; no names", true};

void print_line(Context& context, const Text& text, const Arguments& arguments)
{
    context.print(say(text, arguments, context.language()) + "\n");
}

/// The collateral as typed.
Result<storage::StoredCollateral> read_collateral(const Values& values, Date today)
{
    const auto kind = storage::parse_collateral_kind(values["--kind"]);
    if (!kind) return wrong_usage(collateral_kind_unknown, {{"value", values["--kind"]}});
    const auto value = read_amount(values, "--value");
    if (!value) return value.refusal();
    storage::StoredCollateral collateral{0, {*kind, *value, 1, {}, today, {}, {}}, values["--description"], {}};
    if (values.has("--rank")) {
        const auto rank = read_number(values, "--rank");
        if (!rank) return rank.refusal();
        collateral.value.rank = static_cast<int>(std::min<std::int64_t>(*rank, 1'000));
    }
    if (values.has("--prior")) {
        const auto prior = read_amount(values, "--prior");
        if (!prior) return prior.refusal();
        collateral.value.prior = *prior;
    }
    const auto valued = read_date(values, "--valued", today);
    if (!valued) return valued.refusal();
    const auto expires = read_date_if_given(values, "--expires");
    if (!expires) return expires.refusal();
    collateral.value.valued_on = *valued;
    collateral.value.expires_on = *expires;
    return collateral;
}

void run_add(Context& context, const Values& values)
{
    const auto collateral = read_collateral(values, context.today());
    if (!collateral) return context.refuse_with(collateral.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto added =
        usecases::add_collateral(*connection, context.task("loan collateral add"), values["number"], *collateral);
    if (!added) return context.refuse_with(added.refusal());
    print_line(context, collateral_added, {{"number", std::to_string(*added)}, {"loan", values["number"]}});
}

void run_release(Context& context, const Values& values)
{
    const auto which = read_number(values, "--collateral");
    if (!which) return context.refuse_with(which.refusal());
    const auto day = read_date(values, "--date", context.today());
    if (!day) return context.refuse_with(day.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto done = usecases::release_collateral(*connection, context.task("loan collateral release"),
                                                   values["number"], *which, *day, values["--reason"]);
    if (!done) return context.refuse_with(done.refusal());
    print_line(context, collateral_given_back, {{"number", std::to_string(*which)}, {"loan", values["number"]}});
}

Result<reporting::Report> risk_report(Context& context, const Values& values)
{
    const auto day = read_date(values, "--as-of", context.today());
    if (!day) return day.refusal();
    auto connection = open_administration(context);
    if (!connection) return connection.refusal();
    return usecases::show_risk(*connection, values["number"], *day, context.language());
}

void run_list(Context& context, const Values& values)
{
    auto report = risk_report(context, values);
    if (!report) return context.refuse_with(report.refusal());
    reporting::Report list{"collateral",
                           {"Zekerheden van lening " + values["number"], "Collateral of loan " + values["number"]},
                           report->as_of,
                           {},
                           {report->tables.at(1)}};
    context.print_report(list);
}

/// Shows the risk; with --stage it is said first.
void run_risk(Context& context, const Values& values)
{
    if (!values.has("--stage")) {
        const auto report = risk_report(context, values);
        if (!report) return context.refuse_with(report.refusal());
        return print_page(context, *report);
    }
    const auto& typed = values["--stage"];
    const auto stage = storage::parse_stage(typed);
    if (!stage && typed != "days-late") return context.refuse_with(wrong_usage(stage_unknown, {{"value", typed}}));
    const auto day = read_date(values, "--as-of", context.today());
    if (!day) return context.refuse_with(day.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto done = usecases::override_risk(*connection, context.task("loan risk"), values["number"], stage, *day,
                                              values["--reason"]);
    if (!done) return context.refuse_with(done.refusal());
    print_line(context, risk_said, {{"loan", values["number"]}});
}

void run_calculate(Context& context, const Values& values)
{
    const auto day = read_date(values, "--as-of", context.today());
    if (!day) return context.refuse_with(day.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::calculate_provisions(*connection, *day, context.language());
    if (!report) return context.refuse_with(report.refusal());
    context.print_report(*report);
}

void run_book(Context& context, const Values& values)
{
    const auto day = read_date(values, "--as-of", context.today());
    if (!day) return context.refuse_with(day.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto receipt = usecases::book_provisions(*connection, context.task("provision book"), *day);
    if (!receipt) return context.refuse_with(receipt.refusal());
    print_line(context, provision_booked,
               {{"day", *day},
                {"loans", std::to_string(receipt->loans)},
                {"provision", receipt->provision},
                {"change", receipt->change}});
}

}  // namespace

std::vector<Command> risk_commands()
{
    return {
        {"loan collateral add",
         "Legt een zekerheid of borgstelling bij een lening vast.",
         "Registers collateral or a guarantee behind a loan.",
         {number,
          {"--kind", "mortgage (hypotheek), pledge (pand), guarantee (borg), deposit of other",
           "mortgage, pledge, guarantee, deposit or other", true},
          {"--value", "waarde, zoals 150000.00", "value, such as 150000.00", true},
          {"--description", "wat het is en waar de akte ligt; geen namen",
           "what it is and where the deed is kept; no names", true},
          {"--rank", "rang; anders 1", "rank; else 1"},
          {"--prior", "wat anderen met een hogere rang te vorderen hebben", "what others of a higher rank are owed"},
          {"--valued", "dag van de waardering: vanaf dan telt zij; anders vandaag",
           "day of the valuation: it counts from then on; else today"},
          {"--expires", "laatste dag waarop zij telt", "last day on which it counts"}},
         run_add},
        {"loan collateral list",
         "Toont de zekerheden bij een lening.",
         "Lists the collateral behind a loan.",
         {number, as_of},
         run_list},
        {"loan collateral release",
         "Geeft een zekerheid vrij; zij telt vanaf die dag niet meer.",
         "Releases collateral; it counts no more from that day on.",
         {number,
          {"--collateral", "nummer van de zekerheid (loan collateral list)",
           "number of the collateral (loan collateral list)", true},
          {"--date", "de dag waarop; anders vandaag", "the day; else today"},
          reason},
         run_release},
        {"loan risk",
         "Toont fase, dekking en voorziening van een lening; met --stage legt het een afwijkend oordeel vast.",
         "Shows stage, coverage and provision of a loan; with --stage it registers another judgement.",
         {number,
          as_of,
          {"--stage", "performing, watch, default, of days-late om het oordeel te beëindigen",
           "performing, watch, default, or days-late to end the judgement"},
          {"--reason", "waarom; geen namen", "why; no names"}},
         run_risk},
        {"provision calculate",
         "Rekent de voorzieningen uit op een dag, met wat geboekt is en het verschil; legt niets vast.",
         "Calculates the provisions on a day, with what is booked and the difference; registers nothing.",
         {as_of},
         run_calculate},
        {"provision book",
         "Boekt het verschil tussen de voorzieningen van een dag en de laatst geboekte.",
         "Books the difference between the provisions of a day and those booked last.",
         {as_of},
         run_book},
    };
}

}  // namespace vierkant::cli
