#include "cli/commands.h"
#include "cli/messages.h"
#include "usecases/demo/play_demo.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace vierkant::cli {

namespace {

/// The bank's folder: statements come in there, and stay for whoever wants to read them.
class StatementFolder {
public:
    explicit StatementFolder(std::string name) : name_{std::move(name)} {}

    std::optional<Refusal> make() const
    {
        std::error_code error;
        std::filesystem::create_directories(name_, error);
        if (!error) return std::nullopt;
        return bad_input(file_unwritable, {{"file", name_}, {"reason", error.message()}});
    }

    void keep(const demo::StatementFile& file) const
    {
        const auto path = std::filesystem::path{name_} / file.name;
        std::ofstream stream{path, std::ios::binary};
        stream << file.content;
        stream.close();
        if (!stream) throw std::runtime_error{"cannot write " + path.string()};
    }

private:
    std::string name_;
};

std::string demo_text(const Context& context, const demo::DemoReceipt& receipt, const std::string& folder)
{
    return say(demo_played,
               {{"first", receipt.first},
                {"last", receipt.last},
                {"applications", std::to_string(receipt.applications)},
                {"awards", std::to_string(receipt.awards)},
                {"acts", std::to_string(receipt.acts)},
                {"statements", std::to_string(receipt.statements)},
                {"lines", std::to_string(receipt.lines)},
                {"suspense", std::to_string(receipt.in_suspense)},
                {"folder", folder}},
               context.language()) +
           "\n";
}

void run_demo(Context& context, const Values& values)
{
    const auto folder = values["--folder"].empty() ? std::string{"demo-bank"} : values["--folder"];
    const auto story = demo::read_story(demo::shipped_story, context.today());
    if (!story) return context.refuse_with(story.refusal());
    const StatementFolder statements{folder};
    if (const auto refused = statements.make()) return context.refuse_with(*refused);

    storage::Connection connection{context.database};
    const auto receipt = demo::play_demo(
        connection, *story, context.today(),
        {[&](const demo::StatementFile& file) { statements.keep(file); },
         [&](int year, std::int64_t acts) {
             context.say_aside(
                 say(demo_year, {{"year", std::to_string(year)}, {"acts", std::to_string(acts)}}, context.language()));
         }});
    if (!receipt) return context.refuse_with(receipt.refusal());
    context.print(demo_text(context, *receipt, folder));
}

}  // namespace

std::vector<Command> demo_commands()
{
    return {{"demo",
             "Vult een lege administratie met een voorbeeld: verzonnen ondernemingen, hun leningen en subsidies sinds "
             "2023, en de bankafschriften daarvan.",
             "Fills an empty administration with an example: fictional undertakings, their loans and grants since "
             "2023, and the bank statements of them.",
             {{"--folder", "map voor de bankafschriften (camt.053); anders demo-bank",
               "folder for the bank statements (camt.053); else demo-bank"}},
             run_demo}};
}

}  // namespace vierkant::cli
