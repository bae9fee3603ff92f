#pragma once

#include "storage/undertaking_store.h"
#include "support/administration.h"
#include "usecases/init_administration.h"
#include "usecases/loan_booking.h"

#include <string>
#include <vector>

namespace vierkant::testing {

inline storage::StoredLoan placed(std::int64_t id, std::int64_t undertaking, const std::string& sector,
                                  const std::string& municipality)
{
    auto loan = loan_of_ten_thousand(id);
    loan.undertaking = UndertakingId{undertaking};
    loan.sector = sector;
    loan.municipality = municipality;
    return loan;
}

inline parties::Undertaking firm(const std::string& name, const std::string& kvk, const std::string& municipality)
{
    return {.name = name,
            .kvk = *parties::KvkNumber::parse(kvk),
            .rsin = {},
            .vat_id = {},
            .iban = {},
            .sbi_main = *parties::ActivityCode::parse("2221"),
            .sbi_side = {},
            .address = {"Kade", "1", "7811AB", "Emmen", *parties::MunicipalityCode::parse(municipality)},
            .figures = {},
            .relations = {}};
}

inline void jobs_promised(storage::Work& work, const storage::StoredLoan& loan,
                          const std::vector<social_return::JobLine>& lines)
{
    storage::add_job_commitments(work,
                                 {loan.fund, DossierId{loan.id.value}, loan.scheme, loan.sector, loan.municipality},
                                 loan.awarded_on, lines);
}

inline void jobs_found(storage::Work& work, const storage::StoredLoan& loan, Date measured_on,
                       const std::vector<social_return::JobLine>& lines)
{
    storage::add_job_realisation(work,
                                 {loan.fund, DossierId{loan.id.value}, loan.scheme, loan.sector, loan.municipality},
                                 {measured_on, "archief 2026/118", lines});
}

/// The administration of the report tests. Four loans of EUR 10,000 at 4 %, linear, in four quarters: 2,600.00 on 1
/// April and 2,575.00 on 1 July 2026 where all is paid in time (style.md, section 12).
///   L-1  Kunststof Emmen, industry: paid 2,600.00 in time and 1,000.00 on 10 July, of which 75.00 interest.
///   L-2  Vezel Coevorden, technology: paid both in time.
///   L-3  Opslag Hoogeveen, logistics: not drawn.
///   L-4  Kunststof Emmen, industry: paid nothing; written off on 1 August: 10,000.00 principal and 200.00 interest
///   due.
inline void make_small_portfolio(storage::Connection& connection)
{
    using social_return::JobKind;
    using social_return::JobLine;
    const auto opening = usecases::init_administration(connection, task("init", date(2026, 1, 1)), "", "");
    verify(static_cast<bool>(opening), "the plan that ships can be read");
    {
        storage::Work work{connection, task("undertaking add", date(2026, 1, 1))};
        storage::add_undertaking(work, firm("Kunststof Emmen B.V.", "90000017", "GM0114"));
        storage::add_undertaking(work, firm("Vezel Coevorden B.V.", "90000025", "GM0109"));
        storage::add_undertaking(work, firm("Opslag Hoogeveen B.V.", "90000033", "GM0118"));
        work.commit("three undertakings");
    }
    const auto l1 = placed(1, 1, "industry", "GM0114");
    const auto l2 = placed(2, 2, "technology", "GM0109");
    const auto l3 = placed(3, 3, "logistics", "GM0118");
    const auto l4 = placed(4, 1, "industry", "GM0114");
    for (const auto& loan : {l1, l2, l3, l4}) award(connection, loan);

    const auto happened = [&](const std::string& loan, lending::EventKind kind, Date day, std::int64_t euros) {
        const lending::Event event{EventId{}, day, kind, Money::euros(euros)};
        verify(static_cast<bool>(usecases::record_loan_event(connection, task("loan", day), loan, event, "test")),
               "the event can be booked");
    };
    using lending::EventKind;
    for (const auto* loan : {"L-1", "L-2", "L-4"}) happened(loan, EventKind::disbursement, date(2026, 1, 1), 10'000);
    for (const auto* loan : {"L-1", "L-2"}) happened(loan, EventKind::payment, date(2026, 4, 1), 2'600);
    happened("L-2", EventKind::payment, date(2026, 7, 1), 2'575);
    happened("L-1", EventKind::payment, date(2026, 7, 10), 1'000);
    happened("L-4", EventKind::write_off, date(2026, 8, 1), 10'200);

    storage::Work work{connection, task("jobs", date(2026, 9, 1))};
    jobs_promised(work, l1,
                  {{JobKind::created, "mbo-2", "", 12, {}},
                   {JobKind::created, "mbo-1", "PW_GT2", 6, {}},
                   {JobKind::created, "hbo-ba", "", 5, {}}});
    jobs_promised(work, l2,
                  {{JobKind::created, "mbo-4", "", 8, {}},
                   {JobKind::created, "hbo-ba", "", 3, {}},
                   {JobKind::kept, "mbo-2", "", 7, {}}});
    jobs_promised(work, l3, {{JobKind::created, "mbo-2", "", 9, {}}});
    jobs_found(work, l1, date(2026, 8, 31),
               {{JobKind::created, "mbo-2", "", 10, {}},
                {JobKind::created, "mbo-1", "PW_GT2", 3, {}},
                {JobKind::created, "hbo-ba", "", 5, {}}});
    jobs_found(work, l2, date(2026, 8, 31),
               {{JobKind::created, "mbo-4", "", 6, {}}, {JobKind::kept, "mbo-2", "", 7, {}}});
    work.commit("jobs");
}

/// The small portfolio with a loan of which a dossier is kept: twelve jobs promised in 2026-0005.
inline void open_with_dossier(storage::Connection& connection)
{
    make_small_portfolio(connection);
    storage::Work work{connection, task("dossier", date(2026, 1, 1))};
    work.add(storage::facts::dossier, {revolving.value, std::int64_t{5}, "2026-0005", std::int64_t{1},
                                       "investment-loan", "2014-07-01", "2025-11-03", std::int64_t{1'000'000}, "{}"});
    auto loan = placed(5, 1, "industry", "GM0114");
    loan.dossier = DossierId{5};
    storage::add_loan(work, loan);
    storage::add_award_total(work, {loan.fund, {}, loan.scheme, loan.sector, loan.municipality}, loan.awarded_on,
                             loan.amount);
    jobs_promised(work, loan, {{social_return::JobKind::created, "mbo-2", "", 12, {}}});
    work.commit("opened");
}

}  // namespace vierkant::testing
