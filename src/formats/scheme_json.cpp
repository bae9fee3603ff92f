#include "formats/scheme_json.h"

#include "base/bsn.h"
#include "domain/parties/messages.h"
#include "formats/json_reader.h"
#include "formats/messages.h"

namespace vierkant::formats {

namespace {

using parties::Sector;
using parties::SizeClass;

constexpr std::int64_t most_jobs = 100'000;

const std::vector<std::pair<std::string_view, Sector>> sectors{
    {"industry", Sector::industry}, {"technology", Sector::technology}, {"logistics", Sector::logistics}};
const std::vector<std::pair<std::string_view, SizeClass>> sizes{{"micro", SizeClass::micro},
                                                                {"small", SizeClass::small},
                                                                {"medium", SizeClass::medium},
                                                                {"large", SizeClass::large}};

/// The parameter under the key; `read` takes its "value".
template <class Read>
auto sourced(Fields& parent, std::string_view key, Read read)
{
    auto f = parent.object(key);
    schemes::Sourced<decltype(read(f))> parameter{read(f), f.text("source")};
    f.refuse_unknown();
    return parameter;
}

std::vector<Sector> sector_list(Fields& f)
{
    std::vector<Sector> all;
    for (const auto& name : f.texts_or_none("value")) {
        bool known = false;
        for (const auto& [candidate, sector] : sectors) {
            if (candidate != name) continue;
            all.push_back(sector);
            known = true;
        }
        f.require(known, "value", unknown_name, {{"value", name}, {"known", "industry, technology, logistics"}});
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

template <class Identifier>
Identifier identifier(Fields& f, std::string_view key, const Text& wrong, std::string_view harmless)
{
    const auto spelled = f.text(key);
    auto read = Identifier::parse(spelled);
    if (read) return std::move(*read);
    f.require(spelled.empty(), key, wrong, {{"value", spelled}});
    return *Identifier::parse(harmless);
}

/// A text of the applicant's own; no place for a citizen service number.
std::string free_text(Fields& f, std::string_view key)
{
    auto text = f.text(key);
    f.require(!contains_bsn(text), key, holds_bsn);
    return text;
}

std::vector<schemes::JobPromise> jobs(Fields& f)
{
    std::vector<schemes::JobPromise> all;
    for (auto& item : f.objects("jobs")) {
        all.push_back({free_text(item, "level"), item.integer_or("made", 0, most_jobs, 0),
                       item.integer_or("kept", 0, most_jobs, 0)});
        item.refuse_unknown();
    }
    return all;
}

}  // namespace

Result<schemes::Scheme> read_scheme(std::string_view json, const std::string& source)
{
    const auto document = parse_json(json, source);
    if (!document) return document.refusal();
    Fields f{*document, source};
    const auto money = [](Fields& p) { return p.money("value"); };
    const auto share = [](Fields& p) { return p.percent("value"); };
    schemes::Scheme scheme{
        .code = f.text("code"),
        .title_nl = f.text("title_nl"),
        .title_en = f.text("title_en"),
        .fund = f.text("fund"),
        .from = f.date("from"),
        .until = f.optional_date("until"),
        .sectors = sourced(f, "sectors", sector_list),
        .municipalities = sourced(f, "municipalities", municipality_list),
        .largest = sourced(f, "largest", [](Fields& p) { return p.one_of("value", sizes); }),
        .amount_least = sourced(f, "amount_least", money),
        .amount_most = sourced(f, "amount_most", money),
        .jobs_least = sourced(f, "jobs_least", [](Fields& p) { return p.integer("value", 0, most_jobs); }),
        .jobs_share_at_most_mbo = sourced(f, "jobs_share_at_most_mbo", share),
        .amount_per_job_most = sourced(f, "amount_per_job_most", money),
        .own_contribution_least = sourced(f, "own_contribution_least", share),
        .aid_source = f.text("aid_source")};
    f.require(scheme.amount_least.value <= scheme.amount_most.value, "amount_most", limits_crossed);
    f.require(!scheme.until || scheme.from <= *scheme.until, "until", limits_crossed);
    f.refuse_unknown();
    if (f.refusal()) return *f.refusal();
    return scheme;
}

Result<schemes::Application> read_application(std::string_view json, const std::string& source)
{
    const auto document = parse_json(json, source);
    if (!document) return document.refusal();
    Fields f{*document, source};
    schemes::Application application{
        .scheme = f.text("scheme"),
        .applicant = identifier<parties::KvkNumber>(f, "applicant", parties::wrong_kvk, "00000000"),
        .purpose = free_text(f, "purpose"),
        .received_on = f.date("received_on"),
        .starts_on = f.optional_date("starts_on"),
        .municipality =
            identifier<parties::MunicipalityCode>(f, "municipality", parties::wrong_municipality_code, "GM0000"),
        .amount = f.positive_money("amount"),
        .investment = f.positive_money("investment"),
        .own_contribution = f.money("own_contribution"),
        .other_finance = f.money_or("other_finance", Money{}),
        .jobs = jobs(f)};
    f.refuse_unknown();
    if (f.refusal()) return *f.refusal();
    return application;
}

}  // namespace vierkant::formats
