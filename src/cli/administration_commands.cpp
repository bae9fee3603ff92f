#include "cli/commands.h"
#include "cli/messages.h"
#include "storage/backup.h"
#include "storage/migrations.h"
#include "usecases/init_administration.h"
#include "usecases/verify_administration.h"

#include <fmt/format.h>

#include <filesystem>

namespace vierkant::cli {

namespace {

/// A line of text and an amount, aligned.
std::string amount_line(const Context& context, std::string_view text, Money amount)
{
    return fmt::format("  {:<44}{:>18}\n", text, context.language() == Language::nl ? dutch(amount) : english(amount));
}

std::string init_text(const Context& context, const usecases::InitReceipt& receipt)
{
    const bool nl = context.language() == Language::nl;
    auto text = fmt::format("{} ({} - {})\n", nl ? receipt.title_nl : receipt.title_en, to_text(receipt.first_day),
                            to_text(receipt.last_day));
    text +=
        amount_line(context, fmt::format("{} {}", receipt.measures, nl ? "maatregelen, samen" : "measures, together"),
                    receipt.measures_sum);
    text += amount_line(context, nl ? "gevraagd in het plan" : "asked in the plan", receipt.asked);
    text += amount_line(context, nl ? "verschil" : "difference", receipt.measures_sum - receipt.asked);
    text += fmt::format("  {} {}\n", receipt.baseline_rows,
                        nl ? "rijen nulmeting (vestigingen en banen, 1 april 2013)"
                           : "baseline rows (establishments and jobs, 1 April 2013)");
    if (!receipt.unemployment.empty()) {
        const auto& [from, first] = receipt.unemployment.front();
        const auto& [until, last] = receipt.unemployment.back();
        text += say(unemployment_path, {{"first", first}, {"from", from}, {"last", last}, {"until", until}},
                    context.language()) +
                "\n";
    }
    text +=
        say(editions_registered, {{"editions", std::to_string(receipt.scheme_editions)}}, context.language()) + "\n";
    for (const auto& fund : receipt.funds) {
        text += fmt::format("{}\n", nl ? fund.title_nl : fund.title_en);
        text += amount_line(context, nl ? "ingebracht kapitaal" : "capital paid in", fund.capital);
        text += amount_line(context, nl ? "beschikbaar" : "available", fund.available());
    }
    return text;
}

void run_init(Context& context, const Values& values)
{
    std::string programme;
    if (!values["--programme"].empty()) {
        const auto text = read_file(values["--programme"]);
        if (!text) return context.refuse_with(text.refusal());
        programme = *text;
    }
    storage::Connection connection{context.database};
    const auto receipt =
        usecases::init_administration(connection, context.task("init"), programme, values["--programme"]);
    if (!receipt) return context.refuse_with(receipt.refusal());
    context.print(init_text(context, *receipt));
}

/// Tells what is wrong with an administration; gives how much that is.
std::size_t tell_problems(Context& context, storage::Connection& connection)
{
    const auto problems = usecases::verify_administration(connection);
    for (const auto& problem : problems) context.refuse_with(problem);
    return problems.size();
}

void run_verify(Context& context, const Values&)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    if (tell_problems(context, *connection) == 0) context.print(say(verified, {}, context.language()) + "\n");
}

/// The name, with a number where there is a file of that name.
std::string free_name(const std::string& name)
{
    auto free = name;
    for (int number = 2; std::filesystem::exists(free); ++number) free = name + "-" + std::to_string(number);
    return free;
}

void run_migrate(Context& context, const Values&)
{
    auto connection = open_any_version(context.database);
    if (!connection) return context.refuse_with(connection.refusal());
    if (storage::schema_age(*connection) == storage::SchemaAge::current) {
        return context.print(say(migrated_before, {}, context.language()) + "\n");
    }
    std::string kept;
    if (!is_server(context.database)) {
        kept = free_name(context.database + ".before-" + to_text(context.today()));
        storage::copy_into(*connection, kept);
    }
    const auto steps = storage::migrate(*connection);
    context.print(say(migrated, {{"count", std::to_string(steps)}}, context.language()) + "\n");
    if (!kept.empty()) context.print(say(kept_as_it_was, {{"file", kept}}, context.language()) + "\n");
}

void run_backup(Context& context, const Values& values)
{
    const auto& file = values["file"];
    if (is_server(context.database)) return context.refuse_with(refuse(backup_of_server));
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    if (std::filesystem::exists(file)) return context.refuse_with(refuse(backup_exists, {{"file", file}}));
    storage::copy_into(*connection, file);
    storage::Connection copy{file};
    const auto problems = tell_problems(context, copy);
    if (problems > 0) return context.refuse_with(refuse(copy_unsound, {{"count", std::to_string(problems)}}));
    context.print(say(backed_up, {{"file", file}}, context.language()) + "\n");
}

void run_restore(Context& context, const Values& values)
{
    const auto& file = values["file"];
    if (is_server(context.database)) return context.refuse_with(refuse(backup_of_server));
    if (std::filesystem::exists(context.database)) {
        return context.refuse_with(refuse(backup_exists, {{"file", context.database}}));
    }
    auto backup = open_administration(file);
    if (!backup) return context.refuse_with(backup.refusal());
    const auto problems = tell_problems(context, *backup);
    if (problems > 0) {
        return context.refuse_with(refuse(backup_unsound, {{"file", file}, {"count", std::to_string(problems)}}));
    }
    storage::copy_into(*backup, context.database);
    context.print(say(restored, {{"file", file}, {"database", context.database}}, context.language()) + "\n");
}

}  // namespace

std::vector<Command> administration_commands()
{
    return {
        {"init",
         "Maakt de administratie: het plan met zijn 23 maatregelen en nulmeting, de fondsen en wat daarin is gestort.",
         "Makes the administration: the plan with its 23 measures and baseline, the funds and what was paid into them.",
         {{"--programme", "een eigen programmabestand (JSON) in plaats van dat van 2014",
           "a programme file of your own (JSON) instead of that of 2014"}},
         run_init},
        {"verify",
         "Rekent de administratie na: keten van handelingen, boekingen en totalen. Vindt wat buiten het programma om "
         "is gewijzigd.",
         "Recomputes the administration: chain of works, entries and totals. Finds what was changed behind the "
         "program's back.",
         {},
         run_verify},
        {"backup",
         "Maakt een reservekopie van de administratie zoals zij nu is, terwijl anderen doorwerken, en rekent de kopie "
         "na.",
         "Makes a copy of the administration as it is now, while others go on working, and verifies the copy.",
         {{"file", "het nieuwe bestand", "the new file", true}},
         run_backup},
        {"restore",
         "Zet een reservekopie terug als de administratie van --db, die er nog niet mag zijn. Rekent haar eerst na.",
         "Puts a copy back as the administration of --db, which must not be there yet. Verifies it first.",
         {{"file", "de reservekopie", "the copy", true}},
         run_restore},
        {"migrate",
         "Werkt een administratie van een eerdere versie bij naar deze.",
         "Brings an administration of an earlier version up to this one.",
         {},
         run_migrate},
    };
}

}  // namespace vierkant::cli
