#include "domain/banking/match.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::banking;

namespace {

// References from data/reference/identifier_examples.csv.
const std::string first_reference = "RF24VVW2026000123";
const std::string second_reference = "RF05LN0000042";
const std::string account_of_emmtech = "NL13TEST0123456789";
const std::string account_of_vezel = "NL81VKWR0000000017";

OpenItem loan(std::int64_t id, const std::string& reference, const std::string& account, std::int64_t due)
{
    return {ItemKind::loan_repayment, id, Direction::incoming, reference, "", account, Money::cents(due)};
}

OpenItem paid_out(ItemKind kind, std::int64_t id, const std::string& end_to_end_id, std::int64_t amount)
{
    return {kind, id, Direction::outgoing, "", end_to_end_id, account_of_emmtech, Money::cents(amount)};
}

Line movement(std::int64_t cents)
{
    Line line;
    line.amount = Money::cents(cents);
    return line;
}

struct Outcome {
    Certainty certainty;
    std::string_view reason;
    std::vector<std::int64_t> ids;
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

Outcome outcome(const Line& line, std::vector<OpenItem> items)
{
    const auto found = match(line, OpenItems{std::move(items)});
    Outcome result{found.certainty, found.reason->code, {}};
    for (const auto& item : found.candidates) result.ids.push_back(item.id);
    return result;
}

std::vector<OpenItem> two_loans()
{
    return {loan(1, first_reference, account_of_emmtech, 50'000), loan(2, second_reference, account_of_vezel, 75'000)};
}

}  // namespace

TEST_CASE("a repayment is certain by its creditor reference, of any amount and in any form", "[banking]")
{
    auto line = movement(123);
    line.creditor_reference = "rf24 vvw2 0260 0012 3";
    CHECK(outcome(line, two_loans()) == Outcome{Certainty::certain, "banking.by_creditor_reference", {1}});
}

TEST_CASE("a repayment is certain by a reference in its description", "[banking]")
{
    auto line = movement(75'000);
    line.remittance = "Aflossing januari kenmerk RF05 LN00 0004 2 met dank";
    line.counterparty_account = account_of_emmtech;  // paid for by another firm: the reference is stronger
    CHECK(outcome(line, two_loans()) == Outcome{Certainty::certain, "banking.by_text_reference", {2}});
}

TEST_CASE("two loans in one description are for the officer", "[banking]")
{
    auto line = movement(75'000);
    line.remittance = "RF24VVW2026000123 en RF05LN0000042";
    CHECK(outcome(line, two_loans()) == Outcome{Certainty::ambiguous, "banking.several_fit", {1, 2}});
}

TEST_CASE("without a reference the account and the exact amount decide, where one loan fits", "[banking]")
{
    auto line = movement(50'000);
    line.counterparty_account = account_of_emmtech;
    CHECK(outcome(line, two_loans()) == Outcome{Certainty::certain, "banking.by_account", {1}});

    auto items = two_loans();
    items.push_back(loan(3, "RF18123456789", account_of_emmtech, 50'000));
    CHECK(outcome(line, items) == Outcome{Certainty::ambiguous, "banking.several_fit", {1, 3}});

    line.amount = Money::cents(50'001);
    CHECK(outcome(line, items) == Outcome{Certainty::none, "banking.nothing_fits", {}});
}

TEST_CASE("a reference nobody knows is never passed over: account and amount only propose", "[banking]")
{
    auto line = movement(50'000);
    line.creditor_reference = "RF18539007547034";
    CHECK(outcome(line, two_loans()) == Outcome{Certainty::none, "banking.unknown_reference", {}});
    line.counterparty_account = account_of_emmtech;
    CHECK(outcome(line, two_loans()) == Outcome{Certainty::ambiguous, "banking.unknown_reference", {1}});
}

TEST_CASE("money out is a disbursement or a grant by its end-to-end id, then by account and amount", "[banking]")
{
    const std::vector<OpenItem> items{paid_out(ItemKind::disbursement, 7, "VVW-D-7", 2'500'000),
                                      paid_out(ItemKind::grant_payment, 8, "VVW-G-8", 100'000),
                                      loan(1, first_reference, account_of_emmtech, 2'500'000)};
    auto line = movement(-2'500'000);
    line.end_to_end_id = "VVW-D-7";
    CHECK(outcome(line, items) == Outcome{Certainty::certain, "banking.by_end_to_end_id", {7}});

    auto other_amount = line;
    other_amount.amount = Money::cents(-2'400'000);
    CHECK(outcome(other_amount, items) == Outcome{Certainty::ambiguous, "banking.amount_differs", {7}});

    auto by_account = movement(-100'000);
    by_account.counterparty_account = account_of_emmtech;
    CHECK(outcome(by_account, items) == Outcome{Certainty::certain, "banking.by_account", {8}});

    auto money_in = line;
    money_in.amount = Money::cents(2'500'000);
    CHECK(outcome(money_in, items).certainty == Certainty::none);  // never a disbursement
}

TEST_CASE("two tranches under one loan reference are told apart by their amount", "[banking]")
{
    auto first = paid_out(ItemKind::disbursement, 7, "", 100'000);
    auto second = paid_out(ItemKind::disbursement, 8, "", 200'000);
    first.reference = second.reference = first_reference;
    auto line = movement(-200'000);
    line.remittance = "tranche " + first_reference;
    CHECK(outcome(line, {first, second}) == Outcome{Certainty::certain, "banking.by_text_reference", {8}});
}

TEST_CASE("a returned payment undoes the earlier line, never repays the loan it names", "[banking]")
{
    OpenItem earlier{ItemKind::earlier_line, 99, Direction::incoming, first_reference, "E2E-1", account_of_emmtech,
                     Money::cents(50'000)};
    auto items = two_loans();
    items.push_back(earlier);
    auto line = movement(-50'000);
    line.reversal = true;
    line.creditor_reference = first_reference;
    CHECK(outcome(line, items) == Outcome{Certainty::certain, "banking.return_of_line", {99}});

    SECTION("by account and amount alone")
    {
        line.creditor_reference.clear();
        line.counterparty_account = account_of_emmtech;
        CHECK(outcome(line, items) == Outcome{Certainty::certain, "banking.return_of_line", {99}});
    }
    SECTION("marked by a return reason only")
    {
        line.reversal = false;
        line.return_reason = "AC04";
        CHECK(outcome(line, items) == Outcome{Certainty::certain, "banking.return_of_line", {99}});
    }
    SECTION("of an unknown line")
    {
        CHECK(outcome(line, two_loans()) == Outcome{Certainty::none, "banking.return_of_unknown", {}});
    }
    SECTION("of another amount")
    {
        line.amount = Money::cents(-40'000);
        CHECK(outcome(line, items) == Outcome{Certainty::ambiguous, "banking.amount_differs", {99}});
    }
}

TEST_CASE("a repayment that was announced is recognised before its loan", "[banking]")
{
    auto announced = loan(9, first_reference, account_of_emmtech, 50'000);
    announced.kind = ItemKind::announced_repayment;
    auto items = two_loans();
    items.push_back(announced);
    auto line = movement(50'000);
    line.creditor_reference = first_reference;
    CHECK(outcome(line, items) == Outcome{Certainty::certain, "banking.by_creditor_reference", {9}});
    line.amount = Money::cents(40'000);
    CHECK(outcome(line, items) == Outcome{Certainty::ambiguous, "banking.several_fit", {1, 9}});

    OpenItems once{items};
    once.close(ItemKind::announced_repayment, 9);
    CHECK(match(line, once).candidates.front().id == 1);
}

TEST_CASE("any instalment that is expected tells the loan by account", "[banking]")
{
    auto one = loan(1, first_reference, account_of_emmtech, 50'000);
    one.amounts = {Money::cents(40'000), Money::cents(90'000)};
    auto line = movement(90'000);
    line.counterparty_account = account_of_emmtech;
    CHECK(outcome(line, {one}) == Outcome{Certainty::certain, "banking.by_account", {1}});
}

TEST_CASE("a payment ordered in another currency is for the officer, with what it seems to be", "[banking]")
{
    auto line = movement(50'000);
    line.creditor_reference = first_reference;
    line.foreign_amount = "SEK 5600.00";
    CHECK(outcome(line, two_loans()) == Outcome{Certainty::ambiguous, "banking.in_foreign_currency", {1}});
    line.creditor_reference.clear();
    CHECK(outcome(line, two_loans()) == Outcome{Certainty::none, "banking.in_foreign_currency", {}});
}

TEST_CASE("the keys of a line are what storage can look up for many lines at once", "[banking]")
{
    auto line = movement(-50'000);
    line.creditor_reference = "RF05LN0000042";
    line.remittance = "zie RF24 VVW2 0260 0012 3";
    line.end_to_end_id = "E2E-1";
    line.counterparty_account = account_of_vezel;
    const auto keys = keys_of(line);
    CHECK(keys.references == std::vector<std::string>{second_reference, first_reference});
    CHECK(keys.end_to_end_id == "E2E-1");
    CHECK(keys.account == account_of_vezel);
    CHECK(keys.amount == Money::cents(50'000));
    CHECK(keys.direction == Direction::outgoing);
    CHECK_FALSE(keys.is_return);
}
