// docs/reference/api.md: its curl examples run, in their order, and it names every address and every scope.

#include "support/api_client.h"
#include "web/api/call.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;

namespace {

std::string page()
{
    return ApiOffice::text_of(VIERKANT_SOURCE_DIR "/docs/reference/api.md");
}

/// The words of a shell's line; double quotes hold words together.
std::vector<std::string> words_of(const std::string& line)
{
    std::vector<std::string> words;
    std::string word;
    bool quoted = false;
    bool any = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
            any = true;
        } else if (c == ' ' && !quoted) {
            if (any) words.push_back(word);
            word.clear();
            any = false;
        } else {
            word += c;
            any = true;
        }
    }
    if (any) words.push_back(word);
    return words;
}

/// "$ETAG(/api/v1/loans/L-000001)" becomes the ETag that is read there.
std::string with_etag(std::string text, ApiOffice& office, const std::string& token)
{
    const std::string mark = "$ETAG(/api/v1";
    const auto at = text.find(mark);
    if (at == std::string::npos) return text;
    const auto end = text.find(')', at);
    const auto address = text.substr(at + mark.size(), end - at - mark.size());
    return text.replace(at, end - at + 1, office.ask("GET", address, token).header("ETag"));
}

/// Does what curl would do with this line.
ApiAnswer curl(const std::string& line, ApiOffice& office, const std::string& token)
{
    const std::string base = "$BASE/api/v1";
    const auto words = words_of(line);
    std::string method = "GET";
    std::string address;
    std::string body;
    std::string sent_token;
    std::vector<std::pair<std::string, std::string>> headers;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i] == "-X") {
            method = words.at(++i);
        } else if (words[i] == "-H") {
            const auto& header = words.at(++i);
            const auto colon = header.find(": ");
            REQUIRE(colon != std::string::npos);
            auto name = header.substr(0, colon);
            for (auto& c : name) c = static_cast<char>(::tolower(c));
            if (name == "authorization") {
                CHECK(header == "Authorization: Bearer $TOKEN");
                sent_token = token;
            } else {
                headers.emplace_back(name, with_etag(header.substr(colon + 2), office, token));
            }
        } else if (words[i] == "--data") {
            const auto& data = words.at(++i);
            const std::string examples = "@docs/examples/";
            body = data.starts_with(examples)
                       ? ApiOffice::text_of(VIERKANT_SOURCE_DIR "/docs/examples/" + data.substr(examples.size()))
                       : data;
        } else {
            REQUIRE(words[i].starts_with(base));
            address = words[i].substr(base.size());
        }
    }
    return office.ask(method, address, sent_token, body, headers);
}

}  // namespace

TEST_CASE("who follows the description of the API gets the answers that it says", "[web][api][docs]")
{
    ApiOffice office;
    const auto token = office.token('o', "read reports:read applications:write");
    std::istringstream lines{page()};
    std::string command;
    int ran = 0;
    for (std::string line; std::getline(lines, line);) {
        if (command.ends_with("\\")) {
            command.pop_back();
            command += line.substr(4);
        } else if (line.starts_with("    curl ")) {
            command = line.substr(4);
        }
        if (!line.starts_with("    HTTP ")) continue;
        INFO(command);
        const auto answer = curl(command, office, token);
        INFO(answer.body);
        CHECK(std::to_string(answer.status) == line.substr(9));
        command.clear();
        ++ran;
    }
    CHECK(ran > 10);
    CHECK(office.log.empty());
}

TEST_CASE("the description names every address and every scope", "[web][api][docs]")
{
    const auto text = page();
    for (const auto& route : api::routes()) {
        const std::string method = route.method == http::Method::get ? "GET" : "POST";
        const auto row = "| " + method + " `" + std::string{route.pattern} + "` | " + std::string{route.nl} + " | `" +
                         std::string{officers::name_of(route.scope).code} + "` |";
        INFO(row);
        CHECK(text.find(row) != std::string::npos);
    }
    for (const auto& scope : officers::scope_names()) {
        CHECK(text.find("| `" + std::string{scope.code} + "` | " + std::string{scope.nl} + " |") != std::string::npos);
    }
}
