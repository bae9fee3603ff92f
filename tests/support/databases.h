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

}  // namespace vierkant::testing
