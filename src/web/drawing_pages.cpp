// How a loan is drawn: its parts and milestones, and what may be paid out now.

#include "usecases/loan_drawing.h"
#include "web/doings.h"
#include "web/forms.h"
#include "web/tables.h"

#include <array>

namespace vierkant::web {

namespace {

constexpr std::array drawing_doings{
    Doing{"disbursement", "Uitbetalen", "Disburse"}, Doing{"milestone", "Mijlpaal gehaald", "Milestone reached"},
    Doing{"rescheduling", "Langer opnemen (herschikken)", "Draw for longer (reschedule)"}};

http::Response show(Visit& visit)
{
    const auto& number = visit.parts["number"];
    const auto day = read_day(visit.request.query["as_of"]).value_or(visit.today);
    const auto report = usecases::loan_drawing(visit.connection, number, day);
    if (!report) return refusal_page(visit, report.refusal());
    if (auto file = exported(visit, *report)) return *file;
    const auto here = "/loans/" + number;
    const auto back =
        tag("p", {}, http::link(here, visit.t("Lening ", "Loan ") + number), " ",
            http::link(here + "/invoices", visit.t("Facturen (proefproductie)", "Invoices (proof production)")));
    return page(visit, report->title.in(visit.language),
                doings_html(visit, here, drawing_doings) + back + facts_html(visit, report->tables[0]) +
                    table_html(visit, report->tables[1]) + export_links(visit));
}

}  // namespace

std::vector<Route> drawing_routes()
{
    return {{http::Method::get, "/loans/{number}/drawing", Right::read, show}};
}

}  // namespace vierkant::web
