#include "web/messages.h"

#include "base/text_table.h"

#include <array>

namespace vierkant::web {

namespace {

/// Each has the code of the refusal it stands for.
constexpr std::array desk_texts{
    Text{"dossiers.not_complete", "De aanvraag is nog niet compleet verklaard. Doe dat eerst.",
         "The application was not found complete yet. Do that first."},
    Text{"dossiers.nothing_proposed", "Er ligt nog geen voorstel. Laat een collega dat eerst doen.",
         "There is no proposal yet. Let a colleague make one first."},
    Text{"dossiers.award_was_proposed",
         "Het voorstel is om toe te kennen. Besluit zo, of stuur het terug met een reden.",
         "The proposal is to award. Decide so, or send it back with a reason."},
    Text{"dossiers.refusal_was_proposed",
         "Het voorstel is om af te wijzen. Besluit zo, of stuur het terug met een reden.",
         "The proposal is to refuse. Decide so, or send it back with a reason."},
    Text{"dossiers.until_missing", "Noem de laatste dag voor de aanvulling, na {day}.",
         "Name the last day to complete, after {day}."},
    Text{"dossiers.rules_not_met",
         "Aan deze regels is niet voldaan: {rules}. Toekennen kan niet; stel afwijzing voor of laat de aanvraag "
         "aanpassen.",
         "These rules are not met: {rules}. An award is not possible; propose a refusal or have the application "
         "changed."},
    Text{"dossiers.rules_not_judged",
         "Over deze regels moet een mens oordelen: {rules}. Geef per regel een motivering.",
         "A person has to judge these rules: {rules}. Give a motivation for each."},
    Text{"dossiers.rule_unknown", "De regel {rule} geldt niet voor deze aanvraag.",
         "The rule {rule} does not apply to this application."},
    Text{"dossiers.motivation_missing", "Het oordeel over {rule} heeft een motivering nodig.",
         "The judgement on {rule} needs a motivation."},
    Text{"usecases.dossier_unknown", "Er is geen dossier met nummer {dossier}.",
         "There is no dossier with number {dossier}."},
    Text{"usecases.applicant_unknown",
         "De aanvrager met KvK-nummer {kvk} is niet geregistreerd. Registreer eerst de onderneming.",
         "The applicant with KvK number {kvk} is not registered. Register the undertaking first."},
    Text{"usecases.first_due_too_early",
         "De eerste vervaldag ({day}) moet na vandaag ({today}) liggen. Kies een latere.",
         "The first due date ({day}) must be after today ({today}). Choose a later day."},
    Text{"usecases.kvk_taken", "KvK-nummer {number} is al geregistreerd: {name}. Wijzig die onderneming.",
         "Trade register number {number} is registered already: {name}. Change that undertaking."},
    Text{"usecases.undertaking_unknown", "Er is geen onderneming met KvK-nummer {kvk}.",
         "There is no undertaking with trade register number {kvk}."},
    Text{"usecases.line_unknown", "Er is geen bankregel {line}.", "There is no bank line {line}."},
    Text{"usecases.line_not_in_suspense", "Regel {line} staat niet meer op vraagposten ({kind} {target}).",
         "Line {line} is no longer in suspense ({kind} {target})."},
    Text{"usecases.one_target", "Kies precies een bestemming voor deze regel.",
         "Choose exactly one target for this line."},
    Text{"usecases.reason_missing", "Schrijf waarom deze regel nergens bij hoort.",
         "Write why this line belongs to nothing."},
    Text{"usecases.line_went_out",
         "Regel {line} is een afschrijving en geen betaling op een lening. Kies een betaling van ons, een terugboeking "
         "of "
         "negeren.",
         "Line {line} is money out and no payment on a loan. Choose a transfer, a return or to ignore it."},
    Text{"usecases.transfer_not_open", "Betaling {transfer} staat voor dit fonds niet open.",
         "Transfer {transfer} is not open for this fund."},
    Text{"usecases.iban_missing",
         "Van {name} is geen rekening bekend. Vul haar in, of leg haar vast bij de onderneming.",
         "No account of {name} is known. Fill it in, or register it with the undertaking."},
    Text{"usecases.not_late", "Lening {loan} is niet te laat. Schrijf de andere grond om haar op te eisen.",
         "Loan {loan} is not late. Write the other ground to call it in."},
    Text{"usecases.days_open", "Van fonds {fund} zijn de dagen {first} tot en met {last} nog open. Sluit ze eerst.",
         "Of fund {fund} the days {first} to {last} are open. Close them first."},
    Text{"usecases.period_unexplained",
         "Van fonds {fund} staat tot en met {day} nog iets open: {lines} bankregels op vraagposten ({suspense}) en "
         "{transfers} betalingen die langer dan een week onderweg zijn ({in_transit}): {items}. Koppel ze bij Bank, of "
         "schrijf waarom de periode toch dicht mag.",
         "Of fund {fund} something is open up to {day}: {lines} bank lines in suspense ({suspense}) and {transfers} "
         "transfers that are on their way for more than a week ({in_transit}): {items}. Match them at Bank, or write "
         "why "
         "the period may be closed all the same."},
    Text{"usecases.first_day_known",
         "Van fonds {fund} zijn dagen gesloten vanaf {first}. Een eerste dag kiezen kan alleen bij de eerste keer.",
         "Fund {fund} has days closed from {first} on. Choosing the first day is for the first time only."},
    Text{"usecases.recipient_without_iban",
         "Van {name} is geen rekening bekend. Vul haar in, of leg haar vast bij de onderneming.",
         "No account of {name} is known. Fill it in, or register it with the undertaking."},
    Text{"usecases.rows_are_bad",
         "{bad} van de {rows} regels zijn niet goed; er is niets overgenomen. Verbeter ze, of kies om de goede over te "
         "nemen.",
         "{bad} of the {rows} rows are wrong; nothing was taken over. Correct them, or choose to take the good ones."},
    Text{"usecases.drawing_of_no_loan", "Alleen een lening wordt in delen opgenomen. Laat de delen leeg.",
         "Only a loan is drawn in parts. Leave the parts empty."},
    Text{"usecases.no_award", "Dossier {dossier} heeft geen toekenning, dus er zijn geen banen te meten.",
         "Dossier {dossier} has no award, so there are no jobs to measure."},
    Text{"grants.months_unproven",
         "De maanden van werknemer {reference} zijn om op {day}, maar niemand zag bewijs. Leg eerst vast dat hij bleef "
         "of vertrok.",
         "The months of worker {reference} were full on {day}, but nobody saw proof. Record staying or leaving first."},
    Text{"grants.above_invoices", "{amount} is meer dan de facturen nu toelaten: {room}. Leg eerst facturen vast.",
         "{amount} is more than the invoices allow now: {room}. Enter invoices first."},
    Text{"programme.observation_unknown", "Waarneming {number} is er niet. Kijk in de lijst van werkloosheid.",
         "There is no observation {number}. Look in the list of unemployment."},
    Text{"programme.record_unknown", "Stand {number} is er niet. Kijk bij de maatregel.",
         "There is no record {number}. Look at the measure."},
    Text{"usecases.demand_first",
         "Incassokosten op lening {loan} kunnen pas na een aanmaning waarvan de termijn voorbij is. Maak die eerst op "
         "bij Achterstanden.",
         "Collection costs on loan {loan} can only be charged after a demand whose term has passed. Draw that first at "
         "Arrears."},
    Text{"usecases.arrangement_unknown", "Er is geen betalingsregeling {number}. Kijk in de lijst bij Achterstanden.",
         "There is no arrangement {number}. Look in the list at Arrears."},
    Text{"usecases.arrangement_runs", "Voor lening {loan} loopt al betalingsregeling {number}. Beëindig die eerst.",
         "Arrangement {number} about loan {loan} runs already. End it first."},
    Text{"usecases.arrangement_kept",
         "Voor lening {loan} loopt betalingsregeling {number} en die wordt nagekomen. Wacht tot zij is verbroken, of "
         "beëindig haar.",
         "Arrangement {number} about loan {loan} is kept. Wait until it is broken, or end it."},
    Text{"usecases.grant_unknown", "Er is geen subsidie met nummer {grant}. Kijk in de lijst van subsidies.",
         "There is no grant with number {grant}. Look in the list of grants."},
    Text{"usecases.claim_unknown", "Subsidie {grant} heeft geen claim {claim}. Kijk bij de subsidie.",
         "Grant {grant} has no claim {claim}. Look at the grant."},
    Text{"usecases.worker_claim_unknown",
         "Subsidie {grant} heeft geen claim {claim} voor een werknemer. Kijk bij de subsidie.",
         "Grant {grant} has no claim {claim} for a worker. Look at the grant."},
    Text{"usecases.order_unknown", "Er is geen opdracht met nummer {order}. Kijk in de lijst van opdrachten.",
         "There is no order with number {order}. Look in the list of orders."},
    Text{"usecases.period_reversed", "De laatste dag {until} ligt voor de eerste {from}. Verbeter een van de twee.",
         "The last day {until} lies before the first {from}. Correct one of the two."},
    Text{"usecases.risk_reason_missing", "Schrijf waarom. Noem geen namen.", "Say why. Name no persons."},
    Text{
        "usecases.collateral_rank",
        "De rang is 1, 2, 3 en zo verder. Bij rang 1 gaat niets voor; vul wat voorgaat alleen in bij een latere rang.",
        "The rank is 1, 2, 3 and so on. Nothing comes before rank 1; fill in what comes first with a later rank only."},
    Text{"usecases.collateral_described", "Omschrijf de zekerheid en waar de akte ligt.",
         "Describe the collateral and where the deed is kept."},
    Text{"usecases.collateral_unknown",
         "Lening {loan} heeft geen zekerheid met nummer {number}. Kijk bij het risico van de lening.",
         "Loan {loan} has no collateral number {number}. Look at the loan's risk."},
    Text{"usecases.login_unknown", "Er is geen gebruiker {login}.", "There is no user {login}."},
};

}  // namespace

const Text* desk_text(std::string_view code)
{
    return text_in(desk_texts, code);
}

}  // namespace vierkant::web
