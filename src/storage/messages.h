#pragma once

#include "base/result.h"

namespace vierkant::storage {

inline constexpr Text work_chain_broken{"storage.work_chain_broken",
                                        "Handeling {work} sluit niet aan op de vorige, of is gewijzigd of verdwenen. "
                                        "Zet een back-up terug en onderzoek wie bij de database kon.",
                                        "Work {work} does not follow the one before it, or was changed or removed. "
                                        "Restore a backup and find out who had access to the database."};
inline constexpr Text fact_changed{"storage.fact_changed",
                                   "In tabel {table} is een rij van handeling {work} gewijzigd, toegevoegd of "
                                   "verwijderd buiten het programma om. Zet een back-up terug en onderzoek dit.",
                                   "In table {table} a row of work {work} was changed, added or removed behind the "
                                   "program's back. Restore a backup and look into it."};
inline constexpr Text fact_unsealed{
    "storage.fact_unsealed",
    "In tabel {table} staat een rij die bij geen bestaande handeling hoort (nummer {work}). Zet een back-up terug en "
    "onderzoek dit.",
    "Table {table} holds a row that belongs to no known work (number {work}). Restore a backup and look into it."};
inline constexpr Text entry_changed{
    "storage.entry_changed",
    "Boeking {entry} van fonds {fund} is gewijzigd of hoort niet in de keten. Zet een back-up terug en onderzoek dit.",
    "Entry {entry} of fund {fund} was changed or does not belong in the chain. Restore a backup and look into it."};
inline constexpr Text posting_without_entry{
    "storage.posting_without_entry",
    "Fonds {fund} heeft een boekingsregel zonder boeking ({entry}). Zet een back-up terug en onderzoek dit.",
    "Fund {fund} has a posting without an entry ({entry}). Restore a backup and look into it."};
inline constexpr Text head_wrong{
    "storage.head_wrong", "De stand van {what} klopt niet met de rijen zelf. Zet een back-up terug en onderzoek dit.",
    "The head of {what} does not agree with the rows themselves. Restore a backup and look into it."};
inline constexpr Text balance_wrong{
    "storage.balance_wrong",
    "Van fonds {fund} klopt het dagtotaal van rekening {account} op {day} niet met de boekingen.",
    "Of fund {fund} the day total of account {account} on {day} does not agree with the postings."};

inline constexpr Text loan_differs{
    "storage.loan_differs",
    "Lening {loan}: de herberekening van {what} wijkt af van wat geboekt is. Onderzoek de gebeurtenissen van deze "
    "lening.",
    "Loan {loan}: the replay of {what} differs from what was booked. Look into the events of this loan."};
inline constexpr Text provision_differs{
    "storage.provision_differs",
    "Lening {loan}: de voorziening in de boeken is niet die van de laatste boeking. Onderzoek de voorzieningen van "
    "deze "
    "lening.",
    "Loan {loan}: the provision in the books is not the one booked last. Look into the provisions of this loan."};
inline constexpr Text calendar_differs{
    "storage.calendar_differs",
    "Fonds {fund}: de totalen van vervallen en ontvangen bedragen op {day} kloppen niet met de leningen zelf.",
    "Fund {fund}: the totals of what fell due and was received on {day} do not agree with the loans themselves."};
inline constexpr Text interest_differs{
    "storage.interest_differs",
    "Fonds {fund}: de opgelopen of geboekte rente van {day} klopt niet met de leningen zelf.",
    "Fund {fund}: the interest accrued or booked on {day} does not agree with the loans themselves."};
inline constexpr Text closing_differs{
    "storage.closing_differs",
    "Fonds {fund}: wat bij de afsluiting van {day} is vastgelegd, klopt niet met de boeken. Onderzoek dit.",
    "Fund {fund}: what was kept when {day} was closed does not agree with the books. Look into it."};
inline constexpr Text undertaking_differs{
    "storage.undertaking_differs",
    "Onderneming {undertaking}: waarop zij te vinden is, klopt niet met haar laatste gegevens. Onderzoek dit.",
    "Undertaking {undertaking}: what it is found by does not agree with its last version. Look into it."};

inline constexpr Text job_total_differs{
    "storage.job_total_differs",
    "Fonds {fund}: de totalen van banen of toekenningen over de periode vanaf {day} kloppen niet met de dossiers zelf.",
    "Fund {fund}: the totals of jobs or awards of the period from {day} do not agree with the dossiers themselves."};

inline constexpr Text flows_differ{
    "storage.flows_differ",
    "Fonds {fund}: de dagtotalen van uitgeleend, afgelost en afgeboekt kloppen niet met de leningen zelf.",
    "Fund {fund}: the day totals of what was lent, repaid and written off do not agree with the loans themselves."};

inline constexpr Text grant_differs{
    "storage.grant_differs",
    "Subsidie {grant}: de herberekening van {what} wijkt af van wat geboekt is. Onderzoek de claims en betalingen.",
    "Grant {grant}: the recomputed {what} differs from what was booked. Look into its claims and payments."};
inline constexpr Text grant_overpaid{"storage.grant_overpaid",
                                     "Subsidie {grant}: er is meer betaald dan verleend. Onderzoek de betalingen.",
                                     "Grant {grant}: more was paid than awarded. Look into the payments."};
inline constexpr Text ceiling_exceeded{
    "storage.ceiling_exceeded",
    "Fonds {fund}: er is meer subsidie betaald dan het plafond toelaat. Onderzoek de betalingen.",
    "Fund {fund}: more was paid in grants than its ceiling allows. Look into the payments."};

inline constexpr Text bank_line_differs{
    "storage.bank_line_differs",
    "Bankregel B-{line} is niet precies een keer geboekt zoals haar koppeling zegt. Onderzoek de boekingen van deze "
    "regel.",
    "Bank line B-{line} is not booked exactly once as its match says. Look into the postings of this line."};
inline constexpr Text bank_statement_differs{"storage.bank_statement_differs",
                                             "De regels van afschrift {statement} maken met het beginsaldo niet het "
                                             "eindsaldo. Zet een back-up terug en onderzoek "
                                             "dit.",
                                             "The lines of statement {statement} and its opening balance do not make "
                                             "its closing balance. Restore a backup and look "
                                             "into it."};
inline constexpr Text bank_posting_without_line{
    "storage.bank_posting_without_line",
    "Boeking {entry} verandert de bankrekening zonder bankregel. Onderzoek deze boeking.",
    "Entry {entry} changes the bank account without a bank line. Look into this entry."};
inline constexpr Text bank_differs{"storage.bank_differs",
                                   "Fonds {fund}: het laatste afschrift ({day}) sluit op {bank}, maar volgens de "
                                   "boeken staat er {books} op de bank. Lees "
                                   "ontbrekende afschriften in, of zoek het verschil.",
                                   "Fund {fund}: the last statement ({day}) closes at {bank}, but by the books there "
                                   "is {books} at the bank. Import the "
                                   "statements that are missing, or find the difference."};

}  // namespace vierkant::storage
