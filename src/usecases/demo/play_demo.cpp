#include "usecases/demo/play_demo.h"

#include "base/calendar.h"
#include "storage/bank_store.h"
#include "storage/fund_store.h"
#include "storage/migrations.h"
#include "usecases/close_period.h"
#include "usecases/demo/borrowers.h"
#include "usecases/demo/desk.h"
#include "usecases/demo/dossiers.h"
#include "usecases/demo/messages.h"
#include "usecases/demo/recipients.h"
#include "usecases/demo/story_json.h"
#include "usecases/follow_measure.h"
#include "usecases/import_statement.h"
#include "usecases/init_administration.h"
#include "usecases/jobs.h"
#include "usecases/list_bank_lines.h"
#include "usecases/observe_unemployment.h"

#include <algorithm>
#include <sstream>

namespace vierkant::demo {

namespace {

constexpr auto recorder = "anna";    // who keeps what others publish and tell
constexpr int days_to_measure = 20;  // from the anniversary of an award to the payroll that shows its jobs

/// The month in which the first application comes in.
Date first_month(const Story& story)
{
    verify(!story.applications.empty(), "a story has applications");
    auto first = story.applications.front().received_on;
    for (const auto& application : story.applications) first = std::min(first, application.received_on);
    return first_of_month(first);
}

/// The funds' accounts as the bank has them before the first statement: what the funders paid in.
Bank open_bank(storage::Connection& connection)
{
    std::vector<Bank::Account> accounts;
    for (const auto& account : storage::fund_accounts(connection)) {
        accounts.push_back({account.fund, account.code, account.iban, storage::bank_balance(connection, account.fund)});
    }
    return Bank{std::move(accounts)};
}

class Player {
public:
    Player(storage::Connection& connection, const Story& story, Date today, const DemoDoors& doors)
        : story_{story},
          doors_{doors},
          desk_{connection, today, open_bank(connection)},
          borrowers_{desk_, story},
          recipients_{desk_}
    {
    }

    DemoReceipt play()
    {
        receipt_.first = first_month(story_);
        receipt_.last = desk_.today();
        for (const auto& application : story_.applications) note(application);
        for (const auto& happening : story_.happenings) {
            desk_.agenda().note(happening.on, [this, &happening](Date day) { happen(day, happening); });
        }
        for (const auto& planned : story_.observations) {
            desk_.agenda().note(planned.recorded_on, [this, &planned](Date day) { observe(day, planned.observation); });
        }
        for (const auto& planned : story_.records) {
            desk_.agenda().note(planned.recorded_on, [this, &planned](Date day) { follow(day, planned.record); });
        }
        for (auto month = receipt_.first; month <= desk_.today(); month = add_months(month, 1)) play_month(month);
        end_of_story();
        receipt_.acts = desk_.acts();
        return receipt_;
    }

private:
    void note(const PlannedApplication& application)
    {
        if (application.received_on > desk_.today()) return;
        ++receipt_.applications;
        play_application(desk_, application, [this](Date day, const Award& award) { awarded(day, award); });
    }

    void awarded(Date day, const Award& award)
    {
        ++receipt_.awards;
        if (award.number.starts_with("L-")) {
            borrowers_.awarded(day, award);
        } else {
            recipients_.awarded(day, award);
        }
        for (int year = 1; year <= 3; ++year) {
            desk_.agenda().note(dutch_working_day_from(add_months(day, 12 * year) + days_to_measure),
                                [this, award, year](Date on) { measure_jobs(award, year, on); });
        }
    }

    /// The jobs there are, one, two and three years after the award.
    void measure_jobs(const Award& award, int year, Date day)
    {
        const auto json = job_realisation_json(*award.plan, year, day);
        if (json.empty()) return;
        desk_.must(usecases::realise_jobs(desk_.connection(), desk_.task(award.plan->assessor, "jobs realise", day),
                                          award.dossier, json, award.plan->key),
                   day, award.plan->key);
    }

    /// A month of office, then the statements of it on the first working day of the next, and the closing.
    void play_month(Date first)
    {
        borrowers_.begin_month(first);
        const auto last = last_of_month(first);
        desk_.agenda().play(std::min(last, desk_.today()));
        desk_.agenda().note(dutch_working_day_from(last + 1), [this, last](Date day) { import(last, day); });
        if ((first.month() == 12 || last >= desk_.today()) && doors_.year_done) {
            doors_.year_done(first.year(), desk_.acts());
        }
    }

    void import(Date last, Date day)
    {
        for (const auto& file : desk_.bank().statements(last)) {
            doors_.keep(file);
            std::istringstream content{file.content};
            const auto receipt =
                desk_.must(usecases::import_statement(desk_.connection(), desk_.task(treasurer, "bank import", day),
                                                      content, file.name),
                           day, file.name);
            ++receipt_.statements;
            for (const auto& statement : receipt.statements) receipt_.lines += statement.lines;
            receipt_.in_suspense += receipt.in_suspense.lines;
        }
        borrowers_.imported(last);
        imported_until_ = last;
        if (last < day) close(last, day);
    }

    /// The days of a month whose statements were read; the year with its last one. What nobody could explain by then
    /// is said in the note.
    void close(Date last, Date day)
    {
        auto& connection = desk_.connection();
        desk_.must(usecases::close_days(connection, desk_.task(treasurer, "close day", day), {last}), day, "close day");
        if (last.month() != 12) return;
        desk_.must(usecases::close_period(connection, desk_.task(treasurer, "close period", day),
                                          {last, "", "Wat op vraagposten staat wordt nog uitgezocht."}, Language::nl),
                   day, "close period");
    }

    /// What the story tells besides the routine, of a fund's account or of a loan.
    void happen(Date day, const Happening& happening)
    {
        const auto fund = storage::fund_of_code(desk_.connection(), happening.subject);
        if (fund && happening.act == "contribute") return contribute(day, *fund, happening);
        if (fund && happening.act == "stray") {
            desk_.bank().pay(
                *fund, day,
                {happening.amount, happening.detail, "", "", "", "Factuur " + std::to_string(day.year()) + "-117"});
            return;
        }
        if (!borrowers_.happens(day, happening)) {
            throw Stuck{day, happening.subject, bad_input(act_unknown, {{"act", happening.act}})};
        }
    }

    void observe(Date day, const programme::Observation& observation)
    {
        desk_.must(usecases::observe_unemployment(desk_.connection(), desk_.task(recorder, "programme observe", day),
                                                  observation),
                   day, "unemployment");
    }

    void follow(Date day, const programme::MeasureRecord& record)
    {
        desk_.must(usecases::follow_measure(desk_.connection(), desk_.task(recorder, "programme follow", day), record),
                   day, record.measure);
    }

    void contribute(Date day, FundId fund, const Happening& happening)
    {
        const auto references = usecases::list_funder_references(desk_.connection());
        const auto found = std::find_if(references.begin(), references.end(), [&](const auto& each) {
            return each.fund == happening.subject && each.funder == happening.detail;
        });
        if (found == references.end()) {
            throw Stuck{day, happening.subject, bad_input(act_unknown, {{"act", happening.detail}})};
        }
        desk_.bank().pay(fund, day, {happening.amount, found->funder, "", "", found->reference, "Storting"});
    }

    /// The bank's statement and the interest up to the last day, so that the reports of today are of today.
    void end_of_story()
    {
        const auto month_before = first_of_month(desk_.today()) - 1;
        if (imported_until_ < month_before) import(month_before, desk_.today());
        if (imported_until_ < desk_.today()) import(desk_.today(), desk_.today());
    }

    const Story& story_;
    const DemoDoors& doors_;
    Desk desk_;
    Borrowers borrowers_;
    Recipients recipients_;
    DemoReceipt receipt_;
    Date imported_until_ = Date::from_serial(0);
};

Result<Done> make_administration(storage::Connection& connection, Date first)
{
    storage::migrate(connection);
    if (storage::has_administration(connection)) {
        return storage::works_done(connection) == 1 ? Result<Done>{Done{}} : refuse(not_empty);
    }
    const auto day = dutch_working_day_from(first);
    const auto receipt = usecases::init_administration(connection, {"init", "anna", day, to_text(day) + "T08:00:00Z"},
                                                       "", "vierkant.json");
    if (!receipt) return receipt.refusal();
    return Done{};
}

}  // namespace

Result<DemoReceipt> play_demo(storage::Connection& connection, const Story& story, Date today, const DemoDoors& doors)
{
    const auto first = first_month(story);
    if (today <= first) return refuse(before_the_story, {{"first", first}, {"today", today}});
    if (const auto made = make_administration(connection, first); !made) return made.refusal();
    try {
        return Player{connection, story, today, doors}.play();
    } catch (const Stuck& stuck) {
        const Word why{stuck.why.in(Language::nl), stuck.why.in(Language::en)};
        return refuse(story_stuck, {{"day", stuck.day}, {"what", stuck.what}, {"why", why}});
    }
}

}  // namespace vierkant::demo
