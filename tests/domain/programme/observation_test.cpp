#include "domain/programme/observation.h"

#include "domain/programme/messages.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::programme;

namespace {

const Date begin = date(2014, 7, 1);
const Date today = date(2017, 3, 1);

/// The plan's own path: 12 % on 1 July 2014, 8 % on 1 July 2017.
Programme plan()
{
    Programme programme{{}, {}, {}, begin, {}, {}, {}, {}, {}};
    programme.path = {{begin, percent(12)}, {date(2017, 7, 1), percent(8)}};
    return programme;
}

Observation seen(std::int64_t number, Date day, Rate rate, Series series = Series::programme)
{
    return {number, day, rate, series, "UWV, arbeidsmarktcijfers", {}, ""};
}

std::string_view code_of(const Observation& observation, const std::vector<Observation>& known)
{
    const auto checked = check_observation(observation, known, begin, today);
    return checked ? "" : checked.refusal().text->code;
}

}  // namespace

TEST_CASE("the path goes down in a straight line, and what is observed has covered a part of it", "[programme]")
{
    // 1 January 2016 is day 549 of 1,096: 12 - 4 x 549 / 1,096 = 9.99635.
    CHECK(target_on(plan(), date(2016, 1, 1)) == Rate{99'964});
    CHECK(target_on(plan(), date(2014, 1, 1)) == percent(12));
    CHECK(target_on(plan(), date(2020, 1, 1)) == percent(8));
    // Handbook, section A: (12 - u) / (12 - 8).
    CHECK(progress(plan(), basis_points(840)) == percent(90));
    CHECK(progress(plan(), basis_points(1250)) == Rate{-125'000});
    CHECK(to_hundredths(Rate{99'964}) == percent(10));
    CHECK(to_hundredths(Rate{-1'050}) == Rate{-1'100});
    CHECK_FALSE(target_on(Programme{{}, {}, {}, begin, {}, {}, {}, {}, {}}, begin));
}

TEST_CASE("a day or a month can be named", "[programme]")
{
    CHECK(parse_day_or_month("2016-02") == date(2016, 2, 29));
    CHECK(parse_day_or_month("2016-02-01") == date(2016, 2, 1));
    for (const auto* wrong : {"2016-13", "2016-2", "februari", "", "2016-02-30", "16-02-01"})
        CHECK_FALSE(parse_day_or_month(wrong));
}

TEST_CASE("an observation is refused that cannot be right", "[programme]")
{
    const std::vector<Observation> known{seen(1, date(2016, 1, 31), basis_points(1100))};
    CHECK(code_of(seen(0, date(2016, 2, 29), basis_points(1090)), known).empty());
    CHECK(code_of(seen(0, date(2017, 3, 2), basis_points(1090)), known) == day_in_future.code);
    CHECK(code_of(seen(0, date(2014, 6, 30), basis_points(1090)), known) == day_before_plan.code);
    CHECK(code_of(seen(0, date(2016, 2, 29), basis_points(10'001)), known) == no_share.code);
    CHECK(code_of(seen(0, date(2016, 2, 29), basis_points(-1)), known) == no_share.code);
    CHECK(code_of(seen(0, date(2016, 1, 31), basis_points(1090)), known) == observed_already.code);
    auto without = seen(0, date(2016, 2, 29), basis_points(1090));
    without.source.clear();
    CHECK(code_of(without, known) == no_source.code);
    without.source = "van 123456782";  // passes the eleven test
    CHECK(code_of(without, known) == holds_person.code);
}

TEST_CASE("series that count otherwise stand beside each other on the same day", "[programme]")
{
    const std::vector<Observation> known{seen(1, date(2016, 1, 31), basis_points(1100)),
                                         seen(2, date(2016, 1, 31), basis_points(690), Series::ilo)};
    CHECK(code_of(seen(0, date(2016, 1, 31), basis_points(810), Series::registered), known).empty());
    CHECK(series_until(known, Series::programme, today).size() == 1);
    CHECK(series_until(known, Series::ilo, today).front().number == 2);
    CHECK(series_until(known, Series::ilo, date(2016, 1, 30)).empty());
    for (const auto& name : series_names()) CHECK(series_of(name.code) == name.series);
    CHECK_FALSE(series_of("cbs"));
}

TEST_CASE("a correction replaces one observation, once, in its own series, and says why", "[programme]")
{
    std::vector<Observation> known{seen(1, date(2016, 1, 31), basis_points(1100)),
                                   seen(2, date(2016, 1, 31), basis_points(690), Series::ilo)};
    auto correction = seen(3, date(2016, 2, 29), basis_points(1080));  // it was February's figure, and lower
    correction.replaces = 1;
    CHECK(code_of(correction, known) == no_reason.code);
    correction.note = "was het cijfer van februari";
    CHECK(code_of(correction, known).empty());
    correction.replaces = 9;
    CHECK(code_of(correction, known) == observation_unknown.code);
    correction.replaces = 2;
    CHECK(code_of(correction, known) == other_series.code);
    correction.replaces = 1;
    known.push_back(correction);
    CHECK(code_of(correction, known) == observation_replaced.code);
    const auto left = series_until(known, Series::programme, today);
    REQUIRE(left.size() == 1);
    CHECK(left.front().number == 3);
    CHECK(code_of(seen(0, date(2016, 1, 31), basis_points(1110)), known).empty());
}
