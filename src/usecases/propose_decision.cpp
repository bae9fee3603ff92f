#include "usecases/propose_decision.h"

#include "formats/proposal_json.h"
#include "storage/dossier_store.h"
#include "usecases/application_messages.h"
#include "usecases/assess_application.h"

namespace vierkant::usecases {

namespace {

using dossiers::EventKind;
using dossiers::Proposal;

/// When a loan's first instalment falls due; empty for what is no loan.
Result<std::optional<Date>> first_due_of(const Assessment& assessment, const ProposalInput& input, Date today)
{
    const auto& offer = assessment.scheme.offer;
    if (!offer) return std::optional<Date>{};
    if (!schemes::for_term(offer->value, assessment.facts.application.term_months)) {
        return refuse(term_not_offered, {{"most", std::to_string(offer->value.instalments)}});
    }
    const auto first_due =
        input.first_due.value_or(default_first_due(today, schemes::months_per_instalment(offer->value)));
    if (first_due <= today) return refuse(first_due_too_early, {{"day", first_due}, {"today", today}});
    return std::optional{first_due};
}

}  // namespace

Date default_first_due(Date today, int months_per_instalment)
{
    return add_months(first_of_month(today), months_per_instalment + 1);
}

Result<Proposal> propose_decision(storage::Connection& connection, const storage::Task& task,
                                  const std::string& dossier_number, const ProposalInput& input)
{
    storage::Work work{connection, task};
    const auto dossier = storage::find_dossier(connection, dossier_number);
    if (!dossier) return refuse(dossier_unknown, {{"dossier", dossier_number}});
    const auto history = storage::history_of(connection, *dossier);

    Proposal proposal{input.amount.value_or(dossier->amount), std::nullopt, input.judgements};
    const dossiers::Event event{
        input.award ? EventKind::award_proposed : EventKind::refusal_proposed, task.today, task.actor, std::nullopt,
        input.award ? std::optional{proposal.amount} : std::nullopt,           input.note};
    if (auto allowed = dossiers::check_next(history, event); !allowed) return allowed.refusal();
    if (input.award) {
        const auto assessment = assess_award(connection, *dossier, proposal.amount, task.today);
        if (auto allowed = dossiers::check_proposal(proposal, dossier->amount, assessment.verdict); !allowed) {
            return allowed.refusal();
        }
        const auto first_due = first_due_of(assessment, input, task.today);
        if (!first_due) return first_due.refusal();
        proposal.first_due = *first_due;
    }

    storage::add_dossier_event(work, *dossier, static_cast<std::int64_t>(history.size()) + 1, event,
                               formats::proposal_json(proposal).dump());
    work.commit(dossier_number);
    return proposal;
}

}  // namespace vierkant::usecases
