#pragma once

#include "base/date.h"
#include "base/result.h"
#include "reporting/render.h"
#include "storage/work.h"

#include <functional>
#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>

namespace vierkant::cli {

/// What every command was given besides its own options (design.md, section 4).
struct Context {
    std::string database = "vierkant.db";
    std::string today_text;  ///< as typed with --today; empty is the clock's day
    std::string language_text = "nl";
    std::string actor;
    std::string key;  ///< idempotency key: what was done under it is not done again
    std::string format = "text";
    std::string dialect = "international";  ///< of CSV: international, or nl
    std::string output;                     ///< a file, or for CSV a folder; empty is standard output
    int exit_status = 0;

    [[nodiscard]] Language language() const { return language_text == "en" ? Language::en : Language::nl; }
    [[nodiscard]] std::string_view in_language(std::string_view nl, std::string_view en) const
    {
        return language() == Language::nl ? nl : en;
    }

    /// Today: as typed, else the clock's day. The one place where the clock is read.
    [[nodiscard]] Date today() const;
    [[nodiscard]] storage::Task task(const std::string& name) const;

    /// Says why not, on standard error, and sets the exit status of the cause.
    void refuse_with(const Refusal& refusal);

    /// Tells the officer something beside the result, on standard error.
    void say_aside(std::string_view sentence) const;

    /// Prints a result, or writes it to the file of --output.
    void print(std::string_view result);

    /// Hands out where a long result is written piece by piece: standard output or the file of --output.
    void print_streamed(const std::function<Result<Done>(std::ostream&)>& write);

    /// Prints in the format asked for; refuses one that is not among these.
    struct Form {
        std::string_view format;
        std::function<std::string()> text;
    };
    void print_as(std::initializer_list<Form> forms);
    /// A report or list as text, CSV, JSON, XLSX, HTML or PDF.
    void print_report(const reporting::Report& report);
    /// The first table of a report as CSV; all of them, a file each, where --output is a folder.
    void print_csv(const reporting::Report& report);
    [[nodiscard]] reporting::CsvDialect csv_dialect() const
    {
        return dialect == "nl" ? reporting::CsvDialect::nl : reporting::CsvDialect::international;
    }

private:
    void write(const std::string& name, std::string_view text);
    /// A document that is kept says on which day it was drawn up.
    [[nodiscard]] reporting::Report dated(reporting::Report report) const;
};

/// The bytes of a file; a refusal that names it where it cannot be read.
Result<std::string> read_file(const std::string& name);

/// Is this the address of a PostgreSQL server, not the name of a file?
bool is_server(const std::string& database);

/// Opens an administration that was made before, by this version or an earlier one; refuses where there is none.
Result<storage::Connection> open_any_version(const std::string& database);

/// The same, and refuses one of an earlier version.
Result<storage::Connection> open_administration(const std::string& database);
Result<storage::Connection> open_administration(const Context& context);

}  // namespace vierkant::cli
