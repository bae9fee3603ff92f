#include "usecases/assess_application.h"

#include "domain/dossiers/proposal.h"
#include "formats/application_json.h"
#include "storage/fund_store.h"
#include "storage/take_over_store.h"
#include "storage/undertaking_store.h"
#include "usecases/application_messages.h"
#include "usecases/portfolio_messages.h"
#include "usecases/reference_data.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using storage::Connection;
using storage::StoredDossier;

Money available_in(Connection& connection, const std::string& fund)
{
    const auto standings = storage::fund_standings(connection);
    const auto found = std::find_if(standings.begin(), standings.end(), [&](const auto& s) { return s.code == fund; });
    verify(found != standings.end(), "a scheme is paid from a fund that there is");
    return found->available();
}

Assessment assess_facts(Connection& connection, const schemes::Scheme& scheme, schemes::Application application,
                        const parties::Undertaking& applicant, Date on)
{
    const auto group = storage::group_of(connection, applicant.kvk.text());
    auto facts =
        schemes::gather_facts(scheme, std::move(application), applicant, reference_tables(),
                              storage::aid_awarded_to(connection, group), available_in(connection, scheme.fund), on);
    auto verdict = schemes::assess(facts, scheme);
    return {scheme, std::move(facts), std::move(verdict)};
}

/// The application as it was registered. What was read then can be read now.
schemes::Application application_of(const StoredDossier& dossier)
{
    auto application = formats::read_application(dossier.document, dossier.number);
    verify(static_cast<bool>(application), "a registered application can be read");
    return std::move(*application);
}

schemes::Scheme scheme_of(const std::vector<schemes::Scheme>& editions, const StoredDossier& dossier)
{
    const auto found = std::find_if(editions.begin(), editions.end(), [&](const schemes::Scheme& scheme) {
        return scheme.code == dossier.scheme && scheme.from == dossier.scheme_from;
    });
    verify(found != editions.end(), "the edition of a dossier is kept");
    return *found;
}

parties::Undertaking applicant_of(Connection& connection, const StoredDossier& dossier)
{
    const auto applicant = storage::find_undertaking(connection, dossier.undertaking);
    verify(applicant.has_value(), "the applicant of a dossier is kept");
    return applicant->value;
}

Assessment assess_application(Connection& connection, const StoredDossier& dossier, schemes::Application application,
                              Date on)
{
    return assess_facts(connection, scheme_of(storage::scheme_editions(connection), dossier), std::move(application),
                        applicant_of(connection, dossier), on);
}

DossierView view_of(storage::DossierRow row, const std::vector<schemes::Scheme>& editions)
{
    auto scheme = scheme_of(editions, row.dossier);
    const auto status = dossiers::status_of(row.history);
    const auto weeks = static_cast<int>(scheme.decision_weeks.value);
    const auto decide_by =
        dossiers::decision_deadline(row.dossier.received_on, weeks, dossiers::suspensions(row.history));
    return {std::move(row), std::move(scheme), status, decide_by};
}

}  // namespace

Result<schemes::Scheme> edition_for(Connection& connection, const schemes::Application& application)
{
    const auto editions = storage::scheme_editions(connection);
    if (auto edition = schemes::edition_on(editions, application.scheme, application.received_on)) return *edition;
    std::string known;
    for (const auto& edition : editions) {
        if (known.find(edition.code) == std::string::npos) known += (known.empty() ? "" : ", ") + edition.code;
    }
    return bad_input(scheme_unknown,
                     {{"scheme", application.scheme}, {"day", application.received_on}, {"known", known}});
}

Assessment assess(Connection& connection, const StoredDossier& dossier, Date on)
{
    return assess_application(connection, dossier, application_of(dossier), on);
}

Assessment assess_award(Connection& connection, const StoredDossier& dossier, Money amount, Date on)
{
    auto as_asked = assess(connection, dossier, on);
    if (amount == dossier.amount) return as_asked;
    auto application = as_asked.facts.application;
    application.amount = amount;
    auto as_awarded = assess_application(connection, dossier, std::move(application), on);
    as_awarded.verdict = dossiers::verdict_on_award(as_asked.verdict, as_awarded.verdict);
    return as_awarded;
}

Result<Assessment> check_application(Connection& connection, const std::string& dossier_number, Date on)
{
    const auto dossier = storage::find_dossier(connection, dossier_number);
    if (!dossier) return refuse(dossier_unknown, {{"dossier", dossier_number}});
    if (storage::is_taken_over(connection, dossier->fund, dossier->id)) {
        return refuse(case_was_elsewhere, {{"dossier", dossier_number}});
    }
    return assess(connection, *dossier, on);
}

Result<Assessment> check_application_file(Connection& connection, std::string_view json, const std::string& source,
                                          Date on)
{
    auto application = formats::read_application(json, source);
    if (!application) return application.refusal();
    const auto scheme = edition_for(connection, *application);
    if (!scheme) return scheme.refusal();
    if (auto known = schemes::check_codes(*application, *scheme, reference_tables(), source); !known) {
        return known.refusal();
    }
    const auto applicant = storage::find_undertaking(connection, application->applicant);
    if (!applicant) return refuse(applicant_unknown, {{"kvk", application->applicant.text()}});
    return assess_facts(connection, *scheme, std::move(*application), applicant->value, on);
}

Result<DossierView> view_application(Connection& connection, const std::string& dossier_number)
{
    const auto dossier = storage::find_dossier(connection, dossier_number);
    if (!dossier) return refuse(dossier_unknown, {{"dossier", dossier_number}});
    const auto applicant = applicant_of(connection, *dossier);
    return view_of({*dossier, applicant.name, applicant.kvk.text(), storage::history_of(connection, *dossier)},
                   storage::scheme_editions(connection));
}

namespace {

std::vector<DossierView> views_of(Connection& connection, const storage::DossierFilter& filter)
{
    const auto editions = storage::scheme_editions(connection);
    std::vector<DossierView> views;
    for (auto& row : storage::list_dossiers(connection, filter)) views.push_back(view_of(std::move(row), editions));
    return views;
}

/// By the day to decide: it follows from the whole history of a dossier, and only those that wait for a decision have
/// one; the database gives the rest.
std::vector<DossierView> by_deadline(Connection& connection, storage::DossierFilter filter)
{
    using Which = storage::DossierFilter::Which;
    const auto part = filter.part;
    filter.part = {.words = part.words};
    std::vector<DossierView> views;
    if (filter.which != Which::closed) {
        filter.which = Which::open;
        views = views_of(connection, filter);
        std::stable_sort(views.begin(), views.end(), [&](const auto& a, const auto& b) {
            return part.down ? b.decide_by < a.decide_by : a.decide_by < b.decide_by;
        });
    }
    const auto open = static_cast<std::int64_t>(views.size());
    const auto from = std::min(part.first, open);
    const auto until = part.most == 0 ? open : std::min(open, part.first + part.most);
    views = {views.begin() + from, views.begin() + until};
    const auto more = part.most - (until - from);
    if (part.most != 0 && more == 0) return views;
    filter.which = Which::closed;
    filter.part.first = std::max<std::int64_t>(0, part.first - open);
    filter.part.most = part.most == 0 ? 0 : more;
    for (auto& view : views_of(connection, filter)) views.push_back(std::move(view));
    return views;
}

}  // namespace

std::vector<DossierView> list_applications(Connection& connection, const storage::DossierFilter& filter)
{
    const bool only_open = filter.which == storage::DossierFilter::Which::open;
    if (filter.part.sort != "decide_by") return views_of(connection, filter);
    auto views = by_deadline(connection, filter);
    if (only_open) std::erase_if(views, [](const auto& view) { return dossiers::is_closed(view.status); });
    return views;
}

}  // namespace vierkant::usecases
