// The command line: one door to the use cases. Parses, calls, prints; all else lives below.

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/usage_messages.h"

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
        ->check([wrong = text("kies nl of en", "choose nl or en")](const std::string& value) {
            return value == "nl" || value == "en" ? std::string{} : wrong;
        });
    app.add_option("--as", context.actor, text("wie dit doet", "who does this"));
    app.add_option("--key", context.key,
                   text("kenmerk van deze opdracht: een herhaling met hetzelfde kenmerk doet niets",
                        "key of this request: repeating it with the same key does nothing"));
    app.add_option("--format", context.format,
                   text("text, csv, json; van rapporten en lijsten ook xlsx, html, pdf",
                        "text, csv, json; of reports and lists also xlsx, html, pdf"));
    app.add_option("--dialect", context.dialect,
                   text("van csv: international, of nl (puntkomma, decimale komma) voor een Nederlands rekenblad",
                        "of csv: international, or nl (semicolon, decimal comma) for a Dutch spreadsheet"))
        ->check([wrong = text("kies international of nl", "choose international or nl")](const std::string& value) {
            return value == "international" || value == "nl" ? std::string{} : wrong;
        });
    app.add_option("--output", context.output,
                   text("schrijf het resultaat naar dit bestand, of csv met een bestand per tabel naar deze map",
                        "write the result to this file, or csv with a file a table to this folder"));
}

/// Makes the library's own words those of the reader.
void speak(CLI::App& app, const Context& context)
{
    const auto text = [&](const char* nl, const char* en) { return std::string{context.in_language(nl, en)}; };
    app.set_help_flag("-h,--help", text("toont deze hulp", "shows this help"));
    app.group(text("Opdrachten", "Commands"));
    app.option_defaults()->group(text("Opties", "Options"));
    app.get_option("--help")->group(text("Opties", "Options"));
    auto& words = *app.get_formatter();
    words.label("Usage", text("Gebruik", "Usage"));
    words.label("OPTIONS", text("OPTIES", "OPTIONS"));
    words.label("SUBCOMMAND", text("OPDRACHT", "COMMAND"));
    words.label("SUBCOMMANDS", text("OPDRACHTEN", "COMMANDS"));
    words.label("Positionals", text("Gegevens", "Arguments"));
    words.label("REQUIRED", text("(verplicht)", "(required)"));
    words.label("TEXT", text("WAARDE", "VALUE"));
}

/// Wrong usage as one sentence that says how to go on.
std::string usage_error(const CLI::App& app, const CLI::ParseError& error, const Context& context)
{
    const CLI::App* at = &app;
    std::string words = "vierkant";
    while (!at->get_subcommands().empty()) {
        at = at->get_subcommands().front();
        words += " " + at->get_name();
    }
    const std::string kind = error.get_name();
    std::string what = error.what();
    const auto extras = app.remaining(true);
    const vierkant::Text* text = &vierkant::cli::usage_other;
    std::string known;
    if (!extras.empty()) {
        text = extras.front().starts_with("-") ? &vierkant::cli::option_unknown : &vierkant::cli::command_unknown;
        what = extras.front();
    } else if (kind == "RequiredError" && !at->get_subcommands([](const CLI::App*) { return true; }).empty()) {
        text = &vierkant::cli::command_missing;
    } else if (kind == "RequiredError") {
        text = &vierkant::cli::option_missing;
        what = what.substr(0, what.find(" is required"));
    } else if (kind == "ArgumentMismatch") {
        text = &vierkant::cli::option_without_value;
        what = what.substr(0, what.find(':'));
    }
    for (const auto* sub : at->get_subcommands([](const CLI::App*) { return true; })) {
        known += (known.empty() ? "" : ", ") + sub->get_name();
    }
    if (text == &vierkant::cli::command_unknown && known.empty()) text = &vierkant::cli::value_unexpected;
    return vierkant::say(*text, {{"words", words}, {"what", what}, {"known", known}}, context.language());
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
        if (found.empty()) speak(*at, context);
        if (!rest.empty()) {
            at->require_subcommand(1);
            const auto& group = vierkant::cli::group_of(word);
            at->description(std::string{context.in_language(group.nl, group.en)});
        }
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
    speak(app, context);
    app.set_version_flag("--version", VIERKANT_VERSION,
                         std::string{context.in_language("toont de versie", "shows the version")});
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
        if (error.get_exit_code() == 0) return app.exit(error);  // help, or the version
        std::cerr << usage_error(app, error, context) << "\n";
        return 2;
    } catch (const vierkant::storage::AlreadyDone& done) {
        std::cout << vierkant::say(vierkant::cli::already_done, {{"receipt", done.receipt()}}, context.language())
                  << "\n";
    } catch (const vierkant::storage::PeriodClosed& closed) {
        std::cerr << vierkant::say(vierkant::cli::period_is_closed, {{"day", closed.day()}, {"until", closed.until()}},
                                   context.language())
                  << "\n";
        return 1;
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
