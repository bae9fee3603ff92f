#pragma once

#include "storage/connection.h"

#include <soci/soci.h>

#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace soci {
class postgresql_soci_error;
}

namespace vierkant::storage {

/// PostgreSQL's error as one of ours.
[[noreturn]] void throw_postgresql(const soci::postgresql_soci_error& error);

/// A prepared statement of SOCI, with places for its parameters and results that stay where they are.
class PostgresqlStatement final : public Row {
public:
    /// `parameters` tell the type of each place.
    PostgresqlStatement(soci::session& session, const std::string& sql, std::span<const Value> parameters,
                        std::string_view kinds);

    /// A place keeps the type it was bound with: a NULL there fits either, another type does not.
    [[nodiscard]] bool fits(std::span<const Value> parameters, std::string_view kinds) const;

    /// REQUIRES: the parameters fit.
    void run(std::span<const Value> parameters, const std::function<void(const Row&)>& take);

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

}  // namespace vierkant::storage
