#pragma once

#include <span>
#include <string_view>

namespace vierkant::storage {

/// A table of facts: rows are inserted once and sealed. Every such table also has work_no and fact_no as its last
/// columns. `kinds` has a letter a column: 'i' whole number, 't' text. A test compares this list with the database.
struct FactTable {
    std::string_view name;
    std::string_view columns;  ///< separated by ", "
    std::string_view kinds;
};

namespace facts {
inline constexpr FactTable setting{"setting", "administration_id, name, version, document", "itit"};
inline constexpr FactTable measure{
    "measure",
    "administration_id, measure_code, chapter, title_nl, title_en, budget_line, amount, start_term, administered",
    "ititttiti"};
inline constexpr FactTable baseline{
    "baseline", "administration_id, kind, code, title_nl, title_en, establishments, jobs", "ittttii"};
inline constexpr FactTable education_level{
    "education_level", "administration_id, code, title_nl, title_en, mbo_or_below, band, sort_order", "itttiti"};
inline constexpr FactTable undertaking_version{"undertaking_version",
                                               "administration_id, undertaking_id, version, document", "iiit"};
inline constexpr FactTable fund{
    "fund", "fund_id, administration_id, code, title_nl, title_en, measure_code, ceiling, reserve, iban, opened_on",
    "iittttiitt"};
inline constexpr FactTable account{"account", "fund_id, account_id, code, title_nl, title_en", "iittt"};
inline constexpr FactTable entry{
    "entry", "fund_id, entry_no, entry_date, description, posting_count, total, previous_hash, hash", "iittiitt"};
inline constexpr FactTable closing{"closing", "fund_id, kind, closed_on", "itt"};
inline constexpr FactTable closing_rule{"closing_rule", "fund_id, version, interest_booking", "iit"};
inline constexpr FactTable closed_period{
    "closed_period", "fund_id, closed_on, opens_on, last_entry_no, last_hash, suspense, in_transit, note, actor",
    "ittitiitt"};
inline constexpr FactTable closed_balance{"closed_balance", "fund_id, closed_on, account_id, debit, credit", "itiii"};
inline constexpr FactTable dossier{
    "dossier", "fund_id, dossier_id, number, undertaking_id, scheme_code, scheme_from, received_on, amount, document",
    "iititttit"};
inline constexpr FactTable dossier_event{
    "dossier_event", "fund_id, dossier_id, event_no, kind, day, actor, until_day, amount, note, document",
    "iiittttitt"};
inline constexpr FactTable aid_award{"aid_award", "fund_id, dossier_id, undertaking_id, awarded_on, basis, equivalent",
                                     "iiitti"};
inline constexpr FactTable loan{"loan",
                                "fund_id, loan_id, number, payment_reference, dossier_id, undertaking_id, scheme_code, "
                                "sector, municipality_code, awarded_on, amount, terms",
                                "iittiittttit"};
inline constexpr FactTable loan_event{
    "loan_event", "fund_id, loan_id, event_no, kind, value_date, amount, rate, excess, reverses, bank_line_id, note",
    "iiittiitiit"};
inline constexpr FactTable loan_event_detail{"loan_event_detail", "fund_id, loan_id, event_no, detail, undertaking_id",
                                             "iiiti"};
inline constexpr FactTable taken_over_loan{"taken_over_loan",
                                           "fund_id, loan_id, reference, taken_over_on, source, line_no", "iittti"};
inline constexpr FactTable payment_order{"payment_order",
                                         "fund_id, order_id, number, kind, loan_id, grant_id, claim_no, amount, "
                                         "value_date, iban, note, prepared_by, prepared_on",
                                         "iittiiiittttt"};
inline constexpr FactTable payment_order_outcome{"payment_order_outcome",
                                                 "fund_id, order_id, outcome, day, actor, note", "iitttt"};
inline constexpr FactTable bank_statement{"bank_statement",
                                          "fund_id, statement_id, iban, identification, sequence, source, opening, "
                                          "closing, opening_date, closing_date, line_count, content",
                                          "iittitiittit"};
inline constexpr FactTable bank_line{
    "bank_line",
    "fund_id, bank_line_id, statement_id, position, identity, amount, booking_date, value_date, reversal, "
    "return_reason, counterparty_iban, counterparty_name, reference, end_to_end_id, remittance, foreign_amount",
    "iiiitittittttttt"};
inline constexpr FactTable bank_match{
    "bank_match", "fund_id, bank_line_id, match_no, kind, target_id, event_no, reason, actor", "iiitiitt"};
inline constexpr FactTable transfer{
    "transfer", "fund_id, transfer_id, kind, loan_id, event_no, grant_id, amount, day, end_to_end_id, iban",
    "iitiiiittt"};
inline constexpr FactTable loan_cost_category{"loan_cost_category", "fund_id, loan_id, category, share, most", "iitii"};
inline constexpr FactTable loan_invoice{
    "loan_invoice", "fund_id, loan_id, invoice_no, category, amount, supplier, invoice_date, evidence, actor",
    "iiititttt"};
inline constexpr FactTable loan_principal_settlement{
    "loan_principal_settlement", "fund_id, loan_id, settled_on, principal, released, overpaid, actor", "iitiiit"};
inline constexpr FactTable grant_award{"grant_award",
                                       "fund_id, grant_id, number, payment_reference, dossier_id, undertaking_id, "
                                       "scheme_code, sector, municipality_code, awarded_on, amount, terms",
                                       "iittiittttit"};
inline constexpr FactTable grant_claim{
    "grant_claim", "fund_id, grant_id, claim_no, entered_on, actor, evidence_kind, evidence_seen_on", "iiitttt"};
inline constexpr FactTable grant_worker{"grant_worker",
                                        "fund_id, grant_id, claim_no, staff_reference, start_date, weekly_hours, "
                                        "required_level, attained_level, target_group",
                                        "iiittittt"};
inline constexpr FactTable grant_cost{"grant_cost", "fund_id, grant_id, claim_no, line_no, category, amount, evidence",
                                      "iiiitit"};
inline constexpr FactTable grant_claim_event{
    "grant_claim_event", "fund_id, grant_id, claim_no, event_no, kind, day, actor, note", "iiiitttt"};
inline constexpr FactTable grant_event{
    "grant_event", "fund_id, grant_id, event_no, kind, day, amount, due_on, bank_line_id, actor, note", "iiittititt"};
inline constexpr FactTable job_commitment{
    "job_commitment",
    "fund_id, dossier_id, line_no, promised_on, scheme_code, sector, municipality_code, level, target_group, kind, "
    "jobs, hours",
    "iiitttttttii"};
inline constexpr FactTable job_realisation{
    "job_realisation",
    "fund_id, dossier_id, measurement_no, line_no, measured_on, scheme_code, sector, municipality_code, level, "
    "target_group, kind, jobs, hours, evidence",
    "iiiitttttttiit"};
inline constexpr FactTable dunning_letter{
    "dunning_letter",
    "fund_id, letter_no, number, loan_id, grant_id, kind, since, drawn_on, pay_by, amount, default_interest, costs, "
    "language, digest",
    "iitiittttiiitt"};
inline constexpr FactTable arrears_charge{
    "arrears_charge", "fund_id, loan_id, charge_no, kind, since, amount, day, event_no", "iiittiti"};
inline constexpr FactTable arrangement{
    "arrangement", "fund_id, arrangement_no, number, loan_id, agreed_on, amount, note, actor", "iitititt"};
inline constexpr FactTable arrangement_term{"arrangement_term", "fund_id, arrangement_no, due_on, amount", "iiti"};
inline constexpr FactTable arrangement_end{"arrangement_end", "fund_id, arrangement_no, ended_on, reason, actor",
                                           "iittt"};
inline constexpr FactTable loan_collateral{
    "loan_collateral",
    "fund_id, loan_id, collateral_no, kind, description, value, rank, prior, valued_on, expires_on, actor",
    "iiittiiittt"};
inline constexpr FactTable loan_collateral_release{"loan_collateral_release",
                                                   "fund_id, loan_id, collateral_no, day, reason, actor", "iiittt"};
inline constexpr FactTable loan_risk_override{
    "loan_risk_override", "fund_id, loan_id, override_no, from_day, stage, reason, actor", "iiitttt"};
inline constexpr FactTable loan_provision{
    "loan_provision", "fund_id, loan_id, as_of, stage, overridden, gross, cover, probability, loss, provision",
    "iittiiiiii"};
inline constexpr FactTable programme{
    "programme", "administration_id, code, title_nl, title_en, starts_on, ends_on, asked, definition, national",
    "itttttiti"};
inline constexpr FactTable unemployment_target{"unemployment_target", "administration_id, day, unemployment", "iti"};
}  // namespace facts

/// Every table of facts, for `verify` and for the tests.
std::span<const FactTable* const> fact_tables();

}  // namespace vierkant::storage
