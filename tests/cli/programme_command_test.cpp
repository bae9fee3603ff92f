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

TEST_CASE("how a followed measure stands is recorded, shown and corrected", "[cli]")
{
    const TemporaryFolder folder;
    const auto database = (folder.path() / "vierkant.db").string();
    const auto run = [&](const std::string& arguments) {
        return vierkant::testing::run_program(VIERKANT_BINARY, "--db " + database + " --today 2026-09-15 " + arguments);
    };
    REQUIRE(run("init").status == 0);
    const std::string follow = "--as anna programme follow ";
    CHECK(run(follow + "M02 --status under-way --spent 120000.00 --on 2026-09-01")
              .says("Stand 1 is vastgelegd: maatregel M02 op 01-09-2026: loopt."));
    CHECK(run(follow + "M02 --status done --on 2026-09-01").status == 1);
    CHECK(run(follow + "M01 --status done").status == 1);
    CHECK(run(follow + "M02 --status begun").status == 2);
    CHECK(run(follow + "M02 --status done --spent veel").status == 2);
    CHECK(run(follow + "M02 --status stopped --on 2026-09-01 --corrects 1 --reason \"gestopt\"").status == 0);
    CHECK(run("programme records --measure M02").says("gestopt"));
    CHECK(run("programme records --measure M24").status == 1);
    CHECK(run("programme show").says("gestopt"));
    CHECK(run("verify").status == 0);
}
