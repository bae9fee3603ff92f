#include "usecases/print_pdf.h"

#include "storage/migrations.h"
#include "support/small_portfolio.h"
#include "usecases/make_report.h"
#include "usecases/report_files.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>

using namespace vierkant;
using namespace vierkant::testing;
using usecases::PdfPrinter;
using usecases::print_pdf;

namespace {

/// A program in place of WeasyPrint, that goes away again.
class Script {
public:
    explicit Script(const std::string& lines)
        : path_{std::filesystem::temp_directory_path() /
                ("vierkant-printer-" + std::to_string(std::chrono::steady_clock::now().time_since_epoch().count()))}
    {
        std::ofstream{path_} << "#!/bin/sh\n" << lines << "\n";
        std::filesystem::permissions(path_, std::filesystem::perms::owner_all);
    }
    ~Script() { std::filesystem::remove(path_); }
    Script(const Script&) = delete;
    Script& operator=(const Script&) = delete;
    [[nodiscard]] PdfPrinter printer(int seconds = 20) const { return {path_.string(), std::chrono::seconds{seconds}}; }

private:
    std::filesystem::path path_;
};

const usecases::PdfIdentity identity{"towns-2026-03-31", date(2026, 3, 31)};

std::string code_of(const Result<std::string>& result)
{
    return result ? "printed" : std::string{result.refusal().text->code};
}

}  // namespace

TEST_CASE("the page goes in and the PDF comes out, however long either is", "[usecases]")
{
    const Script script{"printf '%%PDF-1.7 '; cat"};
    const std::string page(3'000'000, 'x');
    const auto pdf = print_pdf(page, identity, script.printer());
    REQUIRE(pdf);
    CHECK(*pdf == "%PDF-1.7 " + page);
}

TEST_CASE("the printer is told what the document is, and finds no way out", "[usecases]")
{
    const Script script{"cat >/dev/null; printf '%%PDF-1.7 '; echo \"$@\"; env; ls /proc/self/fd | wc -l"};
    const auto pdf = print_pdf("<p>page</p>", identity, script.printer());
    REQUIRE(pdf);
    const auto says = [&](const std::string& words) { return pdf->find(words) != std::string::npos; };
    CHECK(says("--pdf-variant pdf/a-3b --pdf-identifier towns-2026-03-31 - -"));
    CHECK(says("SOURCE_DATE_EPOCH=1774915200"));  // 31 March 2026, midnight UTC
    CHECK(says("http_proxy=http://127.0.0.1:9"));
    CHECK(says("https_proxy=http://127.0.0.1:9"));
    CHECK_FALSE(says("VIERKANT_TEST_POSTGRES"));
    CHECK(says("\n4\n"));  // standard input, output and error, and the folder that ls reads
}

TEST_CASE("a printer that fails, hangs or is not there is said to, and nothing of it stays", "[usecases]")
{
    CHECK(code_of(print_pdf("x", identity, {"no-such-printer", std::chrono::seconds{5}})) == "usecases.no_pdf_program");
    CHECK_FALSE(usecases::can_print_pdf({"no-such-printer", std::chrono::seconds{5}}));
    CHECK(code_of(print_pdf("x", identity, Script{"exit 3"}.printer())) == "usecases.pdf_failed");
    CHECK(code_of(print_pdf("x", identity, Script{"cat; echo no pdf"}.printer())) == "usecases.pdf_failed");
    // It does not even read: the page is longer than what fits between two programs.
    const auto begin = std::chrono::steady_clock::now();
    CHECK(code_of(print_pdf(std::string(3'000'000, 'x'), identity, Script{"sleep 60"}.printer(1))) ==
          "usecases.pdf_took_too_long");
    CHECK(code_of(print_pdf("x", identity, Script{"exec >&-; sleep 60"}.printer(1))) == "usecases.pdf_failed");
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{20});
}

TEST_CASE("WeasyPrint prints a report, and the same report the same bytes", "[usecases]")
{
    if (!usecases::can_print_pdf()) {
        WARN("left out: printing with WeasyPrint (tools/install --pdf installs it)");
        return;
    }
    storage::Connection connection{":memory:"};
    storage::migrate(connection);
    make_small_portfolio(connection);
    const auto report = usecases::make_report(connection, "portfolio", date(2026, 9, 15), "revolving");
    REQUIRE(report);
    const auto pdf = usecases::report_pdf(*report, Language::nl);
    REQUIRE(pdf);
    CHECK(pdf->starts_with("%PDF-1.7"));
    CHECK(*pdf == *usecases::report_pdf(*report, Language::nl));
}
