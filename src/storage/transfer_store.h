#pragma once

#include "storage/work.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::storage {

enum class TransferKind { disbursement, grant, repayment, refund };

/// Money that is on its way according to us, on the transit account, until a bank line shows it. Whoever posts to or
/// from the transit account opens one in the same work; the line closes it (usecases/import_statement).
struct Transfer {
    FundId fund;
    TransferKind kind = TransferKind::disbursement;
    Money amount;  ///< negative goes out
    Date day = Date::from_serial(0);
    std::string iban;                             ///< of the other party; empty where not known
    std::optional<LoanId> loan = std::nullopt;    ///< whose money it is
    std::optional<EventId> event = std::nullopt;  ///< of that loan; undone where the payment comes back
    std::optional<GrantId> grant = std::nullopt;
    std::string end_to_end_id = {};  ///< ours on the payment order; made from the number where empty
    TransferId id = {};              ///< given by open_transfer
    std::string reference = {};      ///< payment reference of the loan; read, not written
};

/// Opens a transfer and gives it as it was kept: with its number and end-to-end id.
/// REQUIRES: an amount other than zero; a loan or a grant.
Transfer open_transfer(Work& work, Transfer transfer);

/// "T-000003": how an officer names it.
std::string number_of(TransferId transfer);
/// Reads it back; number 0, which no transfer has, where it is none.
TransferId parse_transfer_number(const std::string& text);

/// The transfers of a fund that no bank line was matched with yet, oldest first. What was reversed before the bank saw
/// it is no longer awaited, and neither is the money that its reversal would bring back.
std::vector<Transfer> open_transfers(Connection& connection, FundId fund);

/// Those of them that one of these end-to-end ids, accounts or loans tells, oldest first.
std::vector<Transfer> open_transfers_by(Connection& connection, FundId fund,
                                        const std::vector<std::string>& end_to_end_ids,
                                        const std::vector<std::string>& accounts,
                                        const std::vector<std::int64_t>& loans);

/// The transfer with this number, where it is open; and whatever became of it.
std::optional<Transfer> find_open_transfer(Connection& connection, TransferId transfer);
std::optional<Transfer> find_transfer(Connection& connection, TransferId transfer);

}  // namespace vierkant::storage
