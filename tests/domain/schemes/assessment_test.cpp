#include "domain/schemes/assessment.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vierkant;
using namespace vierkant::schemes;

namespace {

using Level = parties::EducationLevel;
using social_return::JobKind;

const Word scheme_source{"regeling", "scheme"};

/// The figures of the rules are the test's own; the rules are those of the plan (domain handbook A, B and E).
Scheme loan_scheme(Date from = date(2026, 1, 1))
{
    LoanOffer offer;
    offer.terms.instalments = 60;
    offer.annual = percent(2);
    return {.code = "loan",
            .title_nl = "Lening",
            .title_en = "Loan",
            .fund = "revolving",
            .measure = "M01",
            .instrument = Instrument::loan,
            .from = from,
            .until = {},
            .decision_weeks = {8, scheme_source},
            .sectors = {{parties::Sector::industry, parties::Sector::logistics}, scheme_source},
            .municipalities = {{"GM0109", "GM0114"}, scheme_source},
            .amount_least = {Money::euros(25'000), scheme_source},
            .amount_most = {Money::euros(500'000), scheme_source},
            .aid = {AidBasis::de_minimis, scheme_source},
            .largest = Sourced<parties::SizeClass>{parties::SizeClass::medium, scheme_source},
            .jobs_least = Sourced<std::int64_t>{4, scheme_source},
            .jobs_share_at_most_mbo = Sourced<Rate>{percent(75), scheme_source},
            .amount_per_job_most = Sourced<Money>{Money::euros(50'000), scheme_source},
            .own_contribution_least = Sourced<Rate>{percent(25), scheme_source},
            .offer = Sourced<LoanOffer>{offer, scheme_source},
            .cost_categories = {},
            .amount_per_worker = {},
            .hours_least = {},
            .months_kept = {},
            .premium_share = {},
            .premium_categories = {},
            .dunning = {}};
}

/// A grant of another kind: without the parameters of a loan.
Scheme grant_scheme(Instrument instrument)
{
    auto scheme = loan_scheme();
    scheme.instrument = instrument;
    scheme.offer.reset();
    return scheme;
}

parties::Undertaking firm()
{
    return {.name = "Voorbeeld BV",
            .kvk = *parties::KvkNumber::parse("90000017"),
            .rsin = {},
            .vat_id = {},
            .iban = {},
            .sbi_main = *parties::ActivityCode::parse("2016"),
            .sbi_side = {},
            .address = {"Kade", "1", "7811AB", "Emmen", *parties::MunicipalityCode::parse("GM0114")},
            .figures = parties::Figures{40, Money::euros(1), Money::euros(1)},
            .relations = {}};
}

social_return::JobLine jobs(JobKind kind, const std::string& level, std::int64_t count)
{
    return {kind, level, "", count, {}};
}

/// On the boundary of every rule of loan_scheme().
Facts good_facts()
{
    Application application{
        .scheme = "loan",
        .applicant = firm().kvk,
        .purpose = "Machine",
        .received_on = date(2026, 3, 2),
        .starts_on = date(2026, 3, 3),
        .municipality = firm().address.municipality,
        .amount = Money::euros(200'000),
        .investment_plan = {{"Machine", Money::euros(390'000), ""}, {"Hal", Money::euros(10'000), ""}},
        .financing = {Money::euros(100'000), Money::euros(60'000), Money::euros(40'000)},
        .jobs = {jobs(JobKind::created, "mbo-2", 2), jobs(JobKind::kept, "mbo-2", 1),
                 jobs(JobKind::created, "hbo-ba", 1)},
        .term_months = {},
        .collateral = percent(50),
        .rating = state_aid::Rating::satisfactory,
        .workers = {},
        .work_comes_from = "",
        .foreign_parent = "",
        .double_funding = false,
        .in_difficulty = false,
        .declared_aid = std::vector<state_aid::AwardedAid>{{date(2025, 1, 1), Money::euros(150'000), "2023/2831"}}};
    AidFacts aid;
    aid.rules = state_aid::DeMinimisRules{
        "2023/2831", state_aid::Window::rolling_years, Money::euros(300'000), Money::euros(300'000), {}};
    aid.registered = {{date(2024, 1, 1), Money::euros(100'000), "2023/2831"}};
    aid.rate = state_aid::ReferenceRate{{date(2026, 1, 1), *parse_percent("2.19")}, basis_points(220)};
    aid.loan = state_aid::LoanAid{Money::euros(50'000), Money::euros(60'000)};
    return {.application = application,
            .undertaking = firm(),
            .activity = parties::Activity{"20", "Chemie", "Chemicals", parties::Sector::industry, false},
            .side_activities = {},
            .municipality = parties::Municipality{"GM0114", "Emmen", "Drenthe"},
            .levels = {{"mbo-2", "", "", Level::AtMostMbo::yes, Level::Band::middle, 5},
                       {"hbo-ba", "", "", Level::AtMostMbo::no, Level::Band::high, 10}},
            .aid = aid,
            .available = Money::euros(200'000),
            .assessed_on = date(2026, 3, 10)};
}

using Names = std::vector<std::string>;

/// The rules with that outcome, after checking that every finding can be said in both languages.
Names rules(const Facts& facts, const Scheme& scheme, Outcome outcome)
{
    Names names;
    for (const auto& finding : assess(facts, scheme)) {
        CHECK_FALSE(finding.in(Language::nl).empty());
        CHECK_FALSE(finding.in(Language::en).empty());
        CHECK_FALSE(finding.source.nl.empty());
        CHECK_FALSE(finding.source.en.empty());
        if (finding.outcome == outcome) names.emplace_back(finding.rule);
    }
    return names;
}

template <class Change>
Names broken_by(Change change, Outcome outcome = Outcome::not_met)
{
    auto facts = good_facts();
    change(facts);
    return rules(facts, loan_scheme(), outcome);
}

const Finding& finding(const Verdict& verdict, std::string_view rule)
{
    return *std::find_if(verdict.begin(), verdict.end(), [&](const auto& f) { return f.rule == rule; });
}

}  // namespace

TEST_CASE("An application on every boundary meets all rules of a loan", "[schemes]")
{
    CHECK(rules(good_facts(), loan_scheme(), Outcome::met) ==
          Names{"sector", "municipality", "size", "excluded", "difficulty", "amount", "jobs", "jobs_share",
                "amount_per_job", "own_contribution", "financing", "not_started", "term", "aid", "double_funding",
                "money_left"});
    CHECK(overall(assess(good_facts(), loan_scheme())) == Outcome::met);
}

TEST_CASE("Each rule is broken by its own fact alone", "[schemes]")
{
    CHECK(broken_by([](Facts& f) { f.activity->sector = parties::Sector::none; }) == Names{"sector"});
    CHECK(broken_by([](Facts& f) { f.application.municipality = *parties::MunicipalityCode::parse("GM0014"); }) ==
          Names{"municipality"});
    CHECK(broken_by([](Facts& f) { f.undertaking.figures->headcount = 250; }) == Names{"size"});
    CHECK(broken_by([](Facts& f) { f.undertaking.sbi_main = *parties::ActivityCode::parse("0113"); }) ==
          Names{"excluded"});
    CHECK(broken_by([](Facts& f) { f.undertaking.insolvent = true; }) == Names{"difficulty"});
    CHECK(broken_by([](Facts& f) {
              f.application.jobs = {jobs(JobKind::kept, "mbo-2", 4), jobs(JobKind::created, "hbo-ba", 2)};
          }) == Names{"jobs_share"});
    CHECK(broken_by([](Facts& f) { f.application.jobs = {jobs(JobKind::created, "mbo-2", 3)}; }) ==
          Names{"jobs", "amount_per_job"});
    CHECK(broken_by([](Facts& f) {
              f.application.financing.own -= Money::cents(1);
              f.application.financing.other += Money::cents(1);
          }) == Names{"own_contribution"});
    CHECK(broken_by([](Facts& f) { f.application.financing.bank += Money::cents(1); }) == Names{"financing"});
    CHECK(broken_by([](Facts& f) { f.application.starts_on = f.application.received_on; }) == Names{"not_started"});
    CHECK(broken_by([](Facts& f) { f.application.term_months = 61; }) == Names{"term"});
    CHECK(broken_by([](Facts& f) { f.aid.loan->by_reference_rate = Money::cents(50'000'01); }) == Names{"aid"});
    CHECK(broken_by([](Facts& f) { f.available -= Money::cents(1); }) == Names{"money_left"});
    CHECK(broken_by([](Facts& f) { f.application.jobs.clear(); }) == Names{"jobs", "jobs_share", "amount_per_job"});
}

TEST_CASE("What is not known is for a person, and never passes as met", "[schemes]")
{
    const auto unknown_by = [](auto change) { return broken_by(change, Outcome::unknown); };
    CHECK(unknown_by([](Facts& f) { f.activity.reset(); }) == Names{"sector"});
    CHECK(unknown_by([](Facts& f) { f.undertaking.sbi_version = parties::SbiVersion::sbi_2025; }) == Names{"sector"});
    CHECK(unknown_by([](Facts& f) {
              f.activity->sector = parties::Sector::none;
              f.side_activities = {{"521", "Opslag", "Storage", parties::Sector::logistics, false}};
          }) == Names{"sector"});
    CHECK(unknown_by([](Facts& f) { f.undertaking.figures.reset(); }) == Names{"size"});
    CHECK(unknown_by([](Facts& f) { f.undertaking.has_primary_agriculture = true; }) == Names{"excluded"});
    CHECK(unknown_by([](Facts& f) { f.application.in_difficulty.reset(); }) == Names{"difficulty"});
    CHECK(unknown_by([](Facts& f) { f.application.in_difficulty = true; }) == Names{"difficulty"});
    CHECK(unknown_by([](Facts& f) { f.levels.clear(); }) == Names{"jobs_share"});
    CHECK(unknown_by([](Facts& f) { f.application.starts_on.reset(); }) == Names{"not_started"});
    CHECK(unknown_by([](Facts& f) { f.application.declared_aid.reset(); }) == Names{"aid"});
    CHECK(unknown_by([](Facts& f) { f.aid.rules.reset(); }) == Names{"aid"});
    CHECK(unknown_by([](Facts& f) { f.aid.loan.reset(); }) == Names{"aid"});
    CHECK(unknown_by([](Facts& f) { f.application.double_funding.reset(); }) == Names{"double_funding"});
    CHECK(unknown_by([](Facts& f) { f.application.double_funding = true; }) == Names{"double_funding"});
    auto facts = good_facts();
    facts.aid.rules.reset();
    CHECK(overall(assess(facts, loan_scheme())) == Outcome::unknown);
}

TEST_CASE("A finding speaks each language in its own way of writing amounts, days, rates and names", "[schemes]")
{
    const auto verdict = assess(good_facts(), loan_scheme());
    CHECK(finding(verdict, "amount").in(Language::nl) ==
          "Gevraagd is 200.000,00 euro, tussen 25.000,00 en 500.000,00.");
    CHECK(finding(verdict, "amount").in(Language::en) == "EUR 200,000.00 is asked, between 25,000.00 and 500,000.00.");
    CHECK(finding(verdict, "sector").in(Language::nl) == "Hoofdactiviteit 2016 (Chemie) valt onder industrie.");
    CHECK(finding(verdict, "municipality").in(Language::nl) == "De banen komen in Emmen, binnen het gebied.");
    CHECK(finding(verdict, "aid").in(Language::nl) ==
          "De lening bevat 50.000,00 euro steun: 2,00 % tegenover een referentierente van 4,39 % (basisrente 2,19 % "
          "sinds 01-01-2026, opslag 2,20 %). Volgens de veilige haven: 60.000,00. Sinds 11-03-2023 is 250.000,00 euro "
          "de-minimissteun verleend; onder het plafond van 300.000,00 is nog 50.000,00 euro ruimte.");
    CHECK(finding(verdict, "not_started").in(Language::en) ==
          "The project starts on 2026-03-03, after the application was received on 2026-03-02.");
}

TEST_CASE("Who carries goods by road for others had half the ceiling until 2023 (1407/2013, art. 3(2))", "[schemes]")
{
    auto facts = good_facts();
    facts.assessed_on = date(2018, 6, 1);
    facts.aid.rules = state_aid::DeMinimisRules{
        "1407/2013", state_aid::Window::fiscal_years, Money::euros(200'000), Money::euros(100'000), {}};
    facts.aid.registered.clear();
    facts.application.declared_aid = std::vector<state_aid::AwardedAid>{
        {date(2015, 12, 31), Money::euros(70'000), "1407/2013"}, {date(2016, 1, 1), Money::euros(60'000), "1407/2013"}};
    CHECK(finding(assess(facts, loan_scheme()), "aid").outcome == Outcome::met);
    facts.undertaking.road_freight_for_hire = true;
    CHECK(finding(assess(facts, loan_scheme()), "aid").outcome == Outcome::not_met);
}

TEST_CASE("A rule that the scheme does not have finds nothing", "[schemes]")
{
    auto scheme = grant_scheme(Instrument::grant_on_cost);
    scheme.largest.reset();
    scheme.jobs_least.reset();
    scheme.jobs_share_at_most_mbo.reset();
    scheme.amount_per_job_most.reset();
    scheme.own_contribution_least.reset();
    const auto verdict = assess(good_facts(), scheme);
    CHECK(verdict.size() == 10);
    for (const auto& f : verdict) {
        CHECK(f.rule != "term");
        CHECK(f.rule != "jobs");
    }
}

TEST_CASE("The aid in a grant is the grant", "[schemes]")
{
    auto facts = good_facts();
    const auto scheme = grant_scheme(Instrument::grant_on_cost);
    facts.application.amount = Money::euros(50'000);
    CHECK(finding(assess(facts, scheme), "aid").outcome == Outcome::met);
    const auto aid = aid_in_award(facts, scheme);
    REQUIRE(aid);
    CHECK(aid->equivalent == Money::euros(50'000));
    CHECK(aid->regulation == "2023/2831");
    facts.application.amount += Money::cents(1);
    CHECK(finding(assess(facts, scheme), "aid").outcome == Outcome::not_met);
}

TEST_CASE("A grant per worker asks the fixed amount times the workers, and where the work comes from", "[schemes]")
{
    auto facts = good_facts();
    auto scheme = grant_scheme(Instrument::grant_per_worker);
    scheme.amount_per_worker = Sourced<Money>{Money::euros(5'000), scheme_source};
    const auto outcome = [&](std::string_view rule) { return finding(assess(facts, scheme), rule).outcome; };
    CHECK(outcome("workers") == Outcome::unknown);
    CHECK(outcome("origin") == Outcome::unknown);
    facts.application.workers = 40;
    facts.application.work_comes_from = "CN";
    CHECK(outcome("workers") == Outcome::met);
    CHECK(outcome("origin") == Outcome::met);
    facts.application.workers = 41;
    facts.application.work_comes_from = "PL";
    CHECK(outcome("workers") == Outcome::not_met);
    CHECK(outcome("origin") == Outcome::unknown);
}

TEST_CASE("The cost of a proof production must support the amount, by category (NIOF 2013)", "[schemes]")
{
    auto facts = good_facts();
    auto scheme = loan_scheme();
    scheme.instrument = Instrument::proof_production_loan;
    scheme.cost_categories = Sourced<std::vector<grants::CostCategory>>{
        {{"advice", percent(50), Money::euros(100'000)}, {"materials", percent(35), Money::euros(100'000)}},
        scheme_source};
    facts.application.investment_plan = {{"Advies", Money::euros(230'000), "advice"},        // 100,000: the maximum
                                         {"Grondstof", Money::euros(200'000), "materials"},  // 70,000
                                         {"Eigen uren", Money::euros(500'000), ""}};
    facts.application.amount = Money::euros(170'000);
    CHECK(finding(assess(facts, scheme), "costs").outcome == Outcome::met);
    facts.application.amount += Money::cents(1);
    CHECK(finding(assess(facts, scheme), "costs").outcome == Outcome::not_met);
}

TEST_CASE("A premium is at most a fifth of the investment, and what state aid law leaves (handbook E)", "[schemes]")
{
    auto facts = good_facts();
    auto scheme = grant_scheme(Instrument::investment_premium);
    scheme.aid.value = AidBasis::sme_investment_or_de_minimis;
    scheme.premium_share = Sourced<Rate>{percent(20), scheme_source};
    scheme.premium_categories = Sourced<std::vector<std::string>>{{"machinery"}, scheme_source};
    facts.application.investment_plan = {{"Machine", Money::euros(1'000'000), "machinery"},
                                         {"Voorraad", Money::euros(500'000), ""}};
    facts.application.foreign_parent = "DE";
    facts.aid.investment_intensity = percent(20);  // a small undertaking
    const auto outcome = [&](std::string_view rule) { return finding(assess(facts, scheme), rule).outcome; };

    CHECK(outcome("premium") == Outcome::met);
    CHECK(outcome("foreign") == Outcome::met);
    CHECK(outcome("aid") == Outcome::met);
    CHECK(aid_in_award(facts, scheme)->regulation == "651/2014 art. 17");

    SECTION("a medium undertaking gets ten per cent, or else de minimis, or else needs an assisted area")
    {
        facts.aid.investment_intensity = percent(10);
        CHECK(outcome("aid") == Outcome::unknown);
        CHECK(finding(assess(facts, scheme), "premium")
                  .in(Language::en)
                  .find("At most 100,000.00 is possible, bound by "
                        "state aid law") != std::string::npos);
        facts.application.declared_aid->clear();
        facts.aid.registered.clear();
        CHECK(outcome("aid") == Outcome::met);
        CHECK(aid_in_award(facts, scheme)->regulation == "2023/2831");
    }
    SECTION("an undertaking in difficulty gets no investment aid")
    {
        facts.application.in_difficulty = true;
        CHECK(outcome("aid") == Outcome::unknown);
        CHECK(aid_in_award(facts, scheme)->regulation == "2023/2831");
    }
    SECTION("a cent over a fifth is too much")
    {
        facts.application.amount += Money::cents(1);
        CHECK(outcome("premium") == Outcome::not_met);
    }
    SECTION("an investor from here is not foreign, a foreign legal form is")
    {
        facts.application.foreign_parent = "NL";
        CHECK(outcome("foreign") == Outcome::not_met);
        facts.undertaking.legal_form = parties::LegalForm::foreign;
        CHECK(outcome("foreign") == Outcome::met);
    }
}

TEST_CASE("An offer over a shorter term keeps its rhythm and outlasts its grace", "[schemes]")
{
    LoanOffer offer;
    offer.terms.instalments = 20;
    offer.terms.every = 3;
    offer.terms.principal_grace = 4;
    CHECK(for_term(offer, {})->terms.instalments == 20);
    CHECK(for_term(offer, 60)->terms.instalments == 20);
    CHECK(for_term(offer, 15)->terms.instalments == 5);
    CHECK_FALSE(for_term(offer, 63));
    CHECK_FALSE(for_term(offer, 12));
    CHECK_FALSE(for_term(offer, 16));
    const auto terms = terms_of(offer, {Money::euros(100'000), date(2026, 4, 1), date(2026, 5, 31), {}, {}});
    CHECK(terms.rates.front().from == date(2026, 2, 28));
    CHECK(lending::check(terms));
    CHECK(lending::due_date(terms, 2) == date(2026, 8, 31));
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

TEST_CASE("Every rule has a title in both languages", "[schemes]")
{
    std::vector<Scheme> schemes{loan_scheme()};
    for (const auto instrument :
         {Instrument::grant_per_worker, Instrument::grant_on_cost, Instrument::investment_premium}) {
        schemes.push_back(grant_scheme(instrument));
    }
    for (auto& scheme : schemes) {
        scheme.amount_per_worker = Sourced<Money>{Money::euros(5'000), scheme_source};
        scheme.premium_share = Sourced<Rate>{percent(20), scheme_source};
        scheme.cost_categories =
            Sourced<std::vector<grants::CostCategory>>{{{"advice", percent(50), Money::euros(100'000)}}, scheme_source};
        for (const auto& found : assess(good_facts(), scheme)) {
            INFO(found.rule);
            CHECK_FALSE(title_of_rule(found.rule).nl.empty());
            CHECK_FALSE(title_of_rule(found.rule).en.empty());
        }
    }
    CHECK_THROWS(title_of_rule("no such rule"));
}
