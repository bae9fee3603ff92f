// Holds the shape of docs/architecture.md: who may include whom, and what may not be anywhere.

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
const fs::path root{VIERKANT_SOURCE_DIR};

/// The picture: each module and the modules whose headers it may include. Every module may include itself.
const std::map<std::string, std::set<std::string>> picture{
    {"base", {}},
    {"embedded", {}},
    {"domain/ledger", {"base"}},
    {"domain/fund", {"base", "domain/ledger"}},
    {"domain/lending", {"base", "domain/ledger"}},
    {"domain/arrears", {"base", "domain/lending", "domain/ledger"}},
    {"domain/forecast", {"base", "domain/lending", "domain/arrears"}},
    {"domain/grants", {"base", "domain/ledger"}},
    {"domain/parties", {"base"}},
    {"domain/social_return", {"base", "domain/parties"}},
    {"domain/state_aid", {"base", "domain/lending"}},
    {"domain/schemes",
     {"base", "domain/state_aid", "domain/parties", "domain/social_return", "domain/lending", "domain/arrears",
      "domain/grants"}},
    {"domain/dossiers", {"base", "domain/schemes", "domain/state_aid", "domain/parties", "domain/social_return"}},
    {"domain/banking", {"base"}},
    {"domain/programme", {"base"}},
    {"domain/officers", {"base"}},
    {"formats", {"base", "domain/*"}},
    {"markup", {"base"}},
    {"reporting", {"base", "formats", "markup"}},
    {"storage", {"base", "embedded", "domain/*", "formats", "reporting"}},
    {"usecases", {"base", "embedded", "domain/*", "formats", "reporting", "storage"}},
    {"usecases/demo", {"base", "embedded", "domain/*", "formats", "storage", "usecases"}},
    {"web/http", {"base", "markup"}},
    {"web/api", {"base", "embedded", "domain/*", "formats", "reporting", "storage", "usecases", "web/http"}},
    {"web", {"base", "embedded", "domain/*", "formats", "reporting", "storage", "usecases", "web/http", "web/api"}},
    {"cli", {"base", "domain/*", "formats", "reporting", "storage", "usecases", "usecases/demo", "web", "web/http"}},
};

std::vector<fs::path> sources()
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator{root / "src"}) {
        const auto extension = entry.path().extension();
        if (extension == ".h" || extension == ".cpp") files.push_back(entry.path());
    }
    return files;
}

std::string text_of(const fs::path& file)
{
    std::ifstream stream{file};
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::vector<std::string> lines_of(const fs::path& file)
{
    std::istringstream stream{text_of(file)};
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

/// "src/domain/lending/fold.cpp" and "domain/lending/fold.h" both belong to "domain/lending".
std::string module_of(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash);
}

bool may_include(const std::string& from, const std::string& to)
{
    if (from == to) return true;
    const auto& allowed = picture.at(from);
    return allowed.contains(to) || (to.starts_with("domain/") && allowed.contains("domain/*"));
}

}  // namespace

TEST_CASE("every include follows the picture of the architecture", "[tidy]")
{
    for (const auto& file : sources()) {
        const auto name = fs::relative(file, root / "src").string();
        const auto from = module_of(name);
        INFO(name);
        REQUIRE(picture.contains(from));
        for (const auto& line : lines_of(file)) {
            if (!line.starts_with("#include \"")) continue;
            const auto target = line.substr(10, line.find('"', 10) - 10);
            INFO(line);
            CHECK(may_include(from, module_of(target)));
        }
    }
}

TEST_CASE("only storage knows the database", "[tidy]")
{
    for (const auto& file : sources()) {
        const auto name = fs::relative(file, root / "src").string();
        if (name.starts_with("storage/")) continue;
        INFO(name);
        for (const auto& line : lines_of(file)) {
            INFO(line);
            CHECK_FALSE(line.starts_with("#include <soci"));
            CHECK_FALSE(line.starts_with("#include <sqlite3"));
            CHECK_FALSE(line.starts_with("#include <libpq"));
            CHECK(line.find("\"SELECT ") == std::string::npos);
            CHECK(line.find("\"INSERT ") == std::string::npos);
            CHECK(line.find("\"UPDATE ") == std::string::npos);
        }
    }
}

TEST_CASE("money knows no floating point and the domain no clock", "[tidy]")
{
    for (const auto& file : sources()) {
        const auto name = fs::relative(file, root / "src").string();
        if (!name.starts_with("domain/") && !name.starts_with("base/")) continue;
        INFO(name);
        for (auto line : lines_of(file)) {
            line = line.substr(0, line.find("//"));
            INFO(line);
            for (const auto* word :
                 {"double ", "float ", "long double", "system_clock", "<ctime>", "std::rand", "<fstream>"}) {
                CHECK(line.find(word) == std::string::npos);
            }
        }
    }
}

TEST_CASE("files stay small enough to know", "[tidy]")
{
    for (const auto& file : sources()) {
        INFO(fs::relative(file, root).string());
        CHECK(lines_of(file).size() <= 500);
    }
}

TEST_CASE("the picture has no circles", "[tidy]")
{
    // Kahn's order: take away, again and again, what depends on nothing that is left.
    auto left = picture;
    for (bool moved = true; moved;) {
        moved = false;
        for (auto at = left.begin(); at != left.end();) {
            const auto waits = [&](const std::string& on) {
                return std::any_of(left.begin(), left.end(), [&](const auto& other) {
                    return other.first == on || (on == "domain/*" && other.first.starts_with("domain/"));
                });
            };
            const bool free = std::none_of(at->second.begin(), at->second.end(), waits);
            at = free ? left.erase(at) : std::next(at);
            moved = moved || free;
        }
    }
    CHECK(left.empty());
}

TEST_CASE("nothing is left for later and no machine is named", "[tidy]")
{
    // Split, so that this file does not find itself.
    const std::vector<std::string> unwanted{std::string{"TO"} + "DO", std::string{"FIX"} + "ME",
                                            std::string{"/wo"} + "rk/", std::string{"/ho"} + "me/"};
    for (const auto* folder : {"src", "tests", "schema", "docs", "cmake", "tools"}) {
        for (const auto& entry : fs::recursive_directory_iterator{root / folder}) {
            if (!entry.is_regular_file()) continue;
            INFO(fs::relative(entry.path(), root).string());
            const auto text = text_of(entry.path());
            for (const auto& word : unwanted) {
                INFO(word);
                CHECK(text.find(word) == std::string::npos);
            }
        }
    }
}

TEST_CASE("the links of every page lead somewhere", "[tidy]")
{
    std::vector<fs::path> pages{root / "README.md", root / "CONTRIBUTING.md", root / "CHANGELOG.md"};
    for (const auto* folder : {"docs", "reports", "schema", "bench"}) {
        for (const auto& entry : fs::recursive_directory_iterator{root / folder}) {
            if (entry.path().extension() == ".md") pages.push_back(entry.path());
        }
    }
    for (const auto& page : pages) {
        const auto text = text_of(page);
        for (auto at = text.find("]("); at != std::string::npos; at = text.find("](", at + 2)) {
            const auto target = text.substr(at + 2, text.find(')', at) - at - 2);
            if (target.starts_with("http") || target.starts_with("#")) continue;
            INFO(page << " -> " << target);
            CHECK(fs::exists(page.parent_path() / target.substr(0, target.find('#'))));
        }
    }
}
