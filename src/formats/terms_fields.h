#pragma once

#include "domain/lending/event.h"
#include "domain/lending/terms.h"
#include "formats/json_reader.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The words of terms and events in JSON, shared by their readers and writers.
namespace vierkant::formats {

template <class T>
using Names = std::vector<std::pair<std::string_view, T>>;

template <class T>
std::string name_of(const Names<T>& names, T value)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& pair) { return pair.second == value; });
    return std::string{found->first};
}

const Names<lending::Method>& methods();
const Names<lending::Unit>& units();
const Names<lending::DayCount>& day_counts();
const Names<lending::InterestPeriod>& interest_periods();
const Names<lending::Excess>& excesses();
const Names<lending::PeriodInterest>& period_interests();
const Names<lending::Arrears>& arrears_choices();
/// The types of event that the calculator knows.
const Names<lending::EventKind>& calculator_events();

using lending::most_instalments;

// What terms and a scheme's offer have in common, word for word. What is not given is as in `base`.
void read_rhythm(Fields& fields, lending::LoanTerms& terms, const Names<lending::Unit>& known_units,
                 const lending::LoanTerms& base);
/// How due dates fall and what becomes of interest around them.
void read_conventions(Fields& fields, lending::LoanTerms& terms, const lending::LoanTerms& base);
void read_fees(Fields& fields, lending::LoanTerms& terms, const lending::LoanTerms& base);
void read_allocation(Fields& fields, lending::LoanTerms& terms, const lending::LoanTerms& base);
/// Only what differs from what is usual, so that ordinary terms stay short.
void write_conventions(Json& json, const lending::LoanTerms& terms);
void write_agreements(Json& json, const lending::LoanTerms& terms);

/// Amounts, each from a day on, once a milestone was reached, or at once; none where the key is absent.
std::vector<lending::Tranche> read_tranches(Fields& fields);
void write_tranches(Json& json, const std::vector<lending::Tranche>& tranches);

/// The fields of terms; what is not given is as in `base`. Rates may be left out where `base` has some.
lending::LoanTerms read_terms_fields(Fields& fields, const lending::LoanTerms& base,
                                     const std::vector<lending::DatedRate>& base_rates);
Json terms_json(const lending::LoanTerms& terms);

/// What a new plan keeps of the terms it replaces: conventions, fees and drawing days; no plan, grace or rates.
lending::LoanTerms base_of_new_plan(const lending::LoanTerms& terms);

}  // namespace vierkant::formats
