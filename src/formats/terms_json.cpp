#include "formats/terms_json.h"

#include "formats/messages.h"
#include "formats/terms_fields.h"

#include <algorithm>

namespace vierkant::formats {

using lending::FirstPeriod;
using lending::LoanTerms;
using lending::Method;
using lending::PeriodInterest;

namespace {

/// Given amounts, holidays and an own plan: what is said per instalment.
void read_instalments(Fields& fields, LoanTerms& terms)
{
    for (auto& row : fields.objects_or_none("plan")) {
        const auto due = row.date("due");
        terms.plan.push_back({due, row.money("principal")});
        row.refuse_unknown();
    }
    for (auto& row : fields.objects_or_none("steps")) {
        const auto from = static_cast<int>(row.integer("from", 1, most_instalments));
        terms.steps.push_back({from, row.money("amount")});
        row.refuse_unknown();
    }
    for (auto& row : fields.objects_or_none("holidays")) {
        const auto from = static_cast<int>(row.integer("from", 1, most_instalments));
        const auto count = static_cast<int>(row.integer("count", 1, most_instalments));
        terms.holidays.push_back({from, count, row.one_of_or("interest", period_interests(), PeriodInterest::due)});
        row.refuse_unknown();
    }
}

/// What may be drawn, when and in which parts.
void read_drawing(Fields& fields, LoanTerms& terms, const LoanTerms& base)
{
    const auto day_or = [&](std::string_view key, const std::optional<Date>& otherwise) {
        return fields.has(key) ? fields.optional_date(key) : otherwise;
    };
    terms.commitment = fields.has("commitment") ? fields.positive_money("commitment") : base.commitment;
    terms.commitment_from = day_or("commitment_from", base.commitment_from);
    terms.first_drawing = day_or("first_drawing", base.first_drawing);
    terms.last_drawing = day_or("last_drawing", base.last_drawing);
    terms.tranches = read_tranches(fields);
}

std::vector<lending::DatedRate> read_dated_rates(std::vector<Fields> rows)
{
    std::vector<lending::DatedRate> rates;
    for (auto& row : rows) {
        const auto from = row.date("from");
        rates.push_back({from, row.percent("annual_percent")});
        row.refuse_unknown();
    }
    return rates;
}

/// Each reset day from the first on, as far as the loan can last.
std::vector<Date> reset_days(Date first, int every, const LoanTerms& terms)
{
    const auto last = lending::period_end(terms, terms.instalments);
    std::vector<Date> days;
    for (int i = 0; i < most_instalments; ++i) {
        const auto day = add_months(first, i * every);
        if (i > 0 && day > last) break;
        days.push_back(day);
    }
    return days;
}

/// A base rate plus margin becomes rates by date here: the loan knows no tables. Rates given beside it hold before the
/// first reset.
void read_base_rate(Fields& fields, LoanTerms& terms, const std::vector<lending::DatedRate>& known)
{
    auto given = fields.optional_object("base_rate");
    if (!given) return;
    lending::FloatingRate floating{known, given->percent("margin_percent"), given->percent_or("floor_percent", {}), {}};
    if (given->has("rates")) floating.base = read_dated_rates(given->objects("rates"));
    const auto first = given->date("first_reset");
    const auto every = static_cast<int>(given->integer_or("every_months", 1, most_instalments, 12));
    given->require(std::is_sorted(floating.base.begin(), floating.base.end(),
                                  [](const auto& a, const auto& b) { return a.from < b.from; }),
                   "rates", base_rates_out_of_order);
    given->refuse_unknown();
    if (fields.refusal()) return;
    terms.resets = lending::RateResets{floating.margin, floating.floor, first, every};
    // A loan's own terms hold the rates known when they were agreed; those of later resets are its events.
    if (floating.base.empty() && !terms.rates.empty()) return;
    floating.resets = reset_days(first, every, terms);
    const auto resolved = lending::resolve(floating);
    fields.require(resolved.has_value(), "base_rate", base_rate_unknown, {{"day", first}});
    if (!resolved) return;
    for (const auto& rate : *resolved) {
        if (terms.rates.empty() || terms.rates.back().from < rate.from) terms.rates.push_back(rate);
    }
}

Json rates_json(const std::vector<lending::DatedRate>& rates)
{
    auto json = Json::array();
    for (const auto& rate : rates) {
        json.push_back({{"from", to_text(rate.from)}, {"annual_percent", to_percent_text(rate.annual)}});
    }
    return json;
}

std::optional<lending::Opening> read_opening(Fields& fields)
{
    auto f = fields.optional_object("taken_over");
    if (!f) return std::nullopt;
    lending::Opening opening;
    opening.on = f->date("on");
    for (auto& drawing : f->objects("drawings")) {
        const auto day = drawing.date("date");
        opening.drawings.push_back({day, drawing.positive_money("amount")});
        drawing.refuse_unknown();
    }
    opening.principal_repaid = f->money("principal_repaid");
    opening.interest_received = f->money("interest_received");
    opening.principal_remitted = f->money("principal_remitted");
    opening.principal_written_off = f->money("principal_written_off");
    opening.principal_overdue = f->money("principal_overdue");
    opening.interest_overdue = f->money("interest_overdue");
    opening.overdue_since = f->optional_date("overdue_since");
    f->refuse_unknown();
    return opening;
}

Json opening_json(const lending::Opening& opening)
{
    Json json{{"on", to_text(opening.on)}, {"drawings", Json::array()}};
    for (const auto& drawing : opening.drawings)
        json["drawings"].push_back({{"date", to_text(drawing.day)}, {"amount", to_text(drawing.amount)}});
    json["principal_repaid"] = to_text(opening.principal_repaid);
    json["interest_received"] = to_text(opening.interest_received);
    json["principal_remitted"] = to_text(opening.principal_remitted);
    json["principal_written_off"] = to_text(opening.principal_written_off);
    json["principal_overdue"] = to_text(opening.principal_overdue);
    json["interest_overdue"] = to_text(opening.interest_overdue);
    if (opening.overdue_since) json["overdue_since"] = to_text(*opening.overdue_since);
    return json;
}

}  // namespace

LoanTerms read_terms_fields(Fields& fields, const LoanTerms& base, const std::vector<lending::DatedRate>& base_rates)
{
    LoanTerms terms;
    const bool anew = base.rates.empty();
    terms.method = anew ? fields.one_of("method", methods()) : fields.one_of_or("method", methods(), base.method);
    read_rhythm(fields, terms, units(), base);
    terms.first_due = fields.date("first_due");
    read_conventions(fields, terms, base);
    // The end-of-month rule: a loan due on the last day of a month stays on last days, 28 February then 31 March.
    if (fields.flag_or("eom", false) && terms.first_due.is_last_of_month()) terms.due_day = 31;
    read_instalments(fields, terms);
    read_fees(fields, terms, base);
    read_drawing(fields, terms, base);
    read_allocation(fields, terms, base);
    const bool planned = terms.method != Method::custom || !terms.plan.empty();
    const bool needs_rates = anew && !fields.has("base_rate");
    terms.rates = read_dated_rates(needs_rates ? fields.objects("rates") : fields.objects_or_none("rates"));
    if (!fields.refusal() && planned) read_base_rate(fields, terms, base_rates);
    return terms;
}

LoanTerms base_of_new_plan(const LoanTerms& terms)
{
    auto base = terms;
    base.plan.clear();
    base.steps.clear();
    base.holidays.clear();
    base.tranches.clear();
    base.due_day = 0;
    base.resets.reset();
    base.first_period = FirstPeriod::whole;
    return base;
}

Result<LoanTerms> read_terms(std::string_view text, const std::string& source)
{
    const auto document = parse_json(text, source);
    if (!document) return document.refusal();
    Fields fields{*document, source};
    auto terms = read_terms_fields(fields, {}, {});
    terms.opening = read_opening(fields);
    fields.refuse_unknown();
    if (fields.refusal()) return *fields.refusal();
    const auto sound = lending::check(terms);
    if (sound) return terms;
    auto refusal = sound.refusal();
    refusal.where = source;
    return refusal;
}

Json terms_json(const LoanTerms& terms)
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
    json["rates"] = rates_json(terms.rates);
    if (terms.resets) {
        json["base_rate"] = {{"margin_percent", to_percent_text(terms.resets->margin)},
                             {"floor_percent", to_percent_text(terms.resets->floor)},
                             {"first_reset", to_text(terms.resets->first)},
                             {"every_months", terms.resets->every_months}};
    }
    for (const auto& row : terms.plan) {
        json["plan"].push_back({{"due", to_text(row.due)}, {"principal", to_text(row.principal)}});
    }
    write_conventions(json, terms);
    write_agreements(json, terms);
    if (terms.opening) json["taken_over"] = opening_json(*terms.opening);
    return json;
}

std::string write_terms(const LoanTerms& terms)
{
    return terms_json(terms).dump();
}

}  // namespace vierkant::formats
