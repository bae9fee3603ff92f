// What pages say instead of codes.

#include <catch2/catch.hpp>

#include "support/small_office.h"
#include "web/scheme_words.h"
#include "web/task_words.h"

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

using namespace vierkant;
using namespace vierkant::testing;

namespace {

/// Every task that a use case, a page, the API or a command is named as, in the source.
std::set<std::string> tasks_in_source()
{
    std::set<std::string> tasks;
    const std::regex named{R"re((?:task|follow)\((?:[a-z_.]+, )?"([a-z -]+)")re"};
    for (const auto* folder : {"/src/web", "/src/cli", "/src/usecases"}) {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator{VIERKANT_SOURCE_DIR + std::string{folder}}) {
            if (entry.path().extension() != ".cpp") continue;
            std::ifstream file{entry.path()};
            const std::string text{std::istreambuf_iterator<char>{file}, {}};
            for (std::sregex_iterator at{text.begin(), text.end(), named}, end; at != end; ++at)
                tasks.insert((*at)[1].str());
        }
    }
    return tasks;
}

}  // namespace

TEST_CASE("every task has words for the audit trail", "[web]")
{
    const auto tasks = tasks_in_source();
    CHECK(tasks.size() > 30);
    for (const auto& task : tasks) {
        INFO(task);
        CHECK(web::words_of_task(task).nl != task);
        CHECK(web::words_of_task(task).en != task);
    }
    CHECK(web::words_of_task("iets nieuws").nl == "iets nieuws");
}

TEST_CASE("the parameters and choices of a scheme have words", "[web]")
{
    CHECK(web::name_of_part("amount_most").nl == "Maximumbedrag");
    CHECK(web::word_of_value("annuity")->nl == "annuïteit");
    CHECK(web::word_of_value("medium")->en == "medium-sized");
    CHECK_FALSE(web::word_of_value("iets anders"));
}

TEST_CASE("a scheme says words, names and amounts, in Dutch and in English", "[web]")
{
    SmallOffice office{date(2026, 9, 15)};
    auto dirk = office.as("dirk");
    auto page = dirk.get("/schemes/investment-loan/2024-01-01");
    for (const auto* words :
         {"1.500.000,00", "Industrie, Technologie, Logistiek", "Coevorden, Emmen, Hoogeveen, Hardenberg",
          "middelgrote onderneming", "de-minimissteun", "Aflossing: annuïteit", "Rente per jaar: 3,00 %", "01-01-2024",
          "Revolverend fonds", "M01 Revolving fund"}) {
        INFO(words);
        CHECK(page.says(words));
    }
    for (const auto* code : {"GM0114", "1500000.00", ">industry", "grace_days", "per-instalment<"}) {
        INFO(code);
        CHECK_FALSE(page.says(code));
    }
    page = dirk.get("/schemes/investment-loan/2024-01-01?lang=en");
    CHECK(page.says("1,500,000.00"));
    CHECK(page.says("medium-sized"));
    CHECK(dirk.get("/schemes?lang=nl").says(">Investeringslening</a>"));
}
