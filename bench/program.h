#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace vierkant::bench {

/// Starts a program, its output thrown away; found by PATH where the first word is no path. Throws where it cannot be
/// run.
pid_t start_program(std::vector<std::string> words);

/// The same to its end. Gives its largest resident memory, in MiB. Throws where it does not end well, too.
double run_program(std::vector<std::string> words);

}  // namespace vierkant::bench
