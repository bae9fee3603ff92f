#include "domain/schemes/assessment.h"

#include "base/exact.h"
#include "domain/schemes/aid_rules.h"
#include "domain/schemes/instrument_rules.h"
#include "domain/schemes/messages.h"

#include <algorithm>

namespace vierkant::schemes {

namespace {

using social_return::GeneralSecondary;
using social_return::JobKind;

const Word exclusions{"Verordening (EU) 2023/2831, art. 1 (eerder 1407/2013, art. 1)",
                      "Regulation (EU) 2023/2831, art. 1 (before: 1407/2013, art. 1)"};
const Word difficulty_definition{"Verordening (EU) 651/2014, art. 2(18); de-minimisverordening, art. 4 (leningen)",
                                 "Regulation (EU) 651/2014, art. 2(18); de minimis regulation, art. 4 (loans)"};
const Word balanced_plan{"Awb art. 4:2 en 4:35; een sluitend financieringsplan",
                         "Awb art. 4:2 and 4:35; a financing plan that balances"};
const Word incentive{"Verordening (EU) 651/2014, art. 6 (stimulerend effect); naar voorbeeld van NIOF",
                     "Regulation (EU) 651/2014, art. 6 (incentive effect); after NIOF"};
const Word cumulation{"Verordening (EU) 2023/2831, art. 5(3) en 651/2014, art. 8",
                      "Regulation (EU) 2023/2831, art. 5(3) and 651/2014, art. 8"};
const Word ceiling_refusal{"Awb art. 4:25", "Awb art. 4:25"};

Word join(const std::vector<parties::Sector>& sectors)
{
    Word all;
    for (const auto sector : sectors) {
        const auto word = parties::word_for(sector);
        all.nl += (all.nl.empty() ? "" : ", ") + word.nl;
        all.en += (all.en.empty() ? "" : ", ") + word.en;
    }
    return all;
}

bool contains(const std::vector<parties::Sector>& sectors, parties::Sector wanted)
{
    return std::find(sectors.begin(), sectors.end(), wanted) != sectors.end();
}

Finding sector(const Facts& facts, const Scheme& scheme)
{
    const auto& firm = facts.undertaking;
    const auto& wanted = scheme.sectors;
    Arguments figures{{"code", firm.sbi_main.text()}};
    if (!facts.activity || firm.sbi_version != parties::SbiVersion::sbi_2008) {
        figures.push_back({"version", firm.sbi_version == parties::SbiVersion::sbi_2008 ? "2008" : "2025"});
        return unknown("sector", sector_unknown, std::move(figures), wanted.source);
    }
    const auto& main = *facts.activity;
    figures.push_back({"activity", Word{main.title_nl, main.title_en}});
    figures.push_back({"sector", parties::word_for(main.sector)});
    if (contains(wanted.value, main.sector)) return met("sector", sector_met, std::move(figures), wanted.source);
    for (const auto& side : facts.side_activities) {
        if (!contains(wanted.value, side.sector)) continue;
        figures.back() = {"sector", parties::word_for(side.sector)};
        figures.push_back({"secondary", Word{side.title_nl, side.title_en}});
        return unknown("sector", sector_secondary, std::move(figures), wanted.source);
    }
    figures.push_back({"wanted", join(wanted.value)});
    return not_met("sector", sector_not_met, std::move(figures), wanted.source);
}

Finding municipality(const Facts& facts, const Scheme& scheme)
{
    const auto& code = facts.application.municipality.text();
    const auto& area = scheme.municipalities;
    Arguments figures{{"municipality", facts.municipality ? facts.municipality->name : code}};
    const bool inside = std::find(area.value.begin(), area.value.end(), code) != area.value.end();
    if (inside) return met("municipality", municipality_met, std::move(figures), area.source);
    return not_met("municipality", municipality_not_met, std::move(figures), area.source);
}

Finding size(const Facts& facts, const Scheme& scheme)
{
    const auto found = parties::size_class(facts.undertaking);
    const auto& largest = *scheme.largest;
    if (!found) return unknown("size", size_unknown, {}, largest.source);
    Arguments figures{{"size", parties::word_for(*found)}, {"most", parties::word_for(largest.value)}};
    if (*found <= largest.value) return met("size", size_met, std::move(figures), largest.source);
    return not_met("size", size_not_met, std::move(figures), largest.source);
}

Finding excluded(const Facts& facts)
{
    const auto& firm = facts.undertaking;
    const Arguments figures{{"code", firm.sbi_main.text()}};
    const auto division = firm.sbi_main.text().substr(0, 2);
    if (division == "01" || division == "03") return not_met("excluded", excluded_not_met, figures, exclusions);
    if (firm.has_primary_agriculture) return unknown("excluded", excluded_unknown, figures, exclusions);
    return met("excluded", excluded_met, figures, exclusions);
}

/// Insolvency bars loans; being in difficulty bars all but de minimis aid.
Finding difficulty(const Facts& facts, const Scheme& scheme)
{
    const auto& source = difficulty_definition;
    if (facts.undertaking.insolvent) {
        return scheme.offer ? not_met("difficulty", insolvent_not_met, {}, source)
                            : unknown("difficulty", insolvent_unknown, {}, source);
    }
    const auto& in_difficulty_now = facts.application.in_difficulty;
    if (!in_difficulty_now) return unknown("difficulty", difficulty_unknown, {}, source);
    if (*in_difficulty_now) return unknown("difficulty", in_difficulty, {}, source);
    return met("difficulty", difficulty_met, {}, source);
}

Finding amount(const Facts& facts, const Scheme& scheme)
{
    const auto asked = facts.application.amount;
    const auto least = scheme.amount_least.value;
    const auto most = scheme.amount_most.value;
    Arguments figures{{"amount", asked}, {"least", least}, {"most", most}};
    if (asked < least) return not_met("amount", amount_not_met, std::move(figures), scheme.amount_least.source);
    if (asked > most) return not_met("amount", amount_not_met, std::move(figures), scheme.amount_most.source);
    return met("amount", amount_met, std::move(figures), scheme.amount_most.source);
}

std::int64_t count_jobs(const Application& application, std::optional<JobKind> kind = {})
{
    std::int64_t count = 0;
    for (const auto& line : application.jobs) {
        if (!kind || line.kind == *kind) count += line.jobs;
    }
    return count;
}

Finding jobs_number(const Facts& facts, const Scheme& scheme)
{
    const auto& least = *scheme.jobs_least;
    const auto jobs = count_jobs(facts.application);
    Arguments figures{{"jobs", std::to_string(jobs)},
                      {"made", std::to_string(count_jobs(facts.application, JobKind::created))},
                      {"kept", std::to_string(count_jobs(facts.application, JobKind::kept))},
                      {"least", std::to_string(least.value)}};
    if (jobs >= least.value) return met("jobs", jobs_met, std::move(figures), least.source);
    return not_met("jobs", jobs_not_met, std::move(figures), least.source);
}

Finding jobs_share(const Facts& facts, const Scheme& scheme)
{
    const auto& least = *scheme.jobs_share_at_most_mbo;
    const auto totals = social_return::total(facts.application.jobs, facts.levels, GeneralSecondary::counts);
    if (!totals) return unknown("jobs_share", jobs_share_unknown, {}, least.source);
    Arguments figures{
        {"mbo", std::to_string(totals->at_most_mbo)}, {"jobs", std::to_string(totals->jobs)}, {"least", least.value}};
    if (social_return::reaches(*totals, least.value)) {
        return met("jobs_share", jobs_share_met, std::move(figures), least.source);
    }
    return not_met("jobs_share", jobs_share_not_met, std::move(figures), least.source);
}

Finding amount_per_job(const Facts& facts, const Scheme& scheme)
{
    const auto& most = *scheme.amount_per_job_most;
    const auto asked = facts.application.amount;
    const auto jobs = count_jobs(facts.application);
    Arguments figures{{"amount", asked}, {"jobs", std::to_string(jobs)}, {"most", most.value}};
    const auto each = social_return::euro_per_job(asked, jobs);
    if (!each) return not_met("amount_per_job", per_job_no_jobs, std::move(figures), most.source);
    figures.push_back({"each", *each});
    if (social_return::within_per_job(asked, jobs, most.value)) {
        return met("amount_per_job", per_job_met, std::move(figures), most.source);
    }
    return not_met("amount_per_job", per_job_not_met, std::move(figures), most.source);
}

Finding own_contribution(const Facts& facts, const Scheme& scheme)
{
    const auto& least = *scheme.own_contribution_least;
    const auto own = facts.application.financing.own;
    const auto investment = investment_of(facts.application);
    Arguments figures{{"own", own}, {"investment", investment}, {"least", least.value}};
    if (Exact::of(own) >= share(investment, least.value)) {
        return met("own_contribution", own_met, std::move(figures), least.source);
    }
    return not_met("own_contribution", own_not_met, std::move(figures), least.source);
}

Finding financing(const Facts& facts)
{
    const auto& plan = facts.application.financing;
    const auto sum = facts.application.amount + plan.own + plan.bank + plan.other;
    const auto investment = investment_of(facts.application);
    Arguments figures{{"amount", facts.application.amount},
                      {"own", plan.own},
                      {"bank", plan.bank},
                      {"other", plan.other},
                      {"sum", sum},
                      {"investment", investment}};
    if (sum == investment) return met("financing", financing_met, std::move(figures), balanced_plan);
    return not_met("financing", financing_not_met, std::move(figures), balanced_plan);
}

Finding not_started(const Facts& facts)
{
    const auto& application = facts.application;
    if (!application.starts_on) return unknown("not_started", start_unknown, {}, incentive);
    Arguments figures{{"start", *application.starts_on}, {"received", application.received_on}};
    if (*application.starts_on > application.received_on) {
        return met("not_started", start_met, std::move(figures), incentive);
    }
    return not_met("not_started", start_not_met, std::move(figures), incentive);
}

Finding double_funding(const Facts& facts)
{
    const auto& said = facts.application.double_funding;
    if (!said) return unknown("double_funding", double_not_said, {}, cumulation);
    if (*said) return unknown("double_funding", double_unknown, {}, cumulation);
    return met("double_funding", double_met, {}, cumulation);
}

Finding money_left(const Facts& facts)
{
    Arguments figures{{"amount", facts.application.amount}, {"available", facts.available}};
    if (facts.application.amount <= facts.available) {
        return met("money_left", money_met, std::move(figures), ceiling_refusal);
    }
    return not_met("money_left", money_not_met, std::move(figures), ceiling_refusal);
}

}  // namespace

Verdict assess(const Facts& facts, const Scheme& scheme)
{
    Verdict verdict{sector(facts, scheme), municipality(facts, scheme)};
    if (scheme.largest) verdict.push_back(size(facts, scheme));
    verdict.push_back(excluded(facts));
    verdict.push_back(difficulty(facts, scheme));
    verdict.push_back(amount(facts, scheme));
    if (scheme.jobs_least) verdict.push_back(jobs_number(facts, scheme));
    if (scheme.jobs_share_at_most_mbo) verdict.push_back(jobs_share(facts, scheme));
    if (scheme.amount_per_job_most) verdict.push_back(amount_per_job(facts, scheme));
    if (scheme.own_contribution_least) verdict.push_back(own_contribution(facts, scheme));
    verdict.push_back(financing(facts));
    verdict.push_back(not_started(facts));
    if (scheme.offer) verdict.push_back(loan_term(facts, scheme));
    if (scheme.cost_categories) verdict.push_back(cost_support(facts, scheme));
    if (scheme.amount_per_worker) verdict.push_back(workers_product(facts, scheme));
    if (scheme.instrument == Instrument::grant_per_worker) verdict.push_back(work_origin(facts));
    if (scheme.premium_share) verdict.push_back(premium(facts, scheme));
    if (scheme.instrument == Instrument::investment_premium) verdict.push_back(foreign_investor(facts));
    verdict.push_back(aid_room(facts, scheme));
    verdict.push_back(double_funding(facts));
    verdict.push_back(money_left(facts));
    return verdict;
}

Outcome overall(const Verdict& verdict)
{
    const auto any = [&](Outcome outcome) {
        return std::any_of(verdict.begin(), verdict.end(), [&](const Finding& f) { return f.outcome == outcome; });
    };
    if (any(Outcome::not_met)) return Outcome::not_met;
    return any(Outcome::unknown) ? Outcome::unknown : Outcome::met;
}

}  // namespace vierkant::schemes
