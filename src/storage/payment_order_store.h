#pragma once

#include "storage/work.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::storage {

enum class OrderKind { disbursement, refund, remission, interest_waiver, write_off, grant };

/// Money that is to go out, or a claim to be given up, as one officer prepared it (schema/0018).
struct PaymentOrder {
    FundId fund;
    OrderKind kind;
    std::optional<LoanId> loan = std::nullopt;    ///< either this ...
    std::optional<GrantId> grant = std::nullopt;  ///< ... or this
    std::optional<ClaimId> claim = std::nullopt;
    Money amount;
    std::optional<Date> value_date = std::nullopt;  ///< the day it takes effect; else the day of its release
    std::string iban;                               ///< who is paid; "" where no money goes out
    std::string note;
};

enum class OrderStatus { open, released, withdrawn };

struct StoredOrder {
    PaymentOrder order;
    OrderId id;
    std::string number;  ///< "O-000012"; the end-to-end identification of its transfer
    std::string prepared_by;
    Date prepared_on;
    OrderStatus status;
};

/// Keeps an order under the next number, in the name of the work's actor and on its day.
StoredOrder add_order(Work& work, const PaymentOrder& order);

/// How it ended. REQUIRES: the order is open (the key refuses a second outcome).
void release(Work& work, const StoredOrder& order);
void withdraw(Work& work, const StoredOrder& order, const std::string& reason);

std::optional<StoredOrder> find_order(Connection& connection, const std::string& number);

struct OpenOrder {
    StoredOrder stored;
    std::string subject;  ///< number of the loan or grant
};
/// What waits to be released, oldest first.
std::vector<OpenOrder> list_open_orders(Connection& connection);

/// What is prepared and not yet released, of one kind: it is as good as spent when the next one is prepared.
Money open_amount(Connection& connection, FundId fund, LoanId loan, OrderKind kind);
Money open_amount(Connection& connection, FundId fund, GrantId grant, OrderKind kind);

/// The same for all grants of a fund together: they share its ceiling.
Money open_grant_orders(Connection& connection, FundId fund);

}  // namespace vierkant::storage
