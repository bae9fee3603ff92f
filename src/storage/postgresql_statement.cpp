#include "storage/postgresql_statement.h"

#include <soci/postgresql/soci-postgresql.h>

namespace vierkant::storage {

namespace {

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

}  // namespace

void throw_postgresql(const soci::postgresql_soci_error& error)
{
    using Kind = StorageError::Kind;
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

PostgresqlStatement::PostgresqlStatement(soci::session& session, const std::string& sql,
                                         std::span<const Value> parameters, std::string_view kinds)
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

bool PostgresqlStatement::fits(std::span<const Value> parameters, std::string_view kinds) const
{
    if (parameters.size() != parameters_.size() || kinds != kinds_) return false;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (std::holds_alternative<std::monostate>(parameters[i])) continue;
        if (std::holds_alternative<std::string>(parameters[i]) != parameters_[i].is_text) return false;
    }
    return true;
}

void PostgresqlStatement::run(std::span<const Value> parameters, const std::function<void(const Row&)>& take)
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

}  // namespace vierkant::storage
