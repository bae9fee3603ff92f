#include "usecases/show_grant.h"

#include "storage/undertaking_store.h"
#include "usecases/grant_booking.h"
#include "usecases/report_codes.h"

#include <array>
#include <utility>

namespace vierkant::usecases {

namespace {

using grants::ClaimStatus;
using grants::EventKind;
using grants::Retention;
using reporting::Cell;
using reporting::ColumnType;
using reporting::Table;

const std::string& in(const reporting::Words& words, Language language)
{
    return words.in(language);
}

std::string status_words(const grants::ClaimHead& head, Language language)
{
    switch (head.status()) {
        case ClaimStatus::entered:
            return in({"te controleren", "to be verified"}, language);
        case ClaimStatus::verified:
            return in({"goedgekeurd", "verified"}, language);
        case ClaimStatus::rejected:
            return in({"afgewezen", "rejected"}, language);
    }
    return {};
}

std::string retention_words(Retention retention, Language language)
{
    switch (retention) {
        case Retention::running:
            return in({"loopt", "running"}, language);
        case Retention::unproven:
            return in({"bewijs nodig", "proof needed"}, language);
        case Retention::kept:
            return in({"behouden", "kept"}, language);
        case Retention::broken:
            return in({"te vroeg weg: terugvorderen", "left early: reclaim"}, language);
    }
    return {};
}

std::string event_words(EventKind kind, Language language)
{
    switch (kind) {
        case EventKind::advanced:
            return in({"voorschot verleend", "advance granted"}, language);
        case EventKind::paid:
            return in({"betaald", "paid"}, language);
        case EventKind::payment_returned:
            return in({"betaling teruggekomen", "payment returned"}, language);
        case EventKind::settled:
            return in({"vastgesteld", "settled"}, language);
        case EventKind::reclaimed:
            return in({"teruggevorderd", "reclaimed"}, language);
        case EventKind::repaid:
            return in({"terugontvangen", "repaid"}, language);
        case EventKind::repayment_returned:
            return in({"terugontvangst teruggeboekt", "repayment returned"}, language);
    }
    return {};
}

Table summary(const OpenGrant& grant, const std::string& recipient)
{
    const auto& stored = grant.stored;
    const auto standing = grants::standing_of(grant.history);
    return {"grant",
            {"Subsidie", "Grant"},
            {{"number", {"Subsidie", "Grant"}},
             {"undertaking", {"Onderneming", "Undertaking"}},
             {"scheme", {"Regeling", "Scheme"}},
             {"awarded_on", {"Verleend op", "Awarded on"}, ColumnType::date},
             {"awarded", {"Verleend", "Awarded"}, ColumnType::money},
             {"earned", {"Goedgekeurd of vastgesteld", "Verified or settled"}, ColumnType::money},
             {"advanced", {"Voorschot verleend", "Advance granted"}, ColumnType::money},
             {"paid", {"Betaald", "Paid"}, ColumnType::money},
             {"unpaid", {"Nog te betalen", "Still to pay"}, ColumnType::money},
             {"committed", {"Nog gereserveerd", "Still reserved"}, ColumnType::money},
             {"undue", {"Terug te vorderen", "To be reclaimed"}, ColumnType::money},
             {"owed", {"Teruggevorderd, nog open", "Reclaimed, still owed"}, ColumnType::money},
             {"payment_reference", {"Kenmerk terugbetaling", "Repayment reference"}}},
            {{stored.number, recipient, stored.scheme, to_text(stored.award.awarded_on), standing.awarded.in_cents(),
              standing.earned.in_cents(), standing.advanced.in_cents(), standing.paid.in_cents(),
              standing.unpaid().in_cents(), standing.committed().in_cents(), standing.undue().in_cents(),
              standing.owed().in_cents(), stored.payment_reference}},
            {}};
}

Table workers(const OpenGrant& grant, const grants::WorkerTerms& terms, Date today, Language language)
{
    Table table{"workers",
                {"Werknemers", "Workers"},
                {{"claim", {"Claim", "Claim"}, ColumnType::count},
                 {"staff_reference", {"Personeelsnr", "Staff ref"}},
                 {"start_date", {"Begonnen", "Started"}, ColumnType::date},
                 {"required_level", {"Gevraagd", "Required"}},
                 {"attained_level", {"Behaald", "Attained"}},
                 {"target_group", {"Doelgroep", "Target group"}},
                 {"status", {"Stand", "Status"}},
                 {"kept_from", {"Behouden vanaf", "Kept from"}, ColumnType::date},
                 {"left_on", {"Vertrokken", "Left"}, ColumnType::date},
                 {"retention", {"Baan", "Job"}}},
                {},
                {}};
    for (const auto& claim : grant.history.workers) {
        const bool counts = claim.head.status() == ClaimStatus::verified;
        table.rows.push_back(
            {claim.head.id.value, claim.staff_reference, to_text(claim.started_on), claim.required_level,
             claim.attained_level, claim.target_group, status_words(claim.head, language),
             to_text(grants::kept_from(claim, terms)), claim.left_on ? Cell{to_text(*claim.left_on)} : Cell{},
             counts ? Cell{retention_words(grants::retention(claim, terms, today), language)} : Cell{}});
    }
    return table;
}

Table costs(const OpenGrant& grant, Language language)
{
    Table table{"costs",
                {"Kosten", "Cost"},
                {{"claim", {"Claim", "Claim"}, ColumnType::count},
                 {"category", {"Kostensoort", "Category"}},
                 {"amount", {"Bedrag", "Amount"}, ColumnType::money},
                 {"kept_at", {"Factuur", "Invoice"}},
                 {"status", {"Status", "Status"}}},
                {},
                {}};
    for (const auto& claim : grant.history.costs) {
        for (const auto& line : claim.lines) {
            table.rows.push_back({claim.head.id.value, line.cost.category, line.cost.amount.in_cents(), line.evidence,
                                  status_words(claim.head, language)});
        }
    }
    return table;
}

Table events(const OpenGrant& grant, Language language)
{
    Table table{"events",
                {"Geld", "Money"},
                {{"day", {"Dag", "Day"}, ColumnType::date},
                 {"kind", {"Wat", "What"}},
                 {"amount", {"Bedrag", "Amount"}, ColumnType::money},
                 {"due_on", {"Uiterlijk", "Due by"}, ColumnType::date}},
                {},
                {}};
    for (const auto& event : grant.history.events) {
        table.rows.push_back({to_text(event.day), event_words(event.kind, language), event.amount.in_cents(),
                              event.due_on ? Cell{to_text(*event.due_on)} : Cell{}});
    }
    return table;
}

}  // namespace

Result<reporting::Report> show_grant(storage::Connection& connection, const std::string& number, Date today,
                                     Language language)
{
    const auto grant = open_grant(connection, number);
    if (!grant) return grant.refusal();
    reporting::Report report{
        "grant", {"Subsidie", "Grant"}, today, {{"number", number, {"Subsidie", "Grant"}, {number, number}}}, {}};
    report.tables.push_back(summary(*grant, storage::recipient_of(connection, grant->stored).name));
    const auto* terms = std::get_if<grants::WorkerTerms>(&grant->history.award.terms);
    report.tables.push_back(terms != nullptr ? workers(*grant, *terms, today, language) : costs(*grant, language));
    report.tables.push_back(events(*grant, language));
    return with_titles(connection, std::move(report));
}

reporting::Report list_grants(storage::Connection& connection, Date today)
{
    Table table{"grants",
                {"Subsidies", "Grants"},
                {{"number", {"Subsidie", "Grant"}},
                 {"undertaking", {"Onderneming", "Undertaking"}},
                 {"scheme", {"Regeling", "Scheme"}},
                 {"awarded_on", {"Verleend op", "Awarded on"}, ColumnType::date},
                 {"awarded", {"Verleend", "Awarded"}, ColumnType::money},
                 {"earned", {"Goedgekeurd", "Verified"}, ColumnType::money},
                 {"paid", {"Betaald", "Paid"}, ColumnType::money},
                 {"undue", {"Terug te vorderen", "To be reclaimed"}, ColumnType::money},
                 {"owed", {"Nog terug te ontvangen", "Still owed"}, ColumnType::money}},
                {},
                {}};
    const auto all = storage::list_grants(connection);
    std::vector<UndertakingId> holders;
    for (const auto& stored : all) holders.push_back(stored.undertaking);
    const auto names = storage::names_of(connection, holders);
    for (const auto& stored : all) {
        const auto standing = grants::standing_of(storage::history_of(connection, stored));
        table.rows.push_back({stored.number, names.at(stored.undertaking), stored.scheme,
                              to_text(stored.award.awarded_on), standing.awarded.in_cents(), standing.earned.in_cents(),
                              standing.paid.in_cents(), standing.undue().in_cents(), standing.owed().in_cents()});
    }
    return with_titles(connection, {"grants", {"Subsidies", "Grants"}, today, {}, {std::move(table)}});
}

}  // namespace vierkant::usecases
