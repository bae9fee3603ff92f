#include "reporting/notes.h"
#include "reporting/render.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>

namespace vierkant::reporting {

namespace {

constexpr std::size_t most_rows = 1'000'000;  ///< a sheet holds 1,048,576
constexpr std::size_t most_bytes = 32'000;    ///< of one text: a cell holds 32,767 characters

/// The library writes to a file only; this is a folder for it that nobody else can read, and that goes away.
class PrivateFolder {
public:
    PrivateFolder()
    {
        auto name = (std::filesystem::temp_directory_path() / "vierkant-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no folder for a temporary file"};
        path_ = name;
    }
    ~PrivateFolder()
    {
        std::error_code none;
        std::filesystem::remove_all(path_, none);
    }
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;
    [[nodiscard]] std::filesystem::path file() const { return path_ / "report.xlsx"; }

private:
    std::filesystem::path path_;
};

void check(lxw_error error)
{
    if (error != LXW_NO_ERROR) throw std::runtime_error{std::string{"workbook: "} + lxw_strerror(error)};
}

std::string cut(const std::string& text)
{
    if (text.size() <= most_bytes) return text;
    auto end = most_bytes;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "…";
}

bool is_figure(ColumnType type)
{
    return type != ColumnType::text && type != ColumnType::date;
}

double characters(std::string_view text)
{
    return static_cast<double>(std::count_if(text.begin(), text.end(),
                                             [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

class Workbook {
public:
    Workbook(const std::filesystem::path& file, const Report& report, Language language)
        : report_{report}, language_{language}, book_{workbook_new(file.c_str())}
    {
        if (book_ == nullptr) throw std::runtime_error{"workbook: no memory"};
        title_ = report.title.in(language);
        // What would differ from one drawing up to the next is set: the same report is the same file.
        lxw_doc_properties properties{};
        properties.title = title_.data();
        properties.author = author_.data();
        properties.created = static_cast<time_t>(report.as_of.serial()) * 86'400;
        check(workbook_set_properties(book_, &properties));
    }
    ~Workbook()
    {
        if (book_ != nullptr) workbook_close(book_);
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    void fill()
    {
        std::vector<std::string> names;
        taken_.insert(t("Rapport", "Report"));
        for (const auto& table : report_.tables) names.push_back(sheet_name(table));
        opening_sheet(names);
        for (std::size_t i = 0; i < names.size(); ++i) table_sheet(report_.tables[i], names[i]);
    }
    void close()
    {
        auto* book = book_;
        book_ = nullptr;
        check(workbook_close(book));
    }

private:
    [[nodiscard]] std::string t(const char* nl, const char* en) const { return language_ == Language::nl ? nl : en; }

    /// At most 31 characters, none of []:*?/\, and no two the same: what Excel takes.
    std::string sheet_name(const Table& table)
    {
        std::string name;
        for (const char c : table.title.in(language_)) {
            const bool refused = std::string_view{"[]:*?/\\'"}.find(c) != std::string_view::npos;
            if (!refused) name += c;
            if (c == '/' || c == '\\') name += ' ';
        }
        auto shortened = shorter(name, 31);
        for (int i = 2; !taken_.insert(shortened).second; ++i) {
            const auto mark = " " + std::to_string(i);
            shortened = shorter(name, 31 - static_cast<double>(mark.size())) + mark;
        }
        return shortened;
    }

    /// Cut after a whole word.
    static std::string shorter(const std::string& name, double most)
    {
        if (characters(name) <= most) return name;
        auto out = name;
        while (characters(out) + 1 > most) out.erase(std::min(out.find_last_of(' '), out.size() - 1));
        return out + "…";
    }

    /// The formats of a sheet: a figure looks the same wherever it stands.
    lxw_format* format_of(ColumnType type, bool total, bool decimals = false)
    {
        const auto key = static_cast<int>(type) * 4 + (total ? 2 : 0) + (decimals ? 1 : 0);
        auto& format = formats_[key];
        if (format != nullptr) return format;
        format = workbook_add_format(book_);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        switch (type) {
            case ColumnType::money:
                format_set_num_format(format, "#,##0.00");
                break;
            case ColumnType::count:
                format_set_num_format(format, "#,##0");
                break;
            case ColumnType::percent:
                format_set_num_format(format, decimals ? "0.00####%" : "0.00%");
                break;
            case ColumnType::decimal:
                format_set_num_format(format, decimals ? "#,##0.00####" : "#,##0.00");
                break;
            case ColumnType::date:
                format_set_num_format(format, language_ == Language::nl ? "dd-mm-yyyy" : "yyyy-mm-dd");
                format_set_align(format, LXW_ALIGN_LEFT);
                break;
            case ColumnType::text:
                break;
        }
        if (total) {
            format_set_bold(format);
            format_set_top(format, LXW_BORDER_THIN);
        }
        return format;
    }

    lxw_format* right_aligned(bool total)
    {
        auto* format = workbook_add_format(book_);
        format_set_align(format, LXW_ALIGN_RIGHT);
        if (total) format_set_top(format, LXW_BORDER_THIN);
        return format;
    }

    lxw_format* head_format(bool figure)
    {
        auto* format = workbook_add_format(book_);
        format_set_bold(format);
        format_set_text_wrap(format);
        format_set_bg_color(format, 0xE3ECF0);
        format_set_bottom(format, LXW_BORDER_MEDIUM);
        format_set_align(format, figure ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
        format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
        return format;
    }

    static void write_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t col, const std::string& text,
                           lxw_format* format)
    {
        check(worksheet_write_string(sheet, row, col, cut(text).c_str(), format));
    }

    void write_date(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t col, Date day, bool total)
    {
        constexpr int excel_of_1970 = 25'569;  // days since 30 December 1899
        const auto serial = static_cast<double>(day.serial()) + excel_of_1970;
        check(worksheet_write_number(sheet, row, col, serial, format_of(ColumnType::date, total)));
    }

    /// Cents and millionths become the decimal number that a spreadsheet counts with.
    static double number_of(std::int64_t value, ColumnType type)
    {
        const auto number = static_cast<double>(value);
        if (type == ColumnType::money) return number / 100;
        if (type == ColumnType::percent || type == ColumnType::decimal) return number / 1'000'000;
        return number;
    }
    static bool needs_decimals(std::int64_t value, ColumnType type)
    {
        return (type == ColumnType::percent && value % 100 != 0) ||
               (type == ColumnType::decimal && value % 10'000 != 0);
    }

    void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t col, const Cell& cell, const Column& column, bool total)
    {
        if (const auto* number = std::get_if<std::int64_t>(&cell)) {
            auto* format = format_of(column.type, total, needs_decimals(*number, column.type));
            check(worksheet_write_number(sheet, row, col, number_of(*number, column.type), format));
        } else if (const auto* text = std::get_if<std::string>(&cell)) {
            const auto day = column.type == ColumnType::date ? parse_date(*text) : std::nullopt;
            if (day) return write_date(sheet, row, col, *day, total);
            write_text(sheet, row, col, people_text(cell, column, language_), format_of(ColumnType::text, total));
        } else if (std::holds_alternative<Hidden>(cell)) {
            write_text(sheet, row, col, "*", right_aligned(total));
        } else if (total) {
            check(worksheet_write_blank(sheet, row, col, format_of(column.type, true)));
        }
    }

    /// Whether a total is what its rows add up to, so that the sheet can add them up itself.
    static bool adds_up(const Table& table, std::size_t column)
    {
        const auto* total = std::get_if<std::int64_t>(&table.totals[column]);
        const auto type = table.columns[column].type;
        if (total == nullptr || (type != ColumnType::money && type != ColumnType::count)) return false;
        std::int64_t sum = 0;
        for (const auto& row : table.rows) {
            if (std::holds_alternative<Hidden>(row[column])) return false;
            if (const auto* number = std::get_if<std::int64_t>(&row[column])) sum += *number;
        }
        return sum == *total;
    }

    void write_totals(lxw_worksheet* sheet, const Table& table, lxw_row_t row)
    {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const auto col = static_cast<lxw_col_t>(i);
            if (adds_up(table, i)) {
                char first[LXW_MAX_CELL_NAME_LENGTH];
                char last[LXW_MAX_CELL_NAME_LENGTH];
                lxw_rowcol_to_cell(first, 1, col);
                lxw_rowcol_to_cell(last, row - 1, col);
                const auto formula = std::string{"=SUM("} + first + ":" + last + ")";
                const auto type = table.columns[i].type;
                const auto value = number_of(std::get<std::int64_t>(table.totals[i]), type);
                check(worksheet_write_formula_num(sheet, row, col, formula.c_str(), format_of(type, true), value));
            } else if (i == 0 && std::holds_alternative<std::monostate>(table.totals[i])) {
                write_text(sheet, row, col, t("Totaal", "Total"), format_of(ColumnType::text, true));
            } else {
                write(sheet, row, col, table.totals[i], table.columns[i], true);
            }
        }
    }

    void set_widths(lxw_worksheet* sheet, const Table& table, std::size_t rows)
    {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const auto& column = table.columns[i];
            double widest = std::min(characters(column.title.in(language_)), 14.0);
            const auto look = [&](const Cell& cell) {
                widest = std::max(widest, characters(people_text(cell, column, language_)));
            };
            for (std::size_t r = 0; r < rows; ++r) look(table.rows[r][i]);
            if (!table.totals.empty()) look(table.totals[i]);
            const auto col = static_cast<lxw_col_t>(i);
            check(worksheet_set_column(sheet, col, col, std::min(widest, 50.0) + 3, nullptr));
        }
    }

    void set_up_printing(lxw_worksheet* sheet)
    {
        constexpr std::uint8_t a4 = 9;
        worksheet_set_paper(sheet, a4);
        worksheet_set_landscape(sheet);
        worksheet_fit_to_pages(sheet, 1, 0);
        const auto footer = "&L" + ampersands_doubled(title_) + ", " + show(report_.as_of, language_) + "&R&P / &N";
        if (footer.size() < 250) check(worksheet_set_footer(sheet, footer.c_str()));
    }
    static std::string ampersands_doubled(const std::string& text)
    {
        std::string out;
        for (const char c : text) out += c == '&' ? std::string{"&&"} : std::string{c};
        return out;
    }

    void table_sheet(const Table& table, const std::string& name)
    {
        auto* sheet = workbook_add_worksheet(book_, name.c_str());
        verify(sheet != nullptr, "the name of a sheet is one that a workbook takes");
        lxw_format* heads[] = {head_format(false), head_format(true)};
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const auto& column = table.columns[i];
            write_text(sheet, 0, static_cast<lxw_col_t>(i), column.title.in(language_), heads[is_figure(column.type)]);
        }
        const auto rows = std::min(table.rows.size(), most_rows);
        lxw_row_t at = 1;
        for (std::size_t r = 0; r < rows; ++r, ++at) {
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                write(sheet, at, static_cast<lxw_col_t>(i), table.rows[r][i], table.columns[i], false);
        }
        if (rows > 1)
            check(worksheet_autofilter(sheet, 0, 0, at - 1, static_cast<lxw_col_t>(table.columns.size() - 1)));
        const bool whole = rows == table.rows.size();
        if (!table.totals.empty() && whole) write_totals(sheet, table, at++);
        if (table.rows.empty()) write_text(sheet, at++, 0, empty_sentence(table, language_), nullptr);
        if (has_hidden(table)) write_text(sheet, ++at, 0, about_hidden(language_), nullptr);
        if (!whole) {
            write_text(sheet, ++at, 0,
                       t("Hier houdt het werkblad op: meer regels neemt het niet. In CSV staan ze alle.",
                         "The sheet ends here: it takes no more rows. CSV has all of them."),
                       nullptr);
        }
        worksheet_freeze_panes(sheet, 1, is_figure(table.columns.front().type) ? 0 : 1);
        check(worksheet_repeat_rows(sheet, 0, 0));
        set_widths(sheet, table, rows);
        set_up_printing(sheet);
    }

    void opening_sheet(const std::vector<std::string>& names)
    {
        auto* sheet = workbook_add_worksheet(book_, t("Rapport", "Report").c_str());
        verify(sheet != nullptr, "the name of a sheet is one that a workbook takes");
        auto* large = workbook_add_format(book_);
        format_set_bold(large);
        format_set_font_size(large, 16);
        auto* bold = workbook_add_format(book_);
        format_set_bold(bold);
        lxw_row_t at = 0;
        write_text(sheet, at++, 0, title_, large);
        if (const auto& question = report_.question.in(language_); !question.empty())
            write_text(sheet, at++, 0, question, nullptr);
        ++at;
        const auto day = [&](const char* nl, const char* en, const std::optional<Date>& date) {
            if (!date) return;
            write_text(sheet, at, 0, t(nl, en), bold);
            write_date(sheet, at++, 1, *date, false);
        };
        day("Peildatum", "As of", report_.as_of);
        day("Vergeleken met", "Compared with", report_.compared_with);
        for (const auto& parameter : report_.parameters) {
            write_text(sheet, at, 0, parameter.title.in(language_), bold);
            write_text(sheet, at++, 1, parameter.shown.in(language_), nullptr);
        }
        day("Opgemaakt op", "Drawn up on", report_.drawn_up_on);
        ++at;
        write_text(sheet, at, 0, t("Werkblad", "Sheet"), bold);
        write_text(sheet, at++, 1, t("Regels", "Rows"), bold);
        for (std::size_t i = 0; i < names.size(); ++i, ++at) {
            const auto& title = report_.tables[i].title.in(language_);
            const auto address = "internal:'" + names[i] + "'!A1";
            check(worksheet_write_url_opt(sheet, at, 0, address.c_str(), nullptr, title.c_str(), nullptr));
            auto* format = format_of(ColumnType::count, false);
            check(worksheet_write_number(sheet, at, 1, static_cast<double>(report_.tables[i].rows.size()), format));
        }
        check(worksheet_set_column(sheet, 0, 0, 48, nullptr));
        check(worksheet_set_column(sheet, 1, 1, 24, nullptr));
        set_up_printing(sheet);
    }

    const Report& report_;
    Language language_;
    lxw_workbook* book_;
    std::string title_;
    std::string author_ = "Vierkant";
    std::set<std::string> taken_;
    std::map<int, lxw_format*> formats_;
};

}  // namespace

std::string render_xlsx(const Report& report, Language language)
{
    const PrivateFolder folder;
    Workbook workbook{folder.file(), report, language};
    workbook.fill();
    workbook.close();
    std::ifstream file{folder.file(), std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

}  // namespace vierkant::reporting
