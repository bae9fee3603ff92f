#include "usecases/register_scheme.h"

#include "formats/scheme_json.h"
#include "storage/dossier_store.h"
#include "storage/fund_store.h"
#include "usecases/application_messages.h"

namespace vierkant::usecases {

Result<schemes::Scheme> check_scheme(storage::Connection& connection, std::string_view json, const std::string& source)
{
    auto scheme = formats::read_scheme(json, source);
    if (!scheme) return scheme.refusal();
    if (!storage::fund_of_code(connection, scheme->fund)) {
        return bad_input(scheme_fund_unknown, {{"fund", scheme->fund}}, source + " /fund");
    }
    if (storage::is_in_use(connection, *scheme)) {
        return refuse(scheme_in_use, {{"scheme", scheme->code}, {"from", scheme->from}});
    }
    return std::move(*scheme);
}

Result<schemes::Scheme> register_scheme(storage::Connection& connection, const storage::Task& task,
                                        std::string_view json, const std::string& source)
{
    storage::Work work{connection, task};
    auto scheme = check_scheme(connection, json, source);
    if (!scheme) return scheme.refusal();
    storage::add_scheme_edition(work, *scheme, std::string{json});
    work.commit(scheme->code + " " + to_text(scheme->from));
    return std::move(*scheme);
}

}  // namespace vierkant::usecases
