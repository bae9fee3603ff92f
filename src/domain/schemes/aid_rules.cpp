#include "domain/schemes/aid_rules.h"

#include "base/exact.h"
#include "domain/schemes/assessment.h"
#include "domain/schemes/messages.h"

#include <algorithm>

namespace vierkant::schemes {

namespace {

Money ceiling_of(const Facts& facts)
{
    const auto& rules = *facts.aid.rules;
    return facts.undertaking.road_freight_for_hire ? rules.ceiling_road_freight : rules.ceiling;
}

Date counted_from(const Facts& facts)
{
    return state_aid::window_begins(facts.aid.rules->window, facts.assessed_on, facts.application.fiscal_year_starts);
}

/// What we awarded ourselves and what the undertaking declares of others.
Money used(const Facts& facts)
{
    auto aid = facts.aid.registered;
    const auto& declared = *facts.application.declared_aid;
    aid.insert(aid.end(), declared.begin(), declared.end());
    return state_aid::counted(aid, facts.assessed_on, facts.aid.rules->window, facts.application.fiscal_year_starts);
}

Word in_force(const state_aid::DeMinimisRules& rules)
{
    return {"Verordening (EU) " + rules.regulation + ", art. 3", "Regulation (EU) " + rules.regulation + ", art. 3"};
}

/// How the aid in what is asked was found, as a sentence of its own. Adds its figures to those of the finding.
Word explain(const Facts& facts, const Scheme& scheme, Arguments& figures)
{
    const auto said = [&](const Text& text) {
        return Word{say(text, figures, Language::nl), say(text, figures, Language::en)};
    };
    if (!scheme.offer) return said(aid_in_grant);
    const auto own_rate = rate_of(scheme.offer->value, facts.aid.base_rate);
    if (!facts.aid.rate || !own_rate) return said(aid_by_harbour);
    const auto& rate = *facts.aid.rate;
    const auto& harbour = facts.aid.loan->by_safe_harbour;
    figures.push_back({"rate", *own_rate});
    figures.push_back({"reference", rate.reference()});
    figures.push_back({"base", rate.base.rate});
    figures.push_back({"base_from", rate.base.from});
    figures.push_back({"margin", rate.margin});
    figures.push_back({"harbour", harbour ? Figure{*harbour} : Figure{Word{"niet open", "not open"}}});
    return said(aid_by_reference);
}

Finding de_minimis(const Facts& facts, const Scheme& scheme)
{
    const auto& source = scheme.aid.source;
    if (!facts.aid.rules) return unknown("aid", aid_no_rules, {{"day", facts.assessed_on}}, source);
    if (!facts.application.declared_aid) return unknown("aid", aid_not_declared, {}, in_force(*facts.aid.rules));
    const auto aid = equivalent_of(facts, scheme);
    if (!aid) return unknown("aid", aid_no_equivalent, {}, source);
    const auto room = *de_minimis_room(facts);
    Arguments figures{{"aid", *aid},
                      {"since", counted_from(facts)},
                      {"used", used(facts)},
                      {"ceiling", ceiling_of(facts)},
                      {"room", room}};
    auto how = explain(facts, scheme, figures);
    figures.push_back({"how", std::move(how)});
    if (*aid <= room) return met("aid", aid_met, std::move(figures), in_force(*facts.aid.rules));
    return not_met("aid", aid_not_met, std::move(figures), in_force(*facts.aid.rules));
}

bool fits_investment_aid(const Facts& facts, const Scheme& scheme)
{
    const auto legal = investment_aid_most(facts, scheme);
    return scheme.aid.value == AidBasis::sme_investment_or_de_minimis && legal && facts.application.amount <= *legal;
}

}  // namespace

Money eligible_investment(const Application& application, const Scheme& scheme)
{
    Money sum;
    for (const auto& line : cost_lines(application, categories_of(scheme))) sum += line.amount;
    return sum;
}

std::optional<Money> investment_aid_most(const Facts& facts, const Scheme& scheme)
{
    if (!facts.aid.investment_intensity) return std::nullopt;
    if (facts.undertaking.insolvent || facts.application.in_difficulty.value_or(false)) return Money{};
    return round(share(eligible_investment(facts.application, scheme), *facts.aid.investment_intensity),
                 Rounding::down);
}

std::optional<Money> de_minimis_room(const Facts& facts)
{
    if (!facts.aid.rules || !facts.application.declared_aid) return std::nullopt;
    return std::max(Money{}, ceiling_of(facts) - used(facts));
}

std::optional<Money> equivalent_of(const Facts& facts, const Scheme& scheme)
{
    if (!scheme.offer) return facts.application.amount;
    return facts.aid.loan ? facts.aid.loan->equivalent() : std::nullopt;
}

Finding aid_room(const Facts& facts, const Scheme& scheme)
{
    if (scheme.aid.value == AidBasis::de_minimis) return de_minimis(facts, scheme);
    const auto& application = facts.application;
    const auto room = de_minimis_room(facts);
    const auto legal = investment_aid_most(facts, scheme);
    if (!fits_investment_aid(facts, scheme)) {
        const bool small = !room || application.amount <= *room;
        if (small || !legal) return de_minimis(facts, scheme);
        return unknown("aid", aid_investment_unknown, {{"aid", application.amount}, {"legal", *legal}, {"room", *room}},
                       scheme.aid.source);
    }
    return met("aid", aid_investment_met,
               {{"aid", application.amount},
                {"intensity", *facts.aid.investment_intensity},
                {"eligible", eligible_investment(application, scheme)},
                {"legal", *legal}},
               {"Verordening (EU) 651/2014, art. 17", "Regulation (EU) 651/2014, art. 17"});
}

std::optional<state_aid::AwardedAid> aid_in_award(const Facts& facts, const Scheme& scheme)
{
    const auto equivalent = equivalent_of(facts, scheme);
    if (!equivalent) return std::nullopt;
    if (fits_investment_aid(facts, scheme)) {
        return state_aid::AwardedAid{facts.assessed_on, *equivalent, "651/2014 art. 17"};
    }
    if (!facts.aid.rules) return std::nullopt;
    return state_aid::AwardedAid{facts.assessed_on, *equivalent, facts.aid.rules->regulation};
}

}  // namespace vierkant::schemes
