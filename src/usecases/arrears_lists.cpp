#include "usecases/arrears_lists.h"

#include "domain/arrears/age.h"
#include "storage/undertaking_store.h"
#include "usecases/arrears_messages.h"
#include "usecases/late_debts.h"
#include "usecases/letter_words.h"
#include "usecases/report_cells.h"

#include <map>

namespace vierkant::usecases {

namespace {

using reporting::Cell;
using reporting::Table;

std::map<UndertakingId, std::string> debtors_of(storage::Connection& connection, const std::vector<LateDebt>& debts)
{
    std::vector<UndertakingId> ids;
    for (const auto& debt : debts) ids.push_back(debt.debtor);
    return storage::names_of(connection, ids);
}

std::string in(Language language, const char* nl, const char* en)
{
    return language == Language::nl ? nl : en;
}

std::string kind_of(bool grant, Language language)
{
    return grant ? in(language, "terugvordering", "reclaimed grant") : in(language, "lening", "loan");
}

/// What comes next, in words; a writ or summons is not ours to draw up.
std::string next_in_words(const LateDebt& debt, Language language)
{
    if (debt.arrangement) return in(language, "regeling ", "arrangement ") + debt.arrangement->agreed.number;
    if (!debt.plan) return in(language, "geen briefplan", "no plan of letters");
    if (const auto next = next_step_of(debt)) return in_words(next->step->kind, language);
    if (debt.is_public_law()) return in(language, "dwangbevel", "writ");
    return in(language, "opeisen", "call in");
}

/// When the next letter may go out, or the next term of the arrangement is to be paid.
Cell next_day_of(const LateDebt& debt)
{
    if (debt.arrangement) {
        const auto& term = debt.arrangement->standing.next;
        return term ? cell(term->due) : Cell{};
    }
    const auto next = next_step_of(debt);
    return next ? cell(next->on) : Cell{};
}

/// What an undertaking owes under one number.
struct Claim {
    std::string number;
    bool grant = false;
    Money principal;
    Money interest;
    Money costs;
    Money default_interest;
    Money written_off;  ///< taken out of our books, and not given up
    [[nodiscard]] Money total() const { return principal + interest + costs + default_interest + written_off; }
};

Result<Claim> claim_of(const Dunning& dunning, const storage::LoanRecord& record, Date as_of)
{
    const auto& loan = record.loan;
    const auto on_day = loan_on(record, as_of);
    const auto& state = on_day.state;
    Claim claim{loan.number, false, state.principal, {}, {}, {}, {}};
    for (const auto& item : state.open) {
        claim.default_interest += item.default_interest;
    }
    claim.default_interest += state.spread_default_interest;
    claim.interest = lending::interest_owed(loan.terms, state) - claim.default_interest;
    claim.costs = lending::claim(loan.terms, state) - state.principal - claim.interest - claim.default_interest;
    const auto& flows = state.settled;
    claim.written_off = flows.principal_written_off + flows.interest_written_off + flows.default_interest_written_off +
                        flows.costs_written_off - flows.recovered;
    const auto late = default_interest_of(record, on_day, dunning.plan_of(loan.scheme, record.edition_day), as_of);
    if (!late) return late.refusal();
    claim.default_interest += *late;
    return claim;
}

Table claim_table(const std::vector<Claim>& claims, Language language)
{
    Table table{"claims",
                {"Vorderingen", "Claims"},
                {text_column("number", "Nummer", "Number"), text_column("kind", "Soort", "Kind"),
                 money_column("principal", "Hoofdsom", "Principal"), money_column("interest", "Rente", "Interest"),
                 money_column("costs", "Kosten", "Costs"),
                 money_column("default_interest", "Rente bij verzuim", "Default interest"),
                 money_column("written_off", "Afgeboekt", "Written off"), money_column("total", "Totaal", "Total")},
                {},
                {}};
    Claim sum;
    for (const auto& claim : claims) {
        table.rows.push_back({claim.number, kind_of(claim.grant, language), cell(claim.principal), cell(claim.interest),
                              cell(claim.costs), cell(claim.default_interest), cell(claim.written_off),
                              cell(claim.total())});
        sum.principal += claim.principal;
        sum.interest += claim.interest;
        sum.costs += claim.costs;
        sum.default_interest += claim.default_interest;
        sum.written_off += claim.written_off;
    }
    table.totals = {Cell{},
                    Cell{},
                    cell(sum.principal),
                    cell(sum.interest),
                    cell(sum.costs),
                    cell(sum.default_interest),
                    cell(sum.written_off),
                    cell(sum.total())};
    table.empty = {"Er is niets te vorderen.", "Nothing is owed."};
    return table;
}

}  // namespace

Result<reporting::Report> list_arrears(storage::Connection& connection, Date as_of, Language language)
{
    const auto debts = late_debts(connection, as_of);
    if (!debts) return debts.refusal();
    Table table{"arrears",
                {"Achterstanden", "Arrears"},
                {text_column("number", "Nummer", "Number"), text_column("kind", "Soort", "Kind"),
                 text_column("debtor", "Debiteur", "Debtor"), day_column("since", "Sinds", "Since"),
                 count_column("days", "Dagen", "Days"), text_column("age", "Ouderdom", "Age"),
                 money_column("principal", "Hoofdsom", "Principal"), money_column("interest", "Rente", "Interest"),
                 money_column("costs", "Kosten", "Costs"), money_column("late", "Te laat", "Late"),
                 money_column("default_interest", "Verzuimrente", "Default interest"),
                 money_column("collection_costs", "Incassokosten", "Collection costs"),
                 day_column("last_letter", "Laatste brief", "Last letter"), text_column("next", "Volgende", "Next"),
                 day_column("next_on", "Vanaf", "From")},
                {},
                {}};
    Money late;
    Money interest;
    const auto debtors = debtors_of(connection, *debts);
    for (const auto& debt : *debts) {
        table.rows.push_back(
            {debt.number, kind_of(debt.is_public_law(), language), debtors.at(debt.debtor), cell(debt.since),
             count_cell(debt.days), std::string{arrears::band_of(arrears::age_of(debt.days))},
             cell_or_nothing(debt.principal), cell_or_nothing(debt.interest), cell_or_nothing(debt.costs),
             cell(debt.late()), cell_or_nothing(debt.default_interest), cell_or_nothing(debt.collection_costs),
             debt.letters.empty() ? Cell{} : cell(debt.letters.back().sent.drawn_on), next_in_words(debt, language),
             next_day_of(debt)});
        late += debt.late();
        interest += debt.default_interest;
    }
    table.totals.resize(table.columns.size());
    table.totals[9] = cell(late);
    table.totals[10] = cell(interest);
    table.empty = {"Niemand is te laat.", "Nobody is late."};
    return reporting::Report{"arrears", {"Achterstanden", "Arrears"}, as_of, {}, {std::move(table)}};
}

Result<reporting::Report> letters_to_draw(storage::Connection& connection, Date as_of, const std::string& number,
                                          Language language)
{
    const auto debts = late_debts(connection, as_of);
    if (!debts) return debts.refusal();
    Table table{"letters",
                {"Brieven die nu uit kunnen", "Letters that may go out now"},
                {text_column("number", "Nummer", "Number"), text_column("debtor", "Debiteur", "Debtor"),
                 text_column("kind", "Brief", "Letter"), count_column("days", "Dagen te laat", "Days late"),
                 money_column("late", "Te laat", "Late")},
                {},
                {},
                {"Er is nu geen brief te sturen.", "No letter is to be sent now."}};
    const auto debtors = debtors_of(connection, *debts);
    for (const auto& debt : *debts) {
        const auto next = next_step_of(debt);
        if (!next || next->on > as_of || (!number.empty() && debt.number != number)) continue;
        table.rows.push_back({debt.number, debtors.at(debt.debtor), in_words(next->step->kind, language),
                              count_cell(debt.days), cell(debt.late())});
    }
    return reporting::Report{"letters-to-draw", {"Brieven", "Letters"}, as_of, {}, {std::move(table)}};
}

reporting::Report list_all_letters(storage::Connection& connection, Date today, Language language)
{
    Table table{"letters",
                {"Brieven", "Letters"},
                {text_column("letter", "Brief", "Letter"), text_column("number", "Over", "About"),
                 text_column("debtor", "Debiteur", "Debtor"), text_column("kind", "Soort", "Kind"),
                 day_column("drawn_on", "Datum", "Date"), money_column("late", "Te laat", "Late"),
                 day_column("pay_by", "Betalen voor", "Pay by")},
                {},
                {},
                {"Er ging nog geen brief uit.", "No letter went out yet."}};
    for (const auto& [letter, debt, debtor] : storage::all_letters(connection)) {
        table.rows.push_back({letter.number, debt, debtor, in_words(letter.sent.kind, language),
                              cell(letter.sent.drawn_on), cell(letter.amount), cell(letter.sent.pay_by)});
    }
    return {"all-letters", {"Brieven over achterstanden", "Letters about arrears"}, today, {}, {std::move(table)}};
}

Result<reporting::Report> list_letters(storage::Connection& connection, const std::string& number, Date today,
                                       Language language)
{
    storage::Debt debt;
    if (const auto loan = storage::find_loan(connection, number)) debt = {loan->fund, loan->id, {}};
    if (const auto grant = storage::find_grant(connection, number)) debt = {grant->fund, {}, grant->id};
    if (!debt.loan && !debt.grant) return refuse(debt_unknown, {{"number", number}});
    Table table{
        "letters",
        {"Brieven", "Letters"},
        {text_column("letter", "Brief", "Letter"), text_column("kind", "Soort", "Kind"),
         day_column("drawn_on", "Datum", "Date"), day_column("since", "Achterstand sinds", "Arrears since"),
         money_column("late", "Te laat", "Late"), money_column("default_interest", "Verzuimrente", "Default interest"),
         money_column("costs", "Kosten", "Costs"), day_column("pay_by", "Betalen voor", "Pay by"),
         text_column("digest", "Kenmerk van de tekst", "Digest of the text")},
        {},
        {}};
    for (const auto& letter : storage::letters_about(connection, debt)) {
        table.rows.push_back({letter.number, in_words(letter.sent.kind, language), cell(letter.sent.drawn_on),
                              cell(letter.sent.since), cell(letter.amount), cell_or_nothing(letter.default_interest),
                              cell_or_nothing(letter.costs), cell(letter.sent.pay_by), letter.digest});
    }
    table.empty = {"Er ging nog geen brief uit.", "No letter went out yet."};
    return reporting::Report{
        "letters", {"Brieven over " + number, "Letters about " + number}, today, {}, {std::move(table)}};
}

Result<reporting::Report> claim_list(storage::Connection& connection, const std::string& kvk, Date as_of,
                                     Language language)
{
    const auto parsed = parties::KvkNumber::parse(kvk);
    if (!parsed) return parsed.refusal();
    const auto undertaking = storage::find_undertaking(connection, *parsed);
    if (!undertaking) return refuse(debtor_unknown, {{"kvk", kvk}});
    const Dunning dunning{connection};
    std::vector<Claim> claims;
    std::optional<Refusal> wrong;
    storage::each_record(connection, storage::drawn_loans(connection, undertaking->id),
                         [&](const storage::LoanRecord& record) {
                             const auto claim = claim_of(dunning, record, as_of);
                             if (!claim) {
                                 wrong = claim.refusal();
                             } else if (claim->total().is_positive()) {
                                 claims.push_back(*claim);
                             }
                         });
    if (wrong) return *wrong;
    for (const auto& grant : storage::reclaimed_grants(connection)) {
        if (grant.undertaking != undertaking->id) continue;
        const auto owed = owed_on_grant(connection, grant, as_of);
        if (!owed) return owed.refusal();
        if (owed->open.is_positive()) claims.push_back({grant.number, true, owed->open, {}, {}, owed->interest, {}});
    }
    const auto& name = undertaking->value.name;
    return reporting::Report{"claim-list",
                             {"Vordering op " + name, "Claim on " + name},
                             as_of,
                             {{"kvk", kvk, {"KvK-nummer", "KvK number"}, {kvk, kvk}}},
                             {claim_table(claims, language)}};
}

}  // namespace vierkant::usecases
