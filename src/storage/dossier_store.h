#pragma once

#include "domain/dossiers/progress.h"
#include "domain/schemes/scheme.h"
#include "domain/state_aid/de_minimis.h"
#include "storage/list_part.h"
#include "storage/work.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vierkant::storage {

/// A case as it was opened.
struct StoredDossier {
    FundId fund;
    DossierId id;
    std::string number;  ///< "2026-0014"
    UndertakingId undertaking;
    std::string scheme;
    Date scheme_from;  ///< first day of the edition that applied on the day of receipt
    Date received_on;
    Money amount;          ///< asked
    std::string document;  ///< the application as registered, JSON
};

/// A dossier in a list: what an officer looks for.
struct DossierRow {
    StoredDossier dossier;
    std::string undertaking_name;
    std::string kvk;
    dossiers::History history;
};

/// Every edition of every scheme, or of the one with this code, as registered (the latest version of each).
std::vector<schemes::Scheme> scheme_editions(Connection& connection, const std::string& code = {});
/// Registers an edition; of the same edition given again, the later version holds for cases decided from then on.
void add_scheme_edition(Work& work, const schemes::Scheme& scheme, const std::string& document);

/// The document of the edition that holds on a day; empty where none does.
std::optional<std::string> scheme_document(Connection& connection, const std::string& code, Date day);
/// Whether dossiers were opened under this edition.
bool is_in_use(Connection& connection, const schemes::Scheme& scheme);

std::optional<StoredDossier> find_dossier(Connection& connection, const std::string& number);
dossiers::History history_of(Connection& connection, const StoredDossier& dossier);
/// What a list of dossiers is narrowed to.
struct DossierFilter {
    enum class Which { all, open, closed };
    Which which = Which::all;                                 ///< open: no decision yet, and not withdrawn
    std::optional<UndertakingId> undertaking = std::nullopt;  ///< of one applicant
    std::optional<FundId> fund = std::nullopt;
    std::optional<Date> undecided_on = std::nullopt;  ///< what was decided, if anything, came after that day
    std::string scheme = {};                          ///< of one scheme
    ListPart part = {};
    std::string schemes = {};   ///< ",code,code," that the words of `part` may also mean
    std::string statuses = {};  ///< ",kind," of the last event, likewise
};
/// Newest first where nothing else is asked, with two queries.
std::vector<DossierRow> list_dossiers(Connection& connection, const DossierFilter& filter = {});
std::int64_t count_dossiers(Connection& connection, const DossierFilter& filter);
/// As the database writes it: "award_proposed".
std::string name_of(dossiers::EventKind kind);

/// What the events of a dossier kept: number and document (JSON) of the last event of a kind; empty where there is
/// none.
std::optional<std::string> kept_document(Connection& connection, const StoredDossier& dossier,
                                         dossiers::EventKind kind);

/// The number of a dossier of the same applicant, scheme, day of receipt and amount that was neither refused nor
/// withdrawn; empty where there is none.
std::optional<std::string> find_same(Connection& connection, const StoredDossier& dossier);

/// Opens a dossier under the next number of its year of receipt, and gives it.
StoredDossier open_dossier(Work& work, StoredDossier dossier);
void add_dossier_event(Work& work, const StoredDossier& dossier, std::int64_t event_no, const dossiers::Event& event,
                       const std::string& document);

/// State aid given under our awards to the undertakings with these KvK numbers (a single undertaking).
std::vector<state_aid::AwardedAid> aid_awarded_to(Connection& connection, std::span<const std::string> kvk_numbers);
/// The undertakings linked with this one, in either direction and through others, itself included.
std::vector<std::string> group_of(Connection& connection, const std::string& kvk);
void add_aid_award(Work& work, const StoredDossier& dossier, Date awarded_on, const std::string& basis,
                   Money equivalent);

}  // namespace vierkant::storage
