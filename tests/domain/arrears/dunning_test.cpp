#include "domain/arrears/dunning.h"

#include <catch2/catch.hpp>

#include <array>

using namespace vierkant;
using namespace vierkant::arrears;

namespace {

const LetterText plain{"Herinnering {number}", {"U moet {amount_to_pay} betalen, uiterlijk {pay_by}."}};

DunningPlan three_letters()
{
    return {5,
            LateRate::non_commercial,
            {},
            {{StepKind::reminder, 7, 14, {}, plain, plain},
             {StepKind::demand, 21, 14, {}, plain, plain},
             {StepKind::default_notice, 45, 21, {}, plain, plain}}};
}

std::string code(const Result<Done>& result)
{
    return result ? "" : std::string{result.refusal().text->code};
}

}  // namespace

TEST_CASE("the letters go out in order, each after the term of the one before", "[arrears]")
{
    const auto plan = three_letters();
    REQUIRE(check(plan));
    const auto since = date(2026, 3, 1);
    auto next = next_step(plan, {}, since);
    REQUIRE(next);
    CHECK(next->step->kind == StepKind::reminder);
    CHECK(next->on == date(2026, 3, 8));

    // The reminder went out late, on 20 March with 14 days to pay: the demand waits until 4 April, day 34.
    const std::array one{SentLetter{StepKind::reminder, since, date(2026, 3, 20), date(2026, 4, 3)}};
    next = next_step(plan, one, since);
    REQUIRE(next);
    CHECK(next->step->kind == StepKind::demand);
    CHECK(next->on == date(2026, 4, 4));
    CHECK(next->previous == date(2026, 3, 20));

    const std::array all{one[0], SentLetter{StepKind::default_notice, since, date(2026, 5, 1), date(2026, 5, 22)}};
    CHECK_FALSE(next_step(plan, all, since));
}

TEST_CASE("when older arrears were paid the plan begins again with what is open", "[arrears]")
{
    const auto plan = three_letters();
    const std::array one{SentLetter{StepKind::reminder, date(2026, 3, 1), date(2026, 3, 8), date(2026, 3, 22)}};
    const auto next = next_step(plan, one, date(2026, 4, 1));
    REQUIRE(next);
    CHECK(next->step->kind == StepKind::reminder);
    CHECK(next->on == date(2026, 4, 8));
}

TEST_CASE("nobody is written to within the days of grace", "[arrears]")
{
    auto plan = three_letters();
    plan.grace_days = 10;
    CHECK(next_step(plan, {}, date(2026, 3, 1))->on == date(2026, 3, 12));
}

TEST_CASE("a letter is filled in whole or not at all", "[arrears]")
{
    const LetterValues values{{"number", "L-000001"}, {"amount_to_pay", "1.600,00"}, {"pay_by", "15 april 2026"}};
    const auto letter = fill(plain, values);
    REQUIRE(letter);
    CHECK(letter->subject == "Herinnering L-000001");
    CHECK(letter->paragraphs.front() == "U moet 1.600,00 betalen, uiterlijk 15 april 2026.");
    CHECK(fill(plain, {{"number", "L-000001"}}).refusal().text->code == "arrears.field_without_value");
    CHECK(fill(plain, {{"number", ""}}).refusal().text->code == "arrears.field_without_value");
    // What is filled in is never read as a field again.
    CHECK(fill({"{number}", {}}, {{"number", "{pay_by}"}})->subject == "{pay_by}");
}

TEST_CASE("a letter or plan that is wrong is refused and says what", "[arrears]")
{
    CHECK(code(check(LetterText{"{name}", {}})) == "arrears.field_unknown");
    CHECK(code(check(LetterText{"", {"{number"}})) == "arrears.brace_open");
    CHECK(code(check(LetterText{"", {"number}"}})) == "arrears.brace_open");
    CHECK(code(check(LetterText{"", {"{number{pay_by}}"}})) == "arrears.brace_open");
    auto plan = three_letters();
    plan.steps[1].days_late = 7;
    CHECK(code(check(plan)) == "arrears.steps_out_of_order");
    plan.steps.clear();
    CHECK(code(check(plan)) == "arrears.steps_missing");
    plan = three_letters();
    plan.interest = LateRate::contractual;
    CHECK(code(check(plan)) == "arrears.late_rate_missing");
    plan.agreed = percent(8);
    CHECK(check(plan));
    plan.interest = LateRate::commercial;
    CHECK(code(check(plan)) == "arrears.late_rate_missing");
}
