#include "usecases/booking_batch.h"

#include "domain/lending/admission.h"
#include "support/administration.h"
#include "support/databases.h"
#include "usecases/verify_administration.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

using namespace vierkant;
using namespace vierkant::testing;
using lending::Event;
using lending::EventKind;
using storage::Connection;
using usecases::BookingBatch;

namespace {

const auto today = date(2032, 1, 1);

lending::LoanTerms random_terms()
{
    using namespace lending;
    LoanTerms terms;
    terms.method = *rc::gen::element(Method::annuity, Method::linear, Method::bullet);
    terms.instalments = *rc::gen::inRange(1, 20);
    terms.every = *rc::gen::inRange(1, 4);
    terms.principal_grace = *rc::gen::inRange(0, terms.instalments);
    terms.day_count = *rc::gen::element(DayCount::thirty_e_360, DayCount::act_365f, DayCount::act_act);
    terms.interest_period = *rc::gen::element(InterestPeriod::daily, InterestPeriod::per_instalment);
    terms.first_due = date(2026, 1, 1) + *rc::gen::inRange(1, 60);
    terms.rates = {{date(2026, 1, 1), Rate{*rc::gen::inRange<std::int64_t>(0, 150'000)}}};
    if (*rc::gen::arbitrary<bool>()) terms.rates.push_back({date(2026, 8, 1), percent(6)});
    return terms;
}

Event random_event(std::int64_t known)
{
    const auto kind = *rc::gen::element(EventKind::payment, EventKind::payment, EventKind::payment, EventKind::payment,
                                        EventKind::prepayment, EventKind::fee, EventKind::remission,
                                        EventKind::write_off, EventKind::rate_change, EventKind::disbursement,
                                        EventKind::recovery, EventKind::call_in, EventKind::reversal);
    Event event{EventId{}, date(2026, 1, 1) + *rc::gen::inRange(0, 900), kind,
                Money::cents(*rc::gen::inRange<std::int64_t>(1, 400'000))};
    event.excess = *rc::gen::element(lending::Excess::shorten, lending::Excess::lower, lending::Excess::advance);
    if (kind == EventKind::rate_change) event.rate = Rate{*rc::gen::inRange<std::int64_t>(0, 150'000)};
    if (kind == EventKind::reversal) event.reverses = EventId{*rc::gen::inRange<std::int64_t>(1, known + 1)};
    if (kind == EventKind::rate_change || kind == EventKind::reversal) event.amount = {};
    return event;
}

/// What books a loan in the plainest way: all of it is replayed for each event.
class Model {
public:
    explicit Model(storage::StoredLoan loan) : loan_{std::move(loan)}, until_{loan_.awarded_on} {}

    bool book(Event event)
    {
        event.id = EventId{static_cast<std::int64_t>(events_.size()) + 1};
        if (!lending::check_event(loan_.terms, events_, event, {loan_.amount, loan_.awarded_on})) return false;
        events_.push_back(event);
        tell(event.value_date);
        return true;
    }
    void tell(Date day)
    {
        until_ = std::max(until_, day);
        const auto flows = lending::totals(loan_.terms, lending::replay(loan_.terms, events_, until_));
        for (const auto& posting : lending::postings_for(booked_, flows, loan_.id, {})) {
            postings_ += std::to_string(static_cast<int>(posting.debit)) + " " +
                         std::to_string(static_cast<int>(posting.credit)) + " " + to_text(posting.amount) + "\n";
        }
        booked_ = flows;
    }
    [[nodiscard]] const std::string& postings() const { return postings_; }
    [[nodiscard]] std::int64_t events() const { return static_cast<std::int64_t>(events_.size()); }
    [[nodiscard]] Date until() const { return until_; }

private:
    storage::StoredLoan loan_;
    std::vector<Event> events_;
    lending::Totals booked_;
    Date until_;
    std::string postings_;
};

/// The postings about a loan after its award.
std::string postings_of(Connection& connection, LoanId loan)
{
    std::ostringstream text;
    connection.each(
        "SELECT debit_account, credit_account, amount FROM posting WHERE loan_id = ? AND entry_no > 2 ORDER BY "
        "entry_no, line_no",
        {loan.value}, "iii", [&](const storage::Row& row) {
            text << row.integer(0) << ' ' << row.integer(1) << ' ' << to_text(Money::cents(row.integer(2))) << '\n';
        });
    return text.str();
}

std::string problems(Connection& connection)
{
    std::string said;
    for (const auto& problem : usecases::verify_administration(connection)) said += problem.in(Language::en) + "\n";
    return said;
}

storage::StoredLoan random_loan(std::int64_t id)
{
    auto loan = loan_of_ten_thousand(id);
    loan.terms = random_terms();
    return loan;
}

/// Books the same random events on two loans by batches of any size, interest in between, and by the model.
void book_at_random(Connection& connection)
{
    open_fund(connection);
    const std::vector loans{random_loan(1), random_loan(2)};
    for (const auto& loan : loans) award(connection, loan);
    std::vector<Model> models{Model{loans[0]}, Model{loans[1]}};

    storage::Work work{connection, task("book", today)};
    BookingBatch batch{work};
    batch.load(revolving, {1, 2});
    const auto book = [&](std::size_t which, const Event& event) {
        const auto taken = static_cast<bool>(batch.book(revolving, loans[which].id, event, {}, "test"));
        RC_ASSERT(taken == models[which].book(event));
    };
    for (std::size_t i = 0; i < 2; ++i) {
        book(i, {EventId{}, date(2026, 1, 1), EventKind::disbursement,
                 Money::cents(*rc::gen::inRange<std::int64_t>(1, 1'000'000))});
    }
    const auto count = *rc::gen::inRange(1, 25);
    for (int n = 0; n < count; ++n) {
        const auto which = *rc::gen::inRange<std::size_t>(0, 2);
        switch (*rc::gen::inRange(0, 8)) {
            case 0:
                batch.flush();
                break;
            case 1:
                batch.flush();
                batch.forget();
                break;
            case 2: {
                const auto day = std::min(today, models[which].until() + *rc::gen::inRange(1, 100));
                batch.book_interest(revolving, loans[which].id, day);
                models[which].tell(day);
                break;
            }
            default: {
                // Most come in order, as bank lines do.
                auto event = random_event(models[which].events());
                if (*rc::gen::arbitrary<bool>()) {
                    event.value_date = std::min(today, models[which].until() + *rc::gen::inRange(0, 60));
                }
                book(which, event);
            }
        }
    }
    batch.flush();
    work.commit("booked");
    for (std::size_t i = 0; i < 2; ++i) RC_ASSERT(postings_of(connection, loans[i].id) == models[i].postings());
    // verify replays each loan and compares its totals, checkpoint, calendar and arrears.
    RC_ASSERT(problems(connection) == "");
}

}  // namespace

TEST_CASE("booking on from a checkpoint gives what replaying everything gives", "[usecases][property]")
{
    CHECK(rc::check("in SQLite, for random events in random order", [] {
        Connection connection{":memory:"};
        storage::migrate(connection);
        book_at_random(connection);
    }));
}

TEST_CASE("a batch writes the same rows on each database", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        award(connection, loan_of_ten_thousand());
        storage::Work work{connection, task("book", today)};
        BookingBatch batch{work};
        const auto book = [&](EventKind kind, Date day, Money amount) {
            REQUIRE(batch.book(revolving, LoanId{1}, {EventId{}, day, kind, amount}, {}, "test"));
        };
        book(EventKind::disbursement, date(2026, 1, 1), Money::euros(10'000));
        book(EventKind::payment, date(2026, 4, 1), Money::euros(1'000));
        CHECK(connection.number("SELECT COUNT(*) FROM loan_event", {}, -1) == 0);  // it waits
        book(EventKind::payment, date(2026, 4, 1), Money::euros(1'600));           // the same day: from the beginning
        book(EventKind::payment, date(2026, 7, 1), Money::euros(5'075));           // 2,500.00 of it ahead
        batch.flush();
        book(EventKind::payment, date(2026, 6, 1), Money::euros(2'500));  // that came in earlier: from the beginning
        batch.flush();
        work.commit("");
        CHECK(connection.number("SELECT COUNT(*) FROM loan_event", {}, -1) == 5);
        CHECK(problems(connection) == "");
    });
}

TEST_CASE("verify finds a calendar, a checkpoint and arrears that do not follow from the events", "[usecases]")
{
    Connection connection{":memory:"};
    storage::migrate(connection);
    open_fund(connection);
    award(connection, loan_of_ten_thousand());
    {
        storage::Work work{connection, task("book", date(2026, 5, 1))};
        BookingBatch batch{work};
        REQUIRE(batch.book(revolving, LoanId{1},
                           {EventId{}, date(2026, 1, 1), EventKind::disbursement, Money::euros(10'000)}, {}, "test"));
        batch.book_interest(revolving, LoanId{1}, date(2026, 5, 1));
        batch.flush();
        work.commit("");
    }
    REQUIRE(problems(connection) == "");
    SECTION("calendar")
    {
        connection.script("UPDATE loan_due SET settled_on = '2026-04-01' WHERE due_date = '2026-04-01'");
        CHECK(problems(connection).find("calendar") != std::string::npos);
    }
    SECTION("checkpoint")
    {
        connection.script("UPDATE loan_position SET state = replace(state, ' 1000000 ', ' 1000001 ')");
        CHECK(problems(connection).find("checkpoint") != std::string::npos);
    }
    SECTION("arrears")
    {
        // 2,500.00 of principal and 100.00 of interest fell due on 1 April.
        CHECK(connection.number("SELECT principal FROM loan_arrears", {}, 0) == 250'000);
        connection.script("UPDATE loan_arrears SET principal = principal - 1");
        CHECK(problems(connection).find("arrears") != std::string::npos);
    }
}
