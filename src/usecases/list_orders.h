#pragma once

#include "reporting/report.h"
#include "storage/payment_order_store.h"

namespace vierkant::usecases {

/// What waits to be released, oldest first.
reporting::Report list_orders(storage::Connection& connection, Date today, Language language);

}  // namespace vierkant::usecases
