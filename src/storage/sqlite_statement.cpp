#include "storage/sqlite_statement.h"

#include <memory>

namespace vierkant::storage {

using namespace sqlite_api;  // soci-sqlite3.h puts sqlite3.h into a namespace of its own

using Kind = StorageError::Kind;

void throw_sqlite(int code, const std::string& message)
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

SqliteStatement::SqliteStatement(sqlite3* connection, std::string_view sql) : connection_{connection}
{
    const auto code = sqlite3_prepare_v3(connection_, sql.data(), static_cast<int>(sql.size()),
                                         SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
    if (code != SQLITE_OK) throw_sqlite(code, sqlite3_errmsg(connection_));
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(statement_);
}

void SqliteStatement::run(std::span<const Value> parameters, std::string_view kinds,
                          const std::function<void(const Row&)>& take)
{
    // Whatever ends this, the statement is not left half read: that would hold an old snapshot.
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> reset{statement_, sqlite3_reset};
    int place = 0;
    for (const auto& parameter : parameters) bind(++place, parameter);
    texts_.resize(kinds.size());
    auto code = sqlite3_step(statement_);
    for (; code == SQLITE_ROW; code = sqlite3_step(statement_)) {
        if (kinds.empty()) continue;
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            if (kinds[i] == 't') take_text(i);
        }
        take(*this);
    }
    if (code != SQLITE_DONE) throw_sqlite(code, sqlite3_errmsg(connection_));
}

bool SqliteStatement::is_null(std::size_t column) const
{
    return sqlite3_column_type(statement_, static_cast<int>(column)) == SQLITE_NULL;
}

std::int64_t SqliteStatement::integer(std::size_t column) const
{
    return sqlite3_column_int64(statement_, static_cast<int>(column));
}

/// The text is read by the steps that follow, while the parameters still stand.
void SqliteStatement::bind(int place, const Value& value)
{
    int code = SQLITE_OK;
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        code = sqlite3_bind_int64(statement_, place, *number);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        code = sqlite3_bind_text(statement_, place, text->data(), static_cast<int>(text->size()), nullptr);
    } else {
        code = sqlite3_bind_null(statement_, place);
    }
    if (code != SQLITE_OK) throw_sqlite(code, sqlite3_errmsg(connection_));
}

void SqliteStatement::take_text(std::size_t column)
{
    const auto* text = sqlite3_column_text(statement_, static_cast<int>(column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, static_cast<int>(column)));
    if (text == nullptr) {
        texts_[column].clear();
    } else {
        texts_[column].assign(reinterpret_cast<const char*>(text), size);
    }
}

}  // namespace vierkant::storage
