#include "usecases/register_undertaking.h"

#include "formats/undertaking_json.h"
#include "usecases/undertaking_messages.h"

#include <array>

namespace vierkant::usecases {

using storage::StoredUndertaking;

Result<StoredUndertaking> add_undertaking(storage::Connection& connection, const storage::Task& task,
                                          std::string_view json, const std::string& source)
{
    const auto undertaking = formats::read_undertaking(json, source);
    if (!undertaking) return undertaking.refusal();
    storage::Work work{connection, task};
    if (const auto taken = storage::taken_number(connection, *undertaking)) return refuse_taken(*taken, source);

    const auto id = storage::add_undertaking(work, *undertaking);
    work.commit(undertaking->kvk.text() + " " + undertaking->name);
    return StoredUndertaking{id, 1, *undertaking};
}

Result<StoredUndertaking> change_undertaking(storage::Connection& connection, const storage::Task& task,
                                             std::string_view json, const std::string& source,
                                             std::optional<std::int64_t> seen)
{
    const auto undertaking = formats::read_undertaking(json, source);
    if (!undertaking) return undertaking.refusal();
    const Arguments arguments{{"kvk", undertaking->kvk.text()}, {"name", undertaking->name}};
    storage::Work work{connection, task};
    const auto before = storage::find_undertaking(connection, undertaking->kvk);
    if (!before) return refuse(undertaking_unknown, arguments, source);
    if (seen && *seen != before->version) {
        return refuse(undertaking_changed_meanwhile, {{"kvk", undertaking->kvk.text()}, {"name", before->value.name}},
                      source);
    }
    if (before->value == *undertaking) return refuse(undertaking_unchanged, arguments, source);
    if (const auto taken = storage::taken_number(connection, *undertaking, before->id)) {
        return refuse_taken(*taken, source);
    }

    storage::change_undertaking(work, *before, *undertaking);
    work.commit(undertaking->kvk.text() + " " + undertaking->name);
    return StoredUndertaking{before->id, before->version + 1, *undertaking};
}

Refusal refuse_taken(const storage::TakenNumber& taken, std::string where)
{
    static constexpr std::array texts{&kvk_taken, &rsin_taken, &vat_id_taken, &iban_taken};
    return refuse(*texts.at(static_cast<std::size_t>(taken.kind)),
                  {{"number", taken.number}, {"name", taken.name}, {"kvk", taken.kvk}}, std::move(where));
}

}  // namespace vierkant::usecases
