#pragma once

#include "cli/commands.h"
#include "domain/lending/event.h"
#include "storage/payment_order_store.h"

/// What the commands about a loan's events share.
namespace vierkant::cli {

/// Books an event of the loan in "number", or with --dry-run shows its effect.
void record_event(Context& context, const Values& values, const lending::Event& event);

/// Prepares an order on the loan in "number", or with --dry-run shows its effect.
void prepare_order(Context& context, const Values& values, storage::OrderKind kind);

namespace loan_options {
inline const Option number{"number", "nummer van de lening, zoals L-000042", "number of the loan, such as L-000042",
                           true};
inline const Option amount{"--amount", "bedrag, zoals 2600.00", "amount, such as 2600.00", true};
inline const Option value_date{"--date", "de dag waarop het gebeurde; anders vandaag",
                               "the day it happened; else today"};
inline const Option order_date{"--date", "de dag waarop het ingaat; anders de dag van vrijgave",
                               "the day it takes effect; else the day of release"};
inline const Option note{"--note", "toelichting; geen namen", "note; no names"};
inline const Option as_of{"--as-of", "peildatum, jjjj-mm-dd; anders vandaag", "day, yyyy-mm-dd; else today"};
inline const Option dry_run{"--dry-run", "boekt niets, maar toont het gevolg: nu en straks",
                            "books nothing, but shows the effect: before and after", false, Option::Takes::nothing};
}  // namespace loan_options

}  // namespace vierkant::cli
