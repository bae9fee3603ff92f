#pragma once

#include "base/result.h"

namespace vierkant::cli {

inline constexpr Text rows_read{"cli.rows_read", "  {rows} regels gelezen", "  {rows} rows read"};
inline constexpr Text rows_skipped{"cli.rows_skipped", "{bad} van de {rows} regels zijn overgeslagen.",
                                   "{bad} of the {rows} rows were passed over."};
inline constexpr Text portfolio_taken_over{
    "cli.portfolio_taken_over",
    "{loans} leningen overgenomen zoals ze op {day} stonden; {undertakings} ondernemingen geregistreerd.",
    "{loans} loans taken over as they stood on {day}; {undertakings} undertakings registered."};
inline constexpr Text undertakings_imported{"cli.undertakings_imported", "{undertakings} ondernemingen geregistreerd.",
                                            "{undertakings} undertakings registered."};

}  // namespace vierkant::cli
