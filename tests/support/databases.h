#pragma once

#include "storage/connection.h"
#include "storage/migrations.h"

#include <unistd.h>

#include <cstdlib>
#include <functional>
#include <iostream>
#include <string>

namespace vierkant::testing {

/// Runs `body` on a fresh SQLite database in memory and, where VIERKANT_TEST_POSTGRES names a server (tools/test starts
/// a private one), on a fresh PostgreSQL schema. Says once when PostgreSQL is left out.
inline void on_each_database(const std::function<void(storage::Connection&)>& body)
{
    {
        storage::Connection sqlite{":memory:"};
        storage::migrate(sqlite);
        body(sqlite);
    }
    const char* url = std::getenv("VIERKANT_TEST_POSTGRES");  // NOLINT(concurrency-mt-unsafe)
    if (url == nullptr) {
        static bool said = false;
        if (!said) std::cout << "left out: PostgreSQL (no server; tools/test starts one)\n";
        said = true;
        return;
    }
    storage::Connection postgresql{url};
    static int count = 0;
    const auto schema = "test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
    postgresql.script("CREATE SCHEMA " + schema + "; SET search_path TO " + schema);
    storage::migrate(postgresql);
    body(postgresql);
    postgresql.script("DROP SCHEMA " + schema + " CASCADE");
}

/// The database's guards taken away, as someone with the file in hand could do.
inline void without_guards(storage::Connection& connection, const std::string& table, const std::string& sql)
{
    if (connection.dialect() == storage::Dialect::sqlite) {
        connection.script("DROP TRIGGER IF EXISTS " + table + "_no_update; DROP TRIGGER IF EXISTS " + table +
                          "_no_delete; DROP TRIGGER IF EXISTS posting_belongs; PRAGMA foreign_keys=OFF; " + sql);
    } else {
        connection.script("SET session_replication_role = replica; " + sql + "; SET session_replication_role = origin");
    }
}

}  // namespace vierkant::testing
