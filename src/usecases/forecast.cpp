#include "usecases/forecast.h"

#include "formats/forecast_json.h"
#include "storage/forecast_store.h"
#include "usecases/forecast_messages.h"
#include "usecases/make_report.h"
#include "usecases/reference_data.h"
#include "usecases/report_cells.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using forecast::Course;
using forecast::Policy;
using reporting::Cell;
using reporting::Cells;
using Rows = std::vector<Cells>;

constexpr int most_months_ahead = 120;
constexpr int most_years_ahead = 30;
constexpr std::int64_t most_loans_at_a_glance = 5'000;  // a page has to be there at once
constexpr std::int64_t one_in_millionths = 1'000'000;

std::string month_text(Date day)
{
    return to_text(day).substr(0, 7);
}

/// How often an amount is the capital, to two decimals: 1.37 is 1,370,000.
Cell times(Money lent, Money capital)
{
    if (!capital.is_positive()) return {};
    return pro_rata(lent, 100, capital.in_cents(), Rounding::half_up).in_cents() * (one_in_millionths / 100);
}

std::string name_of(forecast::Answer answer)
{
    switch (answer) {
        case forecast::Answer::yes:
            return "yes";
        case forecast::Answer::likely:
            return "likely";
        case forecast::Answer::no:
            break;
    }
    return "no";
}

Date month_at(Date as_of, int month)
{
    return add_months(first_of_month(as_of), month);
}

Money lent_until(const Course& course, std::size_t last)
{
    Money sum;
    for (std::size_t m = 0; m <= last; ++m) sum += course[m].lent;
    return sum;
}

}  // namespace

const forecast::Assumptions& shipped_assumptions()
{
    static const auto assumptions = [] {
        const auto read = formats::read_assumptions(shipped("data/forecast/scenarios.json"), "scenarios.json");
        verify(static_cast<bool>(read), "the scenarios that ship with the program can be read");
        return *read;
    }();
    return assumptions;
}

Result<Done> check(const ForecastRequest& request)
{
    if (request.months < 1 || request.months > most_months_ahead) {
        return refuse(forecast_months_outside, {{"most", std::to_string(most_months_ahead)}});
    }
    if (request.years < 1 || request.years > most_years_ahead) {
        return refuse(forecast_years_outside, {{"most", std::to_string(most_years_ahead)}});
    }
    if (request.assumptions.paths < 1 || request.assumptions.paths > forecast::most_paths) {
        return refuse(forecast_paths_outside, {{"most", std::to_string(forecast::most_paths)}});
    }
    return Done{};
}

FundForecast::FundForecast(storage::Connection& connection, ForecastRequest request)
    : connection_{connection}, request_{std::move(request)}
{
}

Result<forecast::Position> FundForecast::position()
{
    if (!position_) {
        auto found =
            forecast_position(connection_, request_.fund, request_.as_of, request_.assumptions.scenarios.front());
        if (!found) return found.refusal();
        position_ = std::move(*found);
    }
    return *position_;
}

Result<forecast::Bands> FundForecast::bands()
{
    const auto from = position();
    if (!from) return from.refusal();
    const auto& assumptions = request_.assumptions;
    if (!bands_) {
        bands_ = draw_bands(*from, assumptions.scenarios.front(), request_.months, Policy::hold, assumptions.paths,
                            assumptions.seed);
    }
    return *bands_;
}

Result<Rows> FundForecast::rows(std::string_view figures)
{
    if (figures == "forecast/assumptions") return assumption_rows();
    const auto from = position();
    if (!from) return from.refusal();
    if (figures == "forecast/flows") return flow_rows(*from);
    if (figures == "forecast/turnover") return turnover_rows(*from);
    const auto drawn = bands();
    if (!drawn) return drawn.refusal();
    if (figures == "forecast/capacity") return capacity_rows(*from, *drawn);
    verify(figures == "forecast/room", "a report names figures that there are");
    return room_rows(*from, *drawn);
}

Rows FundForecast::capacity_rows(const forecast::Position& position, const forecast::Bands& bands) const
{
    std::vector<Course> courses;
    for (const auto& scenario : request_.assumptions.scenarios) {
        courses.push_back(expected_course(position, scenario, request_.months, Policy::hold));
    }
    Rows rows;
    for (std::size_t m = 0; m < bands.capacity.size(); ++m) {
        Cells cells{month_text(courses.front()[m].first)};
        for (const auto& course : courses) cells.push_back(cell(course[m].capacity));
        const auto& band = bands.capacity[m];
        for (const auto figure : {band.p10, band.p50, band.p90}) cells.push_back(cell(figure));
        rows.push_back(std::move(cells));
    }
    return rows;
}

Rows FundForecast::room_rows(const forecast::Position& position, const forecast::Bands& bands) const
{
    Rows rows;
    for (std::size_t m = 0; m < bands.room.size(); ++m) {
        const auto least = [&](Rate chance) {
            // What fits in `chance` of the courses is what the others, and no more of them, fall short of.
            const auto fits = forecast::quantile(bands.room[m], percent(100) - chance);
            return cell(std::max(Money{}, fits));
        };
        rows.push_back({month_text(month_at(position.as_of, static_cast<int>(m))), least(request_.assumptions.sure),
                        least(request_.assumptions.likely)});
    }
    return rows;
}

Rows FundForecast::flow_rows(const forecast::Position& position) const
{
    Rows rows;
    for (const auto& m :
         expected_course(position, request_.assumptions.scenarios.front(), request_.months, Policy::hold)) {
        rows.push_back({month_text(m.first), cell_or_nothing(m.principal), cell_or_nothing(m.interest),
                        cell_or_nothing(m.recovered), cell_or_nothing(m.costs), cell_or_nothing(m.paid_out),
                        cell(m.cash), cell_or_nothing(m.awarded), cell_or_nothing(m.committed), cell(m.outstanding),
                        cell_or_nothing(m.lost), cell(m.capacity)});
    }
    return rows;
}

Rows FundForecast::turnover_rows(const forecast::Position& position) const
{
    const int months = request_.years * 12;
    const auto& assumptions = request_.assumptions;
    std::vector<Course> courses;
    for (const auto& scenario : assumptions.scenarios) {
        courses.push_back(expected_course(position, scenario, months, Policy::relend));
    }
    const auto bands = draw_bands(position, assumptions.scenarios.front(), months, Policy::relend, assumptions.paths,
                                  assumptions.seed);
    Rows rows;
    for (int year = 1; year <= request_.years; ++year) {
        const auto last = static_cast<std::size_t>(year) * 12;
        Cells cells{to_text(add_years(position.as_of, year)), cell(lent_until(courses.front(), last))};
        for (const auto& course : courses) cells.push_back(times(lent_until(course, last), position.capital));
        const auto& band = bands.lent[last];
        for (const auto lent : {band.p10, band.p50, band.p90}) cells.push_back(times(lent, position.capital));
        cells.push_back(times(position.disbursed + lent_until(courses.front(), last), position.capital));
        rows.push_back(std::move(cells));
    }
    return rows;
}

Rows FundForecast::assumption_rows() const
{
    Rows rows;
    for (const auto& s : request_.assumptions.scenarios) {
        rows.push_back(
            {s.code, cell(s.default_performing), cell(s.default_watch), cell(s.recovery), count_cell(s.recovery_months),
             cell(s.late_share), count_cell(s.late_months), count_cell(s.payout_months), cell(s.applications_awarded),
             cell(s.proposals_awarded), cell(s.costs_yearly), count_cell(s.new_loans_yearly), cell(s.new_loan.amount),
             cell(s.new_loan.annual), count_cell(s.new_loan.instalments), count_cell(s.new_loan.principal_grace)});
    }
    return rows;
}

namespace {

/// What a forecast was drawn with, so that it can be repeated.
void add_draws(const ForecastRequest& request, reporting::Report& report)
{
    const auto paths = std::to_string(request.assumptions.paths);
    const auto seed = std::to_string(request.assumptions.seed);
    report.parameters.push_back({"paths", paths, {"Doorrekeningen", "Courses drawn"}, {paths, paths}});
    report.parameters.push_back({"seed", seed, {"Startgetal", "Seed"}, {seed, seed}});
}

reporting::Table answer_table(const ForecastRequest& request, const AwardQuestion& question,
                              const forecast::AwardAnswer& answer)
{
    const auto month_cell = [&](const std::optional<int>& month) {
        return month ? Cell{month_text(month_at(request.as_of, *month))} : Cell{};
    };
    auto answer_column = text_column("answer", "Kan het?", "Possible?");
    answer_column.codes = {{"yes", {"ja", "yes"}}, {"likely", {"waarschijnlijk", "likely"}}, {"no", {"nee", "no"}}};
    Page page{"answer", {"Kan dit worden verleend?", "Can this be awarded?"}};
    page.add(text_column("month", "Maand", "Month"), month_text(question.month));
    page.add(money_column("amount", "Te verlenen", "To award"), cell(question.amount));
    page.add(std::move(answer_column), name_of(answer.answer));
    page.add(percent_column("chance", "Kans dat het past", "Chance that it fits"), cell(answer.chance));
    page.add(money_column("room_p10", "Ruimte als het tegenzit (P10)", "Room if things go badly (P10)"),
             cell(answer.room.p10));
    page.add(money_column("room_p50", "Ruimte in het midden (P50)", "Room in the middle (P50)"), cell(answer.room.p50));
    page.add(money_column("room_p90", "Ruimte als het meezit (P90)", "Room if things go well (P90)"),
             cell(answer.room.p90));
    page.add(text_column("likely_from", "Waarschijnlijk vanaf", "Likely from"), month_cell(answer.likely));
    page.add(text_column("sure_from", "Zeker vanaf", "Sure from"), month_cell(answer.sure));
    return page.take();
}

}  // namespace

Result<reporting::Report> make_forecast(storage::Connection& connection, const ForecastRequest& request)
{
    if (auto right = check(request); !right) return right.refusal();
    FundForecast forecast{connection, request};
    auto report = make_report(connection, "cash-forecast", request.as_of, request.fund,
                              [&](std::string_view figures) { return forecast.rows(figures); });
    if (report) add_draws(request, *report);
    return report;
}

bool is_forecast_at_once(storage::Connection& connection, const std::string& fund)
{
    return storage::running_loans(connection, fund) <= most_loans_at_a_glance;
}

std::vector<MonthAhead> capacity_ahead(storage::Connection& connection, const std::string& fund, Date as_of, int months)
{
    std::vector<MonthAhead> ahead;
    const auto& expected = shipped_assumptions().scenarios.front();
    const auto position = forecast_position(connection, fund, as_of, expected);
    if (!position) return ahead;
    const auto& assumptions = shipped_assumptions();
    const auto drawn = draw_bands(*position, expected, months, Policy::hold, assumptions.paths, assumptions.seed);
    for (const auto& month : expected_course(*position, expected, months, Policy::hold))
        ahead.push_back({month.first, month.capacity, drawn.capacity[ahead.size()]});
    return ahead;
}

Result<reporting::Report> can_award(storage::Connection& connection, const ForecastRequest& request,
                                    const AwardQuestion& question)
{
    if (auto right = check(request); !right) return right.refusal();
    if (!question.amount.is_positive()) return refuse(award_of_nothing);
    const int month = forecast::months_between(request.as_of, question.month);
    if (month < 0 || month > request.months) {
        return refuse(award_month_outside, {{"month", month_text(question.month)},
                                            {"first", month_text(request.as_of)},
                                            {"last", month_text(month_at(request.as_of, request.months))}});
    }
    connection.begin_reading();
    const auto drawn = FundForecast{connection, request}.bands();
    connection.rollback();
    if (!drawn) return drawn.refusal();
    const auto answer = forecast::can_award(*drawn, request.assumptions, question.amount, month);
    reporting::Report report{"award-forecast",
                             {"Kan dit worden verleend?", "Can this be awarded?"},
                             request.as_of,
                             {},
                             {answer_table(request, question, answer)}};
    add_draws(request, report);
    return report;
}

}  // namespace vierkant::usecases
