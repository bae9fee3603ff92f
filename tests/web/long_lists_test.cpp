// Lists that are longer than a page, the page of a loan with a long life, and the plan: on three years of the example
// (support/demo_office.h). What a page should say is counted in the database by a query of the test's own.

#include <catch2/catch.hpp>

#include "support/demo_office.h"
#include "support/small_office.h"

#include <algorithm>

using namespace vierkant;
using namespace vierkant::testing;

namespace {

std::size_t count_of(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

/// Rows in the body of the table.
std::size_t rows_on(const Page& page)
{
    const auto from = page.body.find("<tbody>");
    if (from == std::string::npos) return 0;
    return count_of(page.body.substr(from, page.body.find("</tbody>") - from), "<tr");
}

std::size_t lines_of(const Page& page)
{
    return count_of(page.body, "\n");
}

/// The first cell of every row.
std::vector<std::string> firsts(const Page& page)
{
    std::vector<std::string> found;
    for (auto at = page.body.find("<th scope=\"row\">"); at != std::string::npos;
         at = page.body.find("<th scope=\"row\">", at + 1)) {
        const auto link = page.body.find('>', page.body.find("<a ", at)) + 1;
        found.push_back(page.body.substr(link, page.body.find('<', link) - link));
    }
    return found;
}

std::string text(storage::Connection& connection, const std::string& sql)
{
    std::string found;
    connection.each(sql, std::initializer_list<storage::Value>{}, "t",
                    [&](const storage::Row& row) { found = row.text(0); });
    return found;
}

struct List {
    std::string address;
    std::string counted;     ///< how many rows there are
    std::string words;       ///< to look for
    std::string with_words;  ///< how many rows have them
    std::string sort;        ///< a column, and
    std::string greatest;    ///< what stands first in the list when it is sorted down
};

}  // namespace

TEST_CASE("the database pages, sorts and filters lists that are longer than a page", "[web]")
{
    SmallOffice office{day_of_demo, play_whole_demo};
    storage::Connection connection{office.database()};
    auto dirk = office.as("dirk");
    const auto number = [&](const std::string& sql) {
        return static_cast<std::size_t>(connection.number(sql, {}, -1));
    };
    const List lists[]{
        {"/applications", "SELECT COUNT(*) FROM dossier", "toegekend",
         "SELECT COUNT(*) FROM dossier_event WHERE kind = 'awarded'", "amount",
         "SELECT number FROM dossier ORDER BY amount DESC, received_on DESC, number DESC LIMIT 1"},
        {"/bank/lines", "SELECT COUNT(*) FROM bank_line", "storting",
         "SELECT COUNT(*) FROM bank_match m WHERE kind = 'contribution' OR EXISTS (SELECT 1 FROM bank_line b WHERE "
         "b.bank_line_id = m.bank_line_id AND lower(b.remittance) LIKE '%storting%')",
         "amount",
         "SELECT 'B-' || substr('000000' || bank_line_id, -6) FROM bank_line ORDER BY amount DESC, bank_line_id LIMIT "
         "1"},
        {"/audit", "SELECT COUNT(*) FROM work", "afschrift ingelezen",
         "SELECT COUNT(*) FROM work WHERE task = 'bank import'", "", ""},
        {"/loans", "SELECT COUNT(*) FROM loan", "coevorden",
         "SELECT COUNT(*) FROM loan l JOIN undertaking u ON u.undertaking_id = l.undertaking_id WHERE "
         "l.municipality_code = 'GM0109' OR lower(u.name) LIKE '%coevorden%'",
         "awarded", "SELECT number FROM loan ORDER BY amount DESC, loan_id LIMIT 1"},
        {"/undertakings", "SELECT COUNT(*) FROM undertaking", "hardenberg",
         "SELECT COUNT(*) FROM undertaking WHERE municipality_code = 'GM0160' OR lower(name) LIKE '%hardenberg%'",
         "kvk", ""}};
    for (const auto& list : lists) {
        INFO(list.address);
        const auto rows = number(list.counted);
        auto page = dirk.get(list.address);
        CHECK(page.says(std::to_string(rows) + " regels"));
        CHECK(rows_on(page) == std::min<std::size_t>(50, rows));
        const auto pages = (rows + 49) / 50;
        page = dirk.get(list.address + "?page=" + std::to_string(pages));
        CHECK(rows_on(page) == rows - (pages - 1) * 50);
        CHECK(dirk.get(list.address + "?page=9999").status == 200);
        // A file has all of them, under a line of names.
        CHECK(lines_of(dirk.get(list.address + "?format=csv")) == rows + 1);
        CHECK(dirk.get(list.address + "?format=xlsx").body.starts_with("PK"));
        const auto found = number(list.with_words);
        REQUIRE(found > 0);
        auto words = list.words;
        std::replace(words.begin(), words.end(), ' ', '+');
        CHECK(dirk.get(list.address + "?q=" + words).says(std::to_string(found) + (found == 1 ? " regel" : " regels")));
        CHECK(dirk.get(list.address + "?q=zzz").says("Niets gevonden met deze woorden."));
        if (!list.greatest.empty())
            CHECK(firsts(dirk.get(list.address + "?order=desc&sort=" + list.sort)).front() ==
                  text(connection, list.greatest));
    }
    CHECK(number("SELECT COUNT(*) FROM dossier") > 50);
    CHECK(number("SELECT COUNT(*) FROM bank_line") > 100);
    CHECK(office.log() == "");
}

TEST_CASE("applications are sorted by the day to decide, what was decided last", "[web]")
{
    SmallOffice office{day_of_demo, play_whole_demo};
    storage::Connection connection{office.database()};
    auto anna = office.as("anna");
    const auto open = static_cast<std::size_t>(
        connection.number("SELECT COUNT(*) FROM dossier d WHERE NOT EXISTS (SELECT 1 FROM dossier_event e WHERE "
                          "e.dossier_id = d.dossier_id "
                          "AND e.fund_id = d.fund_id AND e.kind IN ('awarded', 'refused', 'withdrawn'))",
                          {}, 0));
    const auto all = static_cast<std::size_t>(connection.number("SELECT COUNT(*) FROM dossier", {}, 0));
    REQUIRE(open > 3);
    const auto only_open = firsts(anna.get("/applications?open=yes&sort=decide_by"));
    CHECK(only_open.size() == open);
    const auto first_page = firsts(anna.get("/applications?sort=decide_by"));
    const auto second_page = firsts(anna.get("/applications?sort=decide_by&page=2"));
    CHECK(first_page.size() == 50);
    CHECK(first_page.size() + second_page.size() == all);
    CHECK(std::equal(only_open.begin(), only_open.end(), first_page.begin()));
    auto down = firsts(anna.get("/applications?open=yes&sort=decide_by&order=desc"));
    CHECK(down.size() == open);
    CHECK(down.front() == only_open.back());
}

TEST_CASE("the page of a loan is folded a year and light, and everything can be reached", "[web]")
{
    SmallOffice office{day_of_demo, play_whole_demo};
    storage::Connection connection{office.database()};
    auto dirk = office.as("dirk");
    auto page = dirk.get("/loans/L-000001");
    CHECK(page.body.size() < 100'000);
    CHECK(page.body.find("<dl class=\"figures\">") < page.body.find("<dl class=\"facts\">"));
    // 60 monthly instalments from April 2023: six years, of which the running one is open.
    CHECK(page.says("<details class=\"fold\" open><summary><strong>2026</strong>"));
    CHECK(page.says("<details class=\"fold\"><summary><strong>2023</strong>"));
    CHECK(page.says("<details class=\"fold\"><summary><strong>2028</strong>"));
    page = dirk.get("/loans/L-000001?all=yes");
    CHECK_FALSE(page.says("<details class=\"fold\">"));
    CHECK(page.says("<details class=\"fold\" open>"));
    // Codes of accounts are words.
    CHECK_FALSE(page.says(">assets:interest-receivable<"));
    CHECK(page.says("Te ontvangen rente"));
    const auto postings = connection.number(
        "SELECT COUNT(*) FROM posting WHERE loan_id = 1 AND fund_id = (SELECT fund_id FROM "
        "loan WHERE number = 'L-000001')",
        {}, 0);
    CHECK(page.says("De laatste 10."));
    CHECK(dirk.get("/loans/L-000001/postings").says(std::to_string(postings) + " regels"));
    CHECK(lines_of(dirk.get("/loans/L-000001/postings?format=csv")) == static_cast<std::size_t>(postings) + 1);
    for (const auto* list : {"events", "allocations"})
        CHECK(dirk.get(std::string{"/loans/L-000001/"} + list).status == 200);
    CHECK(dirk.get("/loans/L-999999/postings").status == 404);
    CHECK(office.log() == "");
}

TEST_CASE("the programme shows the 23 measures, each leading to what is behind it", "[web]")
{
    SmallOffice office{day_of_demo, play_whole_demo};
    storage::Connection connection{office.database()};
    auto dirk = office.as("dirk");
    const auto page = dirk.get("/programme");
    for (int i = 1; i <= 23; ++i) {
        const auto code = std::string{i < 10 ? "M0" : "M"} + std::to_string(i);
        CHECK(page.says("<a href=\"/programme/" + code + "\">" + code + "</a>"));
    }
    // The plan's own figures (data/programme): 12 % on 1 July 2014, 8 % on 1 July 2017, and 76.05 million of measures.
    CHECK(page.says("van 12,00 % op 01-07-2014 naar 8,00 % op 01-07-2017"));
    CHECK(page.says("76.050.000,00"));
    CHECK(page.says("Banen en vestigingen per sector, 1 april 2013"));
    const auto loans =
        std::to_string(connection.number("SELECT COUNT(*) FROM loan WHERE scheme_code = 'investment-loan'", {}, 0));
    const auto measure = dirk.get("/programme/M01");
    CHECK(measure.says("<a href=\"/loans?scheme=investment-loan\">" + loans + "</a>"));
    CHECK(dirk.get("/loans?scheme=investment-loan").says(loans + " regels"));
    CHECK(measure.says("/applications?scheme=investment-loan"));
    const auto asked = connection.number("SELECT COUNT(*) FROM dossier WHERE scheme_code = 'reshoring-grant'", {}, 0);
    CHECK(dirk.get("/applications?scheme=reshoring-grant").says(std::to_string(asked) + " regels"));
    const auto grants =
        connection.number("SELECT COUNT(*) FROM grant_award WHERE scheme_code = 'reshoring-grant'", {}, 0);
    CHECK(dirk.get("/programme/M09")
              .says("<a href=\"/grants?scheme=reshoring-grant\">" + std::to_string(grants) + "</a>"));
    CHECK(dirk.get("/grants?scheme=reshoring-grant").says(std::to_string(grants) + " regels"));
    CHECK(dirk.get("/programme/M05").says("wordt elders uitgevoerd"));
    CHECK(dirk.get("/programme/M99").status == 404);
    CHECK(office.as("wim").get("/programme").status == 403);
    CHECK(office.log() == "");
}

TEST_CASE("the desk shows what the fund can award as a band, and a menu in groups", "[web]")
{
    SmallOffice office{day_of_demo, play_whole_demo};
    const auto page = office.as("anna").get("/");
    CHECK(page.says("als het tegenzit (1 op 10)"));
    CHECK(page.says("<details name=\"places\"><summary>Leningen en subsidies</summary>"));
    CHECK_FALSE(page.says("href=\"/users\""));
    // The example closed its days up to the end of February.
    CHECK(page.says("Dagen sluiten tot en met 01-03-2026"));
    CHECK(page.says("volgens de boeken tot en met 28-02-2026"));
    const auto loans = office.as("anna").get("/loans");
    CHECK(loans.says("<summary class=\"here\">Leningen en subsidies"));
    CHECK(loans.says("<a href=\"/loans\" aria-current=\"page\">Leningen</a>"));
    // Who administers users sees what was done, in words and days, and is not led to cases that are closed to him.
    const auto audit = office.as("wim").get("/audit?q=dagen+gesloten");
    CHECK(audit.says("revolving <span class=\"day\">01-02-2026</span> <span class=\"day\">28-02-2026</span>"));
    CHECK_FALSE(office.as("wim").get("/audit").says("href=\"/applications/"));
    CHECK(office.as("dirk").get("/audit?page=2").says("href=\"/applications/"));
    CHECK(office.as("dirk").get("/grants/S-000001").says(">geen of niet-afgeronde basisschool<"));
    // A claim is chosen by what it is of.
    CHECK(office.as("anna").get("/grants/S-000001/verification").says(">4: HV-104, goedgekeurd</option>"));
    // Of a group with one place the place itself stands in the menu.
    CHECK(office.as("wim").get("/users").says("<li><a href=\"/audit\">Controlespoor</a></li>"));
}
