// A loan's papers: its statement of account, the balance to be confirmed, the invoices of a proof production.

#include "storage/loan_store.h"
#include "usecases/loan_statement.h"
#include "usecases/proof_production.h"
#include "web/json_form.h"
#include "web/tables.h"

namespace vierkant::web {

namespace {

using Kind = Field::Kind;

/// Its tables; one that is about the whole paper, in a single row, as a list of facts.
enum class First { facts, rows };
Html paper(const Visit& visit, const reporting::Report& report, First first)
{
    Html content;
    if (first == First::facts) content += facts_html(visit, report.tables.front());
    for (std::size_t i = first == First::facts ? 1 : 0; i < report.tables.size(); ++i)
        content += table_html(visit, report.tables[i]);
    return content + export_links(visit);
}

Html period_form(const Visit& visit, const std::string& from, const std::string& until)
{
    return tag("form", {{"action", visit.request.path}, {"method", "get"}, {"class", "filter"}},
               tag("label", {{"for", "from"}}, visit.t("Van", "From")),
               tag("input", {{"id", "from"}, {"name", "from"}, {"type", "date"}, {"value", from}}),
               tag("label", {{"for", "until"}}, visit.t("tot en met", "up to and including")),
               tag("input", {{"id", "until"}, {"name", "until"}, {"type", "date"}, {"value", until}}),
               tag("button", {{"type", "submit"}}, visit.t("Toon", "Show")));
}

http::Response show_statement(Visit& visit)
{
    const auto& query = visit.request.query;
    const auto from = read_day(query["from"]);
    const auto until = read_day(query["until"]).value_or(visit.today);
    const auto report =
        usecases::loan_statement(visit.connection, visit.parts["number"], from, until, visit.today, visit.language);
    if (!report) return refusal_page(visit, report.refusal());
    if (auto file = exported(visit, *report)) return *file;
    return page(visit, report->title.in(visit.language),
                period_form(visit, from ? to_text(*from) : "", to_text(until)) + paper(visit, *report, First::rows));
}

http::Response show_confirmation(Visit& visit)
{
    const auto as_of = read_day(visit.request.query["as_of"]).value_or(visit.today);
    const auto report =
        usecases::loan_confirmation(visit.connection, visit.parts["number"], as_of, visit.today, visit.language);
    if (!report) return refusal_page(visit, report.refusal());
    if (auto file = exported(visit, *report)) return *file;
    return page(visit, report->title.in(visit.language), paper(visit, *report, First::facts));
}

http::Response show_invoices(Visit& visit)
{
    const auto& number = visit.parts["number"];
    const auto report = usecases::list_invoices(visit.connection, number, visit.today);
    if (!report) return refusal_page(visit, report.refusal());
    if (auto file = exported(visit, *report)) return *file;
    Html doing;
    if (visit.may(Right::handle)) {
        const auto here = "/loans/" + number + "/invoices";
        doing = tag(
            "p", {{"class", "doing"}},
            tag("a", {{"href", here + "/new"}, {"class", "button"}}, visit.t("Factuur toevoegen", "Add an invoice")),
            " ", tag("a", {{"href", here + "/settlement"}, {"class", "button"}}, visit.t("Vaststellen", "Settle")));
    }
    return page(visit, report->title.in(visit.language), doing + paper(visit, *report, First::facts));
}

Result<std::string> add_invoice(Visit& visit, Reader& read)
{
    const auto category = read.required("category");
    const auto amount = read.money("amount");
    const auto supplier = read.required("supplier");
    const auto day = read.day("date");
    const auto evidence = read.required("evidence");
    if (read.failed()) return read.refusal();
    const auto receipt = usecases::register_invoice(visit.connection, visit.task("loan invoice"), visit.parts["number"],
                                                    {{category, amount}, supplier, day, evidence, visit.login()});
    if (!receipt) return receipt.refusal();
    return visit.t("Factuur vastgelegd. Op te nemen is nu ", "Invoice kept. To be drawn is now ") +
           visit.shown(receipt->drawable) + visit.t(", opgenomen ", ", drawn ") + visit.shown(receipt->drawn) + ".";
}

Result<std::string> settle(Visit& visit, Reader&)
{
    const auto receipt =
        usecases::settle_proof_loan(visit.connection, visit.task("loan settle"), visit.parts["number"]);
    if (!receipt) return receipt.refusal();
    return visit.t("Vastgesteld op ", "Settled at ") + visit.shown(receipt->drawable) +
           visit.t(". Terug naar het fonds: ", ". Back to the fund: ") + visit.shown(receipt->released) +
           visit.t(", te veel opgenomen: ", ", drawn too much: ") + visit.shown(receipt->overpaid) + ".";
}

Html about(Visit& visit)
{
    return tag("p", {},
               http::link("/loans/" + visit.parts["number"], visit.t("Lening ", "Loan ") + visit.parts["number"]));
}

}  // namespace

std::vector<Route> loan_paper_routes()
{
    using http::Method;
    std::vector<Route> routes{{Method::get, "/loans/{number}/statement", Right::read, show_statement},
                              {Method::get, "/loans/{number}/confirmation", Right::read, show_confirmation},
                              {Method::get, "/loans/{number}/invoices", Right::read, show_invoices}};
    add_action(routes,
               {"/loans/{number}/invoices/new",
                Right::handle,
                {"Factuur toevoegen", "Add an invoice"},
                {"Vastleggen", "Keep"},
                [](Visit& visit) {
                    const auto loan = storage::find_loan(visit.connection, visit.parts["number"]);
                    return std::vector<Field>{
                        {"category",
                         {"Kostensoort", "Category"},
                         Kind::select,
                         true,
                         {},
                         category_choices(visit, loan ? loan->scheme : std::string{})},
                        {"amount", {"Bedrag zonder btw", "Amount without VAT"}, Kind::money, true},
                        {"supplier", {"Leverancier", "Supplier"}, Kind::text, true},
                        {"date",
                         {"Datum van de factuur", "Date of the invoice"},
                         Kind::date,
                         true,
                         {},
                         {},
                         to_text(visit.today)},
                        {"evidence", {"Nummer, en waar zij ligt", "Number, and where it is kept"}, Kind::text, true}};
                },
                add_invoice,
                about});
    add_action(routes, {"/loans/{number}/invoices/settlement",
                        Right::handle,
                        {"Proefproductie vaststellen", "Settle the proof production"},
                        {"Vaststellen", "Settle"},
                        [](Visit&) { return std::vector<Field>{}; },
                        settle,
                        about,
                        "",
                        false,
                        true});
    return routes;
}

}  // namespace vierkant::web
