#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace vierkant::testing {

/// The text of a file of the project. Tests run in its folder.
inline std::string source_file(const std::string& name)
{
    std::ifstream file{name, std::ios::binary};
    if (!file) throw std::runtime_error{"no such file: " + name};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// A folder that goes away with the test.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        static int count = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("vierkant-test-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
        std::filesystem::create_directories(path_);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace vierkant::testing
