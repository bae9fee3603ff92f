#include "domain/banking/camt053.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

using namespace vierkant;
using namespace vierkant::banking;

namespace {

const std::string head = R"(<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr/>
)";
const std::string foot = "</BkToCstmrStmt></Document>\n";

std::string balance(const std::string& code, const std::string& amount, const std::string& currency = "EUR")
{
    return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"" + currency + "\">" + amount +
           "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-15</Dt></Dt></Bal>\n";
}

std::string entry(const std::string& amount, const std::string& rest = "", const std::string& status = "BOOK")
{
    return "<Ntry><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>" + status +
           "</Sts><BookgDt><Dt>2026-01-15</Dt></BookgDt>" + rest + "</Ntry>\n";
}

std::string statement(const std::string& balances, const std::string& entries)
{
    return "<Stmt><Id>S1</Id><Acct><Id><IBAN>NL45DEMO0987654321</IBAN></Id><Ccy>EUR</Ccy></Acct>\n" + balances +
           entries + "</Stmt>";
}

std::string sound(const std::string& opening, const std::string& closing, const std::string& entries)
{
    return head + statement(balance("OPBD", opening) + balance("CLBD", closing), entries) + foot;
}

/// One detail of a batch.
std::string payment(const std::string& amount, const std::string& id, const std::string& sign = "")
{
    return "<TxDtls><Refs><EndToEndId>" + id + "</EndToEndId></Refs>" +
           (sign.empty() ? "<AmtDtls><TxAmt><Amt Ccy=\"EUR\">" + amount + "</Amt></TxAmt></AmtDtls>"
                         : "<Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>" + sign + "</CdtDbtInd>") +
           "</TxDtls>";
}

std::string replaced(std::string text, const std::string& old, const std::string& by)
{
    const auto at = text.find(old);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old.size(), by);
}

std::string utf16(const std::string& ascii)
{
    std::string wide = "\xFF\xFE";
    for (const char c : ascii) wide += {c, '\0'};
    return wide;
}

std::vector<Line> lines_of(const std::string& file)
{
    const auto parsed = parse_camt053(file, "bank.xml");
    if (!parsed) FAIL(parsed.refusal().in(Language::en));
    REQUIRE(parsed->size() == 1);
    return parsed->front().lines;
}

}  // namespace

TEST_CASE("each thing that may be wrong with a file is refused with its place, in both languages", "[banking]")
{
    const auto good = sound("10.00", "12.50", entry("2.50"));
    REQUIRE(parse_camt053(good, "bank.xml"));
    const auto untied = [&](const std::string& balances) { return head + statement(balances, entry("2.50")) + foot; };
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<a>";
    const auto with_amount = [](const std::string& amount) { return sound("10.00", "12.50", entry(amount)); };

    const std::vector<std::pair<std::string, std::string>> files{
        {"nothing", ""},
        {"no XML", "Datum;Bedrag\n"},
        {"NUL bytes", std::string(16, '\0')},
        {"truncated", good.substr(0, good.size() / 2)},
        {"wrongly closed", replaced(good, "</Ntry>", "</Entry>")},
        {"two documents", good + good},
        {"billion laughs",
         "<?xml version=\"1.0\"?>\n<!DOCTYPE Document [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>\n"
         "<Document>&b;</Document>"},
        {"external entity", "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Document>&x;</Document>"},
        {"external DTD", "<!DOCTYPE Document SYSTEM \"http://example.org/a.dtd\"><Document/>"},
        {"unknown entity", replaced(good, "S1", "&bank;")},
        {"too deep", head + deep},
        {"long text", replaced(good, "S1", std::string(5'000, 'x'))},
        {"long attribute", replaced(good, "<GrpHdr/>", "<GrpHdr a=\"" + std::string(1'000'000, 'x') + "\"/>")},
        {"wrong byte in UTF-8", replaced(good, "S1", "Caf\xE9")},
        {"unknown encoding", replaced(good, "UTF-8", "EBCDIC-NL")},
        {"UTF-8 declared as UTF-16", replaced(good, "UTF-8", "UTF-16")},
        {"other XML", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>"},
        {"camt.052", replaced(good, "camt.053", "camt.052")},
        {"camt.054", replaced(good, "camt.053", "camt.054")},
        {"camt.054 without a namespace", "<Document><BkToCstmrDbtCdtNtfctn/></Document>"},
        {"pain.001", replaced(good, "camt.053.001.02", "pain.001.001.03")},
        {"version 01", replaced(good, "001.02", "001.01")},
        {"no statement", head + foot},
        {"no opening balance", untied(balance("CLBD", "12.50"))},
        {"no closing balance", untied(balance("OPBD", "10.00"))},
        {"does not tie", sound("10.00", "12.49", entry("2.50"))},
        {"account in another currency", replaced(good, "<Ccy>EUR", "<Ccy>SEK")},
        {"balance in another currency", untied(balance("OPBD", "10.00") + balance("CLBD", "12.50", "USD"))},
        {"entry in another currency", replaced(good, "<Ntry><Amt Ccy=\"EUR\"", "<Ntry><Amt Ccy=\"USD\"")},
        {"three decimals", with_amount("2.500")},
        {"minus", with_amount("-2.50")},
        {"plus", with_amount("+2.50")},
        {"exponent", with_amount("2.5e0")},
        {"thousands mark", with_amount("1,002.50")},
        {"empty amount", with_amount("")},
        {"enormous amount", with_amount("9999999999999.00")},
        {"day that does not exist", replaced(good, "<BookgDt><Dt>2026-01-15", "<BookgDt><Dt>2026-02-30")},
        {"Dutch date", replaced(good, "<BookgDt><Dt>2026-01-15", "<BookgDt><Dt>15-01-2026")},
        {"neither credit nor debit",
         replaced(good, "<CdtDbtInd>CRDT</CdtDbtInd><Sts>", "<CdtDbtInd>C</CdtDbtInd><Sts>")},
        {"no sign", replaced(good, "<CdtDbtInd>CRDT</CdtDbtInd><Sts>", "<Sts>")},
        {"sign twice", replaced(good, "<CdtDbtInd>CRDT</CdtDbtInd><Sts>",
                                "<CdtDbtInd>CRDT</CdtDbtInd><CdtDbtInd>DBIT</CdtDbtInd><Sts>")},
        {"no status", replaced(good, "<Sts>BOOK</Sts>", "")},
        {"unknown status", replaced(good, "BOOK", "MAYBE")},
        {"reversal that is no yes or no", replaced(good, "<Sts>", "<RvslInd>perhaps</RvslInd><Sts>")},
        {"no id", replaced(good, "<Id>S1</Id>", "")},
        {"no account", replaced(good, "<IBAN>NL45DEMO0987654321</IBAN>", "")},
        {"number that is none", replaced(good, "<Acct>", "<ElctrncSeqNb>1.5</ElctrncSeqNb><Acct>")},
    };
    std::string shown;
    for (const auto& [name, file] : files) {
        const auto parsed = parse_camt053(file, "bank.xml");
        INFO(name);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.refusal().cause == Cause::bad_input);
        shown +=
            "# " + name + "\n" + parsed.refusal().in(Language::nl) + "\n" + parsed.refusal().in(Language::en) + "\n\n";
    }

    // UPDATE_GOLDEN=1 writes the texts; the difference is the review.
    const std::string golden = VIERKANT_SOURCE_DIR "/tests/errors/camt053.txt";
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream{golden} << shown;
    std::ifstream expected{golden};
    REQUIRE(expected.good());
    CHECK(shown == std::string{std::istreambuf_iterator<char>{expected}, {}});
}

TEST_CASE("versions, prefixes and encodings are read alike", "[banking]")
{
    const auto good = sound("10.00", "12.50",
                            entry("2.50",
                                  "<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Caf\xC3\xA9</Nm></Dbtr>"
                                  "</RltdPties></TxDtls></NtryDtls>"));
    const auto expected = lines_of(good);
    REQUIRE(expected.front().counterparty == "Caf\xC3\xA9");
    for (const auto* version : {"02", "03", "04", "05", "06", "07", "08", "09", "10", "13"}) {
        INFO(version);
        CHECK(lines_of(replaced(good, "001.02", std::string{"001."} + version)) == expected);
    }
    CHECK(lines_of(replaced(good, "<Sts>BOOK</Sts>", "<Sts>\n  <Cd>BOOK</Cd>\n</Sts>")) == expected);
    CHECK(lines_of(replaced(good, "<Dbtr><Nm>Caf\xC3\xA9</Nm></Dbtr>",
                            "<Dbtr><Pty><Nm>Caf\xC3\xA9</Nm></Pty></Dbtr>")) == expected);
    CHECK(lines_of(replaced(good, " xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"", "")) == expected);
    CHECK(lines_of(replaced(replaced(good, "UTF-8", "ISO-8859-1"), "Caf\xC3\xA9", "Caf\xE9")) == expected);
    CHECK(lines_of("\xEF\xBB\xBF" + good) == expected);

    const auto ascii = replaced(good, "Caf\xC3\xA9", "Caf&#233;");
    CHECK(lines_of(ascii) == expected);
    CHECK(lines_of(replaced(ascii, "UTF-8", "US-ASCII")) == expected);
    CHECK(lines_of(utf16(replaced(ascii, "UTF-8", "UTF-16"))) == expected);

    std::string prefixed;
    for (std::size_t i = 0; i < good.size(); ++i) {
        prefixed += good[i];
        if (good[i] == '<' && good[i + 1] == '/') {
            prefixed += "/ns2:";
            ++i;
        } else if (good[i] == '<' && good[i + 1] != '?') {
            prefixed += "ns2:";
        }
    }
    CHECK(lines_of(replaced(prefixed, "xmlns=", "xmlns:ns2=")) == expected);
}

TEST_CASE("a batch whose payments add up becomes a line for each", "[banking]")
{
    const auto two =
        "<AcctSvcrRef>B1</AcctSvcrRef><NtryDtls>" + payment("1.00", "A") + payment("1.50", "B") + "</NtryDtls>";
    const auto lines = lines_of(sound("10.00", "12.50", entry("2.50", two)));
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].amount == Money::cents(100));
    CHECK(lines[0].identity == "NL45DEMO0987654321|B1#1");
    CHECK(lines[1].end_to_end_id == "B");
    CHECK(lines[1].position == 2);
    CHECK(lines[1].entry == 1);

    const auto mixed = "<NtryDtls>" + payment("3.00", "A", "CRDT") + payment("0.50", "B", "DBIT") + "</NtryDtls>";
    const auto with_signs = lines_of(sound("10.00", "12.50", entry("2.50", mixed)));
    REQUIRE(with_signs.size() == 2);
    CHECK(with_signs[1].amount == Money::cents(-50));

    const auto short_of = "<NtryDtls>" + payment("1.00", "A") + payment("1.00", "B") + "</NtryDtls>";
    const auto whole = lines_of(sound("10.00", "12.50", entry("2.50", short_of)));
    REQUIRE(whole.size() == 1);
    CHECK(whole[0].amount == Money::cents(250));
    CHECK(whole[0].end_to_end_id.empty());
}

TEST_CASE("a reversed credit takes money away once", "[banking]")
{
    const auto returned = replaced(replaced(entry("2.50"), "CRDT", "DBIT"), "<Sts>", "<RvslInd>true</RvslInd><Sts>");
    const auto lines = lines_of(sound("10.00", "7.50", returned));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].amount == Money::cents(-250));
    CHECK(lines[0].reversal);
}

TEST_CASE("announced entries do not count and keep their place", "[banking]")
{
    const auto lines =
        lines_of(sound("10.00", "12.50", entry("99.00", "", "PDNG") + entry("98.00", "", "INFO") + entry("2.50")));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].entry == 3);
    CHECK(lines[0].position == 1);
    CHECK(lines[0].identity == "NL45DEMO0987654321|S1|3");
}

TEST_CASE("the bank's reference names a line only the first time and when it is one", "[banking]")
{
    const auto with = [](const std::string& ref) { return entry("1.00", "<AcctSvcrRef>" + ref + "</AcctSvcrRef>"); };
    const auto lines = lines_of(sound("0.00", "3.00", with("X1") + with("X1") + with("NONREF")));
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].identity == "NL45DEMO0987654321|X1");
    CHECK(lines[1].identity == "NL45DEMO0987654321|S1|2");
    CHECK(lines[2].identity == "NL45DEMO0987654321|S1|3");
}

TEST_CASE("balances of pages and of the day before open a statement", "[banking]")
{
    const auto opens = [](const std::string& balances) {
        return parse_camt053(head + statement(balances, entry("2.50")) + foot, "bank.xml").operator bool();
    };
    CHECK(opens(balance("PRCD", "10.00") + balance("CLBD", "12.50")));
    CHECK(opens(balance("PRCD", "9.00") + balance("OPBD", "10.00") + balance("CLBD", "12.50")));
    CHECK(opens(balance("ITBD", "10.00") + balance("ITBD", "12.50")));
    CHECK(opens(balance("OPBD", "10.00") + balance("ITBD", "12.50")));
    CHECK(opens(balance("OPBD", "10.00") + balance("CLBD", "11.00") + balance("CLBD", "12.50")));
    const auto page = replaced(balance("OPBD", "10.00"), "</CdOrPrtry>", "</CdOrPrtry><SubTp><Cd>INTM</Cd></SubTp>");
    CHECK(opens(balance("OPBD", "1.00") + page + balance("CLBD", "12.50")));
}

TEST_CASE("another currency ordered by the payer is kept as it stands", "[banking]")
{
    const auto lines = lines_of(sound("10.00", "12.50",
                                      entry("2.50",
                                            "<NtryDtls><TxDtls><AmtDtls><InstdAmt><Amt Ccy=\"SEK\">28.125</Amt>"
                                            "</InstdAmt></AmtDtls></TxDtls></NtryDtls>")));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].foreign_amount == "SEK 28.125");
}

TEST_CASE("a gap between statements is noticed", "[banking]")
{
    StatementHead first{
        "1", 1, "NL45DEMO0987654321", "EUR", "", {{}, date(2026, 1, 1)}, {Money::euros(10), date(2026, 1, 31)}};
    StatementHead next{"2", 2, first.account, "EUR", "", {Money::euros(10), date(2026, 2, 1)}, {{}, date(2026, 2, 28)}};
    CHECK(continuity(first, next).empty());

    next.sequence = 3;
    next.opening.amount = Money::euros(11);
    const auto notices = continuity(first, next);
    REQUIRE(notices.size() == 2);
    CHECK(notices[0].in(Language::nl) ==
          "Op rekening NL45DEMO0987654321 volgt afschrift 3 op afschrift 1. Kijk of er een afschrift ontbreekt.");
    CHECK(
        notices[1].in(Language::en) ==
        "On account NL45DEMO0987654321 the closing balance was 10.00 on 2026-01-31, but the next statement opens with "
        "11.00 on 2026-02-01. See whether a statement is missing.");

    next.sequence = 1;
    next.opening.amount = Money::euros(10);
    CHECK(continuity(first, next).size() == 1);
    next.closing.on = date(2027, 1, 4);
    CHECK(continuity(first, next).empty());
}

TEST_CASE("the pieces in which a file arrives make no difference, and neither does what is in them", "[banking]")
{
    struct Silent final : StatementVisitor {
        std::optional<Refusal> begun(const StatementHead&) override { return std::nullopt; }
        std::optional<Refusal> line(const Line&) override
        {
            if (++lines == throw_at) throw std::runtime_error{"disk full"};
            return std::nullopt;
        }
        std::optional<Refusal> ended(const StatementHead&, std::int64_t) override { return std::nullopt; }
        int lines = 0;
        int throw_at = -1;
    };
    const auto good = sound("10.00", "15.00", entry("2.50") + entry("2.50"));

    SECTION("byte by byte")
    {
        Silent visitor;
        Camt053Reader reader{visitor, "bank.xml"};
        for (const char c : good) REQUIRE(reader.feed({&c, 1}));
        CHECK(reader.finish());
        CHECK(visitor.lines == 2);
    }
    SECTION("an accident of the visitor passes through, and nothing follows it")
    {
        Silent visitor;
        visitor.throw_at = 1;
        Camt053Reader reader{visitor, "bank.xml"};
        CHECK_THROWS_AS(reader.feed(good), std::runtime_error);
        CHECK_FALSE(reader.finish());
        CHECK(visitor.lines == 1);
    }
    SECTION("any bytes")
    {
        CHECK(rc::check("a damaged file gives a value or a refusal", [&good] {
            auto damaged = good;
            const auto blows = *rc::gen::inRange(1, 8);
            for (int i = 0; i < blows; ++i) {
                damaged[*rc::gen::inRange<std::size_t>(0, damaged.size())] = *rc::gen::arbitrary<char>();
            }
            const auto parsed = parse_camt053(damaged, "bank.xml");
            RC_ASSERT((parsed || !parsed.refusal().in(Language::nl).empty()));
        }));
    }
}
