// Schemes and the audit trail in the browser, on the small portfolio (support/small_portfolio.h).

#include <catch2/catch.hpp>

#include "support/files.h"
#include "support/small_office.h"

using namespace vierkant;
using namespace vierkant::testing;

namespace {

using Typed = std::vector<std::pair<std::string, std::string>>;

/// The parameters of the form as they stand there.
Typed parameters_on(const std::string& body)
{
    Typed found;
    for (auto at = body.find("name=\"parameter."); at != std::string::npos;
         at = body.find("name=\"parameter.", at + 1)) {
        const auto from = at + 6;
        const auto value = body.find("value=\"", at) + 7;
        found.emplace_back(body.substr(from, body.find('"', from) - from),
                           body.substr(value, body.find('"', value) - value));
    }
    return found;
}

}  // namespace

TEST_CASE("a new edition of a scheme is made by the administrator, who sees what changes", "[web]")
{
    SmallOffice office{date(2026, 9, 15)};
    auto wim = office.as("wim");
    CHECK(wim.get("/schemes").says("<a href=\"/schemes/investment-loan/2024-01-01\">"));
    const auto edition = office.as("dirk").get("/schemes/investment-loan/2024-01-01");
    CHECK(edition.says("Maximumbedrag"));
    CHECK(edition.says("Awb art. 4:13: acht weken"));
    CHECK_FALSE(edition.says("/successor"));
    CHECK(wim.get("/schemes/investment-loan/2010-01-01").status == 404);
    CHECK(wim.get("/schemes/niets/2024-01-01").status == 404);

    const std::string address = "/schemes/investment-loan/2024-01-01/successor";
    auto typed = parameters_on(wim.get(address).body);
    REQUIRE(typed.size() > 5);
    for (auto& [name, value] : typed) {
        if (name == "parameter.amount_most") value = "1.250.000,00";
    }
    typed.emplace_back("from", "2026-10-01");
    CHECK(wim.send(address, address, typed).says("id=\"field-source-error\""));
    typed.emplace_back("source", "raadsbesluit 2026-044");
    auto page = wim.send(address, address, typed);
    CHECK(page.says("Wat verandert"));
    CHECK(page.says("1.500.000,00"));
    CHECK(page.says("1.250.000,00"));
    page = wim.post(address, wim.hidden_fields(page.body, address));
    CHECK(page.address == "/schemes");
    CHECK(page.says("uitgave vanaf 01-10-2026 is vastgelegd"));
    CHECK(wim.get("/schemes/investment-loan/2026-10-01").says("raadsbesluit 2026-044"));

    // The same from a file; one that is no scheme is refused at its field.
    page = wim.upload("/schemes/import", "/schemes/import", "file", "x.json", "{}");
    CHECK(page.status == 422);
    CHECK(page.says("id=\"field-file-error\""));
    page = wim.upload("/schemes/import", "/schemes/import", "file", "x.json",
                      source_file("docs/examples/scheme-investment-loan.json"));
    CHECK(page.says("Dit gaat er gebeuren"));
    CHECK(wim.post("/schemes/import", wim.hidden_fields(page.body, "/schemes/import")).says("is vastgelegd"));
    CHECK(office.log() == "");
}

TEST_CASE("an act of the audit trail shows all that it wrote", "[web]")
{
    SmallOffice office{date(2026, 9, 15)};
    auto dirk = office.as("dirk");
    storage::Connection connection{office.database()};
    const auto award = std::to_string(connection.number("SELECT MIN(work_no) FROM loan", {}, 0));
    auto page = dirk.get("/audit");
    CHECK(page.says("<a href=\"/audit/" + award + "\">" + award + "</a>"));
    // The first loan's award: a loan, and an entry that leads to its page.
    page = dirk.get("/audit/" + award);
    CHECK(page.says("<caption>loan</caption>"));
    CHECK(page.says("<a href=\"/ledger/revolving/"));
    for (const auto* none : {"/audit/0", "/audit/99999", "/audit/x", "/audit/-1"}) {
        INFO(none);
        CHECK(dirk.get(none).status == 404);
    }
    CHECK(office.as("anna").get("/audit/" + award).status == 403);
    CHECK(office.log() == "");
}
