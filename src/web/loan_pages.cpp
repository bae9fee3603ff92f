// Loans: list, and one loan with its schedule, events, balance and postings. What an officer does with it is in
// loan_event_pages.cpp and loan_change_pages.cpp.

#include "storage/fund_store.h"
#include "storage/loan_query.h"
#include "usecases/show_loan.h"
#include "web/charts.h"
#include "web/doings.h"
#include "web/forms.h"
#include "web/tables.h"

#include <algorithm>
#include <array>

namespace vierkant::web {

namespace {

Date as_of(const Visit& visit)
{
    return read_day(visit.request.query["as_of"]).value_or(visit.today);
}

http::Response list(Visit& visit)
{
    const auto& query = visit.request.query;
    const storage::LoanFilter filter{query["late"] == "yes", query["scheme"], query["municipality"], part_asked(visit)};
    const auto report = usecases::list_loans(visit.connection, filter, visit.today, visit.language);
    const auto above = tag(
        "p", {{"class", "choices"}},
        tag("a", {{"href", "/loans"}, {"aria-current", "true", !filter.late}}, visit.t("Alle leningen", "All loans")),
        " ",
        tag("a", {{"href", "/loans?late=yes"}, {"aria-current", "true", filter.late}},
            visit.t("Met achterstand", "In arrears")));
    const auto doing = visit.may(Right::handle) ? tag("p", {{"class", "doing"}},
                                                      tag("a", {{"href", "/loans/import"}, {"class", "button"}},
                                                          visit.t("Leningen overnemen", "Take over loans")))
                                                : Html{};
    const auto loans = usecases::count_loans(visit.connection, filter, visit.today);
    return part_page(visit, report, loans, doing + above);
}

std::int64_t cents_in(const reporting::Table& table, const reporting::Cells& row, std::string_view key)
{
    const auto column =
        std::find_if(table.columns.begin(), table.columns.end(), [&](const auto& one) { return one.key == key; });
    if (column == table.columns.end()) return 0;
    const auto* cents = std::get_if<std::int64_t>(&row[static_cast<std::size_t>(column - table.columns.begin())]);
    return cents == nullptr ? 0 : *cents;
}

/// What is left of the loan, instalment by instalment: the balance now and the plan after it.
Html balance_chart(const Visit& visit, const reporting::Table& loan, const reporting::Table& schedule)
{
    Chart chart;
    chart.title = visit.t("Restschuld na elke termijn die nog komt", "Balance after each instalment to come");
    chart.kind = Chart::Kind::steps;
    chart.labels.push_back(visit.t("nu", "now"));
    chart.values.push_back(cents_in(loan, loan.rows.front(), "outstanding"));
    for (const auto& row : schedule.rows) {
        const auto* due = std::get_if<std::string>(&row[1]);
        const auto* balance = std::get_if<std::int64_t>(&row.back());
        if (due == nullptr || balance == nullptr) continue;
        chart.labels.push_back(due->substr(5, 2) + "-" + due->substr(2, 2));
        chart.values.push_back(*balance);
    }
    return chart_html(visit, chart);
}

constexpr std::array money_doings{Doing{"disbursement", "Uitbetalen", "Disburse"},
                                  Doing{"payment", "Betaling boeken", "Book a payment"},
                                  Doing{"prepayment", "Extra aflossing", "Extra repayment"},
                                  Doing{"costs", "Kosten", "Costs"},
                                  Doing{"refund", "Teruggeven", "Refund"},
                                  Doing{"reversal", "Terugdraaien", "Undo"}};
constexpr std::array plan_doings{
    Doing{"rescheduling", "Herschikken", "Reschedule"}, Doing{"holiday", "Betaalpauze", "Payment holiday"},
    Doing{"rate", "Rente wijzigen", "Change the rate"}, Doing{"milestone", "Mijlpaal gehaald", "Milestone reached"},
    Doing{"transfer", "Andere schuldenaar", "Another debtor"}};
constexpr std::array loss_doings{
    Doing{"call-in", "Opeisen", "Call in"}, Doing{"interest-waiver", "Rente kwijtschelden", "Waive interest"},
    Doing{"remission", "Kwijtschelden", "Remit"}, Doing{"write-off", "Afboeken", "Write off"},
    Doing{"recovery", "Alsnog ontvangen", "Recovered"}};
constexpr std::array end_doings{Doing{"pay-off", "Aflosnota", "Pay-off quote"}, Doing{"closing", "Sluiten", "Close"}};
constexpr std::array loan_doings{DoingGroup{"Geld", "Money", money_doings},
                                 DoingGroup{"Afspraken", "Agreements", plan_doings},
                                 DoingGroup{"Te laat", "Late", loss_doings}, DoingGroup{"Einde", "End", end_doings}};

/// "12" in the postings of a loan is entry 12 of its fund: "revolving/12", which leads to its page.
void name_entries(Visit& visit, reporting::Report& report)
{
    const auto loan = storage::find_loan(visit.connection, visit.parts["number"]);
    std::string code;
    for (const auto& fund : storage::fund_standings(visit.connection)) {
        if (loan && fund.id == loan->fund) code = fund.code;
    }
    for (auto& table : report.tables) {
        if (table.name != "postings" || code.empty()) continue;
        table.columns.front().type = reporting::ColumnType::text;
        for (auto& row : table.rows) {
            if (const auto* number = std::get_if<std::int64_t>(&row.front()))
                row.front() = code + "/" + std::to_string(*number);
        }
    }
}

http::Response show(Visit& visit)
{
    const auto& number = visit.parts["number"];
    const auto day = as_of(visit);
    auto report = usecases::show_loan(visit.connection, number, day, visit.language);
    if (!report) return refusal_page(visit, report.refusal());
    const auto schedule = usecases::loan_schedule(visit.connection, number, day);
    if (!schedule) return refusal_page(visit, schedule.refusal());
    report->tables.insert(report->tables.begin() + 1, schedule->tables.front());
    if (auto file = exported(visit, *report)) return *file;
    name_entries(visit, *report);
    const auto& loan = report->tables.front();
    const auto here = "/loans/" + number;
    const auto papers =
        tag("p", {{"class", "choices"}},
            http::link(here + "/statement", visit.t("Rekeningoverzicht", "Statement of account")), " ",
            http::link(here + "/confirmation", visit.t("Saldobevestiging", "Confirmation of balance")), " ",
            http::link(here + "/letters", visit.t("Brieven", "Letters")), " ",
            http::link(here + "/risk", visit.t("Zekerheden en risico", "Collateral and risk")), " ",
            http::link(here + "/invoices", visit.t("Facturen (proefproductie)", "Invoices (proof production)")));
    Html content = doings_html(visit, here, std::span<const DoingGroup>{loan_doings}) + papers +
                   facts_html(visit, loan) + balance_chart(visit, loan, schedule->tables.front());
    for (std::size_t i = 1; i < report->tables.size(); ++i) content += table_html(visit, report->tables[i]);
    content += tag("form", {{"action", here}, {"method", "get"}, {"class", "filter"}},
                   tag("label", {{"for", "as-of"}}, visit.t("Stand op", "As of")),
                   tag("input", {{"id", "as-of"}, {"name", "as_of"}, {"type", "date"}, {"value", to_text(day)}}),
                   tag("button", {{"type", "submit"}}, visit.t("Toon", "Show")));
    return page(visit, report->title.in(visit.language), content + export_links(visit));
}

}  // namespace

std::vector<Route> loan_routes()
{
    return {{http::Method::get, "/loans", Right::read, list},
            {http::Method::get, "/loans/{number}", Right::read, show}};
}

}  // namespace vierkant::web
