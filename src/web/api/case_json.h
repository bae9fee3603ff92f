#pragma once

#include "storage/undertaking_store.h"
#include "usecases/assess_application.h"
#include "web/api/call.h"

namespace vierkant::api {

/// "award-proposed": stable, in no language.
std::string_view name_of(dossiers::Status status);

Json undertaking_of(const storage::StoredUndertaking& stored);
Json summary_of(const usecases::DossierView& view);
/// A document that was sent in, without what is only said about it: "_note", "$schema".
Json without_comments(Json document);
/// With its events and the application as registered.
Json application_of(const usecases::DossierView& view);
Json verdict_of(const usecases::Assessment& assessment);

}  // namespace vierkant::api
