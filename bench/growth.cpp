// How the time of a job grows with the size of the administration: 1 means ten times the loans, ten times the time.

#include "measure.h"
#include "ratios.h"

#include "usecases/make_report.h"
#include "usecases/verify_administration.h"

#include <cmath>
#include <stdexcept>

namespace vierkant::bench {

void growth(const Folder& folder)
{
    const auto files = administrations(folder);
    if (files.size() < 2) return;
    std::vector<double> times;
    for (const auto& file : files) {
        storage::Connection connection{file.path};
        times.push_back(seconds([&] {
            if (!usecases::verify_administration(connection).empty()) {
                throw std::runtime_error{"verify finds something in " + file.path};
            }
        }));
    }
    for (std::size_t i = 1; i < files.size(); ++i) {
        const auto larger = static_cast<double>(files[i].loans) / static_cast<double>(files[i - 1].loans);
        print("growth of verify, " + std::to_string(files[i - 1].loans) + " to " + std::to_string(files[i].loans),
              std::log(times[i] / times[i - 1]) / std::log(larger), Goal::at_most, 1.05,
              std::to_string(static_cast<int>(times[i] * 1000)) + " ms");
    }
}

}  // namespace vierkant::bench
