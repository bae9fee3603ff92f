#include "formats/scheme_json.h"

#include "domain/parties/messages.h"
#include "formats/dunning_json.h"
#include "formats/json_reader.h"
#include "formats/messages.h"
#include "formats/offer_json.h"

#include <algorithm>
#include <map>

namespace vierkant::formats {

namespace {

using parties::Sector;
using parties::SizeClass;
using schemes::AidBasis;
using schemes::Instrument;
using schemes::Maybe;
using schemes::Sourced;

constexpr std::int64_t most_jobs = 100'000;
constexpr std::int64_t most_weeks = 104;
constexpr std::int64_t most_months = 240;

template <class T>
using Names = std::vector<std::pair<std::string_view, T>>;

const Names<Sector> sectors{
    {"industry", Sector::industry}, {"technology", Sector::technology}, {"logistics", Sector::logistics}};
const Names<SizeClass> sizes{{"micro", SizeClass::micro},
                             {"small", SizeClass::small},
                             {"medium", SizeClass::medium},
                             {"large", SizeClass::large}};
const Names<Instrument> instruments{{"loan", Instrument::loan},
                                    {"proof-production-loan", Instrument::proof_production_loan},
                                    {"grant-per-worker", Instrument::grant_per_worker},
                                    {"grant-on-cost", Instrument::grant_on_cost},
                                    {"investment-premium", Instrument::investment_premium}};
const Names<AidBasis> bases{{"de-minimis", AidBasis::de_minimis},
                            {"sme-investment-or-de-minimis", AidBasis::sme_investment_or_de_minimis}};

/// Reads parameters and finds what their sources mean.
class Parameters {
public:
    explicit Parameters(Fields& scheme) : scheme_{scheme}
    {
        for (auto& source : scheme.objects("sources")) {
            names_[source.text("name")] = {source.text("nl"), source.text("en")};
            source.refuse_unknown();
        }
    }

    /// The parameter under the key; `read` takes its "value".
    template <class Read>
    auto required(std::string_view key, Read read)
    {
        auto f = scheme_.object(key);
        auto value = read(f);
        const auto name = f.text("source");
        const auto known = names_.find(name);
        f.require(known != names_.end(), "source", source_unknown, {{"value", name}});
        f.refuse_unknown();
        return Sourced<decltype(value)>{std::move(value), known == names_.end() ? Word{} : known->second};
    }
    template <class Read>
    auto optional(std::string_view key, Read read) -> std::optional<decltype(required(key, read))>
    {
        if (!scheme_.has(key)) return std::nullopt;
        return required(key, read);
    }

private:
    Fields& scheme_;
    std::map<std::string, Word> names_;
};

std::vector<Sector> sector_list(Fields& f)
{
    std::vector<Sector> all;
    for (const auto& name : f.texts_or_none("value")) {
        const auto known =
            std::find_if(sectors.begin(), sectors.end(), [&](const auto& sector) { return sector.first == name; });
        if (known != sectors.end()) all.push_back(known->second);
        f.require(known != sectors.end(), "value", unknown_name,
                  {{"value", name}, {"known", "industry, technology, logistics"}});
    }
    f.require(!all.empty(), "value", missing);
    return all;
}

std::vector<std::string> municipality_list(Fields& f)
{
    auto all = f.texts_or_none("value");
    for (const auto& code : all) {
        f.require(bool{parties::MunicipalityCode::parse(code)}, "value", parties::wrong_municipality_code,
                  {{"value", code}});
    }
    f.require(!all.empty(), "value", missing);
    return all;
}

std::vector<std::string> category_list(Fields& f)
{
    auto all = f.texts_or_none("value");
    f.require(!all.empty(), "value", missing);
    return all;
}

std::vector<grants::CostCategory> cost_categories(Fields& f)
{
    std::vector<grants::CostCategory> all;
    for (auto& item : f.objects("value")) {
        grants::CostCategory category{item.text("code"), item.percent("share"), item.positive_money("most"), {}};
        category.title = {item.text("title_nl"), item.text("title_en")};
        const bool twice = std::any_of(all.begin(), all.end(), [&](const auto& c) { return c.code == category.code; });
        item.require(!twice, "code", given_twice, {{"value", category.code}});
        item.refuse_unknown();
        all.push_back(std::move(category));
    }
    f.require(!all.empty(), "value", missing);
    return all;
}

schemes::LoanOffer loan_offer(Fields& f)
{
    auto value = f.object("value");
    auto offer = read_offer(value);
    value.refuse_unknown();
    return offer;
}

arrears::DunningPlan dunning_plan(Fields& f)
{
    auto value = f.object("value");
    return read_dunning(value);
}

Money money(Fields& f)
{
    return f.money("value");
}
Rate share(Fields& f)
{
    return f.percent("value");
}
Hours hours(Fields& f)
{
    return {f.money("value").in_cents()};  // hours too have two decimals
}
auto integer(std::int64_t most)
{
    return [most](Fields& f) { return f.integer("value", 0, most); };
}

/// Which parameters an instrument must have, and which only it may have.
void check_instrument(Fields& f, const schemes::Scheme& scheme)
{
    const auto is = [&](Instrument instrument) { return scheme.instrument == instrument; };
    const auto belongs = [&](bool here, bool present, std::string_view key) {
        f.require(!here || present, key, instrument_lacks);
        f.require(here || !present, key, instrument_has_not);
    };
    const bool loan = is(Instrument::loan) || is(Instrument::proof_production_loan);
    const bool on_cost = is(Instrument::proof_production_loan) || is(Instrument::grant_on_cost);
    const bool per_worker = is(Instrument::grant_per_worker);
    const bool premium = is(Instrument::investment_premium);
    belongs(loan, scheme.offer.has_value(), "offer");
    belongs(on_cost, scheme.cost_categories.has_value(), "cost_categories");
    belongs(per_worker, scheme.amount_per_worker.has_value(), "amount_per_worker");
    belongs(per_worker, scheme.hours_least.has_value(), "hours_least");
    belongs(per_worker, scheme.months_kept.has_value(), "months_kept");
    belongs(premium, scheme.premium_share.has_value(), "premium_share");
    belongs(premium, scheme.premium_categories.has_value(), "premium_categories");
}

}  // namespace

Result<schemes::Scheme> read_scheme(std::string_view json, const std::string& source)
{
    const auto document = parse_json(json, source);
    if (!document) return document.refusal();
    Fields f{*document, source};
    Parameters parameters{f};
    schemes::Scheme scheme{
        .code = f.text("code"),
        .title_nl = f.text("title_nl"),
        .title_en = f.text("title_en"),
        .fund = f.text("fund"),
        .measure = f.text("measure"),
        .instrument = f.one_of("instrument", instruments),
        .from = f.date("from"),
        .until = f.optional_date("until"),
        .decision_weeks = parameters.required("decision_weeks", integer(most_weeks)),
        .sectors = parameters.required("sectors", sector_list),
        .municipalities = parameters.required("municipalities", municipality_list),
        .amount_least = parameters.required("amount_least", money),
        .amount_most = parameters.required("amount_most", money),
        .aid = parameters.required("aid", [](Fields& p) { return p.one_of("value", bases); }),
        .largest = parameters.optional("largest", [](Fields& p) { return p.one_of("value", sizes); }),
        .jobs_least = parameters.optional("jobs_least", integer(most_jobs)),
        .jobs_share_at_most_mbo = parameters.optional("jobs_share_at_most_mbo", share),
        .amount_per_job_most = parameters.optional("amount_per_job_most", money),
        .own_contribution_least = parameters.optional("own_contribution_least", share),
        .offer = parameters.optional("offer", loan_offer),
        .cost_categories = parameters.optional("cost_categories", cost_categories),
        .amount_per_worker = parameters.optional("amount_per_worker", money),
        .hours_least = parameters.optional("hours_least", hours),
        .months_kept = parameters.optional("months_kept", integer(most_months)),
        .premium_share = parameters.optional("premium_share", share),
        .premium_categories = parameters.optional("premium_categories", category_list),
        .dunning = parameters.optional("dunning", dunning_plan)};
    f.require(scheme.amount_least.value <= scheme.amount_most.value, "amount_most", limits_crossed);
    f.require(!scheme.until || scheme.from <= *scheme.until, "until", limits_crossed);
    check_instrument(f, scheme);
    f.refuse_unknown();
    if (f.refusal()) return *f.refusal();
    return scheme;
}

}  // namespace vierkant::formats
