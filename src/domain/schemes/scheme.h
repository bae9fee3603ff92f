#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/rate.h"
#include "domain/parties/places.h"
#include "domain/parties/undertaking.h"
#include "domain/state_aid/de_minimis.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::schemes {

/// A parameter and the article or passage it rests on.
template <class T>
struct Sourced {
    T value;
    std::string source;
};

/// One edition of a scheme (regeling): the rules for applications received from its first day on.
struct Scheme {
    std::string code;
    std::string title_nl;
    std::string title_en;
    std::string fund;  ///< the fund that pays
    Date from;
    std::optional<Date> until;  ///< the last day; empty: until a later edition
    Sourced<std::vector<parties::Sector>> sectors;
    Sourced<std::vector<std::string>> municipalities;
    Sourced<parties::SizeClass> largest;
    Sourced<Money> amount_least;
    Sourced<Money> amount_most;
    Sourced<std::int64_t> jobs_least;      ///< jobs made and kept together
    Sourced<Rate> jobs_share_at_most_mbo;  ///< of those jobs; havo and vwo count as mbo
    Sourced<Money> amount_per_job_most;
    Sourced<Rate> own_contribution_least;  ///< of the investment
    std::string aid_source;                ///< the regulation aid is given under
};

/// The edition of the scheme for an application received on `day`: the latest that has begun and has not ended.
std::optional<Scheme> edition_on(const std::vector<Scheme>& editions, std::string_view code, Date day);

struct JobPromise {
    std::string level;  ///< what the job asks for, as in education_levels.csv
    std::int64_t made = 0;
    std::int64_t kept = 0;
};

/// The request that opens a dossier (aanvraag).
struct Application {
    std::string scheme;
    parties::KvkNumber applicant;
    std::string purpose;
    Date received_on;
    std::optional<Date> starts_on;           ///< of the project
    parties::MunicipalityCode municipality;  ///< where the jobs arise
    Money amount;                            ///< asked
    Money investment;                        ///< the whole project
    Money own_contribution;
    Money other_finance;
    std::vector<JobPromise> jobs;
};

/// All that the rules look at.
struct Facts {
    Application application;
    parties::Undertaking undertaking;
    std::optional<parties::Activity> activity;  ///< of the main activity; empty: the code is not known
    parties::EducationLevels levels;
    std::optional<std::vector<state_aid::AwardedAid>> aid;  ///< of the single undertaking; empty: not declared yet
    std::optional<Money> aid_ceiling;                       ///< in force on the day
    std::optional<Money> equivalent;                        ///< of what is asked; empty: not calculated yet
    Money available;                                        ///< left in the fund
    Date assessed_on;
};

}  // namespace vierkant::schemes
