#pragma once

#include "base/result.h"

namespace vierkant::usecases {

inline constexpr Text reference_taken_over{"usecases.reference_taken_over",
                                           "{reference} is al overgenomen als lening {loan}. Haal de regel weg.",
                                           "{reference} was taken over as loan {loan} already. Remove the row."};
inline constexpr Text reference_twice{"usecases.reference_twice",
                                      "{reference} komt twee keer voor in het bestand. Laat er één staan.",
                                      "{reference} is given twice in the file. Keep one of them."};
inline constexpr Text no_loan_scheme{
    "usecases.no_loan_scheme",
    "De regeling {scheme} bestaat niet, geeft geen lening, of gold niet op {day}. Kies uit: {known}.",
    "The scheme {scheme} does not exist, gives no loan, or did not hold on {day}. Choose from: {known}."};
inline constexpr Text activity_unknown{"usecases.activity_unknown", "SBI-code {code} bestaat niet. Verbeter de code.",
                                       "There is no SBI code {code}. Correct the code."};
inline constexpr Text undertaking_not_described{
    "usecases.undertaking_not_described",
    "De onderneming met KvK-nummer {kvk} is niet geregistreerd. Vul name, legal_form, street, house_number, postcode "
    "en "
    "place in, of registreer haar eerst.",
    "The undertaking with KvK number {kvk} is not registered. Fill in name, legal_form, street, house_number, postcode "
    "and place, or register it first."};
inline constexpr Text rows_are_bad{
    "usecases.rows_are_bad",
    "{bad} van de {rows} regels zijn niet goed; er is niets overgenomen. Verbeter ze, of sla ze over met --skip-bad.",
    "{bad} of the {rows} rows are wrong; nothing was taken over. Correct them, or pass them over with --skip-bad."};
inline constexpr Text no_rows{"usecases.no_rows", "Er is geen regel om over te nemen. Er is niets gewijzigd.",
                              "There is no row to take over. Nothing was changed."};
inline constexpr Text fund_cannot_bear{
    "usecases.fund_cannot_bear",
    "Het fonds {fund} komt {short} tekort: wat is uitgeleend en toegezegd, is meer dan wat is gestort en terugkwam. "
    "Controleer de bedragen en het bestand, of stort bij. Er is niets overgenomen.",
    "The fund {fund} is {short} short: what was lent and promised is more than what was paid in and came back. Check "
    "the "
    "amounts and the file, or pay in more. Nothing was taken over."};
inline constexpr Text statements_were_imported{
    "usecases.statements_were_imported",
    "Van het fonds {fund} zijn al bankafschriften ingelezen; overnemen kan alleen daarvoor, anders klopt het banksaldo "
    "niet meer.",
    "Bank statements of the fund {fund} were imported already; a portfolio is taken over before that, else the bank "
    "balance would no longer agree."};
inline constexpr Text take_over_in_future{
    "usecases.take_over_in_future", "De dag van overname ({day}) ligt na vandaag ({today}). Kies een eerdere dag.",
    "The day of take-over ({day}) is after today ({today}). Choose an earlier day."};
inline constexpr Text take_over_period_closed{
    "usecases.take_over_period_closed",
    "De periode tot en met {closed} is afgesloten; overnemen op {day} kan niet meer. Kies een latere dag.",
    "The period up to {closed} is closed; nothing can be taken over on {day}. Choose a later day."};
inline constexpr Text take_over_before_fund{
    "usecases.take_over_before_fund",
    "De boeken van het fonds {fund} beginnen op {opened}; overnemen op {day} ligt daarvoor. Kies een latere dag.",
    "The books of the fund {fund} begin on {opened}; the take-over on {day} lies before that. Choose a later day."};
inline constexpr Text case_was_elsewhere{
    "usecases.case_was_elsewhere",
    "Dossier {dossier} hoort bij een lening die is overgenomen; de aanvraag is elders beoordeeld.",
    "Dossier {dossier} belongs to a loan that was taken over; its application was assessed elsewhere."};

}  // namespace vierkant::usecases
