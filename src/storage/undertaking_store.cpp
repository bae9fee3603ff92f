#include "storage/undertaking_store.h"

#include "base/folded.h"
#include "base/result.h"
#include "formats/undertaking_json.h"
#include "storage/key_query.h"
#include "storage/messages.h"
#include "storage/verification.h"

#include <array>
#include <map>

namespace vierkant::storage {

namespace {

using parties::Tie;
using parties::Undertaking;

Value text_or_null(const auto& identifier)
{
    if (identifier) return identifier->text();
    return std::monostate{};
}

std::string name_of(Tie tie)
{
    if (tie == Tie::parent) return "parent";
    return tie == Tie::linked ? "linked" : "partner";
}

Undertaking stored_undertaking(const std::string& document)
{
    auto read = formats::read_undertaking(document, "undertaking");
    verify(static_cast<bool>(read), "a stored undertaking can be read");
    return *std::move(read);
}

/// The columns of table undertaking that follow from a version.
std::array<Value, 8> found_by(const Undertaking& undertaking)
{
    return {undertaking.kvk.text(),
            text_or_null(undertaking.rsin),
            text_or_null(undertaking.vat_id),
            text_or_null(undertaking.iban),
            undertaking.name,
            folded(undertaking.name),
            undertaking.sbi_main.text(),
            undertaking.address.municipality.text()};
}

std::optional<StoredUndertaking> find_where(Connection& connection, const std::string& condition, const Value& value)
{
    std::optional<StoredUndertaking> found;
    connection.each(
        "SELECT u.undertaking_id, u.version, v.document FROM undertaking u JOIN undertaking_version v ON "
        "v.administration_id = u.administration_id AND v.undertaking_id = u.undertaking_id AND v.version = u.version "
        "WHERE u.administration_id = ? AND " +
            condition,
        {administration, value}, "iit", [&](const Row& row) {
            found = StoredUndertaking{UndertakingId{row.integer(0)}, row.integer(1), stored_undertaking(row.text(2))};
        });
    return found;
}

void keep_version(Work& work, UndertakingId id, std::int64_t version, const Undertaking& undertaking)
{
    work.add(facts::undertaking_version,
             {administration, id.value, version, formats::undertaking_json(undertaking).dump()});
    const auto columns = found_by(undertaking);
    work.connection().execute(
        "INSERT INTO undertaking (administration_id, undertaking_id, version, kvk, rsin, vat_id, iban, name, "
        "name_folded, sbi_main, municipality_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (administration_id, undertaking_id) DO UPDATE SET version = excluded.version, rsin = "
        "excluded.rsin, vat_id = excluded.vat_id, iban = excluded.iban, name = excluded.name, name_folded = "
        "excluded.name_folded, sbi_main = excluded.sbi_main, municipality_code = excluded.municipality_code",
        {administration, id.value, version, columns[0], columns[1], columns[2], columns[3], columns[4], columns[5],
         columns[6], columns[7]});
    std::int64_t line_no = 0;
    for (const auto& relation : undertaking.relations) {
        work.connection().execute(
            "INSERT INTO undertaking_link (administration_id, undertaking_id, line_no, other_kvk, kind) "
            "VALUES (?, ?, ?, ?, ?)",
            {administration, id.value, ++line_no, relation.kvk.text(), name_of(relation.tie)});
    }
}

}  // namespace

std::optional<StoredUndertaking> find_undertaking(Connection& connection, const parties::KvkNumber& kvk)
{
    return find_where(connection, "u.kvk = ?", kvk.text());
}

std::optional<StoredUndertaking> find_undertaking(Connection& connection, UndertakingId id)
{
    return find_where(connection, "u.undertaking_id = ?", id.value);
}

std::optional<TakenNumber> taken_number(Connection& connection, const Undertaking& undertaking,
                                        std::optional<UndertakingId> itself)
{
    using Kind = TakenNumber::Kind;
    const auto columns = found_by(undertaking);
    std::optional<TakenNumber> taken;
    connection.each(
        "SELECT kvk, rsin, vat_id, iban, name FROM undertaking WHERE administration_id = ? AND undertaking_id <> ? AND "
        "(kvk = ? OR rsin = ? OR vat_id = ? OR iban = ?) ORDER BY undertaking_id",
        {administration, itself ? itself->value : 0, columns[0], columns[1], columns[2], columns[3]}, "ttttt",
        [&](const Row& row) {
            for (const auto kind : {Kind::kvk, Kind::rsin, Kind::vat_id, Kind::iban}) {
                const auto column = static_cast<std::size_t>(kind);
                const auto* number = std::get_if<std::string>(&columns[column]);
                if (taken || number == nullptr || row.text(column) != *number) continue;
                taken = TakenNumber{kind, *number, row.text(4), row.text(0)};
            }
        });
    return taken;
}

UndertakingId add_undertaking(Work& work, const Undertaking& undertaking)
{
    const UndertakingId id{work.next_number("undertaking")};
    keep_version(work, id, 1, undertaking);
    return id;
}

std::vector<UndertakingId> add_undertakings(Work& work, const std::vector<Undertaking>& undertakings)
{
    static const Insert insert{"undertaking",
                               "administration_id, undertaking_id, version, kvk, rsin, vat_id, iban, name, "
                               "name_folded, sbi_main, municipality_code",
                               "iiitttttttt"};
    Rows versions{facts::undertaking_version.kinds.size()};
    Rows rows{insert.kinds.size()};
    std::vector<UndertakingId> ids;
    for (const auto& undertaking : undertakings) {
        verify(undertaking.relations.empty(), "relations are registered one undertaking at a time");
        ids.emplace_back(work.next_number("undertaking"));
        const auto id = ids.back().value;
        const auto columns = found_by(undertaking);
        versions.add(administration, id, std::int64_t{1}, formats::undertaking_json(undertaking).dump());
        rows.add(administration, id, std::int64_t{1}, columns[0], columns[1], columns[2], columns[3], columns[4],
                 columns[5], columns[6], columns[7]);
    }
    work.add_all(facts::undertaking_version, versions);
    work.connection().insert(insert, rows);
    return ids;
}

std::map<std::string, UndertakingId> known_undertakings(Connection& connection, const std::vector<std::string>& kvk)
{
    std::map<std::string, UndertakingId> known;
    each_key(connection, "SELECT kvk, undertaking_id FROM undertaking WHERE administration_id = 1 AND kvk IN (", kvk,
             "ti", [&](const Row& row) { known[row.text(0)] = UndertakingId{row.integer(1)}; });
    return known;
}

std::map<UndertakingId, std::string> names_of(Connection& connection, const std::vector<UndertakingId>& undertakings)
{
    std::map<UndertakingId, std::string> names;
    for (const auto id : undertakings) names[id];
    std::vector<std::int64_t> keys;
    keys.reserve(names.size());
    for (const auto& [id, name] : names) keys.push_back(id.value);
    each_key(connection,
             "SELECT undertaking_id, name FROM undertaking WHERE administration_id = 1 AND undertaking_id IN (", keys,
             "it", [&](const Row& row) { names[UndertakingId{row.integer(0)}] = row.text(1); });
    return names;
}

TakenNumbers::TakenNumbers(Connection& connection, const std::vector<Undertaking>& undertakings)
{
    using Kind = TakenNumber::Kind;
    constexpr std::array names{"kvk", "rsin", "vat_id", "iban"};
    for (const auto kind : {Kind::kvk, Kind::rsin, Kind::vat_id, Kind::iban}) {
        const auto column = static_cast<std::size_t>(kind);
        std::vector<std::string> numbers;
        for (const auto& undertaking : undertakings) {
            const auto columns = found_by(undertaking);
            if (const auto* number = std::get_if<std::string>(&columns[column])) numbers.push_back(*number);
        }
        const auto sql = "SELECT " + std::string{names[column]} +
                         ", name, kvk FROM undertaking WHERE administration_id = 1 AND " + names[column] + " IN (";
        each_key(connection, sql, numbers, "ttt", [&](const Row& row) {
            taken_.try_emplace({kind, row.text(0)}, TakenNumber{kind, row.text(0), row.text(1), row.text(2)});
        });
    }
}

std::optional<TakenNumber> TakenNumbers::find(const Undertaking& undertaking) const
{
    using Kind = TakenNumber::Kind;
    const auto columns = found_by(undertaking);
    for (const auto kind : {Kind::kvk, Kind::rsin, Kind::vat_id, Kind::iban}) {
        const auto* number = std::get_if<std::string>(&columns[static_cast<std::size_t>(kind)]);
        if (number == nullptr) continue;
        const auto found = taken_.find({kind, *number});
        if (found != taken_.end()) return found->second;
    }
    return std::nullopt;
}

void TakenNumbers::took(const Undertaking& undertaking)
{
    using Kind = TakenNumber::Kind;
    const auto columns = found_by(undertaking);
    for (const auto kind : {Kind::kvk, Kind::rsin, Kind::vat_id, Kind::iban}) {
        const auto* number = std::get_if<std::string>(&columns[static_cast<std::size_t>(kind)]);
        if (number == nullptr) continue;
        taken_.try_emplace({kind, *number}, TakenNumber{kind, *number, undertaking.name, undertaking.kvk.text()});
    }
}

void change_undertaking(Work& work, const StoredUndertaking& before, const Undertaking& now)
{
    verify(before.value.kvk == now.kvk, "an undertaking keeps its KvK number");
    work.connection().execute("DELETE FROM undertaking_link WHERE administration_id = ? AND undertaking_id = ?",
                              {administration, before.id.value});
    keep_version(work, before.id, before.version + 1, now);
}

namespace {

constexpr std::string_view undertakings_of_list =
    " FROM undertaking WHERE administration_id = ? AND (name_folded LIKE ? ESCAPE '!' OR kvk LIKE ? ESCAPE '!') AND "
    "(? = '' OR municipality_code = ?) AND (? = '' OR ? LIKE '%,' || sbi_main || ',%') AND (? = '%%' OR name_folded "
    "LIKE ? ESCAPE '!' OR kvk LIKE ? ESCAPE '!' OR sbi_main LIKE ? ESCAPE '!' OR ? LIKE '%,' || sbi_main || ',%' OR ? "
    "LIKE '%,' || municipality_code || ',%')";

std::vector<Value> values_of(const UndertakingFilter& filter)
{
    const auto search = like_pattern(filter.search);
    const auto words = like_pattern(filter.part.words);
    return {administration,
            search,
            search,
            filter.municipality,
            filter.municipality,
            filter.activities,
            filter.activities,
            words,
            words,
            words,
            words,
            filter.word_activities,
            filter.word_municipalities};
}

}  // namespace

std::vector<UndertakingLine> list_undertakings(Connection& connection, const UndertakingFilter& filter)
{
    static constexpr std::array orders{ListOrder{"kvk", "kvk"}, ListOrder{"name", "name_folded"},
                                       ListOrder{"sbi", "sbi_main"}, ListOrder{"sector", "sbi_main"},
                                       ListOrder{"municipality", "municipality_code"}};
    static constexpr OwnOrder by_name{"name_folded, kvk", "name_folded DESC, kvk DESC"};
    std::vector<UndertakingLine> lines;
    connection.each("SELECT kvk, name, sbi_main, municipality_code" + std::string{undertakings_of_list} +
                        order_and_limit(filter.part, orders, by_name),
                    values_of(filter), "tttt", [&](const Row& row) {
                        lines.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
                    });
    return lines;
}

std::int64_t count_undertakings(Connection& connection, const UndertakingFilter& filter)
{
    std::int64_t rows = 0;
    connection.each("SELECT COUNT(*)" + std::string{undertakings_of_list}, values_of(filter), "i",
                    [&](const Row& row) { rows = row.integer(0); });
    return rows;
}

std::vector<std::string> activities_in_use(Connection& connection)
{
    std::vector<std::string> codes;
    connection.each("SELECT DISTINCT sbi_main FROM undertaking WHERE administration_id = ?", {administration}, "t",
                    [&](const Row& row) { codes.push_back(row.text(0)); });
    return codes;
}

namespace {

std::string links_of(const Undertaking& undertaking)
{
    std::string text;
    for (const auto& relation : undertaking.relations) text += relation.kvk.text() + " " + name_of(relation.tie) + ";";
    return text;
}

/// Whether the columns of the row from `first` on are what the undertaking says.
bool columns_agree(const Row& row, std::size_t first, const Undertaking& undertaking)
{
    for (const auto& expected : found_by(undertaking)) {
        const auto* text = std::get_if<std::string>(&expected);
        if (row.is_null(first) != (text == nullptr) || (text != nullptr && row.text(first) != *text)) return false;
        ++first;
    }
    return true;
}

}  // namespace

void verify_undertakings(Connection& connection, Problems& problems)
{
    std::map<std::int64_t, std::string> links;
    connection.each(
        "SELECT undertaking_id, other_kvk, kind FROM undertaking_link ORDER BY administration_id, undertaking_id, "
        "line_no",
        {}, "itt", [&](const Row& row) { links[row.integer(0)] += row.text(1) + " " + row.text(2) + ";"; });
    const auto differs = [&](std::int64_t id) {
        problems.push_back(refuse(undertaking_differs, {{"undertaking", std::to_string(id)}}));
    };
    // Every version that nothing follows, beside what is kept of it to find it by; either may be missing.
    connection.each(
        "SELECT u.undertaking_id, v.undertaking_id, v.document, u.kvk, u.rsin, u.vat_id, u.iban, u.name, "
        "u.name_folded, u.sbi_main, u.municipality_code FROM undertaking u FULL JOIN (SELECT * FROM "
        "undertaking_version w WHERE NOT EXISTS (SELECT 1 FROM undertaking_version n WHERE n.administration_id = "
        "w.administration_id AND n.undertaking_id = w.undertaking_id AND n.version = w.version + 1)) v ON "
        "v.administration_id = u.administration_id AND v.undertaking_id = u.undertaking_id AND v.version = u.version "
        "ORDER BY COALESCE(u.undertaking_id, v.undertaking_id)",
        {}, "iittttttttt", [&](const Row& row) {
            if (row.is_null(0) || row.is_null(1)) return differs(row.integer(row.is_null(0) ? 1 : 0));
            const auto read = formats::read_undertaking(row.text(2), "undertaking");
            const auto link = links.extract(row.integer(0));
            const auto linked = link.empty() ? std::string{} : link.mapped();
            if (!read || !columns_agree(row, 3, *read) || linked != links_of(*read)) differs(row.integer(0));
        });
    for (const auto& [id, linked] : links) differs(id);
}

}  // namespace vierkant::storage
