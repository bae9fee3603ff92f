#include "program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <utility>

namespace vierkant::bench {

pid_t start_program(std::vector<std::string> words)
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
    if (!spawned) throw std::runtime_error{words[0] + " could not be run"};
    return child;
}

double run_program(std::vector<std::string> words)
{
    const auto name = words[0];
    const auto child = start_program(std::move(words));
    int status = 1;
    rusage used{};
    if (wait4(child, &status, 0, &used) != child || status != 0) throw std::runtime_error{name + " did not end well"};
    return static_cast<double>(used.ru_maxrss) / 1024;
}

}  // namespace vierkant::bench
