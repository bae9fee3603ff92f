#pragma once

#include "base/result.h"

namespace vierkant::parties {

inline constexpr Text wrong_kvk{"parties.wrong_kvk",
                                "\"{value}\" is geen KvK-nummer. Dat heeft acht cijfers, zoals 01234567.",
                                "\"{value}\" is not a trade register number. It has eight digits, such as 01234567."};
inline constexpr Text wrong_establishment{"parties.wrong_establishment",
                                          "\"{value}\" is geen vestigingsnummer. Dat heeft twaalf cijfers.",
                                          "\"{value}\" is not an establishment number. It has twelve digits."};
inline constexpr Text wrong_rsin{
    "parties.wrong_rsin",
    "\"{value}\" is geen RSIN: negen cijfers die aan de elfproef voldoen. Kijk of er een cijfer verkeerd is.",
    "\"{value}\" is not an RSIN: nine digits that pass the 11-test. See whether a digit is wrong."};
inline constexpr Text wrong_vat_id{
    "parties.wrong_vat_id",
    "\"{value}\" is geen btw-id. Het heeft de vorm NL800000006B01 en controlecijfers. Kijk of er een teken verkeerd "
    "is.",
    "\"{value}\" is not a VAT id. Its form is NL800000006B01, with check digits. See whether a character is wrong."};
inline constexpr Text wrong_iban{
    "parties.wrong_iban",
    "\"{value}\" is geen geldig IBAN: de controlecijfers of de lengte kloppen niet. Neem het over van het afschrift.",
    "\"{value}\" is not a valid IBAN: its check digits or length are wrong. Copy it from the bank statement."};
inline constexpr Text wrong_bic{"parties.wrong_bic", "\"{value}\" is geen BIC. Die heeft acht of elf tekens.",
                                "\"{value}\" is not a BIC. It has eight or eleven characters."};
inline constexpr Text wrong_lei{
    "parties.wrong_lei",
    "\"{value}\" is geen LEI: twintig tekens met controlecijfers. Kijk of er een teken verkeerd is.",
    "\"{value}\" is not an LEI: twenty characters with check digits. See whether a character is wrong."};
inline constexpr Text wrong_creditor_reference{
    "parties.wrong_creditor_reference",
    "\"{value}\" is geen betaalkenmerk: RF, twee controlecijfers en hoogstens 21 tekens. Neem het over uit de brief.",
    "\"{value}\" is not a payment reference: RF, two check digits and at most 21 characters. Copy it from the letter."};
inline constexpr Text wrong_postcode{"parties.wrong_postcode",
                                     "\"{value}\" is geen postcode. Schrijf vier cijfers en twee letters: 7811 AB.",
                                     "\"{value}\" is not a postcode. Write four digits and two letters: 7811 AB."};
inline constexpr Text wrong_municipality_code{
    "parties.wrong_municipality_code",
    "\"{value}\" is geen gemeentecode. Schrijf GM en vier cijfers, zoals GM0114 voor Emmen.",
    "\"{value}\" is not a municipality code. Write GM and four digits, such as GM0114 for Emmen."};
inline constexpr Text wrong_activity_code{
    "parties.wrong_activity_code",
    "\"{value}\" is geen SBI-code. Schrijf twee tot vijf cijfers, zoals 2016 of 52.10.9.",
    "\"{value}\" is not an SBI code. Write two to five digits, such as 2016 or 52.10.9."};

}  // namespace vierkant::parties
