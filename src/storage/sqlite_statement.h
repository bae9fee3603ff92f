#pragma once

#include "storage/connection.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::storage {

/// SQLite's extended result code as an error of ours.
[[noreturn]] void throw_sqlite(int code, const std::string& message);

/// A prepared statement of SQLite's own interface. SOCI's reads every number through a text, copies the parameters and
/// clears the statement for each row, which costs more than the row itself (docs/adr/0012).
class SqliteStatement final : public Row {
public:
    SqliteStatement(sqlite_api::sqlite3* connection, std::string_view sql);
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;
    ~SqliteStatement() override;

    /// `kinds` and `take` as of Connection::each().
    void run(std::span<const Value> parameters = {}, std::string_view kinds = {},
             const std::function<void(const Row&)>& take = {});

    [[nodiscard]] bool is_null(std::size_t column) const override;
    [[nodiscard]] std::int64_t integer(std::size_t column) const override;
    [[nodiscard]] const std::string& text(std::size_t column) const override { return texts_[column]; }

private:
    void bind(int place, const Value& value);
    void take_text(std::size_t column);

    sqlite_api::sqlite3* connection_;
    sqlite_api::sqlite3_stmt* statement_ = nullptr;
    std::vector<std::string> texts_;  // of this row, in their columns
};

}  // namespace vierkant::storage
