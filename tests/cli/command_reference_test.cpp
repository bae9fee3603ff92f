// docs/reference/commands.md is the program's own table of commands, printed.

#include "cli/commands.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace vierkant::cli;

TEST_CASE("the reference of the commands is that of the program", "[cli]")
{
    const std::string name = std::string{VIERKANT_SOURCE_DIR} + "/docs/reference/commands.md";
    // UPDATE_GOLDEN=1 writes it; the difference is the review.
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream{name} << command_reference();
    std::ifstream file{name};
    const std::string kept{std::istreambuf_iterator<char>{file}, {}};
    CHECK(kept == command_reference());
}

TEST_CASE("every command and option has its help in both languages", "[cli]")
{
    for (const auto& command : commands()) {
        INFO(command.words);
        CHECK_FALSE(command.nl.empty());
        CHECK_FALSE(command.en.empty());
        for (const auto& option : command.options) {
            INFO(option.name);
            CHECK_FALSE(option.nl.empty());
            CHECK_FALSE(option.en.empty());
        }
    }
}
