#include "web/api/messages.h"

#include "base/text_table.h"

#include <array>

namespace vierkant::api {

namespace {

/// Each has the code of the refusal it stands for, and no argument that the refusal does not have.
constexpr std::array api_texts{
    // Applications
    Text{"dossiers.not_complete",
         "De aanvraag is nog niet compleet verklaard. Doe dat eerst: POST op completions van de aanvraag.",
         "The application was not found complete yet. Do that first: POST to the application's completions."},
    Text{"dossiers.nothing_proposed",
         "Er ligt nog geen voorstel. Laat een collega dat eerst doen: POST op proposals van de aanvraag.",
         "There is no proposal yet. Let a colleague make one first: POST to the application's proposals."},
    Text{"dossiers.award_was_proposed",
         "Het voorstel is om toe te kennen. Geef als decision award, of send-back met een reason.",
         "The proposal is to award. Give the decision award, or send-back with a reason."},
    Text{"dossiers.refusal_was_proposed",
         "Het voorstel is om af te wijzen. Geef als decision refuse, of send-back met een reason.",
         "The proposal is to refuse. Give the decision refuse, or send-back with a reason."},
    Text{"dossiers.until_missing", "Noem in until de laatste dag voor de aanvulling, na {day}.",
         "Name in until the last day to complete, after {day}."},
    Text{"dossiers.rules_not_met",
         "Aan deze regels is niet voldaan: {rules}. Toekennen kan niet; stel afwijzing voor of laat de aanvraag "
         "aanpassen. Zie verdict van de aanvraag.",
         "These rules are not met: {rules}. An award is not possible; propose a refusal or have the application "
         "changed. See the application's verdict."},
    Text{"dossiers.rules_not_judged",
         "Over deze regels moet een mens oordelen: {rules}. Geef in judgements van elke regel rule en motivation.",
         "A person has to judge these rules: {rules}. Give in judgements rule and motivation of each."},
    Text{"dossiers.rule_unknown", "De regel {rule} geldt niet voor deze aanvraag. Zie verdict van de aanvraag.",
         "The rule {rule} does not apply to this application. See the application's verdict."},
    Text{"dossiers.motivation_missing", "Het oordeel over {rule} heeft in judgements een motivation nodig.",
         "The judgement on {rule} needs a motivation in judgements."},
    Text{"usecases.dossier_unknown", "Er is geen dossier met nummer {dossier}. Zie GET /applications.",
         "There is no dossier with number {dossier}. See GET /applications."},
    Text{"usecases.applicant_unknown",
         "De aanvrager met KvK-nummer {kvk} is niet geregistreerd. Registreer eerst de onderneming: POST "
         "/undertakings.",
         "The applicant with KvK number {kvk} is not registered. Register the undertaking first: POST /undertakings."},
    Text{"usecases.first_due_too_early",
         "De eerste vervaldag ({day}) moet na vandaag ({today}) liggen. Kies in first_due een latere dag.",
         "The first due date ({day}) must be after today ({today}). Choose a later day in first_due."},
    Text{"usecases.drawing_of_no_loan", "Alleen een lening wordt in delen opgenomen. Laat drawing weg.",
         "Only a loan is drawn in parts. Leave drawing out."},
    Text{"usecases.kvk_taken",
         "KvK-nummer {number} is al geregistreerd: {name}. Wijzig die onderneming: POST "
         "/undertakings/{number}/versions.",
         "Trade register number {number} is registered already: {name}. Change that undertaking: POST "
         "/undertakings/{number}/versions."},
    Text{"usecases.undertaking_unknown",
         "Er is geen onderneming met KvK-nummer {kvk}. Controleer het nummer, of registreer haar: POST /undertakings.",
         "There is no undertaking with trade register number {kvk}. Check it, or register it: POST /undertakings."},
    Text{"usecases.no_award",
         "Dossier {dossier} heeft geen toekenning, dus er zijn geen banen te meten. Controleer het nummer: GET "
         "/applications/{dossier}.",
         "Dossier {dossier} has no award, so there are no jobs to measure. Check the number: GET "
         "/applications/{dossier}."},
    // Loans
    Text{"usecases.iban_missing",
         "Van {name} is geen rekening bekend. Geef haar in iban, of leg haar vast bij de onderneming.",
         "No account of {name} is known. Give it in iban, or register it with the undertaking."},
    Text{"usecases.order_unknown", "Er is geen opdracht met nummer {order}. Zie GET /orders.",
         "There is no order with number {order}. See GET /orders."},
    Text{"usecases.not_late", "Lening {loan} is niet te laat. Geef in ground de andere grond om haar op te eisen.",
         "Loan {loan} is not late. Give in ground the other ground to call it in."},
    Text{"usecases.period_reversed", "until ({until}) ligt voor from ({from}). Verbeter een van de twee.",
         "until ({until}) lies before from ({from}). Correct one of the two."},
    Text{"grants.above_invoices",
         "{amount} is meer dan de facturen nu toelaten: {room}. Leg eerst facturen vast: POST op invoices van de "
         "lening.",
         "{amount} is more than the invoices allow now: {room}. Enter invoices first: POST to the loan's invoices."},
    Text{"usecases.demand_first",
         "Incassokosten op lening {loan} kunnen pas na een aanmaning waarvan de termijn voorbij is. Maak die eerst op: "
         "POST /letters.",
         "Collection costs on loan {loan} can only be charged after a demand whose term has passed. Draw that first: "
         "POST /letters."},
    Text{"usecases.arrangement_unknown", "Er is geen betalingsregeling {number}. Zie GET /arrangements.",
         "There is no arrangement {number}. See GET /arrangements."},
    Text{"usecases.arrangement_runs",
         "Voor lening {loan} loopt al betalingsregeling {number}. Beëindig die eerst: POST "
         "/arrangements/{number}/endings.",
         "Arrangement {number} about loan {loan} runs already. End it first: POST /arrangements/{number}/endings."},
    Text{"usecases.arrangement_kept",
         "Voor lening {loan} loopt betalingsregeling {number} en die wordt nagekomen. Wacht tot zij is verbroken, of "
         "beëindig haar: POST /arrangements/{number}/endings.",
         "Arrangement {number} about loan {loan} is kept. Wait until it is broken, or end it: POST "
         "/arrangements/{number}/endings."},
    Text{"usecases.risk_reason_missing", "Geef in reason aan waarom. Noem geen namen.",
         "Say why in reason. Name no persons."},
    Text{"usecases.collateral_rank",
         "De rang is 1, 2, 3 en zo verder. Bij rang 1 gaat niets voor; geef prior alleen bij een latere rank.",
         "The rank is 1, 2, 3 and so on. Nothing comes before rank 1; give prior with a later rank only."},
    Text{"usecases.collateral_described", "Omschrijf in description de zekerheid en waar de akte ligt.",
         "Describe in description the collateral and where the deed is kept."},
    Text{"usecases.collateral_unknown",
         "Lening {loan} heeft geen zekerheid met nummer {number}. Zie GET /loans/{loan}/risk.",
         "Loan {loan} has no collateral number {number}. See GET /loans/{loan}/risk."},
    // Grants
    Text{"usecases.grant_unknown", "Er is geen subsidie met nummer {grant}. Zie GET /grants.",
         "There is no grant with number {grant}. See GET /grants."},
    Text{"usecases.claim_unknown", "Subsidie {grant} heeft geen claim {claim}. Zie GET /grants/{grant}.",
         "Grant {grant} has no claim {claim}. See GET /grants/{grant}."},
    Text{"usecases.worker_claim_unknown",
         "Subsidie {grant} heeft geen claim {claim} voor een werknemer. Zie workers in GET /grants/{grant}.",
         "Grant {grant} has no claim {claim} for a worker. See workers in GET /grants/{grant}."},
    Text{"grants.months_unproven",
         "De maanden van werknemer {reference} zijn om op {day}, maar niemand zag bewijs. Leg vast dat hij bleef of "
         "vertrok: POST op retentions of departures van de claim.",
         "The months of worker {reference} were full on {day}, but nobody saw proof. Record staying or leaving: POST "
         "to the claim's retentions or departures."},
    Text{"usecases.recipient_without_iban",
         "Van {name} is geen rekening bekend. Geef haar in iban, of leg haar vast bij de onderneming.",
         "No account of {name} is known. Give it in iban, or register it with the undertaking."},
    // The bank and closing
    Text{"usecases.line_unknown", "Er is geen bankregel {line}. Zie GET /bank-lines.",
         "There is no bank line {line}. See GET /bank-lines."},
    Text{"usecases.line_not_in_suspense",
         "Regel {line} staat niet meer op vraagposten ({kind} {target}). Zie GET /unmatched-bank-lines.",
         "Line {line} is no longer in suspense ({kind} {target}). See GET /unmatched-bank-lines."},
    Text{"usecases.one_target", "Geef precies een van loan, grant, transfer, return_of, funder en ignore.",
         "Give exactly one of loan, grant, transfer, return_of, funder and ignore."},
    Text{"usecases.reason_missing", "Schrijf in reason waarom deze regel nergens bij hoort.",
         "Write in reason why this line belongs to nothing."},
    Text{"usecases.line_went_out",
         "Regel {line} is een afschrijving en geen betaling op een lening of subsidie. Geef transfer, return_of of "
         "ignore.",
         "Line {line} is money out and no payment on a loan or grant. Give transfer, return_of or ignore."},
    Text{"usecases.transfer_not_open",
         "Betaling {transfer} staat voor dit fonds niet open. Zie candidates in GET /unmatched-bank-lines.",
         "Transfer {transfer} is not open for this fund. See candidates in GET /unmatched-bank-lines."},
    Text{"usecases.days_open",
         "Van fonds {fund} zijn de dagen {first} tot en met {last} nog open. Sluit ze eerst: POST /closed-days met "
         "until {until}.",
         "Of fund {fund} the days {first} to {last} are open. Close them first: POST /closed-days with until {until}."},
    Text{"usecases.period_unexplained",
         "Van fonds {fund} staat tot en met {day} nog iets open: {lines} bankregels op vraagposten ({suspense}) en "
         "{transfers} betalingen die langer dan een week onderweg zijn ({in_transit}): {items}. Koppel ze: POST op "
         "matches van de bankregel. Of schrijf in note waarom de periode toch dicht mag.",
         "Of fund {fund} something is open up to {day}: {lines} bank lines in suspense ({suspense}) and {transfers} "
         "transfers that are on their way for more than a week ({in_transit}): {items}. Match them: POST to the bank "
         "line's matches. Or write in note why the period may be closed all the same."},
    // The office
    Text{"usecases.rows_are_bad",
         "{bad} van de {rows} regels zijn niet goed; er is niets overgenomen. bad_rows noemt ze. Verbeter ze, of neem "
         "de goede over met ?skip-bad-rows=true.",
         "{bad} of the {rows} rows are wrong; nothing was taken over. bad_rows names them. Correct them, or take the "
         "good ones over with ?skip-bad-rows=true."},
    Text{"usecases.login_unknown", "Er is geen account {login}. Zie GET /users.",
         "There is no account {login}. See GET /users."},
    Text{"usecases.no_pdf_program",
         "Hier kan geen PDF worden gemaakt: het programma WeasyPrint staat niet op deze computer. Vraag een andere "
         "format.",
         "A PDF cannot be made here: the program WeasyPrint is not on this computer. Ask for another format."},
    Text{"usecases.pdf_took_too_long",
         "Een PDF maken duurde langer dan {seconds} seconden en is gestopt. Vraag een andere format.",
         "Making a PDF took longer than {seconds} seconds and was stopped. Ask for another format."},
    Text{"usecases.pdf_failed", "WeasyPrint kon hiervan geen PDF maken. Vraag een andere format.",
         "WeasyPrint could not make a PDF of this. Ask for another format."},
    Text{"programme.observation_unknown", "Waarneming {number} is er niet. Zie GET /unemployment-observations.",
         "There is no observation {number}. See GET /unemployment-observations."},
    Text{"programme.record_unknown", "Stand {number} is er niet. Zie GET /measure-records.",
         "There is no record {number}. See GET /measure-records."},
};

}  // namespace

const Text* api_text(std::string_view code)
{
    return text_in(api_texts, code);
}

std::string words_of(const Refusal& refusal, Language language)
{
    const auto* const ours = api_text(refusal.text->code);
    return say(ours == nullptr ? *refusal.text : *ours, refusal.arguments, language);
}

}  // namespace vierkant::api
