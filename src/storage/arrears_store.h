#pragma once

#include "domain/arrears/dunning.h"
#include "storage/arrangement_store.h"
#include "storage/grant_store.h"
#include "storage/loan_batch.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vierkant::storage {

/// A debt that can be late: a loan, or a grant that is reclaimed.
struct Debt {
    FundId fund;
    std::optional<LoanId> loan;
    std::optional<GrantId> grant;
};

/// A letter about arrears as it went out.
struct StoredLetter {
    std::string number;  ///< "B-000012"
    arrears::SentLetter sent;
    Money amount;  ///< overdue then
    Money default_interest;
    Money costs;
    Language language = Language::nl;
    std::string digest;    ///< of the text
    UndertakingId debtor;  ///< whom it was written to
};
/// The text of a letter, as it went out.
struct LetterPaper {
    enum class Form { text, html };
    Form form = Form::text;
    std::string content;
};
/// A letter with what it is about.
struct LetterAbout {
    StoredLetter letter;
    std::string debt;  ///< "L-000042" or "S-000007"
    std::string debtor;
};

/// All letters about a debt, oldest first.
std::vector<StoredLetter> letters_about(Connection& connection, const Debt& debt);

/// The number of the next letter; it is taken by add_letter.
std::string next_letter_number(Work& work);
void add_letter(Work& work, const Debt& debt, const StoredLetter& letter, const LetterPaper& paper);

/// All letters that went out, the last first; or the one with this number.
std::vector<LetterAbout> all_letters(Connection& connection, const std::string& number = "");
/// Empty where there is no such letter, or its text was not kept.
std::optional<LetterPaper> paper_of(Connection& connection, const std::string& number);

/// What was charged to a loan for paying late.
struct Charge {
    enum class Kind { default_interest, collection_costs };
    Kind kind = Kind::default_interest;
    Date since;  ///< the oldest due date that was open
    Money amount;
    Date day;
    EventId event;
};
void add_charge(Work& work, const StoredLoan& loan, const Charge& charge);

/// A loan with all that is kept about paying it late.
struct LoanRecord {
    StoredLoan loan;
    std::vector<lending::Event> events;
    Date edition_day;                             ///< by which the edition of its scheme is found: of dossier or award
    std::vector<Charge> charges;                  ///< whose event was not reversed, oldest first
    std::vector<StoredLetter> letters;            ///< oldest first
    std::vector<StoredArrangement> arrangements;  ///< oldest first
};
LoanRecord record_of(Connection& connection, const StoredLoan& loan);
/// Reads the records of these loans in a few queries for hundreds of them, and gives each to `take`. REQUIRES: in the
/// order of their funds and ids.
void each_record(Connection& connection, const std::vector<LoanKey>& loans,
                 const std::function<void(const LoanRecord&)>& take);

/// Loans of which something fell due before a day and was not settled by then, as far as their calendars say.
std::vector<LoanKey> loans_due_before(Connection& connection, Date day);

/// Loans with a drawing, here or before they were taken over, that this undertaking owes.
std::vector<LoanKey> drawn_loans(Connection& connection, UndertakingId undertaking);

/// Grants of which something was ever reclaimed.
std::vector<StoredGrant> reclaimed_grants(Connection& connection);

/// The day by which the edition of its scheme is found that a grant goes by: that of its dossier, else of its award.
Date edition_day(Connection& connection, const StoredGrant& grant);

/// The name of a fund and its bank account, for letters.
struct Letterhead {
    Word title;
    std::string iban;
};
Letterhead letterhead_of(Connection& connection, FundId fund);

}  // namespace vierkant::storage
