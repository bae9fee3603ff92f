#pragma once

#include "base/result.h"

namespace vierkant::grants {

inline constexpr Text reference_missing{
    "grants.reference_missing",
    "Deze claim noemt geen personeelsnummer. Vul het kenmerk in dat de werkgever zelf gebruikt.",
    "This claim names no staff reference. Give the reference that the employer uses."};
inline constexpr Text reference_is_bsn{
    "grants.reference_is_bsn",
    "Dit personeelsnummer lijkt een burgerservicenummer. Dat mogen wij niet bewaren. Vul het kenmerk in dat de "
    "werkgever "
    "zelf gebruikt.",
    "This staff reference looks like a citizen service number, which we may not keep. Give the reference that the "
    "employer uses."};
inline constexpr Text claimed_before{
    "grants.claimed_before", "Voor werknemer {reference} is al een claim ingediend. Eén claim per werknemer is genoeg.",
    "A claim for worker {reference} was made before. One claim per worker is enough."};
inline constexpr Text started_before_award{
    "grants.started_before_award",
    "Werknemer {reference} begon op {start}, vóór de verlening van {award}. Alleen wie daarna begint telt mee.",
    "Worker {reference} started on {start}, before the award of {award}. Only those who start later count."};
inline constexpr Text too_few_hours{
    "grants.too_few_hours",
    "Werknemer {reference} werkt te weinig uren per week: {hours} honderdsten, en {least} zijn nodig.",
    "Worker {reference} works too few hours a week: {hours} hundredths, and {least} are needed."};
inline constexpr Text evidence_missing{"grants.evidence_missing",
                                       "Bij werknemer {reference} is geen bewijs gezien. Vul in welk stuk en wanneer.",
                                       "No evidence was seen for worker {reference}. Say which document, and when."};
inline constexpr Text verified_by_claimant{
    "grants.verified_by_claimant",
    "U heeft deze claim zelf ingevoerd. Laat een collega de claim van werknemer {reference} controleren.",
    "You entered this claim yourself. Let a colleague verify the claim of worker {reference}."};
inline constexpr Text above_room{"grants.above_room",
                                 "{amount} is meer dan er nog betaald mag worden: {room}. Verlaag het bedrag.",
                                 "{amount} is more than may still be paid: {room}. Lower the amount."};
inline constexpr Text unknown_category{
    "grants.unknown_category",
    "Kostensoort \"{category}\" hoort niet bij deze regeling. Kies een soort uit de regeling.",
    "Cost category \"{category}\" is not part of this scheme. Choose a category of the scheme."};
inline constexpr Text negative_cost{"grants.negative_cost",
                                    "De kosten bij \"{category}\" zijn negatief. Vul nul of meer in.",
                                    "The cost of \"{category}\" is negative. Give zero or more."};

}  // namespace vierkant::grants
