// What an editor is told of a file (docs/reference/*.schema.json) is what the program reads, and the reverse.

#include "formats/application_json.h"
#include "formats/scheme_json.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>

using namespace vierkant;
using formats::Json;

namespace {

namespace fs = std::filesystem;
const fs::path root{VIERKANT_SOURCE_DIR};

using Names = std::set<std::string>;
/// The names of an object's fields, by the place of the object; an item of a list stands at "list/0".
using Shape = std::map<std::string, Names>;
using Read = std::function<std::optional<Refusal>(const std::string&)>;

Json parse(const fs::path& file)
{
    std::ifstream in{root / file};
    return Json::parse(in);
}

void shape_of_schema(const Json& schema, const std::string& place, Shape& shape)
{
    if (schema.contains("items")) shape_of_schema(schema["items"], place + "/0", shape);
    if (!schema.contains("properties")) return;
    for (const auto& [name, field] : schema["properties"].items()) {
        if (name != "$schema") shape[place].insert(name);
        shape_of_schema(field, place + "/" + name, shape);
    }
}

Json without_comments(const Json& value)
{
    if (value.is_array()) {
        auto copy = Json::array();
        for (const auto& item : value) copy.push_back(without_comments(item));
        return copy;
    }
    if (!value.is_object()) return value;
    auto copy = Json::object();
    for (const auto& [name, field] : value.items()) {
        if (!name.starts_with("_") && name != "$schema") copy[name] = without_comments(field);
    }
    return copy;
}

/// What the reader knows at the place of one object: it lists it when it refuses a field that it does not know.
Names known_at(const Json& document, const std::string& place, const Read& read)
{
    auto spoilt = document;
    spoilt[Json::json_pointer{place}]["zzz"] = 1;
    const auto refusal = read(spoilt.dump());
    REQUIRE(refusal);
    INFO(refusal->in(Language::en));
    REQUIRE(refusal->arguments.size() == 2);
    REQUIRE(refusal->where == "f " + place + "/zzz");
    std::istringstream list{std::get<std::string>(refusal->arguments[1].value)};
    Names names;
    for (std::string name; std::getline(list >> std::ws, name, ',');) names.insert(name);
    return names;
}

void shape_of_reader(const Json& document, const Json& value, const std::string& place, const Read& read, Shape& shape)
{
    if (value.is_array() && !value.empty()) shape_of_reader(document, value[0], place + "/0", read, shape);
    if (!value.is_object()) return;
    shape[place].merge(known_at(document, place, read));
    for (const auto& [name, field] : value.items()) shape_of_reader(document, field, place + "/" + name, read, shape);
}

/// The examples together must show every object that the schema has.
void compare(const std::string& schema, const std::vector<fs::path>& examples, const Read& read)
{
    Shape told;
    shape_of_schema(parse(schema), "", told);
    Shape known;
    for (const auto& example : examples) {
        const auto document = without_comments(parse(example));
        REQUIRE_FALSE(read(document.dump()));
        shape_of_reader(document, document, "", read, known);
    }
    CHECK(told.size() == known.size());
    for (const auto& [place, names] : told) {
        INFO(schema << " " << place);
        CHECK(known[place] == names);
    }
}

std::vector<fs::path> files_in(const std::string& folder, const std::string& prefix)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{root / folder}) {
        if (entry.path().filename().string().starts_with(prefix)) files.push_back(fs::relative(entry.path(), root));
    }
    return files;
}

template <class T>
std::optional<Refusal> refusal_of(const Result<T>& result)
{
    if (result) return std::nullopt;
    return result.refusal();
}

}  // namespace

TEST_CASE("The schema of an application names the fields that are read, neither more nor fewer", "[formats]")
{
    const auto examples = files_in("docs/examples", "application-");
    CHECK(examples.size() == 6);
    compare("docs/reference/application.schema.json", examples,
            [](const std::string& text) { return refusal_of(formats::read_application(text, "f")); });
}

TEST_CASE("The schema of a scheme names the fields that are read, neither more nor fewer", "[formats]")
{
    auto examples = files_in("data/schemes", "");
    examples.emplace_back("docs/examples/scheme-investment-loan.json");
    compare("docs/reference/scheme.schema.json", examples,
            [](const std::string& text) { return refusal_of(formats::read_scheme(text, "f")); });
}

TEST_CASE("The schema of an application offers the levels of the table and the categories of the schemes", "[formats]")
{
    const auto schema = parse("docs/reference/application.schema.json");
    Names offered;
    for (const auto& code : schema["properties"]["investment_plan"]["items"]["properties"]["category"]["enum"]) {
        offered.insert(code.get<std::string>());
    }
    Names had;
    for (const auto& file : files_in("data/schemes", "")) {
        const auto scheme = formats::read_scheme(parse(file).dump(), "f");
        REQUIRE(scheme);
        for (const auto& code : schemes::categories_of(*scheme)) had.insert(code);
    }
    CHECK(offered == had);

    std::ifstream table{root / "data/reference/education_levels.csv"};
    std::string line;
    std::getline(table, line);
    Names levels;
    while (std::getline(table, line)) levels.insert(line.substr(0, line.find(',')));
    Names offered_levels;
    for (const auto& code : schema["properties"]["jobs"]["items"]["properties"]["level"]["enum"]) {
        offered_levels.insert(code.get<std::string>());
    }
    CHECK(offered_levels == levels);
}
