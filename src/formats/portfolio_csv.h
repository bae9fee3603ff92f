#pragma once

#include "domain/lending/terms.h"
#include "domain/parties/places.h"
#include "domain/parties/undertaking.h"
#include "domain/social_return/jobs.h"
#include "formats/csv_record.h"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace vierkant::formats {

/// A loan as another administration hands it over.
struct PortfolioRow {
    std::int64_t line = 0;
    std::string place;      ///< "portfolio.csv:12"
    std::string reference;  ///< its number there
    parties::KvkNumber kvk;
    std::optional<parties::Undertaking> undertaking;  ///< where the row says more than the KvK number
    parties::ActivityCode activity;
    parties::MunicipalityCode municipality;
    std::string scheme;
    Date awarded_on = Date::from_serial(0);
    Money amount;
    lending::LoanTerms terms;  ///< with its opening where anything was disbursed
    std::vector<social_return::JobLine> jobs_promised;
    std::optional<social_return::JobRealisation> jobs_realised;
};

/// What the codes in a row are held against.
struct PortfolioCodes {
    parties::Municipalities municipalities;
    parties::EducationLevels levels;
    std::set<std::string> target_groups;
};

/// The columns of docs/reference/portfolio-csv.md.
std::span<const CsvColumn> portfolio_columns();

/// Reads a row as it stood at the end of `taken_over_on`. Everything that a row can say wrongly by itself is refused,
/// with its line and column; what the administration knows is for the use case.
Result<PortfolioRow> read_portfolio_row(const CsvReader& reader, const CsvRow& row, CsvNumbers numbers,
                                        Date taken_over_on, const PortfolioCodes& codes);

}  // namespace vierkant::formats
