#pragma once

#include "base/result.h"

namespace vierkant::usecases {

inline constexpr Text day_not_come{"usecases.day_not_come",
                                   "{day} ligt na vandaag ({today}). Sluit een dag pas als hij er is.",
                                   "{day} is after today ({today}). Close a day when it has come."};
inline constexpr Text first_day_known{
    "usecases.first_day_known",
    "Van fonds {fund} zijn dagen gesloten vanaf {first}. Een eerste dag kiezen met --from kan alleen bij de eerste "
    "keer.",
    "Fund {fund} has days closed from {first} on. Choosing the first day with --from is for the first time only."};
inline constexpr Text first_day_after_last{
    "usecases.first_day_after_last", "De eerste dag {first} ligt na de laatste dag {last}. Kies een eerdere dag.",
    "The first day {first} is after the last day {last}. Choose an earlier day."};
inline constexpr Text period_end_wrong{
    "usecases.period_end_wrong",
    "Een periode eindigt op de laatste dag van een maand, en {day} is dat niet. Kies bijvoorbeeld {month_end}.",
    "A period ends on the last day of a month, and {day} is none. Choose {month_end}, for instance."};
inline constexpr Text period_not_over{
    "usecases.period_not_over",
    "De periode tot en met {day} is nog niet voorbij (vandaag is {today}). Sluit haar na die dag.",
    "The period up to {day} is not over yet (today is {today}). Close it after that day."};
inline constexpr Text period_before_closed{
    "usecases.period_before_closed",
    "Van fonds {fund} is de periode tot en met {closed} al gesloten; een gesloten periode wordt niet heropend.",
    "The period up to {closed} of fund {fund} is closed already; a closed period is not opened again."};
inline constexpr Text not_there_yet{
    "usecases.not_there_yet",
    "Fonds {fund} heeft geen dagen tot en met {day}; de eerste is {first}. Kies een latere periode.",
    "Fund {fund} has no days up to {day}; its first is {first}. Choose a later period."};
inline constexpr Text days_open{
    "usecases.days_open",
    "Van fonds {fund} zijn de dagen {first} tot en met {last} nog open. Sluit ze eerst: vierkant close day --until "
    "{until}",
    "Of fund {fund} the days {first} to {last} are open. Close them first: vierkant close day --until {until}"};
inline constexpr Text period_unexplained{
    "usecases.period_unexplained",
    "Van fonds {fund} staat tot en met {day} nog iets open: {lines} bankregels op vraagposten ({suspense}) en "
    "{transfers} betalingen die langer dan een week onderweg zijn ({in_transit}): {items}. Koppel ze met vierkant bank "
    "match, of leg met --note vast waarom de periode toch dicht mag.",
    "Of fund {fund} something is open up to {day}: {lines} bank lines in suspense ({suspense}) and {transfers} "
    "transfers that are on their way for more than a week ({in_transit}): {items}. Link them with vierkant bank match, "
    "or say with --note why the period may be closed all the same."};

}  // namespace vierkant::usecases
