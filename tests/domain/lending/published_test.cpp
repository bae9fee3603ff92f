// Published cases, kept as data with their sources in tests/data/lending.

#include "domain/lending/schedule.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace vierkant;
using namespace vierkant::lending;

namespace {

/// Rows of a small CSV file; the last column may hold commas between quotes.
std::vector<std::vector<std::string>> rows_of(const std::string& name, std::size_t columns)
{
    std::ifstream file{std::string{VIERKANT_SOURCE_DIR} + "/tests/data/lending/" + name};
    REQUIRE(file);
    std::vector<std::vector<std::string>> rows;
    std::string line;
    bool header = true;
    while (std::getline(file, line)) {
        if (line.empty() || line[0] == '#') continue;
        if (std::exchange(header, false)) continue;
        std::istringstream cells{line};
        std::vector<std::string> row(columns);
        for (std::size_t i = 0; i < columns; ++i) std::getline(cells, row[i], i + 1 < columns ? ',' : '\n');
        rows.push_back(std::move(row));
    }
    return rows;
}

Date day(const std::string& text)
{
    return parse_date(text).value();
}

}  // namespace

TEST_CASE("days are counted as ISDA published", "[lending]")
{
    const std::map<std::string, DayCount> counts{{"ACT/ACT", DayCount::act_act}, {"30E/360", DayCount::thirty_e_360}};
    for (const auto& row : rows_of("day_counts.csv", 6)) {
        INFO(row[0] << " " << row[1] << " " << row[2] << " " << row[5]);
        const auto made = year_fraction(counts.at(row[0]), day(row[1]), day(row[2]));
        if (row[0] == "ACT/ACT") {
            CHECK(made == YearFraction::of(std::stoll(row[3]), 365) + YearFraction::of(std::stoll(row[4]), 366));
        } else {
            CHECK(made == YearFraction::of(std::stoll(row[3]), 360));
        }
    }
}

TEST_CASE("annuities come out as published", "[lending]")
{
    for (const auto& row : rows_of("annuities.csv", 6)) {
        INFO(row[5]);
        LoanTerms terms;
        terms.instalments = std::stoi(row[2]);
        terms.every = std::stoi(row[3]);
        terms.first_due = add_months(date(2020, 1, 1), terms.every);
        terms.rates = {{date(2020, 1, 1), parse_percent(row[1]).value()}};
        const std::vector<Event> events{
            {EventId{1}, date(2020, 1, 1), EventKind::disbursement, parse_money(row[0]).value()}};
        const auto schedule = make_schedule(terms, events);
        CHECK(to_text(schedule.rows.front().total()) == row[4]);
        CHECK(schedule.rows.back().balance.is_zero());
    }
}

TEST_CASE("schedules come out as published, row by row", "[lending]")
{
    for (const auto& row : rows_of("schedules.csv", 8)) {
        INFO(row[7] << " " << row[3]);
        LoanTerms terms;
        terms.instalments = std::stoi(row[2]);
        terms.first_due = date(2020, 2, 1);
        terms.rates = {{date(2020, 1, 1), parse_percent(row[1]).value()}};
        const std::vector<Event> events{
            {EventId{1}, date(2020, 1, 1), EventKind::disbursement, parse_money(row[0]).value()}};
        const auto schedule = make_schedule(terms, events);
        const auto& made = schedule.rows.at(static_cast<std::size_t>(std::stoi(row[3])) - 1);
        CHECK(to_text(made.principal) == row[4]);
        CHECK(to_text(made.interest) == row[5]);
        CHECK(to_text(made.balance) == row[6]);
    }
}

TEST_CASE("linear loans come out as published, instalment by instalment", "[lending]")
{
    for (const auto& row : rows_of("linear.csv", 8)) {
        INFO(row[7] << " " << row[4]);
        LoanTerms terms;
        terms.method = Method::linear;
        terms.instalments = std::stoi(row[2]);
        terms.every = std::stoi(row[3]);
        terms.first_due = add_months(date(2020, 1, 1), terms.every);
        terms.rates = {{date(2020, 1, 1), parse_percent(row[1]).value()}};
        const std::vector<Event> events{
            {EventId{1}, date(2020, 1, 1), EventKind::disbursement, parse_money(row[0]).value()}};
        const auto schedule = make_schedule(terms, events);
        const auto& made = schedule.rows.at(static_cast<std::size_t>(std::stoi(row[4])) - 1);
        CHECK(to_text(made.principal) == row[5]);
        CHECK(to_text(made.interest) == row[6]);
        CHECK(schedule.rows.back().balance.is_zero());
    }
}

TEST_CASE("interest per instalment is that of a regular period by ICMA rule 251", "[lending]")
{
    for (const auto& row : rows_of("regular_periods.csv", 5)) {
        INFO(row[4]);
        LoanTerms terms;
        terms.method = Method::bullet;
        terms.every = std::stoi(row[2]);
        terms.first_due = day(row[1]);
        terms.rates = {{day(row[0]), percent(10)}};
        const std::vector<Event> events{{EventId{1}, day(row[0]), EventKind::disbursement, Money::euros(10'000)}};
        const auto coupon = pro_rata(Money::euros(1'000), 1, std::stoi(row[3]), Rounding::half_up);
        CHECK(make_schedule(terms, events).rows.front().interest == coupon);
    }
}

TEST_CASE("short and long periods are counted by their days as ISDA published", "[lending]")
{
    for (const auto& row : rows_of("stub_periods.csv", 5)) {
        INFO(row[4]);
        LoanTerms terms;
        terms.method = Method::bullet;
        terms.every = 6;
        terms.instalments = 2;
        terms.first_due = day(row[2]);
        terms.day_count = DayCount::act_act;
        terms.first_period = FirstPeriod::daily;
        terms.rates = {{day(row[1]), percent(10)}};
        if (row[0] == "plan") {
            terms.method = Method::custom;
            terms.instalments = 1;
            terms.interest_period = InterestPeriod::daily;
            terms.plan = {{day(row[2]), Money::euros(10'000)}};
        }
        const std::vector<Event> events{{EventId{1}, day(row[1]), EventKind::disbursement, Money::euros(10'000)}};
        CHECK(to_text(make_schedule(terms, events).rows.front().interest) == row[3]);
    }
}
