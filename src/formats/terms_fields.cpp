#include "formats/terms_fields.h"

#include "formats/messages.h"

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

}  // namespace

void read_rhythm(Fields& fields, LoanTerms& terms, const Names<Unit>& known_units, const LoanTerms& base)
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

void read_conventions(Fields& fields, LoanTerms& terms, const LoanTerms& base)
{
    terms.due_day = static_cast<int>(fields.integer_or("due_day", 1, 31, base.due_day));
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

std::vector<lending::Tranche> read_tranches(Fields& fields)
{
    std::vector<lending::Tranche> tranches;
    for (auto& row : fields.objects_or_none("tranches")) {
        const auto amount = row.positive_money("amount");
        const auto from = row.optional_date("from");
        tranches.push_back({amount, from, row.text_or("milestone", "")});
        row.refuse_unknown();
    }
    return tranches;
}

void write_tranches(Json& json, const std::vector<lending::Tranche>& tranches)
{
    for (const auto& tranche : tranches) {
        Json row{{"amount", to_text(tranche.amount)}};
        if (tranche.from) row["from"] = to_text(*tranche.from);
        if (!tranche.milestone.empty()) row["milestone"] = tranche.milestone;
        json["tranches"].push_back(row);
    }
}

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
    write_tranches(json, terms.tranches);
    if (terms.allocation == Allocation{}) return;
    for (const auto part : terms.allocation.order) json["allocation"].push_back(name_of(parts(), part));
    json["allocation_by"] = name_of(allocation_choices(), terms.allocation.by);
}

}  // namespace vierkant::formats
