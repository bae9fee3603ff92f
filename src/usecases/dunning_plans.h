#pragma once

#include "domain/schemes/scheme.h"
#include "storage/connection.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vierkant::usecases {

/// Shared by all debts that go by it; null where the scheme has none.
using DunningPlan = std::shared_ptr<const arrears::DunningPlan>;

/// What each edition of each scheme says is done about arrears. The editions are read once.
class Dunning {
public:
    explicit Dunning(storage::Connection& connection);
    /// Of the edition for an application received on that day.
    [[nodiscard]] const DunningPlan& plan_of(const std::string& scheme, Date edition_day) const;

private:
    std::vector<schemes::Scheme> editions_;
    mutable std::map<std::pair<std::string, Date>, DunningPlan> plans_;  ///< that were asked for
};

}  // namespace vierkant::usecases
