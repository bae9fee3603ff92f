#pragma once

#include "usecases/demo/desk.h"
#include "usecases/demo/dossiers.h"

#include <vector>

namespace vierkant::demo {

/// The companies that were awarded a grant: they claim workers or cost, are paid once someone else verified it, keep
/// their workers or not, and are settled with at the end.
class Recipients {
public:
    explicit Recipients(Desk& desk) : desk_{desk} {}

    /// Notes the whole life of the grant.
    void awarded(Date day, const Award& award);

private:
    void claim(const Award& award, Date day, const std::string& json, const std::vector<Worker>& workers);
    void pay(const Award& award, Date day);
    void follow_worker(const Award& award, const Worker& worker, ClaimId claim);
    void reclaim(const Award& award, Date day);

    Desk& desk_;
};

}  // namespace vierkant::demo
