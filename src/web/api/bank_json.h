#pragma once

#include "storage/bank_store.h"
#include "usecases/import_statement.h"
#include "web/api/call.h"

namespace vierkant::api {

Json line_of(const storage::ListedLine& listed, Language language);
Json receipt_of(const usecases::ImportReceipt& receipt, Language language);

}  // namespace vierkant::api
