#include "storage/connection.h"

#include "storage/postgresql_statement.h"
#include "storage/sqlite_statement.h"

#include <soci/postgresql/soci-postgresql.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace vierkant::storage {

using namespace sqlite_api;  // soci-sqlite3.h puts sqlite3.h into a namespace of its own

namespace {

template <class Body>
auto translated(Body&& body)
{
    try {
        return body();
    } catch (const soci::sqlite3_soci_error& error) {
        throw_sqlite(error.result(), error.what());
    } catch (const soci::postgresql_soci_error& error) {
        throw_postgresql(error);
    } catch (const soci::soci_error& error) {
        throw StorageError{StorageError::Kind::other, std::string{"the database failed: "} + error.get_error_message()};
    }
}

/// One column of some rows as PostgreSQL writes an array: {1,NULL,2} or {"a","b"}.
std::string as_array(const Rows& rows, std::size_t first, std::size_t last, std::size_t column)
{
    std::string array{"{"};
    for (auto i = first; i < last; ++i) {
        if (i > first) array += ',';
        const auto& value = rows.row(i)[column];
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            array += std::to_string(*number);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            array += '"';
            for (const char c : *text) {
                if (c == '"' || c == '\\') array += '\\';
                array += c;
            }
            array += '"';
        } else {
            array += "NULL";
        }
    }
    return array += '}';
}

/// "a, a, a"
std::string repeated(const std::string& text, std::size_t count)
{
    std::string list;
    for (std::size_t i = 0; i < count; ++i) list += (i == 0 ? "" : ", ") + text;
    return list;
}

std::string insert_of_values(const Insert& into, std::size_t rows)
{
    const auto row = "(" + repeated("?", into.kinds.size()) + ")";
    return "INSERT INTO " + into.table + " (" + into.columns + ") VALUES " + repeated(row, rows) + " " +
           into.on_conflict;
}

std::string insert_of_arrays(const Insert& into)
{
    std::string arrays;
    for (const char kind : into.kinds) {
        if (!arrays.empty()) arrays += ", ";
        arrays += kind == 'i' ? "CAST(? AS BIGINT[])" : "CAST(? AS TEXT[])";
    }
    return "INSERT INTO " + into.table + " (" + into.columns + ") SELECT * FROM unnest(" + arrays + ") " +
           into.on_conflict;
}

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// A connection is used by one thread at a time, so that SQLite need not lock it at every call. Before the first is
/// opened; a program that opened one by itself keeps the locks.
void leave_locking_to_us()
{
    static const int once = sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    static_cast<void>(once);
}

}  // namespace

struct Connection::Impl {
    Dialect dialect = Dialect::sqlite;
    soci::session session;
    // Statements are gone before the session.
    std::unordered_multimap<std::string, std::unique_ptr<PostgresqlStatement>, TextHash, std::equal_to<>> postgresql;
    std::unordered_map<std::string, SqliteStatement, TextHash, std::equal_to<>> sqlite;
    std::string insert_key;
    bool in_transaction = false;

    sqlite3* native() { return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_; }

    void open_sqlite(const std::string& file)
    {
        leave_locking_to_us();
        session.open(soci::sqlite3, "dbname=" + file + " timeout=5");
        sqlite3_extended_result_codes(native(), 1);
        for (const auto* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON",
                                   "PRAGMA recursive_triggers=ON"}) {
            session << pragma;
        }
    }

    void run(std::string_view sql, std::span<const Value> parameters = {}, std::string_view kinds = {},
             const std::function<void(const Row&)>& take = {})
    {
        if (dialect == Dialect::sqlite) {
            sqlite_statement(sql).run(parameters, kinds, take);
        } else {
            postgresql_statement(sql, parameters, kinds).run(parameters, take);
        }
    }

    SqliteStatement& sqlite_statement(std::string_view sql)
    {
        const auto known = sqlite.find(sql);
        if (known != sqlite.end()) return known->second;
        return sqlite.try_emplace(std::string{sql}, native(), sql).first->second;
    }

    PostgresqlStatement& postgresql_statement(std::string_view sql, std::span<const Value> parameters,
                                              std::string_view kinds)
    {
        const auto [first, last] = postgresql.equal_range(sql);
        for (auto at = first; at != last; ++at) {
            if (at->second->fits(parameters, kinds)) return *at->second;
        }
        // Text after a NULL needs a statement of its own, since the place was bound as a number.
        auto made = std::make_unique<PostgresqlStatement>(session, std::string{sql}, parameters, kinds);
        return *postgresql.emplace(std::string{sql}, std::move(made))->second;
    }

    /// Begins or ends a transaction.
    void control(const std::string& sql)
    {
        if (dialect == Dialect::sqlite) {
            sqlite_statement(sql).run();
        } else {
            session << sql;
        }
    }

    SqliteStatement& insert_statement(const Insert& into, std::size_t rows)
    {
        insert_key.assign(rows == 1 ? "one " : "many ");
        insert_key.append(into.table).append("(").append(into.columns).append(")").append(into.on_conflict);
        const auto known = sqlite.find(insert_key);
        if (known != sqlite.end()) return known->second;
        return sqlite.try_emplace(insert_key, native(), insert_of_values(into, rows)).first->second;
    }

    /// With a guard on the table each statement begins a journal of its own, which costs more than a row: so 32 at
    /// once.
    void insert_values(const Insert& into, const Rows& rows)
    {
        constexpr std::size_t at_once = 32;
        std::size_t done = 0;
        if (rows.size() >= at_once) {
            auto& many = insert_statement(into, at_once);
            for (; done + at_once <= rows.size(); done += at_once) many.run(rows.rows(done, at_once));
        }
        if (done == rows.size()) return;
        auto& one = insert_statement(into, 1);
        for (; done < rows.size(); ++done) one.run(rows.rows(done, 1));
    }

    void insert_arrays(const Insert& into, const Rows& rows)
    {
        constexpr std::size_t at_once = 5'000;  // bounds the memory of the arrays
        const auto sql = insert_of_arrays(into);
        std::vector<Value> arrays(rows.columns());
        for (std::size_t first = 0; first < rows.size(); first += at_once) {
            const auto last = std::min(first + at_once, rows.size());
            for (std::size_t i = 0; i < arrays.size(); ++i) arrays[i] = as_array(rows, first, last, i);
            run(sql, arrays);
        }
    }
};

Connection::Connection(const std::string& url) : impl_{std::make_unique<Impl>()}
{
    translated([&] {
        if (url.starts_with("postgresql://") || url.starts_with("postgres://")) {
            impl_->dialect = Dialect::postgresql;
            impl_->session.open(soci::postgresql, url);
            impl_->session << "SET client_min_messages TO warning";
        } else {
            impl_->open_sqlite(url);
        }
    });
}

Connection::Connection(Connection&&) noexcept = default;

Connection::~Connection()
{
    if (impl_ == nullptr) return;
    try {
        if (impl_->in_transaction) rollback();
    } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): the connection ends anyway and takes it along
    }
}

Dialect Connection::dialect() const
{
    return impl_->dialect;
}

void Connection::execute(std::string_view sql, std::span<const Value> parameters)
{
    translated([&] { impl_->run(sql, parameters); });
}

void Connection::each(std::string_view sql, std::span<const Value> parameters, std::string_view kinds,
                      const std::function<void(const Row&)>& take)
{
    translated([&] { impl_->run(sql, parameters, kinds, take); });
}

void Connection::each_streamed(std::string_view sql, std::initializer_list<Value> parameters, std::string_view kinds,
                               const std::function<void(const Row&)>& take)
{
    if (impl_->dialect == Dialect::sqlite) return each(sql, parameters, kinds, take);
    verify(impl_->in_transaction, "a cursor lives in a transaction");
    execute("DECLARE streamed NO SCROLL CURSOR FOR " + std::string{sql}, parameters);
    for (bool more = true; more;) {
        more = false;
        each("FETCH FORWARD 5000 FROM streamed", {}, kinds, [&](const Row& row) {
            more = true;
            take(row);
        });
    }
    execute("CLOSE streamed");
}

void Connection::insert(const Insert& into, const Rows& rows)
{
    verify(into.kinds.size() == rows.columns(), "rows have the columns of their table");
    translated([&] {
        if (impl_->dialect == Dialect::sqlite) {
            impl_->insert_values(into, rows);
        } else {
            impl_->insert_arrays(into, rows);
        }
    });
}

std::int64_t Connection::number(std::string_view sql, std::initializer_list<Value> parameters, std::int64_t otherwise)
{
    auto found = otherwise;
    each(sql, parameters, "i", [&](const Row& row) {
        if (!row.is_null(0)) found = row.integer(0);
    });
    return found;
}

void Connection::script(const std::string& sql)
{
    translated([&] {
        if (impl_->dialect == Dialect::sqlite) {
            char* message = nullptr;
            if (sqlite3_exec(impl_->native(), sql.c_str(), nullptr, nullptr, &message) == SQLITE_OK) return;
            const std::string what = message == nullptr ? "unknown" : message;
            sqlite3_free(message);
            throw StorageError{StorageError::Kind::other, "a migration failed: " + what};
        }
        auto* native = static_cast<soci::postgresql_session_backend*>(impl_->session.get_backend())->conn_;
        auto* result = PQexec(native, sql.c_str());
        const bool done = PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK;
        const std::string what = PQresultErrorMessage(result);
        PQclear(result);
        if (!done) throw StorageError{StorageError::Kind::other, "a migration failed: " + what};
    });
}

void Connection::begin_writing()
{
    translated([&] { impl_->control(impl_->dialect == Dialect::sqlite ? "BEGIN IMMEDIATE" : "BEGIN"); });
    impl_->in_transaction = true;
}

void Connection::begin_reading()
{
    translated([&] {
        impl_->control(impl_->dialect == Dialect::sqlite ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    });
    impl_->in_transaction = true;
}

void Connection::commit()
{
    translated([&] { impl_->control("COMMIT"); });
    impl_->in_transaction = false;
}

void Connection::rollback()
{
    impl_->in_transaction = false;
    translated([&] { impl_->control("ROLLBACK"); });
}

bool Connection::in_transaction() const
{
    return impl_->in_transaction;
}

}  // namespace vierkant::storage
