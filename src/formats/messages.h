#pragma once

#include "base/result.h"

namespace vierkant::formats {

inline constexpr Text json_syntax{"formats.json_syntax",
                                  "Dit is geen geldige JSON. Kijk op regel {line}, kolom {column}.",
                                  "This is not valid JSON. Look at line {line}, column {column}."};
inline constexpr Text json_duplicate{"formats.json_duplicate",
                                     "Het veld \"{key}\" staat twee keer in hetzelfde object. Laat er één staan.",
                                     "The field \"{key}\" is given twice in one object. Keep one of them."};
inline constexpr Text json_too_deep{"formats.json_too_deep",
                                    "De JSON is te diep genest. Gebruik de opbouw uit het voorbeeld.",
                                    "The JSON is nested too deeply. Use the structure of the example."};
inline constexpr Text not_an_object{"formats.not_an_object", "Hier hoort een object te staan, tussen accolades.",
                                    "An object is expected here, in braces."};
inline constexpr Text not_an_array{"formats.not_an_array", "Hier hoort een lijst te staan, tussen blokhaken.",
                                   "A list is expected here, in square brackets."};
inline constexpr Text missing{"formats.missing", "Dit veld ontbreekt. Vul het in.",
                              "This field is missing. Fill it in."};
inline constexpr Text not_text{"formats.not_text", "Hier hoort een tekst te staan, tussen aanhalingstekens.",
                               "A text is expected here, between quotes."};
inline constexpr Text empty_text{"formats.empty_text", "Deze tekst is leeg. Vul hem in.",
                                 "This text is empty. Fill it in."};
inline constexpr Text not_money{
    "formats.not_money",
    "\"{value}\" is geen bedrag. Schrijf een tekst met een punt en hoogstens twee decimalen, zoals \"1234.50\".",
    "\"{value}\" is not an amount. Write a text with a dot and at most two decimals, such as \"1234.50\"."};
inline constexpr Text negative_money{"formats.negative_money", "Dit bedrag mag niet negatief zijn.",
                                     "This amount cannot be negative."};
inline constexpr Text not_positive_money{"formats.not_positive_money", "Dit bedrag moet meer dan nul zijn.",
                                         "This amount must be more than zero."};
inline constexpr Text not_percent{
    "formats.not_percent",
    "\"{value}\" is geen percentage. Schrijf een tekst met een punt en hoogstens vier decimalen, zoals \"4.25\".",
    "\"{value}\" is not a percentage. Write a text with a dot and at most four decimals, such as \"4.25\"."};
inline constexpr Text not_date{"formats.not_date",
                               "\"{value}\" is geen bestaande datum. Schrijf jjjj-mm-dd, zoals 2026-01-15.",
                               "\"{value}\" is not an existing date. Write yyyy-mm-dd, such as 2026-01-15."};
inline constexpr Text not_integer{"formats.not_integer",
                                  "Hier hoort een geheel getal van {least} tot en met {most} te staan.",
                                  "A whole number from {least} to {most} is expected here."};
inline constexpr Text not_flag{"formats.not_flag", "Hier hoort true of false te staan.",
                               "true or false is expected here."};
inline constexpr Text unknown_name{"formats.unknown_name", "\"{value}\" is onbekend. Kies uit: {known}.",
                                   "\"{value}\" is unknown. Choose from: {known}."};
inline constexpr Text unknown_field{"formats.unknown_field",
                                    "Het veld \"{key}\" is hier onbekend. Verbeter de naam of laat het weg.",
                                    "The field \"{key}\" is unknown here. Correct its name or leave it out."};

}  // namespace vierkant::formats
