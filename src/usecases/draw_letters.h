#pragma once

#include "base/result.h"
#include "domain/arrears/dunning.h"
#include "reporting/report.h"
#include "storage/connection.h"
#include "storage/work.h"

#include <functional>
#include <string>
#include <vector>

namespace vierkant::usecases {

enum class LetterForm { text, html };

struct LetterRequest {
    Date as_of;          ///< the date of the letters
    std::string number;  ///< of the one loan or grant to write about; "" for all
    LetterForm form = LetterForm::text;
    Language language = Language::nl;
};

struct DrawnLetter {
    std::string number;  ///< "B-000012"
    std::string debt;    ///< "L-000042"
    std::string debtor;
    arrears::StepKind kind = arrears::StepKind::reminder;
    Money amount;  ///< to pay
    Date pay_by;
    std::string file_name;  ///< "B-000012-L-000042-reminder.txt"
    std::string content;
};

/// Draws up every letter whose day has come, registers each with its text and the digest of it, and gives them to
/// `keep`, which puts them where they are printed from. Where one letter has a gap, or cannot be kept, none is
/// registered. Doing it twice on one day draws up nothing the second time.
Result<std::vector<DrawnLetter>> draw_letters(storage::Connection& connection, const storage::Task& task,
                                              const LetterRequest& request,
                                              const std::function<Result<Done>(const DrawnLetter&)>& keep);

}  // namespace vierkant::usecases
