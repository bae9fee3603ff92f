// Refusals name days and amounts as whoever reads them writes them.

#include "domain/lending/admission.h"
#include "domain/lending/replay.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::lending;

namespace {

/// EUR 500,000 awarded on 1 July 2026, to be drawn until the end of that year.
LoanTerms terms_of_loan()
{
    LoanTerms terms;
    terms.method = Method::linear;
    terms.instalments = 12;
    terms.first_due = date(2026, 9, 1);
    terms.rates = {{date(2026, 8, 1), *parse_percent("4.25")}};
    terms.last_drawing = date(2026, 12, 31);
    terms.commitment = Money::euros(500'000);
    return terms;
}

const Award award{Money::euros(500'000), date(2026, 7, 1)};

struct Words {
    std::string nl;
    std::string en;
};

Words refusal(const LoanTerms& terms, const Event& event)
{
    const std::vector<Event> drawn{{EventId{1}, date(2026, 8, 1), EventKind::disbursement, Money::euros(100'000)}};
    const auto refused = check_event(terms, drawn, event, award);
    if (refused) return {"allowed", "allowed"};
    return {refused.refusal().in(Language::nl), refused.refusal().in(Language::en)};
}

}  // namespace

TEST_CASE("a refusal says days and amounts in the language of the reader", "[lending]")
{
    const auto terms = terms_of_loan();
    struct Case {
        Event event;
        Words words;
    };
    for (const auto& c : {
             Case{{EventId{2}, date(2026, 6, 30), EventKind::disbursement, Money::euros(1)},
                  {"De lening is toegekend op 01-07-2026. Een opname op 30-06-2026 is te vroeg.",
                   "The loan was awarded on 2026-07-01. A drawing on 2026-06-30 is too early."}},
             Case{{EventId{2}, date(2026, 8, 2), EventKind::disbursement, Money::euros(400'001)},
                  {"Er is nog 400.000,00 op te nemen; 400.001,00 is te veel.",
                   "400,000.00 is left to draw; 400,001.00 is too much."}},
             Case{{EventId{2}, date(2026, 8, 2), EventKind::prepayment, Money::cents(10'000'001)},
                  {"Er staat nog 100.000,00 open; 100.000,01 is meer dan dat.",
                   "100,000.00 is outstanding; 100,000.01 is more than that."}},
             Case{{EventId{2}, date(2026, 8, 2), EventKind::recovery, Money::euros(1)},
                  {"Op 02-08-2026 is niets van deze lening afgeboekt. Boek de ontvangst als betaling.",
                   "Nothing of this loan has been written off on 2026-08-02. Book what was received as a payment."}},
         }) {
        const auto words = refusal(terms, c.event);
        CHECK(words.nl == c.words.nl);
        CHECK(words.en == c.words.en);
    }
}

TEST_CASE("terms that cannot be carried out are refused in words, too", "[lending]")
{
    auto terms = terms_of_loan();
    terms.tranches = {{Money::euros(499'999), {}, ""}};
    CHECK(check(terms).refusal().in(Language::nl) ==
          "De delen tellen op tot 499.999,00, maar toegezegd is 500.000,00. Maak ze gelijk.");
    terms.tranches.clear();
    terms.first_drawing = date(2027, 1, 1);
    CHECK(check(terms).refusal().in(Language::nl) ==
          "De eerste dag (01-01-2027) ligt na de laatste dag van opnemen (31-12-2026). Draai ze om.");
    terms.first_drawing.reset();
    terms.rates.push_back({date(2026, 8, 1), percent(101)});
    CHECK(check(terms).refusal().in(Language::nl) ==
          "Een rente van 101,00 % per jaar kan niet. Kies een rente van 0 tot en met 100 %.");
}
