// Payment arrangements: agreed with their terms in view, listed, followed and ended.

#include "storage/loan_store.h"
#include "usecases/arrangements.h"
#include "usecases/show_loan.h"
#include "web/json_form.h"
#include "web/tables.h"

namespace vierkant::web {

namespace {

using Kind = Field::Kind;

constexpr std::int64_t most_terms = 120;
constexpr int days_a_week = 7;

Html as_of_form(const Visit& visit, Date day)
{
    return tag("form", {{"action", visit.request.path}, {"method", "get"}, {"class", "filter"}},
               tag("label", {{"for", "as-of"}}, visit.t("Stand op", "As of")),
               tag("input", {{"id", "as-of"}, {"name", "as_of"}, {"type", "date"}, {"value", to_text(day)}}),
               tag("button", {{"type", "submit"}}, visit.t("Toon", "Show")));
}

http::Response list(Visit& visit)
{
    const auto day = read_day(visit.request.query["as_of"]).value_or(visit.today);
    const auto report = usecases::list_arrangements(visit.connection, day, visit.language);
    return list_page(visit, report, as_of_form(visit, day));
}

http::Response show(Visit& visit)
{
    const auto& number = visit.parts["number"];
    const auto day = read_day(visit.request.query["as_of"]).value_or(visit.today);
    const auto report = usecases::show_arrangement(visit.connection, number, day, visit.language);
    if (!report) return refusal_page(visit, report.refusal());
    if (auto file = exported(visit, *report)) return *file;
    const auto doing = visit.may(Right::handle)
                           ? tag("p", {{"class", "doing"}},
                                 tag("a", {{"href", "/arrears/arrangements/" + number + "/end"}, {"class", "button"}},
                                     visit.t("Beëindigen", "End")))
                           : Html{};
    Html content = doing + facts_html(visit, report->tables.front());
    for (std::size_t i = 1; i < report->tables.size(); ++i) content += table_html(visit, report->tables[i]);
    return page(visit, report->title.in(visit.language), content + as_of_form(visit, day) + export_links(visit));
}

// Agreeing

/// What is late of the loan, which is what the terms are about.
Html late_html(Visit& visit)
{
    const auto& number = visit.parts["number"];
    const auto report = usecases::show_loan(visit.connection, number, visit.today, visit.language);
    if (!report) return tag("p", {{"class", "error"}}, words_of(visit, report.refusal()));
    const auto& loan = report->tables.front();
    for (std::size_t i = 0; i < loan.columns.size(); ++i) {
        if (loan.columns[i].key != "arrears") continue;
        return tag("p", {}, http::link("/loans/" + number, visit.t("Lening ", "Loan ") + number),
                   visit.t(": te laat is ", ": late is "), cell_html(visit, loan.rows.front()[i], loan.columns[i]),
                   ".");
    }
    return {};
}

std::vector<Field> agree_fields(Visit& visit)
{
    const Word rhythm{"Gelijke termijnen", "Equal terms"};
    return {{"count", {"Aantal", "Number"}, Kind::number, false, {}, {}, {}, {}, rhythm},
            {"first",
             {"Eerste op", "First on"},
             Kind::date,
             false,
             {},
             {},
             to_text(add_months(visit.today, 1)),
             {},
             rhythm},
            {"every", {"Elke", "Every"}, Kind::number, false, {}, {}, "1", {}, rhythm},
            {"unit",
             {"Periode", "Period"},
             Kind::select,
             false,
             {},
             {{"month", {"maanden", "months"}}, {"week", {"weken", "weeks"}}},
             "month",
             {},
             rhythm},
            {"plan",
             {"Of eigen termijnen", "Or terms of their own"},
             Kind::textarea,
             false,
             {"Per regel een dag en een bedrag: 01-09-2026 500,00. Samen precies wat te laat is.",
              "A day and an amount a line: 2026-09-01 500.00. Together exactly what is late."}},
            {"note", {"Toelichting", "Note"}, Kind::text, false, {"Geen namen van personen.", "No names of persons."}}};
}

void read_rhythm(const Visit& visit, Reader& read, usecases::ArrangementRequest& request)
{
    const auto in_range = [&](const char* name) {
        const auto number = read.number(name);
        if (!read.failed() && (number < 1 || number > most_terms))
            read.wrong(name, visit.t("Kies een aantal van 1 tot en met 120.", "Choose a number from 1 to 120."));
        return static_cast<int>(number);
    };
    request.count = in_range("count");
    request.first = read.day("first");
    const auto every = in_range("every");
    const bool weeks = read.text("unit") == "week";
    request.every_months = weeks ? 0 : every;
    request.every_days = weeks ? days_a_week * every : 0;
}

Result<usecases::ArrangementRequest> request_of(const Visit& visit, Reader& read)
{
    usecases::ArrangementRequest request{.loan_number = visit.parts["number"], .terms = {}, .note = read.text("note")};
    if (read.has("plan") == read.has("count")) {
        read.wrong(read.has("plan") ? "plan" : "count",
                   visit.t("Kies gelijke termijnen of eigen termijnen.", "Choose equal terms or terms of their own."));
    } else if (read.has("plan")) {
        for (const auto& [day, amount] : read_days_and_amounts(visit, read, "plan"))
            request.terms.push_back({day, amount});
    } else {
        read_rhythm(visit, read, request);
    }
    if (read.failed()) return read.refusal();
    return request;
}

Result<Effect> weigh(Visit& visit, Reader& read)
{
    const auto request = request_of(visit, read);
    if (!request) return request.refusal();
    const auto receipt =
        usecases::agree_arrangement(visit.connection, visit.task("arrears arrangement agree"), *request, false);
    if (!receipt) return receipt.refusal();
    using reporting::ColumnType;
    reporting::Table table{"terms",
                           {"Termijnen", "Terms"},
                           {{"due", {"Te betalen op", "To be paid on"}, ColumnType::date},
                            {"amount", {"Bedrag", "Amount"}, ColumnType::money},
                            {"left", {"Daarna nog te laat", "Late after it"}, ColumnType::money}},
                           {},
                           {}};
    auto left = receipt->agreed.amount;
    for (const auto& term : receipt->agreed.terms) {
        left -= term.amount;
        table.rows.push_back({to_text(term.due), term.amount.in_cents(), left.in_cents()});
    }
    return Effect{
        tag("p", {},
            visit.t(
                "De schuld verandert niet. Zolang dit wordt nagekomen gaan er geen brieven uit, komen er geen "
                "incassokosten bij en wordt er niet opgeëist. Wat intussen vervalt, moet gewoon op tijd worden "
                "betaald.",
                "The debt stays as it is. As long as this is kept no letters go out, no collection costs are added and "
                "nothing is called in. What falls due meanwhile has to be paid in time.")) +
        table_html(visit, table)};
}

Result<std::string> agree(Visit& visit, Reader& read)
{
    const auto request = request_of(visit, read);
    if (!request) return request.refusal();
    const auto receipt =
        usecases::agree_arrangement(visit.connection, visit.task("arrears arrangement agree"), *request, true);
    if (!receipt) return receipt.refusal();
    return visit.t("Betalingsregeling ", "Arrangement ") + receipt->number +
           visit.t(" is afgesproken over ", " was agreed about ") + visit.shown(receipt->agreed.amount) + ".";
}

/// What is late, and the events that may change it.
std::string version(Visit& visit)
{
    const auto loan = storage::find_loan(visit.connection, visit.parts["number"]);
    return loan ? "events-" + std::to_string(storage::events_of(visit.connection, *loan).size()) : "none";
}

Result<std::string> end(Visit& visit, Reader& read)
{
    const auto reason = read.required("reason");
    if (read.failed()) return read.refusal();
    const auto& number = visit.parts["number"];
    const auto ended =
        usecases::end_arrangement(visit.connection, visit.task("arrears arrangement end"), number, reason);
    if (!ended) return ended.refusal();
    return visit.t("Betalingsregeling ", "Arrangement ") + number +
           visit.t(" is beëindigd. De brieven gaan verder waar ze waren.",
                   " was ended. The letters go on where they were.");
}

}  // namespace

std::vector<Route> arrangement_routes()
{
    using http::Method;
    std::vector<Route> routes{{Method::get, "/arrears/arrangements", Right::read, list},
                              {Method::get, "/arrears/arrangements/{number}", Right::read, show}};
    Action action{"/loans/{number}/arrangement",
                  Right::handle,
                  {"Betalingsregeling afspreken", "Agree on an arrangement"},
                  {"Afspreken", "Agree"},
                  agree_fields,
                  agree,
                  late_html};
    action.effect = weigh;
    action.version = version;
    add_action(routes, std::move(action));
    Action over{"/arrears/arrangements/{number}/end",
                Right::handle,
                {"Betalingsregeling beëindigen", "End the arrangement"},
                {"Beëindigen", "End"},
                [](Visit&) {
                    return std::vector<Field>{{"reason",
                                               {"Reden", "Reason"},
                                               Kind::text,
                                               true,
                                               {"Geen namen van personen.", "No names of persons."}}};
                },
                end,
                [](Visit& visit) {
                    const auto& number = visit.parts["number"];
                    return tag("p", {},
                               http::link("/arrears/arrangements/" + number,
                                          visit.t("Betalingsregeling ", "Arrangement ") + number));
                }};
    over.danger = true;
    add_action(routes, std::move(over));
    return routes;
}

}  // namespace vierkant::web
