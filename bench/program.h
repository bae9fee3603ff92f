#pragma once

#include <string>
#include <vector>

namespace vierkant::bench {

/// Runs a program, its output thrown away; found by PATH where the first word is no path. Gives its largest resident
/// memory, in MiB. Throws where it cannot be run or does not end well.
double run_program(std::vector<std::string> words);

}  // namespace vierkant::bench
