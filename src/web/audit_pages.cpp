// Who did what when, and whether everything still agrees.

#include "storage/desk_query.h"
#include "usecases/report_codes.h"
#include "usecases/verify_administration.h"
#include "web/forms.h"
#include "web/tables.h"
#include "web/task_words.h"

#include <sstream>

namespace vierkant::web {

namespace {

/// "2026-03-02T09:09:00Z" as people write it.
std::string shown_instant(const Visit& visit, const std::string& at)
{
    const auto day = parse_date(at.substr(0, 10));
    return (day ? visit.shown(*day) : at.substr(0, 10)) + "\u00a0" + at.substr(11, 8);
}

/// What came of an act, with its days and amounts as people write them: "revolving 2026-01-01 2026-01-31".
std::string shown_receipt(const Visit& visit, const std::string& receipt)
{
    std::string shown;
    std::istringstream words{receipt};
    for (std::string word; words >> word;) {
        const bool decimal = word.size() > 3 && word[word.size() - 3] == '.';
        const auto amount = decimal ? parse_money(word) : std::nullopt;
        const auto day = parse_date(word);
        shown += (shown.empty() ? "" : " ") + (day ? visit.shown(*day) : amount ? visit.shown(*amount) : word);
    }
    return shown;
}

/// Tasks go by their words, in the list and in what is looked for.
reporting::CodeTitles task_titles(const Visit& visit)
{
    reporting::CodeTitles::Map titles;
    for (const auto& task : storage::tasks_done(visit.connection)) {
        const auto words = words_of_task(task);
        titles[task] = {words.nl, words.en};
    }
    return titles;
}

http::Response list(Visit& visit)
{
    using reporting::ColumnType;
    reporting::Column task{"task", {"Wat", "What"}};
    task.codes = task_titles(visit);
    storage::WorkFilter filter{.actor = visit.request.query["actor"], .part = part_asked(visit)};
    filter.tasks = usecases::codes_that_say({{"task", task.codes}}, "task", filter.part.words);
    reporting::Table table{"works",
                           {"Handelingen", "Acts"},
                           {{"work", {"Nr", "No"}, ColumnType::count},
                            {"at", {"Tijdstip (UTC)", "Instant (UTC)"}},
                            {"day", {"Dag", "Day"}, ColumnType::date},
                            {"actor", {"Wie", "Who"}},
                            std::move(task),
                            {"receipt", {"Uitkomst", "Outcome"}},
                            {"hash", {"Zegel", "Seal"}}},
                           {},
                           {}};
    for (const auto& work : storage::list_works(visit.connection, filter)) {
        table.rows.push_back({work.number, shown_instant(visit, work.at), to_text(work.day), work.actor, work.task,
                              shown_receipt(visit, work.receipt), work.hash.substr(0, 12)});
    }
    const auto above = tag("p", {},
                           visit.t("Elke handeling is verzegeld en geketend aan de vorige.",
                                   "Each act is sealed and chained to the one before it.")) +
                       button_form(visit, "/audit/verification", visit.t("Alles narekenen", "Recompute everything"));
    return part_page(visit, {"works", {"Controlespoor", "Audit trail"}, visit.today, {}, {std::move(table)}},
                     storage::count_works(visit.connection, filter), above);
}

/// A fact as it was written, column by column; codes stay codes: this is for who checks the books.
reporting::Table fact_table(const storage::WrittenFacts& facts)
{
    using reporting::ColumnType;
    reporting::Table table{facts.table, {facts.table, facts.table}, {}, {}, {}};
    for (const auto& column : facts.columns) table.columns.push_back({column, {column, column}});
    for (const auto& values : facts.rows) {
        reporting::Cells cells;
        for (const auto& value : values) {
            if (const auto* number = std::get_if<std::int64_t>(&value))
                cells.emplace_back(std::to_string(*number));
            else if (const auto* text = std::get_if<std::string>(&value))
                cells.emplace_back(*text);
            else
                cells.emplace_back();
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// What one act wrote: its entries, and its facts table by table.
http::Response show(Visit& visit)
{
    constexpr std::size_t most = 50;
    const auto& typed = visit.parts["work"];
    const bool digits =
        !typed.empty() && typed.size() < 16 && typed.find_first_not_of("0123456789") == std::string::npos;
    const auto number = digits ? std::stoll(typed) : 0;
    const auto works = storage::list_works(visit.connection, {"", number});
    if (number == 0 || works.empty()) return not_found(visit);
    const auto& work = works.front();
    const auto fact = [&](const char* nl, const char* en, const Html& value) {
        return tag("div", {}, tag("dt", {}, visit.t(nl, en)), tag("dd", {}, value));
    };
    Html content =
        tag("dl", {{"class", "facts"}}, fact("Tijdstip (UTC)", "Instant (UTC)", shown_instant(visit, work.at)),
            fact("Dag", "Day", visit.shown(work.day)), fact("Wie", "Who", work.actor),
            fact("Wat", "What", visit.t(words_of_task(work.task))),
            fact("Uitkomst", "Outcome", shown_receipt(visit, work.receipt)), fact("Zegel", "Seal", work.hash));
    std::vector<Html> links;
    for (const auto& [fund, entry] : storage::entries_of_work(visit.connection, number, most)) {
        const auto name = fund + "/" + std::to_string(entry);
        links.push_back(visit.may(Right::read) ? http::link("/ledger/" + name, name) : Html{name});
    }
    if (!links.empty())
        content += tag("h2", {}, visit.t("Boekingen", "Entries")) + tag("p", {}, http::joined(links, Html{" "}));
    for (const auto& facts : storage::facts_of_work(visit.connection, number, most)) {
        content += table_html(visit, fact_table(facts));
        if (facts.more)
            content += tag("p", {{"class", "detail"}},
                           visit.t("En meer: hier staan de eerste.", "And more: these are the first."));
    }
    return page(visit, visit.t("Handeling ", "Act ") + typed, content);
}

http::Response verify_all(Visit& visit)
{
    const auto problems = usecases::verify_administration(visit.connection);
    const auto title = visit.t("Narekening", "Verification");
    if (problems.empty()) {
        return page(visit, title,
                    tag("p", {{"class", "notice"}},
                        visit.t("Alles klopt: handelingen, boekingen, leningen, subsidies en bank.",
                                "Everything agrees: acts, entries, loans, grants and bank.")));
    }
    std::vector<Html> items;
    for (const auto& problem : problems) items.push_back(tag("li", {}, problem.in(visit.language)));
    return page(visit, title,
                tag("p", {{"class", "error"}},
                    visit.t("Dit klopt niet. Er is niets gewijzigd; meld het aan de beheerder.",
                            "This does not agree. Nothing was changed; tell the administrator.")) +
                    http::element("ul", {}, items));
}

}  // namespace

std::vector<Route> audit_routes()
{
    return {{http::Method::get, "/audit", Right::audit, list},
            {http::Method::get, "/audit/{work}", Right::audit, show},
            {.method = http::Method::post,
             .pattern = "/audit/verification",
             .right = Right::audit,
             .handle = verify_all,
             .takes_long = true}};
}

}  // namespace vierkant::web
