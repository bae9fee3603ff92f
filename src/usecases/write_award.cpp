#include "usecases/write_award.h"

#include "domain/banking/payment_reference.h"
#include "domain/grants/booking.h"
#include "storage/grant_store.h"
#include "storage/job_store.h"
#include "storage/loan_store.h"
#include "storage/proof_production_store.h"

namespace vierkant::usecases {

namespace {

using schemes::Instrument;
using storage::AwardPlace;
using storage::StoredDossier;
using storage::Work;

/// The sector as reports name it; an application judged eligible by hand may lie in none of the plan's.
std::string sector_of(const schemes::Facts& facts)
{
    if (!facts.activity || facts.activity->sector == parties::Sector::none) return "other";
    return std::string{parties::name_of(facts.activity->sector)};
}

storage::StoredLoan loan_of(Work& work, const AwardPlace& place, const StoredDossier& dossier, Money amount,
                            const lending::LoanTerms& terms)
{
    const LoanId id{work.next_number("loan")};
    auto digits = std::to_string(id.value);
    digits.insert(0, digits.size() < 6 ? 6 - digits.size() : 0, '0');
    const auto reference = banking::make_reference("VVWL" + digits);
    verify(static_cast<bool>(reference), "a loan number makes a payment reference");
    return {place.fund,   id,           "L-" + digits,      *reference,   dossier.id, dossier.undertaking,
            place.scheme, place.sector, place.municipality, work.today(), amount,     terms};
}

WrittenAward award_loan(Work& work, const storage::StoredLoan& loan, const schemes::Scheme& scheme)
{
    storage::add_loan(work, loan);
    if (scheme.instrument == Instrument::proof_production_loan && scheme.cost_categories) {
        storage::add_cost_categories(work, loan, scheme.cost_categories->value);
    }
    work.post({loan.fund,
               work.today(),
               "Toekenning " + loan.number,
               {{ledger::Account::uncommitted, ledger::Account::committed, loan.amount, loan.id}}});
    return {loan.number, loan.payment_reference};
}

grants::Terms grant_terms(const Assessment& assessment)
{
    const auto& scheme = assessment.scheme;
    if (scheme.instrument == Instrument::grant_per_worker) {
        return grants::WorkerTerms{assessment.facts.application.workers.value_or(0), scheme.amount_per_worker->value,
                                   scheme.hours_least->value, static_cast<int>(scheme.months_kept->value)};
    }
    if (scheme.cost_categories) return grants::CostTerms{scheme.cost_categories->value};
    // The premium is one share of every kind of cost that counts, up to the most of the scheme together.
    grants::CostTerms premium;
    for (const auto& category : scheme.premium_categories->value) {
        premium.categories.push_back({category, scheme.premium_share->value, scheme.amount_most.value});
    }
    return premium;
}

WrittenAward award_grant(Work& work, const AwardPlace& place, const StoredDossier& dossier, Money amount,
                         const Assessment& assessment)
{
    const auto grant = storage::add_grant_award(work, {place.fund,
                                                       {},
                                                       {},
                                                       {},
                                                       dossier.id,
                                                       dossier.undertaking,
                                                       place.scheme,
                                                       place.sector,
                                                       place.municipality,
                                                       {work.today(), amount, grant_terms(assessment)}});
    work.post({place.fund, work.today(), "Toekenning " + grant.number, grants::award_postings(grant.id, amount)});
    return {grant.number, grant.payment_reference};
}

}  // namespace

WrittenAward write_award(Work& work, const StoredDossier& dossier, Money amount, const Assessment& assessment,
                         const std::optional<lending::LoanTerms>& terms)
{
    const auto& application = assessment.facts.application;
    const AwardPlace place{dossier.fund, dossier.id, dossier.scheme, sector_of(assessment.facts),
                           application.municipality.text()};
    const auto written = terms ? award_loan(work, loan_of(work, place, dossier, amount, *terms), assessment.scheme)
                               : award_grant(work, place, dossier, amount, assessment);
    storage::add_job_commitments(work, place, work.today(), application.jobs);
    storage::add_award_total(work, place, work.today(), amount);
    const auto aid = schemes::aid_in_award(assessment.facts, assessment.scheme);
    verify(aid.has_value(), "the aid in an award is known before it is decided");
    storage::add_aid_award(work, dossier, aid->awarded_on, aid->regulation, aid->equivalent);
    return written;
}

}  // namespace vierkant::usecases
