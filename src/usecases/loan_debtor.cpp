#include "usecases/loan_debtor.h"

#include "domain/parties/identifiers.h"
#include "storage/loan_store.h"
#include "storage/undertaking_store.h"
#include "usecases/loan_messages.h"
#include "usecases/messages.h"
#include "usecases/undertaking_messages.h"

namespace vierkant::usecases {

Result<UndertakingId> debtor_called(storage::Connection& connection, const std::string& loan_number,
                                    const std::string& kvk)
{
    const auto loan = storage::find_loan(connection, loan_number);
    if (!loan) return refuse(loan_unknown, {{"loan", loan_number}});
    const auto number = parties::KvkNumber::parse(kvk);
    if (!number) return number.refusal();
    const auto debtor = storage::find_undertaking(connection, *number);
    if (!debtor) return refuse(undertaking_unknown, {{"kvk", kvk}});
    if (storage::borrower_of(connection, *loan).id != debtor->id) return debtor->id;
    return refuse(owes_already, {{"name", debtor->value.name}, {"loan", loan_number}});
}

}  // namespace vierkant::usecases
