#include "formats/csv.h"

#include <catch2/catch.hpp>

#include <sstream>

using namespace vierkant;
using formats::CsvReader;

namespace {

/// The rows as "line:a|b|c", a refused row as "! where text".
std::vector<std::string> rows_of(const std::string& text, formats::CsvLimits limits = {})
{
    std::istringstream in{text};
    auto reader = CsvReader::open(in, "f.csv", limits);
    if (!reader) return {"! " + reader.refusal().in(Language::en)};
    std::vector<std::string> rows;
    while (rows.size() < 20) {
        auto row = reader->next();
        if (!row) {
            rows.push_back("! " + row.refusal().in(Language::en));
            continue;
        }
        if (!*row) break;
        std::string line = std::to_string((*row)->line) + ":";
        for (const auto& field : (*row)->fields) line += field + "|";
        rows.push_back(line);
    }
    return rows;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("CSV is read as RFC 4180 describes it", "[formats]")
{
    CHECK(rows_of("a,b\r\n1,2\r\n3,4") == Rows{"2:1|2|", "3:3|4|"});
    CHECK(rows_of("a,b\n\"x, \"\"y\"\"\",\"two\nlines\"\n5,6\n") == Rows{"2:x, \"y\"|two\nlines|", "4:5|6|"});
    CHECK(rows_of("\xEF\xBB\xBF"
                  "a;b\n1,5;2\n") == Rows{"2:1,5|2|"});
    CHECK(rows_of("a,b\n\n,\n") == Rows{"3:||"});
    CHECK(rows_of("a\n") == Rows{});
}

TEST_CASE("CSV that is wrong is refused with its line, and the next row can still be read", "[formats]")
{
    auto rows = rows_of("a,b\n1\n1,2,3\nx\"y,2\n\"q\"r,2\n\xff,2\n7,8\n");
    REQUIRE(rows.size() == 6);
    for (std::size_t i = 0; i < 5; ++i) CHECK(rows[i].starts_with("! f.csv:" + std::to_string(i + 2) + ": "));
    CHECK(rows[5] == "7:7|8|");
    CHECK(rows_of("").front() == "! f.csv: The file has no header. Put the names of the columns on the first line.");
    CHECK(rows_of("a,a\n").front().starts_with("! f.csv:1: "));
    CHECK(rows_of("a,b\n1,\"open\n2,3\n").front().starts_with("! f.csv:2: "));
    CHECK(rows_of("a,b\n12345,1\n", {4, 2}).front().starts_with("! f.csv:2: "));
    CHECK(rows_of("a,b,c\n", {4, 2}).front().starts_with("! f.csv:1: "));
}

TEST_CASE("UTF-8 is checked as RFC 3629 defines it", "[formats]")
{
    CHECK(formats::is_utf8("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x8C\xBE"));
    CHECK_FALSE(formats::is_utf8("\xC0\x80"));
    CHECK_FALSE(formats::is_utf8("\xED\xA0\x80"));
    CHECK_FALSE(formats::is_utf8("\xF4\x90\x80\x80"));
    CHECK_FALSE(formats::is_utf8("\xE2\x82"));
}
