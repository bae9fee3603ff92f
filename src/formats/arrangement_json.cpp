#include "formats/arrangement_json.h"

#include "formats/json_reader.h"

namespace vierkant::formats {

Result<std::vector<arrears::Arrangement::Term>> read_arrangement_terms(std::string_view text, const std::string& source)
{
    const auto document = parse_json(text, source);
    if (!document) return document.refusal();
    Fields fields{*document, source};
    std::vector<arrears::Arrangement::Term> terms;
    for (auto& row : fields.objects("terms")) {
        const auto due = row.date("due");
        terms.push_back({due, row.positive_money("amount")});
        row.refuse_unknown();
    }
    fields.refuse_unknown();
    if (fields.refusal()) return *fields.refusal();
    return terms;
}

}  // namespace vierkant::formats
