#pragma once

#include "storage/insert.h"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace vierkant::storage {

enum class Dialect { sqlite, postgresql };

/// Machine trouble, translated once. The message is ours and holds no values of rows: it may be logged.
class StorageError : public std::runtime_error {
public:
    enum class Kind { unique, foreign_key, check, append_only, busy, connection_lost, other };
    StorageError(Kind kind, const std::string& message) : std::runtime_error{message}, kind_{kind} {}
    [[nodiscard]] Kind kind() const { return kind_; }

private:
    Kind kind_;
};

/// One row while it is read. REQUIRES: the kind asked for is the kind given to each().
class Row {
public:
    virtual ~Row() = default;
    [[nodiscard]] virtual bool is_null(std::size_t column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(std::size_t column) const = 0;     ///< 0 where NULL
    [[nodiscard]] virtual const std::string& text(std::size_t column) const = 0;  ///< "" where NULL
};

/// One connection to one database; not shared between threads. The only door to SQL.
///
/// Statements are written with `?` for each parameter, in order; they are prepared once per text and kept, and every
/// query is read to its end (a half-read statement would hold an old snapshot).
class Connection {
public:
    /// `url` is a file name (SQLite) or begins with "postgresql://". A SQLite file is made where it is missing.
    explicit Connection(const std::string& url);
    Connection(Connection&&) noexcept;
    ~Connection();

    [[nodiscard]] Dialect dialect() const;

    void execute(std::string_view sql, std::span<const Value> parameters = {});
    void execute(std::string_view sql, std::initializer_list<Value> parameters)
    {
        execute(sql, std::span{parameters.begin(), parameters.size()});
    }

    /// Calls `take` for each row. `kinds` has a letter a column: 'i' whole number, 't' text.
    /// `take` must not run the same statement again.
    void each(std::string_view sql, std::span<const Value> parameters, std::string_view kinds,
              const std::function<void(const Row&)>& take);
    void each(std::string_view sql, std::initializer_list<Value> parameters, std::string_view kinds,
              const std::function<void(const Row&)>& take)
    {
        each(sql, std::span{parameters.begin(), parameters.size()}, kinds, take);
    }

    /// The same for any number of rows, of which few are held at a time. (PostgreSQL's library holds a whole answer;
    /// here it is asked for piece by piece.) REQUIRES: a transaction is open, and no other such query in it.
    void each_streamed(std::string_view sql, std::initializer_list<Value> parameters, std::string_view kinds,
                       const std::function<void(const Row&)>& take);

    /// The single number a query gives; `otherwise` where it gives no row or NULL.
    std::int64_t number(std::string_view sql, std::initializer_list<Value> parameters, std::int64_t otherwise);

    /// Inserts many rows of one table at once: the way to write wherever the number of rows grows with the number of
    /// loans or bank lines. On PostgreSQL a few thousand rows go in one statement, so that rows of one call that would
    /// conflict with each other are an error there.
    void insert(const Insert& into, const Rows& rows);

    /// Several statements at once, as in a migration.
    void script(const std::string& sql);

    void begin_writing();  ///< BEGIN IMMEDIATE on SQLite: the write lock is taken before the first read
    void begin_reading();  ///< one snapshot for several queries
    void commit();
    void rollback();
    [[nodiscard]] bool in_transaction() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace vierkant::storage
