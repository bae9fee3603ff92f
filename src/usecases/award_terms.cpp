#include "usecases/award_terms.h"

#include "usecases/application_messages.h"

namespace vierkant::usecases {

Result<lending::LoanTerms> award_terms(const Assessment& assessment, const dossiers::Proposal& proposal, Date today)
{
    const auto& whole = assessment.scheme.offer->value;
    const auto offer = schemes::for_term(whole, assessment.facts.application.term_months);
    if (!offer) return refuse(term_not_offered, {{"most", std::to_string(whole.terms.instalments)}});
    if (*proposal.first_due <= today) {
        return refuse(first_due_too_early, {{"day", *proposal.first_due}, {"today", today}});
    }
    const auto base_rate = assessment.facts.aid.base_rate;
    if (!schemes::rate_of(*offer, base_rate)) return refuse(base_rate_not_known, {{"day", today}});
    const schemes::LoanAward award{proposal.amount, today, *proposal.first_due, base_rate, proposal.drawing};
    if (auto fits = schemes::check_drawing_plan(*offer, award); !fits) return fits.refusal();
    auto terms = schemes::terms_of(*offer, award);
    if (auto sound = lending::check(terms); !sound) return refuse(*sound.refusal().text, sound.refusal().arguments);
    if (terms.last_drawing && *terms.last_drawing >= lending::period_end(terms, terms.instalments)) {
        return refuse(drawn_until_after_end,
                      {{"last", *terms.last_drawing}, {"end", lending::period_end(terms, terms.instalments)}});
    }
    return terms;
}

}  // namespace vierkant::usecases
