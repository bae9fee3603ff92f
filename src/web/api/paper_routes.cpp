// A loan's papers, how it is drawn, and the invoices of a proof production.

#include "usecases/loan_drawing.h"
#include "usecases/loan_statement.h"
#include "usecases/proof_production.h"
#include "web/api/change.h"
#include "web/api/resource.h"

namespace vierkant::api {

namespace {

using formats::Fields;
using Type = Field::Type;

constexpr std::string_view loan_pattern = "/loans/{number}";

Result<Reply> show_statement(Call& call)
{
    const auto until = day_in(call, "until", call.today);
    if (!until) return until.refusal();
    const auto from = day_in(call, "from", *until);
    if (!from) return from.refusal();
    const auto first = call.request.query.has("from") ? std::optional{*from} : std::nullopt;
    const auto report =
        usecases::loan_statement(call.connection, call.parts["number"], first, *until, call.today, call.language);
    if (!report) return report.refusal();
    auto json = tables_of(*report);
    json["running"] = json["running"].at(0);
    for (const auto& parameter : report->parameters) json[parameter.key] = parameter.value;
    json["until"] = to_text(*until);
    return paper_of(call, *report, std::move(json));
}

Result<Reply> show_confirmation(Call& call)
{
    const auto day = day_in(call, "as-of", call.today);
    if (!day) return day.refusal();
    const auto report =
        usecases::loan_confirmation(call.connection, call.parts["number"], *day, call.today, call.language);
    if (!report) return report.refusal();
    auto json = thing_of(*report);
    json["as_of"] = to_text(*day);
    return paper_of(call, *report, std::move(json));
}

Result<Reply> show_drawing(Call& call)
{
    const auto day = day_in(call, "as-of", call.today);
    if (!day) return day.refusal();
    const auto report = usecases::loan_drawing(call.connection, call.parts["number"], *day);
    if (!report) return report.refusal();
    return Reply{200, thing_of(*report)};
}

Result<Reply> list_invoices(Call& call)
{
    const auto report = usecases::list_invoices(call.connection, call.parts["number"], call.today);
    if (!report) return report.refusal();
    return Reply{200, thing_of(*report)};
}

Json receipt_of(const std::string& loan, const usecases::ProofReceipt& receipt)
{
    return {{"loan", loan},
            {"drawable", to_text(receipt.drawable)},
            {"drawn", to_text(receipt.drawn)},
            {"released", to_text(receipt.released)},
            {"overpaid", to_text(receipt.overpaid)}};
}

Result<Reply> add_invoice(Call& call)
{
    const auto invoice = read_body(call, [&](Fields& f) {
        return grants::Invoice{{f.text("category"), f.positive_money("amount")},
                               f.text("supplier"),
                               f.date("date"),
                               f.text("evidence"),
                               call.user.account.login};
    });
    if (!invoice) return invoice.refusal();
    const auto& loan = call.parts["number"];
    const auto receipt = usecases::register_invoice(call.connection, call.task("loan invoice"), loan, *invoice);
    if (!receipt) return receipt.refusal();
    return Reply{201, receipt_of(loan, *receipt), "/loans/" + loan + "/invoices"};
}

Result<Reply> settle(Call& call)
{
    const auto& loan = call.parts["number"];
    if (call.is_dry_run()) {
        const auto report =
            usecases::preview_settlement(call.connection, call.task("loan settle"), loan, call.language);
        if (!report) return report.refusal();
        auto json = tables_of(*report);
        json["dry_run"] = true;
        return Reply{200, std::move(json)};
    }
    const auto receipt = usecases::settle_proof_loan(call.connection, call.task("loan settle"), loan);
    if (!receipt) return receipt.refusal();
    return Reply{201, receipt_of(loan, *receipt), "/loans/" + loan};
}

const Field format{"format", Type::text, false, "json of pdf; anders json"};
const Field as_of{"as-of", Type::date, false, "peildatum; anders vandaag"};

}  // namespace

std::vector<Route> paper_routes()
{
    constexpr auto loans = Scope::loans_write;
    auto settlement = change("/loans/{number}/settlements", Right::handle, loans, "settleProofProduction",
                             "Stelt een lening voor proefproductie vast op haar facturen", {}, settle);
    settlement.body_kind = Body::none;
    settlement.query = {{"dry-run", Type::flag, false, "true: boekt niets, maar toont het gevolg"}};
    return {
        {.pattern = "/loans/{number}/statement",
         .operation = "getStatement",
         .nl = "Het rekeningoverzicht van een lening, ook als PDF",
         .query = {{"from", Type::date, false, "eerste dag; anders die van toekenning"},
                   {"until", Type::date, false, "laatste dag; anders vandaag"},
                   format},
         .handle = show_statement},
        {.pattern = "/loans/{number}/confirmation",
         .operation = "getConfirmation",
         .nl = "De saldobevestiging van een lening voor de accountant, ook als PDF",
         .query = {as_of, format},
         .handle = show_confirmation},
        {.pattern = "/loans/{number}/drawing",
         .operation = "getDrawing",
         .nl = "Hoe een lening wordt opgenomen: delen, mijlpalen en wat nu kan",
         .query = {as_of},
         .handle = show_drawing},
        {.pattern = "/loans/{number}/invoices",
         .operation = "listInvoices",
         .nl = "De facturen van een lening voor proefproductie en wat zij dragen",
         .handle = list_invoices},
        guarded(loan_pattern, change("/loans/{number}/invoices", Right::handle, loans, "addInvoice",
                                     "Legt een factuur van een proefproductie vast",
                                     {{"category", Type::text, true, "kostensoort van de regeling"},
                                      {"amount", Type::money, true, "zonder btw"},
                                      {"supplier", Type::text, true, "leverancier"},
                                      {"date", Type::date, true, "datum van de factuur"},
                                      {"evidence", Type::text, true, "nummer, en waar zij bewaard is"}},
                                     add_invoice)),
        guarded(loan_pattern, std::move(settlement)),
    };
}

}  // namespace vierkant::api
