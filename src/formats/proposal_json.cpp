#include "formats/proposal_json.h"

#include "formats/offer_json.h"

namespace vierkant::formats {

Json proposal_json(const dossiers::Proposal& proposal)
{
    Json json{{"amount", to_text(proposal.amount)}};
    if (proposal.first_due) json["first_due"] = to_text(*proposal.first_due);
    write_drawing_plan(json, proposal.drawing);
    json["judgements"] = Json::array();
    for (const auto& judgement : proposal.judgements) {
        json["judgements"].push_back({{"rule", judgement.rule}, {"motivation", judgement.motivation}});
    }
    return json;
}

Result<dossiers::Proposal> read_proposal(std::string_view json, const std::string& source)
{
    const auto document = parse_json(json, source);
    if (!document) return document.refusal();
    Fields f{*document, source};
    dossiers::Proposal proposal{f.positive_money("amount"), f.optional_date("first_due"), {}};
    for (auto& item : f.objects("judgements")) {
        proposal.judgements.push_back({item.text("rule"), item.text("motivation")});
        item.refuse_unknown();
    }
    proposal.drawing = read_drawing_plan(f);
    f.refuse_unknown();
    if (f.refusal()) return *f.refusal();
    return proposal;
}

}  // namespace vierkant::formats
