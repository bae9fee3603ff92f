#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/rate.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vierkant::programme {

/// A budget line of the plan (maatregel). Twenty actions have 22 lines and one pointer without amount.
struct Measure {
    std::string code;  ///< M01 ... M23
    std::int64_t chapter = 0;
    std::string title_nl;
    std::string title_en;
    std::string budget_line;      ///< empty where the action has one line
    std::optional<Money> amount;  ///< empty where the plan gives none
    std::string start_term;       ///< when it can start: short, medium, long, short+medium, or empty
    bool administered = false;    ///< by this system; the others are only followed
};

Money sum_of(const std::vector<Measure>& measures);
Money sum_of_chapter(const std::vector<Measure>& measures, std::int64_t chapter);
Money sum_administered(const std::vector<Measure>& measures);

enum class BaselineKind {
    sector,    ///< SBI sections
    industry,  ///< SBI divisions of manufacturing
};

/// Establishments and jobs on 1 April 2013 (annex 1 of the plan).
struct BaselineRow {
    BaselineKind kind = BaselineKind::sector;
    std::string code;
    std::string title_nl;
    std::string title_en;
    std::int64_t establishments = 0;
    std::int64_t jobs = 0;
};

struct Contribution {
    std::string funder;  ///< the account's name: equity:capital:FUNDER
    std::string name;
    Money amount;
};

/// A fund as the programme sets it up.
struct FundPlan {
    std::string code;  ///< "revolving", "reshoring" ...
    std::string title_nl;
    std::string title_en;
    std::string measure;  ///< the measure it carries out
    Money ceiling;
    Money reserve;  ///< never lent
    std::string iban;
    std::vector<Contribution> contributions;  ///< add up to the ceiling
};

/// Unemployment the plan aims at on a day.
struct TargetPoint {
    Date day;
    Rate unemployment;
};

/// What the plan promised as a whole.
struct Programme {
    std::string code;
    std::string title_nl;
    std::string title_en;
    Date from;                      ///< the first day of the four years
    Money asked;                    ///< EUR 75,000,000; the measures add up to more, and neither figure is scaled
    std::string definition;         ///< of unemployment: series of different definitions are never mixed
    Rate unemployment_national;     ///< when the plan was made
    std::vector<TargetPoint> path;  ///< days in order; from 12 % to 8 % in three years
    std::vector<FundPlan> funds;
};

/// By how much the measures exceed what is asked.
Money gap(const Programme& programme, const std::vector<Measure>& measures);

/// All measures last four years; the last day.
Date last_day(const Programme& programme);

/// What the path aims at on a day: a straight line between its points, the outer points before and after. Rounded
/// half up to a millionth. Empty where the path is.
std::optional<Rate> target_on(const Programme& programme, Date day);

/// To two decimals of a percentage, as people read it; halves away from zero.
Rate to_hundredths(Rate rate);

/// How much of the way from the first to the last point an observed rate has covered: (12 - u) / (12 - 8), rounded
/// half up to a millionth; negative where unemployment rose. Empty where the path has no length.
std::optional<Rate> progress(const Programme& programme, Rate observed);

}  // namespace vierkant::programme
