#include "domain/banking/payment_reference.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace vierkant;
using namespace vierkant::banking;

TEST_CASE("the published examples of creditor references are told apart", "[banking]")
{
    // data/reference/identifier_examples.csv: kind,value,valid,reason
    std::ifstream file{VIERKANT_SOURCE_DIR "/data/reference/identifier_examples.csv"};
    REQUIRE(file.good());
    int seen = 0;
    for (std::string row; std::getline(file, row);) {
        if (!row.starts_with("creditor_reference,")) continue;
        std::istringstream fields{row};
        std::string kind;
        std::string value;
        std::string valid;
        std::getline(fields, kind, ',');
        std::getline(fields, value, ',');
        std::getline(fields, valid, ',');
        INFO(row);
        CHECK(normalise_reference(value).has_value() == (valid == "yes"));
        ++seen;
    }
    CHECK(seen == 6);
}

TEST_CASE("a reference is made from a loan number", "[banking]")
{
    // The same examples: RF24VVW2026000123, RF05LN0000042, RF18123456789. RF18539007547034 is ISO 11649's own.
    CHECK(*make_reference("VVW2026000123") == "RF24VVW2026000123");
    CHECK(*make_reference("LN0000042") == "RF05LN0000042");
    CHECK(*make_reference("123456789") == "RF18123456789");
    CHECK(*make_reference("539007547034") == "RF18539007547034");
    CHECK(*make_reference(" vvw 2026000123") == "RF24VVW2026000123");
    CHECK(make_reference("L-0042").refusal().text->code == "banking.reference_characters");
    CHECK(make_reference("").refusal().text->code == "banking.reference_length");
    CHECK(make_reference(std::string(22, '1')).refusal().text->code == "banking.reference_length");
}

TEST_CASE("a reference is printed in groups of four and read in any form", "[banking]")
{
    CHECK(print_reference("RF24VVW2026000123") == "RF24 VVW2 0260 0012 3");
    CHECK(normalise_reference("rf24 vvw2 0260 0012 3") == "RF24VVW2026000123");
    CHECK_FALSE(normalise_reference("RF24-VVW2026000123"));
    CHECK_FALSE(normalise_reference(""));
    CHECK_FALSE(normalise_reference("RF"));
}

TEST_CASE("a reference is found inside free text", "[banking]")
{
    using Found = std::vector<std::string>;
    CHECK(find_references("Aflossing RF24VVW2026000123") == Found{"RF24VVW2026000123"});
    CHECK(find_references("aflossing rf24 vvw2 0260 0012 3, januari") == Found{"RF24VVW2026000123"});
    CHECK(find_references("kenmerk:RF05LN0000042.") == Found{"RF05LN0000042"});
    CHECK(find_references("RF05 LN00\n0004 2 en RF18 1234 5678 9") == Found{"RF05LN0000042", "RF18123456789"});
    CHECK(find_references("RF25VVW2026000123 surf RF") == Found{});
    CHECK(find_references("RF05LN0000042 RF05LN0000042").size() == 1);
}

TEST_CASE("every reference made is sound, survives printing and breaks by one changed digit", "[banking]")
{
    CHECK(rc::check("make, print, normalise, find", [] {
        const auto number = *rc::gen::resize(21, rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::elementOf(
                                                     std::string{"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"}))));
        RC_PRE(number.size() <= 21);
        const auto reference = *make_reference(number);
        RC_ASSERT(normalise_reference(print_reference(reference)) == reference);
        RC_ASSERT(find_references("betaling " + print_reference(reference)).front() == reference ||
                  find_references("betaling " + print_reference(reference)).size() > 1);
        auto wrong = reference;
        wrong[2] = wrong[2] == '9' ? '0' : static_cast<char>(wrong[2] + 1);
        // 97 is prime: one changed digit always changes the remainder.
        RC_ASSERT(!normalise_reference(wrong));
    }));
}
