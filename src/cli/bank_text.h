#pragma once

#include "usecases/import_statement.h"
#include "usecases/list_bank_lines.h"
#include "usecases/match_line.h"

#include <string>
#include <vector>

/// What the bank commands print: text for people, JSON and CSV for machines.
namespace vierkant::cli {

std::string import_text(const std::vector<usecases::ImportReceipt>& receipts, Language language);
std::string import_json(const std::vector<usecases::ImportReceipt>& receipts, Language language);

std::string unmatched_text(const std::vector<usecases::UnmatchedLine>& lines, Language language);
std::string unmatched_json(const std::vector<usecases::UnmatchedLine>& lines, Language language);

std::string lines_text(const std::vector<storage::ListedLine>& lines, Language language);
std::string lines_csv(const std::vector<storage::ListedLine>& lines);
std::string lines_json(const std::vector<storage::ListedLine>& lines, Language language);

std::string match_text(const usecases::MatchReceipt& receipt, Language language);

std::string funders_text(const std::vector<usecases::FunderReference>& references);
std::string funders_json(const std::vector<usecases::FunderReference>& references);

}  // namespace vierkant::cli
