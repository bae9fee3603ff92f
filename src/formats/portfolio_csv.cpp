#include "formats/portfolio_csv.h"

#include "base/bsn.h"
#include "domain/lending/admission.h"
#include "formats/messages.h"
#include "formats/terms_json.h"
#include "formats/undertaking_csv.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace vierkant::formats {

namespace {

using Kind = CsvColumn::Kind;
using social_return::JobKind;
using social_return::JobLine;

constexpr std::array columns{
    CsvColumn{"reference", Kind::text, true},
    CsvColumn{"kvk", Kind::text, true},
    CsvColumn{"name"},
    CsvColumn{"legal_form"},
    CsvColumn{"rsin"},
    CsvColumn{"vat_id"},
    CsvColumn{"iban"},
    CsvColumn{"sbi_main", Kind::text, true},
    CsvColumn{"sbi_version"},
    CsvColumn{"street"},
    CsvColumn{"house_number"},
    CsvColumn{"postcode"},
    CsvColumn{"place"},
    CsvColumn{"municipality", Kind::text, true},
    CsvColumn{"scheme", Kind::text, true},
    CsvColumn{"awarded_on", Kind::date, true},
    CsvColumn{"amount", Kind::amount, true},
    CsvColumn{"disbursements", Kind::text, true},
    CsvColumn{"method", Kind::text, true},
    CsvColumn{"instalments", Kind::text, true},
    CsvColumn{"every"},
    CsvColumn{"unit"},
    CsvColumn{"annual_percent", Kind::amount, true},
    CsvColumn{"first_due", Kind::date, true},
    CsvColumn{"principal_grace"},
    CsvColumn{"interest_grace"},
    CsvColumn{"day_count"},
    CsvColumn{"interest_period"},
    CsvColumn{"instalment_multiple", Kind::amount},
    CsvColumn{"repaid", Kind::amount, true},
    CsvColumn{"interest_received", Kind::amount},
    CsvColumn{"remitted", Kind::amount},
    CsvColumn{"written_off", Kind::amount},
    CsvColumn{"overdue_principal", Kind::amount},
    CsvColumn{"overdue_interest", Kind::amount},
    CsvColumn{"overdue_since", Kind::date},
    CsvColumn{"jobs_promised"},
    CsvColumn{"jobs_realised"},
    CsvColumn{"measured_on", Kind::date},
    CsvColumn{"evidence"},
};

/// Of an undertaking: given, they must be enough to register it.
constexpr std::array of_undertaking{"name",   "legal_form",   "rsin",     "vat_id", "iban",
                                    "street", "house_number", "postcode", "place"};

std::vector<std::string> words_of(const std::string& text)
{
    std::vector<std::string> words;
    std::size_t begin = 0;
    while ((begin = text.find_first_not_of(' ', begin)) != std::string::npos) {
        const auto end = std::min(text.find(' ', begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return words;
}

/// Reads the fields of a row and keeps the first thing that is wrong.
class RowReader {
public:
    RowReader(const CsvRecord& record, CsvNumbers numbers, Date taken_over_on, const PortfolioCodes& codes)
        : record_{record}, numbers_{numbers}, taken_over_on_{taken_over_on}, codes_{codes}
    {
    }

    std::string text(std::string_view column)
    {
        if (!record_.has(column)) fail(column, missing);
        if (contains_bsn(record_[column])) fail(column, holds_bsn);
        return record_[column];
    }
    template <class Identifier>
    Identifier identifier(std::string_view column, const std::string& spelled, std::string_view harmless)
    {
        if (!record_.has(column)) fail(column, missing);
        auto read = Identifier::parse(spelled);
        if (read) return *std::move(read);
        take(read.refusal(), column);
        return *Identifier::parse(harmless);
    }
    Money money(std::string_view column)
    {
        if (!record_.has(column)) return {};
        const auto read = parse_money(record_[column]);
        if (!read) fail(column, not_money, {{"value", shown(column)}});
        if (read && read->is_negative()) fail(column, negative_money);
        return read.value_or(Money{});
    }
    Money positive_money(std::string_view column)
    {
        const auto read = money(column);
        if (!record_.has(column)) fail(column, missing);
        if (!read.is_positive()) fail(column, not_positive_money);
        return read;
    }
    Date date(std::string_view column)
    {
        if (!record_.has(column)) fail(column, missing);
        const auto read = parse_date(record_[column]);
        if (!read) fail(column, not_date, {{"value", shown(column)}});
        if (read && *read > taken_over_on_) {
            fail(column, after_take_over, {{"day", *read}, {"taken_over", taken_over_on_}});
        }
        return read.value_or(taken_over_on_);
    }

    lending::LoanTerms terms(Date awarded_on)
    {
        Json json = Json::object();
        record_.put_text(json, "method");
        for (const auto* column : {"instalments", "every", "principal_grace", "interest_grace"})
            record_.put_integer(json, column);
        for (const auto* column : {"unit", "first_due", "day_count", "interest_period", "instalment_multiple"})
            record_.put_text(json, column);
        Json rate{{"from", to_text(awarded_on)}};
        record_.put_text(rate, "annual_percent");
        json["rates"] = Json::array({std::move(rate)});
        if (record_["method"] == "custom") fail("method", offer_without_plan);
        const auto read = read_terms(json.dump(), record_.place());
        if (read) return *read;
        if (!refusal) refusal = record_.at_column(read.refusal());
        return {};
    }

    std::optional<lending::Opening> opening()
    {
        lending::Opening opening;
        opening.on = taken_over_on_;
        opening.drawings = drawings();
        opening.principal_repaid = money("repaid");
        opening.interest_received = money("interest_received");
        opening.principal_remitted = money("remitted");
        opening.principal_written_off = money("written_off");
        opening.principal_overdue = money("overdue_principal");
        opening.interest_overdue = money("overdue_interest");
        if (record_.has("overdue_since")) opening.overdue_since = date("overdue_since");
        if (!opening.drawings.empty()) return opening;
        for (const auto* column :
             {"repaid", "interest_received", "remitted", "written_off", "overdue_principal", "overdue_interest"}) {
            if (money(column).is_positive()) fail(column, nothing_disbursed);
        }
        return std::nullopt;
    }

    /// "mbo-2=4 mbo-3/PW_GT2=2 mbo-2:kept=5": a level, a target group and a kind, and how many.
    std::vector<JobLine> jobs(std::string_view column)
    {
        std::vector<JobLine> lines;
        for (const auto& word : words_of(record_[column])) {
            auto line = job_line(word);
            if (!line) {
                fail(column, not_jobs, {{"value", word.substr(0, 80)}});
                break;
            }
            check_codes(column, *line);
            lines.push_back(std::move(*line));
        }
        return lines;
    }

    void fail(std::string_view column, const Text& text, Arguments arguments = {})
    {
        if (!refusal) refusal = bad_input(text, std::move(arguments), record_.place(column));
    }
    void take(Refusal other, std::string_view column)
    {
        if (refusal) return;
        other.where = record_.place(column);
        other.cause = Cause::bad_input;
        refusal = std::move(other);
    }

    std::optional<Refusal> refusal;

private:
    [[nodiscard]] std::string shown(std::string_view column) const { return record_[column].substr(0, 80); }

    /// "2019-03-01=50000.00 2019-09-01=25000.00"
    std::vector<lending::Opening::Drawing> drawings()
    {
        std::vector<lending::Opening::Drawing> all;
        for (auto word : words_of(record_["disbursements"])) {
            const auto equals = std::min(word.find('='), word.size());
            auto amount = word.substr(std::min(equals + 1, word.size()));
            if (numbers_ == CsvNumbers::dutch) std::replace(amount.begin(), amount.end(), ',', '.');
            const auto day = parse_date(word.substr(0, equals));
            const auto money = parse_money(amount);
            if (!day || !money || !money->is_positive()) {
                fail("disbursements", not_disbursement, {{"value", word.substr(0, 80)}});
                break;
            }
            all.push_back({*day, *money});
        }
        return all;
    }

    static std::optional<JobLine> job_line(std::string word)
    {
        JobLine line;
        const auto equals = word.rfind('=');
        if (equals == std::string::npos || equals + 1 == word.size()) return std::nullopt;
        const char* const end = word.data() + word.size();
        const auto [stopped, error] = std::from_chars(word.data() + equals + 1, end, line.jobs);
        if (error != std::errc{} || stopped != end || line.jobs < 0 || line.jobs > 100'000) return std::nullopt;
        word.resize(equals);
        if (word.ends_with(":kept")) {
            line.kind = JobKind::kept;
            word.resize(word.size() - 5);
        }
        const auto slash = word.find('/');
        if (slash != std::string::npos) line.target_group = word.substr(slash + 1);
        line.level = word.substr(0, slash);
        return line;
    }

    void check_codes(std::string_view column, const JobLine& line)
    {
        const bool level = std::any_of(codes_.levels.begin(), codes_.levels.end(),
                                       [&](const auto& known) { return known.code == line.level; });
        if (!level) {
            std::string known;
            for (const auto& one : codes_.levels) known += (known.empty() ? "" : ", ") + one.code;
            fail(column, unknown_name, {{"value", line.level.substr(0, 80)}, {"known", known}});
        }
        if (line.target_group.empty() || codes_.target_groups.contains(line.target_group)) return;
        std::string known;
        for (const auto& one : codes_.target_groups) known += (known.empty() ? "" : ", ") + one;
        fail(column, unknown_name, {{"value", line.target_group.substr(0, 80)}, {"known", known}});
    }

    const CsvRecord& record_;
    CsvNumbers numbers_;
    Date taken_over_on_;
    const PortfolioCodes& codes_;
};

std::optional<parties::Undertaking> undertaking_of(const CsvRecord& record, const PortfolioCodes& codes,
                                                   RowReader& read)
{
    if (std::none_of(of_undertaking.begin(), of_undertaking.end(), [&](const auto* name) { return record.has(name); }))
        return std::nullopt;
    auto undertaking = read_undertaking(record, codes.municipalities);
    if (undertaking) return *std::move(undertaking);
    if (!read.refusal) read.refusal = undertaking.refusal();
    return std::nullopt;
}

std::optional<social_return::JobRealisation> realisation_of(const CsvRecord& record, Date awarded_on, RowReader& read)
{
    if (!record.has("jobs_realised")) {
        if (record.has("measured_on") || record.has("evidence")) read.fail("jobs_realised", missing);
        return std::nullopt;
    }
    social_return::JobRealisation realisation{read.date("measured_on"), read.text("evidence"),
                                              read.jobs("jobs_realised")};
    if (realisation.measured_on < awarded_on) {
        read.fail("measured_on", measured_before_award, {{"day", realisation.measured_on}, {"awarded", awarded_on}});
    }
    return realisation;
}

}  // namespace

std::span<const CsvColumn> portfolio_columns()
{
    return columns;
}

Result<PortfolioRow> read_portfolio_row(const CsvReader& reader, const CsvRow& row, CsvNumbers numbers,
                                        Date taken_over_on, const PortfolioCodes& codes)
{
    const CsvRecord record{reader, row, columns, numbers};
    RowReader read{record, numbers, taken_over_on, codes};
    PortfolioRow loan{.line = row.line,
                      .place = record.place(),
                      .reference = read.text("reference"),
                      .kvk = read.identifier<parties::KvkNumber>("kvk", record["kvk"], "00000000"),
                      .undertaking = undertaking_of(record, codes, read),
                      .activity = read.identifier<parties::ActivityCode>("sbi_main", record["sbi_main"], "00"),
                      .municipality = read.identifier<parties::MunicipalityCode>(
                          "municipality", municipality_code(record["municipality"], codes.municipalities), "GM0000"),
                      .scheme = read.text("scheme"),
                      .awarded_on = read.date("awarded_on"),
                      .amount = read.positive_money("amount"),
                      .terms = {},
                      .jobs_promised = read.jobs("jobs_promised"),
                      .jobs_realised = {}};
    if (loan.reference.size() > 64) read.fail("reference", csv_field_too_long);
    loan.terms = read.terms(loan.awarded_on);
    loan.terms.opening = read.opening();
    loan.jobs_realised = realisation_of(record, loan.awarded_on, read);
    if (read.refusal) return *read.refusal;
    if (!loan.terms.opening) return loan;
    const auto sound = lending::check_opening(loan.terms, {loan.amount, loan.awarded_on});
    if (sound) return loan;
    auto refusal = sound.refusal();
    refusal.cause = Cause::bad_input;
    refusal.where = record.place();
    return refusal;
}

}  // namespace vierkant::formats
