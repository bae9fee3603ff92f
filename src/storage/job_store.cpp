#include "storage/job_store.h"

#include <algorithm>
#include <array>

namespace vierkant::storage {

namespace {

using social_return::JobKind;
using social_return::JobLine;
using social_return::JobRealisation;

constexpr std::string_view no_group = "NONE";
constexpr std::size_t rows_at_once = 5'000;  // bounds what waits in memory

std::string kind_name(JobKind kind)
{
    return kind == JobKind::created ? "new" : "kept";
}

std::string group_name(const JobLine& line)
{
    return line.target_group.empty() ? std::string{no_group} : line.target_group;
}

JobLine line_of(const std::string& kind, const std::string& level, const std::string& group, std::int64_t jobs,
                std::int64_t hours)
{
    return {kind == "new" ? JobKind::created : JobKind::kept, level, group == no_group ? "" : group, jobs,
            Hours{hours}};
}

Date stored_date(const std::string& text)
{
    const auto day = parse_date(text);
    verify(day.has_value(), "a stored date is a date");
    return *day;
}

/// The three rows of a total that a change on a day belongs to: grain and first day.
std::array<std::pair<std::string, std::string>, 3> periods_of(Date day)
{
    const auto text = to_text(day);
    return {{{"day", text}, {"month", text.substr(0, 8) + "01"}, {"year", text.substr(0, 5) + "01-01"}}};
}

/// Each date with the measurement that counts from it on: of two of one date, the later registered.
std::map<Date, const JobRealisation*> in_force(const std::vector<JobRealisation>& measurements)
{
    std::map<Date, const JobRealisation*> by_date;
    for (const auto& measurement : measurements) by_date[measurement.measured_on] = &measurement;
    return by_date;
}

using Count = std::function<void(Date, const JobLine&, std::int64_t)>;

/// Every change of the number of jobs found that these measurements come to: each replaces the one before it.
void each_change(const std::vector<JobRealisation>& measurements, std::int64_t sign, const Count& count)
{
    const JobRealisation* before = nullptr;
    for (const auto& [day, measurement] : in_force(measurements)) {
        if (before != nullptr) {
            for (const auto& line : before->lines) count(day, line, -sign * line.jobs);
        }
        for (const auto& line : measurement->lines) count(day, line, sign * line.jobs);
        before = measurement;
    }
}

}  // namespace

void JobBook::count(const AwardPlace& place, Date day, const JobLine& line, Jobs change)
{
    for (const auto& [grain, first_day] : periods_of(day)) {
        auto& total = jobs_[{place.fund.value, grain, first_day, place.scheme, place.sector, place.municipality,
                             line.level, group_name(line), kind_name(line.kind)}];
        total.promised += change.promised;
        total.realised += change.realised;
    }
}

JobBook::JobBook(Work& work)
    : work_{work}, commitments_{facts::job_commitment.kinds.size()}, realisations_{facts::job_realisation.kinds.size()}
{
}

void JobBook::promise(const AwardPlace& place, Date promised_on, const std::vector<JobLine>& lines)
{
    std::int64_t line_no = 0;
    for (const auto& line : lines) {
        if (line.jobs == 0) continue;
        commitments_.add(place.fund.value, place.dossier.value, ++line_no, to_text(promised_on), place.scheme,
                         place.sector, place.municipality, line.level, group_name(line), kind_name(line.kind),
                         line.jobs, line.hours.hundredths);
        count(place, promised_on, line, {line.jobs, 0});
    }
    if (commitments_.size() >= rows_at_once) insert_facts();
}

void JobBook::award(const AwardPlace& place, Date awarded_on, Money amount)
{
    for (const auto& [grain, first_day] : periods_of(awarded_on)) {
        auto& total = awards_[{place.fund.value, grain, first_day, place.scheme, place.sector, place.municipality}];
        total = total + amount;
    }
}

void JobBook::realise(const AwardPlace& place, const JobRealisation& realisation)
{
    insert_facts();
    auto measurements = job_realisations(work_.connection(), place.fund, place.dossier);
    const auto change = [&](Date day, const JobLine& line, std::int64_t jobs) { count(place, day, line, {0, jobs}); };
    each_change(measurements, -1, change);
    measurements.push_back(realisation);
    each_change(measurements, +1, change);
    keep(place, static_cast<std::int64_t>(measurements.size()), realisation);
}

void JobBook::realise_first(const AwardPlace& place, const JobRealisation& realisation)
{
    for (const auto& line : realisation.lines) count(place, realisation.measured_on, line, {0, line.jobs});
    keep(place, 1, realisation);
    if (realisations_.size() >= rows_at_once) insert_facts();
}

void JobBook::keep(const AwardPlace& place, std::int64_t measurement_no, const JobRealisation& realisation)
{
    std::int64_t line_no = 0;
    for (const auto& line : realisation.lines) {
        realisations_.add(place.fund.value, place.dossier.value, measurement_no, ++line_no,
                          to_text(realisation.measured_on), place.scheme, place.sector, place.municipality, line.level,
                          group_name(line), kind_name(line.kind), line.jobs, line.hours.hundredths,
                          realisation.evidence);
    }
}

void JobBook::insert_facts()
{
    work_.add_all(facts::job_commitment, commitments_);
    work_.add_all(facts::job_realisation, realisations_);
    commitments_.clear();
    realisations_.clear();
}

void JobBook::write()
{
    insert_facts();
    write_jobs();
    write_awards();
    jobs_.clear();
    awards_.clear();
}

void JobBook::write_jobs()
{
    static const Insert insert{
        "job_total",
        "fund_id, grain, on_date, scheme_code, sector, municipality_code, level, target_group, kind, promised, "
        "realised",
        "ittttttttii",
        "ON CONFLICT (fund_id, grain, on_date, scheme_code, sector, municipality_code, level, target_group, kind) DO "
        "UPDATE SET promised = job_total.promised + excluded.promised, realised = job_total.realised + "
        "excluded.realised"};
    Rows rows{insert.kinds.size()};
    for (const auto& [key, change] : jobs_) {
        if (change.promised == 0 && change.realised == 0) continue;
        const auto& [fund, grain, day, scheme, sector, municipality, level, group, kind] = key;
        rows.add(fund, grain, day, scheme, sector, municipality, level, group, kind, change.promised, change.realised);
    }
    work_.connection().insert(insert, rows);
}

void JobBook::write_awards()
{
    static const Insert insert{
        "award_total", "fund_id, grain, on_date, scheme_code, sector, municipality_code, amount", "ittttti",
        "ON CONFLICT (fund_id, grain, on_date, scheme_code, sector, municipality_code) DO UPDATE SET amount = "
        "award_total.amount + excluded.amount"};
    Rows rows{insert.kinds.size()};
    for (const auto& [key, amount] : awards_) {
        const auto& [fund, grain, day, scheme, sector, municipality] = key;
        rows.add(fund, grain, day, scheme, sector, municipality, amount.in_cents());
    }
    work_.connection().insert(insert, rows);
}

void add_job_commitments(Work& work, const AwardPlace& place, Date promised_on, const std::vector<JobLine>& lines)
{
    JobBook book{work};
    book.promise(place, promised_on, lines);
    book.write();
}

void add_award_total(Work& work, const AwardPlace& place, Date awarded_on, Money amount)
{
    JobBook book{work};
    book.award(place, awarded_on, amount);
    book.write();
}

void add_job_realisation(Work& work, const AwardPlace& place, const JobRealisation& realisation)
{
    JobBook book{work};
    book.realise(place, realisation);
    book.write();
}

std::vector<JobLine> promised_jobs(Connection& connection, FundId fund, DossierId dossier)
{
    std::vector<JobLine> lines;
    connection.each(
        "SELECT kind, level, target_group, jobs, hours FROM job_commitment WHERE fund_id = ? AND dossier_id = ? ORDER "
        "BY line_no",
        {fund.value, dossier.value}, "tttii", [&](const Row& row) {
            lines.push_back(line_of(row.text(0), row.text(1), row.text(2), row.integer(3), row.integer(4)));
        });
    return lines;
}

std::vector<JobRealisation> job_realisations(Connection& connection, FundId fund, DossierId dossier)
{
    std::vector<JobRealisation> measurements;
    std::int64_t last_no = 0;
    connection.each(
        "SELECT measurement_no, measured_on, evidence, kind, level, target_group, jobs, hours FROM job_realisation "
        "WHERE fund_id = ? AND dossier_id = ? ORDER BY measurement_no, line_no",
        {fund.value, dossier.value}, "itttttii", [&](const Row& row) {
            if (row.integer(0) != last_no) measurements.push_back({stored_date(row.text(1)), row.text(2), {}});
            last_no = row.integer(0);
            measurements.back().lines.push_back(
                line_of(row.text(3), row.text(4), row.text(5), row.integer(6), row.integer(7)));
        });
    return measurements;
}

std::optional<MeasuredAward> find_award(Connection& connection, const std::string& dossier_number)
{
    std::optional<MeasuredAward> found;
    connection.each(
        "SELECT d.fund_id, d.dossier_id, d.number, a.scheme_code, a.sector, a.municipality_code, a.awarded_on, u.name "
        "FROM dossier d JOIN (SELECT fund_id, dossier_id, scheme_code, sector, municipality_code, awarded_on FROM loan "
        "UNION ALL SELECT fund_id, dossier_id, scheme_code, sector, municipality_code, awarded_on FROM grant_award) a "
        "ON a.fund_id = d.fund_id AND a.dossier_id = d.dossier_id LEFT JOIN undertaking u ON u.administration_id = ? "
        "AND u.undertaking_id = d.undertaking_id WHERE d.number = ? ORDER BY a.awarded_on DESC",
        {administration, dossier_number}, "iitttttt", [&](const Row& row) {
            found = MeasuredAward{
                {FundId{row.integer(0)}, DossierId{row.integer(1)}, row.text(3), row.text(4), row.text(5)},
                row.text(2),
                row.text(7),
                stored_date(row.text(6))};
        });
    return found;
}

std::vector<PromisedJobs> promises_until(Connection& connection, Date day)
{
    std::vector<PromisedJobs> promises;
    connection.each(
        "SELECT d.number, u.name, p.promised_on, m.measured_on FROM (SELECT fund_id, dossier_id, MIN(promised_on) AS "
        "promised_on FROM job_commitment GROUP BY fund_id, dossier_id) p JOIN dossier d ON d.fund_id = p.fund_id AND "
        "d.dossier_id = p.dossier_id LEFT JOIN undertaking u ON u.administration_id = ? AND u.undertaking_id = "
        "d.undertaking_id LEFT JOIN (SELECT fund_id, dossier_id, MAX(measured_on) AS measured_on FROM job_realisation "
        "GROUP BY fund_id, dossier_id) m ON m.fund_id = p.fund_id AND m.dossier_id = p.dossier_id WHERE p.promised_on "
        "<= ? ORDER BY d.number",
        {administration, to_text(day)}, "tttt", [&](const Row& row) {
            promises.push_back({row.text(0), row.text(1), stored_date(row.text(2)),
                                row.is_null(3) ? std::nullopt : std::optional{stored_date(row.text(3))}});
        });
    return promises;
}

}  // namespace vierkant::storage
