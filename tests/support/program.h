#pragma once

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <string>

namespace vierkant::testing {

/// What the program printed, standard output and error together, and how it ended.
struct Ran {
    int status;
    std::string text;
    [[nodiscard]] bool says(const std::string& words) const { return text.find(words) != std::string::npos; }
};

/// Runs the program as an officer does. VIERKANT_BINARY is its path.
inline Ran run_program(const std::string& binary, const std::string& arguments)
{
    Ran ran{-1, ""};
    auto* pipe = popen((binary + " " + arguments + " 2>&1").c_str(), "r");
    std::array<char, 4096> buffer{};
    for (std::size_t n = 0; (n = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) ran.text.append(buffer.data(), n);
    const int ended = pclose(pipe);
    ran.status = WIFEXITED(ended) ? WEXITSTATUS(ended) : 128 + WTERMSIG(ended);
    return ran;
}

}  // namespace vierkant::testing
