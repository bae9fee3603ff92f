#pragma once

#include "base/result.h"

// What the rules say of an application. Amounts, days and names come as figures and are written per language.

namespace vierkant::schemes {

inline constexpr Text unknown_code{"schemes.unknown_code", "\"{value}\" is onbekend. Kies uit: {known}.",
                                   "\"{value}\" is unknown. Choose from: {known}."};
inline constexpr Text no_categories{"schemes.no_categories",
                                    "Deze regeling kent geen kostensoorten. Laat \"{value}\" weg.",
                                    "This scheme has no categories of cost. Leave out \"{value}\"."};

inline constexpr Text sector_met{"schemes.sector_met", "Hoofdactiviteit {code} ({activity}) valt onder {sector}.",
                                 "Main activity {code} ({activity}) falls under {sector}."};
inline constexpr Text sector_not_met{
    "schemes.sector_not_met",
    "Hoofdactiviteit {code} ({activity}) valt onder {sector}; deze regeling is voor {wanted}, en ook geen "
    "nevenactiviteit past.",
    "Main activity {code} ({activity}) falls under {sector}; this scheme is for {wanted}, and no secondary activity "
    "fits either."};
inline constexpr Text sector_secondary{
    "schemes.sector_secondary",
    "Hoofdactiviteit {code} ({activity}) past niet, maar een nevenactiviteit ({secondary}) valt onder {sector}. "
    "Alleen met een gemotiveerde afwijking.",
    "Main activity {code} ({activity}) does not fit, but a secondary one ({secondary}) falls under {sector}. Only with "
    "a motivated exception."};
inline constexpr Text sector_unknown{
    "schemes.sector_unknown",
    "De sector volgt niet uit SBI-code {code} (versie {version}). Beoordeel de hoofdactiviteit zelf.",
    "The sector does not follow from SBI code {code} (version {version}). Judge the main activity yourself."};

inline constexpr Text municipality_met{"schemes.municipality_met",
                                       "De banen komen in {municipality}, binnen het gebied.",
                                       "The jobs arise in {municipality}, inside the area."};
inline constexpr Text municipality_not_met{
    "schemes.municipality_not_met",
    "{municipality} ligt buiten het gebied. De vestiging met de banen moet erin liggen.",
    "{municipality} lies outside the area. The establishment with the jobs must lie inside."};

inline constexpr Text size_met{"schemes.size_met",
                               "De onderneming is met haar groep een {size} onderneming; tot en met {most} mag.",
                               "With its group the undertaking is a {size} undertaking; up to {most} is allowed."};
inline constexpr Text size_not_met{
    "schemes.size_not_met", "De onderneming is met haar groep een {size} onderneming; hoogstens {most} mag.",
    "With its group the undertaking is a {size} undertaking; at most {most} is allowed."};
inline constexpr Text size_unknown{
    "schemes.size_unknown", "De grootte is niet te bepalen: er ontbreken jaarcijfers. Vraag ze op, ook van de groep.",
    "The size cannot be found: accounts are missing. Ask for them, of the group too."};

inline constexpr Text excluded_met{"schemes.excluded_met", "SBI-code {code} is geen uitgesloten sector.",
                                   "SBI code {code} is no excluded sector."};
inline constexpr Text excluded_not_met{"schemes.excluded_not_met",
                                       "SBI-code {code} is primaire landbouw of visserij; die is uitgesloten.",
                                       "SBI code {code} is primary agriculture or fishery, which is excluded."};
inline constexpr Text excluded_unknown{
    "schemes.excluded_unknown",
    "De onderneming doet ook aan primaire landbouw of visserij. Kijk of de activiteiten gescheiden zijn.",
    "The undertaking is also active in primary agriculture or fishery. See whether the activities are kept apart."};

inline constexpr Text difficulty_met{"schemes.difficulty_met",
                                     "De onderneming is niet insolvent en niet in moeilijkheden.",
                                     "The undertaking is neither insolvent nor in difficulty."};
inline constexpr Text insolvent_not_met{"schemes.insolvent_not_met",
                                        "De onderneming is insolvent. Een lening of garantie kan dan niet.",
                                        "The undertaking is insolvent. A loan or guarantee is then impossible."};
inline constexpr Text insolvent_unknown{
    "schemes.insolvent_unknown", "De onderneming is insolvent. Beoordeel of het project dan nog wordt uitgevoerd.",
    "The undertaking is insolvent. Judge whether the project will still be carried out."};
inline constexpr Text in_difficulty{
    "schemes.in_difficulty",
    "De onderneming is in moeilijkheden. Alleen de-minimissteun mag dan; beoordeel of zij de verplichtingen nakomt.",
    "The undertaking is in difficulty. Only de minimis aid is allowed then; judge whether it can meet its "
    "obligations."};
inline constexpr Text difficulty_unknown{"schemes.difficulty_unknown",
                                         "Niet opgegeven is of de onderneming in moeilijkheden is. Vraag het na.",
                                         "Whether the undertaking is in difficulty is not said. Ask for it."};

inline constexpr Text amount_met{"schemes.amount_met", "Gevraagd is {amount} euro, tussen {least} en {most}.",
                                 "EUR {amount} is asked, between {least} and {most}."};
inline constexpr Text amount_not_met{"schemes.amount_not_met",
                                     "Gevraagd is {amount} euro; het moet tussen {least} en {most} liggen.",
                                     "EUR {amount} is asked; it must lie between {least} and {most}."};

inline constexpr Text jobs_met{"schemes.jobs_met",
                               "{jobs} banen toegezegd ({made} nieuw, {kept} behouden); {least} is genoeg.",
                               "{jobs} jobs promised ({made} new, {kept} kept); {least} is enough."};
inline constexpr Text jobs_not_met{
    "schemes.jobs_not_met",
    "{jobs} banen toegezegd ({made} nieuw, {kept} behouden); er zijn er minstens {least} nodig.",
    "{jobs} jobs promised ({made} new, {kept} kept); at least {least} are needed."};
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
                                  "{amount} euro voor {jobs} banen is {each} euro per baan; {most} mag.",
                                  "EUR {amount} for {jobs} jobs is EUR {each} a job; {most} is allowed."};
inline constexpr Text per_job_not_met{"schemes.per_job_not_met",
                                      "{amount} euro voor {jobs} banen is {each} euro per baan; hoogstens {most} mag.",
                                      "EUR {amount} for {jobs} jobs is EUR {each} a job; at most {most} is allowed."};
inline constexpr Text per_job_no_jobs{"schemes.per_job_no_jobs",
                                      "{amount} euro zonder banen; hoogstens {most} euro per baan mag.",
                                      "EUR {amount} without jobs; at most EUR {most} a job is allowed."};

inline constexpr Text own_met{"schemes.own_met",
                              "De eigen bijdrage is {own} euro van {investment}; {least} % is genoeg.",
                              "The own contribution is EUR {own} of {investment}; {least} % is enough."};
inline constexpr Text own_not_met{"schemes.own_not_met",
                                  "De eigen bijdrage is {own} euro van {investment}; minstens {least} % is nodig.",
                                  "The own contribution is EUR {own} of {investment}; at least {least} % is needed."};
inline constexpr Text financing_met{
    "schemes.financing_met",
    "Gevraagd {amount}, eigen {own}, bank {bank} en overig {other} zijn samen de investering van {investment} euro.",
    "Asked {amount}, own {own}, bank {bank} and other {other} add up to the investment of EUR {investment}."};
inline constexpr Text financing_not_met{
    "schemes.financing_not_met",
    "Gevraagd {amount}, eigen {own}, bank {bank} en overig {other} zijn samen {sum} euro; de investering is "
    "{investment}. Maak het plan sluitend.",
    "Asked {amount}, own {own}, bank {bank} and other {other} add up to EUR {sum}; the investment is {investment}. "
    "Make "
    "the plan balance."};

inline constexpr Text start_met{"schemes.start_met",
                                "Het project begint op {start}, na de ontvangst van de aanvraag op {received}.",
                                "The project starts on {start}, after the application was received on {received}."};
inline constexpr Text start_not_met{"schemes.start_not_met",
                                    "Het project begint op {start}; de aanvraag is pas op {received} ontvangen.",
                                    "The project starts on {start}; the application was only received on {received}."};
inline constexpr Text start_unknown{"schemes.start_unknown", "De eerste dag van het project ontbreekt. Vraag hem op.",
                                    "The project's first day is missing. Ask for it."};

inline constexpr Text term_met{"schemes.term_met", "Een looptijd van {months} maanden past; de regeling biedt {most}.",
                               "A term of {months} months fits; the scheme offers {most}."};
inline constexpr Text term_not_met{
    "schemes.term_not_met",
    "Een looptijd van {months} maanden past niet: hoogstens {most} maanden, in hele termijnen van {every} maanden en "
    "langer dan de {grace} aflossingsvrije maanden.",
    "A term of {months} months does not fit: at most {most} months, in whole instalments of {every} months and longer "
    "than the {grace} months without repayment."};

inline constexpr Text aid_met{
    "schemes.aid_met",
    "{how} Sinds {since} is {used} euro de-minimissteun verleend; onder het plafond van {ceiling} is nog {room} euro "
    "ruimte.",
    "{how} Since {since} EUR {used} of de minimis aid was awarded; under the ceiling of {ceiling} there is room for "
    "EUR "
    "{room}."};
inline constexpr Text aid_not_met{
    "schemes.aid_not_met",
    "{how} Sinds {since} is {used} euro de-minimissteun verleend; onder het plafond van {ceiling} is nog {room} euro "
    "ruimte. Dan kan niets ervan als de-minimissteun.",
    "{how} Since {since} EUR {used} of de minimis aid was awarded; under the ceiling of {ceiling} there is room for "
    "EUR "
    "{room}. Then none of it may be de minimis."};
inline constexpr Text aid_in_grant{"schemes.aid_in_grant", "De bijdrage van {aid} euro is geheel steun.",
                                   "The grant of EUR {aid} is aid as a whole."};
inline constexpr Text aid_by_reference{
    "schemes.aid_by_reference",
    "De lening bevat {aid} euro steun: {rate} % tegenover een referentierente van {reference} % (basisrente {base} % "
    "sinds {base_from}, opslag {margin} %). Volgens de veilige haven: {harbour}.",
    "The loan holds EUR {aid} of aid: {rate} % against a reference rate of {reference} % (base rate {base} % since "
    "{base_from}, margin {margin} %). By the safe harbour: {harbour}."};
inline constexpr Text aid_by_harbour{
    "schemes.aid_by_harbour",
    "De lening bevat volgens de veilige haven {aid} euro steun; zonder rating is de referentierente niet te bepalen.",
    "By the safe harbour the loan holds EUR {aid} of aid; without a rating the reference rate cannot be found."};
inline constexpr Text aid_no_rules{"schemes.aid_no_rules",
                                   "Voor {day} is geen de-minimisplafond bekend. Vul state_aid_limits.csv aan.",
                                   "No de minimis ceiling is known for {day}. Complete state_aid_limits.csv."};
inline constexpr Text aid_not_declared{
    "schemes.aid_not_declared",
    "De de-minimisverklaring ontbreekt. Vraag welke steun anderen aan de onderneming en haar groep verleenden.",
    "The de minimis declaration is missing. Ask which aid others awarded to the undertaking and its group."};
inline constexpr Text aid_no_equivalent{
    "schemes.aid_no_equivalent",
    "Het steunelement van de lening is niet te bepalen. Geef rating en zekerheden op, en een looptijd die past.",
    "The aid in the loan cannot be found. Give rating and collateral, and a term that fits."};
inline constexpr Text aid_investment_met{
    "schemes.aid_investment_met",
    "Als investeringssteun mag {intensity} % van {eligible} euro: {legal} euro. Gevraagd is {aid}.",
    "As investment aid {intensity} % of EUR {eligible} is allowed: EUR {legal}. EUR {aid} is asked."};
inline constexpr Text aid_investment_unknown{
    "schemes.aid_investment_unknown",
    "{aid} euro is meer dan investeringssteun ({legal}) of de-minimisruimte ({room}) toestaat. Ga na of de vestiging "
    "in "
    "een steungebied ligt (art. 14), of verlaag het bedrag.",
    "EUR {aid} is more than investment aid ({legal}) or de minimis room ({room}) allows. See whether the establishment "
    "lies in an assisted area (art. 14), or lower the amount."};

inline constexpr Text double_met{"schemes.double_met",
                                 "Voor dezelfde kosten is geen andere steun gevraagd of verleend.",
                                 "No other support was asked or awarded for the same cost."};
inline constexpr Text double_unknown{
    "schemes.double_unknown",
    "Voor dezelfde kosten is andere steun gevraagd of verleend. Ga na of de hoogste steunintensiteit niet wordt "
    "overschreden.",
    "Other support was asked or awarded for the same cost. See that the highest aid intensity is not passed."};
inline constexpr Text double_not_said{
    "schemes.double_not_said", "Niet opgegeven is of voor dezelfde kosten andere steun is gevraagd. Vraag het na.",
    "Whether other support was asked for the same cost is not said. Ask for it."};

inline constexpr Text costs_met{"schemes.costs_met",
                                "De kosten van {cost} euro dragen {support} euro; gevraagd is {amount}.",
                                "The cost of EUR {cost} supports EUR {support}; {amount} is asked."};
inline constexpr Text costs_not_met{
    "schemes.costs_not_met",
    "De kosten van {cost} euro dragen {support} euro; gevraagd is {amount}. Verlaag het bedrag.",
    "The cost of EUR {cost} supports EUR {support}; {amount} is asked. Lower the amount."};

inline constexpr Text workers_met{"schemes.workers_met",
                                  "{workers} werknemers keer {each} euro is {product}, het gevraagde bedrag.",
                                  "{workers} workers times EUR {each} is {product}, the amount asked."};
inline constexpr Text workers_not_met{
    "schemes.workers_not_met",
    "{workers} werknemers keer {each} euro is {product}; gevraagd is {amount}. Maak ze gelijk.",
    "{workers} workers times EUR {each} is {product}; {amount} is asked. Make them equal."};
inline constexpr Text workers_unknown{"schemes.workers_unknown",
                                      "Het aantal werknemers dat terugkomt ontbreekt. Vraag het op.",
                                      "The number of workers brought back is missing. Ask for it."};
inline constexpr Text origin_met{"schemes.origin_met", "Het werk komt uit {country}, van buiten de EER.",
                                 "The work comes from {country}, outside the EEA."};
inline constexpr Text origin_inside{
    "schemes.origin_inside",
    "Het werk komt uit {country}, binnen de EER. Beoordeel of dit een verplaatsing is die geen steun mag krijgen.",
    "The work comes from {country}, inside the EEA. Judge whether this is a relocation that may not be aided."};
inline constexpr Text origin_unknown{"schemes.origin_unknown", "Uit welk land het werk komt ontbreekt. Vraag het op.",
                                     "The country that the work comes from is missing. Ask for it."};

inline constexpr Text premium_met{
    "schemes.premium_met",
    "{share} % van {eligible} euro is {product}; gevraagd is {amount}. Hoogstens kan {most}, begrensd door {bound}.",
    "{share} % of EUR {eligible} is {product}; {amount} is asked. At most {most} is possible, bound by {bound}."};
inline constexpr Text premium_not_met{
    "schemes.premium_not_met",
    "{share} % van {eligible} euro is {product}; gevraagd is {amount}. Hoogstens kan {most}, begrensd door {bound}. "
    "Verlaag het bedrag.",
    "{share} % of EUR {eligible} is {product}; {amount} is asked. At most {most} is possible, bound by {bound}. Lower "
    "the amount."};
inline constexpr Text foreign_met{"schemes.foreign_met", "De investering komt van buiten Nederland: {origin}.",
                                  "The investment comes from outside the Netherlands: {origin}."};
inline constexpr Text foreign_not_met{
    "schemes.foreign_not_met",
    "Een buitenlandse moeder of rechtsvorm is niet opgegeven. De premie is voor investeringen uit het buitenland.",
    "No foreign parent or legal form is given. The premium is for investments from abroad."};

inline constexpr Text tranches_of_the_scheme{
    "schemes.tranches_of_the_scheme",
    "De regeling bepaalt zelf al in welke delen er wordt opgenomen. Laat de delen (tranches) weg.",
    "The scheme itself says in which tranches a loan is drawn. Leave the tranches out."};
inline constexpr Text tranches_differ_from_award{
    "schemes.tranches_differ_from_award",
    "De delen waarin wordt opgenomen zijn samen {tranches}; toegekend wordt {amount}. Maak ze gelijk.",
    "The tranches come to {tranches}; {amount} is awarded. Make them equal."};
inline constexpr Text drawn_too_long{
    "schemes.drawn_too_long",
    "Volgens de regeling kan tot en met {until} worden opgenomen; {last} is later. Kies een eerdere laatste dag.",
    "By the scheme a loan can be drawn until {until}; {last} is later. Choose an earlier last day."};
inline constexpr Text drawing_over_before_award{
    "schemes.drawing_over_before_award",
    "De laatste dag van opnemen ({last}) ligt voor de toekenning ({day}). Kies een latere dag.",
    "The last day of drawing ({last}) is before the award ({day}). Choose a later day."};

inline constexpr Text money_met{"schemes.money_met",
                                "Gevraagd is {amount} euro; in het fonds is {available} beschikbaar.",
                                "EUR {amount} is asked; {available} is available in the fund."};
inline constexpr Text money_not_met{
    "schemes.money_not_met",
    "Gevraagd is {amount} euro, maar in het fonds is {available} beschikbaar. Weigeren is dan verplicht.",
    "EUR {amount} is asked, but {available} is available in the fund. Refusal is then mandatory."};

}  // namespace vierkant::schemes
