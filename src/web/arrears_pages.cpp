// Who is late: the list by age, what being late costs, charging it, and what an undertaking owes in all.

#include "domain/arrears/age.h"
#include "usecases/arrears_lists.h"
#include "usecases/calculate_late.h"
#include "usecases/charge_arrears.h"
#include "web/forms.h"
#include "web/http/parse.h"
#include "web/tables.h"

#include <algorithm>
#include <array>

namespace vierkant::web {

namespace {

using arrears::Age;
using Kind = Field::Kind;
using reporting::ColumnType;
using reporting::Table;

constexpr std::array ages{Age::month, Age::two, Age::three, Age::defaulted};

std::size_t place_of(const Table& table, std::string_view key)
{
    const auto column =
        std::find_if(table.columns.begin(), table.columns.end(), [&](const auto& one) { return one.key == key; });
    verify(column != table.columns.end(), "the list of arrears has this column");
    return static_cast<std::size_t>(column - table.columns.begin());
}

void drop_column(Table& table, std::string_view key)
{
    const auto at = static_cast<std::ptrdiff_t>(place_of(table, key));
    table.columns.erase(table.columns.begin() + at);
    for (auto& row : table.rows) row.erase(row.begin() + at);
    if (!table.totals.empty()) table.totals.erase(table.totals.begin() + at);
}

/// How many debts and how much there is in each band of age; each leads to those.
Html bands_html(const Visit& visit, const Table& debts)
{
    const auto age = place_of(debts, "age");
    const auto late = place_of(debts, "late");
    std::vector<Html> items;
    for (const auto one : ages) {
        const std::string band{arrears::band_of(one)};
        std::int64_t count = 0;
        Money sum;
        for (const auto& row : debts.rows) {
            if (row[age] != reporting::Cell{band}) continue;
            ++count;
            sum += Money::cents(std::get<std::int64_t>(row[late]));
        }
        const bool here = visit.request.query["age"] == band;
        items.push_back(
            tag("div", {}, tag("dt", {}, band + visit.t(" dagen", " days")),
                tag("dd", {},
                    tag("a", {{"href", "/arrears?age=" + http::percent_encoded(band)}, {"aria-current", "true", here}},
                        visit.shown(sum)),
                    tag("span", {{"class", "detail"}}, " (" + std::to_string(count) + ")"))));
    }
    return http::element("dl", {{"class", "figures"}}, items);
}

Html doings(const Visit& visit)
{
    Html links;
    if (visit.may(Right::handle))
        links += tag("a", {{"href", "/arrears/letters/new"}, {"class", "button"}},
                     visit.t("Brieven opmaken", "Draw up letters")) +
                 Html{" "};
    return tag(
        "p", {{"class", "doing"}}, links,
        tag("a", {{"href", "/arrears/letters"}, {"class", "button"}}, visit.t("Verstuurde brieven", "Letters sent")),
        " ",
        tag("a", {{"href", "/arrears/arrangements"}, {"class", "button"}},
            visit.t("Betalingsregelingen", "Arrangements")),
        " ", tag("a", {{"href", "/arrears/calculator"}, {"class", "button"}}, visit.t("Narekenen", "Calculate")));
}

http::Response list(Visit& visit)
{
    auto report = usecases::list_arrears(visit.connection, read_day(visit.request.query["as_of"]).value_or(visit.today),
                                         visit.language);
    if (!report) return refusal_page(visit, report.refusal());
    auto& debts = report->tables.front();
    const auto bands = bands_html(visit, debts);
    if (const auto& wanted = visit.request.query["age"]; !wanted.empty()) {
        const auto age = place_of(debts, "age");
        std::erase_if(debts.rows, [&](const auto& row) { return row[age] != reporting::Cell{wanted}; });
        debts.totals.clear();
    }
    // A page shows what is late in one figure; a file has its parts.
    if (!visit.request.query.has("format")) {
        for (const auto* part : {"kind", "principal", "interest", "costs"}) drop_column(debts, part);
    }
    const auto all = visit.request.query.has("age")
                         ? tag("p", {}, http::link("/arrears", visit.t("Alle achterstanden", "All arrears")))
                         : Html{};
    return list_page(visit, *report, doings(visit) + bands + all);
}

// Charging

usecases::ChargeRequest charge_asked(const Visit& visit, const Reader& read)
{
    return {visit.parts["number"], read.has("interest"), read.has("costs")};
}

Result<Effect> weigh_charge(Visit& visit, Reader& read)
{
    const auto request = charge_asked(visit, read);
    if (!request.default_interest && !request.collection_costs) {
        read.wrong("interest", visit.t("Kies wat u bijschrijft.", "Choose what to charge."));
        return read.refusal();
    }
    const auto due = usecases::charges_due(visit.connection, request, visit.today);
    if (!due) return due.refusal();
    Table table{"charge",
                {"Wat erbij komt", "What is added"},
                {{"what", {"Wat", "What"}}, {"amount", {"Bedrag", "Amount"}, ColumnType::money}},
                {{visit.t("Rente bij verzuim", "Default interest"), due->default_interest.in_cents()},
                 {visit.t("Incassokosten", "Collection costs"), due->collection_costs.in_cents()},
                 {visit.t("Daarna vervallen en open", "Due and open after it"), due->owed.in_cents()}},
                {}};
    return Effect{table_html(visit, table)};
}

Result<std::string> charge(Visit& visit, Reader& read)
{
    const auto receipt =
        usecases::charge_arrears(visit.connection, visit.task("arrears charge"), charge_asked(visit, read));
    if (!receipt) return receipt.refusal();
    return visit.t("Bijgeschreven. Vervallen en open is nu ", "Charged. Due and open is now ") +
           visit.shown(receipt->owed) + ".";
}

std::vector<Field> charge_fields(Visit&)
{
    return {{"interest", {"Rente bij verzuim tot vandaag", "Default interest until today"}, Kind::checkbox},
            {"costs",
             {"Incassokosten volgens de staffel", "Collection costs by the scale"},
             Kind::checkbox,
             false,
             {"Na een aanmaning waarvan de termijn voorbij is.", "After a demand whose term has passed."}}};
}

// Reading

http::Response show_claim(Visit& visit)
{
    const auto as_of = read_day(visit.request.query["as_of"]).value_or(visit.today);
    const auto report = usecases::claim_list(visit.connection, visit.parts["kvk"], as_of, visit.language);
    if (!report) return refusal_page(visit, report.refusal());
    if (auto file = exported(visit, *report)) return *file;
    const auto form =
        tag("form", {{"action", visit.request.path}, {"method", "get"}, {"class", "filter"}},
            tag("label", {{"for", "as-of"}}, visit.t("Op", "On")),
            tag("input", {{"id", "as-of"}, {"name", "as_of"}, {"type", "date"}, {"value", to_text(as_of)}}),
            tag("button", {{"type", "submit"}}, visit.t("Toon", "Show")));
    const auto hint = visit.t(
        "Neem bij faillissement de dag van het faillissement: rente van daarna kan niet worden "
        "ingediend.",
        "In insolvency take its day: interest after it cannot be filed.");
    Html tables;
    for (const auto& table : report->tables) tables += table_html(visit, table);
    return page(visit, report->title.in(visit.language),
                form + tag("p", {{"class", "detail"}}, hint) + tables + export_links(visit));
}

Html calculator_form(const Visit& visit)
{
    const auto& query = visit.request.query;
    const auto input = [&](const std::string& name, const Word& label, const char* type, const std::string& initial) {
        const auto value = query.has(name) ? query[name] : initial;
        return tag("div", {{"class", "field"}}, tag("label", {{"for", name}}, visit.t(label)),
                   tag("input", {{"id", name}, {"name", name}, {"type", type}, {"value", value}}));
    };
    std::vector<Html> kinds;
    const std::array<Choice, 3> rates{
        {{"non-commercial", {"wettelijke rente (6:119 BW)", "statutory (art. 6:119 BW)"}},
         {"commercial", {"wettelijke handelsrente (6:119a BW)", "statutory commercial (art. 6:119a BW)"}},
         {"agreed", {"afgesproken rente", "agreed rate"}}}};
    for (const auto& rate : rates)
        kinds.push_back(
            tag("option", {{"value", rate.value}, {"selected", "", query["kind"] == rate.value}}, visit.t(rate.label)));
    return tag("form", {{"action", "/arrears/calculator"}, {"method", "get"}, {"class", "form"}},
               input("amount", {"Bedrag dat te laat is", "Sum that is late"}, "text", ""),
               input("from", {"Te laat vanaf", "Late from"}, "date", ""),
               input("until", {"Betaald op", "Paid on"}, "date", to_text(visit.today)),
               tag("div", {{"class", "field"}}, tag("label", {{"for", "kind"}}, visit.t("Rente", "Interest")),
                   http::element("select", {{"id", "kind"}, {"name", "kind"}}, kinds)),
               input("percent", {"Afgesproken rente per jaar (%)", "Agreed rate a year (%)"}, "text", ""),
               tag("div", {{"class", "buttons"}},
                   tag("button", {{"type", "submit"}, {"class", "primary"}}, visit.t("Reken uit", "Calculate"))));
}

Html outcome(const Visit& visit, const Result<reporting::Report>& report)
{
    if (!report) return tag("p", {{"class", "error"}}, words_of(visit, report.refusal()));
    Html tables;
    for (const auto& table : report->tables) tables += table_html(visit, table);
    return tables;
}

http::Response show_calculator(Visit& visit)
{
    const auto& query = visit.request.query;
    const auto amount = read_money(query["amount"], visit.language);
    const auto from = read_day(query["from"]);
    const auto until = read_day(query["until"]);
    const auto percent = read_percent(query["percent"]);
    const bool agreed = query["kind"] == "agreed";
    const auto kind = agreed                          ? arrears::LateRate::contractual
                      : query["kind"] == "commercial" ? arrears::LateRate::commercial
                                                      : arrears::LateRate::non_commercial;
    Html found;
    if (query.has("amount") && !amount)
        found += tag("p", {{"class", "error"}}, visit.t("Schrijf een bedrag, zoals 2.600,00.", "Write an amount."));
    if (agreed && !percent)
        found += tag("p", {{"class", "error"}}, visit.t("Schrijf de afgesproken rente.", "Write the agreed rate."));
    if (amount && from && until && (!agreed || percent))
        found +=
            outcome(visit, usecases::calculate_late_interest(*amount, *from, *until, kind, percent.value_or(Rate{})));
    if (amount) found += outcome(visit, usecases::calculate_collection_costs(*amount, visit.today));
    return page(visit, visit.t("Rente en kosten narekenen", "Calculate interest and costs"),
                tag("p", {{"class", "detail"}},
                    visit.t("Rekent over een bedrag, los van een lening; er wordt niets geboekt.",
                            "Reckons over a sum, apart from any loan; nothing is booked.")) +
                    calculator_form(visit) + found);
}

}  // namespace

std::vector<Route> arrears_routes()
{
    using http::Method;
    std::vector<Route> routes{{.pattern = "/arrears", .handle = list, .takes_long = true},
                              {Method::get, "/arrears/calculator", Right::read, show_calculator},
                              {Method::get, "/undertakings/{kvk}/claim", Right::read, show_claim}};
    Action action{"/loans/{number}/charge",
                  Right::handle,
                  {"Rente en kosten bijschrijven", "Charge interest and costs"},
                  {"Bijschrijven", "Charge"},
                  charge_fields,
                  charge,
                  [](Visit& visit) {
                      const auto& number = visit.parts["number"];
                      return tag("p", {}, http::link("/loans/" + number, visit.t("Lening ", "Loan ") + number));
                  }};
    action.effect = weigh_charge;
    add_action(routes, std::move(action));
    return routes;
}

}  // namespace vierkant::web
