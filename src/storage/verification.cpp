#include "storage/verification.h"

#include "base/digest.h"
#include "domain/ledger/entry.h"
#include "storage/fact_table.h"
#include "storage/messages.h"
#include "storage/work.h"

#include <optional>
#include <sstream>
#include <string>
#include <unordered_map>

namespace vierkant::storage {

namespace {

struct Sealed {
    std::int64_t rows = 0;
    std::string digest;
    friend bool operator==(const Sealed&, const Sealed&) = default;
};
using SealsByWork = std::unordered_map<std::int64_t, Sealed>;

/// "bank_line:3:9f…  entry:1:0c…": the part about one table.
std::optional<Sealed> sealed_for(const std::string& seal, std::string_view table)
{
    std::istringstream parts{seal};
    std::string part;
    const auto start = std::string{table} + ":";
    while (parts >> part) {
        if (!part.starts_with(start)) continue;
        const auto colon = part.find(':', start.size());
        if (colon == std::string::npos) return std::nullopt;
        Sealed found;
        for (const char c : part.substr(start.size(), colon - start.size())) found.rows = found.rows * 10 + (c - '0');
        found.digest = part.substr(colon + 1);
        return found;
    }
    return std::nullopt;
}

/// Recomputes the seal of every work over one table from the rows that stand there now.
SealsByWork seals_of_rows(Connection& connection, const FactTable& table)
{
    SealsByWork found;
    std::int64_t work_no = -1;
    std::int64_t rows = 0;
    Digest digest;
    const auto finish_work = [&] {
        if (rows > 0) found[work_no] = {rows, digest.finish()};
    };
    const auto columns = table.kinds.size();
    connection.each("SELECT " + std::string{table.columns} + ", work_no, fact_no FROM " + std::string{table.name} +
                        " ORDER BY work_no, fact_no",
                    {}, std::string{table.kinds} + "ii", [&](const Row& row) {
                        if (row.integer(columns) != work_no) {
                            finish_work();
                            work_no = row.integer(columns);
                            rows = 0;
                            digest = Digest{};
                        }
                        ++rows;
                        for (std::size_t i = 0; i < columns; ++i) {
                            if (row.is_null(i)) {
                                digest.add_nothing();
                            } else if (table.kinds[i] == 'i') {
                                digest.add(row.integer(i));
                            } else {
                                digest.add(row.text(i));
                            }
                        }
                        digest.add(row.integer(columns + 1));
                    });
    finish_work();
    return found;
}

void verify_chain_of_works(Connection& connection, Problems& problems)
{
    std::string previous{no_hash};
    std::int64_t expected_no = 1;
    connection.each(
        "SELECT work_no, at, day, actor, task, idempotency_key, receipt, seal, previous_hash, hash FROM work WHERE "
        "administration_id = ? ORDER BY work_no",
        {administration}, "ittttttttt", [&](const Row& row) {
            const auto day = parse_date(row.text(2));
            const Task task{row.text(4), row.text(3), day.value_or(Date::from_serial(0)), row.text(1), row.text(5)};
            const bool sound = row.integer(0) == expected_no && day && row.text(8) == previous &&
                               row.text(9) == hash_of_work(row.integer(0), task, row.text(6), row.text(7), previous);
            if (!sound) problems.push_back(refuse(work_chain_broken, {{"work", std::to_string(row.integer(0))}}));
            previous = row.text(9);
            expected_no = row.integer(0) + 1;
        });
    connection.each("SELECT last_work_no, last_hash FROM administration_head WHERE administration_id = ?",
                    {administration}, "it", [&](const Row& row) {
                        if (row.integer(0) == expected_no - 1 && row.text(1) == previous) return;
                        problems.push_back(refuse(head_wrong, {{"what", "work"}}));
                    });
}

void verify_seals(Connection& connection, const FactTable& table, Problems& problems)
{
    auto found = seals_of_rows(connection, table);
    connection.each("SELECT work_no, seal FROM work WHERE administration_id = ? ORDER BY work_no", {administration},
                    "it", [&](const Row& row) {
                        const auto sealed = sealed_for(row.text(1), table.name);
                        const auto rows = found.find(row.integer(0));
                        const bool same = sealed ? rows != found.end() && rows->second == *sealed : rows == found.end();
                        if (!same) {
                            problems.push_back(refuse(fact_changed, {{"table", std::string{table.name}},
                                                                     {"work", std::to_string(row.integer(0))}}));
                        }
                        if (rows != found.end()) found.erase(rows);
                    });
    for (const auto& [work_no, sealed] : found) {
        problems.push_back(
            refuse(fact_unsealed, {{"table", std::string{table.name}}, {"work", std::to_string(work_no)}}));
    }
}

template <class Tag>
std::optional<Id<Tag>> optional_id(const Row& row, std::size_t column)
{
    if (row.is_null(column)) return std::nullopt;
    return Id<Tag>{row.integer(column)};
}

/// An entry as it is put together again from the rows.
struct StoredEntry {
    ledger::Entry entry;
    std::int64_t entry_no;
    std::int64_t posting_count;
    std::int64_t total;
    std::string previous_hash;
    std::string hash;
    bool readable;  ///< its date is one
};

/// Holds one entry against what it says of itself and against the entry before it.
class ChainOfEntries {
public:
    explicit ChainOfEntries(Problems& problems) : problems_{problems} {}

    void check(const StoredEntry& stored)
    {
        if (stored.entry.fund != fund_) {
            fund_ = stored.entry.fund;
            previous_ = no_hash;
            expected_no_ = 1;
        }
        bool sound = stored.readable && stored.entry_no == expected_no_ && stored.previous_hash == previous_ &&
                     stored.posting_count == static_cast<std::int64_t>(stored.entry.postings.size()) &&
                     !stored.entry.postings.empty() && ledger::total(stored.entry.postings).in_cents() == stored.total;
        for (const auto& posting : stored.entry.postings) {
            sound = sound && posting.amount.is_positive() && posting.debit != posting.credit;
        }
        sound = sound && ledger::hash(stored.entry, stored.entry_no, previous_) == stored.hash;
        if (!sound) {
            problems_.push_back(refuse(entry_changed, {{"entry", std::to_string(stored.entry_no)},
                                                       {"fund", std::to_string(stored.entry.fund.value)}}));
        }
        previous_ = stored.hash;
        expected_no_ = stored.entry_no + 1;
    }

private:
    Problems& problems_;
    FundId fund_{-1};
    std::string previous_{no_hash};
    std::int64_t expected_no_ = 1;
};

void verify_fund_heads(Connection& connection, Problems& problems)
{
    connection.each(
        "SELECT h.fund_id FROM fund_head h LEFT JOIN entry e ON e.fund_id = h.fund_id AND e.entry_no = h.last_entry_no "
        "WHERE h.last_entry_no <> (SELECT count(*) FROM entry c WHERE c.fund_id = h.fund_id) "
        "OR h.last_hash <> COALESCE(e.hash, ?)",
        {std::string{no_hash}}, "i", [&](const Row& row) {
            problems.push_back(refuse(head_wrong, {{"what", "fund " + std::to_string(row.integer(0))}}));
        });
}

}  // namespace

void verify_works(Connection& connection, Problems& problems)
{
    verify_chain_of_works(connection, problems);
    for (const auto* table : fact_tables()) verify_seals(connection, *table, problems);
}

void verify_entries(Connection& connection, Problems& problems)
{
    ChainOfEntries chain{problems};
    std::optional<StoredEntry> current;
    connection.each(
        "SELECT e.fund_id, e.entry_no, e.entry_date, e.description, e.posting_count, e.total, e.previous_hash, e.hash, "
        "p.debit_account, p.credit_account, p.amount, p.loan_id, p.grant_id, p.bank_line_id FROM entry e LEFT JOIN "
        "posting p "
        "ON p.fund_id = e.fund_id AND p.entry_no = e.entry_no ORDER BY e.fund_id, e.entry_no, p.line_no",
        {}, "iittiittiiiiii", [&](const Row& row) {
            if (!current || current->entry.fund.value != row.integer(0) || current->entry_no != row.integer(1)) {
                if (current) chain.check(*current);
                const auto day = parse_date(row.text(2));
                current = StoredEntry{{FundId{row.integer(0)}, day.value_or(Date::from_serial(0)), row.text(3), {}},
                                      row.integer(1),
                                      row.integer(4),
                                      row.integer(5),
                                      row.text(6),
                                      row.text(7),
                                      day.has_value()};
            }
            if (row.is_null(8)) return;
            current->entry.postings.push_back({ledger::Account{row.integer(8)}, ledger::Account{row.integer(9)},
                                               Money::cents(row.integer(10)), optional_id<LoanTag>(row, 11),
                                               optional_id<GrantTag>(row, 12), optional_id<BankLineTag>(row, 13)});
        });
    if (current) chain.check(*current);
    connection.each(
        "SELECT p.fund_id, p.entry_no FROM posting p LEFT JOIN entry e ON e.fund_id = p.fund_id AND "
        "e.entry_no = p.entry_no WHERE e.entry_no IS NULL",
        {}, "ii", [&](const Row& row) {
            problems.push_back(refuse(posting_without_entry, {{"fund", std::to_string(row.integer(0))},
                                                              {"entry", std::to_string(row.integer(1))}}));
        });
    verify_fund_heads(connection, problems);
}

void verify_balances(Connection& connection, Problems& problems)
{
    connection.each(
        "SELECT fund_id, account_id, entry_date FROM ("
        " SELECT p.fund_id, p.debit_account AS account_id, e.entry_date, p.amount AS debit, 0 AS credit"
        "  FROM posting p JOIN entry e ON e.fund_id = p.fund_id AND e.entry_no = p.entry_no"
        " UNION ALL SELECT p.fund_id, p.credit_account, e.entry_date, 0, p.amount"
        "  FROM posting p JOIN entry e ON e.fund_id = p.fund_id AND e.entry_no = p.entry_no"
        " UNION ALL SELECT fund_id, account_id, entry_date, -debit, -credit FROM account_day) every_side "
        "GROUP BY fund_id, account_id, entry_date HAVING SUM(debit) <> 0 OR SUM(credit) <> 0 "
        "ORDER BY fund_id, account_id, entry_date",
        {}, "iit", [&](const Row& row) {
            problems.push_back(refuse(balance_wrong, {{"fund", std::to_string(row.integer(0))},
                                                      {"account", std::to_string(row.integer(1))},
                                                      {"day", row.text(2)}}));
        });
}

}  // namespace vierkant::storage
