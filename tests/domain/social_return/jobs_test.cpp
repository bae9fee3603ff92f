#include "domain/social_return/jobs.h"
#include "domain/social_return/building_block.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::social_return;

namespace {

// As in data/reference/education_levels.csv.
const parties::EducationLevels levels{
    {"vmbo-bb", "", "", parties::EducationLevel::AtMostMbo::yes, parties::EducationLevel::Band::low, 3},
    {"mbo-2", "", "", parties::EducationLevel::AtMostMbo::yes, parties::EducationLevel::Band::middle, 5},
    {"havo", "", "", parties::EducationLevel::AtMostMbo::policy, parties::EducationLevel::Band::middle, 7},
    {"hbo-ba", "", "", parties::EducationLevel::AtMostMbo::no, parties::EducationLevel::Band::high, 10},
};

const std::vector<JobLine> plan{
    {JobKind::created, "mbo-2", "PW_LT2", 3, Hours{10'800}},
    {JobKind::created, "havo", "", 1, Hours{3'600}},
    {JobKind::kept, "hbo-ba", "", 2, Hours{7'200}},
};

}  // namespace

TEST_CASE("jobs at mbo or below are counted by the level that the job requires")
{
    // By hand: 3 + 1 of 6 where havo counts, 3 of 6 where it does not; 108 + 36 + 72 hours.
    const auto counting = total(plan, levels, GeneralSecondary::counts);
    REQUIRE(counting);
    CHECK(counting->jobs == 6);
    CHECK(counting->at_most_mbo == 4);
    CHECK(counting->hours == Hours{21'600});
    CHECK(share_at_most_mbo(*counting) == Rate{666'667});
    CHECK(total(plan, levels, GeneralSecondary::does_not_count)->at_most_mbo == 3);
}

TEST_CASE("a share is compared unrounded")
{
    const JobTotals two_of_three{3, 2, {}};
    CHECK(reaches(two_of_three, Rate{666'666}));
    CHECK_FALSE(reaches(two_of_three, Rate{666'667}));
    CHECK_FALSE(reaches(JobTotals{}, Rate{0}));
    CHECK_FALSE(share_at_most_mbo(JobTotals{}));
}

TEST_CASE("euro per job is shown rounded and compared unrounded")
{
    CHECK(euro_per_job(Money::euros(100'000), 3) == Money::cents(3'333'333));
    CHECK_FALSE(within_per_job(Money::euros(100'000), 3, Money::cents(3'333'333)));
    CHECK(within_per_job(Money::euros(100'000), 3, Money::cents(3'333'334)));
    CHECK_FALSE(euro_per_job(Money::euros(100'000), 0));
    CHECK_FALSE(within_per_job(Money{}, 0, Money::euros(1)));
}

TEST_CASE("an unknown level and negative numbers are refused")
{
    const auto unknown = total({{JobKind::created, "mbo-9", "", 1, {}}}, levels, GeneralSecondary::counts);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.refusal().text->code == "social_return.unknown_level");
    const auto negative = total({{JobKind::created, "mbo-2", "", -1, {}}}, levels, GeneralSecondary::counts);
    REQUIRE_FALSE(negative);
    CHECK(negative.refusal().text->code == "social_return.jobs_negative");
}

TEST_CASE("a measurement needs evidence without personal data")
{
    const auto code = [](const std::string& evidence) {
        const auto checked = check({date(2026, 6, 30), evidence, plan}, levels);
        return checked ? std::string_view{} : checked.refusal().text->code;
    };
    CHECK(code("zaak 2026-114, bijlage 3").empty());
    CHECK(code("") == "social_return.evidence_missing");
    // 111222333: 9+8+7+12+10+8+9+6-3 = 66, a multiple of eleven; a published test number.
    CHECK(code("loonstrook 111222333") == "social_return.evidence_is_personal");
}

TEST_CASE("the last measurement up to a day holds")
{
    const std::vector<JobRealisation> measured{{date(2027, 6, 30), "b", {}}, {date(2026, 6, 30), "a", {}}};
    CHECK(latest(measured, date(2026, 6, 29)) == nullptr);
    CHECK(latest(measured, date(2026, 6, 30))->evidence == "a");
    CHECK(latest(measured, date(2027, 12, 31))->evidence == "b");
}

TEST_CASE("the building blocks of Utrecht, pro rata")
{
    // Gemeente Utrecht: Participatiewet over two years 40,000 for 36 hours a full year. By hand: 40,000 x 24/36 x 6/12
    // = 13,333.33; with the supplement for a permanent contract 10,000 more.
    CHECK(value_of({Money::euros(40'000), Hours{3'600}, Hours{3'600}, 12, {}}) == Money::euros(40'000));
    CHECK(value_of({Money::euros(40'000), Hours{2'400}, Hours{3'600}, 6, {}}) == Money::cents(1'333'333));
    CHECK(value_of({Money::euros(40'000), Hours{2'400}, Hours{3'600}, 6, {Money::euros(10'000)}}) ==
          Money::cents(2'333'333));
}
