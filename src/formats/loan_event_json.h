#pragma once

#include "base/result.h"
#include "domain/lending/event.h"
#include "formats/json_reader.h"

#include <string>
#include <string_view>
#include <vector>

namespace vierkant::formats {

/// One of the calculator's events. A rescheduling keeps what it does not name of `terms`.
lending::Event read_event_fields(Fields& fields, const lending::LoanTerms& terms);

/// What an event says beyond day, amount and rate, as it is kept: the choices of a holiday, the tranche of a milestone,
/// the new plan of a rescheduling. "" where there is nothing more.
std::string write_event_detail(const lending::Event& event);
/// REQUIRES: written by write_event_detail for an event of this kind.
void read_event_detail(std::string_view text, lending::Event& event);

/// The plan of a rescheduling as an officer writes it in a file: terms, and "arrears". What it does not name is as in
/// `terms`.
Result<lending::Rescheduling> read_rescheduling(std::string_view text, const std::string& source,
                                                const lending::LoanTerms& terms);

}  // namespace vierkant::formats
