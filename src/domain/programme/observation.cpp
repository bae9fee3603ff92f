#include "domain/programme/observation.h"

#include "base/bsn.h"
#include "domain/programme/messages.h"

#include <algorithm>

namespace vierkant::programme {

namespace {

constexpr Rate whole{1'000'000};

const Observation* numbered(std::span<const Observation> known, std::int64_t number)
{
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.number == number; });
    return found == known.end() ? nullptr : &*found;
}

const Observation* replacing(std::span<const Observation> known, std::int64_t number)
{
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.replaces == number; });
    return found == known.end() ? nullptr : &*found;
}

Result<Done> check_correction(const Observation& observation, std::span<const Observation> known)
{
    const auto number = *observation.replaces;
    const auto about = std::to_string(number);
    const auto* const wrong = numbered(known, number);
    if (wrong == nullptr) return refuse(observation_unknown, {{"number", about}});
    if (const auto* const by = replacing(known, number))
        return refuse(observation_replaced, {{"number", about}, {"by", std::to_string(by->number)}});
    if (wrong->series != observation.series)
        return refuse(other_series, {{"number", about}, {"series", name_of(wrong->series).words}});
    if (observation.note.empty()) return refuse(no_reason);
    return Done{};
}

}  // namespace

const std::vector<SeriesName>& series_names()
{
    static const std::vector<SeriesName> names{
        {Series::programme, "programme", {"zoals het plan telt", "as the plan counts"}},
        {Series::ilo,
         "ilo",
         {"werkloze beroepsbevolking, ILO-definitie van het CBS", "unemployed labour force, ILO definition of CBS"}},
        {Series::registered,
         "registered",
         {"geregistreerde werkzoekenden van het UWV, sinds 2015", "registered job-seekers of UWV, since 2015"}}};
    return names;
}

const SeriesName& name_of(Series series)
{
    const auto& names = series_names();
    return *std::find_if(names.begin(), names.end(), [&](const SeriesName& name) { return name.series == series; });
}

std::optional<Series> series_of(std::string_view code)
{
    const auto& names = series_names();
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.code == code; });
    if (found == names.end()) return std::nullopt;
    return found->series;
}

std::optional<Date> parse_day_or_month(std::string_view text)
{
    constexpr std::size_t length_of_month = 7;
    if (text.size() != length_of_month) return parse_date(text);
    const auto first = parse_date(std::string{text} + "-01");
    if (!first) return std::nullopt;
    return last_of_month(*first);
}

Result<Done> check_observation(const Observation& observation, std::span<const Observation> known, Date plan_begins,
                               Date today)
{
    const auto day = observation.day;
    if (day > today) return refuse(day_in_future, {{"day", day}, {"today", today}});
    if (day < plan_begins) return refuse(day_before_plan, {{"day", day}, {"from", plan_begins}});
    if (observation.unemployment < Rate{} || observation.unemployment > whole)
        return refuse(no_share, {{"rate", observation.unemployment}});
    if (observation.source.empty()) return refuse(no_source);
    if (contains_bsn(observation.source) || contains_bsn(observation.note)) return refuse(holds_person);
    if (observation.replaces) {
        if (auto right = check_correction(observation, known); !right) return right;
    }
    for (const auto& other : standing(known)) {
        if (other.day == day && other.series == observation.series && other.number != observation.replaces)
            return refuse(observed_already, {{"day", day}, {"number", std::to_string(other.number)}});
    }
    return Done{};
}

std::vector<Observation> standing(std::span<const Observation> known)
{
    std::vector<Observation> left;
    for (const auto& one : known) {
        if (replacing(known, one.number) == nullptr) left.push_back(one);
    }
    std::sort(left.begin(), left.end(), [](const Observation& a, const Observation& b) {
        return std::pair{a.day, a.number} < std::pair{b.day, b.number};
    });
    return left;
}

std::vector<Observation> series_until(std::span<const Observation> known, Series series, Date until)
{
    auto left = standing(known);
    std::erase_if(left, [&](const Observation& one) { return one.series != series || one.day > until; });
    return left;
}

}  // namespace vierkant::programme
