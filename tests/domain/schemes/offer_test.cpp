#include "domain/schemes/offer.h"

#include "domain/schemes/messages.h"
#include "domain/state_aid/loan_aid.h"

#include <catch2/catch.hpp>

#include <string>

using namespace vierkant;
using namespace vierkant::schemes;

namespace {

LoanOffer offer_of(int instalments)
{
    LoanOffer offer;
    offer.terms.method = lending::Method::linear;
    offer.terms.instalments = instalments;
    offer.annual = percent(2);
    return offer;
}

LoanAward award_of(Money amount)
{
    return {amount, date(2026, 3, 2), date(2026, 5, 31), {}, {}};
}

std::string refusal_of(const Result<Done>& result)
{
    return result ? "" : std::string{result.refusal().text->code};
}

}  // namespace

TEST_CASE("A rate that follows the base rate is that of the award, never below the floor", "[schemes]")
{
    struct Case {
        const char* base;
        const char* margin;
        const char* floor;
        const char* rate;
    };
    for (const auto& c : {Case{"2.19", "1.00", "0.50", "3.19"}, Case{"-0.42", "0.60", "0.50", "0.50"},
                          Case{"-0.42", "1.00", "0.50", "0.58"}}) {
        auto offer = offer_of(12);
        offer.base_rate = OfferedBaseRate{*parse_percent(c.margin), *parse_percent(c.floor), 6};
        CHECK_FALSE(rate_of(offer, {}));
        CHECK(rate_of(offer, parse_percent(c.base)) == parse_percent(c.rate));
        auto award = award_of(Money::euros(1'000));
        award.base_rate = parse_percent(c.base);
        const auto terms = terms_of(offer, award);
        REQUIRE(terms.rates.size() == 1);
        CHECK(terms.rates.front() == lending::DatedRate{date(2026, 4, 30), *parse_percent(c.rate)});
        CHECK(terms.resets ==
              lending::RateResets{*parse_percent(c.margin), *parse_percent(c.floor), date(2026, 10, 30), 6});
    }
}

TEST_CASE("Tranches are shares of the loan, the last with the cents that are left", "[schemes]")
{
    auto offer = offer_of(12);
    offer.tranches = {{percent(33), 0, ""}, {percent(33), 0, "machine delivered"}, {percent(34), 6, ""}};
    const auto terms = terms_of(offer, award_of(Money::cents(100'001)));
    REQUIRE(terms.tranches.size() == 3);
    CHECK(terms.tranches[0] == lending::Tranche{Money::cents(33'000), std::nullopt, ""});
    CHECK(terms.tranches[1] == lending::Tranche{Money::cents(33'000), std::nullopt, "machine delivered"});
    CHECK(terms.tranches[2] == lending::Tranche{Money::cents(34'001), date(2026, 9, 2), ""});
    CHECK(lending::check(terms));
}

TEST_CASE("A loan is drawn within the months that the offer gives, the commitment fee running from the award",
          "[schemes]")
{
    auto offer = offer_of(12);
    offer.drawing_months = 3;
    offer.terms.fees.commitment = *parse_percent("0.25");
    const auto terms = terms_of(offer, award_of(Money::euros(1'000)));
    CHECK(terms.last_drawing == date(2026, 6, 2));
    CHECK(terms.commitment == Money::euros(1'000));
    CHECK(terms.commitment_from == date(2026, 3, 2));
    CHECK(lending::check(terms));
}

TEST_CASE("What is agreed about drawing fits in the offer and never widens it", "[schemes]")
{
    auto offer = offer_of(12);
    offer.drawing_months = 3;
    auto award = award_of(Money::euros(1'000));
    CHECK(check_drawing_plan(offer, award));

    award.drawing.tranches = {{Money::euros(600), {}, ""}, {Money::euros(300), date(2026, 5, 1), ""}};
    CHECK(refusal_of(check_drawing_plan(offer, award)) == tranches_differ_from_award.code);
    award.drawing.tranches.back().amount = Money::euros(400);
    CHECK(check_drawing_plan(offer, award));
    CHECK(terms_of(offer, award).tranches == award.drawing.tranches);

    award.drawing.last = date(2026, 6, 3);
    CHECK(refusal_of(check_drawing_plan(offer, award)) == drawn_too_long.code);
    award.drawing.last = date(2026, 3, 1);
    CHECK(refusal_of(check_drawing_plan(offer, award)) == drawing_over_before_award.code);
    award.drawing.last = date(2026, 6, 1);
    CHECK(check_drawing_plan(offer, award));
    CHECK(terms_of(offer, award).last_drawing == date(2026, 6, 1));

    offer.tranches = {{percent(100), 1, ""}};
    CHECK(refusal_of(check_drawing_plan(offer, award)) == tranches_of_the_scheme.code);
}

// By hand: reference 4.39 %, discount 3.19 %, loan 2.00 %, EUR 100,000, all principal at the end of three years.
// Waived for two years: 4,390.00 / 1.0319 + 4,390.00 / 1.0319^2 + 2,390.00 / 1.0319^3.
// Deferred: the 2,000.00 of the first year is lent without interest during the second, 4,000.00 during the third:
// 2,390.00 / 1.0319 + (2,390.00 + 87.80) / 1.0319^2 + (2,390.00 + 175.60) / 1.0319^3.
// Capitalised: (2,390.00) / 1.0319 + 102,000 x 2.39 % / 1.0319^2 + 104,040 x 2.39 % / 1.0319^3.
TEST_CASE("Interest put off is lent without interest, and that is aid too", "[schemes][state_aid]")
{
    struct Case {
        lending::PeriodInterest kind;
        Money aid;
    };
    for (const auto& c : {Case{lending::PeriodInterest::waived, Money::cents(1'055'219)},
                          Case{lending::PeriodInterest::deferred, Money::cents(697'803)},
                          Case{lending::PeriodInterest::capitalised, Money::cents(686'853)}}) {
        auto offer = offer_of(3);
        offer.terms.method = lending::Method::bullet;
        offer.terms.unit = lending::Unit::year;
        offer.terms.interest_grace = 2;
        offer.terms.grace_interest = c.kind;
        const auto terms = terms_of(offer, {Money::euros(100'000), date(2026, 1, 1), date(2027, 1, 1), {}, {}});
        const state_aid::ReferenceRate rate{{date(2026, 1, 1), *parse_percent("2.19")}, *parse_percent("2.20")};
        CHECK(state_aid::loan_equivalent(terms, Money::euros(100'000), date(2026, 1, 1), rate) == c.aid);
    }
}
