#include "usecases/report_rows.h"

#include "formats/application_json.h"
#include "storage/dossier_store.h"
#include "storage/fund_store.h"
#include "storage/loan_query.h"
#include "storage/take_over_store.h"
#include "usecases/assess_application.h"
#include "usecases/programme_rows.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace vierkant::usecases {

namespace {

using dossiers::EventKind;
using dossiers::Status;
using reporting::Cells;

std::string_view code_of(Status status)
{
    switch (status) {
        case Status::received:
            return "received";
        case Status::incomplete:
            return "incomplete";
        case Status::complete:
            return "complete";
        case Status::award_proposed:
            return "award_proposed";
        case Status::refusal_proposed:
            return "refusal_proposed";
        case Status::awarded:
            return "awarded";
        case Status::refused:
            return "refused";
        case Status::withdrawn:
            return "withdrawn";
    }
    return "";
}

/// A dossier as it stood on the day of the report.
struct Case {
    storage::DossierRow row;
    Status status;
    Date decide_by;
    Date last;  ///< the day of its last event: of the decision, where it has one

    [[nodiscard]] bool decided() const { return status == Status::awarded || status == Status::refused; }
    [[nodiscard]] bool within() const { return decided() && last <= decide_by; }
};

/// The dossiers received up to the day; not those that were handled elsewhere and taken over.
std::vector<Case> cases_on(storage::Connection& connection, Date as_of)
{
    std::vector<Case> cases;
    const auto elsewhere = storage::taken_over_dossiers(connection);
    for (auto& view : list_applications(connection)) {
        auto& row = view.row;
        if (row.dossier.received_on > as_of) continue;
        if (elsewhere.contains({row.dossier.fund, row.dossier.id})) continue;
        std::erase_if(row.history, [&](const dossiers::Event& event) { return event.day > as_of; });
        if (row.history.empty()) continue;
        const auto weeks = static_cast<int>(view.scheme.decision_weeks.value);
        const auto decide_by =
            dossiers::decision_deadline(row.dossier.received_on, weeks, dossiers::suspensions(row.history));
        const auto last = row.history.back().day;
        const auto status = dossiers::status_of(row.history);
        cases.push_back({std::move(row), status, decide_by, last});
    }
    std::sort(cases.begin(), cases.end(),
              [](const Case& a, const Case& b) { return a.row.dossier.number < b.row.dossier.number; });
    return cases;
}

struct Tally {
    std::int64_t received = 0, decided = 0, awarded = 0, refused = 0, withdrawn = 0, within = 0;
};

std::vector<Cells> rows_of(const std::map<std::string, Tally>& tallies)
{
    std::vector<Cells> rows;
    for (const auto& [name, t] : tallies)
        rows.push_back({name, t.received, t.decided, t.awarded, t.refused, t.withdrawn, t.within});
    return rows;
}

/// A case counts as received on the day it came in, and as decided or withdrawn on the day of that.
void count_received(Tally& tally)
{
    ++tally.received;
}
void count_outcome(Tally& tally, const Case& one)
{
    if (one.decided()) ++tally.decided;
    if (one.status == Status::awarded) ++tally.awarded;
    if (one.status == Status::refused) ++tally.refused;
    if (one.status == Status::withdrawn) ++tally.withdrawn;
    if (one.within()) ++tally.within;
}

std::string year_of(Date day)
{
    return to_text(day).substr(0, 4);
}

std::vector<Cells> decision_years(storage::Connection& connection, Date as_of, const std::string&)
{
    std::map<std::string, Tally> years;
    for (const auto& one : cases_on(connection, as_of)) {
        count_received(years[year_of(one.row.dossier.received_on)]);
        if (dossiers::is_closed(one.status)) count_outcome(years[year_of(one.last)], one);
    }
    return rows_of(years);
}

std::vector<Cells> decision_schemes(storage::Connection& connection, Date as_of, const std::string&)
{
    std::map<std::string, Tally> schemes;
    const auto year = year_of(as_of);
    for (const auto& one : cases_on(connection, as_of)) {
        const auto& scheme = one.row.dossier.scheme;
        if (year_of(one.row.dossier.received_on) == year) count_received(schemes[scheme]);
        if (dossiers::is_closed(one.status) && year_of(one.last) == year) count_outcome(schemes[scheme], one);
    }
    return rows_of(schemes);
}

std::vector<Cells> open_dossiers(storage::Connection& connection, Date as_of, const std::string&)
{
    auto cases = cases_on(connection, as_of);
    std::erase_if(cases, [](const Case& one) { return dossiers::is_closed(one.status); });
    std::stable_sort(cases.begin(), cases.end(),
                     [](const Case& a, const Case& b) { return a.decide_by < b.decide_by; });
    std::vector<Cells> rows;
    for (const auto& one : cases) {
        const auto& dossier = one.row.dossier;
        rows.push_back({dossier.number, one.row.undertaking_name, dossier.scheme, to_text(dossier.received_on),
                        std::string{code_of(one.status)}, to_text(one.decide_by), std::int64_t{one.decide_by - as_of}});
    }
    return rows;
}

std::vector<Cells> decided_dossiers(storage::Connection& connection, Date as_of, const std::string&)
{
    std::vector<Cells> rows;
    for (const auto& one : cases_on(connection, as_of)) {
        if (!one.decided() || year_of(one.last) != year_of(as_of)) continue;
        const auto& dossier = one.row.dossier;
        rows.push_back({dossier.number, one.row.undertaking_name, dossier.scheme, to_text(dossier.received_on),
                        to_text(one.last), std::string{code_of(one.status)}, to_text(one.decide_by),
                        std::int64_t{one.last - dossier.received_on}, std::string{one.within() ? "yes" : "no"}});
    }
    return rows;
}

/// What was awarded from the fund, and the investments that the applications name with it.
std::vector<Cells> investments(storage::Connection& connection, Date as_of, const std::string& fund)
{
    const auto id = storage::fund_of_code(connection, fund);
    struct Sum {
        std::int64_t awards = 0;
        Money awarded, investment;
    };
    std::map<std::string, Sum> schemes;
    for (const auto& one : cases_on(connection, as_of)) {
        const auto& dossier = one.row.dossier;
        if (!id || dossier.fund != *id || one.status != Status::awarded) continue;
        const auto application = formats::read_application(dossier.document, dossier.number);
        verify(static_cast<bool>(application), "the application of a dossier can be read");
        auto& sum = schemes[dossier.scheme];
        ++sum.awards;
        sum.awarded = sum.awarded + one.row.history.back().amount.value_or(Money{});
        for (const auto& part : application->investment_plan) sum.investment = sum.investment + part.amount;
    }
    std::vector<Cells> rows;
    for (const auto& [scheme, sum] : schemes)
        rows.push_back({scheme, sum.awards, sum.awarded.in_cents(), sum.investment.in_cents()});
    return rows;
}

using Source = std::vector<Cells> (*)(storage::Connection&, Date, const std::string&);
constexpr std::array<std::pair<std::string_view, Source>, 8> sources{{{"decisions/years", decision_years},
                                                                      {"decisions/schemes", decision_schemes},
                                                                      {"decisions/open", open_dossiers},
                                                                      {"decisions/decided", decided_dossiers},
                                                                      {"investments/schemes", investments},
                                                                      {"programme/standing", unemployment_standing},
                                                                      {"programme/path", unemployment_path},
                                                                      {"programme/elsewhere", unemployment_elsewhere}}};

}  // namespace

bool has_report_rows(std::string_view name)
{
    return std::any_of(sources.begin(), sources.end(), [&](const auto& source) { return source.first == name; });
}

std::vector<Cells> report_rows(storage::Connection& connection, std::string_view name, Date as_of,
                               const std::string& fund)
{
    const auto source =
        std::find_if(sources.begin(), sources.end(), [&](const auto& known) { return known.first == name; });
    verify(source != sources.end(), "a report names rows that the program works out");
    return source->second(connection, as_of, fund);
}

}  // namespace vierkant::usecases
