#include "formats/grant_terms_json.h"

#include "formats/json_reader.h"

#include <utility>

namespace vierkant::formats {

namespace {

constexpr int most_workers = 100'000;
constexpr int most_months = 120;

grants::WorkerTerms worker_terms(Fields& fields)
{
    grants::WorkerTerms terms;
    terms.workers = fields.integer("workers", 1, most_workers);
    terms.per_worker = fields.positive_money("amount_per_worker");
    // Two decimals, as money has: hundredths of an hour.
    terms.hours_least = Hours{fields.money("hours_least").in_cents()};
    terms.months_kept = static_cast<int>(fields.integer("months_kept", 0, most_months));
    return terms;
}

grants::CostTerms cost_terms(Fields& fields)
{
    grants::CostTerms terms;
    for (auto& category : fields.objects("categories")) {
        terms.categories.push_back({category.text("code"), category.percent("share"), category.positive_money("most")});
        category.refuse_unknown();
    }
    return terms;
}

enum class Per { worker, cost };

struct ToJson {
    Json operator()(const grants::WorkerTerms& terms) const
    {
        return {{"per", "worker"},
                {"workers", terms.workers},
                {"amount_per_worker", to_text(terms.per_worker)},
                {"hours_least", to_text(Money::cents(terms.hours_least.hundredths))},
                {"months_kept", terms.months_kept}};
    }
    Json operator()(const grants::CostTerms& terms) const
    {
        Json json{{"per", "cost"}, {"categories", Json::array()}};
        for (const auto& category : terms.categories) {
            json["categories"].push_back({{"code", category.code},
                                          {"share", to_percent_text(category.share)},
                                          {"most", to_text(category.most)}});
        }
        return json;
    }
};

}  // namespace

Result<grants::Terms> read_grant_terms(std::string_view text, const std::string& source)
{
    const auto json = parse_json(text, source);
    if (!json) return json.refusal();
    Fields fields{*json, source};
    const auto per = fields.one_of<Per>("per", {{"worker", Per::worker}, {"cost", Per::cost}});
    auto terms = per == Per::worker ? grants::Terms{worker_terms(fields)} : grants::Terms{cost_terms(fields)};
    fields.refuse_unknown();
    if (const auto& wrong = fields.refusal()) return *wrong;
    return terms;
}

std::string write_grant_terms(const grants::Terms& terms)
{
    return std::visit(ToJson{}, terms).dump();
}

}  // namespace vierkant::formats
