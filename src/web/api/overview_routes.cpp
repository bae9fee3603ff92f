// Reports, the forecast, closing, and the audit trail: reading.

#include "reporting/render.h"
#include "storage/desk_query.h"
#include "usecases/close_period.h"
#include "usecases/forecast.h"
#include "usecases/make_report.h"
#include "usecases/verify_administration.h"
#include "web/api/messages.h"
#include "web/api/resource.h"

namespace vierkant::api {

namespace {

using http::Method;
using Type = Field::Type;

std::string fund_of(const Call& call)
{
    const auto& fund = call.request.query["fund"];
    return fund.empty() ? "revolving" : fund;
}

Result<Reply> list_reports(Call& call)
{
    auto items = Json::array();
    for (const auto& entry : usecases::list_reports()) {
        items.push_back({{"report", entry.name},
                         {"title", entry.title.in(call.language)},
                         {"question", entry.question.in(call.language)}});
    }
    return Reply{200, std::move(items)};
}

Result<Reply> show_report(Call& call)
{
    const auto day = day_in(call, "as-of", call.today);
    if (!day) return day.refusal();
    const auto report = usecases::make_report(call.connection, call.parts["report"], *day, fund_of(call));
    if (!report) return report.refusal();
    return Reply{200, Json::parse(reporting::render_json(*report, call.language))};
}

Result<Reply> ask_forecast(Call& call)
{
    const auto& query = call.request.query;
    const auto amount = parse_money(query["amount"]);
    if (!amount) return bad_input(amount_unreadable, {{"value", query["amount"]}}, "amount");
    const auto& month = query["month"];
    const auto day = parse_date(month.size() == 7 ? month + "-01" : month);
    if (!day) return bad_input(day_unreadable, {{"value", month}}, "month");
    usecases::ForecastRequest request;
    request.fund = fund_of(call);
    request.as_of = call.today;
    const auto answer = usecases::can_award(call.connection, request, {*amount, *day});
    if (!answer) return answer.refusal();
    return Reply{200, thing_of(*answer)};
}

Result<Reply> show_closings(Call& call)
{
    const auto report = usecases::show_closings(call.connection, call.request.query["fund"], call.today);
    if (!report) return report.refusal();
    Json json;
    for (const auto& table : report->tables) json[table.name] = items_of(table);
    return Reply{200, std::move(json)};
}

Result<Reply> list_works(Call& call)
{
    constexpr std::int64_t most = 10'000;
    auto items = Json::array();
    for (const auto& work :
         storage::list_works(call.connection, {.actor = call.request.query["actor"], .part = {.most = most}})) {
        items.push_back({{"work", work.number},
                         {"at", work.at},
                         {"day", to_text(work.day)},
                         {"actor", work.actor},
                         {"task", work.task},
                         {"receipt", work.receipt},
                         {"hash", work.hash}});
    }
    return Reply{200, std::move(items)};
}

Result<Reply> verify_all(Call& call)
{
    auto problems = Json::array();
    for (const auto& problem : usecases::verify_administration(call.connection)) {
        problems.push_back({{"code", problem.text->code}, {"detail", problem.in(call.language)}});
    }
    const bool agrees = problems.empty();
    return Reply{200, {{"agrees", agrees}, {"problems", std::move(problems)}}};
}

const Field of_fund{"fund", Type::text, false, "code van het fonds; anders revolving"};

}  // namespace

std::vector<Route> overview_routes()
{
    return {
        {.pattern = "/reports",
         .scope = Scope::reports_read,
         .operation = "listReports",
         .nl = "De rapporten, met de vraag die elk beantwoordt",
         .handle = list_reports},
        {.pattern = "/reports/{report}",
         .scope = Scope::reports_read,
         .operation = "getReport",
         .nl = "Een rapport op een peildatum",
         .query = {{"as-of", Type::date, false, "anders vandaag"}, of_fund},
         .takes_long = true,
         .handle = show_report},
        {.pattern = "/award-forecast",
         .scope = Scope::reports_read,
         .operation = "askForecast",
         .nl = "Of een bedrag in een maand kan worden verleend",
         .query = {{"amount", Type::money, true, "bedrag"}, {"month", Type::text, true, "jjjj-mm"}, of_fund},
         .takes_long = true,
         .handle = ask_forecast},
        {.pattern = "/closings",
         .operation = "getClosings",
         .nl = "Hoe ver de fondsen gesloten zijn, en welke perioden",
         .query = {{"fund", Type::text, false, "alleen dit fonds"}},
         .handle = show_closings},
        {.pattern = "/works",
         .right = Right::audit,
         .scope = Scope::audit_read,
         .operation = "listWorks",
         .nl = "Het controlespoor: elke handeling, de laatste eerst",
         .query = {{"actor", Type::text, false, "alleen van deze gebruiker"}},
         .handle = list_works},
        {.method = Method::post,
         .pattern = "/verifications",
         .right = Right::audit,
         .scope = Scope::audit_read,
         .operation = "verifyAdministration",
         .nl = "Rekent alles na en zegt wat niet klopt; verandert niets",
         .changes = false,
         .takes_long = true,
         .handle = verify_all},
    };
}

}  // namespace vierkant::api
