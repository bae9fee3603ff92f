#pragma once

#include "domain/dossiers/progress.h"
#include "storage/work.h"

#include <optional>
#include <string>

namespace vierkant::usecases {

/// A step between receipt and decision that needs no more than its words.
struct Step {
    dossiers::EventKind kind;  ///< completion_requested, completed or withdrawn
    std::string note;
    std::optional<Date> until = std::nullopt;  ///< of a request to complete
};

/// Records the step on today's day. Refuses a dossier that is not known and a step that is not due.
Result<dossiers::Status> follow_application(storage::Connection& connection, const storage::Task& task,
                                            const std::string& dossier_number, const Step& step);

}  // namespace vierkant::usecases
