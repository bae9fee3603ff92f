#include "formats/undertaking_json.h"

#include "base/bsn.h"
#include "base/mod_97.h"
#include "domain/parties/messages.h"
#include "formats/messages.h"

#include <set>

namespace vierkant::formats {

namespace {

using parties::LegalForm;
using parties::SbiVersion;
using parties::Tie;

constexpr std::int64_t most_people = 10'000'000;

const std::vector<std::pair<std::string_view, LegalForm>> legal_forms{
    {"bv", LegalForm::private_company},      {"nv", LegalForm::public_company},
    {"eenmanszaak", LegalForm::sole_trader}, {"vof", LegalForm::partnership},
    {"maatschap", LegalForm::partnership},   {"cv", LegalForm::limited_partnership},
    {"cooperatie", LegalForm::cooperative},  {"stichting", LegalForm::foundation},
    {"vereniging", LegalForm::association},  {"buitenlands", LegalForm::foreign},
};
const std::vector<std::pair<std::string_view, SbiVersion>> sbi_versions{{"2008", SbiVersion::sbi_2008},
                                                                        {"2025", SbiVersion::sbi_2025}};
const std::vector<std::pair<std::string_view, Tie>> ties{
    {"parent", Tie::parent}, {"linked", Tie::linked}, {"partner", Tie::partner}};

/// The identifier under the key, or `harmless` after a refusal, so that reading goes on in one straight list.
template <class Identifier>
Identifier identifier(Fields& f, std::string_view key, const Text& wrong, std::string_view harmless)
{
    const auto spelled = f.text(key);
    auto read = Identifier::parse(spelled);
    if (read) return std::move(*read);
    f.require(spelled.empty(), key, wrong, {{"value", spelled}});
    return *Identifier::parse(harmless);
}

template <class Identifier>
std::optional<Identifier> optional_identifier(Fields& f, std::string_view key, const Text& wrong,
                                              std::string_view harmless)
{
    if (f.text_or(key, "").empty()) return std::nullopt;
    return identifier<Identifier>(f, key, wrong, harmless);
}

parties::Address address(Fields f)
{
    parties::Address read{
        f.text("street"), f.text("house_number"),
        identifier<parties::Postcode>(f, "postcode", parties::wrong_postcode, "1000AA").text(), f.text("place"),
        identifier<parties::MunicipalityCode>(f, "municipality", parties::wrong_municipality_code, "GM0000")};
    f.refuse_unknown();
    return read;
}

/// The name under which a value is written: the first that is read as it.
template <class T>
std::string name_in(const std::vector<std::pair<std::string_view, T>>& names, T value)
{
    for (const auto& [name, named] : names) {
        if (named == value) return std::string{name};
    }
    verify(false, "every value has a name");
    return {};
}

/// The tax office made the VAT ids of sole traders of their BSN until 2020, and gives them no RSIN.
void refuse_bsn(Fields& f, const parties::Undertaking& undertaking)
{
    f.require(!contains_bsn(undertaking.name), "name", holds_bsn);
    if (undertaking.legal_form != LegalForm::sole_trader) return;
    f.require(!undertaking.rsin, "rsin", sole_trader_rsin);
    f.require(!undertaking.vat_id || mod_97(undertaking.vat_id->text()) == 1, "vat_id", sole_trader_vat_id);
}

std::optional<parties::Figures> figures(Fields& parent)
{
    if (!parent.has("figures")) return std::nullopt;
    auto f = parent.object("figures");
    const parties::Figures read{f.integer("headcount", 0, most_people), f.money("turnover"), f.money("balance_total")};
    f.refuse_unknown();
    return read;
}

std::vector<parties::ActivityCode> side_activities(Fields& f)
{
    std::vector<parties::ActivityCode> all;
    for (const auto& spelled : f.texts_or_none("sbi_side")) {
        const auto code = parties::ActivityCode::parse(spelled);
        f.require(bool{code}, "sbi_side", parties::wrong_activity_code, {{"value", spelled}});
        if (code) all.push_back(*code);
    }
    return all;
}

parties::Relation relation(Fields& f)
{
    parties::Relation read{identifier<parties::KvkNumber>(f, "kvk", parties::wrong_kvk, "00000000"),
                           f.text("name"),
                           f.one_of("tie", ties),
                           {},
                           {}};
    if (read.tie == Tie::partner) {
        read.holding = f.percent("holding");
        f.require(read.holding >= percent(25) && read.holding <= percent(50), "holding", partner_holding);
    } else {
        read.holding = f.percent_or("holding", percent(100));
    }
    read.figures = figures(f);
    f.refuse_unknown();
    return read;
}

std::vector<parties::Relation> relations(Fields& f, const parties::KvkNumber& own)
{
    std::vector<parties::Relation> all;
    std::set<std::string> seen{own.text()};
    for (auto& item : f.objects_or_none("relations")) {
        all.push_back(relation(item));
        const auto& kvk = all.back().kvk.text();
        item.require(seen.insert(kvk).second, "kvk", given_twice, {{"value", kvk}});
    }
    return all;
}

}  // namespace

Result<parties::Undertaking> read_undertaking(std::string_view json, const std::string& source)
{
    const auto document = parse_json(json, source);
    if (!document) return document.refusal();
    Fields f{*document, source};
    parties::Undertaking undertaking{
        .name = f.text("name"),
        .kvk = identifier<parties::KvkNumber>(f, "kvk", parties::wrong_kvk, "00000000"),
        .rsin = optional_identifier<parties::Rsin>(f, "rsin", parties::wrong_rsin, "800000006"),
        .vat_id = optional_identifier<parties::VatId>(f, "vat_id", parties::wrong_vat_id, "NL800000006B01"),
        .iban = optional_identifier<parties::Iban>(f, "iban", parties::wrong_iban, "NL13TEST0123456789"),
        .legal_form = f.one_of("legal_form", legal_forms),
        .sbi_version = f.one_of_or("sbi_version", sbi_versions, SbiVersion::sbi_2008),
        .sbi_main = identifier<parties::ActivityCode>(f, "sbi_main", parties::wrong_activity_code, "00"),
        .sbi_side = side_activities(f),
        .address = address(f.object("address")),
        .figures = figures(f),
        .relations = {},
        .road_freight_for_hire = f.flag_or("road_freight_for_hire", false),
        .insolvent = f.flag_or("insolvent", false),
        .held_by_public_bodies = f.flag_or("held_by_public_bodies", false),
        .has_primary_agriculture = f.flag_or("has_primary_agriculture", false)};
    undertaking.relations = relations(f, undertaking.kvk);
    refuse_bsn(f, undertaking);
    f.refuse_unknown();
    if (f.refusal()) return *f.refusal();
    return undertaking;
}

namespace {

Json figures_json(const parties::Figures& figures)
{
    return {{"headcount", figures.headcount},
            {"turnover", to_text(figures.turnover)},
            {"balance_total", to_text(figures.balance_total)}};
}

Json relation_json(const parties::Relation& relation)
{
    Json json{{"kvk", relation.kvk.text()},
              {"name", relation.name},
              {"tie", name_in(ties, relation.tie)},
              {"holding", to_percent_text(relation.holding)}};
    if (relation.figures) json["figures"] = figures_json(*relation.figures);
    return json;
}

}  // namespace

Json undertaking_json(const parties::Undertaking& undertaking)
{
    Json json{{"name", undertaking.name}, {"kvk", undertaking.kvk.text()}};
    if (undertaking.rsin) json["rsin"] = undertaking.rsin->text();
    if (undertaking.vat_id) json["vat_id"] = undertaking.vat_id->text();
    if (undertaking.iban) json["iban"] = undertaking.iban->text();
    json["legal_form"] = name_in(legal_forms, undertaking.legal_form);
    json["sbi_version"] = name_in(sbi_versions, undertaking.sbi_version);
    json["sbi_main"] = undertaking.sbi_main.text();
    json["sbi_side"] = Json::array();
    for (const auto& code : undertaking.sbi_side) json["sbi_side"].push_back(code.text());
    const auto& address = undertaking.address;
    json["address"] = {{"street", address.street},
                       {"house_number", address.house_number},
                       {"postcode", address.postcode},
                       {"place", address.place},
                       {"municipality", address.municipality.text()}};
    if (undertaking.figures) json["figures"] = figures_json(*undertaking.figures);
    json["relations"] = Json::array();
    for (const auto& relation : undertaking.relations) json["relations"].push_back(relation_json(relation));
    json["road_freight_for_hire"] = undertaking.road_freight_for_hire;
    json["insolvent"] = undertaking.insolvent;
    json["held_by_public_bodies"] = undertaking.held_by_public_bodies;
    json["has_primary_agriculture"] = undertaking.has_primary_agriculture;
    return json;
}

}  // namespace vierkant::formats
