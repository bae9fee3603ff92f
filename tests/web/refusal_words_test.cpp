// Who works in the browser or over the API reads no names of commands: a refusal whose words have them, has words of
// its own there.

#include "support/files.h"
#include "web/api/messages.h"
#include "web/messages.h"

#include <catch2/catch.hpp>

#include <map>
#include <regex>
#include <set>

using namespace vierkant;
using namespace vierkant::testing;

namespace {

struct Words {
    std::string nl;
    std::string en;
    friend bool operator==(const Words&, const Words&) = default;
};

/// Every text of the modules that the API may pass on, by its code, as the source has it.
std::map<std::string, std::set<std::string>> texts_in_source(std::map<std::string, Words>& words)
{
    std::map<std::string, std::set<std::string>> files_of;
    const std::regex text{R"re(inline constexpr Text \w+\{\s*"([a-z0-9_.]+)",((?:[^;"]|"(?:[^"\\]|\\.)*")*)\};)re"};
    const std::regex piece{R"re("((?:[^"\\]|\\.)*)"(\s*,)?)re"};
    for (const auto* folder :
         {"src/base", "src/domain", "src/formats", "src/reporting", "src/storage", "src/usecases"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
            if (entry.path().extension() != ".h" || entry.path().parent_path().filename() == "demo") continue;
            const auto source = source_file(entry.path());
            for (std::sregex_iterator at{source.begin(), source.end(), text}, end; at != end; ++at) {
                const auto rest = (*at)[2].str();
                Words found;
                auto* part = &found.nl;
                for (std::sregex_iterator one{rest.begin(), rest.end(), piece}; one != end; ++one) {
                    *part += (*one)[1].str();
                    if ((*one)[2].matched) part = &found.en;
                }
                words[(*at)[1]] = found;
                files_of[(*at)[1]].insert(entry.path());
            }
        }
    }
    return files_of;
}

std::set<std::string> arguments_of(std::string_view words)
{
    static const std::regex argument{R"re(\{[a-z_]+\})re"};
    const std::string text{words};
    std::set<std::string> found;
    for (std::sregex_iterator at{text.begin(), text.end(), argument}, end; at != end; ++at) found.insert(at->str());
    return found;
}

bool names_command(const std::string& words)
{
    static const std::regex command{
        "vierkant [a-z]|--[a-z]|(undertaking|grant|loan|application|order|bank) "
        "(add|change|show|list|retain|leave)\\b"};
    return std::regex_search(words, command);
}

/// Refused by commands only.
const std::set<std::string> of_commands{
    "usecases.already_there",    // vierkant init
    "usecases.first_day_known",  // vierkant close day --from
    "usecases.token_unknown",    // a token is made and revoked on the command line only
    "usecases.token_purpose_unfit",
};

/// The words of a door for a refusal: none that names a command goes through as it is.
void check_words(const Words& text, const Text* ours, bool may_be_met)
{
    if (ours == nullptr) {
        CHECK((!may_be_met || !(names_command(text.nl) || names_command(text.en))));
        return;
    }
    CHECK_FALSE(names_command(std::string{ours->nl}));
    CHECK_FALSE(names_command(std::string{ours->en}));
    CHECK(arguments_of(ours->nl) == arguments_of(ours->en));
    for (const auto& argument : arguments_of(ours->nl)) CHECK(arguments_of(text.nl).contains(argument));
}

}  // namespace

TEST_CASE("no refusal of the desk or the API tells which command to give", "[web][api]")
{
    std::map<std::string, Words> words;
    const auto files_of = texts_in_source(words);
    CHECK(words.size() > 300);
    for (const auto& [code, text] : words) {
        INFO(code << ": " << text.en);
        CHECK(files_of.at(code).size() == 1);  // two modules with the same code would say each other's words
        CHECK_FALSE(text.en.empty());
        const bool may_be_met = !of_commands.contains(code);
        check_words(text, api::api_text(code), may_be_met);
        check_words(text, web::desk_text(code), may_be_met);
    }
    for (const auto& code : of_commands) CHECK(words.contains(code));
}
