#include "domain/schemes/offer.h"

#include "base/exact.h"
#include "domain/schemes/messages.h"

#include <algorithm>

namespace vierkant::schemes {

namespace {

constexpr int months_a_year = 12;

/// The day agreed, else the one that the offer sets for every loan.
std::optional<Date> last_drawing_of(const LoanOffer& offer, const LoanAward& award)
{
    if (award.drawing.last) return award.drawing.last;
    if (!offer.drawing_months) return std::nullopt;
    return add_months(award.awarded_on, *offer.drawing_months);
}

/// The offer's shares in cents; the last tranche takes the rest.
std::vector<lending::Tranche> tranches_of(const LoanOffer& offer, const LoanAward& award)
{
    std::vector<lending::Tranche> tranches;
    auto left = award.amount;
    for (const auto& part : offer.tranches) {
        const bool last = tranches.size() + 1 == offer.tranches.size();
        const auto amount = last ? left : round(share(award.amount, part.share), Rounding::half_up);
        left -= amount;
        lending::Tranche tranche{amount, std::nullopt, part.milestone};
        if (part.after_months > 0) tranche.from = add_months(award.awarded_on, part.after_months);
        tranches.push_back(std::move(tranche));
    }
    return tranches;
}

}  // namespace

int months_per_instalment(const LoanOffer& offer)
{
    const auto& terms = offer.terms;
    verify(terms.unit == lending::Unit::month || terms.unit == lending::Unit::year, "an offer in months or years");
    return terms.unit == lending::Unit::year ? terms.every * months_a_year : terms.every;
}

std::optional<LoanOffer> for_term(const LoanOffer& offer, std::optional<std::int64_t> months)
{
    if (!months) return offer;
    const auto step = months_per_instalment(offer);
    const auto instalments = *months / step;
    const bool fits = *months % step == 0 && instalments <= offer.terms.instalments &&
                      instalments > offer.terms.principal_grace && instalments >= offer.terms.interest_grace;
    if (!fits) return std::nullopt;
    auto shorter = offer;
    shorter.terms.instalments = static_cast<int>(instalments);
    return shorter;
}

std::optional<Rate> rate_of(const LoanOffer& offer, std::optional<Rate> base_rate)
{
    if (!offer.base_rate) return offer.annual;
    if (!base_rate) return std::nullopt;
    return std::max(offer.base_rate->floor, *base_rate + offer.base_rate->margin);
}

lending::LoanTerms terms_of(const LoanOffer& offer, const LoanAward& award)
{
    const auto rate = rate_of(offer, award.base_rate);
    verify(rate.has_value(), "an award knows its rate");
    auto terms = offer.terms;
    terms.first_due = award.first_due;
    const auto begins = add_months(award.first_due, -months_per_instalment(offer));
    terms.rates = {{begins, *rate}};
    if (offer.base_rate) {
        const auto& follows = *offer.base_rate;
        terms.resets = lending::RateResets{follows.margin, follows.floor, add_months(begins, follows.every_months),
                                           follows.every_months};
    }
    if (terms.fees.commitment > Rate{0}) {
        terms.commitment = award.amount;
        terms.commitment_from = award.awarded_on;
    }
    terms.first_drawing = award.drawing.first;
    terms.last_drawing = last_drawing_of(offer, award);
    terms.tranches = award.drawing.tranches.empty() ? tranches_of(offer, award) : award.drawing.tranches;
    return terms;
}

Result<Done> check_drawing_plan(const LoanOffer& offer, const LoanAward& award)
{
    const auto& plan = award.drawing;
    if (!plan.tranches.empty() && !offer.tranches.empty()) return refuse(tranches_of_the_scheme);
    Money sum;
    for (const auto& tranche : plan.tranches) sum += tranche.amount;
    if (!plan.tranches.empty() && sum != award.amount) {
        return refuse(tranches_differ_from_award, {{"tranches", sum}, {"amount", award.amount}});
    }
    const auto open_until = last_drawing_of(offer, {award.amount, award.awarded_on, award.first_due, {}, {}});
    if (plan.last && open_until && *plan.last > *open_until) {
        return refuse(drawn_too_long, {{"last", *plan.last}, {"until", *open_until}});
    }
    if (plan.last && *plan.last < award.awarded_on) {
        return refuse(drawing_over_before_award, {{"last", *plan.last}, {"day", award.awarded_on}});
    }
    return Done{};
}

}  // namespace vierkant::schemes
