#include "cli/commands.h"

#include <algorithm>
#include <array>

namespace vierkant::cli {

std::span<const std::string> Values::all(std::string_view name) const
{
    const auto found = given_.find(name);
    return found == given_.end() ? std::span<const std::string>{} : found->second;
}

const std::string& Values::operator[](std::string_view name) const
{
    static const std::string none;
    const auto given = all(name);
    return given.empty() ? none : given.front();
}

std::span<const Command> commands()
{
    static const auto all = [] {
        std::vector<Command> table;
        for (auto&& group : {
                 administration_commands(), bank_commands(),
                 scheme_commands(),         undertaking_commands(),
                 import_commands(),         application_commands(),
                 loan_commands(),           statement_commands(),
                 loan_change_commands(),    proof_production_commands(),
                 arrears_commands(),        arrangement_commands(),
                 risk_commands(),           grant_commands(),
                 order_commands(),          job_commands(),
                 close_commands(),          report_commands(),
                 forecast_commands(),       export_commands(),
                 demo_commands(),           user_commands(),
                 token_commands(),          serve_commands(),
                 programme_commands(),
             }) {
            table.insert(table.end(), group.begin(), group.end());
        }
        return table;
    }();
    return all;
}

const CommandGroup& group_of(std::string_view word)
{
    static constexpr std::array groups{
        CommandGroup{"application", "Aanvragen, van registratie tot besluit.",
                     "Applications, from receipt to decision."},
        CommandGroup{"arrangement", "Betalingsregelingen over achterstanden.", "Arrangements about arrears."},
        CommandGroup{"arrears", "Achterstanden: rente, kosten, brieven.", "Arrears: interest, costs, letters."},
        CommandGroup{"bank", "Bankafschriften inlezen en koppelen.", "Bank statements in, and matched."},
        CommandGroup{"close", "Dagen en periodes afsluiten.", "Close days and periods."},
        CommandGroup{"collateral", "Zekerheden bij een lening.", "Collateral behind a loan."},
        CommandGroup{"export", "De boeken voor andere programma's.", "The books for other programs."},
        CommandGroup{"grant", "Subsidies: claims, controle, betaling, vaststelling.",
                     "Grants: claims, verification, payment, settlement."},
        CommandGroup{"import", "Bestaande leningen overnemen.", "Take over existing loans."},
        CommandGroup{"jobs", "Banen: wat er bij een meting is gevonden.", "Jobs: what a measurement found."},
        CommandGroup{"loan", "Leningen, van uitbetaling tot afwikkeling.", "Loans, from disbursement to their end."},
        CommandGroup{"order", "Opdrachten die op een tweede medewerker wachten.",
                     "Orders that wait for a second officer."},
        CommandGroup{"programme", "Het plan: werkloosheid en maatregelen volgen.",
                     "The plan: follow unemployment and measures."},
        CommandGroup{"provision", "Voorzieningen voor oninbaarheid.", "Provisions for bad debts."},
        CommandGroup{"scheme", "Regelingen en hun voorwaarden.", "Schemes and their terms."},
        CommandGroup{"token", "Tokens voor programma's.", "Tokens for programs."},
        CommandGroup{"undertaking", "Ondernemingen.", "Undertakings."},
        CommandGroup{"user", "Gebruikers en hun rollen.", "Users and their roles."},
    };
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const auto& each) { return each.word == word; });
    verify(found != groups.end(), "a group of commands says what it is about");
    return *found;
}

std::string command_reference()
{
    std::string text =
        "# Commands\n\nMade of the program's own table of commands. Global options: `--db`, `--today`, `--lang`, "
        "`--as`, `--key`, `--format`, `--dialect`, `--output`.\n";
    for (const auto& command : commands()) {
        text += "\n## vierkant " + std::string{command.words} + "\n\n" + std::string{command.nl} + "\n\n" +
                std::string{command.en} + "\n";
        if (!command.options.empty()) text += "\n| option | | |\n|---|---|---|\n";
        for (const auto& option : command.options) {
            text += "| `" + std::string{option.name} + "`" + (option.required ? " (required)" : "") + " | " +
                    std::string{option.nl} + " | " + std::string{option.en} + " |\n";
        }
    }
    return text;
}

}  // namespace vierkant::cli
