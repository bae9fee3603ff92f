#pragma once

#include "cli/context.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::cli {

/// One option of a command.
struct Option {
    enum class Takes {
        value,
        values,  ///< one or more, as in `bank import FILE...`
        nothing  ///< a switch: given or not
    };
    std::string_view name;  ///< "--terms", or "file" for a positional argument
    std::string_view nl;
    std::string_view en;
    bool required = false;
    Takes takes = Takes::value;
};

/// What was given for the options of a command, by their names.
class Values {
public:
    std::vector<std::string>& of(std::string_view name) { return given_[name]; }

    /// "" where the option was left out.
    [[nodiscard]] const std::string& operator[](std::string_view name) const;
    [[nodiscard]] std::span<const std::string> all(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const { return !all(name).empty(); }

private:
    std::map<std::string_view, std::vector<std::string>> given_;
};

/// One command: its words, its help in both languages, and the function that parses its values, calls one use case and
/// prints. The shell, the help and docs/reference/commands.md all come from this table.
struct Command {
    std::string_view words;  ///< "schedule", "application register" ...
    std::string_view nl;
    std::string_view en;
    std::vector<Option> options;
    std::function<void(Context&, const Values&)> run;
};

std::span<const Command> commands();

/// The first word of several commands, with what it is about.
struct CommandGroup {
    std::string_view word;
    std::string_view nl;
    std::string_view en;
};
/// REQUIRES: `word` begins a command of two words.
const CommandGroup& group_of(std::string_view word);

// The table, a noun at a time.
std::vector<Command> administration_commands();
std::vector<Command> export_commands();
std::vector<Command> import_commands();
std::vector<Command> grant_commands();
std::vector<Command> bank_commands();
std::vector<Command> proof_production_commands();
std::vector<Command> loan_commands();
std::vector<Command> statement_commands();
std::vector<Command> arrears_commands();
std::vector<Command> arrangement_commands();
std::vector<Command> risk_commands();
std::vector<Command> loan_change_commands();
std::vector<Command> order_commands();
std::vector<Command> job_commands();
std::vector<Command> programme_commands();
std::vector<Command> close_commands();
std::vector<Command> report_commands();
std::vector<Command> forecast_commands();
std::vector<Command> undertaking_commands();
std::vector<Command> application_commands();
std::vector<Command> scheme_commands();
std::vector<Command> demo_commands();
std::vector<Command> user_commands();
std::vector<Command> token_commands();
std::vector<Command> serve_commands();

/// docs/reference/commands.md, made of the table.
std::string command_reference();

}  // namespace vierkant::cli
