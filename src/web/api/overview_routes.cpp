// Reports, the forecast, closing, and the audit trail: reading.

#include "reporting/render.h"
#include "storage/desk_query.h"
#include "usecases/close_period.h"
#include "usecases/forecast.h"
#include "usecases/make_report.h"
#include "usecases/verify_administration.h"
#include "web/api/messages.h"
#include "web/api/resource.h"

#include <algorithm>
#include <array>
#include <optional>

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

/// The JSON, or the file that the desk keeps.
Result<Reply> report_as(const Call& call, const reporting::Report& report)
{
    const auto& format = call.request.query["format"];
    if (format == "csv") {
        const auto& wanted = call.request.query["table"];
        const auto table = std::find_if(report.tables.begin(), report.tables.end(), [&](const reporting::Table& one) {
            return wanted.empty() || one.name == wanted;
        });
        if (table == report.tables.end()) {
            std::string known;
            for (const auto& one : report.tables) known += (known.empty() ? "" : ", ") + one.name;
            return refuse(table_unknown, {{"table", wanted}, {"known", known}});
        }
        return Reply{200, {}, "", reporting::render_csv(*table, reporting::CsvDialect::international), "text/csv"};
    }
    if (format == "xlsx") {
        auto kept = report;
        kept.drawn_up_on = call.today;
        return Reply{200, {}, "", reporting::render_xlsx(kept, call.language), std::string{xlsx_type}};
    }
    return paper_of(call, report, Json::parse(reporting::render_json(report, call.language)));
}

Result<Reply> show_report(Call& call)
{
    const auto day = day_in(call, "as-of", call.today);
    if (!day) return day.refusal();
    const auto& compared = call.request.query["compare-with"];
    const auto earlier = day_in(call, "compare-with", *day);
    if (!earlier) return earlier.refusal();
    const auto report = usecases::make_report(call.connection, call.parts["report"], *day, fund_of(call),
                                              compared.empty() ? std::nullopt : std::optional{*earlier});
    if (!report) return report.refusal();
    return report_as(call, *report);
}

constexpr std::size_t most_found = 20;

std::string_view name_of(storage::Found::Kind kind)
{
    // In the order of storage::Found::Kind.
    static constexpr std::array names{"undertaking", "application", "loan", "grant", "bank-line"};
    return names.at(static_cast<std::size_t>(kind));
}

Result<Reply> search(Call& call)
{
    const auto& words = call.request.query["q"];
    auto items = Json::array();
    if (words.find_first_not_of(' ') == std::string::npos) return Reply{200, std::move(items)};
    for (const auto& one : storage::search_everything(call.connection, words, parse_money(words), most_found)) {
        items.push_back({{"kind", name_of(one.kind)},
                         {"number", one.number},
                         {"name", one.name},
                         {"amount", one.amount ? Json(to_text(*one.amount)) : Json(nullptr)}});
    }
    return Reply{200, std::move(items)};
}

Json text_or_null(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Result<Reply> show_entry(Call& call)
{
    const auto& fund = call.parts["fund"];
    const auto number = number_of(call.parts["entry"]);
    const auto entry = number ? storage::find_entry(call.connection, fund, *number) : std::nullopt;
    if (!entry) return refuse(entry_unknown, {{"fund", fund}, {"entry", call.parts["entry"]}});
    auto postings = Json::array();
    for (const auto& side : entry->postings) {
        postings.push_back({{"debit", side.debit},
                            {"credit", side.credit},
                            {"amount", to_text(side.amount)},
                            {"subject", text_or_null(side.subject)},
                            {"bank_line", text_or_null(side.bank_line)}});
    }
    return Reply{200,
                 {{"fund", entry->fund},
                  {"entry", entry->number},
                  {"date", to_text(entry->day)},
                  {"description", entry->description},
                  {"work", entry->work},
                  {"actor", entry->actor},
                  {"hash", entry->hash},
                  {"postings", std::move(postings)}}};
}

Result<Reply> ask_forecast(Call& call)
{
    const auto& query = call.request.query;
    const auto amount = money_in(call, "amount");
    if (!amount) return amount.refusal();
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

Json work_of(const storage::DoneWork& work)
{
    return {{"work", work.number}, {"at", work.at},           {"day", to_text(work.day)}, {"actor", work.actor},
            {"task", work.task},   {"receipt", work.receipt}, {"hash", work.hash}};
}

Result<Reply> list_works(Call& call)
{
    const storage::WorkFilter filter{.actor = call.request.query["actor"], .part = call.part()};
    Reply reply{200, Json::array()};
    for (const auto& work : storage::list_works(call.connection, filter)) reply.body.push_back(work_of(work));
    reply.total = storage::count_works(call.connection, filter);
    return reply;
}

Json value_of(const storage::Value& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return nullptr;
}

/// A work with what it wrote: the first entries and facts.
Result<Reply> show_work(Call& call)
{
    constexpr std::size_t most = 500;
    const auto number = number_of(call.parts["work"]).value_or(0);
    const auto works =
        number > 0 ? storage::list_works(call.connection, {.work = number}) : std::vector<storage::DoneWork>{};
    if (works.empty()) return refuse(work_unknown, {{"work", call.parts["work"]}});
    auto entries = Json::array();
    for (const auto& [fund, entry] : storage::entries_of_work(call.connection, number, most)) {
        entries.push_back({{"fund", fund}, {"entry", entry}});
    }
    auto facts = Json::array();
    for (const auto& table : storage::facts_of_work(call.connection, number, most)) {
        auto rows = Json::array();
        for (const auto& values : table.rows) {
            auto row = Json::array();
            for (const auto& value : values) row.push_back(value_of(value));
            rows.push_back(std::move(row));
        }
        facts.push_back(
            {{"table", table.table}, {"columns", table.columns}, {"rows", std::move(rows)}, {"more", table.more}});
    }
    auto json = work_of(works.front());
    json["entries"] = std::move(entries);
    json["facts"] = std::move(facts);
    return Reply{200, std::move(json)};
}

Result<Reply> list_entries(Call& call)
{
    const auto& fund = call.parts["fund"];
    const storage::AccountFilter filter{fund, call.request.query["account"], call.part()};
    Reply reply{200, Json::array()};
    for (const auto& line : storage::account_lines(call.connection, filter)) {
        reply.body.push_back({{"entry", line.entry},
                              {"date", to_text(line.day)},
                              {"description", line.description},
                              {"debit", line.debit},
                              {"credit", line.credit},
                              {"amount", to_text(line.amount)}});
    }
    reply.total = storage::count_account_lines(call.connection, filter);
    return reply;
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
         .query = {{"as-of", Type::date, false, "anders vandaag"},
                   of_fund,
                   {"compare-with", Type::date, false, "eerdere dag om mee te vergelijken"},
                   {"format", Type::text, false, "json, csv, xlsx of pdf; anders json"},
                   {"table", Type::text, false, "van csv: welke tabel; anders de eerste"}},
         .takes_long = true,
         .handle = show_report},
        {.pattern = "/search",
         .operation = "search",
         .nl = "Zoekt in alles: ondernemingen, aanvragen, leningen, subsidies en bankregels",
         .query = {{"q", Type::text, true, "naam, nummer, betalingskenmerk of bedrag"}},
         .handle = search},
        {.pattern = "/funds/{fund}/entries",
         .operation = "listEntries",
         .nl = "De boekingsregels van een fonds, de nieuwste eerst",
         .query = {{"account", Type::text, false, "alleen op deze grootboekrekening, zoals assets:bank"}},
         .takes_long = true,
         .handle = list_entries},
        {.pattern = "/funds/{fund}/entries/{entry}",
         .operation = "getEntry",
         .nl = "Een boeking met haar regels",
         .handle = show_entry},
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
        {.pattern = "/works/{work}",
         .right = Right::audit,
         .scope = Scope::audit_read,
         .operation = "getWork",
         .nl = "Een handeling met de boekingen en feiten die zij schreef; van elk de eerste 500",
         .handle = show_work},
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
