#pragma once

#include "base/result.h"

namespace vierkant::arrears {

inline constexpr Text no_rate_known{
    "arrears.no_rate_known",
    "De tabel met wettelijke rente begint op {first}; voor {day} is geen rente bekend. Kies een latere dag.",
    "The table of statutory interest begins on {first}; no rate is known for {day}. Choose a later day."};
inline constexpr Text no_scale_known{"arrears.no_scale_known",
                                     "Voor {day} is geen staffel voor incassokosten bekend. Kies een latere dag.",
                                     "No scale of collection costs is known for {day}. Choose a later day."};

inline constexpr Text steps_missing{"arrears.steps_missing", "Geef ten minste één brief.", "Give at least one letter."};
inline constexpr Text steps_out_of_order{
    "arrears.steps_out_of_order",
    "De brieven moeten op volgorde staan: elke volgende na meer dagen achterstand. Kijk naar brief {step}.",
    "The letters must be in order: each next one after more days past due. Look at letter {step}."};
inline constexpr Text late_rate_missing{
    "arrears.late_rate_missing", "Geef bij een afgesproken rente het percentage (annual_percent), en alleen dan.",
    "Give the percentage (annual_percent) of agreed interest, and only then."};
inline constexpr Text field_unknown{"arrears.field_unknown", "Een brief kent het veld {field} niet. Kies uit: {known}.",
                                    "A letter knows no field {field}. Choose from: {known}."};
inline constexpr Text field_without_value{
    "arrears.field_without_value",
    "De brief noemt {field}, maar daarvoor is hier niets in te vullen. Haal het veld uit de brief of vul het aan.",
    "The letter names {field}, but there is nothing to fill in for it here. Take it out of the letter or supply it."};
inline constexpr Text brace_open{"arrears.brace_open",
                                 "Een accolade in de brief sluit niet. Schrijf een veld als {opening}naam{closing}.",
                                 "A brace in the letter is not closed. Write a field as {opening}name{closing}."};
inline constexpr Text arrangement_empty{
    "arrears.arrangement_empty",
    "Een betalingsregeling heeft ten minste één termijn. Geef wanneer er wat wordt betaald.",
    "An arrangement has at least one term. Say what is paid when."};
inline constexpr Text arrangement_too_early{
    "arrears.arrangement_too_early",
    "De termijn van {due} ligt voor de dag van de regeling ({day}). Kies een latere dag.",
    "The term of {due} is before the day of the arrangement ({day}). Choose a later day."};
inline constexpr Text arrangement_order{
    "arrears.arrangement_order",
    "De termijnen moeten op datum staan, elke dag één keer, met meer dan nul. Kijk naar {due}.",
    "The terms must be in order of date, each day once, with more than nothing. Look at {due}."};
inline constexpr Text arrangement_differs{"arrears.arrangement_differs",
                                          "De termijnen zijn samen {terms}; te laat is {late}. Maak ze gelijk.",
                                          "The terms come to {terms}; {late} is late. Make them equal."};

}  // namespace vierkant::arrears
