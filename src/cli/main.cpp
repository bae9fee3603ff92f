// The command line: one door to the use cases. Parses, calls, prints; all else lives below.

#include "cli/commands.h"
#include "cli/messages.h"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <map>

namespace {

using vierkant::cli::Command;
using vierkant::cli::Context;

std::string variable(const char* name, const std::string& otherwise)
{
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): read before any thread starts
    return value == nullptr || *value == '\0' ? otherwise : value;
}

/// The language is needed before the rest is read: the help is in it.
void find_language(Context& context, int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--lang" && i + 1 < argc) context.language_text = argv[i + 1];
        if (word.starts_with("--lang=")) context.language_text = word.substr(7);
    }
}

void add_global_options(CLI::App& app, Context& context)
{
    const auto text = [&](const char* nl, const char* en) { return std::string{context.in_language(nl, en)}; };
    app.add_option("--db", context.database,
                   text("bestand of postgresql://…; anders VIERKANT_DB, anders vierkant.db",
                        "file or postgresql://…; else VIERKANT_DB, else vierkant.db"));
    app.add_option("--today", context.today_text, text("de datum van vandaag, jjjj-mm-dd", "today's date, yyyy-mm-dd"))
        ->check([wrong = text("schrijf --today als jjjj-mm-dd", "write --today as yyyy-mm-dd")](
                    const std::string& value) { return vierkant::parse_date(value) ? std::string{} : wrong; });
    app.add_option("--lang", context.language_text, text("taal: nl of en", "language: nl or en"))
        ->check(CLI::IsMember({"nl", "en"}));
    app.add_option("--as", context.actor, text("wie dit doet", "who does this"));
    app.add_option("--key", context.key,
                   text("kenmerk van deze opdracht: een herhaling met hetzelfde kenmerk doet niets",
                        "key of this request: repeating it with the same key does nothing"));
    app.add_option("--format", context.format, "text, csv, json");
    app.add_option("--output", context.output,
                   text("schrijf het resultaat naar dit bestand", "write the result to this file"));
}

/// The subcommand of `words`, made with its parents where they are not there yet.
CLI::App* subcommand(CLI::App& app, const Command& command, const Context& context)
{
    CLI::App* at = &app;
    std::string_view rest = command.words;
    while (!rest.empty()) {
        const auto space = rest.find(' ');
        const std::string word{rest.substr(0, space)};
        rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
        const auto found = at->get_subcommands([&](const CLI::App* known) { return known->get_name() == word; });
        at = found.empty() ? at->add_subcommand(word) : found.front();
        at->fallthrough();
        if (!rest.empty()) at->require_subcommand(1);
    }
    at->description(std::string{context.in_language(command.nl, command.en)});
    return at;
}

void add_option(CLI::App& command, const vierkant::cli::Option& option, vierkant::cli::Values& given,
                const Context& context)
{
    using Takes = vierkant::cli::Option::Takes;
    const std::string name{option.name};
    const std::string help{context.in_language(option.nl, option.en)};
    auto& into = given.of(option.name);
    if (option.takes == Takes::nothing) {
        command.add_flag_callback(
            name, [&into] { into = {"yes"}; }, help);
        return;
    }
    auto* added = command.add_option(name, into, help);
    // Without this the first positional would take the words of the next ones too.
    if (option.takes == Takes::value) added->expected(1)->allow_extra_args(false);
    if (option.required) added->required();
}

int run(int argc, char** argv)
{
    Context context;
    context.database = variable("VIERKANT_DB", context.database);
    context.actor = variable("USER", "officer");
    find_language(context, argc, argv);

    CLI::App app{std::string{context.in_language("Vierkant: de administratie van een revolverend leningenfonds.",
                                                 "Vierkant: the administration of a revolving loan fund.")},
                 "vierkant"};
    app.set_version_flag("--version", VIERKANT_VERSION);
    add_global_options(app, context);
    app.require_subcommand(1);

    std::map<const Command*, vierkant::cli::Values> values;
    for (const auto& command : vierkant::cli::commands()) {
        auto* sub = subcommand(app, command, context);
        auto& given = values[&command];
        for (const auto& option : command.options) add_option(*sub, option, given, context);
        sub->callback([&] { command.run(context, given); });
    }

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    } catch (const vierkant::storage::AlreadyDone& done) {
        std::cout << vierkant::say(vierkant::cli::already_done, {{"receipt", done.receipt()}}, context.language())
                  << "\n";
    }
    return context.exit_status;
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception& trouble) {
        // Machine trouble or our own mistake: nothing was committed.
        std::cerr << "vierkant: " << trouble.what() << "\n";
        return 4;
    }
}
