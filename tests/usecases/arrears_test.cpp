#include "base/digest.h"
#include "reporting/render.h"
#include "storage/desk_query.h"
#include "support/databases.h"
#include "support/grants.h"
#include "support/small_portfolio.h"
#include "usecases/arrears_lists.h"
#include "usecases/arrears_messages.h"
#include "usecases/charge_arrears.h"
#include "usecases/draw_letters.h"
#include "usecases/late_debts.h"
#include "usecases/loan_statement.h"
#include "usecases/show_loan.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;
using storage::Connection;
using usecases::DrawnLetter;
using usecases::LetterRequest;

namespace {

/// Draws up what is due and gives it as lines; the code of the refusal where there is one.
std::string drawn(Connection& connection, Date day, std::vector<DrawnLetter>* kept = nullptr)
{
    const auto letters = usecases::draw_letters(connection, task("letters", day), {day, "", {}, Language::nl},
                                                [&](const DrawnLetter& letter) -> Result<Done> {
                                                    if (kept != nullptr) kept->push_back(letter);
                                                    return Done{};
                                                });
    if (!letters) return std::string{letters.refusal().text->code};
    std::string text;
    for (const auto& letter : *letters) {
        text += letter.file_name + " " + to_text(letter.amount) + " by " + to_text(letter.pay_by) + "\n";
    }
    return text;
}

std::string charged(Connection& connection, Date day, bool interest, bool costs)
{
    const auto receipt = usecases::charge_arrears(connection, task("charge", day), {"L-1", interest, costs});
    if (!receipt) return std::string{receipt.refusal().text->code};
    return to_text(receipt->default_interest) + " " + to_text(receipt->collection_costs);
}

std::string cell(const reporting::Table& table, std::size_t row, const std::string& key)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].key == key) return reporting::machine_text(table.rows.at(row)[i], table.columns[i].type);
    }
    return "no column " + key;
}

/// A loan of EUR 10,000 of which nothing was paid: 2,600.00 fell due on 1 April 2026.
void one_late_loan(Connection& connection)
{
    REQUIRE(usecases::init_administration(connection, task("init", date(2026, 1, 1)), "", ""));
    storage::Work work{connection, task("undertaking add", date(2026, 1, 1))};
    storage::add_undertaking(work, firm("Kunststof Emmen <B.V.>", "90000017", "GM0114"));
    work.commit("");
    award(connection, placed(1, 1, "industry", "GM0114"));
    REQUIRE(usecases::record_loan_event(
        connection, task("loan", date(2026, 1, 1)), "L-1",
        {EventId{}, date(2026, 1, 1), lending::EventKind::disbursement, Money::euros(10'000)}, ""));
}

}  // namespace

TEST_CASE("the letters of the plan go out one after another, and are registered once", "[usecases]")
{
    on_each_database([](Connection& connection) {
        one_late_loan(connection);
        CHECK(drawn(connection, date(2026, 4, 7)).empty());
        std::vector<DrawnLetter> kept;
        // The plan of the shipped scheme: a reminder from 7 days on with 14 to pay, a demand from 28 with 15.
        // 4 % is the statutory rate of 2026 and of the loan: only the interest of 100.00 bears, 6 days: 0.07.
        CHECK(drawn(connection, date(2026, 4, 8), &kept) == "B-000001-L-1-reminder.txt 2600.07 by 2026-04-22\n");
        CHECK(drawn(connection, date(2026, 4, 8)).empty());
        CHECK(drawn(connection, date(2026, 4, 28)).empty());
        CHECK(drawn(connection, date(2026, 4, 29), &kept) == "B-000002-L-1-demand.txt 2600.30 by 2026-05-14\n");
        CHECK(drawn(connection, date(2026, 6, 1), &kept) == "B-000003-L-1-default.txt 2600.66 by 2026-06-22\n");
        CHECK(drawn(connection, date(2026, 6, 30)).empty());

        REQUIRE(kept.size() == 3);
        CHECK(kept[0].content.find("Kunststof Emmen <B.V.>\nKade 1\n7811 AB Emmen") != std::string::npos);
        CHECK(kept[0].content.find("2.600,00 euro") != std::string::npos);
        CHECK(kept[1].content.find("Ondanks onze brief van 8 april 2026") != std::string::npos);
        // The scale over 2,500.00 of overdue principal: 15 % = 375.00.
        CHECK(kept[1].content.find("375,00 euro incassokosten") != std::string::npos);
        const auto sent = usecases::list_letters(connection, "L-1", date(2026, 6, 30), Language::nl);
        REQUIRE(sent);
        REQUIRE(sent->tables.front().rows.size() == 3);
        Digest digest;
        digest.add(kept[2].content);
        CHECK(cell(sent->tables.front(), 2, "digest") == digest.finish());
        CHECK(storage::paper_of(connection, "B-000003")->content == kept[2].content);
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("who took a loan over is written to, from the first letter on", "[usecases]")
{
    on_each_database([](Connection& connection) {
        one_late_loan(connection);
        storage::Work work{connection, task("undertaking add", date(2026, 1, 1))};
        const auto heir = storage::add_undertaking(work, firm("Vezel Coevorden B.V.", "90000025", "GM0109"));
        work.commit("");
        std::vector<DrawnLetter> kept;
        CHECK(drawn(connection, date(2026, 4, 8), &kept) == "B-000001-L-1-reminder.txt 2600.07 by 2026-04-22\n");
        lending::Event transfer{EventId{}, date(2026, 4, 20), lending::EventKind::transfer};
        transfer.debtor = heir;
        REQUIRE(usecases::record_loan_event(connection, task("loan transfer", date(2026, 4, 20)), "L-1", transfer, ""));
        const auto arrears = usecases::list_arrears(connection, date(2026, 4, 29), Language::nl);
        REQUIRE(arrears);
        CHECK(cell(arrears->tables.front(), 0, "debtor") == "Vezel Coevorden B.V.");
        CHECK(cell(arrears->tables.front(), 0, "last_letter").empty());
        // A letter holds against whom it reached (art. 3:37(3) BW): the new debtor is reminded before a demand is made.
        CHECK(drawn(connection, date(2026, 4, 29), &kept) == "B-000002-L-1-reminder.txt 2600.30 by 2026-05-13\n");
        REQUIRE(kept.size() == 2);
        CHECK(kept[1].debtor == "Vezel Coevorden B.V.");
        CHECK(kept[1].content.find("Vezel Coevorden B.V.") != std::string::npos);
        CHECK(charged(connection, date(2026, 4, 29), false, true) == "usecases.demand_first");

        // Who looks at an earlier day, or at the letters, sees who owed it then.
        const auto before = usecases::list_arrears(connection, date(2026, 4, 19), Language::nl);
        REQUIRE(before);
        CHECK(cell(before->tables.front(), 0, "debtor") == "Kunststof Emmen <B.V.>");
        const auto letters = usecases::list_all_letters(connection, date(2026, 4, 29), Language::nl);
        REQUIRE(letters.tables.front().rows.size() == 2);
        CHECK(cell(letters.tables.front(), 0, "debtor") == "Vezel Coevorden B.V.");
        CHECK(cell(letters.tables.front(), 1, "debtor") == "Kunststof Emmen <B.V.>");
        const auto found = storage::search_everything(connection, "vezel", std::nullopt, 9);
        REQUIRE(found.size() == 2);  // the undertaking and the loan it owes
        CHECK(found[1].number == "L-1");
    });
}

TEST_CASE("a letter that cannot be kept is not registered, nor any other", "[usecases]")
{
    Connection connection{":memory:"};
    storage::migrate(connection);
    one_late_loan(connection);
    const auto refused =
        usecases::draw_letters(connection, task("letters", date(2026, 4, 8)), {date(2026, 4, 8), "", {}, Language::nl},
                               [](const DrawnLetter&) -> Result<Done> {
                                   return refuse(usecases::debt_unknown, {{"number", std::string{"x"}}});
                               });
    CHECK_FALSE(refused);
    CHECK(connection.number("SELECT COUNT(*) FROM dunning_letter", {}, 9) == 0);
    CHECK_FALSE(drawn(connection, date(2026, 4, 8)).empty());
    const auto ahead =
        usecases::draw_letters(connection, task("letters", date(2026, 4, 8)), {date(2026, 4, 9), "", {}, Language::nl},
                               [](const DrawnLetter&) -> Result<Done> { return Done{}; });
    CHECK(ahead.refusal().text->code == "usecases.letters_wrong_day");
}

TEST_CASE("a letter as a page escapes what is filled in", "[usecases]")
{
    Connection connection{":memory:"};
    storage::migrate(connection);
    one_late_loan(connection);
    const auto letters = usecases::draw_letters(connection, task("letters", date(2026, 4, 8)),
                                                {date(2026, 4, 8), "L-1", usecases::LetterForm::html, Language::en},
                                                [](const DrawnLetter&) -> Result<Done> { return Done{}; });
    REQUIRE(letters);
    const auto& page = letters->front().content;
    CHECK(page.find("<html lang=\"en\">") != std::string::npos);
    CHECK(page.find("Kunststof Emmen &lt;B.V.&gt;") != std::string::npos);
    CHECK(page.find("<B.V.>") == std::string::npos);
    CHECK(page.find("EUR 2,600.00") != std::string::npos);
}

TEST_CASE("interest and costs are charged once, and costs only after a demand that has lapsed", "[usecases]")
{
    on_each_database([](Connection& connection) {
        one_late_loan(connection);
        drawn(connection, date(2026, 4, 8));
        CHECK(charged(connection, date(2026, 4, 20), false, true) == "usecases.demand_first");
        drawn(connection, date(2026, 4, 29));  // the demand: to be paid by 14 May
        CHECK(charged(connection, date(2026, 5, 14), false, true) == "usecases.demand_first");
        // 100.00 x 4 % x 43 / 365 = 0.47.
        CHECK(charged(connection, date(2026, 5, 15), true, true) == "0.47 375.00");
        CHECK(charged(connection, date(2026, 5, 15), true, true) == "usecases.nothing_to_charge");
        CHECK(balance(connection, ledger::Account::costs_income) == Money::euros(-375));
        CHECK(balance(connection, ledger::Account::default_interest_income) == Money::cents(-47));
        CHECK(balance(connection, ledger::Account::default_interest_receivable) == Money::cents(47));
        // Reversed, the costs may be charged again; the interest was charged up to that day.
        lending::Event undo{EventId{}, date(2026, 5, 16), lending::EventKind::reversal, {}};
        undo.reverses = EventId{3};
        REQUIRE(usecases::record_loan_event(connection, task("loan", date(2026, 5, 16)), "L-1", undo, ""));
        CHECK(charged(connection, date(2026, 5, 16), false, true) == "0.00 375.00");
        // What is charged stands on the account by its kind, and in the claim where it belongs.
        const auto shown = usecases::show_loan(connection, "L-1", date(2026, 5, 17), Language::nl);
        REQUIRE(shown);
        CHECK(cell(shown->tables.front(), 0, "arrears_default_interest") == "0.47");
        CHECK(cell(shown->tables.front(), 0, "arrears_costs") == "375.00");
        const auto statement = usecases::loan_statement(connection, "L-1", date(2026, 5, 15), date(2026, 5, 15),
                                                        date(2026, 5, 16), Language::nl);
        REQUIRE(statement);
        CHECK(cell(statement->tables.front(), 1, "description") == "rente bij verzuim in rekening gebracht");
        CHECK(cell(statement->tables.front(), 1, "default_interest") == "0.47");
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("the list of arrears says who is late, how late and what comes next", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        const auto report = usecases::list_arrears(connection, date(2026, 9, 15), Language::nl);
        REQUIRE(report);
        const auto& table = report->tables.front();
        // L-1 paid 1,000.00 of the 2,575.00 of 1 July; L-4 was written off; L-2 is paid up.
        REQUIRE(table.rows.size() == 1);
        CHECK(cell(table, 0, "number") == "L-1");
        CHECK(cell(table, 0, "days") == "76");
        CHECK(cell(table, 0, "age") == "61-90");
        CHECK(cell(table, 0, "late") == "1575.00");
        CHECK(cell(table, 0, "next") == "herinnering");
        CHECK(cell(table, 0, "next_on") == "2026-07-08");
        // As of a day before the payment: 2,575.00, five days late, and L-4 with both quarters.
        const auto earlier = usecases::list_arrears(connection, date(2026, 7, 6), Language::en);
        REQUIRE(earlier->tables.front().rows.size() == 2);
        CHECK(cell(earlier->tables.front(), 0, "late") == "2575.00");
        CHECK(cell(earlier->tables.front(), 1, "late") == "5200.00");
        CHECK(cell(earlier->tables.front(), 1, "age") == "> 90");
        CHECK(usecases::list_arrears(connection, date(2026, 3, 1), Language::en)->tables.front().rows.empty());
    });
}

TEST_CASE("the claim on an undertaking holds all it owes, due or not", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        const auto report = usecases::claim_list(connection, "90000017", date(2026, 9, 15), Language::nl);
        REQUIRE(report);
        const auto& table = report->tables.front();
        REQUIRE(table.rows.size() == 2);
        CHECK(cell(table, 0, "principal") == "6575.00");
        // Since 1 July: 7.34 up to the payment of 10 July and 47.88 after it.
        CHECK(cell(table, 0, "interest") == "55.22");
        // 75.00 of interest was late 8 days until 10 July and is paid; principal bears no more than the contract's 4 %.
        CHECK(cell(table, 0, "default_interest") == "0.07");
        CHECK(cell(table, 0, "total") == "6630.29");
        // L-4 was written off, which gives nothing up; 31 of 92 days of its third quarter ran before that: 33.70.
        CHECK(cell(table, 1, "written_off") == "10200.00");
        CHECK(cell(table, 1, "interest") == "33.70");
        CHECK(cell(table, 1, "total") == "10233.70");
        CHECK(usecases::claim_list(connection, "90000099", date(2026, 9, 15), Language::nl).refusal().text->code ==
              "usecases.debtor_unknown");
    });
}

TEST_CASE("a reclaimed grant is chased by public law: its own fee, art. 6:119 only, nothing below EUR 20", "[usecases]")
{
    on_each_database([](Connection& connection) {
        REQUIRE(usecases::init_administration(connection, task("init", date(2026, 1, 1)), "", ""));
        storage::Work setup{connection, task("undertaking add", date(2026, 1, 1))};
        storage::add_undertaking(setup, firm("Kunststof Emmen B.V.", "90000017", "GM0114"));
        setup.commit("");
        const auto grant = award_grant(connection, per_worker(), Money::euros(50'000));
        storage::Work work{connection, task("reclaim", date(2026, 3, 23))};
        // Decided on 20 January: six weeks, until 3 March (Awb 4:87). EUR 4,000 came on 23 March.
        storage::add_grant_event(work, grant,
                                 {EventId{1}, grants::EventKind::reclaimed, date(2026, 1, 20), Money::euros(10'000),
                                  grants::reclaim_due(date(2026, 1, 20))},
                                 {}, "");
        storage::add_grant_event(
            work, grant, {EventId{2}, grants::EventKind::repaid, date(2026, 3, 23), Money::euros(4'000), {}}, {}, "");
        work.commit("");

        CHECK(usecases::list_arrears(connection, date(2026, 3, 3), Language::nl)->tables.front().rows.empty());
        // Six days of 10,000 at 4 %: 6.58, which is below EUR 20 (Awb 4:98).
        const auto early = usecases::list_arrears(connection, date(2026, 3, 10), Language::nl);
        REQUIRE(early);
        CHECK(cell(early->tables.front(), 0, "late") == "10000.00");
        CHECK(cell(early->tables.front(), 0, "default_interest").empty());
        // 19 days of 10,000 and 18 of 6,000 at 4 %: 32.66; with EUR 15 for the demand of two weeks.
        std::vector<DrawnLetter> kept;
        CHECK(drawn(connection, date(2026, 4, 10), &kept) == "B-000001-S-000001-demand.txt 6047.66 by 2026-04-24\n");
        CHECK(kept.at(0).content.find("artikel 4:112") != std::string::npos);
        const auto after = usecases::list_arrears(connection, date(2026, 4, 10), Language::nl);
        CHECK(cell(after->tables.front(), 0, "collection_costs").empty());
        CHECK(cell(after->tables.front(), 0, "next") == "dwangbevel");
        const auto claim = usecases::claim_list(connection, "90000017", date(2026, 4, 10), Language::nl);
        CHECK(cell(claim->tables.front(), 0, "total") == "6032.66");
    });
}
