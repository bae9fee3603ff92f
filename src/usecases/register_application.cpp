#include "usecases/register_application.h"

#include "formats/application_json.h"
#include "storage/fund_store.h"
#include "storage/undertaking_store.h"
#include "usecases/application_messages.h"
#include "usecases/assess_application.h"
#include "usecases/reference_data.h"

namespace vierkant::usecases {

using storage::StoredDossier;

Result<StoredDossier> register_application(storage::Connection& connection, const storage::Task& task,
                                           std::string_view json, const std::string& source)
{
    const auto application = formats::read_application(json, source);
    if (!application) return application.refusal();

    storage::Work work{connection, task};
    if (application->received_on > task.today) {
        return refuse(received_in_future, {{"day", application->received_on}, {"today", task.today}});
    }
    const auto scheme = edition_for(connection, *application);
    if (!scheme) return scheme.refusal();
    if (auto known = schemes::check_codes(*application, *scheme, reference_tables(), source); !known) {
        return known.refusal();
    }
    const auto applicant = storage::find_undertaking(connection, application->applicant);
    if (!applicant) return refuse(applicant_unknown, {{"kvk", application->applicant.text()}});
    const auto fund = storage::fund_of_code(connection, scheme->fund);
    verify(fund.has_value(), "a scheme is paid from a fund that there is");

    StoredDossier dossier{*fund,
                          {},
                          "",
                          applicant->id,
                          scheme->code,
                          scheme->from,
                          application->received_on,
                          application->amount,
                          std::string{json}};
    if (const auto before = storage::find_same(connection, dossier)) {
        return refuse(registered_before, {{"dossier", *before}});
    }
    dossier = storage::open_dossier(work, dossier);
    storage::add_dossier_event(
        work, dossier, 1, {dossiers::EventKind::registered, task.today, task.actor, {}, application->amount, {}}, "{}");
    work.commit(dossier.number);
    return dossier;
}

}  // namespace vierkant::usecases
