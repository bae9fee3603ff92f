// The reports of reports/, on screen with charts, to save, as of any day; and the journal behind the figures.

#include "reporting/draw_chart.h"
#include "storage/desk_query.h"
#include "storage/fund_store.h"
#include "usecases/make_report.h"
#include "usecases/report_codes.h"
#include "web/forms.h"
#include "web/http/parse.h"
#include "web/tables.h"

#include <algorithm>

namespace vierkant::web {

namespace {

using reporting::ColumnType;
using reporting::Table;

/// What a "*" means, where there is one.
Html about_hidden(const Visit& visit, const reporting::Report& report)
{
    const auto hidden = [](const reporting::Cell& cell) { return std::holds_alternative<reporting::Hidden>(cell); };
    const auto has_hidden = [&](const reporting::Cells& row) { return std::any_of(row.begin(), row.end(), hidden); };
    const bool any = std::any_of(report.tables.begin(), report.tables.end(), [&](const Table& table) {
        return has_hidden(table.totals) || std::any_of(table.rows.begin(), table.rows.end(), has_hidden);
    });
    if (!any) return {};
    return tag("p", {{"class", "hint"}},
               visit.t("* niet getoond: minder dan vijf personen, of een getal waaruit dat af te leiden is.",
                       "* not shown: fewer than five persons, or a figure that would tell so few."));
}

http::Response list(Visit& visit)
{
    std::vector<Html> items;
    for (const auto& entry : usecases::list_reports()) {
        items.push_back(tag("li", {},
                            tag("h2", {}, http::link("/reports/" + entry.name, entry.title.in(visit.language))),
                            tag("p", {{"class", "detail"}}, entry.question.in(visit.language))));
    }
    return page(visit, visit.t("Rapporten", "Reports"), http::element("ul", {{"class", "cards"}}, items));
}

Html fund_choice(const Visit& visit, const std::string& fund)
{
    std::vector<Html> funds;
    for (const auto& one : storage::fund_standings(visit.connection)) {
        funds.push_back(tag("option", {{"value", one.code}, {"selected", "", one.code == fund}},
                            visit.language == Language::nl ? one.title_nl : one.title_en));
    }
    return tag("label", {{"for", "fund"}}, visit.t("Fonds", "Fund")) +
           http::element("select", {{"id", "fund"}, {"name", "fund"}}, funds);
}

/// What the report was asked for, to be asked anew. `fund` is empty where the report is of no fund.
Html asked(const Visit& visit, const std::string& name, Date day, const std::optional<Date>& earlier,
           const std::string& fund)
{
    return tag("form", {{"action", "/reports/" + name}, {"method", "get"}, {"class", "filter"}},
               tag("label", {{"for", "as-of"}}, visit.t("Peildatum", "As of")),
               tag("input", {{"id", "as-of"}, {"type", "date"}, {"name", "as_of"}, {"value", to_text(day)}}),
               tag("label", {{"for", "compare"}}, visit.t("Vergelijk met", "Compare with")),
               tag("input", {{"id", "compare"},
                             {"type", "date"},
                             {"name", "compare"},
                             {"value", earlier ? to_text(*earlier) : std::string{}}}),
               fund.empty() ? Html{} : fund_choice(visit, fund),
               tag("button", {{"type", "submit"}}, visit.t("Toon", "Show")));
}

Html table_links(const Visit& visit, const reporting::Report& report)
{
    std::vector<Html> links;
    for (const auto& table : report.tables) {
        http::Fields query;
        for (const auto& [name, value] : visit.request.query.all()) {
            if (name == "as_of" || name == "fund" || name == "compare") query.add(name, value);
        }
        query.add("format", "csv");
        query.add("table", table.name);
        links.push_back(http::link(visit.request.path + "?" + http::urlencoded(query), table.title.in(visit.language)));
    }
    return tag("p", {{"class", "exports"}}, visit.t("CSV van: ", "CSV of: "), http::joined(links, Html{", "}));
}

/// Where a chapter begins, and what to read before the figures.
Html words_above(const Visit& visit, const Table& table)
{
    const auto& chapter = table.chapter.in(visit.language);
    const auto& text = table.text.in(visit.language);
    return (chapter.empty() ? Html{} : tag("h2", {{"class", "chapter"}}, chapter)) +
           (text.empty() ? Html{} : tag("p", {{"class", "text"}}, text));
}

http::Response show(Visit& visit)
{
    const auto& name = visit.parts["name"];
    const auto day = read_day(visit.request.query["as_of"]).value_or(visit.today);
    const auto fund = visit.request.query.has("fund") ? visit.request.query["fund"] : std::string{"revolving"};
    const auto earlier = read_day(visit.request.query["compare"]);
    const auto report = usecases::make_report(visit.connection, name, day, fund, earlier);
    if (!report) return refusal_page(visit, report.refusal());
    if (auto file = exported(visit, *report)) return *file;
    Html content = asked(visit, name, day, earlier, report->parameters.empty() ? std::string{} : fund);
    for (const auto& table : report->tables)
        content += words_above(visit, table) + reporting::charts_html(table, visit.language) + table_html(visit, table);
    const auto against =
        earlier ? visit.t(", vergeleken met ", ", compared with ") + visit.shown(*earlier) : std::string{};
    return page(visit, report->title.in(visit.language) + ", " + visit.shown(day) + against,
                content + about_hidden(visit, *report) + table_links(visit, *report) + report_export_links(visit));
}

/// An account by its name, leading to what was booked on it; its code is in the address and in files.
Html account_link(const reporting::CodeLists& codes, Language language, const std::string& fund,
                  const std::string& account)
{
    const auto titles = codes.find("account");
    const bool known = titles != codes.end() && titles->second.contains(account);
    return http::link("/ledger/" + fund + "?account=" + http::percent_encoded(account),
                      known ? titles->second.at(account).in(language) : account);
}

http::Response show_ledger(Visit& visit)
{
    const auto& fund = visit.parts["fund"];
    const auto& account = visit.request.query["account"];
    const auto codes = usecases::report_codes(visit.connection);
    storage::AccountFilter filter{fund, account, part_asked(visit)};
    filter.accounts = usecases::codes_that_say(codes, "account", filter.part.words);
    Table table{"entries",
                {"Boekingen", "Entries"},
                {{"entry", {"Boeking", "Entry"}, ColumnType::text},
                 {"date", {"Datum", "Date"}, ColumnType::date},
                 {"debit", {"Debet", "Debit"}},
                 {"credit", {"Credit", "Credit"}},
                 {"amount", {"Bedrag", "Amount"}, ColumnType::money},
                 {"description", {"Omschrijving", "Description"}}},
                {},
                {}};
    for (const auto& line : storage::account_lines(visit.connection, filter)) {
        table.rows.push_back({fund + "/" + std::to_string(line.entry), to_text(line.day), line.debit, line.credit,
                              line.amount.in_cents(), line.description});
    }
    const auto named = [&](const char* list, const std::string& code) {
        const auto titles = codes.find(list);
        const bool known = titles != codes.end() && titles->second.contains(code);
        return known ? titles->second.at(code) : reporting::Words{code, code};
    };
    const auto title = named("fund", fund);
    const auto all = visit.t("Alle rekeningen", "All accounts");
    const auto above = account.empty() ? tag("p", {{"class", "detail"}}, all)
                                       : tag("p", {{"class", "choices"}}, http::link("/ledger/" + fund, all), " ",
                                             tag("a", {{"href", visit.request.target}, {"aria-current", "true"}},
                                                 named("account", account).in(visit.language) + " (" + account + ")"));
    const reporting::Report shown{
        "ledger-" + fund, {"Grootboek: " + title.nl, "Ledger: " + title.en}, visit.today, {}, {std::move(table)}};
    return part_page(visit, shown, storage::count_account_lines(visit.connection, filter), above);
}

http::Response show_entry(Visit& visit)
{
    const auto& typed = visit.parts["number"];
    const bool digits =
        typed.size() < 18 && std::all_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto entry =
        digits ? storage::find_entry(visit.connection, visit.parts["fund"], std::stoll(typed)) : std::nullopt;
    if (!entry) return not_found(visit);
    const auto codes = usecases::report_codes(visit.connection);
    std::vector<Html> rows;
    for (const auto& side : entry->postings) {
        const auto subject =
            side.subject.empty()
                ? Html{}
                : http::link((side.subject[0] == 'L' ? "/loans/" : "/grants/") + side.subject, side.subject);
        const auto line = side.bank_line.empty() ? Html{} : http::link("/bank/lines/" + side.bank_line, side.bank_line);
        rows.push_back(tag("tr", {}, tag("td", {}, account_link(codes, visit.language, entry->fund, side.debit)),
                           tag("td", {}, account_link(codes, visit.language, entry->fund, side.credit)),
                           tag("td", {{"class", "figure"}}, visit.shown(side.amount)), tag("td", {}, subject),
                           tag("td", {}, line)));
    }
    const auto head = [&](const char* nl, const char* en) { return tag("th", {{"scope", "col"}}, visit.t(nl, en)); };
    const auto fact = [&](const char* nl, const char* en, const Html& value) {
        return tag("div", {}, tag("dt", {}, visit.t(nl, en)), tag("dd", {}, value));
    };
    return page(visit, visit.t("Boeking ", "Entry ") + entry->fund + "/" + typed,
                tag("dl", {{"class", "facts"}}, fact("Datum", "Date", visit.shown(entry->day)),
                    fact("Omschrijving", "Description", entry->description), fact("Door", "By", entry->actor),
                    fact("Handeling", "Act",
                         visit.may(Right::audit)
                             ? http::link("/audit/" + std::to_string(entry->work), std::to_string(entry->work))
                             : Html{std::to_string(entry->work)}),
                    fact("Zegel", "Seal", tag("code", {}, entry->hash))) +
                    tag("div",
                        {{"class", "wide"},
                         {"tabindex", "0"},
                         {"role", "region"},
                         {"aria-label", visit.t("Boekingsregels", "Postings")}},
                        tag("table", {},
                            tag("thead", {},
                                tag("tr", {}, head("Debet", "Debit"), head("Credit", "Credit"),
                                    head("Bedrag", "Amount"), head("Voor", "For"), head("Bankregel", "Bank line"))),
                            http::element("tbody", {}, rows))));
}

}  // namespace

std::vector<Route> report_routes()
{
    using http::Method;
    return {{Method::get, "/reports", Right::read, list},
            {.pattern = "/reports/{name}", .handle = show, .takes_long = true},
            {.pattern = "/ledger/{fund}", .handle = show_ledger, .takes_long = true},
            {Method::get, "/ledger/{fund}/{number}", Right::read, show_entry}};
}

}  // namespace vierkant::web
