#include "quarterly_loan.h"

#include "domain/lending/statement.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>

using namespace vierkant;
using namespace vierkant::lending;
using namespace vierkant::lending::testing;

namespace {

std::vector<Event> a_life()
{
    return {event(1, date(2015, 1, 1), EventKind::disbursement, Money::euros(10'000)),
            event(2, date(2015, 4, 1), EventKind::payment, Money::euros(2'600)),
            event(3, date(2015, 7, 15), EventKind::fee, Money::euros(40)),
            event(4, date(2015, 7, 20), EventKind::payment, Money::euros(115)),
            event(5, date(2015, 8, 1), EventKind::write_off, Money::euros(500))};
}

std::string show(const Statement& statement)
{
    std::string text = "opening " + to_text(statement.opening) + "\n";
    for (const auto& line : statement.lines) {
        text += to_text(line.day) +
                (line.kind ? " event " + std::to_string(line.event.value) : " due " + std::to_string(line.instalment)) +
                ": principal " + to_text(line.principal) + " interest " + to_text(line.interest) + " costs " +
                to_text(line.costs) + " change " + to_text(line.change) + " owed " + to_text(line.balance) + "\n";
    }
    return text + "closing " + to_text(statement.closing) + "\n";
}

}  // namespace

TEST_CASE("a statement explains each cent between the first balance and the last", "[lending]")
{
    CHECK(show(statement_of(quarterly(), a_life(), date(2015, 1, 1), date(2015, 8, 31))) ==
          R"(opening 0.00
2015-01-01 event 1: principal 10000.00 interest 0.00 costs 0.00 change 10000.00 owed 10000.00
2015-04-01 due 1: principal 2500.00 interest 100.00 costs 0.00 change 100.00 owed 10100.00
2015-04-01 event 2: principal 2500.00 interest 100.00 costs 0.00 change -2600.00 owed 7500.00
2015-07-01 due 2: principal 2500.00 interest 75.00 costs 0.00 change 75.00 owed 7575.00
2015-07-15 due 0: principal 0.00 interest 0.00 costs 40.00 change 40.00 owed 7615.00
2015-07-20 event 4: principal 0.00 interest 75.00 costs 40.00 change -115.00 owed 7500.00
2015-08-01 event 5: principal 500.00 interest 0.00 costs 0.00 change -500.00 owed 7000.00
closing 7000.00
)");
}

TEST_CASE("a statement that begins later opens with what was owed by then", "[lending]")
{
    const auto whole = statement_of(quarterly(), a_life(), date(2015, 1, 1), date(2015, 8, 31));
    const auto later = statement_of(quarterly(), a_life(), date(2015, 7, 15), date(2015, 7, 31));
    CHECK(later.opening == Money::euros(7'575));
    CHECK(later.lines.size() == 2);
    CHECK(std::none_of(whole.lines.begin(), whole.lines.end(), [](const auto& line) { return line.moved; }));
    CHECK(later.closing == Money::euros(7'500));
    // 7,500 x 4 % x 3/12 x 30 / 92 days since 1 July = 24.46, and it is not owed yet.
    CHECK(later.running_interest == Money::cents(2'446));
    CHECK(statement_of(quarterly(), a_life(), date(2015, 9, 1), date(2015, 9, 2)).opening == whole.closing);
}

TEST_CASE("a statement that ends in a weekend knows no payment of the Monday after it", "[lending]")
{
    // 1 August 2015 was a Saturday: the instalment of that day is to be paid on Monday the 3rd, and was.
    auto terms = quarterly(date(2015, 8, 1));
    terms.rolling = Rolling::following;
    const std::vector<Event> events{event(1, date(2015, 5, 1), EventKind::disbursement, Money::euros(10'000)),
                                    event(2, date(2015, 8, 3), EventKind::payment, Money::euros(2'600))};
    // 10,000 x 4 % x 3/12 = 100.
    CHECK(statement_of(terms, events, date(2015, 5, 1), date(2015, 8, 2)).closing == Money::euros(10'100));
    CHECK(statement_of(terms, events, date(2015, 5, 1), date(2015, 8, 3)).closing == Money::euros(7'500));
}

TEST_CASE("what was settled by each payment adds up to it, overpayment included", "[lending]")
{
    auto events = a_life();
    events.push_back(event(6, date(2015, 9, 1), EventKind::payment, Money::euros(9'000)));
    const auto statement = statement_of(quarterly(), events, date(2015, 1, 1), date(2015, 9, 30));
    for (const auto& line : statement.lines) {
        if (line.kind != EventKind::payment) continue;
        Money sum;
        for (const auto& row : statement.settlements) {
            if (row.by == line.event) sum += row.principal + row.interest + row.costs + row.prepaid + row.overpaid;
        }
        CHECK(sum == -line.change);
    }
    CHECK(statement.closing.is_negative());  // to be paid back
    CHECK(statement.lines.back().overpaid == -statement.closing);
}

TEST_CASE("a payment the bank took back counts for nothing and is shown apart", "[lending]")
{
    auto events = a_life();
    auto back = event(6, date(2015, 7, 22), EventKind::reversal, Money{});
    back.reverses = EventId{4};
    events.push_back(back);
    const auto statement = statement_of(quarterly(), events, date(2015, 7, 1), date(2015, 7, 31));
    CHECK(statement.closing == Money::euros(7'615));
    REQUIRE(statement.undone.size() == 1);
    CHECK(statement.undone[0].event.id == EventId{4});
    CHECK(statement.undone[0].by.value_date == date(2015, 7, 22));
}
