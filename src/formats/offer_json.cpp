#include "formats/offer_json.h"

#include "domain/lending/messages.h"
#include "formats/messages.h"
#include "formats/terms_fields.h"

namespace vierkant::formats {

using lending::Method;
using lending::Unit;
using schemes::LoanOffer;

namespace {

constexpr int most_months = 600;

void read_rate(Fields& fields, LoanOffer& offer)
{
    const bool follows = fields.has("base_rate");
    fields.require(follows != fields.has("annual_percent"), "annual_percent", offer_rate_once);
    if (!follows) {
        offer.annual = fields.percent("annual_percent");
        return;
    }
    auto given = fields.object("base_rate");
    offer.base_rate = {given.percent("margin_percent"), given.percent_or("floor_percent", {}),
                       static_cast<int>(given.integer_or("every_months", 1, most_months, 12))};
    given.refuse_unknown();
}

void read_shares(Fields& fields, LoanOffer& offer)
{
    Rate sum;
    for (auto& row : fields.objects_or_none("tranches")) {
        const auto share = row.percent("percent");
        const auto after = static_cast<int>(row.integer_or("after_months", 0, most_months, 0));
        row.require(share > Rate{0}, "percent", offer_shares_differ);
        offer.tranches.push_back({share, after, row.text_or("milestone", "")});
        sum = sum + share;
        row.refuse_unknown();
    }
    fields.require(offer.tranches.empty() || sum == percent(100), "tranches", offer_shares_differ);
}

/// A loan under the offer, for the rules that terms have among themselves.
lending::LoanTerms example_of(const LoanOffer& offer)
{
    return schemes::terms_of(offer, {Money::euros(100'000), date(2000, 1, 1), date(2001, 1, 1), Rate{0}, {}});
}

}  // namespace

LoanOffer read_offer(Fields& fields)
{
    static const Names<Unit> whole_months{{"month", Unit::month}, {"year", Unit::year}};
    LoanOffer offer;
    auto& terms = offer.terms;
    terms.method = fields.one_of("method", methods());
    read_rhythm(fields, terms, whole_months, {});
    read_conventions(fields, terms, {});
    read_fees(fields, terms, {});
    read_allocation(fields, terms, {});
    read_rate(fields, offer);
    read_shares(fields, offer);
    if (const auto months = fields.optional_integer("drawing_months", 1, most_months)) {
        offer.drawing_months = static_cast<int>(*months);
    }
    fields.require(terms.method != Method::custom, "method", offer_without_plan);
    if (fields.refusal()) return offer;
    const auto sound = lending::check(example_of(offer));
    if (!sound) fields.require(false, "instalments", *sound.refusal().text, sound.refusal().arguments);
    return offer;
}

schemes::DrawingPlan read_drawing_plan(Fields& fields)
{
    schemes::DrawingPlan plan;
    plan.tranches = read_tranches(fields);
    plan.first = fields.optional_date("first_drawing");
    plan.last = fields.optional_date("last_drawing");
    fields.require(!plan.first || !plan.last || *plan.first <= *plan.last, "last_drawing",
                   lending::drawing_days_out_of_order,
                   {{"first", plan.first.value_or(date(2000, 1, 1))}, {"last", plan.last.value_or(date(2000, 1, 1))}});
    return plan;
}

void write_drawing_plan(Json& json, const schemes::DrawingPlan& plan)
{
    write_tranches(json, plan.tranches);
    if (plan.first) json["first_drawing"] = to_text(*plan.first);
    if (plan.last) json["last_drawing"] = to_text(*plan.last);
}

Result<schemes::DrawingPlan> read_drawing_file(std::string_view text, const std::string& source)
{
    const auto document = parse_json(text, source);
    if (!document) return document.refusal();
    Fields fields{*document, source};
    auto plan = read_drawing_plan(fields);
    fields.refuse_unknown();
    if (fields.refusal()) return *fields.refusal();
    return plan;
}

}  // namespace vierkant::formats
