// Copies of an administration, and an administration of another version.

#include "storage/connection.h"
#include "support/files.h"
#include "support/program.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;

namespace {

class Office {
public:
    Office() { REQUIRE(run("v.db", "init").status == 0); }
    [[nodiscard]] Ran run(const std::string& database, const std::string& words) const
    {
        return run_program(VIERKANT_BINARY, "--db " + file(database) + " --today 2026-03-02 " + words);
    }
    [[nodiscard]] std::string file(const std::string& name) const { return (folder_.path() / name).string(); }

private:
    TemporaryFolder folder_;
};

const std::string add_undertaking = "undertaking add --file docs/examples/undertaking.json";

}  // namespace

TEST_CASE("a copy holds what was there when it was made, and is put back where nothing is", "[cli]")
{
    const Office office;
    REQUIRE(office.run("v.db", add_undertaking).status == 0);
    const auto made = office.run("v.db", "backup " + office.file("copy.db"));
    CHECK(made.status == 0);
    CHECK(made.says("nagerekend"));
    const auto known = office.run("v.db", "undertaking list --format csv").text;
    CHECK(office.run("v.db", "backup " + office.file("copy.db")).status == 1);  // it is not overwritten
    CHECK(office.run("v.db", "restore " + office.file("copy.db")).status == 1);
    CHECK(office.run("new.db", "restore " + office.file("copy.db")).status == 0);
    CHECK(office.run("new.db", "undertaking list --format csv").text == known);
    CHECK(office.run("new.db", "verify").status == 0);
    CHECK(office.run("other.db", "restore " + office.file("nothing.db")).status == 1);
    CHECK_FALSE(std::filesystem::exists(office.file("other.db")));
}

TEST_CASE("a copy that was changed is not put back", "[cli]")
{
    const Office office;
    REQUIRE(office.run("v.db", "backup " + office.file("copy.db")).status == 0);
    {
        storage::Connection copy{office.file("copy.db")};
        copy.execute("UPDATE account_day SET debit = debit + 1");
    }
    const auto ran = office.run("new.db", "restore " + office.file("copy.db"));
    CHECK(ran.status == 1);
    CHECK(ran.says("Er is niets teruggezet"));
    CHECK_FALSE(std::filesystem::exists(office.file("new.db")));
}

TEST_CASE("an administration of another version is told apart", "[cli]")
{
    const Office office;
    const auto change = [&](const std::string& sql) { storage::Connection{office.file("v.db")}.script(sql); };
    const auto last = [&] {
        std::string name;
        storage::Connection connection{office.file("v.db")};
        connection.each("SELECT MAX(name) FROM schema_version", {}, "t",
                        [&](const storage::Row& row) { name = row.text(0); });
        return name;
    }();
    CHECK(office.run("v.db", "migrate").says("was al van deze versie"));
    change("INSERT INTO schema_version (name, checksum) VALUES ('schema/9999_later.sql', 'x')");
    const auto later = office.run("v.db", "undertaking list");
    CHECK(later.status == 1);
    CHECK(later.says("latere versie"));
    CHECK(office.run("v.db", "migrate").status == 1);
    change("DELETE FROM schema_version WHERE name = 'schema/9999_later.sql' OR name = '" + last + "'");
    const auto earlier = office.run("v.db", "undertaking list");
    CHECK(earlier.status == 1);
    CHECK(earlier.says("migrate"));
}
