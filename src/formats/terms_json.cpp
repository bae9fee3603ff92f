#include "formats/terms_json.h"

#include "domain/lending/admission.h"
#include "domain/lending/messages.h"
#include "formats/messages.h"

#include <fmt/format.h>

#include <algorithm>

namespace vierkant::formats {

namespace {

using lending::DayCount;
using lending::Event;
using lending::EventKind;
using lending::Excess;
using lending::InterestPeriod;
using lending::LoanTerms;
using lending::Method;
using lending::ScheduleRow;
using lending::Unit;

template <class T>
using Names = std::vector<std::pair<std::string_view, T>>;

const Names<Method>& methods()
{
    static const Names<Method> names{{"annuity", Method::annuity},
                                     {"linear", Method::linear},
                                     {"bullet", Method::bullet},
                                     {"custom", Method::custom}};
    return names;
}
const Names<Unit>& units()
{
    static const Names<Unit> names{
        {"month", Unit::month}, {"week", Unit::week}, {"day", Unit::day}, {"year", Unit::year}};
    return names;
}
const Names<DayCount>& day_counts()
{
    static const Names<DayCount> names{{"30E/360", DayCount::thirty_e_360},
                                       {"30U/360", DayCount::thirty_us_360},
                                       {"ACT/365F", DayCount::act_365f},
                                       {"ACT/360", DayCount::act_360},
                                       {"ACT/ACT", DayCount::act_act}};
    return names;
}
const Names<InterestPeriod>& interest_periods()
{
    static const Names<InterestPeriod> names{{"per-instalment", InterestPeriod::per_instalment},
                                             {"daily", InterestPeriod::daily}};
    return names;
}
const Names<Excess>& excesses()
{
    static const Names<Excess> names{
        {"shorten", Excess::shorten}, {"lower", Excess::lower}, {"advance", Excess::advance}};
    return names;
}

template <class T>
std::string name_of(const Names<T>& names, T value)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& pair) { return pair.second == value; });
    return std::string{found->first};
}

/// What terms and an offer have in common, word for word.
template <class Terms>
void read_rhythm(Fields& fields, Terms& terms, const Names<Unit>& known_units)
{
    terms.method = fields.one_of("method", methods());
    terms.instalments = static_cast<int>(fields.integer("instalments", 1, 1200));
    terms.every = static_cast<int>(fields.integer_or("every", 1, 1200, 1));
    terms.unit = fields.one_of_or("unit", known_units, Unit::month);
    terms.principal_grace = static_cast<int>(fields.integer_or("principal_grace", 0, 1200, 0));
    terms.interest_grace = static_cast<int>(fields.integer_or("interest_grace", 0, 1200, 0));
    terms.day_count = fields.one_of_or("day_count", day_counts(), DayCount::thirty_e_360);
    terms.interest_period = fields.one_of_or("interest_period", interest_periods(), InterestPeriod::per_instalment);
    terms.instalment_multiple = fields.has("instalment_multiple")
                                    ? fields.positive_money("instalment_multiple")
                                    : fields.money_or("instalment_multiple", Money::cents(1));
}

LoanTerms read_common(Fields& fields)
{
    LoanTerms terms;
    read_rhythm(fields, terms, units());
    terms.first_due = fields.date("first_due");
    for (auto& rate : fields.objects("rates")) {
        const auto from = rate.date("from");
        terms.rates.push_back({from, rate.percent("annual_percent")});
        rate.refuse_unknown();
    }
    for (auto& row : fields.objects_or_none("plan")) {
        const auto due = row.date("due");
        terms.plan.push_back({due, row.money("principal")});
        row.refuse_unknown();
    }
    return terms;
}

Event read_event(Fields& fields)
{
    static const Names<EventKind> kinds{{"payment", EventKind::payment}, {"rate", EventKind::rate_change}};
    Event event{EventId{}, Date::from_serial(0), fields.one_of("type", kinds)};
    event.value_date = fields.date("date");
    if (event.kind == EventKind::payment) {
        event.amount = fields.positive_money("amount");
        event.excess = fields.one_of_or("excess", excesses(), Excess::shorten);
    } else {
        event.rate = fields.percent("annual_percent");
    }
    fields.refuse_unknown();
    return event;
}

/// What the events may not do to the terms, checked in their order.
Result<Done> check_events(const CalculatorInput& input, const std::string& source)
{
    // A calculation has no award: whatever is drawn was granted, from the first day.
    const lending::Award any{Money::cents(INT64_MAX / 2), date(1900, 1, 1)};
    std::vector<Event> known;
    Money drawn;
    for (const auto& event : lending::in_effect(input.events)) {
        if (event.kind == EventKind::disbursement) drawn += event.amount;
        const auto allowed = lending::check_event(input.terms, known, event, any);
        if (!allowed) {
            auto refusal = allowed.refusal();
            refusal.cause = Cause::bad_input;
            refusal.where = source;
            return refusal;
        }
        known.push_back(event);
    }
    Money planned;
    for (const auto& row : input.terms.plan) planned += row.principal;
    if (input.terms.method == Method::custom && planned != drawn) {
        return bad_input(lending::plan_differs, {{"plan", to_text(planned)}, {"drawn", to_text(drawn)}}, source);
    }
    return Done{};
}

Result<Done> checked(const LoanTerms& terms, const std::string& source)
{
    auto sound = lending::check(terms);
    if (sound) return sound;
    auto refusal = sound.refusal();
    refusal.where = source;
    return refusal;
}

const char* kind_of(const ScheduleRow& row)
{
    return row.kind == ScheduleRow::Kind::instalment ? "instalment" : "prepayment";
}

}  // namespace

Result<CalculatorInput> read_calculator_input(std::string_view text, const std::string& source)
{
    const auto document = parse_json(text, source);
    if (!document) return document.refusal();
    Fields fields{*document, source};
    CalculatorInput input;
    for (auto& drawing : fields.objects("disbursements")) {
        const auto day = drawing.date("date");
        input.events.push_back({EventId{}, day, EventKind::disbursement, drawing.positive_money("amount")});
        drawing.refuse_unknown();
    }
    fields.require(!input.events.empty(), "disbursements", lending::amount_not_positive);
    input.terms = read_common(fields);
    for (auto& event : fields.objects_or_none("events")) input.events.push_back(read_event(event));
    fields.refuse_unknown();
    if (fields.refusal()) return *fields.refusal();
    if (auto sound = checked(input.terms, source); !sound) return sound.refusal();
    if (auto sound = check_events(input, source); !sound) return sound.refusal();
    return input;
}

Result<LoanTerms> read_terms(std::string_view text, const std::string& source)
{
    const auto document = parse_json(text, source);
    if (!document) return document.refusal();
    Fields fields{*document, source};
    auto terms = read_common(fields);
    fields.refuse_unknown();
    if (fields.refusal()) return *fields.refusal();
    if (auto sound = checked(terms, source); !sound) return sound.refusal();
    return terms;
}

schemes::LoanOffer read_offer(Fields& fields)
{
    static const Names<Unit> whole_months{{"month", Unit::month}, {"year", Unit::year}};
    schemes::LoanOffer offer;
    read_rhythm(fields, offer, whole_months);
    offer.annual = fields.percent("annual_percent");
    fields.require(offer.method != Method::custom, "method", offer_without_plan);
    const auto sound = lending::check(schemes::terms_of(offer, date(2000, 1, 1)));
    if (!sound && offer.method != Method::custom) {
        fields.require(false, "instalments", *sound.refusal().text, sound.refusal().arguments);
    }
    return offer;
}

std::string write_terms(const LoanTerms& terms)
{
    Json json;
    json["method"] = name_of(methods(), terms.method);
    json["instalments"] = terms.instalments;
    json["every"] = terms.every;
    json["unit"] = name_of(units(), terms.unit);
    json["first_due"] = to_text(terms.first_due);
    json["principal_grace"] = terms.principal_grace;
    json["interest_grace"] = terms.interest_grace;
    json["day_count"] = name_of(day_counts(), terms.day_count);
    json["interest_period"] = name_of(interest_periods(), terms.interest_period);
    json["instalment_multiple"] = to_text(terms.instalment_multiple);
    json["rates"] = Json::array();
    for (const auto& rate : terms.rates) {
        json["rates"].push_back({{"from", to_text(rate.from)}, {"annual_percent", to_percent_text(rate.annual)}});
    }
    for (const auto& row : terms.plan) {
        json["plan"].push_back({{"due", to_text(row.due)}, {"principal", to_text(row.principal)}});
    }
    return json.dump();
}

Json schedule_json(const lending::Schedule& schedule)
{
    Json json;
    json["instalments"] = Json::array();
    for (const auto& row : schedule.rows) {
        json["instalments"].push_back({{"number", row.number},
                                       {"kind", kind_of(row)},
                                       {"due", to_text(row.due)},
                                       {"days", row.days},
                                       {"principal", to_text(row.principal)},
                                       {"interest", to_text(row.interest)},
                                       {"total", to_text(row.total())},
                                       {"balance", to_text(row.balance)}});
    }
    json["totals"] = {{"principal", to_text(schedule.principal)},
                      {"interest", to_text(schedule.interest)},
                      {"total", to_text(schedule.total())}};
    return json;
}

std::string schedule_csv(const lending::Schedule& schedule)
{
    std::string csv = "number,kind,due,days,principal,interest,total,balance\r\n";
    for (const auto& row : schedule.rows) {
        csv += fmt::format("{},{},{},{},{},{},{},{}\r\n", row.number, kind_of(row), to_text(row.due), row.days,
                           to_text(row.principal), to_text(row.interest), to_text(row.total()), to_text(row.balance));
    }
    return csv;
}

std::string schedule_text(const lending::Schedule& schedule, Language language)
{
    const bool nl = language == Language::nl;
    const auto day = [&](Date date) { return nl ? dutch(date) : to_text(date); };
    const auto amount = [&](Money money) { return nl ? dutch(money) : english(money); };
    std::string text = nl ? fmt::format("{:>5}  {:<10}  {:>6}  {:>14}  {:>14}  {:>14}  {:>14}\n", "nr", "vervalt",
                                        "dagen", "aflossing", "rente", "totaal", "restschuld")
                          : fmt::format("{:>5}  {:<10}  {:>6}  {:>14}  {:>14}  {:>14}  {:>14}\n", "no", "due", "days",
                                        "principal", "interest", "total", "balance");
    for (const auto& row : schedule.rows) {
        const auto number = row.kind == ScheduleRow::Kind::instalment ? std::to_string(row.number) : "extra";
        text += fmt::format("{:>5}  {:<10}  {:>6}  {:>14}  {:>14}  {:>14}  {:>14}\n", number, day(row.due), row.days,
                            amount(row.principal), amount(row.interest), amount(row.total()), amount(row.balance));
    }
    text += fmt::format("{:<25}  {:>14}  {:>14}  {:>14}\n", nl ? "Totaal" : "Total", amount(schedule.principal),
                        amount(schedule.interest), amount(schedule.total()));
    return text;
}

}  // namespace vierkant::formats
