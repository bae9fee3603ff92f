#pragma once

#include "base/result.h"

namespace vierkant::grants {

inline constexpr Text reference_missing{
    "grants.reference_missing",
    "Deze claim noemt geen personeelsnummer. Vul het kenmerk in dat de werkgever zelf gebruikt.",
    "This claim names no staff reference. Give the reference that the employer uses."};
inline constexpr Text reference_is_bsn{
    "grants.reference_is_bsn",
    "Hier staat een getal dat een burgerservicenummer kan zijn. Dat mogen wij niet bewaren. Vul het kenmerk in dat de "
    "werkgever zelf gebruikt.",
    "There is a number here that may be a citizen service number, which we may not keep. Give the reference that the "
    "employer uses."};
inline constexpr Text reference_is_name{
    "grants.reference_is_name",
    "Dit personeelsnummer lijkt een naam. Een kenmerk heeft een cijfer, hoogstens vier letters achter elkaar, geen "
    "spaties, en is hoogstens twintig tekens lang, zoals P-0042.",
    "This staff reference looks like a name. A reference has a digit, at most four letters in a row, no spaces, and is "
    "at most twenty characters long, such as P-0042."};
inline constexpr Text level_unknown{
    "grants.level_unknown",
    "Het opleidingsniveau \"{level}\" van werknemer {reference} bestaat niet. Kies een code uit education_levels.csv, "
    "zoals mbo-2.",
    "The education level \"{level}\" of worker {reference} does not exist. Choose a code of education_levels.csv, such "
    "as mbo-2."};
inline constexpr Text target_group_unknown{
    "grants.target_group_unknown",
    "De doelgroep \"{group}\" van werknemer {reference} bestaat niet. Kies een code uit sroi_building_blocks.csv, "
    "zoals PW_LT2, of NONE.",
    "The target group \"{group}\" of worker {reference} does not exist. Choose a code of sroi_building_blocks.csv, "
    "such as PW_LT2, or NONE."};
inline constexpr Text claimed_before{
    "grants.claimed_before", "Voor werknemer {reference} is al een claim ingediend. Eén claim per werknemer is genoeg.",
    "A claim for worker {reference} was made before. One claim per worker is enough."};
inline constexpr Text started_before_award{
    "grants.started_before_award",
    "Werknemer {reference} begon op {start}, vóór de verlening van {award}. Alleen wie daarna begint telt mee.",
    "Worker {reference} started on {start}, before the award of {award}. Only those who start later count."};
inline constexpr Text starts_later{
    "grants.starts_later",
    "Werknemer {reference} begint pas op {start}. Dien de claim in als de werknemer begonnen is.",
    "Worker {reference} starts on {start} only. Enter the claim when the worker has started."};
inline constexpr Text too_few_hours{"grants.too_few_hours",
                                    "Werknemer {reference} werkt te weinig: {hours} uur per week, en {least} zijn "
                                    "nodig.",
                                    "Worker {reference} works too little: {hours} hours a week, and {least} are "
                                    "needed."};
inline constexpr Text evidence_unknown{"grants.evidence_unknown",
                                       "Het bewijsstuk \"{kind}\" is niet bekend. Kies uit: {known}.",
                                       "The evidence \"{kind}\" is not known. Choose from: {known}."};
inline constexpr Text evidence_in_future{
    "grants.evidence_in_future", "Het bewijs zou op {day} gezien zijn, en het is vandaag {today}. Verbeter de datum.",
    "The evidence would have been seen on {day}, and today is {today}. Correct the date."};
inline constexpr Text no_cost_lines{"grants.no_cost_lines",
                                    "Deze kostenverantwoording heeft geen regels. Noem ten minste één kostenpost.",
                                    "This statement of cost has no lines. Give at least one cost."};
inline constexpr Text cost_evidence_missing{
    "grants.cost_evidence_missing",
    "Bij de kosten \"{category}\" staat niet waar de factuur bewaard is. Vul dat in, zoals \"archief 2026/118\".",
    "The cost \"{category}\" does not say where the invoice is kept. Fill that in, such as \"archive 2026/118\"."};
inline constexpr Text verified_by_claimant{
    "grants.verified_by_claimant", "U heeft claim {claim} zelf ingevoerd. Laat een collega de claim controleren.",
    "You entered claim {claim} yourself. Let a colleague verify it."};
inline constexpr Text claim_rejected{"grants.claim_rejected", "Claim {claim} is afgewezen. Voer een nieuwe claim in.",
                                     "Claim {claim} was rejected. Enter a new claim."};
inline constexpr Text claim_verified{"grants.claim_verified", "Claim {claim} is al gecontroleerd.",
                                     "Claim {claim} was verified already."};
inline constexpr Text claim_paid{
    "grants.claim_paid",
    "Claim {claim} is al betaald of vastgesteld, of staat klaar om te betalen. Vorder het bedrag terug of trek de "
    "betaalopdracht in.",
    "Claim {claim} was paid or settled already, or is about to be paid. Reclaim the amount or withdraw the payment "
    "order."};
inline constexpr Text not_verified{"grants.not_verified",
                                   "De claim van werknemer {reference} is nog niet goedgekeurd. Controleer die eerst.",
                                   "The claim of worker {reference} was not approved yet. Verify it first."};
inline constexpr Text has_left{
    "grants.has_left", "Werknemer {reference} is op {day} vertrokken. Verbeter eerst die datum als dat niet klopt.",
    "Worker {reference} left on {day}. Correct that date first where it is wrong."};
inline constexpr Text months_running{
    "grants.months_running", "Werknemer {reference} moet nog in dienst blijven tot {day}. Dit kan op of na die dag.",
    "Worker {reference} has to stay until {day}. This can be done on or after that day."};
inline constexpr Text months_unproven{
    "grants.months_unproven",
    "De maanden van werknemer {reference} zijn om op {day}, maar niemand zag bewijs. Leg vast: grant retain of grant "
    "leave.",
    "The months of worker {reference} were full on {day}, but nobody saw proof. Record it: grant retain or grant "
    "leave."};
inline constexpr Text left_out_of_range{
    "grants.left_out_of_range",
    "Werknemer {reference} kan niet op {day} vertrokken zijn: begonnen op {start}, en vandaag is het {today}.",
    "Worker {reference} cannot have left on {day}: started on {start}, and today is {today}."};
inline constexpr Text nothing_to_pay{"grants.nothing_to_pay",
                                     "Er is niets te betalen. Controleer eerst een claim, of verleen een voorschot.",
                                     "There is nothing to pay. Verify a claim first, or grant an advance."};
inline constexpr Text above_room{"grants.above_room",
                                 "{amount} is meer dan er nog betaald mag worden: {room}. Verlaag het bedrag.",
                                 "{amount} is more than may still be paid: {room}. Lower the amount."};
inline constexpr Text above_ceiling{
    "grants.above_ceiling",
    "{amount} is meer dan er onder het plafond van het fonds nog betaald mag worden: {room}. Verlaag het bedrag.",
    "{amount} is more than may still be paid under the ceiling of the fund: {room}. Lower the amount."};
inline constexpr Text advance_out_of_range{
    "grants.advance_out_of_range",
    "Een voorschot van {amount} kan niet; er is nog {room} te verlenen. Kies een bedrag boven nul en hoogstens dat.",
    "An advance of {amount} is not possible; {room} is left to grant. Choose an amount above zero and at most that."};
inline constexpr Text already_settled{"grants.already_settled", "Deze subsidie is al vastgesteld.",
                                      "This grant was settled already."};
inline constexpr Text claim_waits{
    "grants.claim_waits", "Claim {claim} wacht nog op controle. Keur die goed of wijs die af voordat u vaststelt.",
    "Claim {claim} still waits for verification. Approve or reject it before you settle."};
inline constexpr Text payment_waits{"grants.payment_waits",
                                    "Er staat nog {amount} klaar om te betalen. Geef dat vrij of trek het in.",
                                    "{amount} is still prepared for payment. Release or withdraw it."};
inline constexpr Text settled_by_claimant{
    "grants.settled_by_claimant", "U heeft claim {claim} zelf ingevoerd. Laat een collega de subsidie vaststellen.",
    "You entered claim {claim} yourself. Let a colleague settle the grant."};
inline constexpr Text nothing_to_reclaim{"grants.nothing_to_reclaim",
                                         "Er is niets terug te vorderen: er is niets te veel betaald.",
                                         "There is nothing to reclaim: nothing was paid without ground."};
inline constexpr Text reclaimed_by_recorder{
    "grants.reclaimed_by_recorder",
    "U heeft zelf vastgelegd dat werknemer {reference} vertrok. Laat een collega over de terugvordering beslissen.",
    "You recorded yourself that worker {reference} left. Let a colleague decide on the reclaim."};
inline constexpr Text already_settled_loan{"grants.already_settled_loan",
                                           "Deze lening is al vastgesteld; er kan geen factuur meer bij.",
                                           "This loan was settled already; it takes no more invoices."};
inline constexpr Text invoice_out_of_range{
    "grants.invoice_out_of_range",
    "De factuur is van {day}. Alleen facturen vanaf de toekenning ({award}) tot en met vandaag ({today}) tellen mee.",
    "The invoice is dated {day}. Only invoices from the award ({award}) up to today ({today}) count."};
inline constexpr Text invoice_known{"grants.invoice_known",
                                    "Factuur {invoice} van {supplier} is al geregistreerd. Eén keer is genoeg.",
                                    "Invoice {invoice} of {supplier} was registered already. Once is enough."};
inline constexpr Text above_invoices{
    "grants.above_invoices",
    "{amount} is meer dan de facturen nu toelaten: {room}. Registreer eerst facturen met: vierkant loan invoice",
    "{amount} is more than the invoices allow now: {room}. Register invoices first with: vierkant loan invoice"};
inline constexpr Text settled_by_enterer{"grants.settled_by_enterer",
                                         "U heeft zelf een factuur ingevoerd. Laat een collega de lening vaststellen.",
                                         "You entered an invoice yourself. Let a colleague settle the loan."};
inline constexpr Text unknown_category{
    "grants.unknown_category",
    "Kostensoort \"{category}\" hoort niet bij deze regeling. Kies een soort uit de regeling.",
    "Cost category \"{category}\" is not part of this scheme. Choose a category of the scheme."};
inline constexpr Text negative_cost{"grants.negative_cost",
                                    "De kosten bij \"{category}\" zijn niet boven nul. Vul een bedrag boven nul in.",
                                    "The cost of \"{category}\" is not above zero. Give an amount above zero."};

}  // namespace vierkant::grants
