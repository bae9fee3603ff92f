#pragma once

#include "domain/lending/replay.h"
#include "domain/social_return/jobs.h"
#include "storage/job_store.h"
#include "storage/loan_writer.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace vierkant::storage {

/// A loan as it was taken over, with the dossier that stands for the case it had elsewhere.
struct TakenOverLoan {
    StoredLoan loan;
    std::string dossier_number;
    Date scheme_from;
    std::string reference;  ///< its number in the former administration
    Date taken_over_on;
    std::string source;  ///< name of the file
    std::int64_t line = 0;
    std::optional<lending::State> state;  ///< at the end of that day; empty where nothing was disbursed yet
    lending::Totals booked;
    lending::Calendar calendar;
    std::vector<social_return::JobLine> jobs_promised;
    std::optional<social_return::JobRealisation> jobs_realised;
};

/// Writes many loans that are taken over, each with everything that a loan has that was awarded here. Rows are gathered
/// and inserted many at once; finish() writes the rest and the totals.
class TakeOverWriter {
public:
    explicit TakeOverWriter(Work& work);

    void add(const TakenOverLoan& taken);
    /// Inserts what was gathered. What is asked of the database afterwards sees it.
    void flush();
    /// flush(), and the totals. REQUIRES: after the last add and before Work::commit.
    void finish();

private:
    void add_case(const TakenOverLoan& taken);

    Work& work_;
    JobBook jobs_;
    LoanWriter loans_in_books_;
    Rows dossiers_;
    Rows events_;
    Rows loans_;
    Rows origins_;
};

/// Those of these references that were taken over before, each with the number of its loan.
std::map<std::string, std::string> taken_over_before(Connection& connection,
                                                     const std::vector<std::string>& references);

/// Whether a dossier stands for a case that was taken over.
bool is_taken_over(Connection& connection, FundId fund, DossierId dossier);
/// Those dossiers, all at once.
std::set<std::pair<FundId, DossierId>> taken_over_dossiers(Connection& connection);

/// Whether a bank statement of the fund was imported.
bool has_statement(Connection& connection, FundId fund);

}  // namespace vierkant::storage
