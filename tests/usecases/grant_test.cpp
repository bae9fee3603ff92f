#include "storage/transfer_store.h"
#include "support/bank.h"
#include "support/databases.h"
#include "support/grants.h"
#include "usecases/grant_booking.h"
#include "usecases/grant_claims.h"
#include "usecases/grant_money.h"
#include "usecases/match_line.h"
#include "usecases/release_order.h"
#include "usecases/show_grant.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <thread>

using namespace vierkant;
using namespace vierkant::testing;
using ledger::Account;
using storage::Connection;

namespace {

const std::string payee = "NL44VKWR0000000101";

storage::Task task_of(const std::string& actor, Date today)
{
    return {"grant", actor, today, to_text(today) + "T09:00:00Z"};
}

formats::GrantClaims workers(const std::vector<std::string>& references, Date start = date(2026, 2, 2))
{
    formats::GrantClaims claims;
    for (const auto& reference : references) {
        claims.workers.push_back(
            {{ClaimId{}, "", {"contract", start}}, reference, start, {3'600}, "mbo-2", "vmbo-bb", "PW_LT2"});
    }
    return claims;
}

template <class T>
std::string_view code(const Result<T>& result)
{
    return result ? std::string_view{} : result.refusal().text->code;
}

/// Anna enters, Bert verifies.
void claim_and_verify(Connection& connection, const std::string& grant, const std::vector<std::string>& references,
                      Date today)
{
    const auto receipt = usecases::enter_claims(connection, task_of("anna", today), grant, workers(references));
    REQUIRE(static_cast<bool>(receipt));
    for (const auto claim : receipt->claims) {
        REQUIRE(usecases::verify_claim(connection, task_of("bert", today), grant, claim));
    }
}

/// Anna prepares all that may be paid, Bert releases it.
void pay(Connection& connection, const std::string& grant, Date today)
{
    const auto order = usecases::prepare_grant_payment(connection, task_of("anna", today), grant, std::nullopt, payee);
    REQUIRE(static_cast<bool>(order));
    REQUIRE(usecases::release_order(connection, task_of("bert", today), order->number));
}

std::size_t problems(Connection& connection)
{
    const auto found = usecases::verify_administration(connection);
    for (const auto& problem : found) UNSCOPED_INFO(problem.in(Language::en));
    return found.size();
}

std::int64_t rows(Connection& connection, const std::string& table)
{
    return connection.number("SELECT count(*) FROM " + table, {}, -1);
}

}  // namespace

TEST_CASE("a factory comes back from Asia: two workers stay, one leaves, and the rest of the grant is freed", "[story]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        const auto grant = award_grant(connection, per_worker(), Money::euros(50'000));
        const Date spring = date(2026, 3, 2);
        claim_and_verify(connection, "S-000001", {"P-1", "P-2", "P-3"}, spring);
        CHECK(balance(connection, Account::grants) == Money::euros(15'000));
        CHECK(balance(connection, Account::grants_payable) == Money::euros(-15'000));
        CHECK(balance(connection, Account::committed) == Money::euros(-50'000));

        pay(connection, "S-000001", spring);
        CHECK(balance(connection, Account::grants_payable).is_zero());
        CHECK(balance(connection, Account::transit) == Money::euros(-15'000));
        CHECK(balance(connection, Account::committed) == Money::euros(-35'000));
        const auto transfers = storage::open_transfers(connection, revolving);
        REQUIRE(transfers.size() == 1);
        CHECK(transfers[0].amount == Money::euros(-15'000));
        CHECK(transfers[0].grant == grant.id);
        CHECK(transfers[0].iban == payee);
        CHECK(transfers[0].end_to_end_id == "O-000001");

        // P-3 left after half a year: EUR 5,000 comes back, under public law and apart from every loan.
        const Date autumn = date(2026, 9, 1);
        const auto left =
            usecases::worker_left(connection, task_of("anna", autumn), "S-000001", ClaimId{3}, date(2026, 8, 15));
        REQUIRE(static_cast<bool>(left));
        CHECK(left->undue == Money::euros(5'000));
        CHECK(code(usecases::reclaim_grant(connection, task_of("anna", autumn), "S-000001")) ==
              "grants.reclaimed_by_recorder");
        const auto reclaim = usecases::reclaim_grant(connection, task_of("bert", autumn), "S-000001");
        REQUIRE(static_cast<bool>(reclaim));
        CHECK(reclaim->amount == Money::euros(5'000));
        CHECK(reclaim->due_on == date(2026, 10, 13));  // six weeks, Awb 4:87
        CHECK(reclaim->payment_reference == grant.payment_reference);
        CHECK(balance(connection, Account::reclaim_receivable) == Money::euros(5'000));
        CHECK(balance(connection, Account::grants) == Money::euros(10'000));
        REQUIRE(storage::open_reclaims(connection, revolving).size() == 1);
        CHECK(storage::open_reclaims(connection, revolving)[0].owed == Money::euros(5'000));
        {
            storage::Work work{connection, task_of("anna", date(2026, 10, 1))};
            auto open = usecases::open_grant(connection, "S-000001");
            REQUIRE(static_cast<bool>(open));
            usecases::book_grant_repayment(work, *open, Money::euros(5'000), date(2026, 10, 1), {});
            work.commit("repaid");
        }
        CHECK(balance(connection, Account::reclaim_receivable).is_zero());
        CHECK(storage::open_reclaims(connection, revolving).empty());

        // The others stayed their year.
        const Date next_spring = date(2027, 2, 5);
        CHECK(code(usecases::settle_grant(connection, task_of("bert", next_spring), "S-000001")) ==
              "grants.months_unproven");
        for (const auto claim : {1, 2}) {
            REQUIRE(usecases::retain_worker(connection, task_of("anna", next_spring), "S-000001", ClaimId{claim},
                                            date(2027, 2, 4)));
        }
        CHECK(code(usecases::settle_grant(connection, task_of("anna", next_spring), "S-000001")) ==
              "grants.settled_by_claimant");
        const auto settled = usecases::settle_grant(connection, task_of("bert", next_spring), "S-000001");
        REQUIRE(static_cast<bool>(settled));
        CHECK(settled->amount == Money::euros(10'000));
        CHECK(settled->released == Money::euros(35'000));
        CHECK(settled->undue.is_zero());
        CHECK(balance(connection, Account::committed).is_zero());
        CHECK(code(usecases::enter_claims(connection, task_of("anna", next_spring), "S-000001", workers({"P-9"}))) ==
              "usecases.settled_before");
        CHECK(problems(connection) == 0);
    });
}

TEST_CASE("a business case is paid ahead, proven with invoices, and what was too much is reclaimed", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        award_grant(connection, on_cost(), Money::euros(30'000));
        const Date day = date(2026, 3, 2);
        REQUIRE(usecases::grant_advance(connection, task_of("anna", day), "S-000001", Money::euros(20'000)));
        pay(connection, "S-000001", day);
        CHECK(balance(connection, Account::grants) == Money::euros(20'000));

        // 24,000 x 50 % = 12,000.
        formats::GrantClaims statement;
        statement.costs.push_back(
            {{ClaimId{}, "", {"invoice", day}}, {{{"advice", Money::euros(24'000)}, "archief 2026/118"}}});
        REQUIRE(usecases::enter_claims(connection, task_of("anna", day), "S-000001", statement));
        REQUIRE(usecases::verify_claim(connection, task_of("bert", day), "S-000001", ClaimId{1}));
        const auto settled = usecases::settle_grant(connection, task_of("bert", day), "S-000001");
        REQUIRE(static_cast<bool>(settled));
        CHECK(settled->amount == Money::euros(12'000));
        CHECK(settled->released == Money::euros(10'000));
        CHECK(settled->undue == Money::euros(8'000));
        REQUIRE(usecases::reclaim_grant(connection, task_of("bert", day), "S-000001"));
        CHECK(balance(connection, Account::reclaim_receivable) == Money::euros(8'000));
        CHECK(balance(connection, Account::grants) == Money::euros(12'000));
        CHECK(balance(connection, Account::committed).is_zero());
        CHECK(problems(connection) == 0);

        const auto page = usecases::show_grant(connection, "S-000001", day, Language::nl);
        REQUIRE(static_cast<bool>(page));
        CHECK(page->tables[1].rows.size() == 1);
        CHECK(page->tables[2].rows.size() == 4);
        CHECK(usecases::list_grants(connection, day).tables[0].rows.size() == 1);
    });
}

TEST_CASE("what a grant cannot take is refused and nothing is kept", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        award_grant(connection, per_worker(), Money::euros(10'000), 1);
        award_grant(connection, on_cost(), Money::euros(10'000), 2);
        const Date day = date(2026, 3, 2);
        const auto anna = task_of("anna", day);
        const auto bert = task_of("bert", day);
        formats::GrantClaims cost;
        cost.costs.push_back({{ClaimId{}, "", {"invoice", day}}, {{{"advice", Money::euros(1)}, "archief 1"}}});

        CHECK(code(usecases::enter_claims(connection, anna, "S-9", workers({"P-1"}))) == "usecases.grant_unknown");
        CHECK(code(usecases::enter_claims(connection, anna, "S-000001", {})) == "usecases.nothing_claimed");
        CHECK(code(usecases::enter_claims(connection, anna, "S-000001", cost)) == "usecases.not_on_cost");
        CHECK(code(usecases::enter_claims(connection, anna, "S-000002", workers({"P-1"}))) ==
              "usecases.not_per_worker");
        // All of a file or nothing: the second worker is the first again.
        CHECK(code(usecases::enter_claims(connection, anna, "S-000001", workers({"P-1", "P-1"}))) ==
              "grants.claimed_before");
        CHECK(rows(connection, "grant_claim") == 0);

        REQUIRE(usecases::enter_claims(connection, anna, "S-000001", workers({"P-1"})));
        CHECK(code(usecases::verify_claim(connection, anna, "S-000001", ClaimId{1})) == "grants.verified_by_claimant");
        CHECK(code(usecases::verify_claim(connection, bert, "S-000001", ClaimId{2})) == "usecases.claim_unknown");
        CHECK(code(usecases::worker_left(connection, bert, "S-000001", ClaimId{2}, day)) ==
              "usecases.worker_claim_unknown");
        CHECK(code(usecases::reject_claim(connection, bert, "S-000001", ClaimId{1}, "BSN 111222333")) ==
              "usecases.note_with_bsn");
        CHECK(code(usecases::prepare_grant_payment(connection, anna, "S-000001", std::nullopt, payee)) ==
              "grants.nothing_to_pay");
        REQUIRE(usecases::verify_claim(connection, bert, "S-000001", ClaimId{1}));
        CHECK(code(usecases::prepare_grant_payment(connection, anna, "S-000001", Money::cents(500'001), payee)) ==
              "grants.above_room");
        CHECK(code(usecases::prepare_grant_payment(connection, anna, "S-000001", std::nullopt, "")) ==
              "usecases.recipient_without_iban");

        // Prepared by Anna: not released by her, not prepared twice, and not released once the worker has left.
        const auto order = usecases::prepare_grant_payment(connection, anna, "S-000001", std::nullopt, payee);
        REQUIRE(static_cast<bool>(order));
        CHECK(code(usecases::release_order(connection, anna, order->number)) == "usecases.order_own");
        CHECK(code(usecases::prepare_grant_payment(connection, anna, "S-000001", Money::euros(5'000), payee)) ==
              "grants.above_room");
        CHECK(code(usecases::settle_grant(connection, bert, "S-000001")) == "grants.payment_waits");
        CHECK(code(usecases::reject_claim(connection, bert, "S-000001", ClaimId{1}, "dubbel")) == "grants.claim_paid");
        REQUIRE(usecases::worker_left(connection, bert, "S-000001", ClaimId{1}, day));
        CHECK(code(usecases::release_order(connection, bert, order->number)) == "grants.above_room");
        CHECK(rows(connection, "grant_event") == 0);
        CHECK(problems(connection) == 0);
    });
}

TEST_CASE("the ceiling of a fund binds all its grants together", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        // The fund of the tests has a ceiling of EUR 10,000,000 (tests/support/administration.h).
        const grants::WorkerTerms dear{1, Money::euros(6'000'000), {3'200}, 12};
        award_grant(connection, dear, Money::euros(6'000'000), 1);
        award_grant(connection, dear, Money::euros(6'000'000), 2);
        const Date day = date(2026, 3, 2);
        claim_and_verify(connection, "S-000001", {"P-1"}, day);
        claim_and_verify(connection, "S-000002", {"P-1"}, day);
        const auto anna = task_of("anna", day);
        const auto first = usecases::prepare_grant_payment(connection, anna, "S-000001", std::nullopt, payee);
        REQUIRE(static_cast<bool>(first));
        CHECK(code(usecases::prepare_grant_payment(connection, anna, "S-000002", std::nullopt, payee)) ==
              "grants.above_ceiling");
        REQUIRE(usecases::release_order(connection, task_of("bert", day), first->number));
        CHECK(code(usecases::prepare_grant_payment(connection, anna, "S-000002", std::nullopt, payee)) ==
              "grants.above_ceiling");
        CHECK(usecases::prepare_grant_payment(connection, anna, "S-000002", Money::euros(4'000'000), payee));
    });
}

namespace {

/// A statement of the test fund with one line, imported the same day.
Result<usecases::ImportReceipt> bank_shows(Connection& connection, int number, Date day, Money opening,
                                           const banking::Line& line)
{
    return import_statements(connection, {statement(number, day, opening, {line})}, day);
}

}  // namespace

TEST_CASE("the bank shows a grant paid, given back, paid again, and a reclaim repaid under its own reference",
          "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        {
            storage::Work work{connection, task_of("anna", date(2026, 1, 2))};
            work.add(storage::facts::account,
                     {revolving.value, std::int64_t{100}, "equity:capital:emmen", "Inbreng Emmen", "Capital of Emmen"});
            work.post(
                {revolving, date(2026, 1, 2), "Storting", {{Account::bank, ledger::capital(0), Money::euros(50'000)}}});
            work.commit("");
        }
        const auto grant = award_grant(connection, per_worker(), Money::euros(50'000));
        const Date day = date(2026, 3, 2);
        claim_and_verify(connection, "S-000001", {"P-1"}, day);
        pay(connection, "S-000001", day);

        auto out = movement(date(2026, 3, 3), Money::euros(-5'000), "B1");
        out.end_to_end_id = "O-000001";
        REQUIRE(bank_shows(connection, 1, date(2026, 3, 3), Money::euros(50'000), out)->on_transfers.lines == 1);
        CHECK(balance(connection, Account::transit).is_zero());

        auto back = movement(date(2026, 3, 4), Money::euros(5'000), "B2");
        back.end_to_end_id = "O-000001";
        back.return_reason = "AC04";
        REQUIRE(bank_shows(connection, 2, date(2026, 3, 4), Money::euros(45'000), back));
        CHECK(balance(connection, Account::transit).is_zero());
        CHECK(balance(connection, Account::suspense).is_zero());
        CHECK(balance(connection, Account::grants_payable) == Money::euros(-5'000));
        CHECK(balance(connection, Account::committed) == Money::euros(-50'000));
        CHECK(storage::open_transfers(connection, revolving).empty());
        CHECK(problems(connection) == 0);

        pay(connection, "S-000001", date(2026, 3, 5));
        REQUIRE(usecases::worker_left(connection, task_of("anna", date(2026, 9, 1)), "S-000001", ClaimId{1},
                                      date(2026, 8, 1)));
        REQUIRE(usecases::reclaim_grant(connection, task_of("bert", date(2026, 9, 1)), "S-000001"));
        const auto repaid =
            with_reference(movement(date(2026, 9, 20), Money::euros(2'000), "B3"), grant.payment_reference);
        const auto shown = bank_shows(connection, 3, date(2026, 9, 20), Money::euros(50'000), repaid);
        REQUIRE(static_cast<bool>(shown));
        CHECK(shown->on_grants.lines == 1);
        CHECK(balance(connection, Account::reclaim_receivable) == Money::euros(3'000));
        CHECK(storage::open_reclaims(connection, revolving)[0].owed == Money::euros(3'000));
        CHECK(problems(connection) == 0);

        // The rest comes without the reference, and an officer matches it by hand.
        const auto plain = movement(date(2026, 10, 1), Money::euros(3'000), "B4");
        REQUIRE(bank_shows(connection, 4, date(2026, 10, 1), Money::euros(52'000), plain)->in_suspense.lines == 1);
        usecases::MatchRequest by_hand;
        by_hand.line = "B-000004";
        by_hand.grant = "S-000009";
        CHECK(code(usecases::match_line(connection, task_of("anna", date(2026, 10, 1)), by_hand)) ==
              "usecases.grant_unknown");
        by_hand.grant = "S-000001";
        REQUIRE(usecases::match_line(connection, task_of("anna", date(2026, 10, 1)), by_hand));
        CHECK(balance(connection, Account::reclaim_receivable).is_zero());
        CHECK(balance(connection, Account::suspense).is_zero());
        CHECK(problems(connection) == 0);
    });
}

namespace {

/// Two officers prepare and release the same payment at once, on connections of their own. Gives how many succeeded.
int race(const std::string& url, const std::string& before)
{
    const Date day = date(2026, 3, 2);
    int done[2] = {0, 0};
    const auto officer = [&](int which) {
        Connection own{url};
        if (!before.empty()) own.script(before);
        const auto order = usecases::prepare_grant_payment(own, task_of(which == 0 ? "anna" : "bert", day), "S-000001",
                                                           Money::euros(5'000), payee);
        done[which] = order ? 1 : 0;
    };
    std::thread first{officer, 0};
    std::thread second{officer, 1};
    first.join();
    second.join();
    return done[0] + done[1];
}

void prepare_race(Connection& connection)
{
    open_fund(connection);
    award_grant(connection, per_worker(), Money::euros(50'000));
    claim_and_verify(connection, "S-000001", {"P-1"}, date(2026, 3, 2));
}

}  // namespace

TEST_CASE("of two officers who pay the last money at once exactly one can", "[usecases]")
{
    const auto file = std::filesystem::temp_directory_path() / ("grant_race_" + std::to_string(::getpid()) + ".db");
    {
        Connection connection{file.string()};
        storage::migrate(connection);
        prepare_race(connection);
        CHECK(race(file.string(), "") == 1);
        CHECK(rows(connection, "payment_order") == 1);
    }
    for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + end);

    const char* url = std::getenv("VIERKANT_TEST_POSTGRES");  // NOLINT(concurrency-mt-unsafe)
    if (url == nullptr) return;
    Connection connection{url};
    const auto schema = "grant_race_" + std::to_string(::getpid());
    connection.script("CREATE SCHEMA " + schema + "; SET search_path TO " + schema);
    storage::migrate(connection);
    prepare_race(connection);
    CHECK(race(url, "SET search_path TO " + schema) == 1);
    CHECK(rows(connection, "payment_order") == 1);
    connection.script("DROP SCHEMA " + schema + " CASCADE");
}

TEST_CASE("verify finds a grant whose books were changed behind the program's back", "[usecases]")
{
    Connection connection{":memory:"};
    storage::migrate(connection);
    open_fund(connection);
    award_grant(connection, per_worker(), Money::euros(50'000));
    claim_and_verify(connection, "S-000001", {"P-1"}, date(2026, 3, 2));
    pay(connection, "S-000001", date(2026, 3, 2));
    REQUIRE(problems(connection) == 0);
    connection.script("DROP TRIGGER grant_event_no_update; UPDATE grant_event SET amount = 5100000");
    std::string codes;
    for (const auto& problem : usecases::verify_administration(connection)) {
        codes += std::string{problem.text->code} + " ";
    }
    // The seal, the commitment, the cost and the payment order's trace differ, and more than the award was paid.
    CHECK(codes.find("storage.fact_changed") != std::string::npos);
    CHECK(codes.find("storage.grant_differs") != std::string::npos);
    CHECK(codes.find("storage.grant_overpaid") != std::string::npos);
    connection.script("DROP TRIGGER fund_no_update; UPDATE fund SET ceiling = 100");
    codes.clear();
    for (const auto& problem : usecases::verify_administration(connection)) {
        codes += std::string{problem.text->code} + " ";
    }
    CHECK(codes.find("storage.ceiling_exceeded") != std::string::npos);
}
