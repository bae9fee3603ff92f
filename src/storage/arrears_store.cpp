#include "storage/arrears_store.h"

#include "storage/key_query.h"
#include "storage/letter_facts.h"
#include "storage/loan_batch.h"
#include "storage/stored.h"

#include <array>
#include <map>
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

/// Letters with the number of the loan or grant they are about, and the debtor they were written to: who owed it on the
/// day of the letter, as far as was known when it was drawn up.
const std::string letters_with_debtor =
    "(SELECT d.*, COALESCE(l.number, g.number) AS about, COALESCE((SELECT t.undertaking_id FROM loan_event_detail t "
    "JOIN loan_event e ON e.fund_id = t.fund_id AND e.loan_id = t.loan_id AND e.event_no = t.event_no WHERE t.fund_id "
    "= d.fund_id AND t.loan_id = d.loan_id AND t.undertaking_id IS NOT NULL AND e.value_date <= d.drawn_on AND "
    "e.work_no < d.work_no AND NOT EXISTS (SELECT 1 FROM loan_event undone WHERE undone.fund_id = e.fund_id AND "
    "undone.loan_id = e.loan_id AND undone.reverses = e.event_no AND undone.work_no < d.work_no) ORDER BY e.value_date "
    "DESC, e.event_no DESC LIMIT 1), l.undertaking_id, g.undertaking_id) AS debtor FROM dunning_letter d LEFT JOIN "
    "loan l ON l.fund_id = d.fund_id AND l.loan_id = d.loan_id LEFT JOIN grant_award g ON g.fund_id = d.fund_id AND "
    "g.grant_id = d.grant_id) x ";
const std::string letter_columns =
    "SELECT x.number, x.kind, x.since, x.drawn_on, x.pay_by, x.amount, x.default_interest, x.costs, x.language, "
    "x.digest, x.debtor";
constexpr std::string_view letter_kinds = "tttttiiitti";

/// REQUIRES: the row begins with the columns of a letter.
StoredLetter letter_of(const Row& row)
{
    return {
        row.text(0),
        {named(step_kinds, row.text(1)), stored_date(row.text(2)), stored_date(row.text(3)), stored_date(row.text(4))},
        Money::cents(row.integer(5)),
        Money::cents(row.integer(6)),
        Money::cents(row.integer(7)),
        named(languages, row.text(8)),
        row.text(9),
        UndertakingId{row.integer(10)}};
}

}  // namespace

std::vector<StoredLetter> letters_about(Connection& connection, const Debt& debt)
{
    std::vector<StoredLetter> letters;
    const bool loan = debt.loan.has_value();
    const auto id = loan ? debt.loan->value : debt.grant->value;
    connection.each(letter_columns + " FROM " + letters_with_debtor + "WHERE x.fund_id = ? AND " +
                        (loan ? "x.loan_id" : "x.grant_id") + " = ? ORDER BY x.letter_no",
                    {debt.fund.value, id}, letter_kinds, [&](const Row& row) { letters.push_back(letter_of(row)); });
    return letters;
}

std::vector<LetterAbout> all_letters(Connection& connection, const std::string& number)
{
    std::vector<LetterAbout> letters;
    connection.each(
        letter_columns + ", x.about, COALESCE(u.name, '') FROM " + letters_with_debtor +
            "LEFT JOIN undertaking u ON u.undertaking_id = x.debtor WHERE ? = '' OR x.number = ? ORDER BY "
            "x.number DESC",
        {number, number}, std::string{letter_kinds} + "tt", [&](const Row& row) {
            letters.push_back({letter_of(row), row.text(letter_kinds.size()), row.text(letter_kinds.size() + 1)});
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

void add_charge(Work& work, const StoredLoan& loan, const Charge& charge)
{
    const auto number =
        1 + last_of(work, "SELECT MAX(charge_no) FROM arrears_charge WHERE fund_id = ? AND loan_id = ?", loan);
    work.add(facts::arrears_charge,
             {loan.fund.value, loan.id.value, number, name_of(charge_kinds, charge.kind), to_text(charge.since),
              charge.amount.in_cents(), to_text(charge.day), charge.event.value});
}

namespace {

std::map<LoanId, std::vector<Charge>> charges_of(Connection& connection, FundId fund,
                                                 const std::vector<std::int64_t>& loans)
{
    std::map<LoanId, std::vector<Charge>> charges;
    each_of(connection,
            "SELECT c.kind, c.since, c.amount, c.day, c.event_no, c.loan_id FROM arrears_charge c WHERE NOT EXISTS "
            "(SELECT 1 FROM loan_event e WHERE e.fund_id = c.fund_id AND e.loan_id = c.loan_id AND e.reverses = "
            "c.event_no) AND c.fund_id = ? AND c.loan_id IN (",
            fund, loans, ") ORDER BY c.loan_id, c.charge_no", "ttitii", [&](const Row& row) {
                charges[LoanId{row.integer(5)}].push_back({named(charge_kinds, row.text(0)), stored_date(row.text(1)),
                                                           Money::cents(row.integer(2)), stored_date(row.text(3)),
                                                           EventId{row.integer(4)}});
            });
    return charges;
}

std::map<LoanId, std::vector<StoredLetter>> letters_of(Connection& connection, FundId fund,
                                                       const std::vector<std::int64_t>& loans)
{
    std::map<LoanId, std::vector<StoredLetter>> letters;
    each_of(connection,
            letter_columns + ", x.loan_id FROM " + letters_with_debtor + "WHERE x.fund_id = ? AND x.loan_id IN (", fund,
            loans, ") ORDER BY x.letter_no", std::string{letter_kinds} + "i",
            [&](const Row& row) { letters[LoanId{row.integer(letter_kinds.size())}].push_back(letter_of(row)); });
    return letters;
}

std::map<DossierId, Date> edition_days(Connection& connection, FundId fund, const std::vector<std::int64_t>& dossiers)
{
    std::map<DossierId, Date> days;
    each_of(connection, "SELECT dossier_id, scheme_from FROM dossier WHERE fund_id = ? AND dossier_id IN (", fund,
            dossiers, ")", "it",
            [&](const Row& row) { days.emplace(DossierId{row.integer(0)}, stored_date(row.text(1))); });
    return days;
}

std::vector<LoanRecord> records_of(Connection& connection, FundId fund, std::vector<StoredLoan> loans)
{
    std::vector<std::int64_t> ids;
    std::vector<std::int64_t> dossiers;
    for (const auto& loan : loans) {
        ids.push_back(loan.id.value);
        if (loan.dossier) dossiers.push_back(loan.dossier->value);
    }
    auto events = events_of(connection, fund, ids);
    auto charges = charges_of(connection, fund, ids);
    auto letters = letters_of(connection, fund, ids);
    auto agreed = arrangements_of(connection, fund, ids);
    const auto days = edition_days(connection, fund, dossiers);
    std::vector<LoanRecord> records;
    records.reserve(loans.size());
    for (auto& loan : loans) {
        const auto id = loan.id;
        const auto registered = loan.dossier ? days.find(*loan.dossier) : days.end();
        const auto day = registered == days.end() ? loan.awarded_on : registered->second;
        records.push_back(
            {std::move(loan), taken(events, id), day, taken(charges, id), taken(letters, id), taken(agreed, id)});
    }
    return records;
}

std::vector<LoanKey> loan_keys(Connection& connection, const std::string& sql, std::initializer_list<Value> parameters)
{
    std::vector<LoanKey> keys;
    connection.each(sql, parameters, "ii", [&](const Row& row) {
        keys.push_back({FundId{row.integer(0)}, LoanId{row.integer(1)}});
    });
    return keys;
}

}  // namespace

LoanRecord record_of(Connection& connection, const StoredLoan& loan)
{
    return std::move(records_of(connection, loan.fund, {loan}).front());
}

void each_record(Connection& connection, const std::vector<LoanKey>& loans,
                 const std::function<void(const LoanRecord&)>& take)
{
    some_loans_at_a_time(connection, loans, [&](std::vector<StoredLoan> some) {
        const auto fund = some.front().fund;
        for (const auto& record : records_of(connection, fund, std::move(some))) take(record);
    });
}

std::vector<LoanKey> loans_due_before(Connection& connection, Date day)
{
    // What is open still, and what was settled late and after that day: each has an index of its own.
    return loan_keys(connection,
                     "SELECT d.fund_id, d.loan_id FROM fund f JOIN loan_due d ON d.fund_id = f.fund_id AND "
                     "d.settled_on IS NULL AND d.due_date < ? AND d.principal + d.interest + d.costs > 0 UNION "
                     "SELECT d.fund_id, d.loan_id FROM fund f JOIN loan_due d ON d.fund_id = f.fund_id AND "
                     "d.settled_on > d.due_date AND d.settled_on > ? AND d.due_date < ? AND d.principal + d.interest + "
                     "d.costs > 0 ORDER BY 1, 2",
                     {to_text(day), to_text(day), to_text(day)});
}

std::vector<LoanKey> drawn_loans(Connection& connection, UndertakingId undertaking)
{
    return loan_keys(
        connection,
        "SELECT l.fund_id, l.loan_id FROM loan l WHERE EXISTS (SELECT 1 FROM loan_debtor d WHERE d.fund_id = "
        "l.fund_id AND d.loan_id = l.loan_id AND d.undertaking_id = ?) AND (EXISTS (SELECT 1 FROM loan_event e WHERE "
        "e.fund_id = l.fund_id AND e.loan_id = l.loan_id) OR EXISTS (SELECT 1 FROM taken_over_loan t WHERE t.fund_id = "
        "l.fund_id AND t.loan_id = l.loan_id)) ORDER BY l.fund_id, l.loan_id",
        {undertaking.value});
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

Date edition_day(Connection& connection, const StoredGrant& grant)
{
    const auto days = edition_days(connection, grant.fund, {grant.dossier.value});
    return days.empty() ? grant.award.awarded_on : days.begin()->second;
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
