#include "domain/schemes/instrument_rules.h"

#include "base/exact.h"
#include "domain/schemes/aid_rules.h"
#include "domain/schemes/messages.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vierkant::schemes {

namespace {

const Word plan_reshoring{"actieplan \"Vierkant voor werk\" (2014), hoofdstuk 6, Reshoring",
                          "action plan \"Vierkant voor werk\" (2014), chapter 6, Reshoring"};
const Word no_relocation{"Verordening (EU) 651/2014, art. 14(16); actieplan, hoofdstuk 6, Reshoring",
                         "Regulation (EU) 651/2014, art. 14(16); action plan, chapter 6, Reshoring"};
const Word plan_abroad{"actieplan \"Vierkant voor werk\" (2014), hoofdstuk 6, Buitenlandse acquisitie",
                       "action plan \"Vierkant voor werk\" (2014), chapter 6, Foreign acquisition"};

/// The European Economic Area: the Union, Iceland, Liechtenstein and Norway. (The United Kingdom left in 2020.)
bool in_economic_area(std::string_view country)
{
    constexpr std::array<std::string_view, 30> members{"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI",
                                                       "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU",
                                                       "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"};
    return std::find(members.begin(), members.end(), country) != members.end();
}

/// What limits a premium, and by how much.
struct Bound {
    Money most;
    Word by;
};

/// The least of the share of the investment, what state aid law allows, the scheme's maximum and the money left.
Bound premium_bound(const Facts& facts, const Scheme& scheme, Money product)
{
    Bound least{product, {"het percentage van de investering", "the share of the investment"}};
    const auto take = [&](Money most, Word by) {
        if (most < least.most) least = {most, std::move(by)};
    };
    const auto legal = investment_aid_most(facts, scheme);
    const auto room = de_minimis_room(facts);
    if (legal || room) {
        take(std::max(legal.value_or(Money{}), room.value_or(Money{})), {"de staatssteunregels", "state aid law"});
    }
    take(scheme.amount_most.value, {"het maximum van de regeling", "the scheme's maximum"});
    take(std::max(Money{}, facts.available), {"het geld in het fonds", "the money in the fund"});
    return least;
}

}  // namespace

Finding loan_term(const Facts& facts, const Scheme& scheme)
{
    const auto& offer = scheme.offer->value;
    const auto step = months_per_instalment(offer);
    const auto asked = facts.application.term_months.value_or(std::int64_t{offer.terms.instalments} * step);
    Arguments figures{{"months", std::to_string(asked)},
                      {"most", std::to_string(offer.terms.instalments * step)},
                      {"every", std::to_string(step)},
                      {"grace", std::to_string(offer.terms.principal_grace * step)}};
    if (for_term(offer, asked)) return met("term", term_met, std::move(figures), scheme.offer->source);
    return not_met("term", term_not_met, std::move(figures), scheme.offer->source);
}

Finding cost_support(const Facts& facts, const Scheme& scheme)
{
    const auto asked = facts.application.amount;
    const auto lines = cost_lines(facts.application, categories_of(scheme));
    Money cost;
    for (const auto& line : lines) cost += line.amount;
    const auto supported = grants::supported(lines, scheme.cost_categories->value, scheme.amount_most.value);
    verify(bool{supported}, "cost lines of the scheme's own categories");
    Arguments figures{{"cost", cost}, {"support", *supported}, {"amount", asked}};
    if (*supported >= asked) return met("costs", costs_met, std::move(figures), scheme.cost_categories->source);
    return not_met("costs", costs_not_met, std::move(figures), scheme.cost_categories->source);
}

Finding workers_product(const Facts& facts, const Scheme& scheme)
{
    const auto& each = *scheme.amount_per_worker;
    if (!facts.application.workers) return unknown("workers", workers_unknown, {}, each.source);
    const auto workers = *facts.application.workers;
    const auto product = pro_rata(each.value, workers, 1, Rounding::down);
    Arguments figures{{"workers", std::to_string(workers)},
                      {"each", each.value},
                      {"product", product},
                      {"amount", facts.application.amount}};
    if (workers > 0 && product == facts.application.amount) {
        return met("workers", workers_met, std::move(figures), each.source);
    }
    return not_met("workers", workers_not_met, std::move(figures), each.source);
}

Finding work_origin(const Facts& facts)
{
    const auto& country = facts.application.work_comes_from;
    if (country.empty()) return unknown("origin", origin_unknown, {}, plan_reshoring);
    if (in_economic_area(country)) return unknown("origin", origin_inside, {{"country", country}}, no_relocation);
    return met("origin", origin_met, {{"country", country}}, plan_reshoring);
}

Finding premium(const Facts& facts, const Scheme& scheme)
{
    const auto& part = *scheme.premium_share;
    const auto eligible = eligible_investment(facts.application, scheme);
    const auto product = round(share(eligible, part.value), Rounding::down);
    auto bound = premium_bound(facts, scheme, product);
    Arguments figures{{"share", part.value}, {"eligible", eligible},
                      {"product", product},  {"amount", facts.application.amount},
                      {"most", bound.most},  {"bound", std::move(bound.by)}};
    if (facts.application.amount <= product) return met("premium", premium_met, std::move(figures), part.source);
    return not_met("premium", premium_not_met, std::move(figures), part.source);
}

Finding foreign_investor(const Facts& facts)
{
    const auto& parent = facts.application.foreign_parent;
    if (!parent.empty() && parent != "NL") {
        return met("foreign", foreign_met, {{"origin", Word{"moeder in " + parent, "parent in " + parent}}},
                   plan_abroad);
    }
    if (facts.undertaking.legal_form == parties::LegalForm::foreign) {
        return met("foreign", foreign_met, {{"origin", Word{"buitenlandse rechtsvorm", "foreign legal form"}}},
                   plan_abroad);
    }
    return not_met("foreign", foreign_not_met, {}, plan_abroad);
}

}  // namespace vierkant::schemes
