#pragma once

#include <string>
#include <vector>

namespace vierkant::parties {

/// One of the four municipalities of the plan.
struct Municipality {
    std::string code;  ///< "GM0114"
    std::string name;
    std::string province;
};

/// A rung of the education ladder (education_levels.csv). The level a job asks for and the level a worker has are two
/// things; both are named by `code`.
struct EducationLevel {
    enum class AtMostMbo { yes, no, policy };  ///< policy: havo and vwo, which the scheme decides on
    enum class Band { low, middle, high };     ///< CBS; low ends at mbo-1
    std::string code;
    std::string title_nl;
    std::string title_en;
    AtMostMbo at_most_mbo = AtMostMbo::no;
    Band band = Band::high;
    int order = 0;
};

using Municipalities = std::vector<Municipality>;
using EducationLevels = std::vector<EducationLevel>;

}  // namespace vierkant::parties
