#include "storage/fact_table.h"

#include "storage/letter_facts.h"
#include "storage/programme_facts.h"
#include "storage/user_facts.h"

#include <array>

namespace vierkant::storage {

std::span<const FactTable* const> fact_tables()
{
    static constexpr std::array all{&facts::setting,
                                    &facts::measure,
                                    &facts::baseline,
                                    &facts::education_level,
                                    &facts::undertaking_version,
                                    &facts::fund,
                                    &facts::account,
                                    &facts::entry,
                                    &facts::closing,
                                    &facts::closing_rule,
                                    &facts::closed_period,
                                    &facts::closed_balance,
                                    &facts::dossier,
                                    &facts::dossier_event,
                                    &facts::aid_award,
                                    &facts::loan,
                                    &facts::loan_event,
                                    &facts::loan_event_detail,
                                    &facts::taken_over_loan,
                                    &facts::bank_statement,
                                    &facts::bank_line,
                                    &facts::bank_match,
                                    &facts::transfer,
                                    &facts::loan_cost_category,
                                    &facts::loan_invoice,
                                    &facts::loan_principal_settlement,
                                    &facts::grant_award,
                                    &facts::grant_claim,
                                    &facts::grant_claim_event,
                                    &facts::grant_worker,
                                    &facts::grant_cost,
                                    &facts::grant_event,
                                    &facts::payment_order,
                                    &facts::payment_order_outcome,
                                    &facts::job_commitment,
                                    &facts::job_realisation,
                                    &facts::dunning_letter,
                                    &facts::letter_text,
                                    &facts::arrears_charge,
                                    &facts::arrangement,
                                    &facts::arrangement_term,
                                    &facts::arrangement_end,
                                    &facts::loan_collateral,
                                    &facts::loan_collateral_release,
                                    &facts::loan_risk_override,
                                    &facts::loan_provision,
                                    &facts::programme,
                                    &facts::unemployment_target,
                                    &facts::unemployment_observation,
                                    &facts::measure_record,
                                    &facts::user_account,
                                    &facts::api_token,
                                    &facts::api_token_revocation};
    return all;
}

}  // namespace vierkant::storage
