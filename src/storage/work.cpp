#include "storage/work.h"

#include "base/result.h"

#include <optional>
#include <vector>

namespace vierkant::storage {

namespace {

Value id_or_null(const auto& id)
{
    if (id) return id->value;
    return std::monostate{};
}

/// INSERT text per fact table, made once per program.
const std::string& insert_text(const FactTable& table)
{
    static const auto texts = [] {
        std::map<std::string_view, std::string> all;
        for (const auto* fact : fact_tables()) {
            auto& text = all[fact->name];
            text = "INSERT INTO " + std::string{fact->name} + " (" + std::string{fact->columns} +
                   ", work_no, fact_no) VALUES (";
            for (std::size_t i = 0; i < fact->kinds.size(); ++i) text += "?, ";
            text += "?, ?)";
        }
        return all;
    }();
    return texts.at(table.name);
}

}  // namespace

Work::Work(Connection& connection, Task task) : connection_{connection}, task_{std::move(task)}
{
    connection_.begin_writing();
    try {
        // The update takes PostgreSQL's row lock, so that writers take turns there as they do on SQLite.
        connection_.execute(
            "UPDATE administration_head SET last_work_no = last_work_no + 1 WHERE administration_id = ?",
            {administration});
        work_no_ = 0;
        connection_.each("SELECT last_work_no, last_hash FROM administration_head WHERE administration_id = ?",
                         {administration}, "it", [&](const Row& row) {
                             work_no_ = row.integer(0);
                             previous_hash_ = row.text(1);
                         });
        verify(work_no_ > 0, "the administration has a head");
        refuse_repetition();
    } catch (...) {
        connection_.rollback();
        throw;
    }
}

Work::~Work()
{
    if (committed_) return;
    try {
        connection_.rollback();
    } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): a lost connection has rolled back already
    }
}

void Work::refuse_repetition()
{
    if (task_.idempotency_key.empty()) return;
    std::optional<std::string> receipt;
    connection_.each("SELECT receipt FROM work WHERE administration_id = ? AND idempotency_key = ?",
                     {administration, task_.idempotency_key}, "t", [&](const Row& row) { receipt = row.text(0); });
    if (receipt) throw AlreadyDone{*receipt};
}

std::int64_t Work::next_number(const std::string& series)
{
    const auto known = series_.find(series);
    if (known != series_.end()) return ++known->second;
    const auto last =
        connection_.number("SELECT last_number FROM number_series WHERE administration_id = ? AND series = ?",
                           {administration, series}, 0);
    return series_[series] = last + 1;
}

void Work::add(const FactTable& table, std::initializer_list<Value> values)
{
    verify(values.size() == table.kinds.size(), "a fact has all its columns");
    ++fact_no_;
    auto& seal = seals_[table.name];
    ++seal.rows;
    std::vector<Value> row;
    row.reserve(values.size() + 2);
    for (const auto& value : values) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            seal.digest.add(*number);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            seal.digest.add(*text);
        } else {
            seal.digest.add_nothing();
        }
        row.push_back(value);
    }
    seal.digest.add(fact_no_);
    row.emplace_back(work_no_);
    row.emplace_back(fact_no_);
    connection_.execute(insert_text(table), row);
}

Work::FundHead& Work::head_of(FundId fund)
{
    const auto known = heads_.find(fund);
    if (known != heads_.end()) return known->second;
    FundHead head{0, std::string{no_hash}, false};
    connection_.each("SELECT last_entry_no, last_hash FROM fund_head WHERE fund_id = ?", {fund.value}, "it",
                     [&](const Row& row) {
                         head = {row.integer(0), row.text(1), false};
                     });
    return heads_.emplace(fund, std::move(head)).first->second;
}

std::int64_t Work::post(const ledger::Entry& entry)
{
    auto& head = head_of(entry.fund);
    const auto entry_no = head.last_entry_no + 1;
    auto hash = ledger::hash(entry, entry_no, head.last_hash);
    add(facts::entry, {entry.fund.value, entry_no, to_text(entry.date), entry.description,
                       static_cast<std::int64_t>(entry.postings.size()), ledger::total(entry.postings).in_cents(),
                       head.last_hash, hash});
    std::int64_t line_no = 0;
    for (const auto& posting : entry.postings) {
        connection_.execute(
            "INSERT INTO posting (fund_id, entry_no, line_no, debit_account, credit_account, amount, loan_id, "
            "grant_id, "
            "bank_line_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {entry.fund.value, entry_no, ++line_no, static_cast<std::int64_t>(posting.debit),
             static_cast<std::int64_t>(posting.credit), posting.amount.in_cents(), id_or_null(posting.loan),
             id_or_null(posting.grant), id_or_null(posting.bank_line)});
    }
    add_to_balances(entry);
    head = {entry_no, std::move(hash), true};
    return entry_no;
}

void Work::add_to_balances(const ledger::Entry& entry)
{
    for (const auto& posting : entry.postings) {
        balances_[{entry.fund.value, static_cast<std::int64_t>(posting.debit), entry.date.serial()}].debit +=
            posting.amount;
        balances_[{entry.fund.value, static_cast<std::int64_t>(posting.credit), entry.date.serial()}].credit +=
            posting.amount;
    }
}

void Work::write_heads()
{
    for (const auto& [fund, head] : heads_) {
        if (!head.moved) continue;
        connection_.execute("UPDATE fund_head SET last_entry_no = ?, last_hash = ? WHERE fund_id = ?",
                            {head.last_entry_no, head.last_hash, fund.value});
    }
    for (const auto& [series, last] : series_) {
        connection_.execute(
            "INSERT INTO number_series (administration_id, series, last_number) VALUES (?, ?, ?) "
            "ON CONFLICT (administration_id, series) DO UPDATE SET last_number = excluded.last_number",
            {administration, series, last});
    }
}

void Work::write_balances()
{
    for (const auto& [key, total] : balances_) {
        const auto& [fund, account, day] = key;
        connection_.execute(
            "INSERT INTO account_day (fund_id, account_id, entry_date, debit, credit) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (fund_id, account_id, entry_date) DO UPDATE SET debit = account_day.debit + excluded.debit, "
            "credit = account_day.credit + excluded.credit",
            {fund, account, to_text(Date::from_serial(day)), total.debit.in_cents(), total.credit.in_cents()});
    }
}

std::string Work::seal_text()
{
    std::string text;
    for (auto& [table, seal] : seals_) {
        text += (text.empty() ? "" : " ") + std::string{table} + ":" + std::to_string(seal.rows) + ":" +
                seal.digest.finish();
    }
    return text;
}

void Work::commit(const std::string& receipt)
{
    write_heads();
    write_balances();
    const auto seal = seal_text();
    const auto hash = hash_of_work(work_no_, task_, receipt, seal, previous_hash_);
    connection_.execute(
        "INSERT INTO work (administration_id, work_no, at, day, actor, task, idempotency_key, receipt, seal, "
        "previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {administration, work_no_, task_.at, to_text(task_.today), task_.actor, task_.name,
         task_.idempotency_key.empty() ? Value{} : Value{task_.idempotency_key}, receipt, seal, previous_hash_, hash});
    connection_.execute("UPDATE administration_head SET last_hash = ? WHERE administration_id = ?",
                        {hash, administration});
    connection_.commit();
    committed_ = true;
}

std::string hash_of_work(std::int64_t work_no, const Task& task, std::string_view receipt, std::string_view seal,
                         std::string_view previous_hash)
{
    Digest digest;
    digest.add(previous_hash);
    digest.add(work_no);
    digest.add(task.at);
    digest.add(std::int64_t{task.today.serial()});
    digest.add(task.actor);
    digest.add(task.name);
    digest.add(task.idempotency_key);
    digest.add(receipt);
    digest.add(seal);
    return digest.finish();
}

}  // namespace vierkant::storage
