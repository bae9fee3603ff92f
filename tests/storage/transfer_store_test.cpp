#include "storage/transfer_store.h"

#include "support/administration.h"
#include "support/databases.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::storage;
using vierkant::testing::on_each_database;
using vierkant::testing::revolving;
using vierkant::testing::task;

TEST_CASE("a transfer gets a number and an end-to-end id, and is open until a line is matched with it", "[storage]")
{
    on_each_database([](Connection& connection) {
        testing::open_fund(connection);
        {
            Work work{connection, task("disburse", date(2026, 1, 2))};
            const auto opened =
                open_transfer(work, {revolving, TransferKind::disbursement, Money::euros(-10'000), date(2026, 1, 2),
                                     "nl13 TEST 0123 4567 89", LoanId{1}, EventId{1}});
            CHECK(number_of(opened.id) == "T-000001");
            CHECK(opened.end_to_end_id == "VIERKANT-T-000001");
            CHECK(opened.iban == "NL13TEST0123456789");
            open_transfer(work, {revolving, TransferKind::grant, Money::euros(-500), date(2026, 1, 2), "", std::nullopt,
                                 std::nullopt, GrantId{7}, "OWN-7"});
            work.commit("");
        }
        const auto open = open_transfers(connection, revolving);
        REQUIRE(open.size() == 2);
        CHECK(open.front().amount == Money::euros(-10'000));
        CHECK(open.front().event == EventId{1});
        CHECK(open.back().grant == GrantId{7});
        CHECK(open.back().end_to_end_id == "OWN-7");
        CHECK(open_transfers(connection, FundId{9}).empty());

        const auto match = [&](std::int64_t match_no, const std::string& kind) {
            Work work{connection, task("match", date(2026, 1, 3))};
            if (match_no == 1) {
                work.add(facts::bank_statement,
                         {revolving.value, std::int64_t{1}, "NL81VKWR0000000017", "S1", std::int64_t{1}, "f.xml",
                          std::int64_t{0}, std::int64_t{-1'000'000}, "2026-01-03", "2026-01-03", std::int64_t{1}, "x"});
                work.add(facts::bank_line, {revolving.value, std::int64_t{1}, std::int64_t{1}, std::int64_t{1}, "id",
                                            std::int64_t{-1'000'000}, "2026-01-03", "2026-01-03", std::int64_t{0}, "",
                                            "", "", "", "", "", ""});
            }
            work.add(facts::bank_match, {revolving.value, std::int64_t{1}, match_no, kind, std::int64_t{1},
                                         std::monostate{}, "test", "anna"});
            work.commit("");
        };
        match(1, "transit");
        CHECK(open_transfers(connection, revolving).size() == 1);
        CHECK_FALSE(find_open_transfer(connection, TransferId{1}));
        match(2, "suspense");  // taken back
        CHECK(find_open_transfer(connection, TransferId{1}).has_value());

        const auto loan = testing::loan_of_ten_thousand();
        testing::award(connection, loan);
        Work work{connection, task("reverse", date(2026, 1, 3))};
        add_event(work, loan, {EventId{2}, date(2026, 1, 3), lending::EventKind::reversal, {}, {}, {}, EventId{1}},
                  std::nullopt, "mistake");
        work.commit("");
        CHECK_FALSE(find_open_transfer(connection, TransferId{1}));
    });
}
