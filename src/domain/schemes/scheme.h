#pragma once

#include "base/date.h"
#include "base/hours.h"
#include "base/money.h"
#include "base/rate.h"
#include "base/result.h"
#include "domain/arrears/dunning.h"
#include "domain/grants/eligible_cost.h"
#include "domain/parties/undertaking.h"
#include "domain/schemes/offer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vierkant::schemes {

/// A parameter and the article or passage it rests on.
template <class T>
struct Sourced {
    T value;
    Word source;
};
/// A parameter that not every scheme has. Absent: its rule does not apply, and nothing is found about it.
template <class T>
using Maybe = std::optional<Sourced<T>>;

/// What an award gives, and so which life it leads afterwards.
enum class Instrument {
    loan,
    proof_production_loan,  ///< a loan paid out against invoices; unused cost lowers the principal
    grant_per_worker,       ///< a fixed amount per worker brought back to the region
    grant_on_cost,          ///< a share of eligible cost
    investment_premium,     ///< a share of an investment from abroad
};

/// The ground on which its aid is compatible with the internal market.
enum class AidBasis {
    de_minimis,                    ///< Regulation (EU) 2023/2831, or 1407/2013 for awards until 2023
    sme_investment_or_de_minimis,  ///< Regulation (EU) 651/2014, art. 17 where that holds it, else de minimis
};

/// One edition of a scheme (regeling): the rules for applications received from its first day on.
struct Scheme {
    std::string code;
    std::string title_nl;
    std::string title_en;
    std::string fund;     ///< the fund that pays
    std::string measure;  ///< of the plan: "M01"
    Instrument instrument = Instrument::loan;
    Date from;
    std::optional<Date> until;  ///< the last day; empty: until a later edition

    Sourced<std::int64_t> decision_weeks;
    Sourced<std::vector<parties::Sector>> sectors;
    Sourced<std::vector<std::string>> municipalities;
    Sourced<Money> amount_least;
    Sourced<Money> amount_most;
    Sourced<AidBasis> aid;

    Maybe<parties::SizeClass> largest;
    Maybe<std::int64_t> jobs_least;      ///< jobs made and kept together
    Maybe<Rate> jobs_share_at_most_mbo;  ///< of those jobs; havo and vwo count as mbo
    Maybe<Money> amount_per_job_most;
    Maybe<Rate> own_contribution_least;  ///< of the investment

    Maybe<LoanOffer> offer;                                    ///< loans
    Maybe<std::vector<grants::CostCategory>> cost_categories;  ///< proof production, grants on cost
    Maybe<Money> amount_per_worker;                            ///< grants per worker, as the next two
    Maybe<Hours> hours_least;                                  ///< of a worker's contract, a week
    Maybe<std::int64_t> months_kept;                           ///< the worker stays this long
    Maybe<Rate> premium_share;                                 ///< of the eligible investment
    Maybe<std::vector<std::string>> premium_categories;        ///< the investment plan's categories that are eligible
    Maybe<arrears::DunningPlan> dunning;                       ///< what is done about arrears; absent: no letters
};

inline Word title_of(const Scheme& scheme)
{
    return {scheme.title_nl, scheme.title_en};
}

/// The categories that a line of the investment plan can have under the scheme.
std::vector<std::string> categories_of(const Scheme& scheme);

/// The edition of the scheme for an application received on `day`: the latest that has begun and has not ended.
std::optional<Scheme> edition_on(const std::vector<Scheme>& editions, std::string_view code, Date day);

}  // namespace vierkant::schemes
