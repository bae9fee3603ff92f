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
inline constexpr Text unknown_field{
    "formats.unknown_field",
    "Het veld \"{key}\" is hier onbekend. Bekend zijn: {known}. Verbeter de naam of laat "
    "het weg.",
    "The field \"{key}\" is unknown here. Known are: {known}. Correct its name or leave "
    "it out."};
inline constexpr Text scenarios_out_of_order{
    "formats.scenarios_out_of_order", "Geef precies drie scenario's, in deze volgorde: expected, cautious, favourable.",
    "Give exactly three scenarios, in this order: expected, cautious, favourable."};
inline constexpr Text allocation_incomplete{"formats.allocation_incomplete",
                                            "Geef costs, interest en principal, elk één keer, in de gewenste volgorde.",
                                            "Give costs, interest and principal, each once, in the order wanted."};
inline constexpr Text base_rates_out_of_order{"formats.base_rates_out_of_order",
                                              "De basisrentes moeten op datum staan, elke datum één keer.",
                                              "Base rates must be in order of date, each date once."};
inline constexpr Text base_rate_unknown{
    "formats.base_rate_unknown",
    "Op {day} is geen basisrente bekend. Kies een latere eerste herziening of geef de basisrentes zelf bij \"rates\".",
    "No base rate is known on {day}. Choose a later first reset or give the base rates yourself under \"rates\"."};
inline constexpr Text csv_no_header{"formats.csv_no_header",
                                    "Het bestand heeft geen kopregel. Zet op de eerste regel de namen van de kolommen.",
                                    "The file has no header. Put the names of the columns on the first line."};
inline constexpr Text csv_column_twice{"formats.csv_column_twice",
                                       "De kolom \"{column}\" staat twee keer in de kopregel. Laat er één staan.",
                                       "The column \"{column}\" is named twice in the header. Keep one of them."};
inline constexpr Text csv_column_missing{"formats.csv_column_missing",
                                         "De kolom \"{column}\" ontbreekt. Voeg hem toe aan de kopregel.",
                                         "The column \"{column}\" is missing. Add it to the header."};
inline constexpr Text csv_wrong_width{
    "formats.csv_wrong_width",
    "Deze regel heeft {found} velden; de kopregel heeft er {expected}. Kijk naar scheidingstekens en aanhalingstekens.",
    "This row has {found} fields; the header has {expected}. Look at separators and quotes."};
inline constexpr Text csv_too_many_columns{"formats.csv_too_many_columns",
                                           "Deze regel heeft meer dan {most} velden. Kijk naar de scheidingstekens.",
                                           "This row has more than {most} fields. Look at the separators."};
inline constexpr Text csv_field_too_long{"formats.csv_field_too_long",
                                         "Een veld op deze regel is te lang. Kort het in.",
                                         "A field on this line is too long. Shorten it."};
inline constexpr Text csv_stray_quote{
    "formats.csv_stray_quote",
    "Er staat een aanhalingsteken of ander teken waar dat niet kan. Zet het hele veld tussen aanhalingstekens en "
    "verdubbel die erbinnen.",
    "There is a quote or another character where it cannot be. Put the whole field in quotes and double those inside."};
inline constexpr Text csv_open_quote{
    "formats.csv_open_quote",
    "Een aanhalingsteken op deze regel wordt niet gesloten. Sluit het veld met een aanhalingsteken.",
    "A quote on this line is never closed. Close the field with a quote."};
inline constexpr Text csv_not_utf8{"formats.csv_not_utf8", "Deze regel is geen UTF-8. Sla het bestand op als UTF-8.",
                                   "This row is not UTF-8. Save the file as UTF-8."};
inline constexpr Text csv_wrong_value{"formats.csv_wrong_value",
                                      "\"{value}\" past niet in de kolom \"{column}\". Verbeter de waarde.",
                                      "\"{value}\" does not fit the column \"{column}\". Correct the value."};
inline constexpr Text contributions_differ{
    "formats.contributions_differ",
    "De stortingen zijn samen {sum} euro; het plafond van het fonds is {ceiling} euro. Laat ze gelijk zijn.",
    "The contributions add up to EUR {sum}; the fund's ceiling is EUR {ceiling}. Make them equal."};
inline constexpr Text given_twice{"formats.given_twice", "\"{value}\" komt twee keer voor. Laat er één staan.",
                                  "\"{value}\" is given twice. Keep one of them."};
inline constexpr Text reserve_above_ceiling{"formats.reserve_above_ceiling",
                                            "De reserve is hoger dan het plafond van het fonds. Verlaag hem.",
                                            "The reserve is above the fund's ceiling. Lower it."};
inline constexpr Text path_not_rising{"formats.path_not_rising",
                                      "De dagen van het doelpad moeten na elkaar komen. Zet ze op volgorde.",
                                      "The days of the target path must follow one another. Put them in order."};
inline constexpr Text partner_holding{
    "formats.partner_holding",
    "Een partner houdt 25 % tot en met 50 %. Is het meer, kies dan \"linked\"; is het minder, laat hem dan weg.",
    "A partner holds 25 % to 50 %. If it is more, choose \"linked\"; if it is less, leave it out."};
inline constexpr Text holds_bsn{"formats.holds_bsn",
                                "Hier staat een burgerservicenummer. Dat mogen we niet bewaren; haal het weg.",
                                "A citizen service number stands here. We may not keep it; remove it."};
inline constexpr Text sole_trader_rsin{
    "formats.sole_trader_rsin",
    "Een eenmanszaak heeft geen RSIN; dit kan het burgerservicenummer van de ondernemer zijn. Laat het veld weg.",
    "A sole trader has no RSIN; this may be the owner's citizen service number. Leave the field out."};
inline constexpr Text sole_trader_vat_id{
    "formats.sole_trader_vat_id",
    "Dit is een btw-nummer van een eenmanszaak van voor 2020: daar staat een burgerservicenummer in. Vul het btw-id in "
    "dat de Belastingdienst sinds 2020 geeft, of laat het weg.",
    "This is a sole trader's VAT number of before 2020, which holds a citizen service number. Enter the VAT id given "
    "since 2020, or leave it out."};
inline constexpr Text offer_rate_once{
    "formats.offer_rate_once", "Geef of een vaste rente (annual_percent), of een basisrente met opslag (base_rate).",
    "Give either a fixed rate (annual_percent), or a base rate plus margin (base_rate)."};
inline constexpr Text offer_shares_differ{"formats.offer_shares_differ",
                                          "De delen (tranches) moeten samen 100 % zijn, elk meer dan 0 %.",
                                          "The tranches must come to 100 % together, each more than 0 %."};
inline constexpr Text offer_without_plan{
    "formats.offer_without_plan", "Een regeling kan geen eigen aflosplan bieden. Kies annuity, linear of bullet.",
    "A scheme cannot offer a plan of its own. Choose annuity, linear or bullet."};
inline constexpr Text source_unknown{
    "formats.source_unknown", "De bron \"{value}\" staat niet onder \"sources\". Zet hem erbij of verbeter de naam.",
    "The source \"{value}\" is not under \"sources\". Add it or correct its name."};
inline constexpr Text instrument_lacks{
    "formats.instrument_lacks", "Deze regeling kan niet zonder dit veld. Vul het in of kies een ander instrument.",
    "This scheme cannot do without this field. Fill it in or choose another instrument."};
inline constexpr Text instrument_has_not{"formats.instrument_has_not",
                                         "Dit veld hoort niet bij dit instrument. Laat het weg.",
                                         "This field does not belong to this instrument. Leave it out."};
inline constexpr Text not_covering{"formats.not_covering",
                                   "Hier hoort het deel van de lening dat gedekt is: 0 % tot en met 100 %.",
                                   "The share of the loan that is covered is expected here: 0 % to 100 %."};
inline constexpr Text not_country{"formats.not_country",
                                  "\"{value}\" is geen landcode. Schrijf twee hoofdletters, zoals DE of CN.",
                                  "\"{value}\" is no country code. Write two capitals, such as DE or CN."};
inline constexpr Text limits_crossed{"formats.limits_crossed",
                                     "Dit eind ligt voor het begin. Verbeter een van de twee.",
                                     "This end lies before the beginning. Correct one of the two."};

inline constexpr Text job_lines_missing{
    "formats.job_lines_missing",
    "Deze meting noemt geen banen. Geef per niveau een regel; zijn er geen banen, geef dan een regel met 0.",
    "This measurement names no jobs. Give a line for each level; where there are no jobs, a line with 0."};

inline constexpr Text csv_column_unknown{
    "formats.csv_column_unknown",
    "De kolom \"{column}\" is onbekend. Verbeter de naam of haal hem weg. Bekend zijn: {known}.",
    "The column \"{column}\" is unknown. Correct its name or remove it. Known are: {known}."};
inline constexpr Text after_take_over{"formats.after_take_over",
                                      "{day} ligt na de dag van overname ({taken_over}). Verbeter de datum.",
                                      "{day} lies after the day of take-over ({taken_over}). Correct the date."};
inline constexpr Text nothing_disbursed{
    "formats.nothing_disbursed", "Er is niets uitbetaald, dus dit kan niet. Vul \"disbursements\" in of laat dit leeg.",
    "Nothing was disbursed, so this cannot be. Fill in \"disbursements\" or leave this empty."};
inline constexpr Text not_disbursement{
    "formats.not_disbursement",
    "\"{value}\" is geen uitbetaling. Schrijf dag=bedrag, met een spatie tussen twee: 2019-03-01=50000.00 "
    "2019-09-01=25000.00.",
    "\"{value}\" is no disbursement. Write day=amount, with a space between two: 2019-03-01=50000.00 "
    "2019-09-01=25000.00."};
inline constexpr Text not_jobs{
    "formats.not_jobs",
    "\"{value}\" zegt niet hoeveel banen op welk niveau. Schrijf niveau=aantal, met een spatie tussen twee: mbo-2=4 "
    "mbo-3:kept=2.",
    "\"{value}\" does not say how many jobs at which level. Write level=number, with a space between two: mbo-2=4 "
    "mbo-3:kept=2."};
inline constexpr Text measured_before_award{"formats.measured_before_award",
                                            "De meting van {day} ligt voor de toekenning ({awarded}).",
                                            "The measurement of {day} lies before the award ({awarded})."};

}  // namespace vierkant::formats
