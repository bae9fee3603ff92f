#pragma once

#include "base/result.h"

namespace vierkant::schemes {

inline constexpr Text sector_met{"schemes.sector_met", "SBI-code {code} valt onder {sector}.",
                                 "SBI code {code} falls under {sector}."};
inline constexpr Text sector_not_met{
    "schemes.sector_not_met",
    "SBI-code {code} valt onder {sector}; deze regeling is daar niet voor. Kijk of een nevenactiviteit past.",
    "SBI code {code} falls under {sector}, which this scheme is not for. See whether a secondary activity fits."};
inline constexpr Text sector_unknown{
    "schemes.sector_unknown", "De sector volgt niet uit deze SBI-code of versie. Beoordeel de hoofdactiviteit zelf.",
    "The sector does not follow from this SBI code or version. Judge the main activity yourself."};
inline constexpr Text municipality_met{"schemes.municipality_met",
                                       "De banen komen in gemeente {code}, binnen het gebied.",
                                       "The jobs arise in municipality {code}, inside the area."};
inline constexpr Text municipality_not_met{
    "schemes.municipality_not_met",
    "Gemeente {code} ligt buiten het gebied. De vestiging met de banen moet erin liggen.",
    "Municipality {code} lies outside the area. The establishment with the jobs must lie inside."};
inline constexpr Text size_met{"schemes.size_met", "De onderneming is met haar groep {size}; tot en met {most} mag.",
                               "With its group the undertaking is {size}; up to {most} is allowed."};
inline constexpr Text size_not_met{"schemes.size_not_met",
                                   "De onderneming is met haar groep {size}; tot en met {most} mag.",
                                   "With its group the undertaking is {size}; up to {most} is allowed."};
inline constexpr Text size_unknown{
    "schemes.size_unknown", "De grootte is niet te bepalen: er ontbreken jaarcijfers. Vraag ze op, ook van de groep.",
    "The size cannot be found: accounts are missing. Ask for them, of the group too."};
inline constexpr Text amount_met{"schemes.amount_met", "Gevraagd is {amount} euro, tussen {least} en {most}.",
                                 "EUR {amount} is asked, between {least} and {most}."};
inline constexpr Text amount_not_met{"schemes.amount_not_met",
                                     "Gevraagd is {amount} euro; het moet tussen {least} en {most} liggen.",
                                     "EUR {amount} is asked; it must lie between {least} and {most}."};
inline constexpr Text jobs_met{"schemes.jobs_met", "{jobs} banen toegezegd; {least} is genoeg.",
                               "{jobs} jobs promised; {least} is enough."};
inline constexpr Text jobs_not_met{"schemes.jobs_not_met", "{jobs} banen toegezegd; er zijn er minstens {least} nodig.",
                                   "{jobs} jobs promised; at least {least} are needed."};
inline constexpr Text jobs_share_met{"schemes.jobs_share_met",
                                     "{mbo} van de {jobs} banen zijn op mbo-niveau of lager; {least} % is genoeg.",
                                     "{mbo} of the {jobs} jobs are at mbo level or below; {least} % is enough."};
inline constexpr Text jobs_share_not_met{
    "schemes.jobs_share_not_met", "{mbo} van de {jobs} banen zijn op mbo-niveau of lager; minstens {least} % is nodig.",
    "{mbo} of the {jobs} jobs are at mbo level or below; at least {least} % is needed."};
inline constexpr Text jobs_share_unknown{"schemes.jobs_share_unknown",
                                         "Van een baan is het niveau onbekend. Kies een niveau uit de tabel.",
                                         "The level of a job is unknown. Choose a level from the table."};
inline constexpr Text per_job_met{"schemes.per_job_met",
                                  "{amount} euro voor {jobs} banen is hoogstens {most} euro per baan.",
                                  "EUR {amount} for {jobs} jobs is at most EUR {most} a job."};
inline constexpr Text per_job_not_met{"schemes.per_job_not_met",
                                      "{amount} euro voor {jobs} banen is meer dan {most} euro per baan.",
                                      "EUR {amount} for {jobs} jobs is more than EUR {most} a job."};
inline constexpr Text own_met{"schemes.own_met",
                              "De eigen bijdrage is {own} euro van {investment}; {least} % is genoeg.",
                              "The own contribution is EUR {own} of {investment}; {least} % is enough."};
inline constexpr Text own_not_met{"schemes.own_not_met",
                                  "De eigen bijdrage is {own} euro van {investment}; minstens {least} % is nodig.",
                                  "The own contribution is EUR {own} of {investment}; at least {least} % is needed."};
inline constexpr Text financing_met{"schemes.financing_met",
                                    "De financiering is samen {sum} euro, gelijk aan de investering van {investment}.",
                                    "The finance adds up to EUR {sum}, equal to the investment of {investment}."};
inline constexpr Text financing_not_met{
    "schemes.financing_not_met",
    "De financiering is samen {sum} euro; de investering is {investment}. Maak het plan sluitend.",
    "The finance adds up to EUR {sum}; the investment is {investment}. Make the plan balance."};
inline constexpr Text start_met{"schemes.start_met", "Het project begint op {start}, na de aanvraag van {received}.",
                                "The project starts on {start}, after the application of {received}."};
inline constexpr Text start_not_met{
    "schemes.start_not_met",
    "Het project begon op {start}, niet na de aanvraag van {received}. Steun kan dan niet meer.",
    "The project started on {start}, not after the application of {received}. It can no longer be aided."};
inline constexpr Text start_unknown{"schemes.start_unknown", "De begindatum van het project ontbreekt. Vraag ernaar.",
                                    "The project's first day is missing. Ask for it."};
inline constexpr Text aid_met{"schemes.aid_met",
                              "De steun is {aid} euro; onder het plafond van {ceiling} is nog {room} ruimte.",
                              "The aid is EUR {aid}; under the ceiling of {ceiling} there is room for {room}."};
inline constexpr Text aid_not_met{"schemes.aid_not_met",
                                  "De steun is {aid} euro, maar onder het plafond van {ceiling} is nog {room} ruimte. "
                                  "Dan kan niets ervan als de-minimissteun.",
                                  "The aid is EUR {aid}, but under the ceiling of {ceiling} there is room for {room}. "
                                  "Then none of it may be de minimis."};
inline constexpr Text aid_unknown{
    "schemes.aid_unknown",
    "De steunruimte is niet te bepalen: de verklaring, het plafond of het steunelement ontbreekt.",
    "The room for aid cannot be found: the declaration, the ceiling or the aid element is missing."};
inline constexpr Text excluded_met{"schemes.excluded_met", "Geen uitgesloten sector en geen insolventie.",
                                   "No excluded sector and no insolvency."};
inline constexpr Text excluded_not_met{"schemes.excluded_not_met", "Primaire landbouw en visserij zijn uitgesloten.",
                                       "Primary agriculture and fishery are excluded."};
inline constexpr Text excluded_unknown{
    "schemes.excluded_unknown",
    "De onderneming doet ook aan primaire landbouw of visserij. Kijk of de activiteiten gescheiden zijn.",
    "The undertaking is also active in primary agriculture or fishery. See whether the activities are kept apart."};
inline constexpr Text insolvent_not_met{"schemes.insolvent_not_met",
                                        "De onderneming is insolvent. Een lening of garantie kan dan niet.",
                                        "The undertaking is insolvent. A loan or guarantee is then impossible."};
inline constexpr Text money_met{"schemes.money_met",
                                "Gevraagd is {amount} euro; in het fonds is {available} beschikbaar.",
                                "EUR {amount} is asked; {available} is available in the fund."};
inline constexpr Text money_not_met{
    "schemes.money_not_met",
    "Gevraagd is {amount} euro, maar in het fonds is {available} beschikbaar. Weigeren is dan verplicht.",
    "EUR {amount} is asked, but {available} is available in the fund. Refusal is then mandatory."};

}  // namespace vierkant::schemes
