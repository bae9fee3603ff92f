// Loans: list, one loan with its schedule, events, balance and postings, and what an officer does with it.

#include "storage/fund_store.h"
#include "storage/loan_query.h"
#include "usecases/loan_booking.h"
#include "usecases/loan_orders.h"
#include "usecases/show_loan.h"
#include "web/charts.h"
#include "web/doings.h"
#include "web/forms.h"
#include "web/tables.h"

#include <algorithm>
#include <array>

namespace vierkant::web {

namespace {

using Kind = Field::Kind;
using lending::EventKind;
using storage::OrderKind;

Date as_of(const Visit& visit)
{
    return read_day(visit.request.query["as_of"]).value_or(visit.today);
}

http::Response list(Visit& visit)
{
    const auto& query = visit.request.query;
    const storage::LoanFilter filter{query["late"] == "yes", query["scheme"], query["municipality"]};
    const auto report = usecases::list_loans(visit.connection, filter, visit.today, visit.language);
    const auto above = tag(
        "p", {{"class", "choices"}},
        tag("a", {{"href", "/loans"}, {"aria-current", "true", !filter.late}}, visit.t("Alle leningen", "All loans")),
        " ",
        tag("a", {{"href", "/loans?late=yes"}, {"aria-current", "true", filter.late}},
            visit.t("Met achterstand", "In arrears")));
    return list_page(visit, report, above);
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

constexpr std::array loan_doings{Doing{"disbursement", "Uitbetalen", "Disburse"},
                                 Doing{"payment", "Betaling boeken", "Book a payment"},
                                 Doing{"prepayment", "Extra aflossing", "Extra repayment"},
                                 Doing{"rate", "Rente wijzigen", "Change the rate"},
                                 Doing{"costs", "Kosten", "Costs"},
                                 Doing{"reversal", "Terugdraaien", "Undo"},
                                 Doing{"refund", "Teruggeven", "Refund"},
                                 Doing{"remission", "Kwijtschelden", "Remit"},
                                 Doing{"write-off", "Afboeken", "Write off"},
                                 Doing{"call-in", "Opeisen", "Call in"},
                                 Doing{"recovery", "Alsnog ontvangen", "Recovered"}};

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
            http::link(here + "/invoices", visit.t("Facturen (proefproductie)", "Invoices (proof production)")));
    Html content = doings_html(visit, here, loan_doings) + papers + facts_html(visit, loan) +
                   balance_chart(visit, loan, schedule->tables.front());
    for (std::size_t i = 1; i < report->tables.size(); ++i) content += table_html(visit, report->tables[i]);
    content += tag("form", {{"action", here}, {"method", "get"}, {"class", "filter"}},
                   tag("label", {{"for", "as-of"}}, visit.t("Stand op", "As of")),
                   tag("input", {{"id", "as-of"}, {"name", "as_of"}, {"type", "date"}, {"value", to_text(day)}}),
                   tag("button", {{"type", "submit"}}, visit.t("Toon", "Show")));
    return page(visit, report->title.in(visit.language), content + export_links(visit));
}

Html standing(Visit& visit)
{
    const auto report = usecases::show_loan(visit.connection, visit.parts["number"], visit.today, visit.language);
    if (!report) return tag("p", {{"class", "error"}}, words_of(visit, report.refusal()));
    reporting::Table brief{"loan", report->tables.front().title, {}, {{}}, {}};
    const auto& whole = report->tables.front();
    for (std::size_t i = 0; i < whole.columns.size(); ++i) {
        const auto& key = whole.columns[i].key;
        if (key != "number" && key != "borrower" && key != "status" && key != "awarded" && key != "drawn" &&
            key != "outstanding")
            continue;
        brief.columns.push_back(whole.columns[i]);
        brief.rows.front().push_back(whole.rows.front()[i]);
    }
    return facts_html(visit, brief);
}

const Field amount_field{"amount", {"Bedrag", "Amount"}, Kind::money, true};
const Field note_field{
    "note", {"Toelichting", "Note"}, Kind::text, false, {"Geen namen van personen.", "No names of persons."}};

Field day_field(const Visit& visit)
{
    return {"date", {"Dag waarop het gebeurde", "Day it happened"}, Kind::date, true, {}, {}, to_text(visit.today)};
}

const Field excess_field{
    "excess",
    {"Wat meer betaald is dan vervallen", "What was paid beyond what is due"},
    Kind::select,
    true,
    {},
    {{"shorten", {"eerder klaar: de laatste termijnen vervallen", "done earlier: the last instalments go"}},
     {"lower", {"lagere termijnen tot het einde", "lower instalments to the end"}},
     {"advance", {"vooruitbetaald: voor de volgende termijnen", "paid ahead: for the next instalments"}}},
    "shorten"};

lending::Excess excess_of(const Reader& read)
{
    if (read.text("excess") == "lower") return lending::Excess::lower;
    return read.text("excess") == "advance" ? lending::Excess::advance : lending::Excess::shorten;
}

Result<std::string> record(Visit& visit, Reader& read, EventKind kind)
{
    lending::Event event{EventId{}, read.day("date"), kind};
    if (kind == EventKind::rate_change) {
        event.rate = read.percent("percent");
    } else if (kind == EventKind::reversal) {
        event.reverses = EventId{read.number("event")};
    } else {
        event.amount = read.money("amount");
        event.excess = excess_of(read);
    }
    if (read.failed()) return read.refusal();
    const auto receipt = usecases::record_loan_event(visit.connection, visit.task("loan event"), visit.parts["number"],
                                                     event, read.text("note"));
    if (!receipt) return receipt.refusal();
    return visit.t("Geboekt. Uitstaand is nu ", "Booked. Outstanding is now ") + visit.shown(receipt->outstanding) +
           ".";
}

void add_event(std::vector<Route>& routes, const std::string& name, Word title, std::vector<Field> own, EventKind kind)
{
    add_action(routes, {"/loans/{number}/" + name,
                        Right::handle,
                        std::move(title),
                        {"Boeken", "Book"},
                        [own = std::move(own)](Visit& visit) {
                            auto fields = own;
                            fields.insert(fields.begin() + 1, day_field(visit));
                            fields.push_back(note_field);
                            return fields;
                        },
                        [kind](Visit& visit, Reader& read) { return record(visit, read, kind); },
                        standing});
}

Result<std::string> prepare(Visit& visit, Reader& read, OrderKind kind)
{
    const auto amount = read.money("amount");
    const auto day = read.day_if_given("date");
    if (read.failed()) return read.refusal();
    const auto order =
        usecases::prepare_loan_order(visit.connection, visit.task("loan order"),
                                     {visit.parts["number"], kind, amount, day, read.text("iban"), read.text("note")});
    if (!order) return order.refusal();
    return visit.t("Opdracht ", "Order ") + order->number +
           visit.t(" staat klaar. Een collega geeft haar vrij.", " is prepared. A colleague releases it.");
}

void add_order(std::vector<Route>& routes, const std::string& name, Word title, OrderKind kind, bool pays)
{
    add_action(routes, {"/loans/{number}/" + name,
                        Right::handle,
                        std::move(title),
                        {"Klaarzetten", "Prepare"},
                        [pays](Visit&) {
                            std::vector<Field> fields{amount_field,
                                                      {"date",
                                                       {"Dag waarop het ingaat", "Day it takes effect"},
                                                       Kind::date,
                                                       false,
                                                       {"Leeg: de dag van vrijgave.", "Empty: the day of release."}}};
                            if (pays) {
                                fields.push_back({"iban",
                                                  {"Rekening", "Account"},
                                                  Kind::text,
                                                  false,
                                                  {"Leeg: de rekening van de onderneming.",
                                                   "Empty: the account of the undertaking."}});
                            }
                            fields.push_back(note_field);
                            return fields;
                        },
                        [kind](Visit& visit, Reader& read) { return prepare(visit, read, kind); },
                        standing,
                        "",
                        false,
                        !pays});
}

}  // namespace

std::vector<Route> loan_routes()
{
    std::vector<Route> routes{{http::Method::get, "/loans", Right::read, list},
                              {http::Method::get, "/loans/{number}", Right::read, show}};
    add_order(routes, "disbursement", {"Uitbetaling klaarzetten", "Prepare a disbursement"}, OrderKind::disbursement,
              true);
    add_order(routes, "refund", {"Teruggave klaarzetten", "Prepare a refund"}, OrderKind::refund, true);
    add_order(routes, "remission", {"Kwijtschelding klaarzetten", "Prepare a remission"}, OrderKind::remission, false);
    add_order(routes, "write-off", {"Afboeking klaarzetten", "Prepare a write-off"}, OrderKind::write_off, false);
    add_event(routes, "payment", {"Betaling boeken", "Book a payment"}, {amount_field, excess_field},
              EventKind::payment);
    add_event(routes, "prepayment", {"Extra aflossing boeken", "Book an extra repayment"}, {amount_field, excess_field},
              EventKind::prepayment);
    add_event(routes, "costs", {"Kosten in rekening brengen", "Charge costs"}, {amount_field}, EventKind::fee);
    add_event(routes, "recovery", {"Alsnog ontvangen na afboeking", "Received after a write-off"}, {amount_field},
              EventKind::recovery);
    add_event(routes, "rate", {"Rente wijzigen", "Change the rate"},
              {{"percent", {"Rente per jaar (%)", "Rate a year (%)"}, Kind::percent, true}}, EventKind::rate_change);
    add_event(routes, "reversal", {"Gebeurtenis terugdraaien", "Undo an event"},
              {{"event",
                {"Nummer van de gebeurtenis", "Number of the event"},
                Kind::number,
                true,
                {"Staat bij de gebeurtenissen van de lening.", "Stands with the events of the loan."}}},
              EventKind::reversal);
    return routes;
}

}  // namespace vierkant::web
