#include "cli/commands.h"
#include "cli/forecast_messages.h"
#include "cli/print_page.h"
#include "cli/read_value.h"
#include "formats/forecast_json.h"
#include "usecases/forecast.h"

#include <limits>

namespace vierkant::cli {

namespace {

/// "2027-05", or any day of that month.
std::optional<Date> parse_month(const std::string& text)
{
    return parse_date(text.size() == 7 ? text + "-01" : text);
}

Result<int> number_or(const Values& values, std::string_view option, int otherwise)
{
    if (values[option].empty()) return otherwise;
    const auto number = read_number(values, option);
    if (!number) return number.refusal();
    // What is too large for any of them is refused by the use case in its own words.
    return static_cast<int>(std::min<std::int64_t>(*number, std::numeric_limits<int>::max()));
}

Result<usecases::ForecastRequest> read_request(const Context& context, const Values& values)
{
    usecases::ForecastRequest request;
    if (!values["--fund"].empty()) request.fund = values["--fund"];
    const auto as_of = read_date(values, "--as-of", context.today());
    if (!as_of) return as_of.refusal();
    request.as_of = *as_of;
    if (!values["--scenarios"].empty()) {
        const auto text = read_file(values["--scenarios"]);
        if (!text) return text.refusal();
        auto read = formats::read_assumptions(*text, values["--scenarios"]);
        if (!read) return read.refusal();
        request.assumptions = std::move(*read);
    }
    const auto months = number_or(values, "--months", request.months);
    if (!months) return months.refusal();
    const auto years = number_or(values, "--years", request.years);
    if (!years) return years.refusal();
    const auto paths = number_or(values, "--paths", static_cast<int>(request.assumptions.paths));
    if (!paths) return paths.refusal();
    request.months = *months;
    request.years = *years;
    request.assumptions.paths = *paths;
    if (!values["--seed"].empty()) {
        const auto seed = read_number(values, "--seed");
        if (!seed) return seed.refusal();
        request.assumptions.seed = static_cast<std::uint64_t>(*seed);
    }
    return request;
}

Result<std::optional<usecases::AwardQuestion>> read_question(const Context& context, const Values& values)
{
    const auto& on = values["--on"];
    if (values["--award"].empty()) {
        if (!on.empty()) return wrong_usage(month_without_award);
        return std::optional<usecases::AwardQuestion>{};
    }
    const auto amount = read_amount(values, "--award");
    if (!amount) return amount.refusal();
    const auto month = on.empty() ? context.today() : parse_month(on);
    if (!month) return wrong_usage(month_unreadable, {{"value", on}});
    return std::optional{usecases::AwardQuestion{*amount, *month}};
}

void run_forecast(Context& context, const Values& values)
{
    const auto request = read_request(context, values);
    if (!request) return context.refuse_with(request.refusal());
    const auto question = read_question(context, values);
    if (!question) return context.refuse_with(question.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    if (!*question) {
        const auto report = usecases::make_forecast(*connection, *request);
        if (!report) return context.refuse_with(report.refusal());
        return context.print_report(*report);
    }
    const auto answer = usecases::can_award(*connection, *request, **question);
    if (!answer) return context.refuse_with(answer.refusal());
    print_page(context, *answer);
}

}  // namespace

std::vector<Command> forecast_commands()
{
    return {
        {"forecast",
         "Kijkt vooruit: hoeveel het fonds de komende maanden kan verlenen, en hoe vaak het geld rondgaat. Met "
         "--award: "
         "of dit bedrag in die maand kan worden verleend. Boekt niets.",
         "Looks ahead: how much the fund can award in the months to come, and how often the money goes round. With "
         "--award: whether this amount can be awarded in that month. Books nothing.",
         {{"--award", "bedrag dat u wilt verlenen", "amount you want to award"},
          {"--on", "maand waarin, jjjj-mm; anders deze maand", "month in which, yyyy-mm; else this month"},
          {"--as-of", "dag vanwaar vooruit wordt gekeken; anders vandaag", "day to look ahead from; else today"},
          {"--fund", "fonds; anders revolving", "fund; else revolving"},
          {"--months", "maanden vooruit; anders 24", "months ahead; else 24"},
          {"--years", "jaren waarover de omloop wordt gevolgd; anders 10", "years to follow turnover over; else 10"},
          {"--scenarios", "JSON-bestand met eigen aannamen", "JSON file with assumptions of your own"},
          {"--paths", "aantal doorrekeningen voor de bandbreedte; anders 1000",
           "courses drawn for the band; else 1000"},
          {"--seed", "startgetal van de trekkingen; hetzelfde getal geeft hetzelfde antwoord",
           "number that the draws start from; the same number gives the same answer"}},
         run_forecast},
    };
}

}  // namespace vierkant::cli
