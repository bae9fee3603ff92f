#include "formats/undertaking_csv.h"

#include "base/bsn.h"
#include "base/folded.h"
#include "formats/messages.h"
#include "formats/undertaking_json.h"

#include <array>

namespace vierkant::formats {

namespace {

using Kind = CsvColumn::Kind;

constexpr std::array columns{
    CsvColumn{"kvk", Kind::text, true},
    CsvColumn{"name", Kind::text, true},
    CsvColumn{"legal_form", Kind::text, true},
    CsvColumn{"rsin"},
    CsvColumn{"vat_id"},
    CsvColumn{"iban"},
    CsvColumn{"sbi_main", Kind::text, true},
    CsvColumn{"sbi_side"},
    CsvColumn{"sbi_version"},
    CsvColumn{"street", Kind::text, true},
    CsvColumn{"house_number", Kind::text, true},
    CsvColumn{"postcode", Kind::text, true},
    CsvColumn{"place", Kind::text, true},
    CsvColumn{"municipality", Kind::text, true},
    CsvColumn{"headcount"},
    CsvColumn{"turnover", Kind::amount},
    CsvColumn{"balance_total", Kind::amount},
    CsvColumn{"road_freight_for_hire"},
    CsvColumn{"insolvent"},
    CsvColumn{"held_by_public_bodies"},
    CsvColumn{"has_primary_agriculture"},
};

/// Texts of people's own, where a citizen service number could stand.
constexpr std::array free_texts{"name", "street", "house_number", "place"};

Json side_activities(const std::string& text)
{
    Json codes = Json::array();
    std::size_t begin = 0;
    while ((begin = text.find_first_not_of(' ', begin)) != std::string::npos) {
        const auto end = std::min(text.find(' ', begin), text.size());
        codes.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return codes;
}

Json json_of(const CsvRecord& record, const parties::Municipalities& municipalities)
{
    Json json = Json::object();
    for (const auto* column : {"kvk", "name", "legal_form", "rsin", "vat_id", "iban", "sbi_main", "sbi_version"})
        record.put_text(json, column);
    if (record.has("sbi_side")) json["sbi_side"] = side_activities(record["sbi_side"]);
    Json address = Json::object();
    for (const auto* column : {"street", "house_number", "postcode", "place"}) record.put_text(address, column);
    if (record.has("municipality")) address["municipality"] = municipality_code(record["municipality"], municipalities);
    json["address"] = std::move(address);
    Json figures = Json::object();
    record.put_integer(figures, "headcount");
    record.put_text(figures, "turnover");
    record.put_text(figures, "balance_total");
    if (!figures.empty()) json["figures"] = std::move(figures);
    for (const auto* column :
         {"road_freight_for_hire", "insolvent", "held_by_public_bodies", "has_primary_agriculture"})
        record.put_flag(json, column);
    return json;
}

}  // namespace

std::span<const CsvColumn> undertaking_columns()
{
    return columns;
}

Result<parties::Undertaking> read_undertaking(const CsvRecord& record, const parties::Municipalities& municipalities)
{
    for (const auto* column : free_texts) {
        if (contains_bsn(record[column])) return bad_input(holds_bsn, {}, record.place(column));
    }
    auto read = read_undertaking(json_of(record, municipalities).dump(), record.place());
    if (!read) return record.at_column(read.refusal());
    return read;
}

std::string municipality_code(const std::string& text, const parties::Municipalities& municipalities)
{
    const auto name = folded(text);
    for (const auto& municipality : municipalities) {
        if (folded(municipality.name) == name) return municipality.code;
    }
    return text;
}

}  // namespace vierkant::formats
