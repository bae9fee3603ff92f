#include "storage/migrations.h"

#include "base/digest.h"
#include "embedded/embedded.h"

#include <map>
#include <string>

namespace vierkant::storage {

namespace {

std::string replace_all(std::string text, std::string_view what, std::string_view by)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

std::string guards(Dialect dialect, std::string_view table)
{
    // Two files say the same in two dialects; this is the one place that does so in code.
    static constexpr std::string_view sqlite = R"(
CREATE TRIGGER TABLE_no_update BEFORE UPDATE ON TABLE BEGIN SELECT RAISE(ABORT, 'append-only: TABLE'); END;
CREATE TRIGGER TABLE_no_delete BEFORE DELETE ON TABLE BEGIN SELECT RAISE(ABORT, 'append-only: TABLE'); END;
)";
    static constexpr std::string_view postgresql = R"(
CREATE TRIGGER TABLE_no_change BEFORE UPDATE OR DELETE ON TABLE FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER TABLE_no_truncate BEFORE TRUNCATE ON TABLE FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
)";
    // "ON TABLE" would read as SQL: the mark is replaced wherever it stands alone or before an underscore.
    return replace_all(std::string{dialect == Dialect::sqlite ? sqlite : postgresql}, "TABLE", table);
}

std::string in_dialect(std::string_view file, Dialect dialect)
{
    auto text = replace_all(std::string{file}, "{{clustered}}", dialect == Dialect::sqlite ? "WITHOUT ROWID" : "");
    static constexpr std::string_view mark = "{{append_only:";
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
        const auto end = text.find("}}", at);
        const auto table = text.substr(at + mark.size(), end - at - mark.size());
        text.replace(at, end + 2 - at, guards(dialect, table));
    }
    return text;
}

std::string checksum(std::string_view text)
{
    Digest digest;
    digest.add(text);
    return digest.finish();
}

/// The migrations of this dialect by name: twins of the other one are left out.
std::map<std::string, std::string_view> migrations_for(Dialect dialect)
{
    const std::string_view other = dialect == Dialect::sqlite ? ".postgresql.sql" : ".sqlite.sql";
    std::map<std::string, std::string_view> files;
    for (const auto name : embedded::files_under("schema/")) {
        if (!name.ends_with(".sql") || name.ends_with(other)) continue;
        files.emplace(name, *embedded::file(name));
    }
    return files;
}

std::map<std::string, std::string> applied_migrations(Connection& connection)
{
    std::map<std::string, std::string> applied;
    connection.each("SELECT name, checksum FROM schema_version", {}, "tt",
                    [&](const Row& row) { applied.emplace(row.text(0), row.text(1)); });
    return applied;
}

void apply_all(Connection& connection, int& count)
{
    if (!has_schema(connection)) {
        connection.script("CREATE TABLE schema_version (name TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL)");
        if (connection.dialect() == Dialect::postgresql) {
            connection.script(
                "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                "RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME; END $$");
        }
    }
    const auto applied = applied_migrations(connection);
    for (const auto& [name, text] : migrations_for(connection.dialect())) {
        const auto found = applied.find(name);
        const auto sum = checksum(text);
        if (found != applied.end()) {
            if (found->second == sum) continue;
            throw StorageError{StorageError::Kind::other, "the migration " + name + " changed after it was applied"};
        }
        connection.script(in_dialect(text, connection.dialect()));
        connection.execute("INSERT INTO schema_version (name, checksum) VALUES (?, ?)", {Value{name}, Value{sum}});
        ++count;
    }
}

}  // namespace

bool has_schema(Connection& connection)
{
    const auto* const query =
        connection.dialect() == Dialect::sqlite
            ? "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'"
            : "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = "
              "'schema_version'";
    return connection.number(query, {}, 0) > 0;
}

SchemaAge schema_age(Connection& connection)
{
    const auto known = migrations_for(connection.dialect());
    const auto applied = applied_migrations(connection);
    for (const auto& [name, sum] : applied) {
        if (!known.contains(name)) return SchemaAge::newer;
    }
    return applied.size() < known.size() ? SchemaAge::older : SchemaAge::current;
}

int migrate(Connection& connection)
{
    int count = 0;
    connection.begin_writing();
    try {
        apply_all(connection, count);
        connection.commit();
    } catch (...) {
        connection.rollback();
        throw;
    }
    return count;
}

}  // namespace vierkant::storage
