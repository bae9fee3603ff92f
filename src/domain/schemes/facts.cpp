#include "domain/schemes/facts.h"

#include "domain/schemes/messages.h"

#include <algorithm>

namespace vierkant::schemes {

namespace {

/// What the aid in a loan is reckoned by: a first instalment one period after the award, on which the whole loan is
/// taken to be drawn, at the rate of that day. Fees are left out, which never makes the aid less than it is.
lending::LoanTerms terms_from(const LoanOffer& offer, Money amount, Date awarded_on, std::optional<Rate> base_rate)
{
    auto terms =
        terms_of(offer, {amount, awarded_on, add_months(awarded_on, months_per_instalment(offer)), base_rate, {}});
    terms.fees = {};
    terms.tranches.clear();
    terms.last_drawing.reset();
    terms.resets.reset();
    terms.rolling = lending::Rolling::unadjusted;
    terms.due_day = 0;
    return terms;
}

std::optional<state_aid::ReferenceRate> reference_rate(const Application& application, const Tables& tables, Date day)
{
    const auto base = state_aid::base_rate_on(tables.base_rates, day);
    if (!base || !application.rating || !application.collateral) return std::nullopt;
    const auto collateral = state_aid::collateral_class(*application.collateral);
    const auto margin = state_aid::margin_of(tables.margins, *application.rating, collateral);
    if (!margin) return std::nullopt;
    return state_aid::ReferenceRate{*base, *margin};
}

state_aid::LoanAid loan_aid(const LoanOffer& offer, const Application& application, bool insolvent, const AidFacts& aid,
                            Date day)
{
    state_aid::LoanAid found;
    if (aid.rate && rate_of(offer, aid.base_rate)) {
        const auto terms = terms_from(offer, application.amount, day, aid.base_rate);
        found.by_reference_rate = state_aid::loan_equivalent(terms, application.amount, day, *aid.rate);
    }
    if (aid.rules && application.collateral) {
        const int months = offer.terms.instalments * months_per_instalment(offer);
        found.by_safe_harbour = state_aid::safe_harbour(
            {application.amount, months, *application.collateral, insolvent}, aid.rules->safe_harbour);
    }
    return found;
}

/// Art. 17(6) of 651/2014: 20 % for small, 10 % for medium undertakings; nothing for large ones.
std::optional<Rate> investment_intensity(const parties::Undertaking& undertaking, const Tables& tables, Date day)
{
    const auto size = parties::size_class(undertaking);
    if (!size) return std::nullopt;
    if (*size == parties::SizeClass::large) return Rate{};
    const auto* parameter = *size == parties::SizeClass::medium ? "art17_medium" : "art17_small";
    const auto limit = tables.limits.find("651/2014", parameter, day);
    return limit ? parse_percent(limit->value) : std::nullopt;
}

AidFacts gather_aid(const Scheme& scheme, const Facts& facts, const Tables& tables)
{
    const auto day = facts.assessed_on;
    AidFacts aid;
    aid.rules = state_aid::de_minimis_on(tables.limits, day);
    if (scheme.offer) {
        aid.rate = reference_rate(facts.application, tables, day);
        if (const auto base = state_aid::base_rate_on(tables.base_rates, day)) aid.base_rate = base->rate;
        const auto offer = for_term(scheme.offer->value, facts.application.term_months);
        if (offer) aid.loan = loan_aid(*offer, facts.application, facts.undertaking.insolvent, aid, day);
    }
    if (scheme.aid.value == AidBasis::sme_investment_or_de_minimis) {
        aid.investment_intensity = investment_intensity(facts.undertaking, tables, day);
    }
    return aid;
}

parties::EducationLevels named(const parties::EducationLevels& levels, const Application& application)
{
    parties::EducationLevels found;
    for (const auto& level : levels) {
        const bool is_named = std::any_of(application.jobs.begin(), application.jobs.end(),
                                          [&](const auto& line) { return line.level == level.code; });
        if (is_named) found.push_back(level);
    }
    return found;
}

bool knows(const std::vector<std::string>& codes, const std::string& code)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::string list_of(const std::vector<std::string>& codes)
{
    std::string text;
    for (const auto& code : codes) text += (text.empty() ? "" : ", ") + code;
    return text;
}

std::string at(const std::string& source, std::string_view list, std::size_t index, std::string_view field)
{
    return source + " /" + std::string{list} + "/" + std::to_string(index) + "/" + std::string{field};
}

}  // namespace

Facts gather_facts(const Scheme& scheme, Application application, parties::Undertaking undertaking,
                   const Tables& tables, std::vector<state_aid::AwardedAid> registered, Money available,
                   Date assessed_on)
{
    Facts facts{.application = std::move(application),
                .undertaking = std::move(undertaking),
                .activity = {},
                .side_activities = {},
                .municipality = {},
                .levels = {},
                .aid = {},
                .available = available,
                .assessed_on = assessed_on};
    facts.activity = tables.activities.find(facts.undertaking.sbi_main);
    for (const auto& code : facts.undertaking.sbi_side) {
        if (auto activity = tables.activities.find(code)) facts.side_activities.push_back(std::move(*activity));
    }
    for (const auto& municipality : tables.municipalities) {
        if (municipality.code == facts.application.municipality.text()) facts.municipality = municipality;
    }
    facts.levels = named(tables.levels, facts.application);
    facts.aid = gather_aid(scheme, facts, tables);
    facts.aid.registered = std::move(registered);
    return facts;
}

Result<Done> check_codes(const Application& application, const Scheme& scheme, const Tables& tables,
                         const std::string& source)
{
    std::vector<std::string> levels;
    for (const auto& level : tables.levels) levels.push_back(level.code);
    const std::vector<std::string> groups{tables.target_groups.begin(), tables.target_groups.end()};
    for (std::size_t i = 0; i < application.jobs.size(); ++i) {
        const auto& line = application.jobs[i];
        if (!knows(levels, line.level)) {
            return bad_input(unknown_code, {{"value", line.level}, {"known", list_of(levels)}},
                             at(source, "jobs", i, "level"));
        }
        if (!line.target_group.empty() && !knows(groups, line.target_group)) {
            return bad_input(unknown_code, {{"value", line.target_group}, {"known", list_of(groups)}},
                             at(source, "jobs", i, "target_group"));
        }
    }
    const auto categories = categories_of(scheme);
    for (std::size_t i = 0; i < application.investment_plan.size(); ++i) {
        const auto& category = application.investment_plan[i].category;
        if (category.empty() || knows(categories, category)) continue;
        const auto where = at(source, "investment_plan", i, "category");
        if (categories.empty()) return bad_input(no_categories, {{"value", category}}, where);
        return bad_input(unknown_code, {{"value", category}, {"known", list_of(categories)}}, where);
    }
    return Done{};
}

}  // namespace vierkant::schemes
