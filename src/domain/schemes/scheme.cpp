#include "domain/schemes/scheme.h"

namespace vierkant::schemes {

namespace {

constexpr int months_a_year = 12;

}  // namespace

int months_per_instalment(const LoanOffer& offer)
{
    verify(offer.unit == lending::Unit::month || offer.unit == lending::Unit::year, "an offer in months or years");
    return offer.unit == lending::Unit::year ? offer.every * months_a_year : offer.every;
}

std::optional<LoanOffer> for_term(const LoanOffer& offer, std::optional<std::int64_t> months)
{
    if (!months) return offer;
    const auto step = months_per_instalment(offer);
    const auto instalments = *months / step;
    const bool fits = *months % step == 0 && instalments <= offer.instalments && instalments > offer.principal_grace &&
                      instalments >= offer.interest_grace;
    if (!fits) return std::nullopt;
    auto shorter = offer;
    shorter.instalments = static_cast<int>(instalments);
    return shorter;
}

lending::LoanTerms terms_of(const LoanOffer& offer, Date first_due)
{
    lending::LoanTerms terms;
    terms.method = offer.method;
    terms.instalments = offer.instalments;
    terms.every = offer.every;
    terms.unit = offer.unit;
    terms.first_due = first_due;
    terms.principal_grace = offer.principal_grace;
    terms.interest_grace = offer.interest_grace;
    terms.day_count = offer.day_count;
    terms.interest_period = offer.interest_period;
    terms.instalment_multiple = offer.instalment_multiple;
    terms.rates = {{add_months(first_due, -months_per_instalment(offer)), offer.annual}};
    return terms;
}

std::vector<std::string> categories_of(const Scheme& scheme)
{
    if (scheme.premium_categories) return scheme.premium_categories->value;
    std::vector<std::string> codes;
    if (scheme.cost_categories) {
        for (const auto& category : scheme.cost_categories->value) codes.push_back(category.code);
    }
    return codes;
}

std::optional<Scheme> edition_on(const std::vector<Scheme>& editions, std::string_view code, Date day)
{
    const Scheme* found = nullptr;
    for (const auto& edition : editions) {
        const bool holds = edition.code == code && edition.from <= day && (!edition.until || day <= *edition.until);
        if (holds && (found == nullptr || found->from < edition.from)) found = &edition;
    }
    if (found == nullptr) return std::nullopt;
    return *found;
}

}  // namespace vierkant::schemes
