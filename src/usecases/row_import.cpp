#include "usecases/row_import.h"

#include "base/digest.h"
#include "formats/messages.h"
#include "usecases/portfolio_messages.h"

#include <array>

namespace vierkant::usecases {

namespace {

constexpr std::int64_t progress_every = 5'000;

}  // namespace

std::string key_of_file(const std::string& task, std::istream& file)
{
    Digest digest;
    std::array<char, 64 * 1024> block{};
    while (file.read(block.data(), block.size()) || file.gcount() > 0)
        digest.add(std::string_view{block.data(), static_cast<std::size_t>(file.gcount())});
    file.clear();
    file.seekg(0);
    return task + " " + digest.finish();
}

Result<Done> RowImport::each_row(const std::function<void(const formats::CsvReader&, const formats::CsvRow&)>& take)
{
    auto reader = formats::CsvReader::open(file_, how_.source);
    if (!reader) return reader.refusal();
    if (auto known = formats::check_header(*reader, columns_); !known) return known;
    while (true) {
        const auto row = reader->next();
        if (row && !*row) return Done{};
        ++rows_;
        if (row) {
            take(*reader, **row);
        } else {
            bad(row.refusal());
            if (row.refusal().text == &formats::csv_open_quote) return row.refusal();
        }
        if (how_.on_progress && rows_ % progress_every == 0) how_.on_progress(rows_);
    }
}

void RowImport::bad(const Refusal& refusal)
{
    ++bad_;
    if (how_.on_bad_row) how_.on_bad_row(refusal);
}

Result<Done> RowImport::outcome(std::int64_t good) const
{
    if (bad_ > 0 && (how_.bad_rows == BadRows::refuse || good == 0)) {
        return bad_input(rows_are_bad, {{"bad", std::to_string(bad_)}, {"rows", std::to_string(rows_)}}, how_.source);
    }
    if (good == 0) return bad_input(no_rows, {}, how_.source);
    return Done{};
}

}  // namespace vierkant::usecases
