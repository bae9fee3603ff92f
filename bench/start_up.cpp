// Starting the program and asking one short question, against the sqlite3 shell asking the same.

#include "measure.h"
#include "ratios.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <stdexcept>
#include <vector>

extern char** environ;

namespace vierkant::bench {

namespace {

void run(std::vector<std::string> words)
{
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const bool spawned = posix_spawnp(&child, arguments[0], &quiet, nullptr, arguments.data(), environ) == 0;
    posix_spawn_file_actions_destroy(&quiet);
    int status = 1;
    if (!spawned || waitpid(child, &status, 0) != child || status != 0) {
        throw std::runtime_error{words[0] + " could not be run"};
    }
}

}  // namespace

void start_up(const Folder& folder)
{
    const auto files = administrations(folder);
    if (files.empty()) return;
    const auto& file = files.front().path;
    const auto times = interleaved(
        25,
        [&] {
            run({VIERKANT_BINARY, "--db", file, "undertaking", "list"});
        },
        [&] {
            run({"sqlite3", file, "SELECT kvk, name FROM undertaking"});
        });
    print("start-up and one question, times sqlite3", times.ratio(), Goal::at_most, 3,
          std::to_string(static_cast<int>(times.ours * 10'000) / 10.0).substr(0, 4) + " ms");
}

}  // namespace vierkant::bench
