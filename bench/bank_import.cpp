// A bank statement of as many entries as there are loans, each a repayment on another loan: read, matched and booked by
// the program itself, against a bare pass of the XML parser over the same file and the same number of bare bookings.

#include "administration.h"
#include "bare_books.h"
#include "measure.h"
#include "program.h"
#include "ratios.h"

#include "domain/banking/camt053_writer.h"
#include "domain/ledger/account.h"

#include <expat.h>

#include <fstream>
#include <stdexcept>
#include <vector>

namespace vierkant::bench {

namespace {

using banking::Line;

constexpr int rounds = 3;
constexpr int entries_a_commit = 1'000;
const auto loans_until = date(2020, 1, 31);  // the history of the loans, a year
const auto paid_until = date(2020, 3, 10);   // their next instalment is paid by then

/// What each loan pays next: on its due date or a few days later.
banking::Statement repayments(storage::Connection& connection)
{
    banking::Statement statement;
    statement.head = {"2020-1", 1, "", "EUR", to_text(paid_until) + "T20:00:00", {{}, paid_until}, {{}, paid_until}};
    connection.each(
        "SELECT iban, (SELECT CAST(SUM(debit - credit) AS BIGINT) FROM account_day WHERE fund_id = 1 AND "
        "account_id = ?) FROM fund WHERE fund_id = 1",
        {static_cast<std::int64_t>(ledger::Account::bank)}, "ti", [&](const storage::Row& row) {
            statement.head.account = row.text(0);
            statement.head.opening.amount = Money::cents(row.integer(1));
        });
    statement.head.closing.amount = statement.head.opening.amount;
    connection.each(
        "SELECT l.payment_reference, d.due_date, d.principal + d.interest + d.costs FROM loan l JOIN loan_due d ON "
        "d.fund_id = l.fund_id AND d.loan_id = l.loan_id AND d.due_date = (SELECT MIN(n.due_date) FROM loan_due n "
        "WHERE n.fund_id = l.fund_id AND n.loan_id = l.loan_id AND n.due_date > ?) WHERE l.fund_id = 1 ORDER BY "
        "l.loan_id",
        {to_text(loans_until)}, "tti", [&](const storage::Row& row) {
            Line line;
            line.entry = line.position = static_cast<std::int64_t>(statement.lines.size()) + 1;
            line.amount = Money::cents(row.integer(2));
            line.booked = line.value = *parse_date(row.text(1)) + static_cast<int>(line.entry % 4);
            line.bank_reference = "BANK" + std::to_string(line.entry);
            line.end_to_end_id = "E2E" + std::to_string(line.entry);
            line.creditor_reference = row.text(0);
            line.remittance = "Aflossing en rente februari";
            line.counterparty = "Vezel en Zonen B.V.";
            line.counterparty_account = "NL13TEST0123456789";
            line.transaction_code = "PMNT-RCDT-ESCT";
            statement.head.closing.amount += line.amount;
            statement.lines.push_back(std::move(line));
        });
    return statement;
}

/// The statement beside an administration of `loans` loans, both made where they are not there yet.
struct Prepared {
    std::string administration;
    std::string statement;
};
Prepared prepare(const Folder& folder, std::int64_t loans)
{
    const auto name = "bank-" + std::to_string(loans);
    const Prepared files{(folder / (name + ".db")).string(), (folder / (name + ".xml")).string()};
    if (std::filesystem::exists(files.statement)) return files;
    for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(files.administration + end);
    {
        storage::Connection connection{files.administration};
        make_administration(
            connection, loans, [](std::int64_t) {}, loans_until);
        const auto text = banking::write_camt053(banking::Camt053Version::v08, {repayments(connection)});
        std::ofstream{files.statement, std::ios::binary} << text;
    }
    return files;
}

void parse_only(const std::string& name)
{
    std::ifstream file{name, std::ios::binary};
    const auto parser = XML_ParserCreate(nullptr);
    XML_SetElementHandler(
        parser, [](void*, const XML_Char*, const XML_Char**) {}, [](void*, const XML_Char*) {});
    XML_SetCharacterDataHandler(parser, [](void*, const XML_Char*, int) {});
    std::vector<char> piece(std::size_t{64} * 1024);
    while (file) {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        if (XML_Parse(parser, piece.data(), static_cast<int>(file.gcount()), file.eof()) != XML_STATUS_OK) {
            throw std::runtime_error{"expat cannot read " + name};
        }
    }
    XML_ParserFree(parser);
}

void book_only(const std::string& file, std::int64_t loans)
{
    for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(file + end);
    BareBooks books{file};
    for (std::int64_t first = 1; first <= loans; first += entries_a_commit) {
        books.begin();
        for (auto loan = first; loan < first + entries_a_commit && loan <= loans; ++loan) books.book(loan);
        books.commit();
    }
}

}  // namespace

void bank_import(const Folder& folder)
{
    const auto made = administrations(folder);
    const std::int64_t loans = made.empty() ? 1'000 : made.back().loans;
    const auto files = prepare(folder, loans);
    const auto copy = (folder / "bank-copy.db").string();
    double memory = 0;
    std::vector<double> ours;
    std::vector<double> bare;
    for (int round = 0; round < rounds; ++round) {
        for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(copy + end);
        std::filesystem::copy_file(files.administration, copy);
        ::sync();  // the copy is not what is measured
        ours.push_back(seconds([&] {
            memory = std::max(memory, run_program({VIERKANT_BINARY, "--db", copy, "--today", to_text(paid_until),
                                                   "bank", "import", files.statement}));
        }));
        bare.push_back(seconds([&] {
            parse_only(files.statement);
            book_only((folder / "bank-bare.db").string(), loans);
        }));
    }
    const Times times{median(ours), median(bare)};
    const auto each = times.ours / static_cast<double>(loans) * 1e6;
    print("camt.053 of " + std::to_string(loans) + " entries, times expat and commits", times.ratio(), Goal::at_most,
          1.5, std::to_string(static_cast<int>(each)) + " microseconds an entry");
    print("  its largest memory, MiB", memory, Goal::at_most, 64, "");
}

}  // namespace vierkant::bench
