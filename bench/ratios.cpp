// Prints where the qualities stand, as ratios measured in this run.
//   ratios FOLDER [GROUP]...

#include "ratios.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <map>
#include <string>
#include <vector>

namespace vierkant::bench {

std::vector<AdministrationFile> administrations(const Folder& folder)
{
    std::vector<AdministrationFile> files;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        const auto name = entry.path().stem().string();
        const bool number = !name.empty() && name.find_first_not_of("0123456789") == std::string::npos;
        if (number && entry.path().extension() == ".db") files.push_back({std::stoll(name), entry.path().string()});
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.loans < b.loans; });
    return files;
}

}  // namespace vierkant::bench

int main(int argc, char** argv)
{
    using namespace vierkant::bench;
    static const std::map<std::string, void (*)(const Folder&)> groups{
        {"single", single_bookings}, {"grouped", grouped_bookings},
        {"bank", bank_import},       {"schedules", schedules},
        {"replay", replays},         {"start-up", start_up},
        {"reports", reports},        {"growth", growth},
        {"close", closing},          {"web", web_load},
        {"readers", web_readers},    {"soak", web_soak},
#ifdef WITH_QUANTLIB
        {"quantlib", quantlib},
#endif
    };
    if (argc < 2) {
        std::fprintf(stderr, "usage: ratios FOLDER [GROUP]...\n");
        return 2;
    }
    std::vector<std::string> asked{argv + 2, argv + argc};
    if (asked.empty()) {
        for (const auto& [name, measure] : groups) {
            if (name != "soak") asked.push_back(name);
        }
    }
    try {
        for (const auto& name : asked) {
            const auto group = groups.find(name);
            if (group == groups.end()) {
                std::fprintf(stderr, "ratios: unknown group %s\n", name.c_str());
                return 2;
            }
            group->second(argv[1]);
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "ratios: %s\n", error.what());
        return 1;
    }
    return 0;
}
