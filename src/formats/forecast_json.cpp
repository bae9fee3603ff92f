#include "formats/forecast_json.h"

#include "formats/json_reader.h"
#include "formats/messages.h"

#include <array>
#include <limits>

namespace vierkant::formats {

namespace {

using forecast::Scenario;

constexpr std::array<std::string_view, 3> codes{"expected", "cautious", "favourable"};

int whole(Fields& f, std::string_view key, int least, int most)
{
    return static_cast<int>(f.integer(key, least, most));
}

Scenario read_scenario(Fields& f)
{
    Scenario scenario;
    scenario.code = f.text("code");
    scenario.title = {f.text("title_nl"), f.text("title_en")};
    scenario.default_performing = f.percent("default_performing");
    scenario.default_watch = f.percent("default_watch");
    scenario.recovery = f.percent("recovery");
    scenario.recovery_months = whole(f, "recovery_months", 0, forecast::most_months);
    scenario.late_share = f.percent("late_share");
    scenario.late_months = whole(f, "late_months", 0, 24);
    scenario.payout_months = whole(f, "payout_months", 1, 24);
    scenario.applications_awarded = f.percent("applications_awarded");
    scenario.proposals_awarded = f.percent("proposals_awarded");
    scenario.costs_yearly = f.percent("costs_yearly");
    scenario.new_loans_yearly = whole(f, "new_loans_yearly", 0, 10'000);
    auto loan = f.object("new_loan");
    scenario.new_loan = {loan.positive_money("amount"), loan.percent("annual_percent"),
                         whole(loan, "instalments", 1, forecast::most_months),
                         whole(loan, "principal_grace", 0, forecast::most_months)};
    loan.refuse_unknown();
    f.refuse_unknown();
    return scenario;
}

}  // namespace

Result<forecast::Assumptions> read_assumptions(std::string_view json, const std::string& source)
{
    const auto document = parse_json(json, source);
    if (!document) return document.refusal();
    Fields f{*document, source};
    forecast::Assumptions assumptions;
    assumptions.paths = f.integer("paths", 1, forecast::most_paths);
    assumptions.seed = static_cast<std::uint64_t>(f.integer("seed", 0, std::numeric_limits<std::int64_t>::max()));
    assumptions.sure = f.percent("sure");
    assumptions.likely = f.percent("likely");
    for (auto& item : f.objects("scenarios")) {
        auto& scenarios = assumptions.scenarios;
        scenarios.push_back(read_scenario(item));
        const auto place = scenarios.size() - 1;
        const bool known = place < codes.size() && scenarios.back().code == codes.at(place);
        item.require(known, "code", scenarios_out_of_order);
        if (f.refusal()) return *f.refusal();
        if (const auto right = forecast::check(scenarios.back()); !right) {
            return bad_input(*right.refusal().text, right.refusal().arguments,
                             source + " /scenarios/" + std::to_string(place));
        }
    }
    f.require(assumptions.scenarios.size() == codes.size(), "scenarios", scenarios_out_of_order);
    f.refuse_unknown();
    if (f.refusal()) return *f.refusal();
    return assumptions;
}

}  // namespace vierkant::formats
