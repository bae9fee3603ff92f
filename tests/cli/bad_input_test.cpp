// Bad input ends with a clear sentence that names the place, the exit status of design.md, and nothing stored.

#include "formats/json_reader.h"
#include "support/files.h"
#include "support/program.h"

#include <catch2/catch.hpp>

using vierkant::formats::Json;
using vierkant::testing::run_program;
using vierkant::testing::source_file;
using vierkant::testing::TemporaryFolder;

namespace {

/// An administration with one undertaking, in a folder of its own.
class Desk {
public:
    Desk()
    {
        REQUIRE(run("init").status == 0);
        REQUIRE(run("undertaking add --file docs/examples/undertaking.json").status == 0);
    }
    [[nodiscard]] vierkant::testing::Ran run(const std::string& arguments) const
    {
        return run_program(VIERKANT_BINARY, "--today 2026-03-02 --db " + file("vierkant.db") + " " + arguments);
    }
    /// Writes a file and gives its name.
    [[nodiscard]] std::string with(const std::string& name, const std::string& text) const
    {
        std::ofstream{file(name), std::ios::binary} << text;
        return file(name);
    }
    /// What is registered, to compare before and after.
    [[nodiscard]] std::string registered() const { return run("application list --format json").text; }

private:
    [[nodiscard]] std::string file(const std::string& name) const { return (folder_.path() / name).string(); }
    TemporaryFolder folder_;
};

struct Case {
    const char* pointer;  ///< JSON pointer of what is changed in the example
    Json value;
    const char* place;  ///< that the sentence names
};

std::string example_with(const std::string& example, const Case& change)
{
    auto json = Json::parse(source_file(example));
    json[Json::json_pointer{change.pointer}] = change.value;
    return json.dump();
}

}  // namespace

TEST_CASE("an application with a wrong value is refused at its place, and not kept", "[cli]")
{
    const Desk desk;
    const auto before = desk.registered();
    for (const auto& c : {
             Case{"/amount", "-250000.00", "/amount"},
             Case{"/amount", "250000.005", "/amount"},
             Case{"/amount", 250000, "/amount"},
             Case{"/amount", "1e6", "/amount"},
             Case{"/amount", "99999999999999999999.00", "/amount"},
             Case{"/received_on", "2026-02-30", "/received_on"},
             Case{"/received_on", "1026-02-01", "/received_on"},
             Case{"/municipality", "Emmen", "/municipality"},
             Case{"/applicant", "9000001", "/applicant"},
             Case{"/jobs/0/level", "mbo-9", "/jobs/0/level"},
             Case{"/jobs/0/jobs", -3, "/jobs/0"},
             Case{"/purpose", "Lijn 2, aangevraagd door 111222333", "burgerservicenummer"},
             Case{"/bedrag", "1.00", "/bedrag"},
             Case{"/scheme", "no-such-scheme", "no-such-scheme"},
         }) {
        const auto file = desk.with("a.json", example_with("docs/examples/application-investment-loan.json", c));
        const auto ran = desk.run("application register --file " + file);
        INFO(c.pointer << " = " << c.value.dump() << "\n" << ran.text);
        CHECK(ran.status == 3);
        CHECK(ran.says(c.place));
    }
    CHECK(desk.registered() == before);
    CHECK(desk.run("verify").status == 0);
}

TEST_CASE("a file that is no JSON is refused with line and column", "[cli]")
{
    const Desk desk;
    std::string deep(100'000, '[');
    for (const auto& [text, place] : {std::pair<std::string, std::string>{"", "a.json"},
                                      {"{\"scheme\": ", "a.json"},
                                      {"[]", "a.json"},
                                      {"{\"scheme\": \"investment-loan\", \"scheme\": \"x\"}", "scheme"},
                                      {"{\"purpose\": \"\xff\xfe\"}", "a.json"},
                                      {deep, "a.json"},
                                      {std::string{"{\"a\": \"\0\"}", 10}, "a.json"}}) {
        const auto ran = desk.run("application register --file " + desk.with("a.json", text));
        INFO(ran.text.substr(0, 300));
        CHECK(ran.status == 3);
        CHECK(ran.says(place));
    }
    CHECK(desk.run("application register --file /no/such/file.json").status == 3);
    CHECK(desk.run("application register").status == 2);
}

TEST_CASE("an undertaking with a wrong number is refused, and a double one by name", "[cli]")
{
    const Desk desk;
    for (const auto& c : {
             Case{"/kvk", "1234567", "/kvk"},
             Case{"/rsin", "800000019", "/rsin"},
             Case{"/vat_id", "NL800000019B01", "/vat_id"},
             Case{"/iban", "NL82VKWR0000000017", "/iban"},
             Case{"/sbi_main", "22.2.9.9.9", "/sbi_main"},
             Case{"/address/postcode", "0821 AB", "/address/postcode"},
             Case{"/address/municipality", "GM01", "/address/municipality"},
             Case{"/figures/headcount", -1, "/figures/headcount"},
         }) {
        const auto file = desk.with("u.json", example_with("docs/examples/undertaking.json", c));
        const auto ran = desk.run("undertaking add --file " + file);
        INFO(c.pointer << " = " << c.value.dump() << "\n" << ran.text);
        CHECK(ran.status == 3);
        CHECK(ran.says(c.place));
    }
    const auto twice = desk.run("undertaking add --file docs/examples/undertaking.json");
    CHECK(twice.status == 1);
    CHECK(twice.says("Veenkunststof BV"));
    CHECK(twice.says("90000017"));
    CHECK(desk.run("verify").status == 0);
}

TEST_CASE("wrong usage of a command ends with status 2", "[cli]")
{
    const Desk desk;
    for (const auto* arguments :
         {"application decide 2026-0001", "application decide 2026-0001 --award --refuse", "application check",
          "application propose 2026-0001 --amount veel", "application propose 2026-0001 --first-due morgen",
          "application propose 2026-0001 --judge sector", "application list --format xml",
          "application incomplete 2026-0001 --missing x --until 31-12-2026", "--lang fr application list"}) {
        const auto ran = desk.run(arguments);
        INFO(arguments << "\n" << ran.text);
        CHECK(ran.status == 2);
        CHECK_FALSE(ran.text.empty());
    }
    CHECK(desk.run("application show 2026-9999").status == 1);
    CHECK(desk.run("application decide 2026-9999 --award").status == 1);
}

TEST_CASE("a command may take two things without an option before them", "[cli]")
{
    const Desk desk;
    const auto ran = desk.run("grant verify S-000001 1");
    INFO(ran.text);
    CHECK(ran.status == 1);
    CHECK(ran.says("Er is geen subsidie met nummer S-000001."));
}

TEST_CASE("a claim with a citizen service number or a wrong field is refused with its place", "[cli]")
{
    const Desk desk;
    const auto number = desk.run("grant claim S-000001 --file " + desk.with("bsn.json", R"({"_note": "111222333"})"));
    CHECK(number.status == 3);
    CHECK(number.says("burgerservicenummer"));
    const auto unknown =
        desk.run("grant claim S-000001 --file " + desk.with("claim.json", R"({"workers": [{"name": 1}]})"));
    CHECK(unknown.status == 3);
    CHECK(unknown.says("claim.json /workers/0"));
    CHECK(desk.run("verify").status == 0);
}
