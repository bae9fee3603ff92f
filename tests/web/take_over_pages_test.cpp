// Taking over from a spreadsheet in the browser, with the example of the guide (docs/examples).

#include <catch2/catch.hpp>

#include "support/files.h"
#include "support/small_office.h"

using namespace vierkant;
using namespace vierkant::testing;

namespace {

void only_begun(storage::Connection& connection)
{
    verify(static_cast<bool>(usecases::init_administration(connection, task("init", date(2025, 12, 31)), "", "")),
           "the plan that ships can be read");
}

std::int64_t loans_in(const SmallOffice& office)
{
    storage::Connection connection{office.database()};
    return connection.number("SELECT COUNT(*) FROM loan", {}, -1);
}

}  // namespace

TEST_CASE("loans are taken over from a file that is checked first", "[web]")
{
    SmallOffice office{date(2025, 12, 31), only_begun};
    auto anna = office.as("anna");
    const std::string address = "/loans/import";
    const auto file = source_file("docs/examples/portfolio.csv");
    const std::vector<std::pair<std::string, std::string>> typed{{"on", "2025-12-31"}, {"numbers", "en"}};

    CHECK(anna.send(address, address, typed).says("id=\"field-file-error\""));
    auto wrong = file;
    wrong.replace(wrong.find("250000.00"), 9, "veel");
    auto page = anna.upload(address, address, "file", "leningen.csv", wrong, typed);
    CHECK(page.status == 422);
    CHECK(page.says("leningen.csv:2 amount"));
    CHECK(page.says("of kies om de goede over te nemen"));
    CHECK(loans_in(office) == 0);

    page = anna.upload(address, address, "file", "leningen.csv", file, typed);
    CHECK(page.status == 200);
    CHECK(page.says("Dit gaat er gebeuren"));
    CHECK(page.says("leningen.csv"));
    CHECK(loans_in(office) == 0);
    const auto confirmed = anna.hidden_fields(page.body, address);
    page = anna.post(address, confirmed);
    CHECK(page.address == "/loans");
    CHECK(page.says("leningen zijn overgenomen"));
    const auto taken = loans_in(office);
    CHECK(taken > 0);
    CHECK(anna.upload(address, address, "file", "anders.csv", file, typed).says("Dit was al gedaan"));
    CHECK(loans_in(office) == taken);
    CHECK(office.log() == "");
}

TEST_CASE("undertakings are registered from a file that is checked first", "[web]")
{
    SmallOffice office{date(2025, 12, 31), only_begun};
    auto anna = office.as("anna");
    const std::string address = "/undertakings/import";
    const auto page = anna.upload(address, address, "file", "bedrijven.csv",
                                  source_file("docs/examples/undertakings.csv"), {{"numbers", "en"}});
    CHECK(page.says("ondernemingen worden geregistreerd"));
    CHECK(anna.get("/undertakings").says("Er is niets"));
    CHECK(anna.post(address, anna.hidden_fields(page.body, address)).says("ondernemingen zijn geregistreerd."));
    CHECK_FALSE(anna.get("/undertakings").says("Er is niets"));
    CHECK(office.log() == "");
}
