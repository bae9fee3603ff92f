#include "storage/work.h"

#include "base/result.h"

#include <array>
#include <vector>

namespace vierkant::storage {

namespace {

constexpr std::size_t rows_at_once = 5'000;  // bounds what waits in memory

Value id_or_null(const auto& id)
{
    if (id) return id->value;
    return std::monostate{};
}

/// How facts of each table are inserted, made once per program.
const Insert& insert_of(const FactTable& table)
{
    static const auto inserts = [] {
        std::map<std::string_view, Insert> all;
        for (const auto* fact : fact_tables()) {
            all[fact->name] = {std::string{fact->name}, std::string{fact->columns} + ", work_no, fact_no",
                               std::string{fact->kinds} + "ii"};
        }
        return all;
    }();
    return inserts.at(table.name);
}

const Insert& insert_of_postings()
{
    static const Insert insert{"posting",
                               "fund_id, entry_no, line_no, debit_account, credit_account, amount, loan_id, grant_id, "
                               "bank_line_id",
                               "iiiiiiiii"};
    return insert;
}

}  // namespace

Work::Work(Connection& connection, Task task)
    : connection_{connection},
      task_{std::move(task)},
      entries_{facts::entry.kinds.size() + 2},
      postings_{insert_of_postings().kinds.size()}
{
    connection_.begin_writing();
    try {
        // The update takes PostgreSQL's row lock, so that writers take turns there as they do on SQLite. (With
        // RETURNING it would be one statement, which costs SQLite a temporary table each time.)
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
        if (task_.still_true) task_.still_true(connection_);
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
    Rows rows{table.kinds.size()};
    rows.add_row({values.begin(), values.size()});
    add_all(table, rows);
}

void Work::add_all(const FactTable& table, const Rows& rows)
{
    Rows sealed{table.kinds.size() + 2};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        sealed.add_row(rows.row(i), std::array{work_no_, ++fact_no_});
        seal_last(table, sealed);
        if (sealed.size() < rows_at_once && i + 1 < rows.size()) continue;
        connection_.insert(insert_of(table), sealed);
        sealed.clear();
    }
}

/// Adds the last row to the seal of its table: its columns and its fact number; the work has its number already.
void Work::seal_last(const FactTable& table, const Rows& rows)
{
    auto& seal = seals_[table.name];
    ++seal.rows;
    const auto row = rows.row(rows.size() - 1);
    for (std::size_t i = 0; i < table.kinds.size(); ++i) {
        if (const auto* number = std::get_if<std::int64_t>(&row[i])) {
            seal.digest.add(*number);
        } else if (const auto* text = std::get_if<std::string>(&row[i])) {
            seal.digest.add(*text);
        } else {
            seal.digest.add_nothing();
        }
    }
    seal.digest.add(fact_no_);
}

Work::FundHead& Work::head_of(FundId fund)
{
    const auto known = heads_.find(fund);
    if (known != heads_.end()) return known->second;
    FundHead head{0, std::string{no_hash}, {}, false};
    connection_.each("SELECT last_entry_no, last_hash, closed_until FROM fund_head WHERE fund_id = ?", {fund.value},
                     "itt", [&](const Row& row) {
                         head = {row.integer(0), row.text(1), parse_date(row.text(2)), false};
                     });
    return heads_.emplace(fund, std::move(head)).first->second;
}

std::vector<std::int64_t> Work::post_all(std::span<const ledger::Entry> entries)
{
    std::vector<std::int64_t> numbers;
    numbers.reserve(entries.size());
    for (const auto& entry : entries) {
        auto& head = head_of(entry.fund);
        collect(entry, head);
        numbers.push_back(head.last_entry_no);
        if (postings_.size() >= rows_at_once) insert_entries();
    }
    insert_entries();
    return numbers;
}

/// Numbers and chains an entry, and puts its rows with those that are inserted next.
void Work::collect(const ledger::Entry& entry, FundHead& head)
{
    if (head.closed_until && entry.date <= *head.closed_until) throw PeriodClosed{entry.date, *head.closed_until};
    const auto entry_no = head.last_entry_no + 1;
    auto hash = ledger::hash(entry, entry_no, head.last_hash);
    entries_.add(entry.fund.value, entry_no, to_text(entry.date), entry.description,
                 static_cast<std::int64_t>(entry.postings.size()), ledger::total(entry.postings).in_cents(),
                 head.last_hash, hash, work_no_, ++fact_no_);
    seal_last(facts::entry, entries_);
    std::int64_t line_no = 0;
    for (const auto& posting : entry.postings) {
        postings_.add(entry.fund.value, entry_no, ++line_no, static_cast<std::int64_t>(posting.debit),
                      static_cast<std::int64_t>(posting.credit), posting.amount.in_cents(), id_or_null(posting.loan),
                      id_or_null(posting.grant), id_or_null(posting.bank_line));
    }
    add_to_balances(entry);
    head.last_entry_no = entry_no;
    head.last_hash = std::move(hash);
    head.moved = true;
}

void Work::insert_entries()
{
    connection_.insert(insert_of(facts::entry), entries_);
    connection_.insert(insert_of_postings(), postings_);
    entries_.clear();
    postings_.clear();
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
    static const Insert insert{
        "account_day", "fund_id, account_id, entry_date, debit, credit", "iitii",
        "ON CONFLICT (fund_id, account_id, entry_date) DO UPDATE SET debit = account_day.debit + excluded.debit, "
        "credit = account_day.credit + excluded.credit"};
    Rows rows{insert.kinds.size()};
    for (const auto& [key, total] : balances_) {
        const auto& [fund, account, day] = key;
        rows.add(fund, account, to_text(Date::from_serial(day)), total.debit.in_cents(), total.credit.in_cents());
    }
    connection_.insert(insert, rows);
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
    static const Insert insert{"work",
                               "administration_id, work_no, at, day, actor, task, idempotency_key, receipt, seal, "
                               "previous_hash, hash",
                               "iittttttttt"};
    Rows row{insert.kinds.size()};
    row.add(administration, work_no_, task_.at, to_text(task_.today), task_.actor, task_.name,
            task_.idempotency_key.empty() ? Value{} : Value{task_.idempotency_key}, receipt, seal, previous_hash_,
            hash);
    connection_.insert(insert, row);
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
