// What changes a loan's plan or its debtor, what is needed to pay it off, and its end.

#include "formats/loan_event_json.h"
#include "storage/loan_store.h"
#include "usecases/list_undertakings.h"
#include "usecases/loan_debtor.h"
#include "usecases/preview_loan.h"
#include "usecases/register_undertaking.h"
#include "web/json_form.h"
#include "web/loan_forms.h"
#include "web/messages.h"
#include "web/tables.h"

#include <algorithm>
#include <memory>

namespace vierkant::web {

namespace {

using formats::Json;
using Kind = Field::Kind;
using lending::Event;
using lending::EventKind;

const Word record{"Vastleggen", "Keep"};

Field start_field(const Visit& visit)
{
    return {"date", {"Gaat in op", "Takes effect on"}, Kind::date, true, {}, {}, to_text(visit.today)};
}

Field choice(std::string name, Word label, std::vector<Choice> choices, std::string initial)
{
    return {std::move(name), std::move(label), Kind::select, true, {}, std::move(choices), std::move(initial)};
}

// Rescheduling

std::string method_name(lending::Method method)
{
    if (method == lending::Method::linear) return "linear";
    if (method == lending::Method::bullet) return "bullet";
    return method == lending::Method::custom ? "custom" : "annuity";
}

std::string unit_name(lending::Unit unit)
{
    if (unit == lending::Unit::week) return "week";
    if (unit == lending::Unit::day) return "day";
    return unit == lending::Unit::year ? "year" : "month";
}

std::vector<Field> rescheduling_fields(Visit& visit)
{
    const auto found = usecases::terms_in_force(visit.connection, visit.parts["number"], visit.today);
    const auto terms = found ? *found : lending::LoanTerms{};
    const Word rhythm{"Termijnen", "Instalments"};
    const Word grace{"Aan het begin", "At the beginning"};
    return {start_field(visit),
            choice("method", {"Aflossing", "Repayment"},
                   {{"annuity", {"gelijke termijnen (annuïteit)", "equal instalments (annuity)"}},
                    {"linear", {"gelijke aflossing (lineair)", "equal principal (linear)"}},
                    {"bullet", {"alles met de laatste termijn", "all with the last instalment"}},
                    {"custom", {"eigen schema, hieronder", "a plan of its own, below"}}},
                   method_name(terms.method)),
            {"instalments", {"Aantal", "Number"}, Kind::number, true, {}, {}, {}, {}, rhythm},
            {"first_due", {"Eerste vervalt op", "First falls due on"}, Kind::date, true, {}, {}, {}, {}, rhythm},
            {"every", {"Elke", "Every"}, Kind::number, true, {}, {}, std::to_string(terms.every), {}, rhythm},
            {"unit",
             {"Periode", "Period"},
             Kind::select,
             true,
             {},
             {{"month", {"maanden", "months"}},
              {"week", {"weken", "weeks"}},
              {"day", {"dagen", "days"}},
              {"year", {"jaren", "years"}}},
             unit_name(terms.unit),
             {},
             rhythm},
            choice("arrears", {"De achterstand", "The arrears"},
                   {{"capitalised", {"komt bij de hoofdsom", "are added to the principal"}},
                    {"spread", {"wordt verdeeld over de termijnen", "are spread over the instalments"}},
                    {"frozen",
                     {"vervalt met de laatste termijn, zonder rente tot dan",
                      "fall due with the last instalment, without interest until then"}}},
                   "capitalised"),
            {"principal_grace",
             {"Termijnen zonder aflossing", "Instalments without principal"},
             Kind::number,
             false,
             {},
             {},
             {},
             {},
             grace},
            {"interest_grace",
             {"Termijnen met andere rente", "Instalments with other interest"},
             Kind::number,
             false,
             {},
             {},
             {},
             {},
             grace},
            {"interest_grace_kind",
             {"Die rente", "That interest"},
             Kind::select,
             false,
             {},
             {{"", {"", ""}},
              {"waived", {"vervalt", "is waived"}},
              {"deferred", {"komt later", "is deferred"}},
              {"capitalised", {"wordt bijgeschreven", "is capitalised"}}},
             "",
             {},
             grace},
            {"percent",
             {"Nieuwe rente per jaar (%)", "New rate a year (%)"},
             Kind::percent,
             false,
             {"Leeg: de rente blijft.", "Empty: the rate stays."}},
            {"plan",
             {"Eigen schema", "Plan of its own"},
             Kind::textarea,
             false,
             {"Per regel een dag en een bedrag: 01-09-2026 2.500,00. Samen precies wat er openstaat.",
              "A day and an amount a line: 2026-09-01 2,500.00. Together exactly what is outstanding."}},
            {"last_drawing",
             {"Laatste dag van opnemen", "Last day of drawing"},
             Kind::date,
             false,
             {"Leeg: zoals het was. Ook als het recht van opnemen al was vervallen.",
              "Empty: as it was. Also where the right to draw had lapsed."}},
            event_note_field};
}

/// A day and an amount on each line.
Json plan_of(const Visit& visit, Reader& read)
{
    auto plan = Json::array();
    for (const auto& [due, principal] : read_days_and_amounts(visit, read, "plan")) {
        plan.push_back({{"due", to_text(due)}, {"principal", to_text(principal)}});
    }
    return plan;
}

/// The new plan as the file that the command line reads.
Json new_terms(const Visit& visit, Reader& read, Date from)
{
    Json json;
    for (const auto* key : {"method", "unit", "arrears"}) put_text(json, key, read.text(key));
    for (const auto* key : {"instalments", "every"}) json[key] = read.number(key);
    for (const auto* key : {"principal_grace", "interest_grace"}) {
        if (read.has(key)) json[key] = read.number(key);
    }
    if (read.has("interest_grace")) put_text(json, "interest_grace_kind", read.text("interest_grace_kind"));
    json["first_due"] = to_text(read.day("first_due"));
    if (read.has("percent"))
        json["rates"] =
            Json::array({{{"from", to_text(from)}, {"annual_percent", to_percent_text(read.percent("percent"))}}});
    if (read.has("plan")) json["plan"] = plan_of(visit, read);
    if (const auto last = read.day_if_given("last_drawing")) json["last_drawing"] = to_text(*last);
    return json;
}

Result<Event> read_rescheduling(Visit& visit, Reader& read)
{
    const auto day = read.day("date");
    const auto json = new_terms(visit, read, day);
    if (read.failed()) return read.refusal();
    const auto terms = usecases::terms_in_force(visit.connection, visit.parts["number"], day);
    if (!terms) return terms.refusal();
    auto plan = formats::read_rescheduling(json.dump(), json_source, *terms);
    if (!plan) return at_field(visit, read, rescheduling_fields(visit), plan.refusal());
    Event event{EventId{}, day, EventKind::rescheduling};
    event.new_plan = std::make_shared<const lending::Rescheduling>(std::move(*plan));
    return event;
}

// The others

std::vector<Field> holiday_fields(Visit& visit)
{
    return {start_field(visit),
            {"instalments", {"Aantal termijnen zonder aflossing", "Instalments without principal"}, Kind::number, true},
            choice("interest", {"De rente in de pauze", "The interest meanwhile"},
                   {{"due", {"wordt gewoon betaald", "is paid as usual"}},
                    {"deferred", {"wordt na de pauze betaald", "is paid after the holiday"}},
                    {"capitalised", {"komt bij de hoofdsom", "is added to the principal"}}},
                   "due"),
            choice("end", {"Daarna", "After it"},
                   {{"later", {"wordt de lening zoveel termijnen langer", "the loan is as many instalments longer"}},
                    {"same", {"blijft het einde: de termijnen worden hoger", "the end stays: instalments are higher"}}},
                   "later"),
            event_note_field};
}

Result<Event> read_holiday(Visit&, Reader& read)
{
    Event event{EventId{}, read.day("date"), EventKind::holiday};
    event.number = static_cast<std::int32_t>(std::min<std::int64_t>(read.number("instalments"), 10'000));
    if (read.text("interest") == "deferred") event.interest = lending::PeriodInterest::deferred;
    if (read.text("interest") == "capitalised") event.interest = lending::PeriodInterest::capitalised;
    event.extends = read.text("end") != "same";
    if (read.failed()) return read.refusal();
    return event;
}

Result<Event> read_rate(Visit&, Reader& read)
{
    Event event{EventId{}, read.day("date"), EventKind::rate_change};
    event.rate = read.percent("percent");
    if (read.failed()) return read.refusal();
    return event;
}

std::vector<Field> transfer_fields(Visit& visit)
{
    return {{"kvk",
             {"KvK-nummer van de nieuwe schuldenaar", "Trade register number of the new debtor"},
             Kind::text,
             true,
             {"Een geregistreerde onderneming.", "A registered undertaking."}},
            start_field(visit),
            event_note_field};
}

Result<Event> read_transfer(Visit& visit, Reader& read)
{
    const auto day = read.day("date");
    const auto kvk = read.required("kvk");
    if (read.failed()) return read.refusal();
    const auto debtor = usecases::debtor_called(visit.connection, visit.parts["number"], kvk);
    if (!debtor) {
        read.wrong("kvk", words_of(visit, debtor.refusal()));
        return debtor.refusal();
    }
    Event event{EventId{}, day, EventKind::transfer};
    event.debtor = *debtor;
    return event;
}

/// Who owes it now, and who will.
Html debtors_html(Visit& visit, Reader& read)
{
    const auto loan = storage::find_loan(visit.connection, visit.parts["number"]);
    const auto next = usecases::show_undertaking(visit.connection, read.text("kvk"));
    if (!loan || !next) return {};
    return tag("p", {},
               visit.t("De schuld gaat van ", "The debt goes from ") +
                   storage::borrower_of(visit.connection, *loan).name + visit.t(" naar ", " to ") + next->value.name +
                   visit.t(". De termijnen blijven; brieven en aanmaningen gaan voortaan naar de nieuwe schuldenaar.",
                           ". The instalments stay; letters and demands go to the new debtor from then on."));
}

/// The parts of the loan that wait for a milestone.
std::vector<Choice> milestones(Visit& visit)
{
    std::vector<Choice> choices;
    const auto loan = storage::find_loan(visit.connection, visit.parts["number"]);
    if (!loan) return choices;
    for (std::size_t i = 0; i < loan->terms.tranches.size(); ++i) {
        const auto& tranche = loan->terms.tranches[i];
        if (tranche.milestone.empty()) continue;
        const auto words = [&](Language language) {
            return std::to_string(i + 1) + ": " + tranche.milestone + ", " + show(tranche.amount, language);
        };
        choices.push_back({std::to_string(i + 1), {words(Language::nl), words(Language::en)}});
    }
    return choices;
}

std::vector<Field> milestone_fields(Visit& visit)
{
    auto choices = milestones(visit);
    if (choices.empty())
        choices.push_back({"", {"deze lening heeft geen delen met een mijlpaal", "this loan has no such tranches"}});
    return {choice("tranche", {"Deel dat nu mag worden opgenomen", "Tranche that may be drawn now"}, choices, ""),
            event_day_field(visit), event_note_field};
}

Result<Event> read_milestone(Visit&, Reader& read)
{
    Event event{EventId{}, read.day("date"), EventKind::milestone};
    event.number = static_cast<std::int32_t>(read.number("tranche"));
    if (read.failed()) return read.refusal();
    return event;
}

Html milestone_html(Visit& visit, Reader&)
{
    return tag(
        "p", {},
        visit.t("Vanaf die dag kan dit deel worden uitbetaald.", "From that day on this tranche may be paid out."));
}

Result<Event> read_closing(Visit&, Reader& read)
{
    const auto day = read.day("date");
    if (read.failed()) return read.refusal();
    return Event{EventId{}, day, EventKind::closing};
}

Html closing_html(Visit& visit, Reader&)
{
    return tag(
        "p", {},
        visit.t("Op een gesloten lening wordt niets meer geboekt. Wat niet is opgenomen, gaat terug naar het fonds.",
                "Nothing more is booked on a closed loan. What was not drawn returns to the fund."));
}

http::Response show_pay_off(Visit& visit)
{
    const auto& number = visit.parts["number"];
    const auto on = read_day(visit.request.query["on"]).value_or(visit.today);
    const auto report = usecases::quote_pay_off(visit.connection, number, on);
    if (!report) return refusal_page(visit, report.refusal());
    if (auto file = exported(visit, *report)) return *file;
    const auto form = tag("form", {{"action", visit.request.path}, {"method", "get"}, {"class", "filter"}},
                          tag("label", {{"for", "on"}}, visit.t("Te betalen op", "To be paid on")),
                          tag("input", {{"id", "on"}, {"name", "on"}, {"type", "date"}, {"value", to_text(on)}}),
                          tag("button", {{"type", "submit"}}, visit.t("Reken uit", "Calculate")));
    return page(visit, report->title.in(visit.language),
                form + facts_html(visit, report->tables.front()) +
                    tag("p", {{"class", "detail"}},
                        visit.t("Hiermee wordt niets geboekt. Komt het geld binnen, dan boekt het afschrift het.",
                                "This books nothing. When the money comes in, the statement books it.")) +
                    export_links(visit));
}

}  // namespace

std::vector<Route> loan_change_routes()
{
    std::vector<Route> routes{{http::Method::get, "/loans/{number}/pay-off", Right::read, show_pay_off}};
    add_loan_form(routes, {"rescheduling",
                           {"Lening herschikken", "Reschedule the loan"},
                           record,
                           rescheduling_fields,
                           read_rescheduling,
                           record_event});
    add_loan_form(routes,
                  {"holiday", {"Betaalpauze", "Payment holiday"}, record, holiday_fields, read_holiday, record_event});
    add_loan_form(routes, {"rate",
                           {"Rente wijzigen", "Change the rate"},
                           record,
                           [](Visit& visit) {
                               return std::vector<Field>{
                                   {"percent", {"Rente per jaar (%)", "Rate a year (%)"}, Kind::percent, true},
                                   start_field(visit),
                                   event_note_field};
                           },
                           read_rate,
                           record_event});
    add_loan_form(routes, {"transfer",
                           {"Andere schuldenaar", "Another debtor"},
                           record,
                           transfer_fields,
                           read_transfer,
                           record_event,
                           false,
                           debtors_html});
    add_loan_form(routes, {"milestone",
                           {"Mijlpaal gehaald", "Milestone reached"},
                           record,
                           milestone_fields,
                           read_milestone,
                           record_event,
                           false,
                           milestone_html});
    add_loan_form(routes, {"closing",
                           {"Lening sluiten", "Close the loan"},
                           {"Sluiten", "Close"},
                           [](Visit& visit) {
                               return std::vector<Field>{event_day_field(visit), event_note_field};
                           },
                           read_closing,
                           record_event,
                           true,
                           closing_html});
    return routes;
}

}  // namespace vierkant::web
