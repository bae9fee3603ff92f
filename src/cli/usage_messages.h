#pragma once

#include "base/result.h"

namespace vierkant::cli {

// Wrong usage of a command: what is wrong, and how to go on. Exit status 2.

inline constexpr Text command_missing{"cli.command_missing",
                                      "Zeg wat er moet gebeuren. Na \"{words}\" kan: {known}. Uitleg: {words} --help",
                                      "Say what to do. After \"{words}\" goes one of: {known}. Help: {words} --help"};
inline constexpr Text command_unknown{
    "cli.command_unknown", "\"{what}\" is geen opdracht. Na \"{words}\" kan: {known}. Uitleg: {words} --help",
    "\"{what}\" is no command. After \"{words}\" goes one of: {known}. Help: {words} --help"};
inline constexpr Text option_unknown{"cli.option_unknown",
                                     "{words} kent de optie {what} niet. De opties staan in: {words} --help",
                                     "{words} has no option {what}. Its options are in: {words} --help"};
inline constexpr Text option_missing{"cli.option_missing", "{words} heeft {what} nodig. Uitleg: {words} --help",
                                     "{words} needs {what}. For help: {words} --help"};
inline constexpr Text option_without_value{"cli.option_without_value",
                                           "Achter {what} hoort één waarde. Uitleg: {words} --help",
                                           "{what} takes one value. For help: {words} --help"};
inline constexpr Text value_unexpected{"cli.value_unexpected",
                                       "{words} weet met \"{what}\" geen raad. Laat het weg, of zie: {words} --help",
                                       "{words} cannot place \"{what}\". Leave it out, or see: {words} --help"};
inline constexpr Text usage_other{"cli.usage_other", "{what} (zie {words} --help)", "{what} (see {words} --help)"};

}  // namespace vierkant::cli
