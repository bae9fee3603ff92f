#include "cli/context.h"

#include "cli/messages.h"
#include "storage/migrations.h"
#include "usecases/report_files.h"

#include <fmt/format.h>

#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace vierkant::cli {

namespace {

std::string reason()
{
    return std::strerror(errno);  // NOLINT(concurrency-mt-unsafe): the command line has one thread
}

enum class Versions { this_one, this_and_earlier };

Result<storage::Connection> open_database(const std::string& database, Versions versions)
{
    const Arguments arguments{{"database", is_server(database) ? "PostgreSQL" : database}};
    if (!is_server(database) && !std::filesystem::exists(database)) return refuse(no_administration, arguments);
    storage::Connection connection{database};
    if (!storage::has_schema(connection)) return refuse(no_administration, arguments);
    const auto age = storage::schema_age(connection);
    if (age == storage::SchemaAge::newer) return refuse(administration_newer, arguments);
    if (age == storage::SchemaAge::older && versions == Versions::this_one) {
        return refuse(administration_older, arguments);
    }
    return connection;
}

}  // namespace

bool is_server(const std::string& database)
{
    return database.starts_with("postgresql://") || database.starts_with("postgres://");
}

Date Context::today() const
{
    if (const auto typed = parse_date(today_text)) return *typed;
    const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return Date::from_serial(now.time_since_epoch().count());
}

storage::Task Context::task(const std::string& name) const
{
    // With --today the instant follows it, so that the same commands make the same administration.
    const auto since = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const std::chrono::hh_mm_ss clock{since - std::chrono::floor<std::chrono::days>(since)};
    const auto instant =
        fmt::format("{:02}:{:02}:{:02}Z", clock.hours().count(), clock.minutes().count(), clock.seconds().count());
    return {name, actor, today(), to_text(today()) + "T" + (today_text.empty() ? instant : "00:00:00Z"), key};
}

void Context::refuse_with(const Refusal& refusal)
{
    std::cerr << refusal.in(language()) << "\n";
    exit_status = static_cast<int>(refusal.cause);
}

void Context::say_aside(std::string_view sentence) const
{
    std::cerr << sentence << "\n";
}

void Context::print(std::string_view result)
{
    if (output.empty()) {
        std::cout << result;
        return;
    }
    write(output, result);
}

void Context::write(const std::string& name, std::string_view text)
{
    std::ofstream file{name, std::ios::binary};
    file << text;
    file.close();
    if (!file) refuse_with(wrong_usage(file_unwritable, {{"file", name}, {"reason", reason()}}));
}

void Context::print_csv(const reporting::Report& report)
{
    std::error_code none;
    if (output.empty() || !std::filesystem::is_directory(output, none)) {
        return print(reporting::render_csv(report.tables.front(), csv_dialect()));
    }
    for (const auto& file : reporting::render_csv_files(report, csv_dialect())) {
        write((std::filesystem::path{output} / (report.name + "-" + file.name)).string(), file.content);
    }
}

void Context::print_streamed(const std::function<Result<Done>(std::ostream&)>& write)
{
    if (output.empty()) {
        if (const auto done = write(std::cout); !done) refuse_with(done.refusal());
        return;
    }
    std::ofstream file{output, std::ios::binary};
    if (!file) return refuse_with(wrong_usage(file_unwritable, {{"file", output}, {"reason", reason()}}));
    const auto done = write(file);
    file.close();
    if (!done) return refuse_with(done.refusal());
    if (!file) refuse_with(wrong_usage(file_unwritable, {{"file", output}, {"reason", reason()}}));
}

void Context::print_as(std::initializer_list<Form> forms)
{
    std::string known;
    for (const auto& form : forms) {
        if (form.format == format) return print(form.text());
        known += (known.empty() ? "" : ", ") + std::string{form.format};
    }
    refuse_with(wrong_usage(format_unknown, {{"format", format}, {"known", known}}));
}

void Context::print_report(const reporting::Report& report)
{
    if (format == "csv") return print_csv(report);
    if ((format == "xlsx" || format == "pdf") && output.empty() && isatty(STDOUT_FILENO) == 1)
        return refuse_with(wrong_usage(output_needed, {{"format", format}}));
    if (format == "pdf") {
        const auto pdf = usecases::report_pdf(dated(report), language());
        return pdf ? print(*pdf) : refuse_with(pdf.refusal());
    }
    print_as({{"text", [&] { return reporting::render_text(report, language()); }},
              {"csv", {}},
              {"json", [&] { return reporting::render_json(report, language()); }},
              {"xlsx", [&] { return reporting::render_xlsx(dated(report), language()); }},
              {"html", [&] { return usecases::report_page(dated(report), language()); }},
              {"pdf", {}}});
}

reporting::Report Context::dated(reporting::Report report) const
{
    report.drawn_up_on = today();
    return report;
}

Result<std::string> read_file(const std::string& name)
{
    constexpr std::uintmax_t most_megabytes = 64;
    std::error_code none;
    if (std::filesystem::is_directory(name, none)) {
        return bad_input(file_unreadable,
                         {{"file", name}, {"reason", std::strerror(EISDIR)}});  // NOLINT(concurrency-mt-unsafe)
    }
    std::ifstream file{name, std::ios::binary};
    if (!file) return bad_input(file_unreadable, {{"file", name}, {"reason", reason()}});
    if (std::filesystem::file_size(name, none) > most_megabytes * 1024 * 1024 && !none) {
        return bad_input(file_too_large, {{"file", name}, {"most", std::to_string(most_megabytes)}});
    }
    return std::string{std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

Result<storage::Connection> open_any_version(const std::string& database)
{
    return open_database(database, Versions::this_and_earlier);
}

Result<storage::Connection> open_administration(const std::string& database)
{
    return open_database(database, Versions::this_one);
}

Result<storage::Connection> open_administration(const Context& context)
{
    return open_administration(context.database);
}

}  // namespace vierkant::cli
