#include "reporting/codes.h"

#include "formats/json_reader.h"

namespace vierkant::reporting {

Result<CodeLists> read_codes(std::string_view json, const std::string& source)
{
    const auto document = formats::parse_json(json, source);
    if (!document) return document.refusal();
    formats::Fields f{*document, source};
    CodeLists lists;
    for (auto& list : f.objects("lists")) {
        CodeTitles::Map titles;
        for (auto& code : list.objects("codes")) {
            titles[code.text("code")] = {code.text("nl"), code.text("en")};
            code.refuse_unknown();
        }
        lists[list.text("name")] = std::move(titles);
        list.refuse_unknown();
    }
    f.refuse_unknown();
    if (const auto& wrong = f.refusal()) return *wrong;
    return lists;
}

}  // namespace vierkant::reporting
