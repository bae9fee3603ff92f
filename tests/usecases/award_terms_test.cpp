// A scheme says every term of its loans, an applicant asks how to draw, and the loan leads that life.

#include "formats/json_reader.h"
#include "formats/terms_fields.h"
#include "storage/dossier_store.h"
#include "storage/loan_store.h"
#include "support/administration.h"
#include "support/databases.h"
#include "support/files.h"
#include "usecases/application_messages.h"
#include "usecases/assess_application.h"
#include "usecases/decide_application.h"
#include "usecases/follow_application.h"
#include "usecases/init_administration.h"
#include "usecases/loan_booking.h"
#include "usecases/propose_decision.h"
#include "usecases/register_application.h"
#include "usecases/register_scheme.h"
#include "usecases/register_undertaking.h"
#include "usecases/reset_rates.h"
#include "usecases/show_loan.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;
using dossiers::EventKind;
using formats::Json;
using lending::Event;
using storage::Connection;

namespace {

const Date monday = date(2026, 3, 2);

storage::Task by(const std::string& actor, Date day)
{
    return {"test", actor, day, to_text(day) + "T09:00:00Z", ""};
}

void open_desk(Connection& connection, bool with_new_edition)
{
    REQUIRE(usecases::init_administration(connection, by("anna", date(2026, 1, 2)),
                                          source_file("data/programme/vierkant.json"), "plan"));
    REQUIRE(usecases::add_undertaking(connection, by("anna", monday), source_file("docs/examples/undertaking.json"),
                                      "veen.json"));
    if (!with_new_edition) return;
    REQUIRE(usecases::register_scheme(connection, by("anna", date(2026, 1, 2)),
                                      source_file("docs/examples/scheme-investment-loan.json"), "scheme.json"));
}

/// Registered and found complete; what only a person can judge is judged.
struct Complete {
    std::string number;
    usecases::ProposalInput input;
};
Complete complete(Connection& connection, const std::string& json)
{
    const auto dossier = usecases::register_application(connection, by("anna", monday), json, "application.json");
    if (!dossier) FAIL(dossier.refusal().in(Language::en));
    REQUIRE(usecases::follow_application(connection, by("anna", monday), dossier->number, {EventKind::completed, ""}));
    Complete ready{dossier->number, {}};
    const auto assessment = usecases::check_application(connection, dossier->number, monday);
    REQUIRE(assessment);
    for (const auto& finding : assessment->verdict) {
        INFO(finding.in(Language::en));
        CHECK(finding.outcome != schemes::Outcome::not_met);
        if (finding.outcome == schemes::Outcome::unknown)
            ready.input.judgements.push_back({std::string{finding.rule}, "seen"});
    }
    return ready;
}

std::string refusal_of(const auto& result)
{
    return result ? "" : std::string{result.refusal().text->code};
}

storage::StoredLoan awarded(Connection& connection, const std::string& number)
{
    const auto decided = usecases::decide_application(connection, by("bob", monday), number, {});
    if (!decided) FAIL(decided.refusal().in(Language::en));
    const auto loan = storage::find_loan(connection, decided->award);
    REQUIRE(loan);
    return *loan;
}

std::string booked(Connection& connection, const Event& event, Date today)
{
    return refusal_of(usecases::record_loan_event(connection, by("anna", today), "L-000001", event, ""));
}

Event drawing(Date day, Money amount)
{
    return {EventId{}, day, lending::EventKind::disbursement, amount};
}

}  // namespace

TEST_CASE("an award makes a loan with all that the scheme offers", "[application][story]")
{
    on_each_database([](Connection& connection) {
        open_desk(connection, true);
        auto ready = complete(connection, source_file("docs/examples/application-investment-loan.json"));
        ready.input.first_due = date(2026, 5, 31);
        REQUIRE(usecases::propose_decision(connection, by("anna", monday), ready.number, ready.input));
        const auto loan = awarded(connection, ready.number);

        // Base rate 2.19 % from 1 January 2026 (data/reference/eu_reference_rates.csv) plus 1.00 %.
        const auto& terms = loan.terms;
        CHECK(terms.rates == std::vector{lending::DatedRate{date(2026, 4, 30), *parse_percent("3.19")}});
        CHECK(terms.resets->first == date(2027, 4, 30));
        CHECK(terms.tranches[1] == lending::Tranche{Money::euros(75'000), std::nullopt, "machine geleverd"});
        CHECK(terms.tranches[2].from == date(2026, 9, 2));
        CHECK(terms.last_drawing == date(2027, 3, 2));
        CHECK(terms.commitment_from == monday);

        // The decision keeps the terms it made.
        const auto view = usecases::view_application(connection, ready.number);
        const auto grounds = Json::parse(*storage::kept_document(connection, view->row.dossier, EventKind::awarded));
        CHECK(grounds["terms"] == formats::terms_json(terms));
        CHECK(grounds["facts"]["aid"]["base_rate"] == "2.19");

        // Half of it at once, less the fee withheld: 250.00 + 0.50 % of 125,000 = 875.00.
        CHECK(booked(connection, drawing(date(2026, 3, 9), Money::euros(125'000)), date(2026, 3, 9)).empty());
        CHECK(balance(connection, ledger::Account::transit) == Money::cents(-12'412'500));
        CHECK(booked(connection, drawing(date(2026, 3, 10), Money::euros(1)), date(2026, 3, 10)) ==
              "lending.drawn_above_tranches");
        Event milestone{EventId{}, date(2026, 3, 10), lending::EventKind::milestone};
        milestone.number = 2;
        CHECK(booked(connection, milestone, date(2026, 3, 10)).empty());

        // 31 May 2026 is a Sunday, and the Monday after it lies in June: paid on Friday 29 May. Until that day the
        // commitment fee runs over 250,000 for 7 days and over 125,000 for 81: 0.25 % / 365 x 11,875,000 = 81.34.
        // Interest is put off: the first three instalments are costs only.
        const auto events = storage::events_of(connection, loan);
        const auto state = lending::replay(terms, events, date(2026, 6, 1));
        REQUIRE(state.open.size() == 1);
        CHECK(state.open[0].due == date(2026, 5, 29));
        CHECK(state.open[0].costs == Money::cents(8'134));
        CHECK(state.open[0].interest.is_zero());
        // 125,000 x 3.19 % x 83 days / 365.
        CHECK(state.deferred == Money::cents(90'675));
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("a rate that follows the base rate is reset on its days, once", "[application]")
{
    on_each_database([](Connection& connection) {
        auto scheme = Json::parse(source_file("docs/examples/scheme-investment-loan.json"));
        scheme["offer"]["value"]["base_rate"]["every_months"] = 6;
        open_desk(connection, false);
        REQUIRE(usecases::register_scheme(connection, by("anna", date(2026, 1, 2)), scheme.dump(), "scheme.json"));
        auto ready = complete(connection, source_file("docs/examples/application-investment-loan.json"));
        ready.input.first_due = date(2026, 5, 31);
        REQUIRE(usecases::propose_decision(connection, by("anna", monday), ready.number, ready.input));
        awarded(connection, ready.number);
        const auto resets = [&](Date today, bool book) {
            const auto report = usecases::reset_rates(connection, by("anna", today), book, Language::nl);
            REQUIRE(report);
            std::string text;
            for (const auto& row : report->tables.front().rows) {
                text +=
                    std::get<std::string>(row[2]) + " " + to_percent_text(Rate{std::get<std::int64_t>(row[4])}) + "\n";
            }
            return text;
        };
        // The table ends with 2.19 % from 1 January 2026: what was awarded at is still the rate.
        CHECK(resets(date(2026, 11, 1), true).empty());
        // An officer agreed on less for a while; the next reset is by the terms again.
        CHECK(booked(connection, drawing(date(2026, 3, 9), Money::euros(125'000)), date(2026, 3, 9)).empty());
        Event lower{EventId{}, date(2026, 6, 1), lending::EventKind::rate_change};
        lower.rate = percent(2);
        CHECK(booked(connection, lower, date(2026, 6, 1)).empty());
        CHECK(resets(date(2026, 10, 29), true).empty());
        CHECK(resets(date(2026, 11, 1), false) == "2026-10-30 3.19\n");
        CHECK(resets(date(2026, 11, 1), true) == "2026-10-30 3.19\n");
        CHECK(resets(date(2026, 11, 1), true).empty());
        const auto loan = storage::find_loan(connection, "L-000001");
        const auto state = lending::replay(loan->terms, storage::events_of(connection, *loan), date(2026, 11, 1));
        CHECK(state.rate == *parse_percent("3.19"));
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("before anything is drawn a rate may become 0 %, and stays so until it is reset", "[application]")
{
    on_each_database([](Connection& connection) {
        auto scheme = Json::parse(source_file("docs/examples/scheme-investment-loan.json"));
        scheme["offer"]["value"]["base_rate"] = {
            {"margin_percent", "-2.19"}, {"floor_percent", "0.00"}, {"every_months", 6}};
        scheme["offer"]["value"]["interest_grace"] = 0;
        open_desk(connection, false);
        REQUIRE(usecases::register_scheme(connection, by("anna", date(2026, 1, 2)), scheme.dump(), "scheme.json"));
        auto ready = complete(connection, source_file("docs/examples/application-investment-loan.json"));
        ready.input.first_due = date(2026, 5, 31);
        REQUIRE(usecases::propose_decision(connection, by("anna", monday), ready.number, ready.input));
        awarded(connection, ready.number);
        const auto rate_on = [&](Date day) {
            const auto loan = storage::find_loan(connection, "L-000001");
            return lending::replay(loan->terms, storage::events_of(connection, *loan), day).rate;
        };
        const auto changed = [&](Date day, Rate rate) {
            Event event{EventId{}, day, lending::EventKind::rate_change};
            event.rate = rate;
            return booked(connection, event, day);
        };
        // 2.19 % less 2.19: awarded at 0 %. An officer agreed on 1 %, and before the drawing on 0 % again.
        CHECK(changed(date(2026, 3, 10), percent(1)).empty());
        CHECK(rate_on(date(2026, 3, 10)) == percent(1));
        CHECK(changed(date(2026, 3, 11), percent(0)).empty());
        CHECK(changed(date(2026, 3, 12), Rate{-1}) == "lending.rate_out_of_range");
        CHECK(booked(connection, drawing(date(2026, 4, 1), Money::euros(125'000)), date(2026, 4, 1)).empty());
        CHECK(rate_on(date(2026, 6, 30)) == percent(0));
        // On 30 October it is reset: 0 % is what the terms ask for, so nothing changes.
        const auto report = usecases::reset_rates(connection, by("anna", date(2026, 11, 1)), true, Language::nl);
        REQUIRE(report);
        CHECK(report->tables.front().rows.empty());
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("a loan explains its terms in the words of whoever asks", "[application]")
{
    on_each_database([](Connection& connection) {
        open_desk(connection, true);
        auto ready = complete(connection, source_file("docs/examples/application-investment-loan.json"));
        ready.input.first_due = date(2026, 5, 31);
        REQUIRE(usecases::propose_decision(connection, by("anna", monday), ready.number, ready.input));
        awarded(connection, ready.number);
        const auto words = [&](Language language) {
            const auto report = usecases::show_loan(connection, "L-000001", monday, language);
            REQUIRE(report);
            const auto& table = report->tables.at(1);
            CHECK(table.name == "terms");
            std::string text;
            for (const auto& row : table.rows) {
                text += std::get<std::string>(row[0]) + ": " + std::get<std::string>(row[1]) + "\n";
            }
            return text;
        };
        CHECK(words(Language::nl) ==
              R"(Aflossing: lineair, 60 termijnen van een maand, eerste vervaldag 31-05-2026
Vrije termijnen: eerste 6 termijnen zonder aflossing
Vrije termijnen: eerste 3 termijnen met uitgestelde rente: te betalen met de eerste termijn daarna
Rente: 3,19 % per jaar
Rente: volgt de basisrente van de EU plus 1,00 %, ten minste 0,50 %, opnieuw vastgesteld op 30 april 2027 en daarna om de 12 maanden
Renteberekening: per dag, ACT/365F
Vervaldagen: de laatste dag van de maand
Vervaldagen: anders de eerste bankwerkdag daarna, binnen dezelfde maand
Vervaldagen: de rente merkt daar niets van
Opnemen: tot en met 2 maart 2027; wat dan niet is opgenomen, vervalt
Opnemen: 1. EUR 125.000,00
Opnemen: 2. EUR 75.000,00 na mijlpaal: machine geleverd (nog niet gehaald)
Opnemen: 3. EUR 50.000,00 vanaf 2 september 2026
Kosten: behandelkosten EUR 250,00 bij de eerste opname, ingehouden op de uitbetaling
Kosten: behandelkosten 0,50 % van elke opname, ingehouden op de uitbetaling
Kosten: bereidstellingsprovisie 0,25 % per jaar over wat niet is opgenomen, vanaf 2 maart 2026
Kosten: vergoeding voor vervroegd aflossen 1,00 % van wat vooruit wordt afgelost
Betalingen gaan naar: kosten, dan rente, dan aflossing
Betalingen gaan naar: de oudste termijn eerst helemaal
Wat meer wordt betaald: verlaagt de termijnen, de looptijd blijft
)");
        CHECK(words(Language::en).find("2. EUR 75,000.00 after milestone: machine geleverd (not reached yet)") !=
              std::string::npos);
    });
}

TEST_CASE("an applicant asks how to draw, and an award agrees on it or on less", "[application]")
{
    on_each_database([](Connection& connection) {
        open_desk(connection, false);
        auto ready = complete(connection, source_file("docs/examples/application-investment-loan-in-parts.json"));
        const auto propose = [&] {
            return usecases::propose_decision(connection, by("anna", monday), ready.number, ready.input);
        };
        ready.input.amount = Money::euros(200'000);
        CHECK(refusal_of(propose()) == "schemes.tranches_differ_from_award");
        ready.input.amount.reset();
        ready.input.drawing = schemes::DrawingPlan{{}, {}, date(2026, 3, 1)};
        CHECK(refusal_of(propose()) == "schemes.drawing_over_before_award");
        ready.input.drawing = schemes::DrawingPlan{{}, {}, date(2036, 1, 1)};
        CHECK(refusal_of(propose()) == "usecases.drawn_until_after_end");
        CHECK(connection.number("SELECT COUNT(*) FROM loan", {}, 0) == 0);

        ready.input.drawing.reset();
        const auto proposal = propose();
        REQUIRE(proposal);
        CHECK(proposal->drawing.tranches.size() == 3);
        const auto loan = awarded(connection, ready.number);
        CHECK(loan.terms.tranches[1] ==
              lending::Tranche{Money::euros(60'000), std::nullopt, "spuitgietmachine geleverd"});
        CHECK(loan.terms.last_drawing == date(2026, 12, 31));
        CHECK(booked(connection, drawing(monday, Money::euros(150'001)), monday) == "lending.drawn_above_tranches");
        CHECK(booked(connection, drawing(monday, Money::euros(150'000)), monday).empty());
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("a grant is not drawn in parts", "[application]")
{
    on_each_database([](Connection& connection) {
        open_desk(connection, false);
        auto ready = complete(connection, source_file("docs/examples/application-business-case-grant.json"));
        ready.input.drawing = schemes::DrawingPlan{{}, {}, date(2026, 9, 1)};
        CHECK(refusal_of(usecases::propose_decision(connection, by("anna", monday), ready.number, ready.input)) ==
              usecases::drawing_of_no_loan.code);
    });
}
