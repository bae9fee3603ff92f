#include "domain/programme/measure_record.h"

#include "base/bsn.h"
#include "domain/programme/messages.h"

#include <algorithm>

namespace vierkant::programme {

namespace {

const MeasureRecord* replacing(std::span<const MeasureRecord> known, std::int64_t number)
{
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.replaces == number; });
    return found == known.end() ? nullptr : &*found;
}

Result<Done> check_measure(const std::string& code, std::span<const Measure> measures)
{
    const auto found =
        std::find_if(measures.begin(), measures.end(), [&](const Measure& measure) { return measure.code == code; });
    if (found == measures.end()) return refuse(measure_unknown, {{"measure", code}});
    if (found->administered) return refuse(measure_administered, {{"measure", code}});
    return Done{};
}

Result<Done> check_money(const MeasureRecord& record)
{
    if (!record.spent) return Done{};
    if (record.spent->is_negative()) return refuse(spent_negative);
    if (record.status == MeasureStatus::not_started && record.spent->is_positive()) return refuse(spent_too_early);
    return Done{};
}

Result<Done> check_correction(const MeasureRecord& record, std::span<const MeasureRecord> known)
{
    const auto number = *record.replaces;
    const auto about = std::to_string(number);
    const auto wrong = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.number == number; });
    if (wrong == known.end()) return refuse(record_unknown, {{"number", about}});
    if (const auto* const by = replacing(known, number))
        return refuse(record_replaced, {{"number", about}, {"by", std::to_string(by->number)}});
    if (wrong->measure != record.measure)
        return refuse(other_measure, {{"number", about}, {"measure", wrong->measure}});
    if (record.reason.empty()) return refuse(no_reason);
    return Done{};
}

}  // namespace

const std::vector<MeasureStatusName>& measure_status_names()
{
    static const std::vector<MeasureStatusName> names{
        {MeasureStatus::not_started, "not-started", {"niet begonnen", "not started"}},
        {MeasureStatus::under_way, "under-way", {"loopt", "under way"}},
        {MeasureStatus::done, "done", {"klaar", "done"}},
        {MeasureStatus::stopped, "stopped", {"gestopt", "stopped"}}};
    return names;
}

const MeasureStatusName& name_of(MeasureStatus status)
{
    const auto& names = measure_status_names();
    return *std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.status == status; });
}

std::optional<MeasureStatus> measure_status_of(std::string_view code)
{
    const auto& names = measure_status_names();
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.code == code; });
    if (found == names.end()) return std::nullopt;
    return found->status;
}

Result<Done> check_record(const MeasureRecord& record, std::span<const MeasureRecord> known,
                          std::span<const Measure> measures, Date plan_begins, Date today)
{
    if (auto right = check_measure(record.measure, measures); !right) return right;
    if (record.day > today) return refuse(day_in_future, {{"day", record.day}, {"today", today}});
    if (record.day < plan_begins) return refuse(day_before_plan, {{"day", record.day}, {"from", plan_begins}});
    if (auto right = check_money(record); !right) return right;
    if (contains_bsn(record.note) || contains_bsn(record.reason)) return refuse(holds_person);
    if (record.replaces) {
        if (auto right = check_correction(record, known); !right) return right;
    }
    for (const auto& other : records_until(known, record.measure, today)) {
        if (other.day == record.day && other.number != record.replaces)
            return refuse(recorded_already,
                          {{"measure", record.measure}, {"day", record.day}, {"number", std::to_string(other.number)}});
    }
    return Done{};
}

std::vector<MeasureRecord> records_until(std::span<const MeasureRecord> known, const std::string& measure, Date until)
{
    std::vector<MeasureRecord> left;
    for (const auto& one : known) {
        if (one.measure == measure && one.day <= until && replacing(known, one.number) == nullptr) left.push_back(one);
    }
    std::sort(left.begin(), left.end(), [](const MeasureRecord& a, const MeasureRecord& b) {
        return std::pair{a.day, a.number} < std::pair{b.day, b.number};
    });
    return left;
}

}  // namespace vierkant::programme
