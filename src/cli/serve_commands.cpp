#include "base/secret.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/user_messages.h"
#include "storage/migrations.h"
#include "usecases/users.h"
#include "web/serve.h"

#include <charconv>
#include <chrono>
#include <iostream>

namespace vierkant::cli {

namespace {

std::optional<int> read_number_in(const std::string& text, int least, int most, int otherwise)
{
    if (text.empty()) return otherwise;
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most)
        return std::nullopt;
    return number;
}

std::int64_t clock_seconds()
{
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

void run_serve(Context& context, const Values& values)
{
    const auto port = read_number_in(values["--port"], 0, 65535, 8080);
    if (!port) return context.refuse_with(wrong_usage(port_unreadable, {{"value", values["--port"]}}));
    const auto workers = read_number_in(values["--workers"], 1, 64, 4);
    if (!workers) return context.refuse_with(wrong_usage(workers_unreadable, {{"value", values["--workers"]}}));

    http::ServerOptions server;
    server.port = static_cast<std::uint16_t>(*port);
    server.workers = *workers;
    if (values.has("--listen")) server.address = values["--listen"];
    web::DeskOptions desk;
    desk.database = context.database;
    desk.today = parse_date(context.today_text);
    desk.clock = clock_seconds;
    desk.log = [](const std::string& line) { std::cerr << "vierkant: " + line + "\n"; };
    {
        storage::Connection connection{context.database};
        storage::migrate(connection);
        if (usecases::list_users(connection).empty()) desk.setup_code = random_token().substr(0, 12);
    }
    web::serve(server, desk, [&](http::Server& listening) {
        const auto host = server.address.find(':') == std::string::npos ? server.address : "[" + server.address + "]";
        const auto address = "http://" + host + ":" + std::to_string(listening.port()) + "/";
        context.print(say(serving, {{"address", address}}, context.language()) + "\n");
        if (!desk.setup_code.empty()) {
            context.print(say(serving_setup, {{"address", address}, {"code", desk.setup_code}}, context.language()) +
                          "\n");
        }
        std::cout.flush();
    });
    context.print(say(stopped, {}, context.language()) + "\n");
}

}  // namespace

std::vector<Command> serve_commands()
{
    return {
        {"serve",
         "Opent het bureau in de browser. Luistert alleen op deze machine, tenzij --listen iets anders zegt; zet er "
         "voor "
         "anderen een proxy met TLS voor.",
         "Opens the desk in a browser. Listens on this machine only, unless --listen says otherwise; put a proxy with "
         "TLS before it for others.",
         {{"--port", "poort; anders 8080; 0 kiest een vrije", "port; else 8080; 0 chooses a free one"},
          {"--listen", "adres; anders 127.0.0.1", "address; else 127.0.0.1"},
          {"--workers", "hoeveel verzoeken tegelijk; anders 4", "how many requests at once; else 4"}},
         run_serve}};
}

}  // namespace vierkant::cli
