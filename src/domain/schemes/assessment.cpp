#include "domain/schemes/assessment.h"

#include "base/exact.h"
#include "domain/schemes/messages.h"

#include <algorithm>

namespace vierkant::schemes {

namespace {

constexpr std::int64_t whole = 1'000'000;

struct Texts {
    const Text* met;
    const Text* not_met;
};

Finding found(std::string_view rule, bool met, Texts texts, Arguments figures, std::string source)
{
    return {rule, met ? Outcome::met : Outcome::not_met, met ? texts.met : texts.not_met, std::move(figures),
            std::move(source)};
}

Finding unknown(std::string_view rule, const Text& reason, std::string source)
{
    return {rule, Outcome::unknown, &reason, {}, std::move(source)};
}

template <class T>
bool contains(const std::vector<T>& all, const T& wanted)
{
    return std::find(all.begin(), all.end(), wanted) != all.end();
}

struct Jobs {
    std::int64_t total = 0;
    std::int64_t at_most_mbo = 0;
    bool levels_known = true;
};

Jobs count_jobs(const Facts& facts)
{
    Jobs jobs;
    for (const auto& promise : facts.application.jobs) {
        const auto count = promise.made + promise.kept;
        const auto level = std::find_if(facts.levels.begin(), facts.levels.end(),
                                        [&](const auto& candidate) { return candidate.code == promise.level; });
        jobs.total += count;
        if (level == facts.levels.end()) {
            jobs.levels_known = false;
        } else if (level->at_most_mbo != parties::EducationLevel::AtMostMbo::no) {
            jobs.at_most_mbo += count;
        }
    }
    return jobs;
}

Finding sector(const Facts& facts, const Scheme& scheme)
{
    const auto& firm = facts.undertaking;
    if (!facts.activity || firm.sbi_version != parties::SbiVersion::sbi_2008) {
        return unknown("sector", sector_unknown, scheme.sectors.source);
    }
    return found("sector", contains(scheme.sectors.value, facts.activity->sector), {&sector_met, &sector_not_met},
                 {{"code", firm.sbi_main.text()}, {"sector", std::string{name_of(facts.activity->sector)}}},
                 scheme.sectors.source);
}

Finding municipality(const Facts& facts, const Scheme& scheme)
{
    const auto& code = facts.application.municipality.text();
    return found("municipality", contains(scheme.municipalities.value, code),
                 {&municipality_met, &municipality_not_met}, {{"code", code}}, scheme.municipalities.source);
}

Finding size(const Facts& facts, const Scheme& scheme)
{
    const auto size_found = parties::size_class(facts.undertaking);
    if (!size_found) return unknown("size", size_unknown, scheme.largest.source);
    return found("size", *size_found <= scheme.largest.value, {&size_met, &size_not_met},
                 {{"size", std::string{name_of(*size_found)}}, {"most", std::string{name_of(scheme.largest.value)}}},
                 scheme.largest.source);
}

Finding amount(const Facts& facts, const Scheme& scheme)
{
    const auto asked = facts.application.amount;
    const auto least = scheme.amount_least.value;
    const auto most = scheme.amount_most.value;
    return found("amount", least <= asked && asked <= most, {&amount_met, &amount_not_met},
                 {{"amount", to_text(asked)}, {"least", to_text(least)}, {"most", to_text(most)}},
                 scheme.amount_most.source);
}

Finding jobs_number(const Jobs& jobs, const Scheme& scheme)
{
    return found("jobs", jobs.total >= scheme.jobs_least.value, {&jobs_met, &jobs_not_met},
                 {{"jobs", std::to_string(jobs.total)}, {"least", std::to_string(scheme.jobs_least.value)}},
                 scheme.jobs_least.source);
}

Finding jobs_share(const Jobs& jobs, const Scheme& scheme)
{
    const auto& least = scheme.jobs_share_at_most_mbo;
    if (!jobs.levels_known) return unknown("jobs_share", jobs_share_unknown, least.source);
    return found("jobs_share", jobs.total > 0 && jobs.at_most_mbo * whole >= least.value.millionths * jobs.total,
                 {&jobs_share_met, &jobs_share_not_met},
                 {{"mbo", std::to_string(jobs.at_most_mbo)},
                  {"jobs", std::to_string(jobs.total)},
                  {"least", to_percent_text(least.value)}},
                 least.source);
}

Finding amount_per_job(const Facts& facts, const Jobs& jobs, const Scheme& scheme)
{
    const auto& most = scheme.amount_per_job_most;
    const auto asked = facts.application.amount;
    return found("amount_per_job", asked <= pro_rata(most.value, jobs.total, 1, Rounding::down),
                 {&per_job_met, &per_job_not_met},
                 {{"amount", to_text(asked)}, {"jobs", std::to_string(jobs.total)}, {"most", to_text(most.value)}},
                 most.source);
}

Finding own_contribution(const Facts& facts, const Scheme& scheme)
{
    const auto& application = facts.application;
    const auto& least = scheme.own_contribution_least;
    return found("own_contribution",
                 Exact::of(application.own_contribution) >= share(application.investment, least.value),
                 {&own_met, &own_not_met},
                 {{"own", to_text(application.own_contribution)},
                  {"investment", to_text(application.investment)},
                  {"least", to_percent_text(least.value)}},
                 least.source);
}

Finding financing(const Facts& facts, const Scheme& scheme)
{
    const auto& application = facts.application;
    const auto sum = application.amount + application.own_contribution + application.other_finance;
    return found("financing", sum == application.investment, {&financing_met, &financing_not_met},
                 {{"sum", to_text(sum)}, {"investment", to_text(application.investment)}},
                 scheme.own_contribution_least.source);
}

Finding not_started(const Facts& facts, const Scheme& scheme)
{
    const auto& application = facts.application;
    if (!application.starts_on) return unknown("not_started", start_unknown, scheme.aid_source);
    return found("not_started", *application.starts_on > application.received_on, {&start_met, &start_not_met},
                 {{"start", to_text(*application.starts_on)}, {"received", to_text(application.received_on)}},
                 scheme.aid_source);
}

Finding aid_room(const Facts& facts, const Scheme& scheme)
{
    if (!facts.aid || !facts.aid_ceiling || !facts.equivalent) return unknown("aid", aid_unknown, scheme.aid_source);
    const auto left = state_aid::room(*facts.aid, facts.assessed_on, *facts.aid_ceiling);
    return found(
        "aid", *facts.equivalent <= left, {&aid_met, &aid_not_met},
        {{"aid", to_text(*facts.equivalent)}, {"room", to_text(left)}, {"ceiling", to_text(*facts.aid_ceiling)}},
        scheme.aid_source);
}

Finding excluded(const Facts& facts, const Scheme& scheme)
{
    const auto& firm = facts.undertaking;
    if (firm.insolvent) return found("excluded", false, {&excluded_met, &insolvent_not_met}, {}, scheme.aid_source);
    const auto division = firm.sbi_main.text().substr(0, 2);
    const bool primary = division == "01" || division == "03";
    if (!primary && firm.has_primary_agriculture) return unknown("excluded", excluded_unknown, scheme.aid_source);
    return found("excluded", !primary, {&excluded_met, &excluded_not_met}, {}, scheme.aid_source);
}

Finding money_left(const Facts& facts, const Scheme&)
{
    return found("money_left", facts.application.amount <= facts.available, {&money_met, &money_not_met},
                 {{"amount", to_text(facts.application.amount)}, {"available", to_text(facts.available)}},
                 "Awb art. 4:25");
}

}  // namespace

Verdict assess(const Facts& facts, const Scheme& scheme)
{
    const auto jobs = count_jobs(facts);
    return {sector(facts, scheme),
            municipality(facts, scheme),
            size(facts, scheme),
            excluded(facts, scheme),
            amount(facts, scheme),
            jobs_number(jobs, scheme),
            jobs_share(jobs, scheme),
            amount_per_job(facts, jobs, scheme),
            own_contribution(facts, scheme),
            financing(facts, scheme),
            not_started(facts, scheme),
            aid_room(facts, scheme),
            money_left(facts, scheme)};
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
