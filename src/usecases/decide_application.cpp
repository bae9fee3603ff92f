#include "usecases/decide_application.h"

#include "domain/dossiers/proposal.h"
#include "formats/application_json.h"
#include "formats/proposal_json.h"
#include "formats/terms_fields.h"
#include "formats/verdict_json.h"
#include "storage/dossier_store.h"
#include "storage/fund_store.h"
#include "usecases/application_messages.h"
#include "usecases/assess_application.h"
#include "usecases/award_terms.h"
#include "usecases/write_award.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using dossiers::EventKind;
using storage::StoredDossier;

EventKind event_of(DecisionKind kind)
{
    switch (kind) {
        case DecisionKind::award:
            return EventKind::awarded;
        case DecisionKind::refuse:
            return EventKind::refused;
        case DecisionKind::send_back:
            return EventKind::returned;
    }
    verify(false, "every decision is an event");
    return EventKind::returned;
}

dossiers::Proposal proposal_of(storage::Connection& connection, const StoredDossier& dossier)
{
    const auto document = storage::kept_document(connection, dossier, EventKind::award_proposed);
    verify(document.has_value(), "an award that is decided on was proposed");
    auto proposal = formats::read_proposal(*document, dossier.number);
    verify(static_cast<bool>(proposal), "a kept proposal can be read");
    return std::move(*proposal);
}

/// What the decision rested on, kept with it: terms, facts and verdict (design.md, invariant 0).
std::string grounds(const dossiers::Proposal& proposal, const Assessment& assessment,
                    const std::optional<lending::LoanTerms>& terms)
{
    formats::Json json{{"proposal", formats::proposal_json(proposal)},
                       {"scheme", {{"code", assessment.scheme.code}, {"from", to_text(assessment.scheme.from)}}},
                       {"facts", formats::facts_json(assessment.facts)},
                       {"verdict", formats::verdict_json(assessment.verdict)}};
    if (terms) json["terms"] = formats::terms_json(*terms);
    return json.dump();
}

Money left_in(storage::Connection& connection, FundId fund)
{
    const auto standings = storage::fund_standings(connection);
    return std::find_if(standings.begin(), standings.end(), [&](const auto& s) { return s.id == fund; })->available();
}

}  // namespace

Result<DecisionReceipt> decide_application(storage::Connection& connection, const storage::Task& task,
                                           const std::string& dossier_number, const Decision& decision)
{
    storage::Work work{connection, task};
    const auto dossier = storage::find_dossier(connection, dossier_number);
    if (!dossier) return refuse(dossier_unknown, {{"dossier", dossier_number}});
    const auto history = storage::history_of(connection, *dossier);
    const auto event_no = static_cast<std::int64_t>(history.size()) + 1;

    dossiers::Event event{event_of(decision.kind), task.today, task.actor, std::nullopt, std::nullopt, decision.reason};
    if (auto allowed = dossiers::check_next(history, event); !allowed) return allowed.refusal();

    DecisionReceipt receipt{dossier_number, {}, {}, {}, {}};
    std::string document = "{}";
    if (decision.kind == DecisionKind::award) {
        const auto proposal = proposal_of(connection, *dossier);
        const auto assessment = assess_award(connection, *dossier, proposal.amount, task.today);
        if (auto allowed = dossiers::check_proposal(proposal, dossier->amount, assessment.verdict); !allowed) {
            return allowed.refusal();
        }
        std::optional<lending::LoanTerms> terms;
        if (assessment.scheme.offer) {
            verify(proposal.first_due.has_value(), "a loan is proposed with a first due date");
            auto agreed = award_terms(assessment, proposal, task.today);
            if (!agreed) return agreed.refusal();
            terms = std::move(*agreed);
        }
        event.amount = proposal.amount;
        document = grounds(proposal, assessment, terms);
        const auto written = write_award(work, *dossier, proposal.amount, assessment, terms);
        receipt.amount = proposal.amount;
        receipt.award = written.number;
        receipt.payment_reference = written.payment_reference;
    }
    storage::add_dossier_event(work, *dossier, event_no, event, document);
    receipt.available = left_in(connection, dossier->fund) - receipt.amount;
    work.commit(receipt.award.empty() ? dossier_number : dossier_number + " " + receipt.award);
    return receipt;
}

}  // namespace vierkant::usecases
