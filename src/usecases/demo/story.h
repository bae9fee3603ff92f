#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"
#include "domain/programme/measure_record.h"
#include "domain/programme/observation.h"
#include "domain/social_return/jobs.h"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// The example administration: several years of a fund that never was, told in data/demo/*.csv (see its README) and
/// played through the ordinary use cases. Nothing here writes to the database by another way than an officer's.
namespace vierkant::demo {

/// A fictional company. Its RSIN, VAT id and IBAN are made from its KvK number (numbers.h).
struct Firm {
    std::string key;
    std::string name;
    std::string kvk;
    std::string street;
    std::string house_number;
    std::string postcode;
    std::string place;
    std::string municipality;
    std::string sbi_main;
    std::string sbi_side;
    std::int64_t headcount = 0;
    Money turnover;
    Money balance_total;
    std::string parent;  ///< name of a foreign parent
};

/// How far an application comes.
enum class Course {
    receive,   ///< waits for an officer
    request,   ///< was asked to be completed
    complete,  ///< is complete
    propose,   ///< waits for a decision
    award,
    refuse,
    withdraw,
};

/// How a borrower pays.
struct Payer {
    int days_late = 0;
    bool gives_reference = true;
};

struct CostLine {
    std::string description;
    Money amount;
    std::string category;
};

/// Jobs promised, and how many of them are found after one, two and three years.
struct PlannedJobs {
    social_return::JobLine promised;
    std::array<std::int64_t, 3> found{};
};

/// A worker for whom a reshoring grant is claimed.
struct Worker {
    std::string reference;
    Date claimed_on = Date::from_serial(0);
    Date started_on = Date::from_serial(0);
    std::string hours;
    std::string required;
    std::string attained;
    std::string target_group;
    std::optional<Date> left_on;
};

/// Cost made, with its invoice: on a proof-production loan, or on a grant on cost.
struct Invoice {
    Date claimed_on = Date::from_serial(0);
    std::string description;
    std::string supplier;
    std::string category;
    Money amount;
    std::string evidence;
};

struct PlannedApplication {
    std::string key;
    Firm firm;
    std::string scheme;
    Date received_on = Date::from_serial(0);
    std::string purpose;
    std::string municipality;
    Money amount;
    Money own;
    Money bank;
    std::string term_months;
    std::string collateral;
    std::string rating;
    std::string workers;
    std::string work_comes_from;
    std::string foreign_parent;
    std::string assessor;
    std::string decider;
    bool completed_later = false;  ///< something was missing at first
    Course course = Course::award;
    Payer payer;
    std::string reason;
    std::vector<CostLine> investments;
    std::vector<PlannedJobs> jobs;
    std::vector<Worker> claims;
    std::vector<Invoice> invoices;
};

/// What happens besides the routine: on this day, to this application or fund. data/demo/README.md lists the acts.
struct Happening {
    Date on = Date::from_serial(0);
    std::string act;
    std::string subject;  ///< an application, or the code of a fund
    Money amount;
    std::string detail;
};

/// Unemployment that an officer records.
struct PlannedObservation {
    Date recorded_on = Date::from_serial(0);
    programme::Observation observation;
};

/// How a followed measure stands, as an officer records it.
struct PlannedRecord {
    Date recorded_on = Date::from_serial(0);
    programme::MeasureRecord record;
};

struct Story {
    std::vector<Firm> firms;
    std::vector<PlannedApplication> applications;  ///< in the order of the file
    std::vector<Happening> happenings;
    std::vector<PlannedObservation> observations;
    std::vector<PlannedRecord> records;
};

/// The text of a file of the story by its name, such as "jobs.csv".
using StoryFiles = std::function<std::string(const std::string& name)>;

/// Reads the story as it is told on `today`: days written as "today-9" are counted from it. Refuses what cannot be
/// read, naming file and line.
Result<Story> read_story(const StoryFiles& files, Date today);

/// The files that ship with the program.
std::string shipped_story(const std::string& name);

}  // namespace vierkant::demo
