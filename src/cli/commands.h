#pragma once

#include "cli/context.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::cli {

/// One option of a command.
struct Option {
    std::string_view name;  ///< "--terms", or "name" for a positional argument
    std::string_view nl;
    std::string_view en;
    bool required = false;
};

/// The values given for the options of a command, in their order; "" where one was left out.
using Values = std::vector<std::string>;

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

/// docs/reference/commands.md, made of the table.
std::string command_reference();

}  // namespace vierkant::cli
