// Starting the program and asking one short question, against the sqlite3 shell asking the same.

#include "measure.h"
#include "program.h"
#include "ratios.h"

namespace vierkant::bench {

void start_up(const Folder& folder)
{
    const auto files = administrations(folder);
    if (files.empty()) return;
    const auto& file = files.front().path;
    const auto times = interleaved(
        25,
        [&] {
            run_program({VIERKANT_BINARY, "--db", file, "undertaking", "list"});
        },
        [&] {
            run_program({"sqlite3", file, "SELECT kvk, name FROM undertaking"});
        });
    print("start-up and one question, times sqlite3", times.ratio(), Goal::at_most, 3,
          std::to_string(static_cast<int>(times.ours * 10'000) / 10.0).substr(0, 4) + " ms");
}

}  // namespace vierkant::bench
