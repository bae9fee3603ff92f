#include "formats/application_json.h"

#include "base/bsn.h"
#include "domain/parties/messages.h"
#include "formats/messages.h"
#include "formats/offer_json.h"

#include <algorithm>
#include <functional>

namespace vierkant::formats {

namespace {

using social_return::JobKind;
using state_aid::Rating;

constexpr std::int64_t most_jobs = 100'000;
constexpr std::int64_t most_months = 1200;

template <class T>
using Names = std::vector<std::pair<std::string_view, T>>;

const Names<JobKind> kinds{{"made", JobKind::created}, {"kept", JobKind::kept}};
const Names<Rating> ratings{{"strong", Rating::strong}, {"good", Rating::good}, {"satisfactory", Rating::satisfactory},
                            {"weak", Rating::weak},     {"bad", Rating::bad},   {"none", Rating::none}};

template <class T>
std::string name_of(const Names<T>& names, T value)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& pair) { return pair.second == value; });
    return std::string{found->first};
}

template <class Identifier>
Identifier identifier(Fields& f, std::string_view key, const Text& wrong, std::string_view harmless)
{
    const auto spelled = f.text(key);
    auto read = Identifier::parse(spelled);
    if (read) return std::move(*read);
    f.require(spelled.empty(), key, wrong, {{"value", spelled}});
    return *Identifier::parse(harmless);
}

/// The place of the first text, key or number that holds a citizen service number. An amount with cents is none.
std::optional<std::string> place_of_bsn(const Json& value, const std::string& pointer)
{
    if (value.is_object()) {
        for (const auto& item : value.items()) {
            const auto here = pointer + "/" + item.key();
            if (contains_bsn(item.key())) return here;
            if (auto found = place_of_bsn(item.value(), here)) return found;
        }
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (auto found = place_of_bsn(value[i], pointer + "/" + std::to_string(i))) return found;
        }
    } else if (value.is_string()) {
        const auto text = value.get<std::string>();
        const bool amount = text.find('.') != std::string::npos && parse_money(text);
        if (!amount && contains_bsn(text)) return pointer;
    } else if (value.is_number() && contains_bsn(value.dump())) {
        return pointer;
    }
    return std::nullopt;
}

std::string country(Fields& f, std::string_view key)
{
    auto code = f.text_or(key, "");
    const bool capitals = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    f.require(code.empty() || (code.size() == 2 && capitals), key, not_country, {{"value", code}});
    return code;
}

std::vector<schemes::PlanLine> investment_plan(Fields& f)
{
    std::vector<schemes::PlanLine> all;
    for (auto& item : f.objects("investment_plan")) {
        all.push_back({item.text("description"), item.positive_money("amount"), item.text_or("category", "")});
        item.refuse_unknown();
    }
    f.require(!all.empty(), "investment_plan", missing);
    return all;
}

schemes::FinancingPlan financing(Fields f)
{
    const schemes::FinancingPlan plan{f.money("own"), f.money_or("bank", Money{}), f.money_or("other", Money{})};
    f.refuse_unknown();
    return plan;
}

std::vector<social_return::JobLine> jobs(Fields& f)
{
    std::vector<social_return::JobLine> all;
    for (auto& item : f.objects_or_none("jobs")) {
        social_return::JobLine line;
        line.kind = item.one_of("kind", kinds);
        line.level = item.text("level");
        line.target_group = item.text_or("target_group", "");
        line.jobs = item.integer("jobs", 1, most_jobs);
        line.hours = {item.money_or("hours", Money{}).in_cents()};  // hours too have two decimals
        item.refuse_unknown();
        all.push_back(std::move(line));
    }
    return all;
}

std::optional<std::vector<state_aid::AwardedAid>> declared_aid(Fields& f)
{
    if (!f.has("de_minimis_aid")) return std::nullopt;
    std::vector<state_aid::AwardedAid> all;
    for (auto& item : f.objects("de_minimis_aid")) {
        static const Names<std::string> regulations{{"2023/2831", "2023/2831"}, {"1407/2013", "1407/2013"},
                                                    {"1408/2013", "1408/2013"}, {"717/2014", "717/2014"},
                                                    {"2023/2832", "2023/2832"}, {"360/2012", "360/2012"}};
        const auto day = item.date("awarded_on");
        all.push_back({day, item.positive_money("amount"), item.one_of("regulation", regulations)});
        item.refuse_unknown();
    }
    return all;
}

}  // namespace

Result<schemes::Application> read_application(std::string_view json, const std::string& source)
{
    const auto document = parse_json(json, source);
    if (!document) return document.refusal();
    if (const auto place = place_of_bsn(*document, "")) return bad_input(holds_bsn, {}, source + " " + *place);
    Fields f{*document, source};
    schemes::Application application{
        .scheme = f.text("scheme"),
        .applicant = identifier<parties::KvkNumber>(f, "applicant", parties::wrong_kvk, "00000000"),
        .purpose = f.text("purpose"),
        .received_on = f.date("received_on"),
        .starts_on = f.optional_date("starts_on"),
        .municipality =
            identifier<parties::MunicipalityCode>(f, "municipality", parties::wrong_municipality_code, "GM0000"),
        .amount = f.positive_money("amount"),
        .investment_plan = investment_plan(f),
        .financing = financing(f.object("financing")),
        .jobs = jobs(f),
        .drawing = read_drawing_plan(f),
        .term_months = f.optional_integer("term_months", 1, most_months),
        .collateral = f.optional_percent("collateral"),
        .rating = f.optional_one_of("rating", ratings),
        .workers = f.optional_integer("workers", 1, most_jobs),
        .work_comes_from = country(f, "work_comes_from"),
        .foreign_parent = country(f, "foreign_parent"),
        .double_funding = f.optional_flag("double_funding"),
        .in_difficulty = f.optional_flag("in_difficulty"),
        .declared_aid = declared_aid(f),
        .fiscal_year_starts = static_cast<int>(f.integer_or("fiscal_year_starts", 1, 12, 1))};
    const bool covers =
        !application.collateral || (*application.collateral >= percent(0) && *application.collateral <= percent(100));
    f.require(covers, "collateral", not_covering);
    f.refuse_unknown();
    if (f.refusal()) return *f.refusal();
    return application;
}

Json application_json(const schemes::Application& application)
{
    Json json{{"scheme", application.scheme},
              {"applicant", application.applicant.text()},
              {"purpose", application.purpose},
              {"received_on", to_text(application.received_on)}};
    if (application.starts_on) json["starts_on"] = to_text(*application.starts_on);
    json["municipality"] = application.municipality.text();
    json["amount"] = to_text(application.amount);
    json["investment_plan"] = Json::array();
    for (const auto& line : application.investment_plan) {
        Json item{{"description", line.description}, {"amount", to_text(line.amount)}};
        if (!line.category.empty()) item["category"] = line.category;
        json["investment_plan"].push_back(std::move(item));
    }
    json["financing"] = {{"own", to_text(application.financing.own)},
                         {"bank", to_text(application.financing.bank)},
                         {"other", to_text(application.financing.other)}};
    json["jobs"] = Json::array();
    for (const auto& line : application.jobs) {
        Json item{{"kind", name_of(kinds, line.kind)}, {"level", line.level}};
        if (!line.target_group.empty()) item["target_group"] = line.target_group;
        item["jobs"] = line.jobs;
        item["hours"] = to_text(Money::cents(line.hours.hundredths));
        json["jobs"].push_back(std::move(item));
    }
    write_drawing_plan(json, application.drawing);
    if (application.term_months) json["term_months"] = *application.term_months;
    if (application.collateral) json["collateral"] = to_percent_text(*application.collateral);
    if (application.rating) json["rating"] = name_of(ratings, *application.rating);
    if (application.workers) json["workers"] = *application.workers;
    if (!application.work_comes_from.empty()) json["work_comes_from"] = application.work_comes_from;
    if (!application.foreign_parent.empty()) json["foreign_parent"] = application.foreign_parent;
    if (application.double_funding) json["double_funding"] = *application.double_funding;
    if (application.in_difficulty) json["in_difficulty"] = *application.in_difficulty;
    if (application.declared_aid) {
        json["de_minimis_aid"] = Json::array();
        for (const auto& aid : *application.declared_aid) {
            json["de_minimis_aid"].push_back({{"awarded_on", to_text(aid.awarded_on)},
                                              {"amount", to_text(aid.equivalent)},
                                              {"regulation", aid.regulation}});
        }
    }
    json["fiscal_year_starts"] = application.fiscal_year_starts;
    return json;
}

}  // namespace vierkant::formats
