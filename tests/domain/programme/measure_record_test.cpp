#include "domain/programme/measure_record.h"

#include "domain/programme/messages.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::programme;

namespace {

const Date begin = date(2014, 7, 1);
const Date today = date(2016, 3, 1);
Measure called(const std::string& code, bool administered = false)
{
    Measure measure;
    measure.code = code;
    measure.administered = administered;
    return measure;
}
const std::vector<Measure> measures{called("M01", true), called("M02"), called("M03")};

MeasureRecord stood(std::int64_t number, const std::string& measure, Date day,
                    MeasureStatus status = MeasureStatus::under_way, std::optional<Money> spent = {})
{
    return {number, measure, day, status, spent, {}, ""};
}

std::string_view code_of(const MeasureRecord& record, const std::vector<MeasureRecord>& known)
{
    const auto checked = check_record(record, known, measures, begin, today);
    return checked ? "" : checked.refusal().text->code;
}

}  // namespace

TEST_CASE("how a followed measure stands is refused where it cannot be right", "[programme]")
{
    const auto day = date(2016, 1, 31);
    const std::vector<MeasureRecord> known{stood(1, "M02", day)};
    CHECK(code_of(stood(0, "M02", date(2016, 2, 1)), known).empty());
    CHECK(code_of(stood(0, "M03", day), known).empty());
    CHECK(code_of(stood(0, "M24", day), known) == measure_unknown.code);
    CHECK(code_of(stood(0, "M01", day), known) == measure_administered.code);
    CHECK(code_of(stood(0, "M02", day), known) == recorded_already.code);
    CHECK(code_of(stood(0, "M02", date(2016, 3, 2)), known) == day_in_future.code);
    CHECK(code_of(stood(0, "M02", date(2014, 6, 30)), known) == day_before_plan.code);
    CHECK(code_of(stood(0, "M03", day, MeasureStatus::done, Money::cents(-1)), known) == spent_negative.code);
    CHECK(code_of(stood(0, "M03", day, MeasureStatus::not_started, Money::cents(1)), known) == spent_too_early.code);
    CHECK(code_of(stood(0, "M03", day, MeasureStatus::not_started, Money{}), known).empty());
    auto person = stood(0, "M03", day);
    person.note = "van 123456782";  // passes the eleven test
    CHECK(code_of(person, known) == holds_person.code);
}

TEST_CASE("a correction replaces one record of the same measure, once, and says why", "[programme]")
{
    std::vector<MeasureRecord> known{stood(1, "M02", date(2016, 1, 31)), stood(2, "M03", date(2016, 1, 31))};
    auto correction = stood(3, "M02", date(2016, 1, 30), MeasureStatus::stopped);
    correction.replaces = 1;
    CHECK(code_of(correction, known) == no_reason.code);
    correction.reason = "gestopt, een dag eerder";
    CHECK(code_of(correction, known).empty());
    correction.replaces = 2;
    CHECK(code_of(correction, known) == other_measure.code);
    correction.replaces = 9;
    CHECK(code_of(correction, known) == record_unknown.code);
    correction.replaces = 1;
    known.push_back(correction);
    CHECK(code_of(correction, known) == record_replaced.code);
    const auto left = records_until(known, "M02", today);
    REQUIRE(left.size() == 1);
    CHECK(left.front().number == 3);
    for (const auto& name : measure_status_names()) CHECK(measure_status_of(name.code) == name.status);
    CHECK_FALSE(measure_status_of("begun"));
}
