#include "formats/csv.h"

#include "formats/messages.h"

#include <algorithm>
#include <set>

namespace vierkant::formats {

namespace {

constexpr int end_of_file = std::char_traits<char>::eof();
constexpr std::size_t longest_header = 64 * 1024;

int continuation_bytes(unsigned char lead)
{
    if (lead < 0x80) return 0;
    if (lead >= 0xC2 && lead <= 0xDF) return 1;
    if (lead >= 0xE0 && lead <= 0xEF) return 2;
    if (lead >= 0xF0 && lead <= 0xF4) return 3;
    return -1;
}

/// The second byte is narrower after four lead bytes: no overlong forms, surrogates or code points past 10FFFF.
bool second_byte_fits(unsigned char lead, unsigned char second)
{
    if (lead == 0xE0) return second >= 0xA0;
    if (lead == 0xED) return second <= 0x9F;
    if (lead == 0xF0) return second >= 0x90;
    if (lead == 0xF4) return second <= 0x8F;
    return true;
}

}  // namespace

bool is_utf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const int more = continuation_bytes(lead);
        if (more < 0) return false;
        for (int k = 1; k <= more; ++k) {
            if (++i >= text.size()) return false;
            const auto byte = static_cast<unsigned char>(text[i]);
            if (byte < 0x80 || byte > 0xBF || (k == 1 && !second_byte_fits(lead, byte))) return false;
        }
    }
    return true;
}

CsvReader::CsvReader(std::istream& in, std::string source, CsvLimits limits)
    : in_{in.rdbuf()}, source_{std::move(source)}, limits_{limits}
{
}

Result<CsvReader> CsvReader::open(std::istream& in, std::string source, CsvLimits limits)
{
    CsvReader reader{in, std::move(source), limits};
    if (const auto wrong = reader.choose_separator()) return *wrong;
    auto first = reader.read_row();
    if (!first) return first.refusal();
    if (!*first) return bad_input(csv_no_header, {}, reader.source_);
    std::set<std::string> names;
    for (const auto& name : (*first)->fields) {
        if (!names.insert(name).second) {
            return bad_input(csv_column_twice, {{"column", name}}, reader.place((*first)->line));
        }
    }
    reader.header_ = std::move((*first)->fields);
    return reader;
}

std::optional<std::size_t> CsvReader::column(std::string_view name) const
{
    const auto found = std::find(header_.begin(), header_.end(), name);
    if (found == header_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header_.begin());
}

Result<std::optional<CsvRow>> CsvReader::next()
{
    auto row = read_row();
    if (!row || !*row) return row;
    if ((*row)->fields.size() != header_.size()) {
        return bad_input(
            csv_wrong_width,
            {{"found", std::to_string((*row)->fields.size())}, {"expected", std::to_string(header_.size())}},
            place((*row)->line));
    }
    return row;
}

std::string CsvReader::place(std::int64_t line) const
{
    return source_ + ":" + std::to_string(line);
}

/// Reads the first line ahead, drops a byte order mark and counts separators.
std::optional<Refusal> CsvReader::choose_separator()
{
    for (int c = in_->sbumpc(); c != end_of_file; c = in_->sbumpc()) {
        ahead_ += static_cast<char>(c);
        if (c == '\n' || c == '\r') break;
        if (ahead_.size() > longest_header) return bad_input(csv_field_too_long, {}, place(1));
    }
    if (ahead_.starts_with("\xEF\xBB\xBF")) ahead_at_ = 3;
    const auto commas = std::count(ahead_.begin(), ahead_.end(), ',');
    const auto semicolons = std::count(ahead_.begin(), ahead_.end(), ';');
    separator_ = semicolons > commas ? ';' : ',';
    return std::nullopt;
}

Result<std::optional<CsvRow>> CsvReader::read_row()
{
    while (peek() == '\n' || peek() == '\r') take();
    if (peek() == end_of_file) return std::optional<CsvRow>{};
    CsvRow row{line_, {}};
    for (auto ended = Ended::field; ended == Ended::field;) {
        std::string field;
        const auto read = read_field(field);
        if (!read) {
            skip_line();
            return read.refusal();
        }
        if (!is_utf8(field)) {
            if (*read == Ended::field) skip_line();
            return bad_input(csv_not_utf8, {}, place(row.line));
        }
        row.fields.push_back(std::move(field));
        if (row.fields.size() > limits_.columns) {
            if (*read == Ended::field) skip_line();
            return bad_input(csv_too_many_columns, {{"most", std::to_string(limits_.columns)}}, place(row.line));
        }
        ended = *read;
    }
    return std::optional{std::move(row)};
}

Result<CsvReader::Ended> CsvReader::read_field(std::string& field)
{
    if (peek() == '"') return read_quoted(field);
    while (true) {
        const int c = peek();
        if (c == separator_ || c == '\n' || c == '\r' || c == end_of_file) return end_of_field(take());
        if (c == '"' || c == '\0') return bad_input(csv_stray_quote, {}, place(line_));
        if (field.size() >= limits_.field_bytes) return bad_input(csv_field_too_long, {}, place(line_));
        field += static_cast<char>(take());
    }
}

Result<CsvReader::Ended> CsvReader::read_quoted(std::string& field)
{
    const auto began = line_;
    take();
    while (true) {
        const int c = take();
        if (c == end_of_file) return bad_input(csv_open_quote, {}, place(began));
        if (c == '"' && peek() != '"') break;
        if (c == '"') take();
        if (field.size() >= limits_.field_bytes) return bad_input(csv_open_quote, {}, place(began));
        field += static_cast<char>(c);
    }
    const int c = peek();
    if (c != separator_ && c != '\n' && c != '\r' && c != end_of_file) {
        return bad_input(csv_stray_quote, {}, place(line_));
    }
    return end_of_field(take());
}

Result<CsvReader::Ended> CsvReader::end_of_field(int c)
{
    if (c == separator_) return Ended::field;
    if (c == '\r' && peek() == '\n') take();
    return Ended::row;
}

void CsvReader::skip_line()
{
    for (int c = peek(); c != end_of_file && c != '\n' && c != '\r'; c = peek()) take();
    if (peek() == '\r') take();
    if (peek() == '\n') take();
}

int CsvReader::take()
{
    const int c = peek();
    if (ahead_at_ < ahead_.size()) {
        ++ahead_at_;
    } else {
        in_->sbumpc();
    }
    if (c == '\n' || (c == '\r' && peek() != '\n')) ++line_;
    return c;
}

int CsvReader::peek()
{
    if (ahead_at_ < ahead_.size()) return static_cast<unsigned char>(ahead_[ahead_at_]);
    return in_->sgetc();
}

}  // namespace vierkant::formats
