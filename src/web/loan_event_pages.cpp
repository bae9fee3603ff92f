// Money on a loan: what is paid, received, charged, given up or undone.

#include "storage/loan_store.h"
#include "usecases/call_in.h"
#include "usecases/loan_orders.h"
#include "usecases/loan_words.h"
#include "usecases/release_order.h"
#include "web/loan_forms.h"

namespace vierkant::web {

namespace {

using Kind = Field::Kind;
using lending::Event;
using lending::EventKind;
using storage::OrderKind;

const Word book{"Boeken", "Book"};
const Word prepare{"Klaarzetten", "Prepare"};

const Field excess_field{
    "excess",
    {"Wat meer betaald is dan vervallen", "What was paid beyond what is due"},
    Kind::select,
    true,
    {},
    {{"agreed", {"zoals afgesproken bij de lening", "as agreed with the loan"}},
     {"shorten", {"eerder klaar: de laatste termijnen vervallen", "done earlier: the last instalments go"}},
     {"lower", {"lagere termijnen tot het einde", "lower instalments to the end"}},
     {"advance", {"vooruitbetaald: voor de volgende termijnen", "paid ahead: for the next instalments"}}},
    "agreed"};

lending::Excess excess_of(const Reader& read)
{
    const auto& chosen = read.text("excess");
    if (chosen == "shorten") return lending::Excess::shorten;
    if (chosen == "lower") return lending::Excess::lower;
    return chosen == "advance" ? lending::Excess::advance : lending::Excess::agreed;
}

/// An event that is a day and an amount.
void add_amount_form(std::vector<Route>& routes, const std::string& name, Word title, EventKind kind)
{
    const bool received = kind == EventKind::payment || kind == EventKind::prepayment;
    add_loan_form(routes, {name, std::move(title), book,
                           [received](Visit& visit) {
                               std::vector<Field> fields{event_amount_field, event_day_field(visit)};
                               if (received) fields.push_back(excess_field);
                               fields.push_back(event_note_field);
                               return fields;
                           },
                           [kind](Visit&, Reader& read) -> Result<Event> {
                               Event event{EventId{}, read.day("date"), kind, read.money("amount")};
                               event.excess = excess_of(read);
                               if (read.failed()) return read.refusal();
                               return event;
                           },
                           record_event});
}

/// What can still be undone, the last first.
std::vector<Choice> events_to_undo(Visit& visit)
{
    std::vector<Choice> choices{{"", {"kies", "choose"}}};
    const auto loan = storage::find_loan(visit.connection, visit.parts["number"]);
    if (!loan) return choices;
    auto events = lending::in_effect(storage::events_of(visit.connection, *loan));
    std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return b.id < a.id; });
    for (const auto& event : events) {
        const auto words = [&](Language language) {
            return std::to_string(event.id.value) + ": " + usecases::in_words(event.kind, language) + ", " +
                   show(event.value_date, language) +
                   (event.amount.is_zero() ? "" : ", " + show(event.amount, language));
        };
        choices.push_back({std::to_string(event.id.value), {words(Language::nl), words(Language::en)}});
    }
    return choices;
}

void add_reversal(std::vector<Route>& routes)
{
    add_loan_form(
        routes,
        {"reversal",
         {"Gebeurtenis terugdraaien", "Undo an event"},
         {"Terugdraaien", "Undo"},
         [](Visit& visit) {
             const Field which{"event", {"Gebeurtenis", "Event"}, Kind::select, true, {}, events_to_undo(visit)};
             return std::vector<Field>{which, event_day_field(visit), event_note_field};
         },
         [](Visit&, Reader& read) -> Result<Event> {
             Event event{EventId{}, read.day("date"), EventKind::reversal};
             event.reverses = EventId{read.number("event")};
             if (read.failed()) return read.refusal();
             return event;
         },
         record_event});
}

std::vector<Field> order_fields(bool pays)
{
    std::vector<Field> fields{event_amount_field,
                              {"date",
                               {"Dag waarop het ingaat", "Day it takes effect"},
                               Kind::date,
                               false,
                               {"Leeg: de dag van vrijgave.", "Empty: the day of release."}}};
    if (pays)
        fields.push_back({"iban",
                          {"Rekening", "Account"},
                          Kind::text,
                          false,
                          {"Leeg: de rekening van de onderneming.", "Empty: the account of the undertaking."}});
    fields.push_back(event_note_field);
    return fields;
}

Result<std::string> prepare_order(Visit& visit, Reader& read, OrderKind kind, const Event& event)
{
    const auto order = usecases::prepare_loan_order(
        visit.connection, visit.task("loan order"),
        {visit.parts["number"], kind, event.amount, read.day_if_given("date"), read.text("iban"), read.text("note")});
    if (!order) return order.refusal();
    return visit.t("Opdracht ", "Order ") + order->number +
           visit.t(" staat klaar. Een collega geeft haar vrij.", " is prepared. A colleague releases it.");
}

void add_order(std::vector<Route>& routes, const std::string& name, Word title, OrderKind kind)
{
    const bool pays = kind == OrderKind::disbursement || kind == OrderKind::refund;
    add_loan_form(routes, {name, std::move(title), prepare, [pays](Visit&) { return order_fields(pays); },
                           [kind](Visit& visit, Reader& read) -> Result<Event> {
                               const auto amount = read.money("amount");
                               const auto day = read.day_if_given("date").value_or(visit.today);
                               if (read.failed()) return read.refusal();
                               return Event{EventId{}, day, usecases::event_kind(kind), amount};
                           },
                           [kind](Visit& visit, Reader& read, const Event& event) {
                               return prepare_order(visit, read, kind, event);
                           },
                           !pays});
}

void add_call_in(std::vector<Route>& routes)
{
    const auto event = [](Visit& visit, Reader& read) -> Result<Event> {
        const auto amount = read.money_if_given("amount");
        const auto day = read.day("date");
        if (read.failed()) return read.refusal();
        return usecases::call_in_event(visit.connection, visit.parts["number"], amount, day, read.text("ground"),
                                       visit.today);
    };
    const auto run = [](Visit& visit, Reader& read, const Event& called) -> Result<std::string> {
        const auto receipt = usecases::call_in_loan(visit.connection, visit.task("loan call-in"), visit.parts["number"],
                                                    called.amount, called.value_date, read.text("ground"));
        if (!receipt) return receipt.refusal();
        return visit.t("Opgeëist: ", "Called in: ") + visit.shown(called.amount) + ".";
    };
    add_loan_form(routes,
                  {"call-in",
                   {"Lening opeisen", "Call in the loan"},
                   {"Opeisen", "Call in"},
                   [](Visit& visit) {
                       return std::vector<Field>{
                           {"amount",
                            {"Deel van de hoofdsom", "Part of the principal"},
                            Kind::money,
                            false,
                            {"Leeg: alles.", "Empty: all of it."}},
                           {"date", {"Gaat in op", "Takes effect on"}, Kind::date, true, {}, {}, to_text(visit.today)},
                           {"ground",
                            {"Grond", "Ground"},
                            Kind::text,
                            false,
                            {"Nodig als de lening niet te laat is, zoals faillissement.",
                             "Needed where the loan is not late, such as insolvency."}}};
                   },
                   event,
                   run,
                   true});
}

}  // namespace

std::vector<Route> loan_event_routes()
{
    std::vector<Route> routes;
    add_order(routes, "disbursement", {"Uitbetaling klaarzetten", "Prepare a disbursement"}, OrderKind::disbursement);
    add_order(routes, "refund", {"Teruggave klaarzetten", "Prepare a refund"}, OrderKind::refund);
    add_order(routes, "remission", {"Kwijtschelding klaarzetten", "Prepare a remission"}, OrderKind::remission);
    add_order(routes, "interest-waiver", {"Kwijtschelding van rente klaarzetten", "Prepare a waiver of interest"},
              OrderKind::interest_waiver);
    add_order(routes, "write-off", {"Afboeking klaarzetten", "Prepare a write-off"}, OrderKind::write_off);
    add_amount_form(routes, "payment", {"Betaling boeken", "Book a payment"}, EventKind::payment);
    add_amount_form(routes, "prepayment", {"Extra aflossing boeken", "Book an extra repayment"}, EventKind::prepayment);
    add_amount_form(routes, "costs", {"Kosten in rekening brengen", "Charge costs"}, EventKind::fee);
    add_amount_form(routes, "recovery", {"Alsnog ontvangen na afboeking", "Received after a write-off"},
                    EventKind::recovery);
    add_reversal(routes);
    add_call_in(routes);
    return routes;
}

}  // namespace vierkant::web
