#include "domain/dossiers/proposal.h"

#include "domain/dossiers/messages.h"

#include <algorithm>
#include <array>

namespace vierkant::dossiers {

namespace {

using schemes::Finding;
using schemes::Outcome;

std::string names_of(const schemes::Verdict& verdict, Outcome outcome)
{
    std::string names;
    for (const auto& finding : verdict) {
        if (finding.outcome == outcome) names += (names.empty() ? "" : ", ") + std::string{finding.rule};
    }
    return names;
}

}  // namespace

Result<Done> check_proposal(const Proposal& proposal, Money asked, const schemes::Verdict& verdict)
{
    if (!proposal.amount.is_positive()) return refuse(amount_not_positive);
    if (proposal.amount > asked) return refuse(more_than_asked, {{"amount", proposal.amount}, {"asked", asked}});
    if (const auto broken = names_of(verdict, Outcome::not_met); !broken.empty()) {
        return refuse(rules_not_met, {{"rules", broken}});
    }
    for (const auto& judgement : proposal.judgements) {
        const auto finding =
            std::find_if(verdict.begin(), verdict.end(), [&](const Finding& f) { return f.rule == judgement.rule; });
        if (finding == verdict.end()) return refuse(rule_unknown, {{"rule", judgement.rule}});
        if (judgement.motivation.empty()) return refuse(motivation_missing, {{"rule", judgement.rule}});
    }
    std::string open;
    for (const auto& finding : verdict) {
        if (finding.outcome != Outcome::unknown) continue;
        const bool judged = std::any_of(proposal.judgements.begin(), proposal.judgements.end(),
                                        [&](const Judgement& j) { return j.rule == finding.rule; });
        if (!judged) open += (open.empty() ? "" : ", ") + std::string{finding.rule};
    }
    if (!open.empty()) return refuse(rules_not_judged, {{"rules", open}});
    return Done{};
}

schemes::Verdict verdict_on_award(const schemes::Verdict& as_asked, const schemes::Verdict& as_awarded)
{
    constexpr std::array<std::string_view, 3> by_money{"amount", "aid", "money_left"};
    auto verdict = as_asked;
    for (auto& finding : verdict) {
        if (std::find(by_money.begin(), by_money.end(), finding.rule) == by_money.end()) continue;
        const auto awarded = std::find_if(as_awarded.begin(), as_awarded.end(),
                                          [&](const Finding& f) { return f.rule == finding.rule; });
        if (awarded != as_awarded.end()) finding = *awarded;
    }
    return verdict;
}

}  // namespace vierkant::dossiers
