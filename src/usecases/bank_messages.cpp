#include "usecases/bank_messages.h"

#include "domain/banking/messages.h"

#include <algorithm>
#include <array>

namespace vierkant::usecases {

const Text* reason_text(std::string_view code)
{
    static constexpr std::array known{&banking::by_creditor_reference, &banking::by_end_to_end_id,
                                      &banking::by_text_reference,     &banking::by_account,
                                      &banking::return_of_line,        &banking::several_fit,
                                      &banking::amount_differs,        &banking::in_foreign_currency,
                                      &banking::return_of_unknown,     &banking::unknown_reference,
                                      &banking::nothing_fits,          &seen_before,
                                      &loan_does_not_take_it,          &undone_by_return};
    const auto* const found =
        std::find_if(known.begin(), known.end(), [&](const Text* text) { return text->code == code; });
    return found == known.end() ? nullptr : *found;
}

}  // namespace vierkant::usecases
