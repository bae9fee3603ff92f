#include "formats/undertaking_csv.h"
#include "storage/undertaking_store.h"
#include "usecases/reference_data.h"
#include "usecases/register_undertaking.h"
#include "usecases/row_import.h"

namespace vierkant::usecases {

namespace {

constexpr std::size_t rows_at_once = 2'000;

struct Read {
    parties::Undertaking undertaking;
    std::string place;
};

/// Registers those whose numbers are free; gives how many.
std::int64_t register_all(storage::Work& work, const std::vector<Read>& read, RowImport& rows)
{
    std::vector<parties::Undertaking> all;
    for (const auto& each : read) all.push_back(each.undertaking);
    storage::TakenNumbers taken{work.connection(), all};
    std::vector<parties::Undertaking> free;
    for (const auto& each : read) {
        if (const auto number = taken.find(each.undertaking)) {
            rows.bad(refuse_taken(*number, each.place));
            continue;
        }
        taken.took(each.undertaking);
        free.push_back(each.undertaking);
    }
    storage::add_undertakings(work, free);
    return static_cast<std::int64_t>(free.size());
}

}  // namespace

Result<UndertakingsReceipt> import_undertakings(storage::Connection& connection, storage::Task task, std::istream& file,
                                                const ImportRows& how)
{
    if (task.idempotency_key.empty()) task.idempotency_key = key_of_file(task.name, file);
    storage::Work work{connection, task};
    RowImport rows{file, how, formats::undertaking_columns()};
    std::vector<Read> read;
    UndertakingsReceipt receipt;
    const auto register_read = [&] {
        receipt.undertakings += register_all(work, read, rows);
        read.clear();
    };
    const auto done = rows.each_row([&](const formats::CsvReader& reader, const formats::CsvRow& row) {
        const formats::CsvRecord record{reader, row, formats::undertaking_columns(), how.numbers};
        auto undertaking = formats::read_undertaking(record, reference_tables().municipalities);
        if (!undertaking) return rows.bad(undertaking.refusal());
        read.push_back({*std::move(undertaking), record.place()});
        if (read.size() == rows_at_once) register_read();
    });
    if (!done) return done.refusal();
    register_read();
    if (const auto kept = rows.outcome(receipt.undertakings); !kept) return kept.refusal();
    receipt.rows = rows.rows();
    receipt.bad = rows.bad_rows();
    if (how.only_check) return receipt;
    work.commit(std::to_string(receipt.undertakings) + " undertakings from " + how.source);
    return receipt;
}

}  // namespace vierkant::usecases
