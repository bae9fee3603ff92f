#include "domain/schemes/assessment.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vierkant;
using namespace vierkant::schemes;

namespace {

using Level = parties::EducationLevel;

/// The figures of the rules are the test's own; the rules are those of the plan (domain handbook A and B).
Scheme loan_scheme(Date from = date(2026, 1, 1))
{
    return {.code = "loan",
            .title_nl = "Lening",
            .title_en = "Loan",
            .fund = "revolving",
            .from = from,
            .until = {},
            .sectors = {{parties::Sector::industry, parties::Sector::logistics}, "plan, ch. 6"},
            .municipalities = {{"GM0109", "GM0114"}, "plan"},
            .largest = {parties::SizeClass::medium, "plan"},
            .amount_least = {Money::euros(25'000), "scheme"},
            .amount_most = {Money::euros(500'000), "scheme"},
            .jobs_least = {4, "plan"},
            .jobs_share_at_most_mbo = {percent(75), "plan"},
            .amount_per_job_most = {Money::euros(50'000), "scheme"},
            .own_contribution_least = {percent(25), "scheme"},
            .aid_source = "2023/2831"};
}

Facts good_facts()
{
    parties::Undertaking firm{.name = "Voorbeeld BV",
                              .kvk = *parties::KvkNumber::parse("90000017"),
                              .rsin = {},
                              .vat_id = {},
                              .iban = {},
                              .sbi_main = *parties::ActivityCode::parse("2016"),
                              .sbi_side = {},
                              .address = {"Kade", "1", "7811AB", "Emmen", *parties::MunicipalityCode::parse("GM0114")},
                              .figures = parties::Figures{40, Money::euros(1), Money::euros(1)},
                              .relations = {}};
    return {.application = {"loan",
                            firm.kvk,
                            "Machine",
                            date(2026, 3, 2),
                            date(2026, 4, 1),
                            firm.address.municipality,
                            Money::euros(200'000),
                            Money::euros(400'000),
                            Money::euros(100'000),
                            Money::euros(100'000),
                            {{"mbo-2", 2, 1}, {"hbo-ba", 1, 0}}},
            .undertaking = firm,
            .activity = parties::Activity{"20", "", "", parties::Sector::industry, false},
            .levels = {{"mbo-2", "", "", Level::AtMostMbo::yes, Level::Band::middle, 5},
                       {"hbo-ba", "", "", Level::AtMostMbo::no, Level::Band::high, 10}},
            .aid = std::vector<state_aid::AwardedAid>{{date(2025, 1, 1), Money::euros(250'000)}},
            .aid_ceiling = Money::euros(300'000),
            .equivalent = Money::euros(50'000),
            .available = Money::euros(200'000),
            .assessed_on = date(2026, 3, 10)};
}

/// The rules with that outcome, after checking that every finding can be said in both languages.
std::vector<std::string> rules(const Facts& facts, Outcome outcome)
{
    std::vector<std::string> names;
    for (const auto& finding : assess(facts, loan_scheme())) {
        CHECK_FALSE(finding.in(Language::nl).empty());
        CHECK_FALSE(finding.in(Language::en).empty());
        CHECK_FALSE(finding.source.empty());
        if (finding.outcome == outcome) names.emplace_back(finding.rule);
    }
    return names;
}

template <class Change>
std::vector<std::string> broken_by(Change change, Outcome outcome = Outcome::not_met)
{
    auto facts = good_facts();
    change(facts);
    return rules(facts, outcome);
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("An application on every boundary meets all thirteen rules", "[schemes]")
{
    CHECK(rules(good_facts(), Outcome::met).size() == 13);
    CHECK(overall(assess(good_facts(), loan_scheme())) == Outcome::met);
}

TEST_CASE("Each rule is broken by its own fact alone", "[schemes]")
{
    CHECK(broken_by([](Facts& f) { f.activity->sector = parties::Sector::none; }) == Names{"sector"});
    CHECK(broken_by([](Facts& f) { f.application.municipality = *parties::MunicipalityCode::parse("GM0014"); }) ==
          Names{"municipality"});
    CHECK(broken_by([](Facts& f) { f.undertaking.figures->headcount = 250; }) == Names{"size"});
    CHECK(broken_by([](Facts& f) { f.undertaking.insolvent = true; }) == Names{"excluded"});
    CHECK(broken_by([](Facts& f) { f.application.jobs = {{"mbo-2", 3, 1}, {"hbo-ba", 2, 0}}; }) == Names{"jobs_share"});
    CHECK(broken_by([](Facts& f) { f.application.jobs = {{"mbo-2", 3, 0}}; }) == Names{"jobs", "amount_per_job"});
    CHECK(broken_by([](Facts& f) {
              f.application.own_contribution -= Money::cents(1);
              f.application.other_finance += Money::cents(1);
          }) == Names{"own_contribution"});
    CHECK(broken_by([](Facts& f) { f.application.other_finance += Money::cents(1); }) == Names{"financing"});
    CHECK(broken_by([](Facts& f) { f.application.starts_on = f.application.received_on; }) == Names{"not_started"});
    CHECK(broken_by([](Facts& f) { f.equivalent = Money::cents(50'000'01); }) == Names{"aid"});
    CHECK(broken_by([](Facts& f) { f.available -= Money::cents(1); }) == Names{"money_left"});
    CHECK(broken_by([](Facts& f) { f.application.jobs.clear(); }).size() == 3);
}

TEST_CASE("What is not known is for a person, and never passes as met", "[schemes]")
{
    CHECK(broken_by([](Facts& f) { f.activity.reset(); }, Outcome::unknown) == Names{"sector"});
    CHECK(broken_by([](Facts& f) { f.undertaking.sbi_version = parties::SbiVersion::sbi_2025; }, Outcome::unknown) ==
          Names{"sector"});
    CHECK(broken_by([](Facts& f) { f.undertaking.figures.reset(); }, Outcome::unknown) == Names{"size"});
    CHECK(broken_by([](Facts& f) { f.aid.reset(); }, Outcome::unknown) == Names{"aid"});
    CHECK(broken_by([](Facts& f) { f.application.starts_on.reset(); }, Outcome::unknown) == Names{"not_started"});
    auto facts = good_facts();
    facts.aid.reset();
    CHECK(overall(assess(facts, loan_scheme())) == Outcome::unknown);
}

TEST_CASE("The edition in force on the day of receipt applies", "[schemes]")
{
    auto early = loan_scheme(date(2024, 1, 1));
    early.until = date(2026, 6, 30);
    const std::vector<Scheme> editions{loan_scheme(), early};
    CHECK(edition_on(editions, "loan", date(2025, 12, 31))->from == date(2024, 1, 1));
    CHECK(edition_on(editions, "loan", date(2026, 1, 1))->from == date(2026, 1, 1));
    CHECK_FALSE(edition_on(editions, "loan", date(2023, 12, 31)));
    CHECK_FALSE(edition_on(editions, "other", date(2026, 1, 1)));
}
