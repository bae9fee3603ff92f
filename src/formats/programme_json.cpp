#include "formats/programme_json.h"

#include "domain/parties/identifiers.h"
#include "domain/parties/messages.h"
#include "formats/json_reader.h"
#include "formats/messages.h"

#include <set>

namespace vierkant::formats {

namespace {

std::string iban(Fields& f)
{
    const auto spelled = f.text("iban");
    const auto read = parties::Iban::parse(spelled);
    if (!read) {
        f.require(spelled.empty(), "iban", parties::wrong_iban, {{"value", spelled}});
        return spelled;
    }
    return read->text();
}

std::vector<programme::Contribution> contributions(Fields& f)
{
    std::vector<programme::Contribution> all;
    std::set<std::string> funders;
    for (auto& item : f.objects("contributions")) {
        all.push_back({item.text("funder"), item.text("name"), item.positive_money("amount")});
        item.refuse_unknown();
        item.require(funders.insert(all.back().funder).second, "funder", given_twice, {{"value", all.back().funder}});
    }
    return all;
}

programme::FundPlan fund(Fields& f)
{
    programme::FundPlan plan;
    plan.code = f.text("code");
    plan.title_nl = f.text("title_nl");
    plan.title_en = f.text("title_en");
    plan.measure = f.text("measure");
    plan.ceiling = f.positive_money("ceiling");
    plan.reserve = f.money_or("reserve", Money{});
    plan.iban = iban(f);
    plan.contributions = contributions(f);
    Money sum;
    for (const auto& contribution : plan.contributions) sum += contribution.amount;
    f.require(sum == plan.ceiling, "contributions", contributions_differ,
              {{"sum", to_text(sum)}, {"ceiling", to_text(plan.ceiling)}});
    f.require(plan.reserve <= plan.ceiling, "reserve", reserve_above_ceiling);
    f.refuse_unknown();
    return plan;
}

std::vector<programme::FundPlan> funds(Fields& f)
{
    std::vector<programme::FundPlan> all;
    std::set<std::string> codes;
    std::set<std::string> ibans;
    for (auto& item : f.objects("funds")) {
        all.push_back(fund(item));
        item.require(codes.insert(all.back().code).second, "code", given_twice, {{"value", all.back().code}});
        item.require(ibans.insert(all.back().iban).second, "iban", given_twice, {{"value", all.back().iban}});
    }
    return all;
}

std::vector<programme::TargetPoint> path(Fields& f)
{
    std::vector<programme::TargetPoint> all;
    for (auto& item : f.objects("path")) {
        const programme::TargetPoint point{item.date("day"), item.percent("unemployment")};
        item.require(all.empty() || all.back().day < point.day, "day", path_not_rising);
        item.refuse_unknown();
        all.push_back(point);
    }
    return all;
}

}  // namespace

Result<programme::Programme> read_programme(std::string_view json, const std::string& source)
{
    const auto document = parse_json(json, source);
    if (!document) return document.refusal();
    Fields f{*document, source};
    programme::Programme programme{f.text("code"),
                                   f.text("title_nl"),
                                   f.text("title_en"),
                                   f.date("from"),
                                   f.positive_money("asked"),
                                   {},
                                   {},
                                   {},
                                   {}};
    auto unemployment = f.object("unemployment");
    programme.definition = unemployment.text("definition");
    programme.unemployment_national = unemployment.percent("national");
    programme.path = path(unemployment);
    unemployment.refuse_unknown();
    programme.funds = funds(f);
    f.refuse_unknown();
    if (f.refusal()) return *f.refusal();
    return programme;
}

}  // namespace vierkant::formats
