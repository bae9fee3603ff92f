// The guide's examples run, in its order, and print what it says they print. A page's commands stand indented; what
// follows them indented is their output. "<!-- today 2026-05-04 -->" says on which day the officer is.

#include "support/files.h"
#include "support/program.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <string>
#include <vector>

namespace {

struct Example {
    std::string command;
    std::string today;
    std::vector<std::string> printed;
};

std::string trimmed(const std::string& line)
{
    const auto first = line.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return line.substr(first, line.find_last_not_of(' ') - first + 1);
}

std::vector<Example> examples_of(const std::string& page)
{
    std::ifstream file{std::string{VIERKANT_SOURCE_DIR} + "/docs/guide/" + page};
    REQUIRE(file);
    std::vector<Example> examples;
    std::string today = "2026-03-02";
    bool goes_on = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("<!-- today ")) today = line.substr(11, 10);
        if (line.starts_with("    vierkant ") || goes_on) {
            auto words = goes_on ? examples.back().command + " " + trimmed(line) : line.substr(13);
            goes_on = words.ends_with('\\');
            if (goes_on) words.pop_back();
            if (line.starts_with("    vierkant ")) examples.push_back({});
            examples.back().command = words;
            examples.back().today = today;
        } else if (line.starts_with("    ") && !examples.empty()) {
            examples.back().printed.push_back(trimmed(line));
        }
    }
    return examples;
}

/// An administration in which Veenkunststof BV of the example is registered, in a folder that goes away.
class Office {
public:
    Office()
    {
        REQUIRE(run("init", "2026-03-02").status == 0);
        REQUIRE(run("--as anna undertaking add --file docs/examples/undertaking.json", "2026-03-02").status == 0);
    }

    vierkant::testing::Ran run(const std::string& command, const std::string& today) const
    {
        return vierkant::testing::run_program(
            VIERKANT_BINARY, "--db " + (folder_.path() / "vierkant.db").string() + " --today " + today + " " + command);
    }

    void follow(const std::string& page) const
    {
        const auto examples = examples_of(page);
        CHECK_FALSE(examples.empty());
        for (const auto& example : examples) {
            const auto ran = run(example.command, example.today);
            INFO(page << ": vierkant " << example.command << "\n" << ran.text);
            CHECK(ran.status == 0);
            for (const auto& line : example.printed) {
                INFO(line);
                CHECK(ran.says(line));
            }
        }
    }

private:
    vierkant::testing::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("who follows the guide from application to loan sees what it says", "[cli][docs]")
{
    const Office office;
    office.follow("aanvragen.md");
    office.follow("leningen.md");
    office.follow("banen.md");
    office.follow("rapporten.md");
    office.follow("vooruitblik.md");
    office.follow("koppelingen.md");
    CHECK(office.run("verify", "2027-02-01").status == 0);
}

TEST_CASE("who follows the guide to the programme sees what it says", "[cli][docs]")
{
    const Office office;
    office.follow("programma.md");
    CHECK(office.run("verify", "2026-09-15").status == 0);
}
