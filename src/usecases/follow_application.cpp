#include "usecases/follow_application.h"

#include "storage/dossier_store.h"
#include "usecases/application_messages.h"

namespace vierkant::usecases {

Result<dossiers::Status> follow_application(storage::Connection& connection, const storage::Task& task,
                                            const std::string& dossier_number, const Step& step)
{
    storage::Work work{connection, task};
    const auto dossier = storage::find_dossier(connection, dossier_number);
    if (!dossier) return refuse(dossier_unknown, {{"dossier", dossier_number}});
    auto history = storage::history_of(connection, *dossier);

    const dossiers::Event event{step.kind, task.today, task.actor, step.until, std::nullopt, step.note};
    if (auto allowed = dossiers::check_next(history, event); !allowed) return allowed.refusal();

    history.push_back(event);
    storage::add_dossier_event(work, *dossier, static_cast<std::int64_t>(history.size()), event, "{}");
    work.commit(dossier_number);
    return dossiers::status_of(history);
}

}  // namespace vierkant::usecases
