#pragma once

#include "base/date.h"
#include "base/digest.h"
#include "domain/ledger/entry.h"
#include "storage/connection.h"
#include "storage/fact_table.h"

#include <cstdint>
#include <exception>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace vierkant::storage {

/// The one administration of a database. (Keys carry it, so that several could share a server.)
inline constexpr std::int64_t administration = 1;

/// Who does what, on which day. `at` is the instant in UTC; an empty idempotency key means "each time anew".
struct Task {
    std::string name;
    std::string actor;
    Date today;
    std::string at;
    std::string idempotency_key = {};
    /// Asked once the work has begun, when no one else can write: throws where what the task rests on is another by
    /// now.
    std::function<void(Connection&)> still_true = {};
};

/// Thrown where a task with the same idempotency key was done before: nothing is done again, by any use case.
class AlreadyDone : public std::exception {
public:
    explicit AlreadyDone(std::string receipt) : receipt_{std::move(receipt)} {}
    [[nodiscard]] const std::string& receipt() const { return receipt_; }  ///< what was answered then
    [[nodiscard]] const char* what() const noexcept override { return "this task was done before"; }

private:
    std::string receipt_;
};

/// Thrown where an entry is dated in a period that is closed: what comes late is booked in the open period, so only a
/// task that works on an earlier day than today (`--today`) meets it.
class PeriodClosed : public std::exception {
public:
    PeriodClosed(Date day, Date until) : day_{day}, until_{until} {}
    [[nodiscard]] Date day() const { return day_; }
    [[nodiscard]] Date until() const { return until_; }  ///< last day of the closed period
    [[nodiscard]] const char* what() const noexcept override { return "the period is closed"; }

private:
    Date day_;
    Date until_;
};

/// One use case in one transaction. Facts and entries are added; commit() seals and chains them; a Work that is
/// destroyed without it leaves nothing behind. Writers take turns from the beginning of the Work on.
class Work {
public:
    Work(Connection& connection, Task task);
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;
    ~Work();

    [[nodiscard]] Connection& connection() { return connection_; }
    [[nodiscard]] Date today() const { return task_.today; }
    [[nodiscard]] const std::string& actor() const { return task_.actor; }

    /// The next number of a series, beginning at 1, without gaps.
    std::int64_t next_number(const std::string& series);

    /// Inserts a fact. `values` are the columns of the table in order.
    void add(const FactTable& table, std::initializer_list<Value> values);

    /// Inserts many facts of one table at once, sealed in their order. This is the way wherever the number of facts
    /// grows with the number of loans or bank lines: on PostgreSQL a row at a time costs ten times as much. Collect a
    /// few thousand rows, add them, clear them, go on; so memory stays bounded:
    ///     Rows rows{facts::bank_line.kinds.size()};
    ///     rows.add(fund.value, id.value, std::int64_t{1}, std::monostate{}, to_text(day), …);
    ///     work.add_all(facts::bank_line, rows);
    /// A fact is in the database when add_all returns, not before. Rebuildable rows go the same way by
    /// connection().insert(Insert{…}, rows).
    void add_all(const FactTable& table, const Rows& rows);

    /// Books an entry: numbers, hashes and inserts it with its postings and adds to the balances. Gives its number.
    std::int64_t post(const ledger::Entry& entry) { return post_all({&entry, 1}).front(); }

    /// Books many entries at once, in their order, as post() does each; gives their numbers. Throws PeriodClosed.
    std::vector<std::int64_t> post_all(std::span<const ledger::Entry> entries);

    /// Seals, chains and commits. `receipt` is what a repetition of the task will be answered.
    void commit(const std::string& receipt);

private:
    struct FundHead {
        std::int64_t last_entry_no;
        std::string last_hash;
        std::optional<Date> closed_until;
        bool moved;
    };
    struct DayTotal {
        Money debit;
        Money credit;
    };
    struct Seal {
        std::int64_t rows = 0;
        Digest digest;
    };
    void refuse_repetition();
    FundHead& head_of(FundId fund);
    void collect(const ledger::Entry& entry, FundHead& head);
    void add_to_balances(const ledger::Entry& entry);
    void seal_last(const FactTable& table, const Rows& rows);
    void insert_entries();
    void write_heads();
    void write_balances();
    [[nodiscard]] std::string seal_text();

    Connection& connection_;
    Task task_;
    std::int64_t work_no_;
    std::string previous_hash_;
    std::int64_t fact_no_ = 0;
    bool committed_ = false;
    std::map<std::string_view, Seal> seals_;
    std::map<FundId, FundHead> heads_;
    std::map<std::tuple<std::int64_t, std::int64_t, std::int32_t>, DayTotal> balances_;  // fund, account, day
    std::map<std::string, std::int64_t> series_;
    Rows entries_;  // entries and postings on their way to the database: empty between calls
    Rows postings_;
};

/// The hash of a work: covers all it says, its seal, and the work before it.
std::string hash_of_work(std::int64_t work_no, const Task& task, std::string_view receipt, std::string_view seal,
                         std::string_view previous_hash);

}  // namespace vierkant::storage
