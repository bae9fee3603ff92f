#include "domain/forecast/scenario.h"

#include "domain/forecast/messages.h"

#include <array>
#include <utility>

namespace vierkant::forecast {

Result<Done> check(const Scenario& scenario)
{
    const std::array shares{
        std::pair{"default_performing", scenario.default_performing},
        std::pair{"default_watch", scenario.default_watch},
        std::pair{"recovery", scenario.recovery},
        std::pair{"late_share", scenario.late_share},
        std::pair{"applications_awarded", scenario.applications_awarded},
        std::pair{"proposals_awarded", scenario.proposals_awarded},
        std::pair{"costs_yearly", scenario.costs_yearly},
        std::pair{"annual_percent", scenario.new_loan.annual},
    };
    for (const auto& [field, rate] : shares) {
        if (rate < Rate{} || rate > percent(100)) {
            return refuse(share_outside, {{"field", std::string{field}}, {"value", rate}});
        }
    }
    struct Range {
        const char* field;
        int value;
        int least;
        int most;
    };
    const std::array ranges{
        Range{"recovery_months", scenario.recovery_months, 0, most_months},
        Range{"late_months", scenario.late_months, 0, 24},
        Range{"payout_months", scenario.payout_months, 1, 24},
        Range{"new_loans_yearly", scenario.new_loans_yearly, 0, 10'000},
        Range{"instalments", scenario.new_loan.instalments, 1, most_months},
        Range{"principal_grace", scenario.new_loan.principal_grace, 0, most_months},
    };
    for (const auto& [field, value, least, most] : ranges) {
        if (value < least || value > most) {
            return refuse(months_outside, {{"field", std::string{field}},
                                           {"value", std::to_string(value)},
                                           {"least", std::to_string(least)},
                                           {"most", std::to_string(most)}});
        }
    }
    if (scenario.new_loan.principal_grace >= scenario.new_loan.instalments) return refuse(grace_too_long);
    if (!scenario.new_loan.amount.is_positive()) return refuse(new_loan_of_nothing);
    return Done{};
}

}  // namespace vierkant::forecast
