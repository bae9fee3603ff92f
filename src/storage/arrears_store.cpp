#include "storage/arrears_store.h"

#include "storage/letter_facts.h"
#include "storage/stored.h"

#include <array>
#include <utility>

namespace vierkant::storage {

namespace {

using arrears::StepKind;

constexpr std::array step_kinds{std::pair{StepKind::reminder, "reminder"}, std::pair{StepKind::demand, "demand"},
                                std::pair{StepKind::default_notice, "default_notice"}};
constexpr std::array charge_kinds{std::pair{Charge::Kind::default_interest, "default_interest"},
                                  std::pair{Charge::Kind::collection_costs, "collection_costs"}};
constexpr std::array languages{std::pair{Language::nl, "nl"}, std::pair{Language::en, "en"}};

constexpr const char* letter_series = "letter";

std::int64_t last_of(Work& work, const std::string& sql, const StoredLoan& loan)
{
    return work.connection().number(sql, {loan.fund.value, loan.id.value}, 0);
}

std::vector<StoredLoan> loans_of(Connection& connection, const std::vector<std::pair<FundId, LoanId>>& keys)
{
    std::vector<StoredLoan> loans;
    for (const auto& [fund, id] : keys) {
        if (auto loan = find_loan(connection, fund, id)) loans.push_back(std::move(*loan));
    }
    return loans;
}

/// REQUIRES: the row begins with number, kind, since, drawn_on, pay_by, amount, default_interest, costs, language,
/// digest.
StoredLetter letter_of(const Row& row)
{
    return {
        row.text(0),
        {named(step_kinds, row.text(1)), stored_date(row.text(2)), stored_date(row.text(3)), stored_date(row.text(4))},
        Money::cents(row.integer(5)),
        Money::cents(row.integer(6)),
        Money::cents(row.integer(7)),
        named(languages, row.text(8)),
        row.text(9)};
}

}  // namespace

std::vector<StoredLetter> letters_about(Connection& connection, const Debt& debt)
{
    std::vector<StoredLetter> letters;
    const bool loan = debt.loan.has_value();
    const auto id = loan ? debt.loan->value : debt.grant->value;
    connection.each(
        std::string{"SELECT number, kind, since, drawn_on, pay_by, amount, default_interest, costs, language, digest "
                    "FROM dunning_letter WHERE fund_id = ? AND "} +
            (loan ? "loan_id" : "grant_id") + " = ? ORDER BY letter_no",
        {debt.fund.value, id}, "tttttiiitt", [&](const Row& row) { letters.push_back(letter_of(row)); });
    return letters;
}

std::vector<LetterAbout> all_letters(Connection& connection, const std::string& number)
{
    std::vector<LetterAbout> letters;
    connection.each(
        "SELECT d.number, d.kind, d.since, d.drawn_on, d.pay_by, d.amount, d.default_interest, d.costs, d.language, "
        "d.digest, COALESCE(l.number, g.number, ''), COALESCE(u.name, '') FROM dunning_letter d "
        "LEFT JOIN loan l ON l.fund_id = d.fund_id AND l.loan_id = d.loan_id "
        "LEFT JOIN loan_debtor b ON b.fund_id = d.fund_id AND b.loan_id = d.loan_id "
        "LEFT JOIN grant_award g ON g.fund_id = d.fund_id AND g.grant_id = d.grant_id "
        "LEFT JOIN undertaking u ON u.undertaking_id = COALESCE(b.undertaking_id, g.undertaking_id) "
        "WHERE ? = '' OR d.number = ? ORDER BY d.number DESC",
        {number, number}, "tttttiiitttt", [&](const Row& row) {
            letters.push_back({letter_of(row), row.text(10), row.text(11)});
        });
    return letters;
}

std::optional<LetterPaper> paper_of(Connection& connection, const std::string& number)
{
    std::optional<LetterPaper> paper;
    connection.each(
        "SELECT t.form, t.content FROM dunning_letter d JOIN letter_text t ON t.fund_id = d.fund_id AND t.letter_no = "
        "d.letter_no WHERE d.number = ?",
        {number}, "tt", [&](const Row& row) {
            paper = LetterPaper{row.text(0) == "html" ? LetterPaper::Form::html : LetterPaper::Form::text, row.text(1)};
        });
    return paper;
}

std::string next_letter_number(Work& work)
{
    const auto digits = std::to_string(work.next_number(letter_series));
    return "B-" + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

void add_letter(Work& work, const Debt& debt, const StoredLetter& letter, const LetterPaper& paper)
{
    const auto number = 1 + work.connection().number("SELECT MAX(letter_no) FROM dunning_letter WHERE fund_id = ?",
                                                     {debt.fund.value}, 0);
    work.add(facts::dunning_letter,
             {debt.fund.value, number, letter.number, id_or_null(debt.loan), id_or_null(debt.grant),
              name_of(step_kinds, letter.sent.kind), to_text(letter.sent.since), to_text(letter.sent.drawn_on),
              to_text(letter.sent.pay_by), letter.amount.in_cents(), letter.default_interest.in_cents(),
              letter.costs.in_cents(), name_of(languages, letter.language), letter.digest});
    const bool html = paper.form == LetterPaper::Form::html;
    work.add(facts::letter_text, {debt.fund.value, number, std::string{html ? "html" : "text"}, paper.content});
}

std::vector<Charge> charges_of(Connection& connection, const StoredLoan& loan)
{
    std::vector<Charge> charges;
    connection.each(
        "SELECT c.kind, c.since, c.amount, c.day, c.event_no FROM arrears_charge c WHERE c.fund_id = ? AND c.loan_id = "
        "? AND NOT EXISTS (SELECT 1 FROM loan_event e WHERE e.fund_id = c.fund_id AND e.loan_id = c.loan_id AND "
        "e.reverses = c.event_no) ORDER BY c.charge_no",
        {loan.fund.value, loan.id.value}, "ttiti", [&](const Row& row) {
            charges.push_back({named(charge_kinds, row.text(0)), stored_date(row.text(1)), Money::cents(row.integer(2)),
                               stored_date(row.text(3)), EventId{row.integer(4)}});
        });
    return charges;
}

void add_charge(Work& work, const StoredLoan& loan, const Charge& charge)
{
    const auto number =
        1 + last_of(work, "SELECT MAX(charge_no) FROM arrears_charge WHERE fund_id = ? AND loan_id = ?", loan);
    work.add(facts::arrears_charge,
             {loan.fund.value, loan.id.value, number, name_of(charge_kinds, charge.kind), to_text(charge.since),
              charge.amount.in_cents(), to_text(charge.day), charge.event.value});
}

std::vector<StoredLoan> loans_due_before(Connection& connection, Date day)
{
    std::vector<std::pair<FundId, LoanId>> keys;
    connection.each(
        "SELECT DISTINCT fund_id, loan_id FROM loan_due WHERE due_date < ? AND (settled_on IS NULL OR settled_on > ?) "
        "AND principal + interest + costs > 0 ORDER BY fund_id, loan_id",
        {to_text(day), to_text(day)}, "ii",
        [&](const Row& row) { keys.emplace_back(FundId{row.integer(0)}, LoanId{row.integer(1)}); });
    return loans_of(connection, keys);
}

std::vector<StoredLoan> drawn_loans(Connection& connection, std::optional<UndertakingId> undertaking)
{
    std::vector<std::pair<FundId, LoanId>> keys;
    const auto id = undertaking ? undertaking->value : std::int64_t{0};
    connection.each(
        "SELECT l.fund_id, l.loan_id FROM loan l WHERE (? = 0 OR EXISTS (SELECT 1 FROM loan_debtor d WHERE d.fund_id = "
        "l.fund_id AND d.loan_id = l.loan_id AND d.undertaking_id = ?)) AND (EXISTS (SELECT 1 FROM loan_event e WHERE "
        "e.fund_id = l.fund_id AND e.loan_id = l.loan_id) OR EXISTS (SELECT 1 FROM taken_over_loan t WHERE t.fund_id = "
        "l.fund_id AND t.loan_id = l.loan_id)) ORDER BY l.fund_id, l.loan_id",
        {id, id}, "ii", [&](const Row& row) { keys.emplace_back(FundId{row.integer(0)}, LoanId{row.integer(1)}); });
    return loans_of(connection, keys);
}

std::vector<StoredGrant> reclaimed_grants(Connection& connection)
{
    std::vector<std::pair<FundId, GrantId>> keys;
    connection.each(
        "SELECT DISTINCT fund_id, grant_id FROM grant_event WHERE kind = 'reclaimed' ORDER BY fund_id, grant_id", {},
        "ii", [&](const Row& row) { keys.emplace_back(FundId{row.integer(0)}, GrantId{row.integer(1)}); });
    std::vector<StoredGrant> grants;
    for (const auto& [fund, id] : keys) {
        if (auto grant = find_grant(connection, fund, id)) grants.push_back(std::move(*grant));
    }
    return grants;
}

Date edition_day(Connection& connection, FundId fund, std::optional<DossierId> dossier, Date awarded_on)
{
    auto day = awarded_on;
    if (!dossier) return day;
    connection.each("SELECT scheme_from FROM dossier WHERE fund_id = ? AND dossier_id = ?",
                    {fund.value, dossier->value}, "t", [&](const Row& row) { day = stored_date(row.text(0)); });
    return day;
}

Letterhead letterhead_of(Connection& connection, FundId fund)
{
    Letterhead account;
    connection.each("SELECT title_nl, title_en, iban FROM fund WHERE fund_id = ?", {fund.value}, "ttt",
                    [&](const Row& row) {
                        account = {{row.text(0), row.text(1)}, row.text(2)};
                    });
    return account;
}

}  // namespace vierkant::storage
