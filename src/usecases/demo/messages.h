#pragma once

#include "base/result.h"

namespace vierkant::demo {

inline constexpr Text not_empty{
    "demo.not_empty",
    "In deze administratie is al gewerkt; het voorbeeld speelt alleen in een lege. Kies met --db een nieuwe naam.",
    "Work was done in this administration already; the example only plays in an empty one. Choose a new name with "
    "--db."};
inline constexpr Text before_the_story{
    "demo.before_the_story", "Het voorbeeld begint op {first}; vandaag is {today}. Kies met --today een dag daarna.",
    "The example begins on {first}; today is {today}. Choose a day after it with --today."};
inline constexpr Text column_missing{"demo.column_missing", "De kolom {column} ontbreekt in het verhaal. Voeg die toe.",
                                     "The column {column} is missing from the story. Add it."};
inline constexpr Text field_unreadable{"demo.field_unreadable",
                                       "\"{value}\" past niet in kolom {column} van het verhaal. Verbeter het.",
                                       "\"{value}\" does not fit column {column} of the story. Correct it."};
inline constexpr Text name_unknown{"demo.name_unknown",
                                   "\"{value}\" in kolom {column} bestaat niet in het verhaal. Voeg het toe.",
                                   "\"{value}\" in column {column} does not exist in the story. Add it."};
inline constexpr Text act_unknown{"demo.act_unknown", "\"{act}\" is hier geen gebeurtenis van het verhaal.",
                                  "\"{act}\" is no happening of the story here."};
inline constexpr Text story_stuck{
    "demo.story_stuck",
    "Het verhaal loopt vast op {day} bij {what}: {why} Verbeter data/demo en begin met een nieuwe administratie.",
    "The story gets stuck on {day} at {what}: {why} Correct data/demo and begin with a new administration."};

}  // namespace vierkant::demo
