// Loans: list, and one loan with its schedule, events, balance and postings. What an officer does with it is in
// loan_event_pages.cpp and loan_change_pages.cpp.

#include "storage/dossier_store.h"
#include "storage/loan_query.h"
#include "usecases/show_loan.h"
#include "web/charts.h"
#include "web/doings.h"
#include "web/folds.h"
#include "web/forms.h"
#include "web/tables.h"

#include <algorithm>
#include <array>
#include <set>

namespace vierkant::web {

namespace {

constexpr std::size_t most_events = 60;  ///< on the page of a loan; more have a page of their own

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
constexpr std::array loss_doings{Doing{"arrangement", "Betalingsregeling", "Arrangement"},
                                 Doing{"charge", "Rente en kosten bijschrijven", "Charge interest and costs"},
                                 Doing{"call-in", "Opeisen", "Call in"},
                                 Doing{"interest-waiver", "Rente kwijtschelden", "Waive interest"},
                                 Doing{"remission", "Kwijtschelden", "Remit"},
                                 Doing{"write-off", "Afboeken", "Write off"},
                                 Doing{"recovery", "Alsnog ontvangen", "Recovered"}};
constexpr std::array end_doings{Doing{"pay-off", "Aflosnota", "Pay-off quote"}, Doing{"closing", "Sluiten", "Close"}};
constexpr std::array loan_doings{DoingGroup{"Geld", "Money", money_doings},
                                 DoingGroup{"Afspraken", "Agreements", plan_doings},
                                 DoingGroup{"Te laat", "Late", loss_doings}, DoingGroup{"Einde", "End", end_doings}};

/// "12" in the postings of a loan is entry 12 of its fund: "revolving/12", which leads to its page.
void name_entries(const std::string& fund, reporting::Report& report)
{
    for (auto& table : report.tables) {
        if (table.name != "postings") continue;
        table.columns.front().type = reporting::ColumnType::text;
        for (auto& row : table.rows) {
            if (const auto* number = std::get_if<std::int64_t>(&row.front()))
                row.front() = fund + "/" + std::to_string(*number);
        }
    }
}

/// Only the loans of a proof production have invoices.
bool is_paid_on_invoices(const Visit& visit, const std::string& loan_scheme)
{
    const auto editions = storage::scheme_editions(visit.connection, loan_scheme);
    return std::any_of(editions.begin(), editions.end(), [](const schemes::Scheme& scheme) {
        return scheme.instrument == schemes::Instrument::proof_production_loan;
    });
}

Html papers_of(const Visit& visit, const std::string& scheme, const std::string& here)
{
    std::vector<Html> links{http::link(here + "/statement", visit.t("Rekeningoverzicht", "Statement of account")),
                            http::link(here + "/confirmation", visit.t("Saldobevestiging", "Confirmation of balance")),
                            http::link(here + "/letters", visit.t("Brieven", "Letters")),
                            http::link(here + "/drawing", visit.t("Opnemen", "Drawing")),
                            http::link(here + "/risk", visit.t("Zekerheden en risico", "Collateral and risk"))};
    if (is_paid_on_invoices(visit, scheme))
        links.push_back(http::link(here + "/invoices", visit.t("Facturen", "Invoices")));
    return tag("p", {{"class", "choices"}}, http::joined(links, Html{" "}));
}

/// What an officer wants to know first.
Html summary_html(const Visit& visit, const reporting::Table& loan)
{
    std::vector<Html> figures;
    for (const auto* key : {"status", "outstanding", "arrears", "next_amount", "next_due", "pay_off"}) {
        for (std::size_t i = 0; i < loan.columns.size(); ++i) {
            const auto& column = loan.columns[i];
            if (column.key != key) continue;
            const auto content = cell_html(visit, loan.rows.front()[i], column);
            if (content.empty()) continue;
            const bool late = column.key == "arrears" && cents_in(loan, loan.rows.front(), "arrears") > 0;
            figures.push_back(tag("div", {}, tag("dt", {}, column.title.in(visit.language)),
                                  tag("dd", {{"class", "minus", late}}, content)));
        }
    }
    return http::element("dl", {{"class", "figures"}}, figures);
}

/// The facts that the summary does not say already; what a loan is late with and is nothing, is left out.
reporting::Table telling(const reporting::Table& loan)
{
    static const std::set<std::string> said{"number", "status", "outstanding", "next_amount", "next_due", "pay_off"};
    auto table = loan;
    for (std::size_t i = table.columns.size(); i-- > 0;) {
        const auto& key = table.columns[i].key;
        const bool of_trouble = key.starts_with("arrears") || key == "days_past_due" || key == "overpaid" ||
                                key == "given_up" || key == "default_interest_received";
        const auto* figure = std::get_if<std::int64_t>(&table.rows.front()[i]);
        const bool nothing = of_trouble && figure != nullptr && *figure == 0;
        if (!nothing && !said.contains(key)) continue;
        table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(i));
        table.rows.front().erase(table.rows.front().begin() + static_cast<std::ptrdiff_t>(i));
    }
    return table;
}

Html asked_day(const Visit& visit, const std::string& here, Date day)
{
    return tag("form", {{"action", here}, {"method", "get"}, {"class", "filter"}},
               tag("label", {{"for", "as-of"}}, visit.t("Stand op", "As of")),
               tag("input", {{"id", "as-of"}, {"name", "as_of"}, {"type", "date"}, {"value", to_text(day)}}),
               tag("button", {{"type", "submit"}}, visit.t("Toon", "Show")));
}

constexpr std::size_t last_rows = 10;  ///< of what was paid and what was booked; all have a page of their own

/// A table of the loan as the page shows it: the plan and what happened a year, the rest by its last rows.
Html table_of(const Visit& visit, reporting::Table table, Date day, const std::string& here)
{
    const bool all = visit.request.query["all"] == "yes";
    if (table.name == "instalments")
        return by_year_html(visit, std::move(table), {"due", {"total", "paid"}, day.year(), all});
    if (table.name == "events" && table.rows.size() <= most_events)
        return by_year_html(visit, std::move(table), {"value_date", {"amount"}, day.year(), all});
    if (table.name == "terms") return table_html(visit, table);
    return last_rows_html(visit, table, last_rows, here + "/" + table.name);
}

/// REQUIRES: there is such a loan, as its picture has shown.
storage::LoanPlace place_shown(const Visit& visit)
{
    auto place = storage::place_of_loan(visit.connection, visit.parts["number"]);
    verify(place.has_value(), "a loan that was shown is there");
    return std::move(*place);
}

Result<reporting::Report> picture_of(Visit& visit, Date day, std::int64_t last_postings = 0)
{
    return usecases::show_loan(visit.connection, visit.parts["number"], day, visit.language, {true, last_postings});
}

http::Response show(Visit& visit)
{
    const auto day = as_of(visit);
    const bool file_wanted = visit.request.query.has("format");
    auto report = picture_of(visit, day, file_wanted ? 0 : last_rows + 1);  // one more tells that there are more
    if (!report) return refusal_page(visit, report.refusal());
    if (auto file = exported(visit, *report)) return *file;
    const auto place = place_shown(visit);
    name_entries(place.fund, *report);
    const auto& loan = report->tables.front();
    const auto here = "/loans/" + visit.parts["number"];
    Html content = summary_html(visit, loan) + doings_html(visit, here, std::span<const DoingGroup>{loan_doings}) +
                   papers_of(visit, place.scheme, here) + facts_html(visit, telling(loan)) +
                   balance_chart(visit, loan, report->tables[1]);
    auto tables = in_words(visit, std::move(report->tables));
    for (std::size_t i = 1; i < tables.size(); ++i) content += table_of(visit, std::move(tables[i]), day, here);
    const auto open_all =
        tag("p", {},
            http::link(here + "?all=yes&as_of=" + to_text(day), visit.t("Alle jaren openklappen", "Unfold all years")));
    return page(visit, report->title.in(visit.language),
                content + open_all + asked_day(visit, here, day) + export_links(visit));
}

/// One table of a loan whole, as a list: what happened, what was paid on what, what was booked.
http::Response show_table(Visit& visit, const std::string& name)
{
    auto report = picture_of(visit, as_of(visit));
    if (!report) return refusal_page(visit, report.refusal());
    name_entries(place_shown(visit).fund, *report);
    const auto back = tag("p", {}, http::link("/loans/" + visit.parts["number"], report->title.in(visit.language)));
    for (auto& table : report->tables) {
        if (table.name != name) continue;
        const reporting::Words title{table.title.nl + ": " + report->title.nl,
                                     table.title.en + ": " + report->title.en};
        return list_page(visit, {"loan-" + name, title, report->as_of, report->parameters, {table}}, back);
    }
    return not_found(visit);
}

}  // namespace

std::vector<Route> loan_routes()
{
    return {{http::Method::get, "/loans", Right::read, list},
            {http::Method::get, "/loans/{number}", Right::read, show},
            {http::Method::get, "/loans/{number}/events", Right::read,
             [](Visit& visit) { return show_table(visit, "events"); }},
            {http::Method::get, "/loans/{number}/allocations", Right::read,
             [](Visit& visit) { return show_table(visit, "allocations"); }},
            {http::Method::get, "/loans/{number}/postings", Right::read,
             [](Visit& visit) { return show_table(visit, "postings"); }}};
}

}  // namespace vierkant::web
