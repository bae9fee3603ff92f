#pragma once

#include "base/result.h"

namespace vierkant::dossiers {

inline constexpr Text closed_already{"dossiers.closed_already",
                                     "Dit dossier is al afgesloten. Registreer een nieuwe aanvraag.",
                                     "This dossier is closed already. Register a new application."};
inline constexpr Text not_complete{
    "dossiers.not_complete",
    "De aanvraag is nog niet compleet verklaard. Doe dat eerst met: vierkant application complete",
    "The application was not found complete yet. Do that first with: vierkant application complete"};
inline constexpr Text complete_already{"dossiers.complete_already",
                                       "De aanvraag is al compleet verklaard. Ga door met een voorstel.",
                                       "The application was found complete already. Go on with a proposal."};
inline constexpr Text nothing_proposed{
    "dossiers.nothing_proposed",
    "Er ligt nog geen voorstel. Laat een collega dat eerst doen met: vierkant application propose",
    "There is no proposal yet. Let a colleague make one first with: vierkant application propose"};
inline constexpr Text award_was_proposed{
    "dossiers.award_was_proposed",
    "Het voorstel is om toe te kennen. Besluit zo, of stuur het terug met --return en een reden.",
    "The proposal is to award. Decide so, or send it back with --return and a reason."};
inline constexpr Text refusal_was_proposed{
    "dossiers.refusal_was_proposed",
    "Het voorstel is om af te wijzen. Besluit zo, of stuur het terug met --return en een reden.",
    "The proposal is to refuse. Decide so, or send it back with --return and a reason."};
inline constexpr Text own_proposal{
    "dossiers.own_proposal",
    "{actor} deed zelf het voorstel en mag er niet over besluiten. Laat een ander besluiten (vier ogen).",
    "{actor} made the proposal and may not decide on it. Let somebody else decide (four eyes)."};
inline constexpr Text before_last_event{
    "dossiers.before_last_event", "{day} ligt voor de vorige stap in dit dossier ({last}). Kies die dag of later.",
    "{day} lies before the last step in this dossier ({last}). Choose that day or later."};
inline constexpr Text until_missing{"dossiers.until_missing",
                                    "Noem de laatste dag voor de aanvulling, na {day}: --until jjjj-mm-dd.",
                                    "Name the last day to complete, after {day}: --until yyyy-mm-dd."};
inline constexpr Text reason_missing{"dossiers.reason_missing", "Geef een reden: de aanvrager heeft er recht op.",
                                     "Give a reason: the applicant has a right to it."};
inline constexpr Text asked_already{
    "dossiers.asked_already",
    "Er loopt al een verzoek om aanvulling tot en met {until}. Wacht dat af of verklaar de "
    "aanvraag compleet.",
    "A request to complete runs already, until {until}. Await it or find the application complete."};

inline constexpr Text amount_not_positive{"dossiers.amount_not_positive", "Het bedrag moet meer dan nul zijn.",
                                          "The amount must be more than zero."};
inline constexpr Text more_than_asked{
    "dossiers.more_than_asked", "Voorgesteld is {amount} euro, meer dan de gevraagde {asked}. Stel hoogstens dat voor.",
    "EUR {amount} is proposed, more than the {asked} asked. Propose at most that."};
inline constexpr Text rules_not_met{
    "dossiers.rules_not_met",
    "Aan deze regels is niet voldaan: {rules}. Toekennen kan niet; stel afwijzing voor of laat de aanvraag aanpassen. "
    "Zie: vierkant application check",
    "These rules are not met: {rules}. An award is not possible; propose a refusal or have the application changed. "
    "See: vierkant application check"};
inline constexpr Text rules_not_judged{
    "dossiers.rules_not_judged",
    "Over deze regels moet een mens oordelen: {rules}. Geef per regel een motivering: --judge REGEL=MOTIVERING",
    "A person has to judge these rules: {rules}. Give a motivation for each: --judge RULE=MOTIVATION"};
inline constexpr Text rule_unknown{
    "dossiers.rule_unknown", "De regel {rule} geldt niet voor deze aanvraag. Zie: vierkant application check",
    "The rule {rule} does not apply to this application. See: vierkant application check"};
inline constexpr Text motivation_missing{"dossiers.motivation_missing",
                                         "Het oordeel over {rule} heeft een motivering nodig: --judge REGEL=MOTIVERING",
                                         "The judgement on {rule} needs a motivation: --judge RULE=MOTIVATION"};

inline constexpr Text status_received{"dossiers.status_received", "ontvangen", "received"};
inline constexpr Text status_incomplete{"dossiers.status_incomplete", "wacht op aanvulling", "to be completed"};
inline constexpr Text status_complete{"dossiers.status_complete", "in beoordeling", "being assessed"};
inline constexpr Text status_award_proposed{"dossiers.status_award_proposed", "voorstel: toekennen", "award proposed"};
inline constexpr Text status_refusal_proposed{"dossiers.status_refusal_proposed", "voorstel: afwijzen",
                                              "refusal proposed"};
inline constexpr Text status_awarded{"dossiers.status_awarded", "toegekend", "awarded"};
inline constexpr Text status_refused{"dossiers.status_refused", "afgewezen", "refused"};
inline constexpr Text status_withdrawn{"dossiers.status_withdrawn", "ingetrokken", "withdrawn"};

}  // namespace vierkant::dossiers
