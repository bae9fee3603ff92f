#include "domain/banking/camt053.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

using namespace vierkant;
using namespace vierkant::banking;

namespace {

const std::string samples = VIERKANT_SOURCE_DIR "/tests/data/camt053/";

std::string bytes_of(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string refusal_of(const std::string& name, const std::string& folder = samples)
{
    const auto parsed = parse_camt053(bytes_of(folder + name), name);
    return parsed ? "accepted" : parsed.refusal().in(Language::en);
}

}  // namespace

// What must come of each file is said by whoever collected them: tests/data/camt053/README.md names the sources.

TEST_CASE("two statements that tie are read in order", "[banking]")
{
    const auto parsed = parse_camt053(bytes_of(samples + "camt053.v2.multi.statement.xml"), "multi.xml");
    if (!parsed) FAIL(parsed.refusal().in(Language::en));
    REQUIRE(parsed->size() == 2);
    const auto& first = parsed->at(0);
    CHECK(first.head.id == "253EURNL26VAYB8060476890");
    CHECK(first.head.sequence == 12312);
    CHECK(first.head.account == "NL26VAYB8060476890");
    CHECK(first.head.opening == Balance{Money::cents(1815), date(2014, 12, 30)});
    CHECK(first.head.closing == Balance{Money::cents(2700), date(2014, 12, 31)});
    REQUIRE(first.lines.size() == 1);
    const auto& line = first.lines.front();
    CHECK(line.amount == Money::cents(885));
    CHECK(line.booked == date(2014, 12, 31));
    CHECK(line.value == date(2015, 1, 2));
    CHECK(line.end_to_end_id == "000000001");
    CHECK(line.remittance == "Transaction Description 1");
    CHECK(line.counterparty == "Company Name 1");
    CHECK(line.counterparty_account == "NL56AGDH9619008421");
    CHECK(line.transaction_code == "544");
    CHECK(line.identity == "NL26VAYB8060476890|253EURNL26VAYB8060476890|12312|1");

    const auto& second = parsed->at(1);
    CHECK_FALSE(second.head.sequence);
    CHECK(second.head.opening.amount == Money::cents(2700));
    CHECK(second.lines.front().amount == Money::cents(-700));
    CHECK(second.head.closing.amount == Money::cents(2000));
    CHECK(continuity(first.head, second.head).empty());
}

TEST_CASE("samples whose balances do not tie are refused with the figures", "[banking]")
{
    for (const auto* name : {"camt053.v2.minimal.xml", "camt053.v2.with-party-ids.xml", "camt053.v8.xml"}) {
        INFO(name);
        const auto refusal = refusal_of(name);
        INFO(refusal);
        CHECK(refusal.find("opening EUR 18.15 and closing SEK -27.00") != std::string::npos);
    }
}

TEST_CASE("a sample with more decimals than the euro has is refused at its first amount", "[banking]")
{
    CHECK(refusal_of("camt053.v2.five.decimals.xml") ==
          "camt053.v2.five.decimals.xml:43:38 Stmt[1]/Bal/Amt: \"18.150\" has more decimals than the euro has: at most "
          "two. Ask the bank for a new statement.");
}

TEST_CASE("a sample without a statement is refused with the line", "[banking]")
{
    CHECK(refusal_of("camt053.v2.wrong.xml") ==
          "camt053.v2.wrong.xml:8:5 Document/BkToCstmrStmt: There is no statement in this file: the element Stmt is "
          "missing. Choose a period with a statement at the bank.");
}

TEST_CASE("a document without a message holds no statement either", "[banking]")
{
    for (const auto* bytes :
         {"<Document/>", "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"></Document>"}) {
        INFO(bytes);
        const auto parsed = parse_camt053(bytes, "empty.xml");
        REQUIRE_FALSE(parsed);
        CHECK(parsed.refusal().text->code == "banking.no_statement");
    }
}

TEST_CASE("the sample of another project that does not tie is refused with three figures", "[banking]")
{
    const std::string folder = VIERKANT_SOURCE_DIR "/../shared/samples/camt053/";
    if (!std::filesystem::exists(folder + "oca-test-camt053.xml")) {
        std::cout << "left out: oca-test-camt053.xml is not here\n";
        return;
    }
    CHECK(
        refusal_of("oca-test-camt053.xml", folder) ==
        "oca-test-camt053.xml:287:9 Stmt[1]: Statement 1234Test/1 does not tie: opening balance EUR 15568.27 and "
        "entries EUR -12.99 make EUR 15555.28, but the closing balance is EUR 15121.12. The difference is EUR 434.16. "
        "Nothing was read; ask the bank for a new statement.");
}

TEST_CASE("a notification is named and refused", "[banking]")
{
    const std::string folder = VIERKANT_SOURCE_DIR "/../shared/samples/camt054/";
    if (!std::filesystem::exists(folder)) {
        std::cout << "left out: the camt.054 samples are not here\n";
        return;
    }
    for (const auto* name : {"camt054.v2.xml", "camt054.v8.xml"}) {
        INFO(name);
        CHECK(parse_camt053(bytes_of(folder + name), name).refusal().text->code == "banking.is_camt054");
    }
}
