#include "storage/risk_store.h"

#include "storage/key_query.h"
#include "storage/loan_batch.h"
#include "storage/messages.h"
#include "storage/stored.h"
#include "storage/verification.h"

#include <array>
#include <map>
#include <utility>

namespace vierkant::storage {

namespace {

using arrears::CollateralKind;
using arrears::Stage;

constexpr std::array stages{std::pair{Stage::performing, "performing"}, std::pair{Stage::watch, "watch"},
                            std::pair{Stage::defaulted, "default"}};
constexpr std::array kinds{std::pair{CollateralKind::mortgage, "mortgage"}, std::pair{CollateralKind::pledge, "pledge"},
                           std::pair{CollateralKind::guarantee, "guarantee"},
                           std::pair{CollateralKind::deposit, "deposit"}, std::pair{CollateralKind::other, "other"}};
constexpr const char* by_days_late = "days-late";

template <class Table>
auto parsed(const Table& table, const std::string& name) -> std::optional<decltype(table.front().first)>
{
    for (const auto& [value, known] : table) {
        if (name == known) return value;
    }
    return std::nullopt;
}

Value day_or_null(const std::optional<Date>& day)
{
    return day ? Value{to_text(*day)} : Value{};
}

std::int64_t next_number(Work& work, const std::string& table, const std::string& column, const StoredLoan& loan)
{
    return 1 +
           work.connection().number("SELECT MAX(" + column + ") FROM " + table + " WHERE fund_id = ? AND loan_id = ?",
                                    {loan.fund.value, loan.id.value}, 0);
}

}  // namespace

std::int64_t add_collateral(Work& work, const StoredLoan& loan, const StoredCollateral& collateral)
{
    const auto number = next_number(work, "loan_collateral", "collateral_no", loan);
    const auto& value = collateral.value;
    work.add(facts::loan_collateral,
             {loan.fund.value, loan.id.value, number, name_of(value.kind), collateral.description,
              value.value.in_cents(), std::int64_t{value.rank}, value.prior.in_cents(), to_text(value.valued_on),
              day_or_null(value.expires_on), work.actor()});
    return number;
}

void release_collateral(Work& work, const StoredLoan& loan, std::int64_t number, Date day, const std::string& reason)
{
    work.add(facts::loan_collateral_release,
             {loan.fund.value, loan.id.value, number, to_text(day), reason, work.actor()});
}

void add_override(Work& work, const StoredLoan& loan, const arrears::RiskOverride& value, const std::string& reason)
{
    const auto number = next_number(work, "loan_risk_override", "override_no", loan);
    work.add(facts::loan_risk_override,
             {loan.fund.value, loan.id.value, number, to_text(value.from),
              value.stage ? name_of(*value.stage) : std::string{by_days_late}, reason, work.actor()});
}

std::string name_of(Stage stage)
{
    return name_of(stages, stage);
}

std::string name_of(CollateralKind kind)
{
    return name_of(kinds, kind);
}

std::optional<Stage> parse_stage(const std::string& name)
{
    return parsed(stages, name);
}

std::optional<CollateralKind> parse_collateral_kind(const std::string& name)
{
    return parsed(kinds, name);
}

namespace {

std::map<LoanId, std::vector<StoredCollateral>> collateral_of(Connection& connection, FundId fund,
                                                              const std::vector<std::int64_t>& loans)
{
    std::map<LoanId, std::vector<StoredCollateral>> all;
    each_of(connection,
            "SELECT c.collateral_no, c.kind, c.value, c.rank, c.prior, c.valued_on, c.expires_on, r.day, "
            "c.description, r.reason, c.loan_id FROM loan_collateral c LEFT JOIN loan_collateral_release r ON "
            "r.fund_id = c.fund_id AND r.loan_id = c.loan_id AND r.collateral_no = c.collateral_no WHERE c.fund_id = ? "
            "AND c.loan_id IN (",
            fund, loans, ") ORDER BY c.loan_id, c.collateral_no", "itiiittttti", [&](const Row& row) {
                all[LoanId{row.integer(10)}].push_back(
                    {row.integer(0),
                     {named(kinds, row.text(1)), Money::cents(row.integer(2)), static_cast<int>(row.integer(3)),
                      Money::cents(row.integer(4)), stored_date(row.text(5)), parse_date(row.text(6)),
                      parse_date(row.text(7))},
                     row.text(8),
                     row.text(9)});
            });
    return all;
}

std::map<LoanId, std::vector<StoredOverride>> overrides_of(Connection& connection, FundId fund,
                                                           const std::vector<std::int64_t>& loans)
{
    std::map<LoanId, std::vector<StoredOverride>> all;
    each_of(connection,
            "SELECT from_day, stage, reason, actor, loan_id FROM loan_risk_override WHERE fund_id = ? AND loan_id IN (",
            fund, loans, ") ORDER BY loan_id, override_no", "tttti", [&](const Row& row) {
                all[LoanId{row.integer(4)}].push_back(
                    {{stored_date(row.text(0)), parse_stage(row.text(1))}, row.text(2), row.text(3)});
            });
    return all;
}

std::map<LoanId, Money> booked_provisions(Connection& connection, FundId fund, const std::vector<std::int64_t>& loans)
{
    std::map<LoanId, Money> last;
    each_of(connection, "SELECT loan_id, provision FROM loan_provision WHERE fund_id = ? AND loan_id IN (", fund, loans,
            ") ORDER BY loan_id, as_of", "ii",
            [&](const Row& row) { last[LoanId{row.integer(0)}] = Money::cents(row.integer(1)); });
    return last;
}

std::vector<RiskRecord> risk_records_of(Connection& connection, FundId fund, std::vector<StoredLoan> loans)
{
    std::vector<std::int64_t> ids;
    for (const auto& loan : loans) ids.push_back(loan.id.value);
    auto events = events_of(connection, fund, ids);
    auto collateral = collateral_of(connection, fund, ids);
    auto overrides = overrides_of(connection, fund, ids);
    const auto booked = booked_provisions(connection, fund, ids);
    std::vector<RiskRecord> records;
    records.reserve(loans.size());
    for (auto& loan : loans) {
        const auto id = loan.id;
        const auto provision = booked.find(id);
        records.push_back({std::move(loan), taken(events, id), taken(collateral, id), taken(overrides, id),
                           provision == booked.end() ? std::nullopt : std::optional{provision->second}});
    }
    return records;
}

}  // namespace

std::vector<StoredCollateral> collateral_of(Connection& connection, const StoredLoan& loan)
{
    auto all = collateral_of(connection, loan.fund, std::vector{loan.id.value});
    return taken(all, loan.id);
}

RiskRecord risk_record_of(Connection& connection, const StoredLoan& loan)
{
    return std::move(risk_records_of(connection, loan.fund, {loan}).front());
}

void each_risk_record(Connection& connection, FundId fund, const std::function<void(const RiskRecord&)>& take)
{
    std::vector<LoanKey> loans;
    connection.each(
        "SELECT l.loan_id FROM loan l WHERE l.fund_id = ? AND (EXISTS (SELECT 1 FROM loan_event e WHERE e.fund_id = "
        "l.fund_id AND e.loan_id = l.loan_id AND e.kind = 'disbursement') OR EXISTS (SELECT 1 FROM taken_over_loan t "
        "WHERE t.fund_id = l.fund_id AND t.loan_id = l.loan_id) OR EXISTS (SELECT 1 FROM loan_provision p WHERE "
        "p.fund_id = l.fund_id AND p.loan_id = l.loan_id)) ORDER BY l.loan_id",
        {fund.value}, "i", [&](const Row& row) {
            loans.push_back({fund, LoanId{row.integer(0)}});
        });
    some_loans_at_a_time(connection, loans, [&](std::vector<StoredLoan> some) {
        for (const auto& record : risk_records_of(connection, fund, std::move(some))) take(record);
    });
}

std::optional<Date> provisions_booked_until(Connection& connection, FundId fund)
{
    std::optional<Date> day;
    connection.each("SELECT MAX(as_of) FROM loan_provision WHERE fund_id = ?", {fund.value}, "t",
                    [&](const Row& row) { day = parse_date(row.text(0)); });
    return day;
}

void add_provisions(Work& work, const std::vector<std::pair<StoredLoan, arrears::Provision>>& provisions, Date as_of)
{
    Rows rows{facts::loan_provision.kinds.size()};
    for (const auto& [loan, provision] : provisions) {
        rows.add(loan.fund.value, loan.id.value, to_text(as_of), name_of(provision.stage),
                 std::int64_t{provision.overridden}, provision.gross.in_cents(), provision.cover.in_cents(),
                 provision.probability.millionths, provision.loss.millionths, provision.provision.in_cents());
    }
    work.add_all(facts::loan_provision, rows);
}

std::vector<FundId> lending_funds(Connection& connection)
{
    std::vector<FundId> funds;
    connection.each("SELECT DISTINCT fund_id FROM loan ORDER BY fund_id", {}, "i",
                    [&](const Row& row) { funds.emplace_back(row.integer(0)); });
    return funds;
}

void verify_provisions(Connection& connection, Problems& problems)
{
    // The journal's provision per loan is that of the last day for which it was booked. Both sides meet in one sum: in
    // cents, the ledger's credit less the last provision.
    const auto account = static_cast<std::int64_t>(ledger::Account::provision);
    connection.each(
        "SELECT l.number FROM (SELECT fund_id, loan_id, amount AS held FROM posting WHERE credit_account = ? UNION ALL "
        "SELECT fund_id, loan_id, -amount FROM posting WHERE debit_account = ? UNION ALL SELECT p.fund_id, p.loan_id, "
        "-p.provision FROM loan_provision p WHERE p.as_of = (SELECT MAX(q.as_of) FROM loan_provision q WHERE q.fund_id "
        "= p.fund_id AND q.loan_id = p.loan_id)) both_sides JOIN loan l ON l.fund_id = both_sides.fund_id AND "
        "l.loan_id = both_sides.loan_id GROUP BY l.fund_id, l.loan_id, l.number HAVING SUM(held) <> 0 ORDER BY "
        "l.fund_id, l.loan_id",
        {account, account}, "t", [&](const Row& row) {
            problems.push_back(refuse(provision_differs, {{"loan", row.text(0)}}));
        });
}

}  // namespace vierkant::storage
