#include "domain/arrears/arrangement.h"

#include <catch2/catch.hpp>

#include <map>

using namespace vierkant;
using namespace vierkant::arrears;

namespace {

const Date agreed = date(2026, 5, 1);

/// EUR 2,600 late, in four terms on the first of each month from June on.
Arrangement four_terms()
{
    return {agreed, Money::euros(2'600), equal_terms(Money::euros(2'600), 4, date(2026, 6, 1), 1, 0)};
}

/// A debt without instalments of its own: EUR 2,600 late since April, less what was paid by then.
LateOn paid(std::map<Date, Money> payments)
{
    return [payments = std::move(payments)](Date due_before, Date day) {
        if (due_before <= date(2026, 4, 1)) return Money{};
        auto left = Money::euros(2'600);
        for (const auto& [on, amount] : payments) {
            if (on <= day) left -= amount;
        }
        return std::max(Money{}, left);
    };
}

std::string code_of(const Result<Done>& result)
{
    return result ? "sound" : std::string{result.refusal().text->code};
}

}  // namespace

TEST_CASE("equal terms add up, the last taking the rest", "[arrears]")
{
    const auto months = equal_terms(Money::cents(10'000), 3, date(2026, 1, 31), 1, 0);
    CHECK(months == std::vector<Arrangement::Term>{{date(2026, 1, 31), Money::cents(3'333)},
                                                   {date(2026, 2, 28), Money::cents(3'333)},
                                                   {date(2026, 3, 31), Money::cents(3'334)}});
    const auto weeks = equal_terms(Money::euros(10), 2, date(2026, 1, 30), 0, 14);
    CHECK(weeks.back() == Arrangement::Term{date(2026, 2, 13), Money::euros(5)});
}

TEST_CASE("an arrangement that does not hold together is refused", "[arrears]")
{
    CHECK(check(four_terms()));
    auto wrong = four_terms();
    wrong.terms.clear();
    CHECK(code_of(check(wrong)) == "arrears.arrangement_empty");
    wrong = four_terms();
    wrong.terms[1].due = wrong.terms[0].due;
    CHECK(code_of(check(wrong)) == "arrears.arrangement_order");
    wrong = four_terms();
    wrong.terms[0].due = date(2026, 4, 30);
    CHECK(code_of(check(wrong)) == "arrears.arrangement_too_early");
    wrong = four_terms();
    wrong.terms[3].amount = Money::euros(649);
    CHECK(code_of(check(wrong)) == "arrears.arrangement_differs");
    CHECK(check(wrong).refusal().in(Language::nl) ==
          "De termijnen zijn samen 2.599,00; te laat is 2.600,00. Maak ze gelijk.");
}

TEST_CASE("it is kept while what is late is no more than the terms to come, and broken for good", "[arrears]")
{
    struct Case {
        const char* what;
        std::map<Date, Money> payments;
        int grace;
        Date as_of;
        Standing standing;
        Date since;
    };
    const auto term = Money::euros(650);
    const std::vector<Case> cases{
        {"nothing is due yet", {}, 0, date(2026, 6, 1), Standing::kept, agreed},
        {"a day late", {}, 0, date(2026, 6, 2), Standing::broken, date(2026, 6, 2)},
        {"a day late with five days of grace", {}, 5, date(2026, 6, 2), Standing::kept, agreed},
        {"six days late with five of grace", {}, 5, date(2026, 6, 7), Standing::broken, date(2026, 6, 7)},
        {"paid on the last day of grace", {{date(2026, 6, 6), term}}, 5, date(2026, 6, 30), Standing::kept, agreed},
        {"paid too late is broken all the same",
         {{date(2026, 6, 3), term}},
         0,
         date(2026, 6, 30),
         Standing::broken,
         date(2026, 6, 2)},
        {"a cent short",
         {{date(2026, 6, 1), Money::cents(64'999)}},
         0,
         date(2026, 6, 2),
         Standing::broken,
         date(2026, 6, 2)},
        {"paid ahead", {{date(2026, 5, 20), Money::euros(1'300)}}, 0, date(2026, 7, 30), Standing::kept, agreed},
        {"the second term missed",
         {{date(2026, 5, 20), Money::euros(650)}},
         0,
         date(2026, 12, 31),
         Standing::broken,
         date(2026, 7, 2)},
        {"all paid",
         {{date(2026, 6, 1), term}, {date(2026, 7, 1), term}, {date(2026, 8, 1), term}, {date(2026, 9, 1), term}},
         0,
         date(2026, 12, 31),
         Standing::fulfilled,
         date(2026, 9, 2)},
        {"all paid at once",
         {{date(2026, 5, 2), Money::euros(2'600)}},
         0,
         date(2026, 5, 3),
         Standing::fulfilled,
         date(2026, 5, 3)},
    };
    for (const auto& c : cases) {
        INFO(c.what);
        const auto found = follow(four_terms(), c.grace, {}, paid(c.payments), c.as_of);
        CHECK(found.standing == c.standing);
        CHECK(to_text(found.since) == to_text(c.since));
    }
}

TEST_CASE("an officer ends it, unless it was over by then", "[arrears]")
{
    auto arrangement = four_terms();
    arrangement.ended_on = date(2026, 5, 15);
    CHECK(follow(arrangement, 0, {}, paid({}), date(2026, 5, 14)).standing == Standing::kept);
    CHECK(follow(arrangement, 0, {}, paid({}), date(2026, 5, 15)).standing == Standing::ended);
    CHECK(follow(arrangement, 0, {}, paid({}), date(2026, 12, 31)).standing == Standing::ended);
    arrangement.ended_on = date(2026, 6, 3);
    CHECK(follow(arrangement, 0, {}, paid({}), date(2026, 12, 31)).standing == Standing::broken);
}

TEST_CASE("it says what comes next and what may be open", "[arrears]")
{
    const auto found = follow(four_terms(), 0, {}, paid({{date(2026, 6, 1), Money::euros(650)}}), date(2026, 6, 15));
    CHECK(found.late == Money::euros(1'950));
    CHECK(found.allowed == Money::euros(1'950));
    CHECK(found.next == Arrangement::Term{date(2026, 7, 1), Money::euros(650)});
}
