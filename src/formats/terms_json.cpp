#include "formats/terms_json.h"

#include "formats/messages.h"
#include "formats/terms_fields.h"

#include <algorithm>
#include <set>

namespace vierkant::formats {

using lending::Allocation;
using lending::DayCount;
using lending::Excess;
using lending::Fees;
using lending::FirstPeriod;
using lending::InterestDays;
using lending::InterestPeriod;
using lending::LoanTerms;
using lending::Method;
using lending::Part;
using lending::PeriodInterest;
using lending::Rolling;
using lending::Unit;

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
const Names<PeriodInterest>& period_interests()
{
    static const Names<PeriodInterest> names{{"due", PeriodInterest::due},
                                             {"waived", PeriodInterest::waived},
                                             {"deferred", PeriodInterest::deferred},
                                             {"capitalised", PeriodInterest::capitalised}};
    return names;
}

namespace {

const Names<Rolling>& rollings()
{
    static const Names<Rolling> names{{"unadjusted", Rolling::unadjusted},
                                      {"following", Rolling::following},
                                      {"modified_following", Rolling::modified_following},
                                      {"preceding", Rolling::preceding}};
    return names;
}
const Names<InterestDays>& interest_day_choices()
{
    static const Names<InterestDays> names{{"unadjusted", InterestDays::unadjusted},
                                           {"adjusted", InterestDays::adjusted}};
    return names;
}
const Names<FirstPeriod>& first_periods()
{
    static const Names<FirstPeriod> names{{"whole", FirstPeriod::whole}, {"daily", FirstPeriod::daily}};
    return names;
}
const Names<PeriodInterest>& grace_interests()
{
    static const Names<PeriodInterest> names{{"waived", PeriodInterest::waived},
                                             {"deferred", PeriodInterest::deferred},
                                             {"capitalised", PeriodInterest::capitalised}};
    return names;
}
const Names<Fees::Handling>& handling_choices()
{
    static const Names<Fees::Handling> names{{"paid", Fees::Handling::paid}, {"withheld", Fees::Handling::withheld}};
    return names;
}
const Names<Part>& parts()
{
    static const Names<Part> names{
        {"costs", Part::costs}, {"interest", Part::interest}, {"principal", Part::principal}};
    return names;
}
const Names<Allocation::By>& allocation_choices()
{
    static const Names<Allocation::By> names{{"part", Allocation::By::part}, {"item", Allocation::By::item}};
    return names;
}

constexpr int most_instalments = 1200;

/// What terms and an offer have in common, word for word.
template <class Terms>
void read_rhythm(Fields& fields, Terms& terms, const Names<Unit>& known_units, const LoanTerms& base)
{
    terms.instalments = static_cast<int>(fields.integer("instalments", 1, most_instalments));
    terms.every = static_cast<int>(fields.integer_or("every", 1, most_instalments, base.every));
    terms.unit = fields.one_of_or("unit", known_units, base.unit);
    terms.principal_grace = static_cast<int>(fields.integer_or("principal_grace", 0, most_instalments, 0));
    terms.interest_grace = static_cast<int>(fields.integer_or("interest_grace", 0, most_instalments, 0));
    terms.day_count = fields.one_of_or("day_count", day_counts(), base.day_count);
    terms.interest_period = fields.one_of_or("interest_period", interest_periods(), base.interest_period);
    terms.instalment_multiple =
        fields.has("instalment_multiple") ? fields.positive_money("instalment_multiple") : base.instalment_multiple;
}

/// How due dates fall and what becomes of interest around them.
void read_conventions(Fields& fields, LoanTerms& terms, const LoanTerms& base)
{
    terms.due_day = static_cast<int>(fields.integer_or("due_day", 1, 31, base.due_day));
    // The end-of-month rule: a loan due on the last day of a month stays on last days, 28 February then 31 March.
    if (fields.flag_or("eom", false) && terms.first_due.is_last_of_month()) terms.due_day = 31;
    terms.rolling = fields.one_of_or("business_day", rollings(), base.rolling);
    terms.interest_days = fields.one_of_or("interest_days", interest_day_choices(), base.interest_days);
    terms.first_period = fields.one_of_or("first_period", first_periods(), base.first_period);
    terms.grace_interest = fields.one_of_or("interest_grace_kind", grace_interests(), PeriodInterest::waived);
    terms.excess = fields.one_of_or("excess", excesses(), base.excess);
    terms.free_months = base.free_months;
    if (!fields.has("principal_free_months")) return;
    terms.free_months = 0;
    for (const auto& month : fields.integers("principal_free_months", 1, 12)) {
        terms.free_months = static_cast<std::uint16_t>(terms.free_months | (1U << month));
    }
}

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

void read_fees(Fields& fields, LoanTerms& terms, const LoanTerms& base)
{
    terms.fees = base.fees;
    auto given = fields.optional_object("fees");
    if (!given) return;
    terms.fees = {given->money_or("handling_amount", {}), given->percent_or("handling_percent", {}),
                  given->one_of_or("handling", handling_choices(), Fees::Handling::paid),
                  given->percent_or("commitment_percent", {}), given->percent_or("prepayment_percent", {})};
    given->refuse_unknown();
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
    for (auto& row : fields.objects_or_none("tranches")) {
        const auto amount = row.positive_money("amount");
        const auto from = row.optional_date("from");
        terms.tranches.push_back({amount, from, row.text_or("milestone", "")});
        row.refuse_unknown();
    }
}

void read_allocation(Fields& fields, LoanTerms& terms, const LoanTerms& base)
{
    terms.allocation = base.allocation;
    terms.allocation.by = fields.one_of_or("allocation_by", allocation_choices(), base.allocation.by);
    if (!fields.has("allocation")) return;
    const auto given = fields.texts_or_none("allocation");
    const std::set<std::string> distinct{given.begin(), given.end()};
    bool all = given.size() == parts().size() && distinct.size() == given.size();
    for (std::size_t i = 0; i < given.size() && all; ++i) {
        const auto found =
            std::find_if(parts().begin(), parts().end(), [&](const auto& part) { return part.first == given[i]; });
        all = found != parts().end();
        if (all) terms.allocation.order[i] = found->second;
    }
    fields.require(all, "allocation", allocation_incomplete);
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

/// Only what differs from what is usual, so that ordinary terms stay short.
void write_conventions(Json& json, const LoanTerms& terms)
{
    const LoanTerms usual;
    if (terms.due_day != 0) json["due_day"] = terms.due_day;
    if (terms.rolling != usual.rolling) json["business_day"] = name_of(rollings(), terms.rolling);
    if (terms.interest_days != usual.interest_days) {
        json["interest_days"] = name_of(interest_day_choices(), terms.interest_days);
    }
    if (terms.first_period != usual.first_period) json["first_period"] = name_of(first_periods(), terms.first_period);
    if (terms.grace_interest != usual.grace_interest) {
        json["interest_grace_kind"] = name_of(grace_interests(), terms.grace_interest);
    }
    if (terms.excess != usual.excess) json["excess"] = name_of(excesses(), terms.excess);
    for (int month = 1; month <= 12; ++month) {
        if (terms.is_free_month(month)) json["principal_free_months"].push_back(month);
    }
    for (const auto& step : terms.steps) {
        json["steps"].push_back({{"from", step.from}, {"amount", to_text(step.amount)}});
    }
    for (const auto& holiday : terms.holidays) {
        json["holidays"].push_back({{"from", holiday.from},
                                    {"count", holiday.count},
                                    {"interest", name_of(period_interests(), holiday.interest)}});
    }
}

void write_agreements(Json& json, const LoanTerms& terms)
{
    const auto& fees = terms.fees;
    if (!(fees == Fees{})) {
        json["fees"] = {{"handling_amount", to_text(fees.handling_fixed)},
                        {"handling_percent", to_percent_text(fees.handling)},
                        {"handling", name_of(handling_choices(), fees.settled)},
                        {"commitment_percent", to_percent_text(fees.commitment)},
                        {"prepayment_percent", to_percent_text(fees.prepayment)}};
    }
    if (terms.commitment.is_positive()) json["commitment"] = to_text(terms.commitment);
    if (terms.commitment_from) json["commitment_from"] = to_text(*terms.commitment_from);
    if (terms.first_drawing) json["first_drawing"] = to_text(*terms.first_drawing);
    if (terms.last_drawing) json["last_drawing"] = to_text(*terms.last_drawing);
    for (const auto& tranche : terms.tranches) {
        Json row{{"amount", to_text(tranche.amount)}};
        if (tranche.from) row["from"] = to_text(*tranche.from);
        if (!tranche.milestone.empty()) row["milestone"] = tranche.milestone;
        json["tranches"].push_back(row);
    }
    if (terms.allocation == Allocation{}) return;
    for (const auto part : terms.allocation.order) json["allocation"].push_back(name_of(parts(), part));
    json["allocation_by"] = name_of(allocation_choices(), terms.allocation.by);
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

schemes::LoanOffer read_offer(Fields& fields)
{
    static const Names<Unit> whole_months{{"month", Unit::month}, {"year", Unit::year}};
    schemes::LoanOffer offer;
    offer.method = fields.one_of("method", methods());
    read_rhythm(fields, offer, whole_months, {});
    offer.annual = fields.percent("annual_percent");
    fields.require(offer.method != Method::custom, "method", offer_without_plan);
    const auto sound = lending::check(schemes::terms_of(offer, date(2000, 1, 1)));
    if (!sound && offer.method != Method::custom) {
        fields.require(false, "instalments", *sound.refusal().text, sound.refusal().arguments);
    }
    return offer;
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
