// Two years of a dozen firms. What must come of it is worked out here from the story and the bank's files alone.

#include "usecases/demo/play_demo.h"
#include "formats/json_reader.h"
#include "storage/fund_store.h"
#include "storage/loan_store.h"
#include "support/databases.h"
#include "support/files.h"
#include "usecases/demo/messages.h"
#include "usecases/init_administration.h"
#include "usecases/register_undertaking.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace vierkant;
using namespace vierkant::testing;
using storage::Connection;

namespace Catch {
template <>
struct StringMaker<vierkant::Money> {
    static std::string convert(vierkant::Money amount) { return to_text(amount); }
};
}  // namespace Catch

namespace {

const Date end_of_2024 = date(2024, 12, 31);

/// The firms whose story has a bit of everything: tranches, each way of paying, a default, workers, cost, a refusal and
/// a withdrawal, and lines in suspense.
const std::set<std::string> chosen{"veenpolymeer", "draadstaal", "hoogvormplast", "scheepskade", "turfsteker",
                                   "groothandel",  "bargermeer", "kernchemie",    "grensland",   "weitebio",
                                   "medivlies",    "nardavezel", "glaswerk"};

demo::Story shortened_story()
{
    auto story = demo::read_story(demo::shipped_story, end_of_2024);
    if (!story) FAIL(story.refusal().in(Language::en));
    std::set<std::string> left_out;
    for (const auto& application : story->applications) {
        if (!chosen.contains(application.firm.key)) left_out.insert(application.key);
    }
    std::erase_if(story->applications, [&](const auto& each) { return left_out.contains(each.key); });
    std::erase_if(story->happenings, [&](const auto& each) { return left_out.contains(each.subject); });
    return std::move(*story);
}

using Files = std::map<std::string, std::string>;  // name, content

demo::DemoReceipt play(Connection& connection, const demo::Story& story, Files& files)
{
    const auto receipt = demo::play_demo(connection, story, end_of_2024, {[&](const demo::StatementFile& file) {
                                             CHECK(files.emplace(file.name, file.content).second);
                                         }});
    if (!receipt) FAIL(receipt.refusal().in(Language::en));
    return *receipt;
}

std::string last_hash(Connection& connection)
{
    std::string hash;
    connection.each("SELECT last_hash FROM administration_head", {}, "t",
                    [&](const storage::Row& row) { hash = row.text(0); });
    return hash;
}

std::string between(const std::string& text, const std::string& before, const std::string& after, std::size_t from = 0)
{
    const auto found = text.find(before, from);
    if (found == std::string::npos) return {};
    const auto begin = found + before.size();
    return text.substr(begin, text.find(after, begin) - begin);
}

/// What the bank's files say of one account, read as text: not by our own reader.
struct Bank {
    Money in;
    Money out;
    Money opening;  ///< of the first
    Money closing;  ///< of the last
    std::int64_t lines = 0;
};

Bank bank_of(const Files& files, const std::string& fund)
{
    Bank bank;
    bool first = true;
    for (const auto& [name, text] : files) {  // by name, and so by month
        if (!name.starts_with(fund + "-20")) continue;
        const auto balance = [&](const std::string& code) {
            return *parse_money(between(text, ">", "<", text.find("<Amt", text.find(code))));
        };
        if (first) bank.opening = balance("OPBD");
        first = false;
        bank.closing = balance("CLBD");
        for (auto at = text.find("<Ntry>"); at != std::string::npos; at = text.find("<Ntry>", at + 1)) {
            const auto amount = *parse_money(between(text, ">", "<", text.find("<Amt", at)));
            const bool debit = between(text, "<CdtDbtInd>", "<", at) == "DBIT";
            (debit ? bank.out : bank.in) += amount;
            ++bank.lines;
        }
    }
    return bank;
}

/// What the plan's funders pay in at the beginning, by the programme's own file.
std::map<std::string, Money> contributions()
{
    std::map<std::string, Money> sums;
    const auto plan = formats::Json::parse(source_file("data/programme/vierkant.json"));
    for (const auto& fund : plan["funds"]) {
        for (const auto& each : fund["contributions"]) {
            sums[fund["code"]] += *parse_money(each["amount"].get<std::string>());
        }
    }
    return sums;
}

/// Everything an investment loan of the story draws; all of them were awarded long before the end of 2024.
std::map<std::string, Money> drawn_by_the_story(const demo::Story& story)
{
    std::map<std::string, Money> drawn;
    for (const auto& application : story.applications) {
        const bool loan = application.scheme == "investment-loan" && application.course == demo::Course::award;
        if (loan && application.received_on < date(2024, 11, 1)) drawn[application.key] = application.amount;
    }
    return drawn;
}

void check_loans(Connection& connection, const demo::Story& story, const Bank& bank)
{
    Money drawn, received, invoiced;
    const auto expected = drawn_by_the_story(story);
    std::multiset<std::int64_t> told, kept;
    for (const auto& [key, amount] : expected) told.insert(amount.in_cents());
    for (std::int64_t number = 1;; ++number) {
        const auto loan = storage::find_loan(connection, FundId{1}, LoanId{number});
        if (!loan) break;
        const auto totals = storage::position_of(connection, *loan).booked;
        // Invariant 4 of the design.
        CHECK(totals.disbursed == totals.principal_repaid + totals.principal_remitted + totals.principal_written_off +
                                      totals.outstanding());
        CHECK(totals.disbursed <= loan->amount);
        received += totals.received();
        if (loan->scheme == "investment-loan") {
            drawn += totals.disbursed;
            if (!totals.disbursed.is_zero()) kept.insert(totals.disbursed.in_cents());
        } else {
            invoiced += totals.disbursed;
        }
    }
    CHECK(kept == told);
    CHECK(drawn + invoiced == bank.out);
    // All that came in is on a loan, but for the line that the story leaves in suspense.
    CHECK(received + Money::euros(1'210) == bank.in);
}

}  // namespace

TEST_CASE("two years of the example come out as its story and its bank files say, the same on both databases",
          "[demo][story]")
{
    const auto story = shortened_story();
    std::set<std::string> hashes;
    std::set<Files> all_files;
    on_each_database([&](Connection& connection) {
        Files files;
        const auto receipt = play(connection, story, files);
        CHECK(receipt.statements == 4 * 24);
        for (const auto& problem : usecases::verify_administration(connection)) FAIL_CHECK(problem.in(Language::en));

        const auto paid_in = contributions();
        for (const auto& fund : storage::fund_standings(connection)) {
            INFO(fund.code);
            const auto bank = bank_of(files, fund.code);
            // Invariant 2: contributions - payments + receipts = the bank's balance, by the bank's files alone ...
            CHECK(bank.opening == paid_in.at(fund.code));
            CHECK(bank.closing == bank.opening + bank.in - bank.out);
            CHECK((bank.lines > 0) == (fund.code != "investment-premium"));
            // ... and by our books.
            CHECK(fund.cash == bank.closing);
            CHECK(fund.capital == paid_in.at(fund.code));
            CHECK_FALSE(fund.available().is_negative());  // invariant 3
        }
        check_loans(connection, story, bank_of(files, "revolving"));
        hashes.insert(last_hash(connection));
        all_files.insert(files);
    });
    {
        Connection again{":memory:"};
        Files files;
        play(again, story, files);
        hashes.insert(last_hash(again));
        all_files.insert(files);
    }
    CHECK(hashes.size() == 1);
    CHECK(all_files.size() == 1);
}

TEST_CASE("the example plays in an administration that was only just made, and in no other", "[demo]")
{
    const auto story = shortened_story();
    Connection connection{":memory:"};
    const storage::Task made{"init", "anna", date(2023, 1, 2), "2023-01-02T08:00:00Z"};
    REQUIRE(usecases::init_administration(connection, made, "", "vierkant.json"));
    Files files;
    play(connection, story, files);
    CHECK(usecases::verify_administration(connection).empty());

    const auto again = demo::play_demo(connection, story, end_of_2024, {[](const demo::StatementFile&) {}});
    REQUIRE_FALSE(again);
    CHECK(again.refusal().text == &demo::not_empty);
}

TEST_CASE("the example is refused before its story begins", "[demo]")
{
    Connection connection{":memory:"};
    const auto early =
        demo::play_demo(connection, shortened_story(), date(2022, 12, 31), {[](const demo::StatementFile&) {}});
    REQUIRE_FALSE(early);
    CHECK(early.refusal().text == &demo::before_the_story);
}

namespace {

/// The shipped story with one file changed.
demo::StoryFiles with(const std::string& changed, const std::string& from, const std::string& to)
{
    return [=](const std::string& name) {
        auto text = demo::shipped_story(name);
        if (name == changed) {
            const auto at = text.find(from);
            REQUIRE(at != std::string::npos);
            text.replace(at, from.size(), to);
        }
        return text;
    };
}

}  // namespace

TEST_CASE("a story that cannot be read says where", "[demo]")
{
    struct Case {
        demo::StoryFiles files;
        const Text* text;
        std::string where;
    };
    const std::vector<Case> cases{
        {with("undertakings.csv", ",headcount,", ",staff,"), &demo::column_missing, "undertakings.csv:2"},
        {with("applications.csv", "2023-01-09", "9 januari"), &demo::field_unreadable, "applications.csv:2"},
        {with("applications.csv", "veenpolymeer-1,veenpolymeer", "veenpolymeer-1,turfpolymeer"), &demo::name_unknown,
         "applications.csv:2"},
        {with("jobs.csv", "veenpolymeer-1,made", "veenpolymeer-1,lost"), &demo::field_unreadable, "jobs.csv:2"},
        {with("happenings.csv", "2023-03-06", "2023-02-30"), &demo::field_unreadable, "happenings.csv:2"},
    };
    for (const auto& c : cases) {
        const auto story = demo::read_story(c.files, end_of_2024);
        REQUIRE_FALSE(story);
        CHECK(story.refusal().text == c.text);
        CHECK(story.refusal().where == c.where);
    }
}

TEST_CASE("a story that the rules refuse says on which day, where and why", "[demo]")
{
    struct Case {
        std::string act;
        std::string why;
    };
    for (const auto& [act, why] :
         {Case{"sing", "\"sing\" is no happening"}, Case{"draw", "600,000.00 is left to draw"}}) {
        auto story = shortened_story();
        story.happenings = {{date(2023, 3, 6), act, "veenpolymeer-1", Money::euros(900'000), ""}};
        Connection connection{":memory:"};
        const auto stuck = demo::play_demo(connection, story, date(2023, 4, 1), {[](const demo::StatementFile&) {}});
        REQUIRE_FALSE(stuck);
        CHECK(stuck.refusal().text == &demo::story_stuck);
        CHECK_THAT(stuck.refusal().in(Language::en),
                   Catch::Contains("2023-03-06 at veenpolymeer-1") && Catch::Contains(why));
        // What was done until then stays, and is sound.
        CHECK(usecases::verify_administration(connection).empty());
    }
}

TEST_CASE("every company of the example passes the register's checks and is fictional", "[demo]")
{
    const auto story = demo::read_story(demo::shipped_story, end_of_2024);
    REQUIRE(story);
    CHECK(story->firms.size() >= 40);
    std::set<std::string> municipalities;
    for (const auto& firm : story->firms) {
        CHECK_THAT(firm.kvk, Catch::StartsWith("9000"));
        municipalities.insert(firm.municipality);
    }
    CHECK(municipalities == std::set<std::string>{"GM0109", "GM0114", "GM0118", "GM0160"});
}
