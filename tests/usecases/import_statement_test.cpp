#include "usecases/import_statement.h"

#include "formats/undertaking_json.h"
#include "storage/fund_store.h"
#include "storage/transfer_store.h"
#include "storage/undertaking_store.h"
#include "support/bank.h"
#include "support/databases.h"
#include "support/files.h"
#include "usecases/close_period.h"
#include "usecases/list_bank_lines.h"
#include "usecases/loan_booking.h"
#include "usecases/match_line.h"
#include "usecases/verify_administration.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;
using ledger::Account;
using storage::Connection;

namespace {

const auto first_of_january = date(2026, 1, 1);
const auto april = date(2026, 4, 1);

std::string problems(Connection& connection)
{
    std::string codes;
    for (const auto& problem : usecases::verify_administration(connection)) {
        codes += std::string{problem.text->code} + " ";
    }
    return codes;
}

/// Books an event of loan L-1 without a bank line: its money is on its way.
void book(Connection& connection, lending::EventKind kind, Date day, Money amount)
{
    storage::Work work{connection, task("loan", day)};
    const auto loan = storage::find_loan(connection, "L-1");
    const auto receipt =
        usecases::book_event(work, *loan, {EventId{}, day, kind, amount}, {}, "test", {borrower_iban, ""});
    REQUIRE(receipt);
    work.commit("");
}

/// A fund of EUR 50,000 with loan L-1 of EUR 10,000, paid out on 1 January and seen at the bank the next day.
void open_with_loan(Connection& connection)
{
    open_fund(connection);
    {
        storage::Work work{connection, task("contribution", first_of_january)};
        work.add(storage::facts::account,
                 {revolving.value, std::int64_t{100}, "equity:capital:emmen", "Inbreng Emmen", "Capital of Emmen"});
        work.post(
            {revolving, first_of_january, "Storting", {{Account::bank, ledger::capital(0), Money::euros(50'000)}}});
        // docs/examples/undertaking.json, paying from another account: its own is the test fund's.
        auto firm = formats::read_undertaking(source_file("docs/examples/undertaking.json"), "undertaking.json");
        REQUIRE(firm);
        firm->iban = *parties::Iban::parse(borrower_iban);
        storage::add_undertaking(work, *firm);
        work.commit("");
    }
    award(connection, loan_with_reference());
    book(connection, lending::EventKind::disbursement, first_of_january, Money::euros(10'000));
    const auto transfer = storage::open_transfers(connection, revolving).front();
    auto out = movement(date(2026, 1, 2), Money::euros(-10'000), "BANK-1");
    out.end_to_end_id = transfer.end_to_end_id;
    const auto receipt =
        import_statements(connection, {statement(1, date(2026, 1, 2), Money::euros(50'000), {out})}, date(2026, 1, 3));
    REQUIRE(receipt);
    REQUIRE(receipt->on_transfers.lines == 1);
    REQUIRE(receipt->notices.empty());
}

const std::string reference = *banking::make_reference("VVWL1");

banking::Line repayment(Money amount, const std::string& bank_reference, Date day = april)
{
    return with_reference(movement(day, amount, bank_reference), reference);
}

/// The statement of one day that follows what the books hold at the bank.
Result<usecases::ImportReceipt> import_day(Connection& connection, int number, Date day,
                                           const std::vector<banking::Line>& lines)
{
    const auto opening = storage::bank_balance(connection, revolving);
    return import_statements(connection, {statement(number, day, opening, lines)}, day);
}

std::string only_reason(const Result<usecases::ImportReceipt>& receipt)
{
    if (!receipt) return "refused: " + std::string{receipt.refusal().text->code};
    if (receipt->suspended.size() != 1) return std::to_string(receipt->suspended.size()) + " in suspense";
    return std::string{receipt->suspended.front().reason->code};
}

std::int64_t rows(Connection& connection)
{
    return connection.number(
        "SELECT (SELECT COUNT(*) FROM bank_statement) + (SELECT COUNT(*) FROM bank_line) + "
        "(SELECT COUNT(*) FROM bank_match) + (SELECT COUNT(*) FROM work)",
        {}, -1);
}

std::string sample(const std::string& name)
{
    return source_file("tests/data/camt053/" + name);
}

}  // namespace

TEST_CASE("a disbursement is seen at the bank and a repayment comes in by its reference", "[usecases][bank]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        CHECK(balance(connection, Account::transit).is_zero());
        // The first instalment is 2,600.00: 100.00 of interest and 2,500.00 of principal (style.md, section 12).
        const auto receipt = import_day(connection, 2, april, {repayment(Money::euros(2'600), "BANK-2")});
        REQUIRE(receipt);
        CHECK(receipt->on_loans.lines == 1);
        CHECK(receipt->on_loans.amount == Money::euros(2'600));
        CHECK(balance(connection, Account::bank) == Money::euros(42'600));
        CHECK(balance(connection, Account::loans) == Money::euros(7'500));
        CHECK(balance(connection, Account::interest_income) == Money::euros(-100));
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("the same file again, and its statement in another file, change nothing", "[usecases][bank]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        const auto made = statement(2, april, Money::euros(40'000), {repayment(Money::euros(2'600), "BANK-2")});
        REQUIRE(import_statements(connection, {made}, april));
        const auto before = rows(connection);
        for (const auto version : {banking::Camt053Version::v08, banking::Camt053Version::v02}) {
            const auto again = import_file(connection, banking::write_camt053(version, {made}), april, "other.xml");
            REQUIRE(again);
            CHECK_FALSE(again->changed());
            CHECK(again->statements.front().known);
        }
        CHECK(rows(connection) == before);

        const auto other = statement(2, april, Money::euros(40'000), {repayment(Money::euros(2'601), "BANK-2")});
        const auto refused = import_statements(connection, {other}, april);
        REQUIRE_FALSE(refused);
        CHECK(refused.refusal().text->code == "usecases.statement_differs");
        CHECK(rows(connection) == before);
    });
}

TEST_CASE("what cannot be matched is in suspense with its reason, and the books still agree with the bank",
          "[usecases][bank]")
{
    struct Case {
        std::string reason;
        banking::Line line;
    };
    auto foreign = repayment(Money::euros(2'600), "X");
    foreign.foreign_amount = "SEK 29000.00";
    auto stranger = movement(april, Money::euros(1'234), "X");
    stranger.counterparty_account = "NL81ABNA0000000001";
    auto returned = movement(april, Money::euros(-77), "X");
    returned.reversal = true;
    auto unknown = with_reference(movement(april, Money::euros(2'600), "X"), *banking::make_reference("NOBODY"));
    auto cost = movement(april, Money::cents(-1'250), "X");
    cost.counterparty_account.clear();
    const std::vector<Case> cases{
        {"banking.in_foreign_currency", foreign},
        {"banking.nothing_fits", stranger},
        {"banking.return_of_unknown", returned},
        {"banking.unknown_reference", unknown},
        {"banking.nothing_fits", cost},
        // Before the loan was drawn, it takes no payment.
        {"usecases.loan_does_not_take_it", repayment(Money::euros(10), "X", date(2025, 12, 31))},
        {"usecases.seen_before", repayment(Money::euros(2'600), "BANK-1")}};
    for (const auto& each : cases) {
        on_each_database([&](Connection& connection) {
            INFO(each.reason);
            open_with_loan(connection);
            CHECK(only_reason(import_day(connection, 2, april, {each.line})) == each.reason);
            CHECK(balance(connection, Account::suspense) == -each.line.amount);
            CHECK(balance(connection, Account::bank) == Money::euros(40'000) + each.line.amount);
            CHECK(problems(connection).empty());
        });
    }
}

TEST_CASE("without a reference, account and amount of the next instalment tell the loan", "[usecases][bank]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        // 2,600.00 and 2,575.00 are the first two instalments; the third line is of neither.
        const auto receipt = import_day(
            connection, 2, date(2026, 7, 1),
            {movement(april, Money::euros(2'600), "B-1"), movement(date(2026, 7, 1), Money::euros(2'575), "B-2"),
             movement(date(2026, 7, 1), Money::euros(2'600), "B-3")});
        REQUIRE(receipt);
        CHECK(receipt->on_loans.lines == 2);
        CHECK(only_reason(receipt) == "banking.nothing_fits");
        CHECK(balance(connection, Account::loans) == Money::euros(5'000));
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("after a transfer of debtor the account of who owes the loan now tells it", "[usecases][bank]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        const std::string new_iban = "NL91ABNA0417164300";  // the example of ISO 13616
        {
            storage::Work work{connection, task("transfer", date(2026, 2, 1))};
            auto firm = formats::read_undertaking(source_file("docs/examples/undertaking.json"), "undertaking.json");
            firm->kvk = *parties::KvkNumber::parse("90000025");
            firm->rsin.reset();
            firm->vat_id.reset();
            firm->iban = *parties::Iban::parse(new_iban);
            lending::Event transfer{EventId{}, date(2026, 2, 1), lending::EventKind::transfer};
            transfer.debtor = storage::add_undertaking(work, *firm);
            const auto loan = storage::find_loan(connection, "L-1");
            REQUIRE(usecases::book_event(work, *loan, transfer, {}, "test"));
            work.commit("");
        }
        auto by_new = movement(april, Money::euros(2'600), "B-1");
        by_new.counterparty_account = new_iban;
        // The former debtor still has his account; the same amount from there is no repayment of this loan.
        const auto receipt = import_day(connection, 2, april, {by_new, movement(april, Money::euros(2'575), "B-2")});
        REQUIRE(receipt);
        CHECK(receipt->on_loans.lines == 1);
        CHECK(balance(connection, Account::loans) == Money::euros(7'500));
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("a repayment announced by hand is not booked twice when the bank shows it", "[usecases][bank]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        book(connection, lending::EventKind::payment, april, Money::euros(2'600));
        CHECK(balance(connection, Account::transit) == Money::euros(2'600));
        const auto receipt = import_day(connection, 2, april, {repayment(Money::euros(2'600), "BANK-2")});
        REQUIRE(receipt);
        CHECK(receipt->on_transfers.lines == 1);
        CHECK(balance(connection, Account::transit).is_zero());
        CHECK(balance(connection, Account::loans) == Money::euros(7'500));
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("a returned repayment restores the loan, in the same statement or a later one", "[usecases][bank]")
{
    for (const bool same_statement : {true, false}) {
        on_each_database([&](Connection& connection) {
            open_with_loan(connection);
            const auto paid = repayment(Money::euros(2'600), "BANK-2");
            auto back = repayment(Money::euros(-2'600), "BANK-3", date(2026, 4, 3));
            back.return_reason = "AC04";
            if (same_statement) {
                REQUIRE(import_day(connection, 2, date(2026, 4, 3), {paid, back}));
            } else {
                REQUIRE(import_day(connection, 2, april, {paid}));
                REQUIRE(import_day(connection, 3, date(2026, 4, 3), {back}));
            }
            CHECK(balance(connection, Account::bank) == Money::euros(40'000));
            CHECK(balance(connection, Account::loans) == Money::euros(10'000));
            CHECK(balance(connection, Account::suspense).is_zero());
            CHECK(problems(connection).empty());
        });
    }
}

TEST_CASE("a disbursement that comes back is undone on its loan", "[usecases][bank]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        auto back = movement(date(2026, 1, 5), Money::euros(10'000), "BANK-2");
        back.return_reason = "AC01";
        const auto receipt = import_day(connection, 2, date(2026, 1, 5), {back});
        REQUIRE(receipt);
        CHECK(receipt->in_suspense.lines == 0);
        CHECK(balance(connection, Account::bank) == Money::euros(50'000));
        CHECK(balance(connection, Account::loans).is_zero());
        CHECK(balance(connection, Account::transit).is_zero());
        CHECK(storage::open_transfers(connection, revolving).empty());
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("a funder's contribution is recognised by the reference of its capital account", "[usecases][bank]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        const auto capital = storage::capital_accounts(connection, revolving).front();
        const auto receipt = import_day(
            connection, 2, april, {with_reference(movement(april, Money::euros(5'000), "BANK-2"), capital.reference)});
        REQUIRE(receipt);
        CHECK(receipt->contributions.lines == 1);
        CHECK(balance(connection, ledger::capital(0)) == Money::euros(-55'000));
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("an officer matches a line by hand, on its value date, with the reason kept", "[usecases][bank]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        REQUIRE(import_day(connection, 2, april, {movement(april, Money::euros(2'000), "BANK-2")}));
        const auto today = task("bank match", date(2026, 4, 20));
        const auto unmatched = usecases::list_unmatched(connection, "");
        REQUIRE(unmatched);
        REQUIRE(unmatched->size() == 1);
        REQUIRE(unmatched->front().candidates.size() == 1);
        CHECK(unmatched->front().candidates.front().command == "vierkant bank match B-000002 --loan L-1");

        usecases::MatchRequest request;
        request.line = "B-000002";
        request.loan = "L-1";
        request.reason = "telefonisch bevestigd";
        REQUIRE(usecases::match_line(connection, today, request));
        CHECK(balance(connection, Account::suspense).is_zero());
        CHECK(balance(connection, Account::loans) == Money::euros(8'100));  // 2,000.00 less 100.00 of interest
        CHECK(connection.number("SELECT COUNT(*) FROM loan_event WHERE kind = 'payment' AND value_date = ?",
                                {"2026-04-01"}, 0) == 1);
        CHECK(usecases::list_unmatched(connection, "")->empty());
        CHECK(usecases::list_bank_lines(connection, "revolving")->back().match.match.reason == "telefonisch bevestigd");
        const auto again = usecases::match_line(connection, today, request);
        REQUIRE_FALSE(again);
        CHECK(again.refusal().text->code == "usecases.line_not_in_suspense");
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("matching by hand refuses what cannot be", "[usecases][bank]")
{
    struct Case {
        std::string code;
        usecases::MatchRequest request;
    };
    const auto asked = [](const std::string& line) {
        usecases::MatchRequest request;
        request.line = line;
        return request;
    };
    std::vector<Case> cases;
    const auto add = [&](const std::string& code, const std::string& line, std::string usecases::MatchRequest::*what,
                         const std::string& value) {
        cases.push_back({code, asked(line)});
        cases.back().request.*what = value;
    };
    using Request = usecases::MatchRequest;
    add("usecases.line_number_unreadable", "B-x", &Request::loan, "L-1");
    add("usecases.line_unknown", "B-99", &Request::loan, "L-1");
    add("usecases.loan_unknown", "B-2", &Request::loan, "L-9");
    add("usecases.line_went_out", "B-3", &Request::loan, "L-1");
    add("usecases.transfer_not_open", "B-2", &Request::transfer, "T-000001");
    add("usecases.transfer_not_open", "B-2", &Request::transfer, "nonsense");
    add("usecases.transfer_of_another_amount", "B-2", &Request::transfer, "T-000002");
    add("usecases.not_a_return_of", "B-3", &Request::return_of, "B-1");
    add("usecases.funder_unknown", "B-2", &Request::funder, "gouda");
    cases.push_back({"usecases.one_target", asked("B-2")});
    cases.push_back({"usecases.reason_missing", asked("B-2")});
    cases.back().request.ignore = true;
    on_each_database([&](Connection& connection) {
        open_with_loan(connection);
        book(connection, lending::EventKind::payment, april, Money::euros(7));
        REQUIRE(
            import_day(connection, 2, april,
                       {movement(april, Money::euros(2'000), "BANK-2"), movement(april, Money::euros(-3), "BANK-3")}));
        const auto before = rows(connection);
        for (const auto& each : cases) {
            INFO(each.code);
            const auto refused = usecases::match_line(connection, task("bank match", april), each.request);
            REQUIRE_FALSE(refused);
            CHECK(refused.refusal().text->code == each.code);
        }
        CHECK(rows(connection) == before);
        // Ignored: the money stays in suspense, and the reason with it.
        auto ignore = asked("B-3");
        ignore.ignore = true;
        ignore.reason = "bankkosten, worden teruggevraagd";
        CHECK(usecases::match_line(connection, task("bank match", april), ignore));
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("gaps between statements and an opening balance that is not ours are said", "[usecases][bank]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        const auto late = import_statements(
            connection, {statement(7, april, Money::euros(39'000), {repayment(Money::euros(100), "BANK-2")})}, april);
        REQUIRE(late);
        REQUIRE(late->notices.size() == 2);
        CHECK(late->notices[0].text->code == "banking.sequence_gap");
        CHECK(late->notices[1].text->code == "banking.balance_gap");
        CHECK(problems(connection) == "storage.bank_differs ");
    });
    on_each_database([](Connection& connection) {
        open_fund(connection);
        const auto first = import_statements(connection, {statement(1, april, Money::euros(1), {})}, april);
        REQUIRE(first);
        REQUIRE(first->notices.size() == 1);
        CHECK(first->notices[0].text->code == "usecases.opening_differs");
    });
}

TEST_CASE("a file that is refused leaves nothing behind", "[usecases][bank]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        const auto before = rows(connection);
        const auto good = statement(2, april, Money::euros(40'000), {repayment(Money::euros(2'600), "BANK-2")});
        auto strange = good;
        strange.head.account = "NL13TEST0123456789";
        auto untied = good;
        untied.head.id = "2026-3";
        untied.head.closing.amount += Money::cents(1);
        const auto text = banking::write_camt053(banking::Camt053Version::v08, {good});
        const auto code = [&](const std::string& bytes, Date today = april) {
            const auto refused = import_file(connection, bytes, today);
            return refused ? std::string{"kept"} : std::string{refused.refusal().text->code};
        };
        using banking::Camt053Version;
        CHECK(code(banking::write_camt053(Camt053Version::v08, {strange})) == "usecases.account_of_no_fund");
        CHECK(code(banking::write_camt053(Camt053Version::v08, {good, untied})) == "banking.does_not_tie");
        CHECK(code(text, date(2026, 3, 31)) == "usecases.statement_of_the_future");
        CHECK(code(text.substr(0, text.size() / 2)) == "banking.truncated");
        CHECK(code("<!DOCTYPE x [<!ENTITY a \"b\">]>" + text.substr(text.find("?>") + 2)) == "banking.has_doctype");
        CHECK(code("") == "banking.empty_file");
        CHECK(rows(connection) == before);
        CHECK(code(text) == "kept");
    });
}

TEST_CASE("the public samples come to what their list says", "[usecases][bank]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        const auto refused = [&](const std::string& name) {
            const auto receipt = import_file(connection, sample(name), date(2026, 4, 1), name);
            return receipt ? "kept" : std::string{receipt.refusal().text->code};
        };
        // Their account is no fund's: the balance is judged at the end of the head, before the account.
        CHECK(refused("camt053.v2.minimal.xml") == "banking.balance_currency");
        CHECK(refused("camt053.v2.with-party-ids.xml") == "banking.balance_currency");
        CHECK(refused("camt053.v8.xml") == "banking.balance_currency");
        CHECK(refused("camt053.v2.five.decimals.xml") == "banking.too_many_decimals");
        CHECK(refused("camt053.v2.wrong.xml") == "banking.no_statement");
        CHECK(refused("camt053.v2.multi.statement.xml") == "usecases.account_of_no_fund");
        CHECK(rows(connection) == 1);  // the work that opened the fund

        // With a fund that has the account, both statements are kept: 18.15 -> 27.00 -> 20.00.
        storage::Work work{connection, task("fund", first_of_january)};
        work.add(storage::facts::fund, {std::int64_t{2}, storage::administration, "second", "Tweede", "Second", "M01",
                                        std::int64_t{1}, std::int64_t{0}, "NL26 VAYB 8060 4768 90", "2014-01-01"});
        for (const auto& account : ledger::chart) {
            work.add(storage::facts::account,
                     {std::int64_t{2}, static_cast<std::int64_t>(account.account), std::string{account.code},
                      std::string{account.nl}, std::string{account.en}});
        }
        connection.execute(
            "INSERT INTO fund_head (fund_id, last_entry_no, last_hash, closed_until) VALUES (2, 0, ?, '')",
            {std::string{no_hash}});
        work.commit("");
        const auto receipt = import_file(connection, sample("camt053.v2.multi.statement.xml"), april);
        REQUIRE(receipt);
        REQUIRE(receipt->statements.size() == 2);
        CHECK(receipt->statements[1].closing.amount == Money::euros(20));
        CHECK(receipt->in_suspense.lines == 2);
        CHECK(storage::bank_balance(connection, FundId{2}) == Money::cents(185));
        // 18.15 was there before our books began: verify keeps saying so.
        CHECK(problems(connection) == "storage.bank_differs ");
    });
}

TEST_CASE("a number that could be a citizen's is not kept from a bank line", "[usecases][bank]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        auto line = movement(april, Money::euros(5), "BANK-2");
        line.remittance = "loon 111222333 maart";  // a well-known example that passes the 11-test
        REQUIRE(import_day(connection, 2, april, {line}));
        CHECK(usecases::list_bank_lines(connection, "")->back().kept.line.remittance == "loon ********* maart");
    });
}

TEST_CASE("a payment dated in a closed period is booked today", "[usecases][bank]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        const auto last = date(2026, 4, 30);
        REQUIRE(usecases::close_days(connection, task("close day", last + 1), {last}));
        REQUIRE(usecases::close_period(connection, task("close period", last + 1), {last, "", "test"}, Language::en));
        const auto receipt = import_statements(
            connection,
            {statement(2, april, Money::euros(40'000),
                       {repayment(Money::euros(2'600), "BANK-2"), movement(april, Money::cents(1), "BANK-3")})},
            date(2026, 5, 2));
        REQUIRE(receipt);
        CHECK(connection.number("SELECT COUNT(*) FROM entry WHERE entry_date = ?", {"2026-05-02"}, 0) == 2);
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("in whatever statements the lines come, the books become the same", "[usecases][bank]")
{
    CHECK(rc::check("import in one statement, or cut anywhere", [] {
        // Payments by reference and by account, their returns, other currencies and strangers, in any order.
        std::vector<banking::Line> lines;
        const auto count = *rc::gen::inRange(1, 14);
        for (int i = 0; i < count; ++i) {
            const auto day = april + i;
            const auto amount = Money::cents(*rc::gen::element(260'000, 257'500, 255'000, 10'000));
            auto line = movement(day, amount, "N-" + std::to_string(i));
            const auto kind = *rc::gen::inRange(0, 6);
            if (kind <= 1) line.creditor_reference = reference;
            if (kind == 3) line.foreign_amount = "SEK 1.00";
            if (kind >= 4) {
                line.amount = -amount;
                line.return_reason = "AC04";
                line.creditor_reference = reference;
                line.end_to_end_id = *rc::gen::element<std::string>("", "E1");
            } else {
                line.end_to_end_id = *rc::gen::element<std::string>("", "E1", "E2");
            }
            lines.push_back(line);
        }
        const auto books_after = [&](const std::vector<std::size_t>& cuts) {
            Connection connection{":memory:"};
            storage::migrate(connection);
            open_with_loan(connection);
            const auto last = april + 40;
            std::size_t from = 0;
            int number = 2;
            for (const auto to : cuts) {
                const std::vector<banking::Line> part{lines.begin() + static_cast<std::ptrdiff_t>(from),
                                                      lines.begin() + static_cast<std::ptrdiff_t>(to)};
                const auto opening = storage::bank_balance(connection, revolving);
                const auto day = part.empty() ? april : part.back().booked;
                const auto made = statement(number++, day, opening, part);
                RC_ASSERT(static_cast<bool>(import_statements(connection, {made}, last)));
                from = to;
            }
            std::string books = problems(connection);
            for (const auto& row : storage::trial_balance(connection, last)) {
                books += row.account + " " + to_text(row.debit - row.credit) + "\n";
            }
            const auto listed = usecases::list_bank_lines(connection, "");
            for (const auto& line : *listed) {
                books += storage::number_of(line.kept.id) + " " + storage::name_of(line.match.match.kind) + " " +
                         line.target + " " + line.match.match.reason + "\n";
            }
            return books;
        };
        std::vector<std::size_t> cuts;
        for (std::size_t i = 1; i < lines.size(); ++i) {
            if (*rc::gen::arbitrary<bool>()) cuts.push_back(i);
        }
        cuts.push_back(lines.size());
        const auto whole = books_after({lines.size()});
        RC_ASSERT(whole.find("storage.") == std::string::npos);
        RC_ASSERT(books_after(cuts) == whole);
    }));
}

TEST_CASE("verify finds bank rows changed behind the program's back", "[usecases][bank]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        REQUIRE(import_day(connection, 2, april, {movement(april, Money::euros(5), "BANK-2")}));
        REQUIRE(problems(connection).empty());
        connection.execute("DELETE FROM bank_unmatched");
        CHECK(problems(connection) == "storage.bank_line_differs ");
    });
}
