#pragma once

#include "base/date.h"
#include "base/result.h"

#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// A report is a value first and a layout second: named tables of typed columns. Renderers know nothing of loans.
namespace vierkant::reporting {

/// A title in both languages; read from the definition of a report.
struct Words {
    std::string nl;
    std::string en;
    [[nodiscard]] const std::string& in(Language language) const { return language == Language::nl ? nl : en; }
};

enum class ColumnType {
    text,
    money,    ///< whole cents
    count,    ///< a whole number
    percent,  ///< millionths of the whole: 42,500 is 4.25 %
    date,     ///< text YYYY-MM-DD
    decimal,  ///< millionths: 1,370,000 is 1.37
};

/// A count of persons that is not shown, nor any figure made of it: too few of them, or the few could be told from it.
/// Which of the two is not said, for that would tell too.
struct Hidden {
    friend bool operator==(const Hidden&, const Hidden&) = default;
};

/// What the codes of a list mean, for people: "GM0114" is Emmen. Machines get the code. Columns share it: a list is
/// made once and never changes.
class CodeTitles {
public:
    using Map = std::map<std::string, Words>;
    CodeTitles() = default;
    CodeTitles(Map titles) : titles_{std::make_shared<const Map>(std::move(titles))} {}
    CodeTitles(std::initializer_list<Map::value_type> titles) : CodeTitles{Map{titles}} {}
    [[nodiscard]] bool empty() const { return map().empty(); }
    [[nodiscard]] bool contains(const std::string& code) const { return find(code) != end(); }
    [[nodiscard]] const Words& at(const std::string& code) const { return map().at(code); }
    [[nodiscard]] Map::const_iterator find(const std::string& code) const { return map().find(code); }
    [[nodiscard]] Map::const_iterator begin() const { return map().begin(); }
    [[nodiscard]] Map::const_iterator end() const { return map().end(); }

private:
    [[nodiscard]] const Map& map() const
    {
        static const Map none;
        return titles_ ? *titles_ : none;
    }
    std::shared_ptr<const Map> titles_;
};
using CodeLists = std::map<std::string, CodeTitles>;

/// Nothing, a number in the unit of the column's type, text (or an ISO date), or hidden.
using Cell = std::variant<std::monostate, std::int64_t, std::string, Hidden>;
using Cells = std::vector<Cell>;

/// What a column of a comparison is: the figure itself, what it was on the earlier day, and what came to it since.
enum class Moment { now, earlier, difference };

struct Column {
    std::string key;
    Words title;
    ColumnType type = ColumnType::text;
    CodeTitles codes = {};        ///< of a text column that holds codes
    Moment moment = Moment::now;  ///< earlier and difference stand right after the column they are of
    bool names_row = false;       ///< with the others that do, says which row it is
    std::int64_t hide_below = 0;  ///< counts persons, or tells how many: fewer than this are not shown; 0: does not
};

/// A picture of a table: a column of labels and columns of figures, named by key. The table stands beside it: a chart
/// is never the only place of a figure.
struct Chart {
    enum class Kind {
        bars,      ///< lying, a row of the table each: for names
        columns,   ///< standing, for days, months and years
        steps,     ///< what holds until the next
        lines,     ///< what moves from one to the next
        band,      ///< three figures: an area from the first to the last, and a line through the one between
        timeline,  ///< over days as far apart as they are; a line goes from figure to figure, where there are any
    };
    Kind kind = Kind::bars;
    std::string x = {};                    ///< the labels
    std::vector<std::string> series = {};  ///< figures of one type
    bool stacked = false;                  ///< columns upon each other, where they add up to something
    Words title = {};                      ///< the table's title and the column's where it is empty
};

struct Table {
    std::string name;
    Words title;
    std::vector<Column> columns;
    std::vector<Cells> rows;  ///< each as long as `columns`
    Cells totals;             ///< as long as `columns`, or empty where the table has no line of totals
    Words empty = {};         ///< what to say where there are no rows; a general sentence where it is empty itself
    std::vector<Chart> charts = {};
    Words chapter = {};  ///< a heading above it, where a new chapter of the report begins
    Words text = {};     ///< what a reader should know before the figures
};

/// What a report was asked for, as a machine and as people name it: fund=revolving is "Fonds: Revolverend fonds".
struct Parameter {
    std::string key;
    std::string value;
    Words title;
    Words shown;
};

struct Report {
    std::string name;
    Words title;
    Date as_of;
    std::vector<Parameter> parameters;
    std::vector<Table> tables;
    Words question = {};                               ///< what it answers
    std::optional<Date> compared_with = std::nullopt;  ///< the earlier day, of a comparison
    std::optional<Date> drawn_up_on = std::nullopt;    ///< the day on which somebody asked for it
};

/// A figure for files and machines: "1234.50", "4.25", "2026-01-15"; "*" where it is hidden, "" where it is empty.
std::string machine_text(const Cell& cell, ColumnType type);
/// The same for people: "1.234,50", "4,25 %", "15-01-2026" in Dutch, and what a code means.
std::string people_text(const Cell& cell, const Column& column, Language language);

}  // namespace vierkant::reporting
