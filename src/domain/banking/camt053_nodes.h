#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vierkant::banking::camt053 {

/// The places in a camt.053 document that we read; everything below an element that is not here is passed over.
/// A place is an element under its parent, so the Amt of an entry and that of a balance never meet.
enum class Node : std::uint8_t {
    outside,
    document,
    message,
    statement,
    statement_id,
    sequence,
    created,
    account,
    account_id,
    account_iban,
    account_other,
    account_other_id,
    account_currency,
    balance,
    balance_type,
    balance_type_choice,
    balance_code,
    balance_subtype,
    balance_subcode,
    balance_amount,
    balance_sign,
    balance_date,
    balance_day,
    balance_moment,
    entry,
    entry_amount,
    entry_sign,
    entry_reversal,
    entry_status,
    entry_status_code,
    booked,
    booked_day,
    booked_moment,
    valued,
    valued_day,
    valued_moment,
    bank_reference,
    transaction_code,
    domain,
    domain_code,
    family,
    family_code,
    subfamily_code,
    proprietary_code,
    proprietary_code_value,
    entry_amounts,
    entry_instructed,
    entry_instructed_amount,
    entry_info,
    entry_details,
    detail,
    references,
    end_to_end_id,
    detail_amount,
    detail_sign,
    amounts,
    instructed,
    instructed_amount,
    transaction,
    transaction_amount,
    parties,
    debtor,
    debtor_name,
    debtor_party,
    debtor_party_name,
    debtor_account,
    debtor_account_id,
    debtor_iban,
    debtor_other,
    debtor_other_id,
    creditor,
    creditor_name,
    creditor_party,
    creditor_party_name,
    creditor_account,
    creditor_account_id,
    creditor_iban,
    creditor_other,
    creditor_other_id,
    remittance,
    unstructured,
    structured,
    creditor_reference_info,
    creditor_reference,
    structured_info,
    return_info,
    return_reason,
    return_reason_code,
    detail_info,
    count,
};

/// The place of the element `name` under `parent`; Node::outside where we do not read it.
Node child_of(Node parent, std::string_view name);

/// True where the element's text is read.
bool has_text(Node node);

/// "Stmt/Ntry/Amt": for refusals.
std::string path_of(Node node);

}  // namespace vierkant::banking::camt053
