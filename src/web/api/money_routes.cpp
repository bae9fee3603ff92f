// Loans, grants, orders, arrears and the bank: reading.

#include "domain/parties/identifiers.h"
#include "usecases/arrears_lists.h"
#include "usecases/list_bank_lines.h"
#include "usecases/list_orders.h"
#include "usecases/preview_loan.h"
#include "usecases/provisions.h"
#include "usecases/show_grant.h"
#include "usecases/show_loan.h"
#include "web/api/bank_json.h"
#include "web/api/resource.h"

namespace vierkant::api {

namespace {

using http::Method;
using Type = Field::Type;

Result<Reply> list_loans(Call& call)
{
    const auto& query = call.request.query;
    storage::LoanFilter filter{query["late"] == "true", query["scheme"], ""};
    if (!query["municipality"].empty()) {
        const auto code = parties::MunicipalityCode::parse(query["municipality"]);
        if (!code) return code.refusal();
        filter.municipality = code->text();
    }
    const auto total = storage::total_of_loans(call.connection, filter, call.today).loans;
    filter.part = call.part();
    return page_of(usecases::list_loans(call.connection, filter, call.today, call.language), total);
}

Result<Reply> thing(const Result<reporting::Report>& report)
{
    if (!report) return report.refusal();
    return Reply{200, thing_of(*report)};
}

Result<Reply> list(const Result<reporting::Report>& report)
{
    if (!report) return report.refusal();
    return list_of(*report);
}

Result<Reply> show_loan(Call& call)
{
    const auto day = day_in(call, "as-of", call.today);
    if (!day) return day.refusal();
    return thing(usecases::show_loan(call.connection, call.parts["number"], *day, call.language));
}

Result<Reply> show_instalments(Call& call)
{
    const auto day = day_in(call, "as-of", call.today);
    if (!day) return day.refusal();
    return list(usecases::loan_schedule(call.connection, call.parts["number"], *day));
}

Result<Reply> show_risk(Call& call)
{
    const auto day = day_in(call, "as-of", call.today);
    if (!day) return day.refusal();
    return thing(usecases::show_risk(call.connection, call.parts["number"], *day, call.language));
}

Result<Reply> show_pay_off(Call& call)
{
    const auto day = day_in(call, "on", call.today);
    if (!day) return day.refusal();
    return thing(usecases::quote_pay_off(call.connection, call.parts["number"], *day));
}

Result<Reply> list_arrears(Call& call)
{
    const auto day = day_in(call, "as-of", call.today);
    if (!day) return day.refusal();
    return list(usecases::list_arrears(call.connection, *day, call.language));
}

Result<Reply> list_grants(Call& call)
{
    return list_of(usecases::list_grants(call.connection, call.today));
}

Result<Reply> show_grant(Call& call)
{
    return thing(usecases::show_grant(call.connection, call.parts["number"], call.today, call.language));
}

Result<Reply> list_orders(Call& call)
{
    return list_of(usecases::list_orders(call.connection, call.today, call.language));
}

Result<Reply> list_bank_lines(Call& call)
{
    const auto lines = usecases::list_bank_lines(call.connection, call.request.query["fund"]);
    if (!lines) return lines.refusal();
    auto items = Json::array();
    for (const auto& line : *lines) items.push_back(line_of(line, call.language));
    return Reply{200, std::move(items)};
}

Result<Reply> list_unmatched(Call& call)
{
    const auto lines = usecases::list_unmatched(call.connection, call.request.query["fund"]);
    if (!lines) return lines.refusal();
    auto items = Json::array();
    for (const auto& line : *lines) {
        auto item = line_of(line.listed, call.language);
        auto candidates = Json::array();
        for (const auto& candidate : line.candidates) candidates.push_back(candidate.name);
        item["candidates"] = std::move(candidates);
        items.push_back(std::move(item));
    }
    return Reply{200, std::move(items)};
}

const Field as_of{"as-of", Type::date, false, "peildatum; anders vandaag"};
const Field of_fund{"fund", Type::text, false, "alleen dit fonds"};

}  // namespace

std::vector<Route> money_routes()
{
    return {
        {.pattern = "/loans",
         .operation = "listLoans",
         .nl = "De leningen met uitstaand bedrag, achterstand en volgende vervaldag",
         .query = {{"late", Type::flag, false, "alleen met achterstand"},
                   {"scheme", Type::text, false, "alleen van deze regeling"},
                   {"municipality", Type::text, false, "GMnnnn"}},
         .handle = list_loans},
        {.pattern = "/loans/{number}",
         .operation = "getLoan",
         .nl = "Een lening: voorwaarden, stand, gebeurtenissen, toerekening en boekingen",
         .query = {as_of},
         .handle = show_loan},
        {.pattern = "/loans/{number}/instalments",
         .operation = "listInstalments",
         .nl = "De termijnen: wat verviel en betaald is, en wat nog komt",
         .query = {as_of},
         .handle = show_instalments},
        {.pattern = "/loans/{number}/pay-off-quote",
         .operation = "getPayOffQuote",
         .nl = "Wat de lening op een dag aflost, post voor post",
         .query = {{"on", Type::date, false, "dag van betaling; anders vandaag"}},
         .handle = show_pay_off},
        {.pattern = "/loans/{number}/risk",
         .operation = "getLoanRisk",
         .nl = "Fase, zekerheden en voorziening van een lening",
         .query = {as_of},
         .handle = show_risk},
        {.pattern = "/arrears",
         .operation = "listArrears",
         .nl = "Wie te laat is, en welke brief aan de beurt is",
         .query = {as_of},
         .handle = list_arrears},
        {.pattern = "/grants", .operation = "listGrants", .nl = "De subsidies", .handle = list_grants},
        {.pattern = "/grants/{number}",
         .operation = "getGrant",
         .nl = "Een subsidie met haar claims en haar geld",
         .handle = show_grant},
        {.pattern = "/orders",
         .operation = "listOrders",
         .nl = "De opdrachten die op een tweede medewerker wachten",
         .handle = list_orders},
        {.pattern = "/bank-lines",
         .operation = "listBankLines",
         .nl = "Elke bankregel, en waaraan hij is gekoppeld",
         .query = {of_fund},
         .handle = list_bank_lines},
        {.pattern = "/unmatched-bank-lines",
         .operation = "listUnmatchedBankLines",
         .nl = "De bankregels op vraagposten, met waarom en wat zij kunnen zijn",
         .query = {of_fund},
         .handle = list_unmatched},
    };
}

}  // namespace vierkant::api
