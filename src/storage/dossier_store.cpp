#include "storage/dossier_store.h"

#include "base/result.h"
#include "formats/scheme_json.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

namespace vierkant::storage {

namespace {

using dossiers::EventKind;

constexpr std::array kinds{std::pair{EventKind::registered, "registered"},
                           std::pair{EventKind::completion_requested, "completion_requested"},
                           std::pair{EventKind::completed, "completed"},
                           std::pair{EventKind::award_proposed, "award_proposed"},
                           std::pair{EventKind::refusal_proposed, "refusal_proposed"},
                           std::pair{EventKind::returned, "returned"},
                           std::pair{EventKind::awarded, "awarded"},
                           std::pair{EventKind::refused, "refused"},
                           std::pair{EventKind::withdrawn, "withdrawn"}};

EventKind kind_named(const std::string& name)
{
    const auto* const found =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& pair) { return pair.second == name; });
    verify(found != kinds.end(), "a stored kind of event is known");
    return found->first;
}

Date stored_date(const std::string& text)
{
    const auto day = parse_date(text);
    verify(day.has_value(), "a stored date is a date");
    return *day;
}

constexpr std::string_view dossier_columns =
    "d.fund_id, d.dossier_id, d.number, d.undertaking_id, d.scheme_code, d.scheme_from, d.received_on, d.amount, "
    "d.document";
constexpr std::string_view dossier_kinds = "iititttit";

StoredDossier dossier_of(const Row& row)
{
    return {FundId{row.integer(0)},
            DossierId{row.integer(1)},
            row.text(2),
            UndertakingId{row.integer(3)},
            row.text(4),
            stored_date(row.text(5)),
            stored_date(row.text(6)),
            Money::cents(row.integer(7)),
            row.text(8)};
}

constexpr std::string_view event_columns = "e.kind, e.day, e.actor, e.until_day, e.amount, e.note";
constexpr std::string_view event_kinds = "ttttit";

/// `first` is the place of the first event column.
dossiers::Event event_of(const Row& row, std::size_t first)
{
    return {kind_named(row.text(first)),
            stored_date(row.text(first + 1)),
            row.text(first + 2),
            row.is_null(first + 3) ? std::nullopt : std::optional{stored_date(row.text(first + 3))},
            row.is_null(first + 4) ? std::nullopt : std::optional{Money::cents(row.integer(first + 4))},
            row.text(first + 5)};
}

std::string setting_name(const schemes::Scheme& edition)
{
    return "scheme:" + edition.code + ":" + to_text(edition.from);
}

/// "(?, ?, ?)" for an IN list.
std::string placeholders(std::size_t count)
{
    std::string text = "(";
    for (std::size_t i = 0; i < count; ++i) text += i == 0 ? "?" : ", ?";
    return text + ")";
}

}  // namespace

namespace {

/// A scheme as it is kept. Its document is the same for years and wanted with every page: each thread reads it once.
const schemes::Scheme& read_once(const std::string& document, const std::string& name)
{
    constexpr std::size_t most = 100;
    thread_local std::unordered_map<std::string, schemes::Scheme> known;
    const auto found = known.find(document);
    if (found != known.end()) return found->second;
    auto scheme = formats::read_scheme(document, name);
    verify(static_cast<bool>(scheme), "a stored scheme can be read");
    if (known.size() >= most) known.clear();
    return known.emplace(document, std::move(*scheme)).first->second;
}

}  // namespace

std::vector<schemes::Scheme> scheme_editions(Connection& connection, const std::string& code)
{
    std::vector<schemes::Scheme> editions;
    // Not LIKE: SQLite prepares that anew for each value.
    const auto begin = code.empty() ? std::string{"scheme:"} : "scheme:" + code + ":";
    connection.each(
        "SELECT s.name, s.document FROM setting s WHERE s.administration_id = ? AND substr(s.name, 1, CAST(? AS "
        "INTEGER)) = ? AND "
        "s.version = (SELECT MAX(version) FROM setting l WHERE l.administration_id = s.administration_id AND l.name = "
        "s.name) ORDER BY s.name",
        {administration, static_cast<std::int64_t>(begin.size()), begin}, "tt",
        [&](const Row& row) { editions.push_back(read_once(row.text(1), row.text(0))); });
    return editions;
}

std::optional<std::string> scheme_document(Connection& connection, const std::string& code, Date day)
{
    const auto edition = schemes::edition_on(scheme_editions(connection), code, day);
    if (!edition) return std::nullopt;
    std::string document;
    connection.each("SELECT document FROM setting WHERE administration_id = ? AND name = ? ORDER BY version",
                    {administration, setting_name(*edition)}, "t", [&](const Row& row) { document = row.text(0); });
    return document;
}

bool is_in_use(Connection& connection, const schemes::Scheme& scheme)
{
    return connection.number("SELECT COUNT(*) FROM dossier WHERE scheme_code = ? AND scheme_from = ?",
                             {scheme.code, to_text(scheme.from)}, 0) > 0;
}

void add_scheme_edition(Work& work, const schemes::Scheme& scheme, const std::string& document)
{
    const auto name = setting_name(scheme);
    const auto version =
        1 + work.connection().number("SELECT MAX(version) FROM setting WHERE administration_id = ? AND name = ?",
                                     {administration, name}, 0);
    work.add(facts::setting, {administration, name, version, document});
}

std::optional<StoredDossier> find_dossier(Connection& connection, const std::string& number)
{
    std::optional<StoredDossier> found;
    connection.each("SELECT " + std::string{dossier_columns} + " FROM dossier d WHERE d.number = ?", {number},
                    std::string{dossier_kinds}, [&](const Row& row) { found = dossier_of(row); });
    return found;
}

dossiers::History history_of(Connection& connection, const StoredDossier& dossier)
{
    dossiers::History history;
    connection.each("SELECT " + std::string{event_columns} +
                        " FROM dossier_event e WHERE e.fund_id = ? AND e.dossier_id = ? ORDER BY e.event_no",
                    {dossier.fund.value, dossier.id.value}, std::string{event_kinds},
                    [&](const Row& row) { history.push_back(event_of(row, 0)); });
    return history;
}

std::string name_of(EventKind kind)
{
    return std::find_if(kinds.begin(), kinds.end(), [&](const auto& pair) { return pair.first == kind; })->second;
}

namespace {

/// Dossiers with their applicant and their last event, as a filter wants them.
struct DossierQuery {
    std::string from;
    std::vector<Value> values;
};
DossierQuery query_of(const DossierFilter& filter)
{
    const auto words = like_pattern(filter.part.words);
    DossierQuery query{
        " FROM dossier d JOIN undertaking u ON u.administration_id = ? AND u.undertaking_id = d.undertaking_id "
        "JOIN dossier_event e ON e.fund_id = d.fund_id AND e.dossier_id = d.dossier_id AND NOT EXISTS (SELECT 1 FROM "
        "dossier_event later WHERE later.fund_id = e.fund_id AND later.dossier_id = e.dossier_id AND later.event_no > "
        "e.event_no) WHERE (? = '' OR d.scheme_code = ?) AND (? = '%%' OR d.number LIKE ? ESCAPE '!' OR u.name_folded "
        "LIKE ? ESCAPE '!' OR ? LIKE "
        "'%,' || d.scheme_code || ',%' OR ? LIKE '%,' || e.kind || ',%')",
        {administration, filter.scheme, filter.scheme, words, words, words, filter.schemes, filter.statuses}};
    const std::string decided =
        "EXISTS (SELECT 1 FROM dossier_event c WHERE c.fund_id = d.fund_id AND c.dossier_id = d.dossier_id AND c.kind "
        "IN ('awarded', 'refused', 'withdrawn')";
    if (filter.which == DossierFilter::Which::open) query.from += " AND NOT " + decided + ")";
    if (filter.which == DossierFilter::Which::closed) query.from += " AND " + decided + ")";
    if (filter.undecided_on) {
        query.from += " AND NOT " + decided + " AND c.day <= ?)";
        query.values.emplace_back(to_text(*filter.undecided_on));
    }
    if (filter.fund) {
        query.from += " AND d.fund_id = ?";
        query.values.emplace_back(filter.fund->value);
    }
    if (filter.undertaking) {
        query.from += " AND d.undertaking_id = ?";
        query.values.emplace_back(filter.undertaking->value);
    }
    return query;
}

constexpr OwnOrder newest_first{"d.received_on DESC, d.number DESC", "d.received_on, d.number"};
constexpr std::array dossier_orders{
    ListOrder{"dossier", "d.number"}, ListOrder{"undertaking", "u.name_folded"}, ListOrder{"scheme", "d.scheme_code"},
    ListOrder{"amount", "d.amount"},  ListOrder{"received_on", "d.received_on"}, ListOrder{"status", "e.kind"}};

}  // namespace

std::vector<DossierRow> list_dossiers(Connection& connection, const DossierFilter& filter)
{
    const auto query = query_of(filter);
    const auto order = order_and_limit(filter.part, dossier_orders, newest_first);
    std::vector<DossierRow> rows;
    std::map<std::pair<FundId, DossierId>, std::size_t> places;
    connection.each("SELECT " + std::string{dossier_columns} + ", u.name, u.kvk" + query.from + order, query.values,
                    std::string{dossier_kinds} + "tt", [&](const Row& row) {
                        rows.push_back({dossier_of(row), row.text(9), row.text(10), {}});
                        places[{rows.back().dossier.fund, rows.back().dossier.id}] = rows.size() - 1;
                    });
    connection.each(
        "SELECT h.fund_id, h.dossier_id, h.kind, h.day, h.actor, h.until_day, h.amount, h.note FROM "
        "dossier_event h JOIN (SELECT d.fund_id, d.dossier_id" +
            query.from + order +
            ") listed ON listed.fund_id = h.fund_id AND listed.dossier_id = h.dossier_id "
            "ORDER BY h.fund_id, h.dossier_id, h.event_no",
        query.values, "ii" + std::string{event_kinds}, [&](const Row& row) {
            const auto place = places.find({FundId{row.integer(0)}, DossierId{row.integer(1)}});
            if (place != places.end()) rows[place->second].history.push_back(event_of(row, 2));
        });
    return rows;
}

std::int64_t count_dossiers(Connection& connection, const DossierFilter& filter)
{
    const auto query = query_of(filter);
    std::int64_t rows = 0;
    connection.each("SELECT COUNT(*)" + query.from, query.values, "i", [&](const Row& row) { rows = row.integer(0); });
    return rows;
}

std::optional<std::string> kept_document(Connection& connection, const StoredDossier& dossier, EventKind kind)
{
    std::optional<std::string> document;
    connection.each(
        "SELECT document FROM dossier_event WHERE fund_id = ? AND dossier_id = ? AND kind = ? ORDER BY event_no",
        {dossier.fund.value, dossier.id.value, name_of(kind)}, "t", [&](const Row& row) { document = row.text(0); });
    return document;
}

std::optional<std::string> find_same(Connection& connection, const StoredDossier& dossier)
{
    std::optional<std::string> number;
    connection.each(
        "SELECT d.number FROM dossier d WHERE d.fund_id = ? AND d.undertaking_id = ? AND d.scheme_code = ? AND "
        "d.received_on = ? AND d.amount = ? AND NOT EXISTS (SELECT 1 FROM dossier_event e WHERE e.fund_id = d.fund_id "
        "AND e.dossier_id = d.dossier_id AND e.kind IN ('refused', 'withdrawn'))",
        {dossier.fund.value, dossier.undertaking.value, dossier.scheme, to_text(dossier.received_on),
         dossier.amount.in_cents()},
        "t", [&](const Row& row) { number = row.text(0); });
    return number;
}

StoredDossier open_dossier(Work& work, StoredDossier dossier)
{
    const auto year = std::to_string(dossier.received_on.year());
    auto in_year = std::to_string(work.next_number("dossier:" + year));
    in_year.insert(0, in_year.size() < 4 ? 4 - in_year.size() : 0, '0');
    dossier.number = year + "-" + in_year;
    dossier.id = DossierId{work.next_number("dossier")};
    work.add(facts::dossier,
             {dossier.fund.value, dossier.id.value, dossier.number, dossier.undertaking.value, dossier.scheme,
              to_text(dossier.scheme_from), to_text(dossier.received_on), dossier.amount.in_cents(), dossier.document});
    return dossier;
}

void add_dossier_event(Work& work, const StoredDossier& dossier, std::int64_t event_no, const dossiers::Event& event,
                       const std::string& document)
{
    work.add(facts::dossier_event,
             {dossier.fund.value, dossier.id.value, event_no, name_of(event.kind), to_text(event.day), event.actor,
              event.until ? Value{to_text(*event.until)} : Value{},
              event.amount ? Value{event.amount->in_cents()} : Value{}, event.note, document});
}

std::vector<state_aid::AwardedAid> aid_awarded_to(Connection& connection, std::span<const std::string> kvk_numbers)
{
    std::vector<state_aid::AwardedAid> aid;
    const std::vector<Value> parameters(kvk_numbers.begin(), kvk_numbers.end());
    connection.each(
        "SELECT a.awarded_on, a.equivalent, a.basis FROM aid_award a JOIN undertaking u ON u.undertaking_id = "
        "a.undertaking_id "
        "WHERE u.kvk IN " +
            placeholders(kvk_numbers.size()) + " ORDER BY a.awarded_on",
        parameters, "tit", [&](const Row& row) {
            aid.push_back({stored_date(row.text(0)), Money::cents(row.integer(1)), row.text(2)});
        });
    return aid;
}

std::vector<std::string> group_of(Connection& connection, const std::string& kvk)
{
    // Partners (25 % to 50 %) are no single undertaking (Regulation (EU) 2023/2831, art. 2(2)).
    std::vector<std::string> group;
    connection.each(
        "WITH RECURSIVE tie (a, b) AS ("
        "  SELECT u.kvk, l.other_kvk FROM undertaking_link l JOIN undertaking u ON u.undertaking_id = l.undertaking_id "
        "  WHERE l.kind IN ('parent', 'linked')"
        "  UNION SELECT l.other_kvk, u.kvk FROM undertaking_link l JOIN undertaking u ON u.undertaking_id = "
        "  l.undertaking_id WHERE l.kind IN ('parent', 'linked')), "
        "member (kvk) AS (SELECT CAST(? AS TEXT) UNION SELECT t.b FROM member m JOIN tie t ON t.a = m.kvk) "
        "SELECT kvk FROM member ORDER BY kvk",
        {kvk}, "t", [&](const Row& row) { group.push_back(row.text(0)); });
    return group;
}

void add_aid_award(Work& work, const StoredDossier& dossier, Date awarded_on, const std::string& basis,
                   Money equivalent)
{
    work.add(facts::aid_award, {dossier.fund.value, dossier.id.value, dossier.undertaking.value, to_text(awarded_on),
                                basis, equivalent.in_cents()});
}

}  // namespace vierkant::storage
