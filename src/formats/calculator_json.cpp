#include "domain/lending/admission.h"
#include "domain/lending/messages.h"
#include "formats/loan_event_json.h"
#include "formats/terms_fields.h"
#include "formats/terms_json.h"

namespace vierkant::formats {

namespace {

using lending::Event;
using lending::EventKind;
using lending::LoanTerms;
using lending::Method;

Refusal as_bad_input(Refusal refusal, const std::string& source)
{
    refusal.cause = Cause::bad_input;
    refusal.where = source;
    return refusal;
}

/// What the events may not do to the terms, checked in their order.
Result<Done> check_events(const CalculatorInput& input, const std::string& source)
{
    // A calculation has no award: it may be drawn from the first day, up to what was promised.
    const lending::Award any{input.terms.commitment, date(1900, 1, 1)};
    std::vector<Event> known;
    Money drawn;
    for (const auto& event : lending::in_effect(input.events)) {
        if (event.kind == EventKind::disbursement) drawn += event.amount;
        const auto allowed = lending::check_event(input.terms, known, event, any);
        if (!allowed) return as_bad_input(allowed.refusal(), source);
        known.push_back(event);
    }
    Money planned;
    for (const auto& row : input.terms.plan) planned += row.principal;
    if (input.terms.method == Method::custom && planned != drawn) {
        return bad_input(lending::plan_differs, {{"plan", planned}, {"drawn", drawn}}, source);
    }
    return Done{};
}

}  // namespace

Result<CalculatorInput> read_calculator_input(std::string_view text, const std::string& source,
                                              const std::vector<lending::DatedRate>& base_rates)
{
    const auto document = parse_json(text, source);
    if (!document) return document.refusal();
    Fields fields{*document, source};
    CalculatorInput input;
    Money drawn;
    for (auto& drawing : fields.objects("disbursements")) {
        const auto day = drawing.date("date");
        input.events.push_back({EventId{}, day, EventKind::disbursement, drawing.positive_money("amount")});
        drawing.refuse_unknown();
    }
    fields.require(!input.events.empty(), "disbursements", lending::amount_not_positive);
    input.terms = read_terms_fields(fields, {}, base_rates);
    for (auto& event : fields.objects_or_none("events")) {
        input.events.push_back(read_event_fields(event, input.terms));
    }
    fields.refuse_unknown();
    if (fields.refusal()) return *fields.refusal();
    for (const auto& event : input.events) {
        if (event.kind == EventKind::disbursement) drawn += event.amount;
    }
    // A calculation that does not say what was promised promised what is drawn.
    if (input.terms.commitment.is_zero()) input.terms.commitment = drawn;
    if (auto sound = lending::check(input.terms); !sound) return as_bad_input(sound.refusal(), source);
    if (auto sound = check_events(input, source); !sound) return sound.refusal();
    return input;
}

}  // namespace vierkant::formats
