#include "formats/journal_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace vierkant::formats {

namespace {

constexpr std::array format_names{
    std::pair{std::string_view{"hledger"}, JournalFormat::hledger},
    std::pair{std::string_view{"ledger"}, JournalFormat::ledger},
    std::pair{std::string_view{"beancount"}, JournalFormat::beancount},
    std::pair{std::string_view{"csv"}, JournalFormat::csv},
};

/// On one line: control characters and double spaces, which end a field for these programs, become one space.
std::string on_one_line(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        const bool blank = static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
        if (!blank) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

/// Where hledger and ledger would read a comment or a payee, another sign stands.
std::string plain_description(std::string_view text)
{
    auto line = on_one_line(text);
    std::replace(line.begin(), line.end(), ';', ',');
    std::replace(line.begin(), line.end(), '|', '/');
    return line;
}

/// hledger, and ledger from which it stems: the same text, but for how a commodity is declared.
class HledgerWriter final : public JournalWriter {
public:
    HledgerWriter(std::ostream& out, JournalFormat format) : out_{out}, format_{format} {}

    void begin(Date) override
    {
        out_ << (format_ == JournalFormat::hledger ? "commodity 1000.00 EUR\n\n"
                                                   : "commodity EUR\n    format 1000.00 EUR\n\n");
        if (format_ == JournalFormat::hledger) return;
        for (const auto* tag : {"fund", "loan", "grant", "bank-line"}) out_ << "tag " << tag << "\n";
        out_ << "\n";
    }
    void account(const std::string& code) override { out_ << "account " << code << "\n"; }
    void entry(const JournalEntry& entry) override
    {
        out_ << "\n"
             << to_text(entry.date) << " (" << entry.number << ") " << plain_description(entry.description)
             << "\n    ; fund: " << entry.fund << "\n";
        for (const auto& posting : entry.postings) {
            line(posting, posting.debit, posting.amount);
            line(posting, posting.credit, -posting.amount);
        }
    }

private:
    void line(const JournalPosting& posting, const std::string& account, Money amount)
    {
        out_ << fmt::format("    {:<40}  {:>16} EUR", account, to_text(amount));
        const char* before = "  ; ";
        for (const auto& [tag, value] : {std::pair{"loan", &posting.loan}, std::pair{"grant", &posting.grant},
                                         std::pair{"bank-line", &posting.bank_line}}) {
            if (value->empty()) continue;
            // hledger takes several tags after commas on one line, ledger one a line.
            out_ << before << tag << ": " << *value;
            before = format_ == JournalFormat::hledger ? ", " : "\n    ; ";
        }
        out_ << "\n";
    }

    std::ostream& out_;
    JournalFormat format_;
};

std::string in_quotes(std::string_view text)
{
    std::string quoted = "\"";
    for (const char c : on_one_line(text)) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

class BeancountWriter final : public JournalWriter {
public:
    explicit BeancountWriter(std::ostream& out) : out_{out} {}

    void begin(Date first_day) override
    {
        opened_ = to_text(first_day);
        out_ << "option \"operating_currency\" \"EUR\"\n\n" << opened_ << " commodity EUR\n\n";
    }
    void account(const std::string& code) override
    {
        out_ << opened_ << " open " << beancount_account(code) << " EUR\n";
    }
    void entry(const JournalEntry& entry) override
    {
        out_ << "\n"
             << to_text(entry.date) << " * " << in_quotes(entry.description) << "\n  code: \"" << entry.number
             << "\"\n  fund: " << in_quotes(entry.fund) << "\n";
        for (const auto& posting : entry.postings) {
            line(posting, posting.debit, posting.amount);
            line(posting, posting.credit, -posting.amount);
        }
    }

private:
    void line(const JournalPosting& posting, const std::string& account, Money amount)
    {
        out_ << fmt::format("  {:<40}  {:>16} EUR\n", beancount_account(account), to_text(amount));
        for (const auto& [tag, value] : {std::pair{"loan", &posting.loan}, std::pair{"grant", &posting.grant},
                                         std::pair{"bank-line", &posting.bank_line}}) {
            if (!value->empty()) out_ << "    " << tag << ": " << in_quotes(*value) << "\n";
        }
    }

    std::ostream& out_;
    std::string opened_;
};

class CsvWriter final : public JournalWriter {
public:
    CsvWriter(std::ostream& out, JournalFormat format) : out_{out}, dutch_{format == JournalFormat::csv_dutch} {}

    void begin(Date) override
    {
        if (dutch_) out_ << "\xEF\xBB\xBF";
        row({"fund", "entry", "date", "description", "line", "debit", "credit", "amount", "loan", "grant",
             "bank_line"});
    }
    void account(const std::string&) override {}
    void entry(const JournalEntry& entry) override
    {
        int line = 0;
        for (const auto& posting : entry.postings) {
            auto amount = to_text(posting.amount);
            if (dutch_) std::replace(amount.begin(), amount.end(), '.', ',');
            row({entry.fund, std::to_string(entry.number), to_text(entry.date), entry.description,
                 std::to_string(++line), posting.debit, posting.credit, amount, posting.loan, posting.grant,
                 posting.bank_line});
        }
    }

private:
    void row(std::initializer_list<std::string> fields)
    {
        bool first = true;
        for (const auto& text : fields) {
            if (!first) out_ << separator();
            first = false;
            field(text);
        }
        out_ << "\r\n";
    }
    /// A spreadsheet would run what begins as a formula.
    void field(const std::string& text)
    {
        const bool runs = !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos;
        const auto safe = runs ? "'" + text : text;
        if (safe.find_first_of(std::string{"\"\r\n"} + separator()) == std::string::npos) {
            out_ << safe;
            return;
        }
        out_ << '"';
        for (const char c : safe) out_ << (c == '"' ? "\"\"" : std::string{c});
        out_ << '"';
    }
    [[nodiscard]] char separator() const { return dutch_ ? ';' : ','; }

    std::ostream& out_;
    bool dutch_;
};

}  // namespace

std::optional<JournalFormat> journal_format(std::string_view name)
{
    for (const auto& [known, format] : format_names) {
        if (known == name) return format;
    }
    return std::nullopt;
}

std::string journal_formats()
{
    std::string names;
    for (const auto& [name, format] : format_names) names += (names.empty() ? "" : ", ") + std::string{name};
    return names;
}

std::unique_ptr<JournalWriter> JournalWriter::make(JournalFormat format, std::ostream& out)
{
    switch (format) {
        case JournalFormat::beancount:
            return std::make_unique<BeancountWriter>(out);
        case JournalFormat::csv:
        case JournalFormat::csv_dutch:
            return std::make_unique<CsvWriter>(out, format);
        case JournalFormat::hledger:
        case JournalFormat::ledger:
            break;
    }
    return std::make_unique<HledgerWriter>(out, format);
}

std::string beancount_account(std::string_view code)
{
    std::string account;
    bool first = true;
    for (const char c : code) {
        const bool small = c >= 'a' && c <= 'z';
        const bool plain = small || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '-';
        account += !plain ? '-' : first && small ? static_cast<char>(c - 'a' + 'A') : c;
        first = c == ':';
    }
    return account;
}

}  // namespace vierkant::formats
