// Taking over: undertakings and loans of another administration, from a spreadsheet. The file is checked first; what it
// comes to, and each row that is wrong, is seen before anything is kept.

#include "usecases/import_portfolio.h"
#include "web/messages.h"
#include "web/tables.h"
#include "web/uploads.h"

#include <sstream>

namespace vierkant::web {

namespace {

using Kind = Field::Kind;
using reporting::ColumnType;
using reporting::Table;
using usecases::ImportRows;

constexpr std::size_t bad_rows_shown = 100;

/// The rows that are wrong, as the file is read.
struct BadRowList {
    Table table{"bad",
                {"Regels die niet goed zijn", "Rows that are wrong"},
                {{"place", {"Plaats", "Place"}}, {"why", {"Wat er mis is", "What is wrong"}}},
                {},
                {}};
    void add(const Visit& visit, const Refusal& refusal)
    {
        if (table.rows.size() >= bad_rows_shown) return;
        auto plain = refusal;
        plain.where.clear();
        table.rows.push_back({refusal.where, plain.in(visit.language)});
    }
};

std::vector<Field> file_fields()
{
    return {{"file", {"Bestand (CSV)", "File (CSV)"}, Kind::file, true},
            {"numbers",
             {"Scheidingstekens", "Separators"},
             Kind::select,
             true,
             {"Excel in het Nederlands schrijft puntkomma's en decimale komma's.",
              "Excel in Dutch writes semicolons and decimal commas."},
             {{"nl", {"1.234,50 en ;", "1.234,50 and ;"}}, {"en", {"1234.50 en ,", "1234.50 and ,"}}},
             "nl"},
            {"skip",
             {"Goede regels overnemen, ook als er foute zijn", "Take the good rows, also where others are wrong"},
             Kind::checkbox}};
}

std::vector<Field> portfolio_fields(Visit& visit)
{
    auto fields = file_fields();
    fields.insert(fields.begin() + 1,
                  {"on",
                   {"Dag van overname", "Day of take-over"},
                   Kind::date,
                   true,
                   {"Zo stonden de leningen aan het eind van die dag.", "So the loans stood at the end of that day."},
                   {},
                   to_text(visit.today)});
    return fields;
}

ImportRows how(const Visit& visit, const Reader& read, const http::Upload& file, BadRowList& bad)
{
    ImportRows rows;
    rows.source = file.name;
    rows.numbers = read.text("numbers") == "en" ? formats::CsvNumbers::international : formats::CsvNumbers::dutch;
    rows.bad_rows = read.has("skip") ? usecases::BadRows::skip : usecases::BadRows::refuse;
    rows.on_bad_row = [&visit, &bad](const Refusal& refusal) { bad.add(visit, refusal); };
    rows.on_progress = [](std::int64_t) {};
    return rows;
}

/// A file is imported once, whatever its name: its own digest is the key, not that of the form.
storage::Task task_of_file(const Visit& visit, const std::string& name)
{
    auto task = visit.task(name);
    task.idempotency_key.clear();
    return task;
}

Result<http::Upload> file_of(const Visit& visit, Reader& read)
{
    auto file = uploaded(visit, "file");
    if (!file) {
        read.wrong("file", visit.t(file_missing));
        return read.refusal();
    }
    return *file;
}

/// What is wrong with a file goes to its field; the rows stand above the form.
Refusal refuse_file(const Visit& visit, Reader& read, const Refusal& refusal, const BadRowList& bad)
{
    auto words = words_of(visit, refusal);
    for (const auto& row : bad.table.rows)
        words += "\n" + std::get<std::string>(row[0]) + ": " + std::get<std::string>(row[1]);
    read.wrong("file", words);
    return refusal;
}

Html bad_html(const Visit& visit, const BadRowList& bad)
{
    return bad.table.rows.empty() ? Html{} : table_html(visit, bad.table);
}

// Loans

Result<usecases::PortfolioReceipt> import_portfolio(Visit& visit, Reader& read, BadRowList& bad, bool only_check)
{
    const auto file = file_of(visit, read);
    const auto on = read.day("on");
    if (read.failed()) return read.refusal();
    auto rows = how(visit, read, *file, bad);
    rows.only_check = only_check;
    std::istringstream stream{file->content};
    auto receipt =
        usecases::import_portfolio(visit.connection, task_of_file(visit, "import portfolio"), stream, rows, on);
    if (!receipt) return refuse_file(visit, read, receipt.refusal(), bad);
    return receipt;
}

Result<Effect> check_portfolio(Visit& visit, Reader& read)
{
    BadRowList bad;
    const auto receipt = import_portfolio(visit, read, bad, true);
    if (!receipt) return receipt.refusal();
    Table table{"portfolio",
                {"Wat het bestand zegt", "What the file says"},
                {{"rows", {"Regels", "Rows"}, ColumnType::count},
                 {"bad", {"Fout", "Wrong"}, ColumnType::count},
                 {"loans", {"Leningen", "Loans"}, ColumnType::count},
                 {"undertakings", {"Nieuwe ondernemingen", "New undertakings"}, ColumnType::count},
                 {"awarded", {"Toegekend", "Awarded"}, ColumnType::money},
                 {"disbursed", {"Uitbetaald", "Disbursed"}, ColumnType::money},
                 {"repaid", {"Afgelost", "Repaid"}, ColumnType::money},
                 {"given_up", {"Kwijtgescholden en afgeboekt", "Remitted and written off"}, ColumnType::money},
                 {"outstanding", {"Uitstaand", "Outstanding"}, ColumnType::money},
                 {"overdue", {"Achterstand, met rente", "Overdue, with interest"}, ColumnType::money}},
                {{receipt->rows, receipt->bad, receipt->loans, receipt->undertakings, receipt->awarded.in_cents(),
                  receipt->disbursed.in_cents(), receipt->repaid.in_cents(), receipt->written_off.in_cents(),
                  receipt->outstanding.in_cents(), receipt->overdue.in_cents()}},
                {}};
    const auto hint = visit.t("Leg deze bedragen naast die van de oude administratie.",
                              "Lay these amounts beside those of the old administration.");
    return Effect{facts_html(visit, table) + tag("p", {}, hint), bad_html(visit, bad)};
}

Result<std::string> take_portfolio(Visit& visit, Reader& read)
{
    BadRowList bad;
    const auto receipt = import_portfolio(visit, read, bad, false);
    if (!receipt) return receipt.refusal();
    return std::to_string(receipt->loans) +
           visit.t(" leningen zijn overgenomen. Uitstaand: ", " loans were taken over. Outstanding: ") +
           visit.shown(receipt->outstanding) + ".";
}

// Undertakings

Result<usecases::UndertakingsReceipt> import_undertakings(Visit& visit, Reader& read, BadRowList& bad, bool only_check)
{
    const auto file = file_of(visit, read);
    if (!file) return file.refusal();
    auto rows = how(visit, read, *file, bad);
    rows.only_check = only_check;
    std::istringstream stream{file->content};
    auto receipt =
        usecases::import_undertakings(visit.connection, task_of_file(visit, "undertaking import"), stream, rows);
    if (!receipt) return refuse_file(visit, read, receipt.refusal(), bad);
    return receipt;
}

Result<Effect> check_undertakings(Visit& visit, Reader& read)
{
    BadRowList bad;
    const auto receipt = import_undertakings(visit, read, bad, true);
    if (!receipt) return receipt.refusal();
    const auto words = std::to_string(receipt->undertakings) +
                       visit.t(" ondernemingen worden geregistreerd, uit ", " undertakings are registered, of ") +
                       std::to_string(receipt->rows) + visit.t(" regels.", " rows.");
    return Effect{tag("p", {}, words), bad_html(visit, bad)};
}

Result<std::string> take_undertakings(Visit& visit, Reader& read)
{
    BadRowList bad;
    const auto receipt = import_undertakings(visit, read, bad, false);
    if (!receipt) return receipt.refusal();
    return std::to_string(receipt->undertakings) +
           visit.t(" ondernemingen zijn geregistreerd.", " undertakings were registered.");
}

}  // namespace

std::vector<Route> take_over_routes()
{
    std::vector<Route> routes;
    Action undertakings{"/undertakings/import",
                        Right::handle,
                        {"Ondernemingen inlezen", "Import undertakings"},
                        {"Registreren", "Register"},
                        [](Visit&) { return file_fields(); },
                        take_undertakings,
                        [](Visit& visit) {
                            return tag(
                                "p", {},
                                visit.t("Een regel per onderneming, met dezelfde kolommen als op de opdrachtregel. "
                                        "Hetzelfde bestand twee keer verandert niets.",
                                        "A row for each undertaking, with the columns that the command line takes. "
                                        "The same file twice changes nothing."));
                        }};
    undertakings.takes_files = true;
    undertakings.effect = check_undertakings;
    add_action(routes, std::move(undertakings));
    Action portfolio{"/loans/import",
                     Right::handle,
                     {"Leningen overnemen", "Take over loans"},
                     {"Overnemen", "Take over"},
                     portfolio_fields,
                     take_portfolio,
                     [](Visit& visit) {
                         return tag(
                             "p", {},
                             visit.t("Bestaande leningen van een andere administratie, zoals ze aan het eind van een "
                                     "dag stonden: een regel per lening. Doe dit voor het eerste bankafschrift.",
                                     "Existing loans of another administration, as they stood at the end of a day: a "
                                     "row for each loan. Do this before the first bank statement."));
                     }};
    portfolio.takes_files = true;
    portfolio.effect = check_portfolio;
    add_action(routes, std::move(portfolio));
    return routes;
}

}  // namespace vierkant::web
