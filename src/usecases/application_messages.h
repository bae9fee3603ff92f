#pragma once

#include "base/result.h"

namespace vierkant::usecases {

inline constexpr Text applicant_unknown{
    "usecases.applicant_unknown",
    "De aanvrager met KvK-nummer {kvk} is niet geregistreerd. Registreer eerst de onderneming: vierkant undertaking "
    "add",
    "The applicant with KvK number {kvk} is not registered. Register the undertaking first: vierkant undertaking add"};
inline constexpr Text scheme_unknown{
    "usecases.scheme_unknown", "De regeling {scheme} bestaat niet of gold niet op {day}. Kies uit: {known}.",
    "The scheme {scheme} does not exist or did not hold on {day}. Choose from: {known}."};
inline constexpr Text scheme_fund_unknown{"usecases.scheme_fund_unknown",
                                          "Er is geen fonds {fund}. Noem het fonds dat deze regeling betaalt.",
                                          "There is no fund {fund}. Name the fund that pays this scheme."};
inline constexpr Text scheme_in_use{
    "usecases.scheme_in_use",
    "Op de uitgave van {scheme} vanaf {from} rusten al dossiers. Geef de nieuwe uitgave een latere eerste dag.",
    "Dossiers rest on the edition of {scheme} from {from} already. Give the new edition a later first day."};
inline constexpr Text received_in_future{"usecases.received_in_future",
                                         "De dag van ontvangst ({day}) ligt na vandaag ({today}). Verbeter die.",
                                         "The day of receipt ({day}) is after today ({today}). Correct it."};
inline constexpr Text registered_before{
    "usecases.registered_before",
    "Deze aanvraag is al geregistreerd als dossier {dossier}: dezelfde aanvrager, regeling, dag van ontvangst en "
    "bedrag. Ga daarmee door.",
    "This application is registered already as dossier {dossier}: the same applicant, scheme, day of receipt and "
    "amount. Go on with that."};
inline constexpr Text dossier_unknown{"usecases.dossier_unknown",
                                      "Er is geen dossier met nummer {dossier}. Zie: vierkant application list",
                                      "There is no dossier with number {dossier}. See: vierkant application list"};
inline constexpr Text first_due_too_early{
    "usecases.first_due_too_early",
    "De eerste vervaldag ({day}) moet na vandaag ({today}) liggen. Kies met --first-due een latere dag.",
    "The first due date ({day}) must be after today ({today}). Choose a later day with --first-due."};
inline constexpr Text term_not_offered{
    "usecases.term_not_offered",
    "De gevraagde looptijd past niet in deze regeling. Laat de aanvraag aanpassen: hoogstens {most} termijnen.",
    "The term asked does not fit this scheme. Have the application changed: at most {most} instalments."};
inline constexpr Text drawing_of_no_loan{"usecases.drawing_of_no_loan",
                                         "Alleen een lening wordt in delen opgenomen. Laat --drawing weg.",
                                         "Only a loan is drawn in parts. Leave --drawing out."};
inline constexpr Text base_rate_not_known{
    "usecases.base_rate_not_known",
    "De rente volgt de basisrente van de EU, maar voor {day} staat er geen in de tabel. Werk het programma bij.",
    "The rate follows the EU base rate, but the table has none for {day}. Update the program."};
inline constexpr Text drawn_until_after_end{
    "usecases.drawn_until_after_end",
    "Opnemen kan tot en met {last}, maar de laatste termijn eindigt al op {end}. Kies een eerdere laatste dag van "
    "opnemen of een langere looptijd.",
    "Drawing would be possible until {last}, but the last instalment ends on {end}. Choose an earlier last day of "
    "drawing or a longer term."};

}  // namespace vierkant::usecases
