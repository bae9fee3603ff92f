#pragma once

#include "base/result.h"

/// Every sentence of this module. Most refusals concern a file that a bank made: the officer cannot mend it, so they
/// say what to fetch or whom to ask.
namespace vierkant::banking {

// Payment references.
inline constexpr Text reference_characters{
    "banking.reference_characters",
    "Een betalingskenmerk bestaat uit letters en cijfers. In \"{number}\" staat nog iets anders; laat dat weg.",
    "A payment reference consists of letters and digits. \"{number}\" has something else; leave it out."};
inline constexpr Text reference_length{
    "banking.reference_length",
    "Een betalingskenmerk heeft 1 tot 21 letters of cijfers achter RF en het controlegetal. Kort \"{number}\" in.",
    "A payment reference has 1 to 21 letters or digits after RF and the check digits. Shorten \"{number}\"."};

// The file as XML.
inline constexpr Text not_well_formed{
    "banking.not_well_formed",
    "Het bestand is hier beschadigd of geen XML ({problem}). Haal het opnieuw op bij de bank.",
    "The file is damaged here or is not XML ({problem}). Fetch it from the bank again."};
inline constexpr Text empty_file{"banking.empty_file", "Het bestand is leeg. Haal het opnieuw op bij de bank.",
                                 "The file is empty. Fetch it from the bank again."};
inline constexpr Text truncated{"banking.truncated",
                                "Het bestand houdt hier op, midden in het afschrift. Haal het opnieuw op bij de bank.",
                                "The file stops here, in the middle of the statement. Fetch it from the bank again."};
inline constexpr Text wrong_encoding{
    "banking.wrong_encoding",
    "Hier staan tekens die niet bij de codering {encoding} horen. Haal het bestand opnieuw op bij de bank, zonder "
    "het in een ander programma te openen.",
    "There are characters here that do not belong to the encoding {encoding}. Fetch the file from the bank again, "
    "without opening it in another program."};
inline constexpr Text unknown_encoding{
    "banking.unknown_encoding", "De codering {encoding} wordt niet gelezen. Vraag de bank om een bestand in UTF-8.",
    "The encoding {encoding} is not read. Ask the bank for a file in UTF-8."};
inline constexpr Text has_doctype{
    "banking.has_doctype",
    "Het bestand bevat een DOCTYPE. Bankafschriften hebben die niet en hij kan misbruikt worden; haal het bestand "
    "opnieuw op bij de bank.",
    "The file contains a DOCTYPE. Bank statements have none and it can be abused; fetch the file from the bank again."};
inline constexpr Text too_deep{
    "banking.too_deep", "Hier zijn meer dan {most} elementen in elkaar gezet. Een bankafschrift is nooit zo diep.",
    "More than {most} elements are nested here. A bank statement is never that deep."};
inline constexpr Text too_long{
    "banking.too_long", "Deze tekst is langer dan {most} tekens. Een bankafschrift heeft nooit zulke lange teksten.",
    "This text is longer than {most} characters. A bank statement never has texts that long."};

// The file as a statement.
inline constexpr Text not_a_statement{
    "banking.not_a_statement",
    "Dit is geen bankafschrift in camt.053: het begint met \"{root}\" ({space}). Kies het afschrift in camt.053.",
    "This is not a camt.053 bank statement: it begins with \"{root}\" ({space}). Choose the camt.053 statement."};
inline constexpr Text is_camt052{
    "banking.is_camt052",
    "Dit is een tussentijds rekeningoverzicht (camt.052, {space}). Haal bij de bank het dagafschrift op: camt.053.",
    "This is an interim account report (camt.052, {space}). Fetch the statement of the day from the bank: camt.053."};
inline constexpr Text is_camt054{
    "banking.is_camt054",
    "Dit is een bij- en afschrijvingsbericht (camt.054, {space}), zonder saldo. Haal bij de bank het afschrift op: "
    "camt.053.",
    "This is a debit and credit notification (camt.054, {space}), without balances. Fetch the statement from the bank: "
    "camt.053."};
inline constexpr Text unknown_version{
    "banking.unknown_version",
    "Deze versie van camt.053 is niet bekend: {space}. Vraag de bank om camt.053.001.08 of camt.053.001.02.",
    "This version of camt.053 is not known: {space}. Ask the bank for camt.053.001.08 or camt.053.001.02."};
inline constexpr Text no_statement{"banking.no_statement",
                                   "Er staat geen afschrift in dit bestand: het element Stmt ontbreekt. Kies in de "
                                   "bankomgeving een periode met een afschrift.",
                                   "There is no statement in this file: the element Stmt is missing. Choose a period "
                                   "with a statement at the bank."};
inline constexpr Text element_missing{"banking.element_missing",
                                      "Hier ontbreekt het element {element}. Vraag de bank om een volledig afschrift.",
                                      "The element {element} is missing here. Ask the bank for a complete statement."};
inline constexpr Text element_twice{"banking.element_twice",
                                    "Dit element staat er twee keer. Vraag de bank om een nieuw afschrift.",
                                    "This element is given twice. Ask the bank for a new statement."};
inline constexpr Text not_an_amount{
    "banking.not_an_amount",
    "\"{value}\" is geen bedrag zoals het in camt.053 hoort: cijfers met een punt, zonder plus, min, exponent of "
    "duizendtallen. Vraag de bank om een nieuw afschrift.",
    "\"{value}\" is not an amount as camt.053 has it: digits with a dot, without plus, minus, exponent or thousands "
    "mark. Ask the bank for a new statement."};
inline constexpr Text too_many_decimals{
    "banking.too_many_decimals",
    "\"{value}\" heeft meer decimalen dan de euro heeft: hoogstens twee. Vraag de bank om een nieuw afschrift.",
    "\"{value}\" has more decimals than the euro has: at most two. Ask the bank for a new statement."};
inline constexpr Text amounts_too_large{
    "banking.amounts_too_large",
    "De bedragen in dit afschrift zijn samen te groot om te tellen. Vraag de bank om een nieuw afschrift.",
    "The amounts in this statement are together too large to count. Ask the bank for a new statement."};
inline constexpr Text not_a_day{
    "banking.not_a_day", "\"{value}\" is geen bestaande datum zoals 2026-01-15. Vraag de bank om een nieuw afschrift.",
    "\"{value}\" is not an existing date such as 2026-01-15. Ask the bank for a new statement."};
inline constexpr Text not_a_number{"banking.not_a_number",
                                   "\"{value}\" is geen volgnummer. Vraag de bank om een nieuw afschrift.",
                                   "\"{value}\" is not a sequence number. Ask the bank for a new statement."};
inline constexpr Text not_one_of{"banking.not_one_of",
                                 "Hier hoort {known} te staan, niet \"{value}\". Vraag de bank om een nieuw afschrift.",
                                 "{known} is expected here, not \"{value}\". Ask the bank for a new statement."};
inline constexpr Text not_in_euro{
    "banking.not_in_euro",
    "Deze rekening is in {currency}. De fondsen zijn in euro; kies het afschrift van de eurorekening.",
    "This account is in {currency}. The funds are in euro; choose the statement of the euro account."};
inline constexpr Text balance_currency{"banking.balance_currency",
                                       "De saldi sluiten niet aan: beginsaldo {opening} en eindsaldo {closing}, "
                                       "terwijl de rekening in {currency} is. Vraag "
                                       "de bank om een nieuw afschrift.",
                                       "The balances do not tie: opening {opening} and closing {closing}, while the "
                                       "account is in {currency}. Ask the bank "
                                       "for a new statement."};
inline constexpr Text entry_currency{
    "banking.entry_currency",
    "Deze boeking is in {other}, terwijl de rekening in {currency} is. Vraag de bank om een nieuw afschrift.",
    "This entry is in {other}, while the account is in {currency}. Ask the bank for a new statement."};
inline constexpr Text opening_missing{
    "banking.opening_missing",
    "Afschrift {statement} heeft geen beginsaldo (OPBD of PRCD) vóór de boekingen. Vraag de bank om een volledig "
    "afschrift.",
    "Statement {statement} has no opening balance (OPBD or PRCD) before its entries. Ask the bank for a complete "
    "statement."};
inline constexpr Text closing_missing{
    "banking.closing_missing",
    "Afschrift {statement} heeft geen eindsaldo (CLBD) vóór de boekingen. Vraag de bank om een volledig afschrift.",
    "Statement {statement} has no closing balance (CLBD) before its entries. Ask the bank for a complete statement."};
inline constexpr Text does_not_tie{
    "banking.does_not_tie",
    "Afschrift {statement} sluit niet: beginsaldo {opening} en boekingen {entries} maken {computed}, maar het "
    "eindsaldo is "
    "{closing}. Het verschil is {difference}. Er is niets ingelezen; vraag de bank om een nieuw afschrift.",
    "Statement {statement} does not tie: opening balance {opening} and entries {entries} make {computed}, but the "
    "closing balance is {closing}. The difference is {difference}. Nothing was read; ask the bank for a new "
    "statement."};

// Between statements.
inline constexpr Text sequence_gap{
    "banking.sequence_gap",
    "Op rekening {account} volgt afschrift {next} op afschrift {previous}. Kijk of er een afschrift ontbreekt.",
    "On account {account} statement {next} follows statement {previous}. See whether a statement is missing."};
inline constexpr Text balance_gap{"banking.balance_gap",
                                  "Op rekening {account} was het eindsaldo {previous} op {previous_day}, maar het "
                                  "volgende afschrift begint met {next} "
                                  "op {next_day}. Kijk of er een afschrift ontbreekt.",
                                  "On account {account} the closing balance was {previous} on {previous_day}, but the "
                                  "next statement opens with {next} "
                                  "on {next_day}. See whether a statement is missing."};

// Why a line was matched, or not.
inline constexpr Text by_creditor_reference{"banking.by_creditor_reference", "Herkend aan het betalingskenmerk.",
                                            "Recognised by the payment reference."};
inline constexpr Text by_end_to_end_id{"banking.by_end_to_end_id", "Herkend aan het kenmerk van de betaalopdracht.",
                                       "Recognised by the reference of the payment order."};
inline constexpr Text by_text_reference{"banking.by_text_reference",
                                        "Herkend aan het betalingskenmerk in de omschrijving.",
                                        "Recognised by the payment reference in the description."};
inline constexpr Text by_account{"banking.by_account",
                                 "Herkend aan rekeningnummer en bedrag; er is precies één die past.",
                                 "Recognised by account number and amount; exactly one fits."};
inline constexpr Text return_of_line{"banking.return_of_line", "Dit draait een eerdere bij- of afschrijving terug.",
                                     "This undoes an earlier credit or debit."};
inline constexpr Text several_fit{"banking.several_fit", "Er past meer dan één. Kies welke bedoeld is.",
                                  "More than one fits. Choose which one is meant."};
inline constexpr Text amount_differs{"banking.amount_differs",
                                     "Het kenmerk past, maar het bedrag is anders. Kijk na wat er betaald is.",
                                     "The reference fits, but the amount differs. Look up what was paid."};
inline constexpr Text in_foreign_currency{
    "banking.in_foreign_currency",
    "De opdracht was in een andere munt. Kijk na of het bedrag in euro klopt en kies waar het bij hoort.",
    "The order was in another currency. See whether the amount in euro is right and choose where it belongs."};
inline constexpr Text return_of_unknown{
    "banking.return_of_unknown",
    "Dit draait een eerdere bij- of afschrijving terug die niet gevonden is. Zoek haar op en koppel haar.",
    "This undoes an earlier credit or debit that was not found. Look it up and link it."};
inline constexpr Text unknown_reference{
    "banking.unknown_reference",
    "Het betalingskenmerk in deze regel is hier niet bekend. Zoek uit wat bedoeld is en koppel de regel met de hand.",
    "The payment reference in this line is not known here. Find out what is meant and link the line by hand."};
inline constexpr Text nothing_fits{
    "banking.nothing_fits",
    "Geen kenmerk herkend, en rekeningnummer en bedrag passen nergens bij. Koppel deze regel met de hand.",
    "No reference recognised, and account number and amount fit nothing. Link this line by hand."};

}  // namespace vierkant::banking
