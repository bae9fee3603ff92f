#include "domain/dossiers/progress.h"
#include "domain/dossiers/messages.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::dossiers;

namespace {

Event on(int day, EventKind kind, const std::string& actor = "anna", const std::string& note = "because")
{
    return {kind, date(2026, 3, day), actor, date(2026, 3, day) + 14, Money::euros(250'000), note};
}

const Event registered = on(2, EventKind::registered);
const Event completed = on(4, EventKind::completed);
const Event award_proposed = on(6, EventKind::award_proposed, "anna");
const Event refusal_proposed = on(6, EventKind::refusal_proposed, "anna");

/// The code of the refusal; "" where the event is allowed.
std::string_view refused(const History& history, const Event& next)
{
    const auto allowed = check_next(history, next);
    return allowed ? "" : allowed.refusal().text->code;
}

}  // namespace

TEST_CASE("a dossier goes from receipt over a proposal to a decision", "[dossiers]")
{
    struct Step {
        Event event;
        Status status;
    };
    History history{registered};
    CHECK(status_of(history) == Status::received);
    for (const auto& [event, status] :
         {Step{on(3, EventKind::completion_requested), Status::incomplete}, Step{completed, Status::complete},
          Step{refusal_proposed, Status::refusal_proposed}, Step{on(7, EventKind::returned, "bob"), Status::complete},
          Step{on(8, EventKind::award_proposed), Status::award_proposed},
          Step{on(9, EventKind::awarded, "bob"), Status::awarded}}) {
        CHECK(refused(history, event) == "");
        history.push_back(event);
        CHECK(status_of(history) == status);
    }
    CHECK(is_closed(status_of(history)));
}

TEST_CASE("each step asks for the one before it", "[dossiers]")
{
    struct Case {
        History history;
        Event next;
        Text refusal;
    };
    const auto silent = [](Event event) {
        event.note.clear();
        return event;
    };
    auto until_yesterday = on(5, EventKind::completion_requested);
    until_yesterday.until = date(2026, 3, 5);
    const std::vector<Case> cases{
        {{registered}, award_proposed, not_complete},
        {{registered, on(3, EventKind::completion_requested)}, award_proposed, not_complete},
        {{registered}, on(9, EventKind::awarded, "bob"), nothing_proposed},
        {{registered, completed}, on(9, EventKind::refused, "bob"), nothing_proposed},
        {{registered, completed}, on(9, EventKind::returned, "bob"), nothing_proposed},
        {{registered, completed}, on(5, EventKind::completed), complete_already},
        {{registered, completed, award_proposed}, on(9, EventKind::awarded, "anna"), own_proposal},
        {{registered, completed, award_proposed}, on(9, EventKind::refused, "bob"), award_was_proposed},
        {{registered, completed, refusal_proposed}, on(9, EventKind::awarded, "bob"), refusal_was_proposed},
        {{registered, completed, award_proposed}, on(5, EventKind::returned, "bob"), before_last_event},
        {{registered}, until_yesterday, until_missing},
        {{registered, on(3, EventKind::completion_requested)}, on(9, EventKind::completion_requested), asked_already},
        {{registered}, silent(on(3, EventKind::completion_requested)), reason_missing},
        {{registered, completed}, silent(refusal_proposed), reason_missing},
        {{registered}, silent(on(3, EventKind::withdrawn)), reason_missing},
        {{registered, on(3, EventKind::withdrawn)}, completed, closed_already},
        {{registered, completed, award_proposed, on(9, EventKind::awarded, "bob")},
         on(10, EventKind::withdrawn),
         closed_already},
    };
    for (const auto& c : cases) {
        INFO(c.refusal.code);
        CHECK(refused(c.history, c.next) == c.refusal.code);
    }
}

TEST_CASE("an applicant may withdraw until the decision", "[dossiers]")
{
    for (const auto& history :
         {History{registered}, History{registered, completed}, History{registered, completed, award_proposed}}) {
        CHECK(refused(history, on(20, EventKind::withdrawn)) == "");
    }
}

TEST_CASE("the clock stands still from a request until its answer", "[dossiers]")
{
    const auto stood_still = suspensions(
        {registered, on(3, EventKind::completion_requested), completed, on(10, EventKind::completion_requested)});
    REQUIRE(stood_still.size() == 2);
    CHECK(stood_still[0].completed == date(2026, 3, 4));
    CHECK(stood_still[1].invited == date(2026, 3, 10));
    CHECK(stood_still[1].end_of_term == date(2026, 3, 24));
    CHECK_FALSE(stood_still[1].completed);
}

TEST_CASE("what is not completed in time may be refused, not awarded", "[dossiers]")
{
    const History waiting{registered, on(3, EventKind::completion_requested)};  // until 17 March
    CHECK(refused(waiting, on(17, EventKind::refusal_proposed)) == not_complete.code);
    CHECK(refused(waiting, on(18, EventKind::refusal_proposed)) == "");
    CHECK(refused(waiting, on(18, EventKind::award_proposed)) == not_complete.code);
}
