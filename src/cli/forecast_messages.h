#pragma once

#include "base/result.h"

namespace vierkant::cli {

inline constexpr Text month_unreadable{"cli.month_unreadable",
                                       "\"{value}\" is geen maand. Schrijf jjjj-mm, zoals 2027-05.",
                                       "\"{value}\" is no month. Write yyyy-mm, such as 2027-05."};
inline constexpr Text month_without_award{"cli.month_without_award", "Noem bij --on ook het bedrag met --award.",
                                          "With --on, give the amount as well with --award."};

}  // namespace vierkant::cli
