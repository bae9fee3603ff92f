#pragma once

#include "base/result.h"

namespace vierkant::cli {

inline constexpr Text collateral_kind_unknown{
    "cli.collateral_kind_unknown",
    "\"{value}\" is geen soort zekerheid. Kies uit: mortgage, pledge, guarantee, deposit, other.",
    "\"{value}\" is no kind of collateral. Choose from: mortgage, pledge, guarantee, deposit, other."};
inline constexpr Text stage_unknown{"cli.stage_unknown",
                                    "\"{value}\" is geen fase. Kies uit: performing, watch, default, days-late.",
                                    "\"{value}\" is no stage. Choose from: performing, watch, default, days-late."};
inline constexpr Text collateral_added{"cli.collateral_added", "Zekerheid {number} bij lening {loan} is vastgelegd.",
                                       "Collateral {number} of loan {loan} is registered."};
inline constexpr Text collateral_given_back{"cli.collateral_given_back",
                                            "Zekerheid {number} van lening {loan} is vrijgegeven.",
                                            "Collateral {number} of loan {loan} is released."};
inline constexpr Text risk_said{"cli.risk_said", "Het oordeel over lening {loan} is vastgelegd.",
                                "The word about loan {loan} is registered."};
inline constexpr Text provision_booked{
    "cli.provision_booked", "Voorzieningen op {day} geboekt: {loans} leningen, samen {provision}, wijziging {change}.",
    "Provisions on {day} booked: {loans} loans, together {provision}, change {change}."};

}  // namespace vierkant::cli
