#include "formats/loan_event_json.h"

#include "formats/terms_fields.h"

#include <memory>

namespace vierkant::formats {

using lending::Arrears;
using lending::Event;
using lending::EventKind;
using lending::Excess;
using lending::LoanTerms;
using lending::PeriodInterest;
using lending::Rescheduling;

const Names<Arrears>& arrears_choices()
{
    static const Names<Arrears> names{
        {"capitalised", Arrears::capitalised}, {"spread", Arrears::spread}, {"frozen", Arrears::frozen}};
    return names;
}

const Names<EventKind>& calculator_events()
{
    static const Names<EventKind> names{{"payment", EventKind::payment},    {"prepayment", EventKind::prepayment},
                                        {"rate", EventKind::rate_change},   {"fee", EventKind::fee},
                                        {"holiday", EventKind::holiday},    {"reschedule", EventKind::rescheduling},
                                        {"remission", EventKind::remission}};
    return names;
}

namespace {

Rescheduling read_plan(Fields& fields, const LoanTerms& terms)
{
    Rescheduling plan;
    plan.arrears = fields.one_of_or("arrears", arrears_choices(), Arrears::capitalised);
    plan.terms = read_terms_fields(fields, base_of_new_plan(terms), {});
    fields.refuse_unknown();
    return plan;
}

void read_holiday(Fields& fields, Event& event)
{
    event.number = static_cast<std::int32_t>(fields.integer("instalments", 1, most_instalments));
    event.interest = fields.one_of_or("interest", period_interests(), PeriodInterest::due);
    event.extends = fields.flag_or("extend", true);
}

}  // namespace

Event read_event_fields(Fields& fields, const LoanTerms& terms)
{
    Event event{EventId{}, Date::from_serial(0), fields.one_of("type", calculator_events())};
    event.value_date = fields.date("date");
    switch (event.kind) {
        case EventKind::rate_change:
            event.rate = fields.percent("annual_percent");
            break;
        case EventKind::holiday:
            read_holiday(fields, event);
            break;
        case EventKind::rescheduling: {
            auto plan = fields.object("terms");
            event.new_plan = std::make_shared<const Rescheduling>(read_plan(plan, terms));
            break;
        }
        case EventKind::payment:
        case EventKind::prepayment:
            event.excess = fields.one_of_or("excess", excesses(), Excess::agreed);
            [[fallthrough]];
        default:
            event.amount = fields.positive_money("amount");
    }
    fields.refuse_unknown();
    return event;
}

std::string write_event_detail(const Event& event)
{
    Json json;
    switch (event.kind) {
        case EventKind::holiday:
            json = {{"instalments", event.number},
                    {"interest", name_of(period_interests(), event.interest)},
                    {"extend", event.extends}};
            break;
        case EventKind::milestone:
            json = {{"tranche", event.number}};
            break;
        case EventKind::rescheduling:
            json = terms_json(event.new_plan->terms);
            json["arrears"] = name_of(arrears_choices(), event.new_plan->arrears);
            break;
        default:
            return "";
    }
    return json.dump();
}

void read_event_detail(std::string_view text, Event& event)
{
    const auto document = parse_json(text, "loan_event_detail");
    verify(static_cast<bool>(document), "a stored detail is JSON");
    Fields fields{*document, "loan_event_detail"};
    if (event.kind == EventKind::holiday) {
        read_holiday(fields, event);
    } else if (event.kind == EventKind::milestone) {
        event.number = static_cast<std::int32_t>(fields.integer("tranche", 1, most_instalments));
    } else if (event.kind == EventKind::rescheduling) {
        // Kept whole. That it has rates of its own, or none, is kept too.
        LoanTerms nothing;
        nothing.rates = {{date(1900, 1, 1), Rate{}}};
        event.new_plan = std::make_shared<const Rescheduling>(read_plan(fields, nothing));
    }
    verify(!fields.refusal(), "a stored detail can be read");
}

Result<Rescheduling> read_rescheduling(std::string_view text, const std::string& source, const LoanTerms& terms)
{
    const auto document = parse_json(text, source);
    if (!document) return document.refusal();
    Fields fields{*document, source};
    auto plan = read_plan(fields, terms);
    if (fields.refusal()) return *fields.refusal();
    return plan;
}

}  // namespace vierkant::formats
