#include "storage/connection.h"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <vector>

namespace vierkant::storage {

// soci-sqlite3.h puts sqlite3.h into its own namespace; this is the one file that needs the native calls.
using namespace sqlite_api;

namespace {

using Kind = StorageError::Kind;

[[noreturn]] void throw_sqlite(int code, const std::string& message)
{
    switch (code) {
        case 2067:
        case 1555:
            throw StorageError{Kind::unique, "the database refused a second row with the same key"};
        case 787:
            throw StorageError{Kind::foreign_key, "the database refused a row that points at nothing"};
        case 275:
            throw StorageError{Kind::check, "the database refused a value outside its bounds"};
        case 1811:
            throw StorageError{Kind::append_only, "the database refused a change of what is append-only"};
        case SQLITE_BUSY:
        case 517:
            throw StorageError{Kind::busy, "the database is busy"};
        default:
            throw StorageError{Kind::other, "the database failed: " + message};
    }
}

[[noreturn]] void rethrow(const soci::postgresql_soci_error& error)
{
    const auto state = error.sqlstate();
    if (state == "23505") throw StorageError{Kind::unique, "the database refused a second row with the same key"};
    if (state == "23503") throw StorageError{Kind::foreign_key, "the database refused a row that points at nothing"};
    if (state == "23514") throw StorageError{Kind::check, "the database refused a value outside its bounds"};
    if (state == "P0001") throw StorageError{Kind::append_only, "the database refused a change of what is append-only"};
    if (state == "40001" || state == "40P01" || state == "55P03") {
        throw StorageError{Kind::busy, "the database is busy"};
    }
    if (state.starts_with("08")) throw StorageError{Kind::connection_lost, "the connection to the database was lost"};
    // PostgreSQL's own message holds the row's values: it is never shown or logged.
    throw StorageError{Kind::other, "the database failed, SQLSTATE " + state};
}

template <class Body>
auto translated(Body&& body)
{
    try {
        return body();
    } catch (const soci::sqlite3_soci_error& error) {
        throw_sqlite(error.result(), error.what());
    } catch (const soci::postgresql_soci_error& error) {
        rethrow(error);
    } catch (const soci::soci_error& error) {
        throw StorageError{Kind::other, std::string{"the database failed: "} + error.get_error_message()};
    }
}

/// `?` outside quotes becomes :p1, :p2 ...: SOCI's form, each name used once.
std::string with_names(std::string_view sql)
{
    std::string named;
    bool quoted = false;
    int count = 0;
    for (const char c : sql) {
        if (c == '\'') quoted = !quoted;
        if (c == '?' && !quoted) {
            named += ":p" + std::to_string(++count);
        } else {
            named += c;
        }
    }
    return named;
}

/// A prepared statement with places for its parameters and results that stay where they are.
class Prepared final : public Row {
public:
    Prepared(soci::session& session, const std::string& sql, std::span<const Value> parameters, std::string_view kinds)
        : statement_{session}, kinds_{kinds}
    {
        for (const auto& parameter : parameters) {
            auto& slot = parameters_.emplace_back();
            slot.is_text = std::holds_alternative<std::string>(parameter);
            if (slot.is_text) {
                statement_.exchange(soci::use(slot.text, slot.indicator));
            } else {
                statement_.exchange(soci::use(slot.integer, slot.indicator));
            }
        }
        for (const char kind : kinds) {
            auto& slot = results_.emplace_back();
            if (kind == 't') {
                statement_.exchange(soci::into(slot.text, slot.indicator));
            } else {
                statement_.exchange(soci::into(slot.integer, slot.indicator));
            }
        }
        statement_.alloc();
        statement_.prepare(with_names(sql));
        statement_.define_and_bind();
    }

    /// A place keeps the type it was bound with: a NULL there fits either, another type does not.
    [[nodiscard]] bool fits(std::span<const Value> parameters, std::string_view kinds) const
    {
        if (parameters.size() != parameters_.size() || kinds != kinds_) return false;
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            if (std::holds_alternative<std::monostate>(parameters[i])) continue;
            if (std::holds_alternative<std::string>(parameters[i]) != parameters_[i].is_text) return false;
        }
        return true;
    }

    void run(std::span<const Value> parameters, const std::function<void(const Row&)>& take)
    {
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            auto& slot = parameters_[i];
            slot.indicator = soci::i_ok;
            if (const auto* text = std::get_if<std::string>(&parameters[i])) {
                slot.text = *text;
            } else if (const auto* integer = std::get_if<std::int64_t>(&parameters[i])) {
                slot.integer = *integer;
            } else {
                slot.indicator = soci::i_null;
            }
        }
        if (results_.empty()) {
            statement_.execute(true);
            return;
        }
        statement_.execute(false);
        while (statement_.fetch()) {
            for (auto& slot : results_) {
                if (slot.indicator != soci::i_null) continue;
                slot.integer = 0;
                slot.text.clear();
            }
            take(*this);
        }
    }

    [[nodiscard]] bool is_null(std::size_t column) const override { return results_[column].indicator == soci::i_null; }
    [[nodiscard]] std::int64_t integer(std::size_t column) const override { return results_[column].integer; }
    [[nodiscard]] const std::string& text(std::size_t column) const override { return results_[column].text; }

private:
    struct Slot {
        std::int64_t integer = 0;
        std::string text;
        soci::indicator indicator = soci::i_ok;
        bool is_text = false;
    };
    soci::statement statement_;
    std::string kinds_;
    std::deque<Slot> parameters_;  // a deque never moves what it holds
    std::deque<Slot> results_;
};

/// A prepared statement of SQLite's own interface, without results. SOCI's copies the texts and clears the statement
/// for each row, which costs as much as the insert itself.
class NativeStatement {
public:
    NativeStatement(sqlite3* connection, const std::string& sql) : connection_{connection}
    {
        const auto code = sqlite3_prepare_v3(connection_, sql.c_str(), static_cast<int>(sql.size()) + 1,
                                             SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
        if (code != SQLITE_OK) throw_sqlite(code, sqlite3_errmsg(connection_));
    }
    NativeStatement(const NativeStatement&) = delete;
    NativeStatement& operator=(const NativeStatement&) = delete;
    ~NativeStatement() { sqlite3_finalize(statement_); }

    void run(std::span<const Value> values = {})
    {
        int place = 0;
        for (const auto& value : values) bind(++place, value);
        const auto code = sqlite3_step(statement_);
        const std::string message = code == SQLITE_DONE ? "" : sqlite3_errmsg(connection_);
        sqlite3_reset(statement_);
        if (code != SQLITE_DONE) throw_sqlite(code, message);
    }

private:
    /// The text is read by the step that follows, while the row still stands.
    void bind(int place, const Value& value)
    {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            sqlite3_bind_int64(statement_, place, *number);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            sqlite3_bind_text(statement_, place, text->data(), static_cast<int>(text->size()), nullptr);
        } else {
            sqlite3_bind_null(statement_, place);
        }
    }

    sqlite3* connection_;
    sqlite3_stmt* statement_ = nullptr;
};

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

}  // namespace

struct Connection::Impl {
    Dialect dialect = Dialect::sqlite;
    soci::session session;
    std::unordered_multimap<std::string, std::unique_ptr<Prepared>, TextHash, std::equal_to<>> prepared;
    std::unordered_map<std::string, NativeStatement, TextHash, std::equal_to<>> natives;  // gone before the session
    std::string insert_key;
    bool in_transaction = false;

    sqlite3* native() { return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_; }

    void open_sqlite(const std::string& file)
    {
        session.open(soci::sqlite3, "dbname=" + file + " timeout=5");
        sqlite3_extended_result_codes(native(), 1);
        for (const auto* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON",
                                   "PRAGMA recursive_triggers=ON"}) {
            session << pragma;
        }
    }

    Prepared& statement(std::string_view sql, std::span<const Value> parameters, std::string_view kinds)
    {
        const auto [first, last] = prepared.equal_range(sql);
        for (auto at = first; at != last; ++at) {
            if (at->second->fits(parameters, kinds)) return *at->second;
        }
        // Text after a NULL needs a statement of its own, since the place was bound as a number.
        auto made = std::make_unique<Prepared>(session, std::string{sql}, parameters, kinds);
        return *prepared.emplace(std::string{sql}, std::move(made))->second;
    }

    /// Begins or ends a transaction.
    void control(const std::string& sql)
    {
        if (dialect == Dialect::sqlite) {
            natives.try_emplace(sql, native(), sql).first->second.run();
        } else {
            session << sql;
        }
    }

    NativeStatement& native_insert(const Insert& into, std::size_t rows)
    {
        insert_key.assign(rows == 1 ? "one " : "many ");
        insert_key.append(into.table).append("(").append(into.columns).append(")").append(into.on_conflict);
        const auto known = natives.find(insert_key);
        if (known != natives.end()) return known->second;
        return natives.try_emplace(insert_key, native(), insert_of_values(into, rows)).first->second;
    }

    /// With a guard on the table each statement begins a journal of its own, which costs more than a row: so 32 at
    /// once.
    void insert_values(const Insert& into, const Rows& rows)
    {
        constexpr std::size_t at_once = 32;
        std::size_t done = 0;
        if (rows.size() >= at_once) {
            auto& many = native_insert(into, at_once);
            for (; done + at_once <= rows.size(); done += at_once) many.run(rows.rows(done, at_once));
        }
        if (done == rows.size()) return;
        auto& one = native_insert(into, 1);
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
            statement(sql, arrays, "").run(arrays, {});
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
    translated([&] { impl_->statement(sql, parameters, "").run(parameters, {}); });
}

void Connection::each(std::string_view sql, std::span<const Value> parameters, std::string_view kinds,
                      const std::function<void(const Row&)>& take)
{
    translated([&] { impl_->statement(sql, parameters, kinds).run(parameters, take); });
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
            throw StorageError{Kind::other, "a migration failed: " + what};
        }
        auto* native = static_cast<soci::postgresql_session_backend*>(impl_->session.get_backend())->conn_;
        auto* result = PQexec(native, sql.c_str());
        const bool done = PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK;
        const std::string what = PQresultErrorMessage(result);
        PQclear(result);
        if (!done) throw StorageError{Kind::other, "a migration failed: " + what};
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
