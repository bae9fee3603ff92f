#pragma once

#include "base/result.h"
#include "domain/lending/event.h"
#include "domain/lending/schedule.h"
#include "domain/lending/terms.h"
#include "formats/json_reader.h"

#include <string>
#include <string_view>
#include <vector>

namespace vierkant::formats {

/// What the calculator takes: terms and what happens to the loan.
struct CalculatorInput {
    lending::LoanTerms terms;
    std::vector<lending::Event> events;
};

/// Reads the calculator's JSON (docs/reference/schedule-terms.schema.json). Everything that is wrong is refused with
/// its place: unknown fields too. `base_rates` is the table that "base_rate" refers to where it brings none.
Result<CalculatorInput> read_calculator_input(std::string_view text, const std::string& source,
                                              const std::vector<lending::DatedRate>& base_rates = {});

/// The same without drawings and events: a loan's terms as they are kept with its award.
Result<lending::LoanTerms> read_terms(std::string_view text, const std::string& source);
std::string write_terms(const lending::LoanTerms& terms);

/// {"instalments": [...], "totals": {...}}, amounts as text.
Json schedule_json(const lending::Schedule& schedule);

/// Comma-separated, one row an instalment, with a header.
std::string schedule_csv(const lending::Schedule& schedule);

/// Aligned columns with totals, for people.
std::string schedule_text(const lending::Schedule& schedule, Language language);

}  // namespace vierkant::formats
