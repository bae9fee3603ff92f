#include "storage/work.h"
#include "storage/verification.h"
#include "support/administration.h"
#include "support/databases.h"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace vierkant;
using namespace vierkant::storage;
using vierkant::ledger::Account;
using vierkant::testing::on_each_database;
using vierkant::testing::open_fund;
using vierkant::testing::revolving;
using vierkant::testing::without_guards;

namespace {

Task task(const std::string& name, const std::string& key = "")
{
    return vierkant::testing::task(name, date(2026, 1, 15), key);
}

ledger::Entry interest_entry(std::int64_t cents)
{
    return {revolving,
            date(2026, 1, 15),
            "Rente januari",
            {{Account::interest_receivable, Account::interest_income, Money::cents(cents), LoanId{7}}}};
}

void book(Connection& connection, std::int64_t cents, const std::string& key = "")
{
    Work work{connection, task("book", key)};
    work.post(interest_entry(cents));
    work.commit("booked");
}

Problems problems_of(Connection& connection)
{
    Problems problems;
    verify_works(connection, problems);
    verify_entries(connection, problems);
    verify_balances(connection, problems);
    return problems;
}

std::string codes_of(Connection& connection)
{
    std::string codes;
    for (const auto& problem : problems_of(connection)) codes += std::string{problem.text->code} + " ";
    return codes;
}

}  // namespace

TEST_CASE("an untouched administration verifies", "[storage]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        book(connection, 1250);
        book(connection, 5'000'000'000);  // beyond 32 bits
        CHECK(codes_of(connection).empty());
        CHECK(connection.number("SELECT CAST(SUM(debit) AS BIGINT) FROM account_day WHERE account_id = ?",
                                {static_cast<std::int64_t>(Account::interest_receivable)}, 0) == 5'000'001'250);
    });
}

TEST_CASE("the database itself refuses to change what is append-only", "[storage]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        book(connection, 1250);
        for (const auto* table : fact_tables()) {
            if (connection.number("SELECT count(*) FROM " + std::string{table->name}, {}, 0) == 0) continue;
            INFO(table->name);
            CHECK_THROWS_AS(connection.execute("UPDATE " + std::string{table->name} + " SET fact_no = fact_no"),
                            StorageError);
            CHECK_THROWS_AS(connection.execute("DELETE FROM " + std::string{table->name}), StorageError);
        }
        CHECK_THROWS_AS(connection.execute("UPDATE posting SET amount = 1"), StorageError);
        CHECK_THROWS_AS(connection.execute("DELETE FROM posting"), StorageError);
        CHECK_THROWS_AS(connection.execute("UPDATE work SET actor = 'bram'"), StorageError);
        // A second posting beyond the entry's count, and an entry that skips the chain.
        CHECK_THROWS_AS(connection.execute("INSERT INTO posting VALUES (1, 1, 2, 1, 2, 100, NULL, NULL, NULL)"),
                        StorageError);
        CHECK_THROWS_AS(connection.execute("INSERT INTO entry VALUES (1, 3, '2026-01-15', 'x', 1, 1, 'a', 'b', 9, 1)"),
                        StorageError);
        CHECK_THROWS_AS(connection.execute("INSERT INTO entry VALUES (1, 2, '2026-01-15', 'x', 1, 1, 'a', 'b', 9, 1)"),
                        StorageError);
        CHECK(codes_of(connection).empty());
    });
}

TEST_CASE("verify finds what was changed behind the program's back", "[storage]")
{
    struct Tampering {
        const char* table;
        const char* sql;
        const char* found;
    };
    const std::vector<Tampering> tamperings{
        {"posting", "UPDATE posting SET amount = amount + 1 WHERE entry_no = 1", "storage.entry_changed"},
        {"posting", "UPDATE posting SET loan_id = 8 WHERE entry_no = 1", "storage.entry_changed"},
        {"posting", "DELETE FROM posting WHERE entry_no = 2", "storage.entry_changed"},
        {"entry", "UPDATE entry SET description = 'Iets anders' WHERE entry_no = 1", "storage.fact_changed"},
        {"entry", "UPDATE entry SET entry_date = '2026-01-16' WHERE entry_no = 2", "storage.entry_changed"},
        {"fund", "UPDATE fund SET iban = 'NL13TEST0123456789'", "storage.fact_changed"},
        {"account", "UPDATE account SET title_nl = 'Anders' WHERE account_id = 1", "storage.fact_changed"},
        {"account", "DELETE FROM account WHERE account_id = 6", "storage.fact_changed"},
        {"account", "INSERT INTO account VALUES (1, 99, 'x', 'x', 'x', 999, 1)", "storage.fact_unsealed"},
        {"work", "UPDATE work SET actor = 'bram' WHERE work_no = 2", "storage.work_chain_broken"},
        {"work", "DELETE FROM work WHERE work_no = 3", "storage.head_wrong"},
        {"account_day", "UPDATE account_day SET debit = debit + 1 WHERE debit > 0", "storage.balance_wrong"},
    };
    for (const auto& tampering : tamperings) {
        on_each_database([&](Connection& connection) {
            INFO(tampering.sql);
            open_fund(connection);
            book(connection, 1250);
            book(connection, 990);
            REQUIRE(codes_of(connection).empty());
            without_guards(connection, tampering.table, tampering.sql);
            CHECK(codes_of(connection).find(tampering.found) != std::string::npos);
        });
    }
}

TEST_CASE("an entry takes no postings once the head of its fund has passed it", "[storage]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        connection.execute("INSERT INTO entry VALUES (1, 1, '2026-01-15', 'x', 2, 200, ?, 'b', 9, 1)",
                           {std::string{no_hash}});
        CHECK_NOTHROW(connection.execute("INSERT INTO posting VALUES (1, 1, 1, 1, 2, 100, NULL, NULL, NULL)"));
        connection.execute("UPDATE fund_head SET last_entry_no = 1");
        CHECK_THROWS_AS(connection.execute("INSERT INTO posting VALUES (1, 1, 2, 1, 2, 100, NULL, NULL, NULL)"),
                        StorageError);
    });
}

TEST_CASE("facts and entries added many at once stand as those added one by one", "[storage]")
{
    const std::string awkward = "Vezel \"& Zonen\" \\ {B.V.}, NULL\n'x'";
    on_each_database([&](Connection& connection) {
        open_fund(connection);
        {
            Work work{connection, task("import")};
            Rows rows{facts::transfer.kinds.size()};
            for (std::int64_t i = 1; i <= 12'000; ++i) {  // more than go in one statement
                rows.add(std::int64_t{1}, i, i % 2 == 0 ? "grant" : "refund", std::monostate{}, std::monostate{},
                         std::monostate{}, -i, "2026-01-15", "E2E" + std::to_string(i), awkward);
            }
            work.add_all(facts::transfer, rows);
            std::vector<ledger::Entry> entries;
            for (std::int64_t i = 1; i <= 6'000; ++i) entries.push_back(interest_entry(i));
            const auto numbers = work.post_all(entries);
            CHECK(numbers.front() == 1);
            CHECK(numbers.back() == 6'000);
            work.post(interest_entry(1));
            work.commit("");
        }
        CHECK(connection.number("SELECT count(*) FROM transfer WHERE iban = ?", {awkward}, 0) == 12'000);
        CHECK(connection.number("SELECT count(*) FROM transfer WHERE loan_id IS NULL AND amount = -transfer_id", {},
                                0) == 12'000);
        // 1 + 2 + ... + 6,000 = 18,003,000, and one more cent.
        CHECK(connection.number("SELECT CAST(SUM(debit) AS BIGINT) FROM account_day WHERE account_id = ?",
                                {static_cast<std::int64_t>(Account::interest_receivable)}, 0) == 18'003'001);
        CHECK(codes_of(connection).empty());
    });
}

TEST_CASE("one loan's or grant's postings are found without reading those of the fund", "[storage]")
{
    Connection connection{":memory:"};
    migrate(connection);
    for (const std::string column : {"loan_id", "grant_id"}) {
        std::string plan;
        connection.each("EXPLAIN QUERY PLAN SELECT amount FROM posting WHERE fund_id = ? AND " + column + " = ?",
                        {std::int64_t{1}, std::int64_t{5}}, "iiit", [&](const Row& row) { plan += row.text(3); });
        CHECK(plan == "SEARCH posting USING INDEX posting_" + column.substr(0, column.size() - 3) + " (" + column +
                          "=? AND fund_id=?)");
    }
}

TEST_CASE("a refused row among many is named by its kind", "[storage]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        Work work{connection, task("import")};
        Rows rows{facts::transfer.kinds.size()};
        for (int i = 0; i < 2; ++i) {
            rows.add(std::int64_t{1}, std::int64_t{1}, "grant", std::monostate{}, std::monostate{}, std::monostate{},
                     std::int64_t{5}, "2026-01-15", "E2E", "");
        }
        const auto kind_of = [&] {
            try {
                work.add_all(facts::transfer, rows);
            } catch (const StorageError& error) {
                return error.kind();
            }
            return StorageError::Kind::other;
        };
        CHECK(kind_of() == StorageError::Kind::unique);
    });
}

TEST_CASE("a work that is not committed leaves nothing behind", "[storage]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        {
            Work work{connection, task("interrupted")};
            work.post(interest_entry(100));
            CHECK(work.next_number("loan") == 1);
        }
        CHECK(connection.number("SELECT count(*) FROM entry", {}, -1) == 0);
        Work work{connection, task("again")};
        CHECK(work.next_number("loan") == 1);
        CHECK(work.next_number("loan") == 2);
        work.commit("");
        CHECK(codes_of(connection).empty());
    });
}

TEST_CASE("the same task twice is answered with the first receipt", "[storage]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        book(connection, 100, "key-1");
        const auto again = [&] { Work{connection, task("book", "key-1")}; };
        CHECK_THROWS_AS(again(), AlreadyDone);
        CHECK_FALSE(connection.in_transaction());
        CHECK(connection.number("SELECT COUNT(*) FROM entry", {}, 0) == 1);
    });
}

TEST_CASE("nothing is booked in a closed period", "[storage]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        connection.execute("UPDATE fund_head SET closed_until = '2026-01-31'");
        Work work{connection, task("late")};
        CHECK_THROWS_AS(work.post(interest_entry(100)), PeriodClosed);
    });
}

TEST_CASE("the list of fact tables is that of the database", "[storage]")
{
    on_each_database([](Connection& connection) {
        for (const auto* table : fact_tables()) {
            INFO(table->name);
            CHECK_NOTHROW(connection.each(
                "SELECT " + std::string{table->columns} + ", work_no, fact_no FROM " + std::string{table->name}, {},
                std::string{table->kinds} + "ii", [](const Row&) {}));
        }
        // Every table with a fact_no is in the list.
        const auto* const query = connection.dialect() == Dialect::sqlite
                                      ? "SELECT count(*) FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE "
                                        "m.type = 'table' AND c.name = 'fact_no'"
                                      : "SELECT count(*) FROM information_schema.columns WHERE table_schema = "
                                        "current_schema() AND column_name = 'fact_no'";
        CHECK(connection.number(query, {}, 0) == static_cast<std::int64_t>(fact_tables().size()));
    });
}

TEST_CASE("a work that rests on what is another by now is not begun", "[storage]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        const auto works = [&] { return connection.number("SELECT COUNT(*) FROM work", {}, -1); };
        const auto before = works();
        auto changed = task("late");
        changed.still_true = [](Connection&) { throw std::runtime_error{"changed"}; };
        CHECK_THROWS_WITH((Work{connection, changed}), "changed");
        CHECK(works() == before);
        // Nothing stays locked: the next work begins, and it looks from within.
        auto sees = task("next");
        std::int64_t seen = -1;
        sees.still_true = [&](Connection& inside) { seen = inside.number("SELECT COUNT(*) FROM work", {}, -1); };
        Work work{connection, sees};
        CHECK(seen == before);
    });
}
