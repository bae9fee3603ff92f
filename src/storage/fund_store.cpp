#include "storage/fund_store.h"

namespace vierkant::storage {

namespace {

void add_account(Work& work, FundId fund, ledger::Account account, const std::string& code, const std::string& nl,
                 const std::string& en)
{
    work.add(facts::account, {fund.value, static_cast<std::int64_t>(account), code, nl, en});
}

}  // namespace

bool has_administration(Connection& connection)
{
    return works_done(connection) > 0;
}

std::int64_t works_done(Connection& connection)
{
    return connection.number("SELECT last_work_no FROM administration_head WHERE administration_id = ?",
                             {administration}, 0);
}

void add_measure(Work& work, const programme::Measure& measure)
{
    work.add(facts::measure, {administration, measure.code, measure.chapter, measure.title_nl, measure.title_en,
                              measure.budget_line, measure.amount ? Value{measure.amount->in_cents()} : Value{},
                              measure.start_term, std::int64_t{measure.administered}});
}

void add_programme(Work& work, const programme::Programme& programme)
{
    work.add(facts::programme,
             {administration, programme.code, programme.title_nl, programme.title_en, to_text(programme.from),
              to_text(programme::last_day(programme)), programme.asked.in_cents(), programme.definition,
              programme.unemployment_national.millionths});
    for (const auto& point : programme.path)
        work.add(facts::unemployment_target, {administration, to_text(point.day), point.unemployment.millionths});
}

void add_baseline(Work& work, const programme::BaselineRow& row)
{
    const std::string kind = row.kind == programme::BaselineKind::sector ? "sector" : "industry";
    work.add(facts::baseline,
             {administration, kind, row.code, row.title_nl, row.title_en, row.establishments, row.jobs});
}

FundId open_fund(Work& work, const programme::FundPlan& plan)
{
    const FundId fund{work.next_number("fund")};
    work.add(facts::fund, {fund.value, administration, plan.code, plan.title_nl, plan.title_en, plan.measure,
                           plan.ceiling.in_cents(), plan.reserve.in_cents(), plan.iban, to_text(work.today())});
    for (const auto& account : ledger::chart) {
        add_account(work, fund, account.account, std::string{account.code}, std::string{account.nl},
                    std::string{account.en});
    }
    std::int64_t funder = 0;
    for (const auto& contribution : plan.contributions) {
        add_account(work, fund, ledger::capital(funder++), "equity:capital:" + contribution.funder,
                    "Inbreng " + contribution.name, "Capital of " + contribution.name);
    }
    work.connection().execute(
        "INSERT INTO fund_head (fund_id, last_entry_no, last_hash, closed_until) VALUES (?, 0, ?, '')",
        {fund.value, std::string{no_hash}});
    return fund;
}

std::optional<FundId> fund_of_code(Connection& connection, const std::string& code)
{
    const auto id = connection.number("SELECT fund_id FROM fund WHERE administration_id = ? AND code = ?",
                                      {administration, code}, 0);
    return id == 0 ? std::nullopt : std::optional{FundId{id}};
}

std::string fund_code(Connection& connection, FundId fund)
{
    std::string code;
    connection.each("SELECT code FROM fund WHERE administration_id = ? AND fund_id = ?", {administration, fund.value},
                    "t", [&](const Row& row) { code = row.text(0); });
    return code;
}

std::vector<FundStanding> fund_standings(Connection& connection)
{
    using ledger::Account;
    const auto number_of = [](Account account) { return static_cast<std::int64_t>(account); };
    std::vector<FundStanding> standings;
    connection.each(
        "SELECT f.fund_id, f.code, f.title_nl, f.title_en, f.reserve, "
        "CAST(COALESCE(SUM(CASE WHEN d.account_id >= ? THEN d.credit - d.debit END), 0) AS BIGINT), "
        "CAST(COALESCE(SUM(CASE WHEN d.account_id IN (?, ?) THEN d.debit - d.credit END), 0) AS BIGINT), "
        "CAST(COALESCE(SUM(CASE WHEN d.account_id = ? THEN d.debit - d.credit END), 0) AS BIGINT), "
        "CAST(COALESCE(SUM(CASE WHEN d.account_id = ? THEN d.credit - d.debit END), 0) AS BIGINT) "
        "FROM fund f LEFT JOIN account_day d ON d.fund_id = f.fund_id "
        "GROUP BY f.fund_id, f.code, f.title_nl, f.title_en, f.reserve ORDER BY f.fund_id",
        {number_of(Account::first_capital), number_of(Account::bank), number_of(Account::transit),
         number_of(Account::loans), number_of(Account::committed)},
        "itttiiiii", [&](const Row& row) {
            standings.push_back({FundId{row.integer(0)}, row.text(1), row.text(2), row.text(3),
                                 Money::cents(row.integer(5)), Money::cents(row.integer(6)),
                                 Money::cents(row.integer(7)), Money::cents(row.integer(8)),
                                 Money::cents(row.integer(4))});
        });
    return standings;
}

Money sum_of_measures(Connection& connection)
{
    return Money::cents(connection.number("SELECT CAST(SUM(amount) AS BIGINT) FROM measure", {}, 0));
}

std::vector<TrialBalanceRow> trial_balance(Connection& connection, Date as_of)
{
    std::vector<TrialBalanceRow> rows;
    connection.each(
        "SELECT f.code, a.code, CAST(SUM(d.debit) AS BIGINT), CAST(SUM(d.credit) AS BIGINT) FROM account_day d "
        "JOIN account a ON a.fund_id = d.fund_id AND a.account_id = d.account_id JOIN fund f ON f.fund_id = "
        "d.fund_id WHERE d.entry_date <= ? GROUP BY f.fund_id, f.code, a.account_id, a.code "
        "ORDER BY f.fund_id, a.account_id",
        {to_text(as_of)}, "ttii", [&](const Row& row) {
            rows.push_back({row.text(0), row.text(1), Money::cents(row.integer(2)), Money::cents(row.integer(3))});
        });
    return rows;
}

}  // namespace vierkant::storage
