// Unemployment and measures followed from the command line.

#include "support/files.h"
#include "support/program.h"

#include <catch2/catch.hpp>

using vierkant::testing::TemporaryFolder;

TEST_CASE("unemployment is recorded, shown beside the path, and corrected", "[cli]")
{
    const TemporaryFolder folder;
    const auto database = (folder.path() / "vierkant.db").string();
    const auto run = [&](const std::string& arguments) {
        return vierkant::testing::run_program(VIERKANT_BINARY, "--db " + database + " --today 2026-09-15 " + arguments);
    };
    REQUIRE(run("init").status == 0);
    const std::string observe = "--as anna programme observe --source \"UWV, arbeidsmarktcijfers\" ";
    CHECK(run(observe + "--on 2026-07 --percent 8.4 --series programme")
              .says("Waarneming 1 is vastgelegd: 8,40 % op 31-07-2026. Het plan mikt dan op 8,00 %."));
    CHECK(run(observe + "--on 2026-07 --percent 4.1 --series ilo").says("blijft ernaast staan"));
    CHECK(run(observe + "--on 2026-07 --percent 8.5 --series programme").status == 1);
    CHECK(run(observe + "--on 2026-09-16 --percent 8.5 --series programme").status == 1);
    CHECK(run(observe + "--on juli --percent 8.5 --series programme").status == 2);
    CHECK(run(observe + "--on 2026-07 --percent veel --series programme").status == 2);
    CHECK(run(observe + "--on 2026-07 --percent 8.5 --series cbs").says("programme, ilo, registered"));
    CHECK(run(observe + "--on 2026-07 --percent 8.2 --series programme --corrects 1").status == 1);
    CHECK(run(observe + "--on 2026-07 --percent 8.2 --series programme --corrects 1 --note \"voorlopig cijfer\"")
              .status == 0);
    CHECK(run("programme observations").says("voorlopig cijfer"));
    CHECK(run("programme show").says("95,00 %"));  // (12 - 8.2) / 4
    CHECK(run("--lang en programme show").says("Unemployment, counted otherwise"));
    CHECK(run("programme show --as-of 2026-07-30").says("Tot deze dag is geen werkelijke werkloosheid vastgelegd."));
    CHECK(run("verify").status == 0);
}
