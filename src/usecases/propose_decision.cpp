#include "usecases/propose_decision.h"

#include "formats/proposal_json.h"
#include "storage/dossier_store.h"
#include "usecases/application_messages.h"
#include "usecases/assess_application.h"
#include "usecases/award_terms.h"

namespace vierkant::usecases {

namespace {

using dossiers::EventKind;
using dossiers::Proposal;

/// What the proposal says of a loan: when its first instalment falls due, and how it is drawn where the officer does
/// not leave that as it was asked. Nothing for what is no loan.
Result<Done> complete_loan(Proposal& proposal, const Assessment& assessment, const ProposalInput& input, Date today)
{
    const auto& offer = assessment.scheme.offer;
    if (!offer) {
        if (input.drawing) return refuse(drawing_of_no_loan);
        return Done{};
    }
    proposal.first_due = input.first_due.value_or(default_first_due(today, offer->value));
    proposal.drawing = input.drawing.value_or(assessment.facts.application.drawing);
    if (auto terms = award_terms(assessment, proposal, today); !terms) return terms.refusal();
    return Done{};
}

}  // namespace

Date default_first_due(Date today, const schemes::LoanOffer& offer)
{
    const auto months = schemes::months_per_instalment(offer);
    if (offer.terms.due_day == 0) return add_months(first_of_month(today), months + 1);
    const auto on_due_day = [&](Date in_month) {
        return std::min(first_of_month(in_month) + (offer.terms.due_day - 1), last_of_month(in_month));
    };
    const auto earliest = add_months(today, months);
    const auto due = on_due_day(earliest);
    return due >= earliest ? due : on_due_day(add_months(first_of_month(earliest), 1));
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
        if (auto fits = complete_loan(proposal, assessment, input, task.today); !fits) return fits.refusal();
    }

    storage::add_dossier_event(work, *dossier, static_cast<std::int64_t>(history.size()) + 1, event,
                               formats::proposal_json(proposal).dump());
    work.commit(dossier_number);
    return proposal;
}

}  // namespace vierkant::usecases
