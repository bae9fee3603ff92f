#include "usecases/provisions.h"

#include "usecases/arrears_tables.h"
#include "usecases/messages.h"
#include "usecases/not_after_today.h"
#include "usecases/release_order.h"
#include "usecases/report_cells.h"
#include "usecases/risk_messages.h"

#include <algorithm>
#include <array>

namespace vierkant::usecases {

namespace {

using arrears::Provision;
using arrears::Stage;
using reporting::Cell;
using reporting::Table;
using storage::RiskRecord;
using storage::StoredLoan;
using storage::Work;

std::string in_words(Stage stage, Language language)
{
    static constexpr std::array nl{"normaal", "verhoogd risico", "in gebreke"};
    static constexpr std::array en{"performing", "watch", "default"};
    const auto at = static_cast<std::size_t>(stage);
    return language == Language::nl ? nl.at(at) : en.at(at);
}

std::string in_words(arrears::CollateralKind kind, Language language)
{
    static constexpr std::array nl{"hypotheek", "pandrecht", "borgstelling", "deposito", "overig"};
    static constexpr std::array en{"mortgage", "pledge", "guarantee", "deposit", "other"};
    const auto at = static_cast<std::size_t>(kind);
    return language == Language::nl ? nl.at(at) : en.at(at);
}

std::vector<arrears::Collateral> collateral_of(const RiskRecord& record)
{
    std::vector<arrears::Collateral> values;
    for (const auto& item : record.collateral) values.push_back(item.value);
    return values;
}

Result<Provision> provision_of(const RiskRecord& record, Date as_of)
{
    const auto* parameters = arrears::parameters_on(risk_parameters(), as_of);
    if (parameters == nullptr) return refuse(no_risk_parameters, {{"day", as_of}});
    std::vector<arrears::RiskOverride> overrides;
    for (const auto& item : record.overrides) overrides.push_back(item.value);
    const auto state = lending::replay(record.loan.terms, record.events, as_of);
    return arrears::provision_of(*parameters, state.principal, lending::days_past_due(state, as_of), overrides,
                                 collateral_of(record), as_of);
}

Table collateral_table(const RiskRecord& record, Date as_of, Language language)
{
    Table table{
        "collateral",
        {"Zekerheden", "Collateral"},
        {count_column("number", "Nr", "No"), text_column("kind", "Soort", "Kind"),
         text_column("description", "Omschrijving", "Description"), money_column("value", "Waarde", "Value"),
         count_column("rank", "Rang", "Rank"), money_column("prior", "Gaat voor", "Before ours"),
         day_column("valued_on", "Gewaardeerd op", "Valued on"), day_column("expires_on", "Loopt tot", "Expires"),
         day_column("released_on", "Vrijgegeven op", "Released on"), text_column("holds", "Telt mee", "Counts")},
        {},
        {}};
    for (const auto& item : record.collateral) {
        const bool holds = item.value.holds_on(as_of);
        table.rows.push_back({count_cell(item.number), in_words(item.value.kind, language), item.description,
                              cell(item.value.value), count_cell(item.value.rank), cell_or_nothing(item.value.prior),
                              cell(item.value.valued_on), cell_or_nothing(item.value.expires_on),
                              cell_or_nothing(item.value.released_on),
                              std::string{language == Language::nl ? (holds ? "ja" : "nee") : (holds ? "yes" : "no")}});
    }
    table.empty = {"Er is geen zekerheid.", "There is no collateral."};
    return table;
}

Table override_table(const RiskRecord& record, Language language)
{
    Table table{"overrides",
                {"Oordeel van de medewerker", "The officer's word"},
                {day_column("from", "Vanaf", "From"), text_column("stage", "Fase", "Stage"),
                 text_column("reason", "Reden", "Reason"), text_column("actor", "Door", "By")},
                {},
                {}};
    for (const auto& item : record.overrides) {
        const std::string by_days = language == Language::nl ? "volgens de dagen te laat" : "by the days late";
        table.rows.push_back({cell(item.value.from), item.value.stage ? in_words(*item.value.stage, language) : by_days,
                              item.reason, item.actor});
    }
    table.empty = {"Er is geen afwijkend oordeel.", "Nobody said otherwise."};
    return table;
}

/// A loan and its provision now and as booked.
struct Computed {
    StoredLoan loan;
    Provision provision;
    std::optional<Money> booked;
    [[nodiscard]] Money change() const { return provision.provision - booked.value_or(Money{}); }
    [[nodiscard]] bool matters() const
    {
        return provision.gross.is_positive() || booked.value_or(Money{}).is_positive();
    }
};

Result<std::vector<Computed>> computed_of(storage::Connection& connection, FundId fund, Date as_of)
{
    std::vector<Computed> all;
    std::optional<Refusal> wrong;
    storage::each_risk_record(connection, fund, [&](const RiskRecord& record) {
        const auto provision = provision_of(record, as_of);
        if (!provision) {
            wrong = provision.refusal();
            return;
        }
        Computed computed{record.loan, *provision, record.booked};
        if (computed.matters()) all.push_back(std::move(computed));
    });
    if (wrong) return *wrong;
    return all;
}

Result<Done> check_day(storage::Connection& connection, FundId fund, Date as_of, Date today)
{
    if (auto future = refusal_of_future(as_of, today)) return *future;
    if (auto open = check_period_open(connection, fund, as_of); !open) return open;
    const auto last = storage::provisions_booked_until(connection, fund);
    if (last && as_of <= *last) return refuse(provisions_booked, {{"day", as_of}, {"last", *last}});
    return Done{};
}

/// One fund's difference as one entry.
void book(Work& work, FundId fund, const std::vector<Computed>& all, Date as_of)
{
    using ledger::Account;
    std::vector<ledger::Posting> postings;
    std::vector<std::pair<StoredLoan, Provision>> facts;
    for (const auto& item : all) {
        ledger::add_difference(postings, {Account::provision_expense, Account::provision, {}, item.loan.id},
                               item.change());
        facts.emplace_back(item.loan, item.provision);
    }
    if (!postings.empty()) work.post({fund, as_of, "Voorziening leningen " + dutch(as_of), std::move(postings)});
    storage::add_provisions(work, facts, as_of);
}

}  // namespace

Result<Provision> risk_of(storage::Connection& connection, const StoredLoan& loan, Date as_of)
{
    return provision_of(storage::risk_record_of(connection, loan), as_of);
}

Result<Done> override_risk(storage::Connection& connection, const storage::Task& task, const std::string& loan_number,
                           std::optional<Stage> stage, Date from, const std::string& reason)
{
    Work work{connection, task};
    const auto loan = storage::find_loan(connection, loan_number);
    if (!loan) return refuse(loan_unknown, {{"loan", loan_number}});
    if (reason.empty()) return refuse(risk_reason_missing);
    if (auto future = refusal_of_future(from, task.today)) return *future;
    storage::add_override(work, *loan, {from, stage}, reason);
    work.commit(loan_number);
    return Done{};
}

Result<reporting::Report> show_risk(storage::Connection& connection, const std::string& loan_number, Date as_of,
                                    Language language)
{
    const auto loan = storage::find_loan(connection, loan_number);
    if (!loan) return refuse(loan_unknown, {{"loan", loan_number}});
    const auto record = storage::risk_record_of(connection, *loan);
    const auto found = provision_of(record, as_of);
    if (!found) return found.refusal();
    const auto state = lending::replay(loan->terms, record.events, as_of);
    Page page{"risk", {"Risico", "Risk"}};
    page.add(text_column("number", "Lening", "Loan"), loan_number);
    page.add(text_column("stage", "Fase", "Stage"), in_words(found->stage, language));
    page.add(count_column("days_past_due", "Dagen te laat", "Days past due"),
             count_cell(lending::days_past_due(state, as_of)));
    page.add(money_column("gross", "Hoofdsom open", "Principal outstanding"), cell(found->gross));
    page.add(percent_column("coverage", "Dekking door zekerheden", "Coverage by collateral"),
             cell_or_nothing(arrears::coverage(collateral_of(record), as_of, found->gross)));
    page.add(money_column("cover", "Verwachte opbrengst", "Expected to bring"), cell(found->cover));
    page.add(percent_column("probability", "Kans op wanbetaling", "Probability of default"), cell(found->probability));
    page.add(percent_column("loss", "Verlies op ongedekt deel", "Loss on what is not covered"), cell(found->loss));
    page.add(money_column("provision", "Voorziening", "Provision"), cell(found->provision));
    page.add(money_column("net", "Netto", "Net"), cell(found->net()));
    page.add(money_column("booked", "Geboekte voorziening", "Provision booked"), cell(record.booked.value_or(Money{})));
    return reporting::Report{
        "loan-risk",
        {"Risico van lening " + loan_number, "Risk of loan " + loan_number},
        as_of,
        {},
        {page.take(), collateral_table(record, as_of, language), override_table(record, language)}};
}

Result<reporting::Report> calculate_provisions(storage::Connection& connection, Date as_of, Language language)
{
    Table table{"provisions",
                {"Voorzieningen", "Provisions"},
                {text_column("loan", "Lening", "Loan"), text_column("stage", "Fase", "Stage"),
                 money_column("gross", "Bruto", "Gross"), money_column("cover", "Gedekt", "Covered"),
                 percent_column("probability", "Kans", "Probability"), percent_column("loss", "Verlies", "Loss"),
                 money_column("provision", "Voorziening", "Provision"), money_column("net", "Netto", "Net"),
                 money_column("booked", "Geboekt", "Booked"), money_column("change", "Te boeken", "To book")},
                {},
                {}};
    std::array<Money, 5> sums;
    for (const auto fund : storage::lending_funds(connection)) {
        const auto all = computed_of(connection, fund, as_of);
        if (!all) return all.refusal();
        for (const auto& item : *all) {
            const auto& found = item.provision;
            const auto booked = item.booked.value_or(Money{});
            table.rows.push_back({item.loan.number, in_words(found.stage, language), cell(found.gross),
                                  cell_or_nothing(found.cover), cell(found.probability), cell(found.loss),
                                  cell(found.provision), cell(found.net()), cell_or_nothing(booked),
                                  cell_or_nothing(item.change())});
            const std::array row{found.gross, found.provision, found.net(), booked, item.change()};
            for (std::size_t i = 0; i < row.size(); ++i) sums[i] += row[i];
        }
    }
    table.totals = {Cell{}, Cell{},        cell(sums[0]), Cell{},        Cell{},
                    Cell{}, cell(sums[1]), cell(sums[2]), cell(sums[3]), cell(sums[4])};
    table.empty = {"Er staat niets uit.", "Nothing is outstanding."};
    return reporting::Report{"provision-calculation", {"Voorzieningen", "Provisions"}, as_of, {}, {std::move(table)}};
}

Result<Done> check_provision_day(storage::Connection& connection, Date as_of, Date today)
{
    for (const auto fund : storage::lending_funds(connection)) {
        const auto all = computed_of(connection, fund, as_of);
        if (!all) return all.refusal();
        if (all->empty()) continue;
        if (auto right = check_day(connection, fund, as_of, today); !right) return right;
    }
    return Done{};
}

Result<ProvisionReceipt> book_provisions(storage::Connection& connection, const storage::Task& task, Date as_of)
{
    Work work{connection, task};
    ProvisionReceipt receipt;
    for (const auto fund : storage::lending_funds(connection)) {
        const auto all = computed_of(connection, fund, as_of);
        if (!all) return all.refusal();
        if (all->empty()) continue;
        if (auto right = check_day(connection, fund, as_of, task.today); !right) return right.refusal();
        book(work, fund, *all, as_of);
        for (const auto& item : *all) {
            ++receipt.loans;
            receipt.provision += item.provision.provision;
            receipt.change += item.change();
        }
    }
    work.commit(to_text(receipt.provision) + " " + to_text(receipt.change));
    return receipt;
}

}  // namespace vierkant::usecases
