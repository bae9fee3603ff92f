#include "usecases/init_administration.h"

#include "embedded/embedded.h"
#include "formats/programme_json.h"
#include "formats/reference_tables.h"
#include "formats/scheme_json.h"
#include "storage/dossier_store.h"
#include "storage/migrations.h"
#include "usecases/messages.h"
#include "usecases/reference_data.h"

namespace vierkant::usecases {

namespace {

struct Plan {
    std::string text;
    programme::Programme programme;
    std::vector<programme::Measure> measures;
    std::vector<programme::BaselineRow> baseline;
    parties::EducationLevels levels;
    std::vector<std::pair<schemes::Scheme, std::string>> schemes;  ///< each edition, with its JSON
};

/// What ships with the program is read as strictly as what an administrator offers.
Result<Plan> read_plan(const std::string& programme_json, const std::string& source)
{
    const bool of_2014 = programme_json.empty();
    const std::string folder = "data/reference/";
    auto text = of_2014 ? shipped("data/programme/vierkant.json") : programme_json;
    const auto programme = formats::read_programme(text, of_2014 ? "vierkant.json" : source);
    if (!programme) return programme.refusal();
    const auto measures = formats::read_measures(shipped(folder + "measures.csv"), "measures.csv");
    if (!measures) return measures.refusal();
    const auto levels =
        formats::read_education_levels(shipped(folder + "education_levels.csv"), "education_levels.csv");
    if (!levels) return levels.refusal();
    Plan plan{std::move(text), *programme, *measures, {}, *levels, {}};
    for (const auto& [file, kind] : {std::pair{"sectors_2013.csv", programme::BaselineKind::sector},
                                     std::pair{"industries_2013.csv", programme::BaselineKind::industry}}) {
        const auto rows = formats::read_baseline(shipped(folder + file), file, kind);
        if (!rows) return rows.refusal();
        plan.baseline.insert(plan.baseline.end(), rows->begin(), rows->end());
    }
    for (const auto name : embedded::files_under("data/schemes/")) {
        auto document = shipped(std::string{name});
        auto scheme = formats::read_scheme(document, std::string{name});
        if (!scheme) return scheme.refusal();
        plan.schemes.emplace_back(std::move(*scheme), std::move(document));
    }
    return plan;
}

std::string band_name(parties::EducationLevel::Band band)
{
    using Band = parties::EducationLevel::Band;
    return band == Band::low ? "low" : band == Band::middle ? "middle" : "high";
}

void write_levels(storage::Work& work, const parties::EducationLevels& levels)
{
    for (const auto& level : levels) {
        // havo and vwo: the handbook's default is that they count (section C).
        const std::int64_t counts = level.at_most_mbo != parties::EducationLevel::AtMostMbo::no;
        work.add(storage::facts::education_level, {storage::administration, level.code, level.title_nl, level.title_en,
                                                   counts, band_name(level.band), std::int64_t{level.order}});
    }
}

void contribute(storage::Work& work, FundId fund, const programme::FundPlan& plan)
{
    std::int64_t funder = 0;
    for (const auto& contribution : plan.contributions) {
        work.post({fund,
                   work.today(),
                   "Storting " + contribution.name,
                   {{ledger::Account::bank, ledger::capital(funder++), contribution.amount}}});
    }
}

}  // namespace

Result<InitReceipt> init_administration(storage::Connection& connection, const storage::Task& task,
                                        const std::string& programme_json, const std::string& source)
{
    const auto plan = read_plan(programme_json, source);
    if (!plan) return plan.refusal();
    storage::migrate(connection);
    if (storage::has_administration(connection)) return refuse(already_there);
    storage::Work work{connection, task};
    work.add(storage::facts::setting, {storage::administration, "programme", std::int64_t{1}, plan->text});
    storage::add_programme(work, plan->programme);
    for (const auto& measure : plan->measures) storage::add_measure(work, measure);
    for (const auto& row : plan->baseline) storage::add_baseline(work, row);
    write_levels(work, plan->levels);
    for (const auto& [scheme, document] : plan->schemes) storage::add_scheme_edition(work, scheme, document);
    for (const auto& fund : plan->programme.funds) contribute(work, storage::open_fund(work, fund), fund);
    work.commit(plan->programme.code);

    return InitReceipt{plan->programme.title_nl,
                       plan->programme.title_en,
                       plan->measures.size(),
                       programme::sum_of(plan->measures),
                       plan->programme.asked,
                       plan->programme.from,
                       programme::last_day(plan->programme),
                       plan->programme.path,
                       plan->baseline.size(),
                       plan->schemes.size(),
                       storage::fund_standings(connection)};
}

}  // namespace vierkant::usecases
