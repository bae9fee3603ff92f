#pragma once

#include "domain/dossiers/progress.h"
#include "domain/schemes/assessment.h"
#include "storage/dossier_store.h"

#include <string>
#include <string_view>

namespace vierkant::usecases {

/// An application under the rules that apply to it, on a day.
struct Assessment {
    schemes::Scheme scheme;
    schemes::Facts facts;
    schemes::Verdict verdict;
};

/// The verdict per rule on a registered application, as asked: the rules of the day of receipt, the facts of `on`.
/// Reads only.
Result<Assessment> check_application(storage::Connection& connection, const std::string& dossier_number, Date on);

/// The same on an application that is not registered yet.
Result<Assessment> check_application_file(storage::Connection& connection, std::string_view json,
                                          const std::string& source, Date on);

/// The same inside a work: on the dossier's application as asked, or as if `amount` were asked.
Assessment assess(storage::Connection& connection, const storage::StoredDossier& dossier, Date on);
Assessment assess_award(storage::Connection& connection, const storage::StoredDossier& dossier, Money amount, Date on);

/// The scheme under which an application is judged: that of the day of receipt. Refuses one that is not known.
Result<schemes::Scheme> edition_for(storage::Connection& connection, const schemes::Application& application);

/// A dossier with everything an officer follows about it.
struct DossierView {
    storage::DossierRow row;
    schemes::Scheme scheme;
    dossiers::Status status;
    Date decide_by;
};
Result<DossierView> view_application(storage::Connection& connection, const std::string& dossier_number);
/// Sorted by "decide_by", what was decided comes last: it has no such day.
std::vector<DossierView> list_applications(storage::Connection& connection, const storage::DossierFilter& filter = {});

}  // namespace vierkant::usecases
