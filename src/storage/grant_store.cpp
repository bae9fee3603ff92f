#include "storage/grant_store.h"

#include "domain/banking/payment_reference.h"
#include "formats/grant_terms_json.h"
#include "storage/stored.h"

#include <array>
#include <map>
#include <utility>

namespace vierkant::storage {

namespace {

using grants::EventKind;

constexpr std::array event_kinds{std::pair{EventKind::advanced, "advanced"},
                                 std::pair{EventKind::paid, "paid"},
                                 std::pair{EventKind::payment_returned, "payment_returned"},
                                 std::pair{EventKind::settled, "settled"},
                                 std::pair{EventKind::reclaimed, "reclaimed"},
                                 std::pair{EventKind::repaid, "repaid"},
                                 std::pair{EventKind::repayment_returned, "repayment_returned"}};
constexpr std::array claim_event_kinds{
    std::pair{ClaimEventKind::verified, "verified"}, std::pair{ClaimEventKind::rejected, "rejected"},
    std::pair{ClaimEventKind::kept, "kept"}, std::pair{ClaimEventKind::left, "left"}};

std::vector<StoredGrant> grants_where(Connection& connection, const std::string& condition,
                                      std::initializer_list<Value> parameters)
{
    std::vector<StoredGrant> found;
    connection.each(
        "SELECT fund_id, grant_id, number, payment_reference, dossier_id, undertaking_id, scheme_code, sector, "
        "municipality_code, awarded_on, amount, terms FROM grant_award WHERE " +
            condition + " ORDER BY number",
        parameters, "iittiittttit", [&](const Row& row) {
            const auto terms = formats::read_grant_terms(row.text(11), "grant " + row.text(2));
            verify(static_cast<bool>(terms), "stored terms can be read");
            found.push_back({FundId{row.integer(0)},
                             GrantId{row.integer(1)},
                             row.text(2),
                             row.text(3),
                             DossierId{row.integer(4)},
                             UndertakingId{row.integer(5)},
                             row.text(6),
                             row.text(7),
                             row.text(8),
                             {stored_date(row.text(9)), Money::cents(row.integer(10)), *terms}});
        });
    return found;
}

std::optional<StoredGrant> first(std::vector<StoredGrant> found)
{
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

/// "000007": as loans and dossiers are numbered.
std::string six_digits(std::int64_t number)
{
    constexpr std::size_t width = 6;
    const auto digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace

StoredGrant add_grant_award(Work& work, const StoredGrant& grant)
{
    auto numbered = grant;
    numbered.id = GrantId{work.next_number("grant")};
    const auto digits = six_digits(numbered.id.value);
    numbered.number = "S-" + digits;
    const auto reference = banking::make_reference("VVWS" + digits);
    verify(static_cast<bool>(reference), "a grant's number makes a payment reference");
    numbered.payment_reference = *reference;
    work.add(facts::grant_award, {numbered.fund.value, numbered.id.value, numbered.number, numbered.payment_reference,
                                  numbered.dossier.value, numbered.undertaking.value, numbered.scheme, numbered.sector,
                                  numbered.municipality, to_text(numbered.award.awarded_on),
                                  numbered.award.amount.in_cents(), formats::write_grant_terms(numbered.award.terms)});
    return numbered;
}

std::optional<StoredGrant> find_grant(Connection& connection, const std::string& number)
{
    return first(grants_where(connection, "number = ?", {number}));
}

std::optional<StoredGrant> find_grant(Connection& connection, FundId fund, GrantId grant)
{
    return first(grants_where(connection, "fund_id = ? AND grant_id = ?", {fund.value, grant.value}));
}

std::optional<StoredGrant> find_grant_by_reference(Connection& connection, const std::string& payment_reference)
{
    return first(grants_where(connection, "payment_reference = ?", {payment_reference}));
}

std::optional<StoredGrant> find_grant_of_dossier(Connection& connection, FundId fund, DossierId dossier)
{
    return first(grants_where(connection, "fund_id = ? AND dossier_id = ?", {fund.value, dossier.value}));
}

std::vector<StoredGrant> list_grants(Connection& connection)
{
    return grants_where(connection, "1 = 1", {});
}

namespace {

/// What became of the claims, by their numbers.
struct ClaimEvents {
    std::map<std::int64_t, grants::ClaimHead> heads;
    struct Worker {
        std::optional<Date> left_on;
        std::optional<std::string> left_by;
        std::optional<Date> kept_seen_on;
    };
    std::map<std::int64_t, Worker> workers;
};

ClaimEvents claim_events_of(Connection& connection, const StoredGrant& grant)
{
    ClaimEvents found;
    connection.each(
        "SELECT claim_no, actor, evidence_kind, evidence_seen_on FROM grant_claim WHERE fund_id = ? AND grant_id = ? "
        "ORDER BY claim_no",
        {grant.fund.value, grant.id.value}, "ittt", [&](const Row& row) {
            found.heads.insert(
                {row.integer(0), {ClaimId{row.integer(0)}, row.text(1), {row.text(2), stored_date(row.text(3))}}});
        });
    connection.each(
        "SELECT claim_no, kind, day, actor FROM grant_claim_event WHERE fund_id = ? AND grant_id = ? "
        "ORDER BY claim_no, event_no",
        {grant.fund.value, grant.id.value}, "ittt", [&](const Row& row) {
            auto& head = found.heads.at(row.integer(0));
            auto& worker = found.workers[row.integer(0)];
            switch (named(claim_event_kinds, row.text(1))) {
                case ClaimEventKind::verified:
                    head.verified_by = row.text(3);
                    return;
                case ClaimEventKind::rejected:
                    head.rejected_by = row.text(3);
                    return;
                case ClaimEventKind::kept:
                    worker.kept_seen_on = stored_date(row.text(2));
                    return;
                case ClaimEventKind::left:  // a later one corrects an earlier
                    worker.left_on = stored_date(row.text(2));
                    worker.left_by = row.text(3);
                    return;
            }
        });
    return found;
}

void read_claims(Connection& connection, const StoredGrant& grant, grants::Grant& history)
{
    auto events = claim_events_of(connection, grant);
    connection.each(
        "SELECT claim_no, staff_reference, start_date, weekly_hours, required_level, attained_level, target_group "
        "FROM grant_worker WHERE fund_id = ? AND grant_id = ? ORDER BY claim_no",
        {grant.fund.value, grant.id.value}, "ittittt", [&](const Row& row) {
            const auto& worker = events.workers[row.integer(0)];
            history.workers.push_back({events.heads.at(row.integer(0)), row.text(1), stored_date(row.text(2)),
                                       Hours{row.integer(3)}, row.text(4), row.text(5), row.text(6), worker.left_on,
                                       worker.left_by, worker.kept_seen_on});
        });
    connection.each(
        "SELECT claim_no, category, amount, evidence FROM grant_cost WHERE fund_id = ? AND grant_id = ? "
        "ORDER BY claim_no, line_no",
        {grant.fund.value, grant.id.value}, "itit", [&](const Row& row) {
            const auto& head = events.heads.at(row.integer(0));
            if (history.costs.empty() || history.costs.back().head.id != head.id) history.costs.push_back({head, {}});
            history.costs.back().lines.push_back({{row.text(1), Money::cents(row.integer(2))}, row.text(3)});
        });
}

void add_head(Work& work, const StoredGrant& grant, const grants::ClaimHead& head)
{
    work.add(facts::grant_claim, {grant.fund.value, grant.id.value, head.id.value, to_text(work.today()), work.actor(),
                                  head.evidence.kind, to_text(head.evidence.seen_on)});
}

}  // namespace

grants::Grant history_of(Connection& connection, const StoredGrant& grant)
{
    grants::Grant history{grant.award, {}, {}, {}};
    read_claims(connection, grant, history);
    connection.each(
        "SELECT event_no, kind, day, amount, due_on FROM grant_event WHERE fund_id = ? AND grant_id = ? "
        "ORDER BY event_no",
        {grant.fund.value, grant.id.value}, "ittit", [&](const Row& row) {
            history.events.push_back({EventId{row.integer(0)}, named(event_kinds, row.text(1)),
                                      stored_date(row.text(2)), Money::cents(row.integer(3)),
                                      row.is_null(4) ? std::nullopt : std::optional{stored_date(row.text(4))}});
        });
    return history;
}

void add_claim(Work& work, const StoredGrant& grant, const grants::WorkerClaim& claim)
{
    add_head(work, grant, claim.head);
    work.add(facts::grant_worker,
             {grant.fund.value, grant.id.value, claim.head.id.value, claim.staff_reference, to_text(claim.started_on),
              claim.hours.hundredths, claim.required_level, claim.attained_level, claim.target_group});
}

void add_claim(Work& work, const StoredGrant& grant, const grants::CostClaim& claim)
{
    add_head(work, grant, claim.head);
    std::int64_t line_no = 0;
    for (const auto& line : claim.lines) {
        work.add(facts::grant_cost, {grant.fund.value, grant.id.value, claim.head.id.value, ++line_no,
                                     line.cost.category, line.cost.amount.in_cents(), line.evidence});
    }
}

void add_claim_event(Work& work, const StoredGrant& grant, ClaimId claim, ClaimEventKind kind, Date day,
                     const std::string& note)
{
    const auto event_no = 1 + work.connection().number(
                                  "SELECT MAX(event_no) FROM grant_claim_event WHERE fund_id = ? AND grant_id = ? AND "
                                  "claim_no = ?",
                                  {grant.fund.value, grant.id.value, claim.value}, 0);
    work.add(facts::grant_claim_event, {grant.fund.value, grant.id.value, claim.value, event_no,
                                        name_of(claim_event_kinds, kind), to_text(day), work.actor(), note});
}

void add_grant_event(Work& work, const StoredGrant& grant, const grants::Event& event,
                     std::optional<BankLineId> bank_line, const std::string& note)
{
    work.add(facts::grant_event,
             {grant.fund.value, grant.id.value, event.id.value, name_of(event_kinds, event.kind), to_text(event.day),
              event.amount.in_cents(), event.due_on ? Value{to_text(*event.due_on)} : Value{},
              bank_line ? Value{bank_line->value} : Value{}, work.actor(), note});
}

Money left_under_ceiling(Connection& connection, FundId fund)
{
    return Money::cents(connection.number(
        "SELECT f.ceiling - COALESCE((SELECT CAST(SUM(CASE e.kind WHEN 'paid' THEN e.amount ELSE -e.amount END) AS "
        "BIGINT) FROM grant_event e WHERE e.fund_id = f.fund_id AND e.kind IN ('paid', 'payment_returned')), 0) "
        "FROM fund f WHERE f.fund_id = ?",
        {fund.value}, 0));
}

std::vector<OpenReclaim> open_reclaims(Connection& connection, FundId fund)
{
    struct Owed {
        GrantId grant;
        Money amount;
        Date due_on;
    };
    std::vector<Owed> owed;
    connection.each(
        "SELECT grant_id, CAST(SUM(CASE kind WHEN 'repaid' THEN -amount ELSE amount END) AS BIGINT), MAX(due_on) "
        "FROM grant_event WHERE fund_id = ? AND kind IN ('reclaimed', 'repaid', 'repayment_returned') "
        "GROUP BY grant_id HAVING SUM(CASE kind WHEN 'repaid' THEN -amount ELSE amount END) > 0 ORDER BY grant_id",
        {fund.value}, "iit", [&](const Row& row) {
            owed.push_back({GrantId{row.integer(0)}, Money::cents(row.integer(1)), stored_date(row.text(2))});
        });
    std::vector<OpenReclaim> found;
    for (const auto& item : owed) {
        auto grant = find_grant(connection, fund, item.grant);
        if (grant) found.push_back({std::move(*grant), item.amount, item.due_on});
    }
    return found;
}

Recipient recipient_of(Connection& connection, const StoredGrant& grant)
{
    Recipient recipient;
    connection.each("SELECT name, iban FROM undertaking WHERE administration_id = ? AND undertaking_id = ?",
                    {administration, grant.undertaking.value}, "tt", [&](const Row& row) {
                        recipient = {row.text(0), row.text(1)};
                    });
    return recipient;
}

}  // namespace vierkant::storage
