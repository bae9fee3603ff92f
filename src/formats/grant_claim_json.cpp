#include "formats/grant_claim_json.h"

#include "base/bsn.h"
#include "domain/grants/messages.h"
#include "formats/json_reader.h"
#include "formats/messages.h"

namespace vierkant::formats {

namespace {

grants::Evidence read_evidence(Fields& fields)
{
    return {fields.text("evidence"), fields.date("seen_on")};
}

grants::WorkerClaim read_worker(Fields& fields)
{
    grants::WorkerClaim claim{{ClaimId{}, "", read_evidence(fields)},
                              fields.text("staff_reference"),
                              fields.date("start_date"),
                              // Two decimals, as money has: hundredths of an hour.
                              Hours{fields.positive_money("weekly_hours").in_cents()},
                              fields.text("required_level"),
                              fields.text("attained_level"),
                              fields.text_or("target_group", "NONE")};
    fields.refuse_unknown();
    return claim;
}

grants::CostClaim read_cost(Fields& fields)
{
    grants::CostClaim claim{{ClaimId{}, "", read_evidence(fields)}, {}};
    for (auto& line : fields.objects("lines")) {
        claim.lines.push_back({{line.text("category"), line.positive_money("amount")}, line.text("kept_at")});
        line.refuse_unknown();
    }
    fields.refuse_unknown();
    return claim;
}

}  // namespace

Result<GrantClaims> read_grant_claims(std::string_view text, const std::string& source)
{
    if (contains_bsn(text)) return bad_input(grants::reference_is_bsn, {}, source);
    const auto json = parse_json(text, source);
    if (!json) return json.refusal();
    Fields fields{*json, source};
    GrantClaims claims;
    if (fields.has("costs")) {
        for (auto& cost : fields.objects("costs")) claims.costs.push_back(read_cost(cost));
    } else {
        for (auto& worker : fields.objects("workers")) claims.workers.push_back(read_worker(worker));
    }
    fields.refuse_unknown();
    if (const auto& wrong = fields.refusal()) return *wrong;
    return claims;
}

}  // namespace vierkant::formats
