#pragma once

#include "domain/parties/identifiers.h"

#include <map>
#include <string>
#include <string_view>

namespace vierkant::parties {

/// An SBI code as digits without dots ("52109"); the first four equal NACE.
struct ActivityKind {
    static std::optional<std::string> canonical(std::string_view text);
    static const Text& wrong();
};
using ActivityCode = Identifier<ActivityKind>;

/// The same four digits can mean something else in the other version; the register moved to 2025 in September 2025.
enum class SbiVersion { sbi_2008, sbi_2025 };

/// The sectors of the plan.
enum class Sector { industry, technology, logistics, none };

std::string_view name_of(Sector sector);  ///< for files: "industry"
Word word_for(Sector sector);             ///< for people

/// What one row of the SBI table says of a code.
struct Activity {
    std::string code;  ///< digits of division, group or class
    std::string title_nl;
    std::string title_en;
    Sector sector = Sector::none;
    bool technology = false;  ///< the technology flag: divisions 26-28 are industry and technology at once
};

/// The sector of an activity code is that of the longest prefix in the table (domain handbook B; sbi.csv).
class ActivityTable {
public:
    void add(Activity activity);
    /// Empty where not even the division is known.
    [[nodiscard]] std::optional<Activity> find(const ActivityCode& code) const;
    [[nodiscard]] std::size_t size() const { return rows_.size(); }

private:
    std::map<std::string, Activity, std::less<>> rows_;
};

}  // namespace vierkant::parties
