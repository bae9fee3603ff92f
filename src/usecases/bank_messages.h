#pragma once

#include "base/result.h"

/// What the officer reads about bank files and lines (docs/rules/bank-matching.md).
namespace vierkant::usecases {

// Refusals of a file: nothing of it is kept.
inline constexpr Text account_of_no_fund{
    "usecases.account_of_no_fund",
    "Rekening {account} hoort bij geen fonds. Kies het afschrift van een van deze rekeningen: {known}.",
    "Account {account} belongs to no fund. Choose the statement of one of these accounts: {known}."};
inline constexpr Text statement_of_the_future{
    "usecases.statement_of_the_future",
    "Afschrift {statement} loopt tot {day}; dat is na vandaag ({today}). Lees het in op of na die dag.",
    "Statement {statement} runs to {day}, which is after today ({today}). Import it on or after that day."};
inline constexpr Text statement_differs{
    "usecases.statement_differs",
    "Afschrift {statement} van rekening {account} is al ingelezen uit {source}, met een andere inhoud (eindsaldo "
    "{kept_closing} met {kept_lines} regels; nu {closing} met {lines}). Er is niets ingelezen; vraag de bank welk "
    "afschrift geldt.",
    "Statement {statement} of account {account} was read before from {source}, with other content (closing balance "
    "{kept_closing} with {kept_lines} lines; now {closing} with {lines}). Nothing was read; ask the bank which "
    "statement "
    "holds."};

// Notices: the file is kept, and somebody should look.
inline constexpr Text opening_differs{
    "usecases.opening_differs",
    "Afschrift {statement} begint met {opening}, maar volgens de boeken staat er {books} op rekening {account}. Kijk "
    "of "
    "er een afschrift of een storting ontbreekt.",
    "Statement {statement} opens with {opening}, but by the books account {account} holds {books}. See whether a "
    "statement or a contribution is missing."};
inline constexpr Text identity_used{"usecases.identity_used",
                                    "Regel {line} draagt een bankkenmerk dat een eerdere regel ook heeft. Zij staat op "
                                    "vraagposten: kijk of zij dubbel is.",
                                    "Line {line} carries a bank reference that an earlier line has too. It is in "
                                    "suspense: see whether it is a double."};
inline constexpr Text entries_announced{"usecases.entries_announced",
                                        "Afschrift {statement} kondigt {count} boekingen aan die nog niet tellen.",
                                        "Statement {statement} announces {count} entries that do not count yet."};

// Why a line is where it is, besides the reasons of banking/messages.h.
inline constexpr Text seen_before{
    "usecases.seen_before", "Het bankkenmerk is al van een eerdere regel. Kijk of deze regel dubbel is.",
    "The bank reference belongs to an earlier line already. See whether this line is a double."};
inline constexpr Text loan_does_not_take_it{
    "usecases.loan_does_not_take_it",
    "De lening of het subsidiebedrag neemt deze regel niet aan; koppel haar met de hand om te zien waarom.",
    "The loan or grant does not take this line; link it by hand to see why."};
inline constexpr Text undone_by_return{"usecases.undone_by_return", "Teruggedraaid door een latere regel.",
                                       "Undone by a later line."};

// Refusals of matching by hand.
inline constexpr Text line_number_unreadable{"usecases.line_number_unreadable",
                                             "\"{line}\" is geen nummer van een bankregel. Schrijf het als B-000012.",
                                             "\"{line}\" is not the number of a bank line. Write it as B-000012."};
inline constexpr Text line_unknown{"usecases.line_unknown", "Er is geen bankregel {line}. Zie: vierkant bank unmatched",
                                   "There is no bank line {line}. See: vierkant bank unmatched"};
inline constexpr Text line_not_in_suspense{
    "usecases.line_not_in_suspense",
    "Regel {line} staat niet meer op vraagposten ({kind} {target}). Zie: vierkant bank lines",
    "Line {line} is no longer in suspense ({kind} {target}). See: vierkant bank lines"};
inline constexpr Text one_target{"usecases.one_target",
                                 "Kies er precies een: --loan, --grant, --transfer, --return-of, --funder of --ignore.",
                                 "Choose exactly one: --loan, --grant, --transfer, --return-of, --funder or --ignore."};
inline constexpr Text reason_missing{"usecases.reason_missing",
                                     "Schrijf met --reason waarom deze regel nergens bij hoort.",
                                     "Write with --reason why this line belongs to nothing."};
inline constexpr Text loan_of_another_fund{"usecases.loan_of_another_fund",
                                           "Lening {loan} is van een ander fonds dan de rekening van regel {line}.",
                                           "Loan {loan} is of another fund than the account of line {line}."};
inline constexpr Text line_went_out{
    "usecases.line_went_out",
    "Regel {line} is een afschrijving en geen betaling op een lening. Gebruik --transfer, --return-of of --ignore.",
    "Line {line} is money out and no payment on a loan. Use --transfer, --return-of or --ignore."};
inline constexpr Text transfer_not_open{
    "usecases.transfer_not_open", "Betaling {transfer} staat voor dit fonds niet open. Zie: vierkant bank unmatched",
    "Transfer {transfer} is not open for this fund. See: vierkant bank unmatched"};
inline constexpr Text transfer_of_another_amount{
    "usecases.transfer_of_another_amount",
    "Betaling {transfer} is {expected} en regel {line} is {amount}. Kies een andere.",
    "Transfer {transfer} is {expected} and line {line} is {amount}. Choose another."};
inline constexpr Text not_a_return_of{"usecases.not_a_return_of",
                                      "Regel {line} ({amount}) draait regel {earlier} ({other}) niet terug: het moet "
                                      "hetzelfde bedrag andersom zijn, op een "
                                      "regel die nog telt.",
                                      "Line {line} ({amount}) does not undo line {earlier} ({other}): it must be the "
                                      "same amount the other way, on a line "
                                      "that still counts."};
inline constexpr Text funder_unknown{"usecases.funder_unknown",
                                     "Financier {funder} hoort niet bij dit fonds. Kies uit: {known}.",
                                     "Funder {funder} does not belong to this fund. Choose from: {known}."};

/// The text of a stored reason; nothing where the reason is an officer's own words.
const Text* reason_text(std::string_view code);

}  // namespace vierkant::usecases
