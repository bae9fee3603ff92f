#include "domain/banking/camt053_writer.h"
#include "domain/banking/camt053.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

using namespace vierkant;
using namespace vierkant::banking;

namespace {

Line random_line(std::int64_t position, std::int64_t entry, std::int64_t detail, const StatementHead& head)
{
    const auto text = [](const std::string& letters, int most) {
        auto made = *rc::gen::resize(most, rc::gen::container<std::string>(rc::gen::elementOf(letters)));
        const auto first = made.find_first_not_of(' ');
        return first == std::string::npos ? std::string{} : made.substr(first, made.find_last_not_of(' ') + 1 - first);
    };
    const std::string letters = "abcXYZ 019&<>\"'/-?:().,+";
    Line line;
    line.position = position;
    line.entry = entry;
    line.detail = detail;
    line.amount = Money::cents(*rc::gen::inRange<std::int64_t>(-999'999'999, 999'999'999));
    line.booked = date(2026, 1, 1) + *rc::gen::inRange(0, 365);
    line.value = line.booked + *rc::gen::inRange(-3, 3);
    line.reversal = *rc::gen::arbitrary<bool>();
    line.end_to_end_id = text("ABC019", 30);
    line.creditor_reference = text("RF0123456789", 25);
    line.remittance = text(letters, 100);
    line.counterparty = text(letters, 60);
    line.counterparty_account = *rc::gen::element<std::string>("", "NL13TEST0123456789", "NL81VKWR0000000017");
    line.transaction_code = *rc::gen::element<std::string>("", "544", "PMNT-RCDT-ESCT");
    line.return_reason = *rc::gen::element<std::string>("", "AC04");
    line.foreign_amount = *rc::gen::element<std::string>("", "SEK 12.345");
    line.bank_reference = "BANK" + std::to_string(entry);
    line.identity = head.account + "|" + line.bank_reference + (detail > 0 ? "#" + std::to_string(detail) : "");
    return line;
}

/// A batch of two under one entry: its payments share the booking.
void add_batch(Statement& statement, std::int64_t entry)
{
    auto first = random_line(static_cast<std::int64_t>(statement.lines.size()) + 1, entry, 1, statement.head);
    auto second = random_line(first.position + 1, entry, 2, statement.head);
    if (first.amount.is_negative()) first.amount = -first.amount;
    if (second.amount.is_negative()) second.amount = -second.amount;
    second.booked = first.booked;
    second.value = first.value;
    second.reversal = first.reversal;
    second.transaction_code = first.transaction_code;
    statement.lines.push_back(first);
    statement.lines.push_back(second);
}

Statement random_statement(int number)
{
    Statement statement;
    auto& head = statement.head;
    head.id = "2026-" + std::to_string(number);
    if (*rc::gen::arbitrary<bool>()) head.sequence = number;
    head.account = *rc::gen::element<std::string>("NL45DEMO0987654321", "P 1234");
    head.created = "2026-12-31T08:00:00";
    head.opening = {Money::cents(*rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000)), date(2026, 1, 1)};
    const auto entries = *rc::gen::inRange<std::int64_t>(0, 6);
    for (std::int64_t entry = 1; entry <= entries; ++entry) {
        if (*rc::gen::inRange(0, 4) == 0) {
            add_batch(statement, entry);
        } else {
            const auto position = static_cast<std::int64_t>(statement.lines.size()) + 1;
            statement.lines.push_back(random_line(position, entry, 0, head));
        }
    }
    head.closing = {head.opening.amount, date(2026, 12, 31)};
    for (const auto& line : statement.lines) head.closing.amount += line.amount;
    return statement;
}

}  // namespace

TEST_CASE("what is written is read again the same, in both versions", "[banking]")
{
    CHECK(rc::check("write, then parse", [] {
        std::vector<Statement> statements;
        const auto count = *rc::gen::inRange(1, 4);
        for (int i = 0; i < count; ++i) statements.push_back(random_statement(i + 1));
        for (const auto version : {Camt053Version::v02, Camt053Version::v08}) {
            const auto parsed = parse_camt053(write_camt053(version, statements), "own.xml");
            if (!parsed) RC_FAIL(parsed.refusal().in(Language::en));
            RC_ASSERT(*parsed == statements);
        }
    }));
}

TEST_CASE("what is written is valid by the published schema", "[banking]")
{
    const std::string schemas = VIERKANT_SOURCE_DIR "/../shared/xsd/";
    if (!std::filesystem::exists(schemas) || std::system("xmllint --version 2>/dev/null") != 0) {
        std::cout << "left out: no xmllint or no camt.053 schema here\n";
        return;
    }
    Statement statement;
    statement.head = {"2026-1",
                      1,
                      "NL45DEMO0987654321",
                      "EUR",
                      "2026-01-15T08:00:00",
                      {Money::euros(100), date(2026, 1, 14)},
                      {Money::euros(130), date(2026, 1, 15)}};
    Line line;
    line.amount = Money::euros(10);
    line.booked = line.value = date(2026, 1, 15);
    line.bank_reference = "BANK1";
    line.end_to_end_id = "E2E1";
    line.creditor_reference = "RF05LN0000042";
    line.remittance = "Aflossing & rente <januari> " + std::string(200, 'x');
    line.counterparty = "Vezel & Zonen B.V.";
    line.counterparty_account = "NL13TEST0123456789";
    line.transaction_code = "PMNT-RCDT-ESCT";
    line.foreign_amount = "SEK 112.50";
    line.return_reason = "AC04";
    line.reversal = true;
    line.entry = 1;
    statement.lines.push_back(line);
    line.entry = 2;
    line.detail = 1;
    statement.lines.push_back(line);
    line.detail = 2;
    line.transaction_code = "544";
    statement.lines.push_back(line);

    for (const auto& [version, name] : {std::pair{Camt053Version::v02, "02"}, std::pair{Camt053Version::v08, "08"}}) {
        const auto file = std::filesystem::temp_directory_path() / (std::string{"vierkant_camt053_"} + name + ".xml");
        std::ofstream{file} << write_camt053(version, {statement});
        const auto command =
            "xmllint --noout --schema " + schemas + "camt.053.001." + name + ".xsd " + file.string() + " 2>&1";
        CHECK(std::system(command.c_str()) == 0);
        std::filesystem::remove(file);
    }
}
