#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"
#include "domain/programme/programme.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// How the measures come along that others carry out: what they tell, entered by an officer.
namespace vierkant::programme {

enum class MeasureStatus { not_started, under_way, done, stopped };

struct MeasureStatusName {
    MeasureStatus status;
    std::string_view code;
    Word words;
};
const std::vector<MeasureStatusName>& measure_status_names();
const MeasureStatusName& name_of(MeasureStatus status);
std::optional<MeasureStatus> measure_status_of(std::string_view code);

/// How a measure stood on a day (stand van een maatregel). It never changes; a correction is a record that replaces it.
struct MeasureRecord {
    std::int64_t number = 0;  ///< 1, 2, 3 ... over all measures
    std::string measure;
    Date day;
    MeasureStatus status = MeasureStatus::under_way;
    std::optional<Money> spent;            ///< by others, all up to that day; empty where nobody said
    std::optional<std::int64_t> replaces;  ///< the record that was wrong
    std::string note;                      ///< what there is to tell; may be empty
    std::string reason = {};               ///< of a correction: what was wrong
};

/// May this be entered beside what is known of all measures? Refuses a measure that is not in the plan or whose figures
/// are in the books, a day in the future or before the plan, money spent that is negative or on what has not started, a
/// citizen service number, a second record of a day, and a correction of what is not there, was corrected already,
/// is of another measure or has no reason.
Result<Done> check_record(const MeasureRecord& record, std::span<const MeasureRecord> known,
                          std::span<const Measure> measures, Date plan_begins, Date today);

/// What still stands of one measure up to and including a day, in order of day: what no other record replaced.
std::vector<MeasureRecord> records_until(std::span<const MeasureRecord> known, const std::string& measure, Date until);

}  // namespace vierkant::programme
