#include "bare_books.h"

#include <sqlite3.h>

#include <stdexcept>
#include <string_view>

namespace vierkant::bench {

namespace {

constexpr std::string_view hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
constexpr std::string_view day = "2026-01-15";
constexpr std::string_view words = "Aflossing en rente L-000042";

void bind(sqlite3_stmt* statement, int place, std::string_view text)
{
    sqlite3_bind_text(statement, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

}  // namespace

struct BareBooks::Impl {
    sqlite3* connection = nullptr;
    sqlite3_stmt* begin = nullptr;
    sqlite3_stmt* commit = nullptr;
    sqlite3_stmt* entry = nullptr;
    sqlite3_stmt* posting = nullptr;
    std::int64_t last_entry = 0;

    void script(const char* sql)
    {
        if (sqlite3_exec(connection, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
            throw std::runtime_error{sqlite3_errmsg(connection)};
        }
    }
    sqlite3_stmt* prepare(const char* sql)
    {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(connection, sql, -1, &statement, nullptr) != SQLITE_OK) {
            throw std::runtime_error{sqlite3_errmsg(connection)};
        }
        return statement;
    }
    void run(sqlite3_stmt* statement)
    {
        const auto code = sqlite3_step(statement);
        if (code != SQLITE_DONE) throw std::runtime_error{sqlite3_errmsg(connection)};
        sqlite3_reset(statement);
    }
};

BareBooks::BareBooks(const std::string& file) : impl_{std::make_unique<Impl>()}
{
    sqlite3_open(file.c_str(), &impl_->connection);
    impl_->script(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE entry (fund_id BIGINT NOT NULL, entry_no BIGINT NOT NULL, entry_date TEXT NOT NULL, description "
        "TEXT NOT NULL, posting_count BIGINT NOT NULL, total BIGINT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT "
        "NOT NULL, work_no BIGINT NOT NULL, fact_no BIGINT NOT NULL, PRIMARY KEY (fund_id, entry_no)) WITHOUT ROWID;"
        "CREATE TABLE posting (fund_id BIGINT NOT NULL, entry_no BIGINT NOT NULL, line_no BIGINT NOT NULL, "
        "debit_account BIGINT NOT NULL, credit_account BIGINT NOT NULL, amount BIGINT NOT NULL, loan_id BIGINT, "
        "grant_id BIGINT, bank_line_id BIGINT, PRIMARY KEY (fund_id, entry_no, line_no)) WITHOUT ROWID;"
        "CREATE INDEX posting_loan ON posting (loan_id) WHERE loan_id IS NOT NULL");
    impl_->begin = impl_->prepare("BEGIN IMMEDIATE");
    impl_->commit = impl_->prepare("COMMIT");
    impl_->entry = impl_->prepare("INSERT INTO entry VALUES (1, ?, ?, ?, 2, 260000, ?, ?, ?, 1)");
    impl_->posting = impl_->prepare("INSERT INTO posting VALUES (1, ?, ?, ?, ?, ?, ?, NULL, NULL)");
}

BareBooks::~BareBooks()
{
    for (auto* statement : {impl_->begin, impl_->commit, impl_->entry, impl_->posting}) sqlite3_finalize(statement);
    sqlite3_close(impl_->connection);
}

void BareBooks::begin()
{
    impl_->run(impl_->begin);
}

void BareBooks::book(std::int64_t loan)
{
    const auto number = ++impl_->last_entry;
    sqlite3_bind_int64(impl_->entry, 1, number);
    bind(impl_->entry, 2, day);
    bind(impl_->entry, 3, words);
    bind(impl_->entry, 4, hash);
    bind(impl_->entry, 5, hash);
    sqlite3_bind_int64(impl_->entry, 6, number);
    impl_->run(impl_->entry);
    for (int line = 1; line <= 2; ++line) {
        sqlite3_bind_int64(impl_->posting, 1, number);
        sqlite3_bind_int64(impl_->posting, 2, line);
        sqlite3_bind_int64(impl_->posting, 3, 2);
        sqlite3_bind_int64(impl_->posting, 4, 2 + line);
        sqlite3_bind_int64(impl_->posting, 5, line == 1 ? 250'000 : 10'000);
        sqlite3_bind_int64(impl_->posting, 6, loan);
        impl_->run(impl_->posting);
    }
}

void BareBooks::commit()
{
    impl_->run(impl_->commit);
}

}  // namespace vierkant::bench
