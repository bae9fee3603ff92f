#include "usecases/dunning_plans.h"

#include "storage/dossier_store.h"

namespace vierkant::usecases {

Dunning::Dunning(storage::Connection& connection) : editions_{storage::scheme_editions(connection)} {}

const DunningPlan& Dunning::plan_of(const std::string& scheme, Date edition_day) const
{
    const auto [known, is_new] = plans_.try_emplace({scheme, edition_day});
    if (is_new) {
        const auto edition = schemes::edition_on(editions_, scheme, edition_day);
        if (edition && edition->dunning) {
            known->second = std::make_shared<const arrears::DunningPlan>(edition->dunning->value);
        }
    }
    return known->second;
}

}  // namespace vierkant::usecases
