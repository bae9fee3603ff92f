#pragma once

#include "domain/lending/event.h"
#include "web/forms.h"

#include <functional>
#include <string>
#include <vector>

/// The forms about a loan: each shows what its event would do beside how the loan stands, before it is booked.
namespace vierkant::web {

struct LoanForm {
    std::string name;  ///< last part of its address
    Word title;
    Word button;
    std::function<std::vector<Field>(Visit&)> fields;
    std::function<Result<lending::Event>(Visit&, Reader&)> event;
    /// Gives what was done, in words. REQUIRES: the event was allowed when it was shown.
    std::function<Result<std::string>(Visit&, Reader&, const lending::Event&)> run;
    bool danger = false;
    /// Said above the figures of the effect, where they do not say it all.
    std::function<Html(Visit&, Reader&)> also = {};
};
void add_loan_form(std::vector<Route>& routes, LoanForm form);

/// Books the event as it is.
Result<std::string> record_event(Visit& visit, Reader& read, const lending::Event& event);

/// The day, today where nothing else is typed; and the note.
Field event_day_field(const Visit& visit);
extern const Field event_note_field;
extern const Field event_amount_field;

}  // namespace vierkant::web
