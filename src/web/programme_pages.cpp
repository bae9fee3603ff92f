// The plan: its measures with what was awarded and spent, the path of unemployment, and the jobs against the baseline;
// every figure leads to the applications, loans and grants behind it.

#include "domain/schemes/scheme.h"
#include "reporting/draw_chart.h"
#include "storage/dossier_store.h"
#include "storage/fund_store.h"
#include "storage/loan_query.h"
#include "usecases/make_report.h"
#include "usecases/show_grant.h"
#include "web/tables.h"

#include <algorithm>
#include <map>
#include <set>

namespace vierkant::web {

/// What was recorded of a measure that others carry out, with the ways to add and to correct (measure_records.cpp).
Html measure_records_html(Visit& visit, const std::string& measure);

namespace {

using reporting::Cell;
using reporting::Cells;
using reporting::Report;
using reporting::Table;

const Table* table_named(const Report& report, std::string_view name)
{
    const auto found = std::find_if(report.tables.begin(), report.tables.end(),
                                    [&](const Table& table) { return table.name == name; });
    return found == report.tables.end() ? nullptr : &*found;
}

std::size_t place_of(const Table& table, std::string_view key)
{
    const auto found =
        std::find_if(table.columns.begin(), table.columns.end(), [&](const auto& one) { return one.key == key; });
    return static_cast<std::size_t>(found - table.columns.begin());
}

std::int64_t figure_in(const Table& table, const Cells& row, std::string_view key)
{
    const auto at = place_of(table, key);
    const auto* const figure = at < row.size() ? std::get_if<std::int64_t>(&row[at]) : nullptr;
    return figure == nullptr ? 0 : *figure;
}

Cell share(std::int64_t part, std::int64_t whole)
{
    constexpr std::int64_t millionths = 1'000'000;
    if (whole <= 0) return {};
    return (part * millionths + whole / 2) / whole;
}

/// The measures with how much of each budget was awarded.
Table with_progress(Table table)
{
    const auto awarded = place_of(table, "awarded");
    table.columns.insert(table.columns.begin() + static_cast<std::ptrdiff_t>(awarded) + 1,
                         {"progress", {"Deel van het budget", "Share of the budget"}, reporting::ColumnType::percent});
    const auto add = [&](Cells& row) {
        const auto budget = figure_in(table, row, "budget");
        const bool any = std::holds_alternative<std::int64_t>(row[awarded]);
        const auto part = any ? share(std::get<std::int64_t>(row[awarded]), budget) : Cell{};
        row.insert(row.begin() + static_cast<std::ptrdiff_t>(awarded) + 1, part);
    };
    for (auto& row : table.rows) add(row);
    if (!table.totals.empty()) table.totals.emplace(table.totals.begin() + static_cast<std::ptrdiff_t>(awarded) + 1);
    table.title = {"De maatregelen van het plan", "The measures of the plan"};
    table.text = {};
    return table;
}

std::string shown_in(const Visit& visit, const Table& table, const Cells& row, std::string_view key)
{
    const auto at = place_of(table, key);
    return at < row.size() ? reporting::people_text(row[at], table.columns[at], visit.language) : std::string{};
}

/// From where to where the plan wants to go, in a sentence.
Html aim_html(const Visit& visit, const Table& path)
{
    if (path.rows.size() < 2) return {};
    const auto& first = path.rows.front();
    const auto& last = path.rows.back();
    return tag(
        "p", {{"class", "text"}},
        visit.t("Het plan wil de werkloosheid terugbrengen van ", "The plan wants to bring unemployment down from ") +
            shown_in(visit, path, first, "unemployment") + visit.t(" op ", " on ") +
            shown_in(visit, path, first, "day") + visit.t(" naar ", " to ") +
            shown_in(visit, path, last, "unemployment") + visit.t(" op ", " on ") + shown_in(visit, path, last, "day") +
            ".");
}

/// Where unemployment has to go and what it was: in words, a picture and a table.
Html unemployment_html(Visit& visit, const Report& programme)
{
    Html content =
        tag("h2", {}, visit.t("Waar het plan op mikt, en wat het werd", "What the plan aims at, and what came of it"));
    if (const auto* const path = table_named(programme, "path")) content += aim_html(visit, *path);
    content += tag("p", {{"class", "doing"}},
                   http::link("/programme/unemployment",
                              visit.t("Vastgelegde cijfers en hun bronnen", "Recorded figures and their sources")));
    for (const auto* name : {"unemployment", "observed", "elsewhere"}) {
        const auto* const table = table_named(programme, name);
        if (table == nullptr || (table->rows.empty() && std::string_view{name} == "elsewhere")) continue;
        content += reporting::charts_html(*table, visit.language) + table_html(visit, *table);
    }
    return content;
}

http::Response show(Visit& visit)
{
    const auto programme = usecases::make_report(visit.connection, "programme", visit.today, "revolving");
    if (!programme) return refusal_page(visit, programme.refusal());
    const auto jobs = usecases::make_report(visit.connection, "social-return", visit.today, "revolving");
    if (!jobs) return refusal_page(visit, jobs.refusal());
    const auto* const measures = table_named(*programme, "measures");
    Html content =
        tag("p", {{"class", "choices"}}, http::link("/reports/programme", visit.t("Het rapport", "The report")), " ",
            http::link("/reports/social-return", visit.t("Sociaal rendement", "Social return")), " ",
            http::link("/reports/council-year", visit.t("Jaarverslag voor de raden", "Yearly report for councils")));
    content += unemployment_html(visit, *programme);
    if (measures != nullptr)
        content +=
            table_html(visit, with_progress(*measures)) +
            tag("p", {{"class", "hint"}},
                visit.t("Een fonds dat wordt terugbetaald, leent hetzelfde geld opnieuw uit en kan daardoor meer "
                        "verlenen dan zijn budget. Bij een gevolgde maatregel voert een ander haar uit.",
                        "A fund that is repaid lends the same money again, and so can award more than its budget. "
                        "A measure that is followed is carried out by someone else."));
    if (const auto* progress = table_named(*programme, "progress")) content += table_html(visit, *progress);
    for (const auto* name : {"sums", "term"}) {
        if (const auto* table = table_named(*programme, name)) content += table_html(visit, *table);
    }
    content += tag("h2", {{"class", "chapter"}},
                   visit.t("Banen: beloofd, gemaakt en de nulmeting", "Jobs: promised, made and the baseline"));
    if (const auto* realised = table_named(*jobs, "sector"))
        content += reporting::charts_html(*realised, visit.language) + table_html(visit, *realised);
    if (const auto* baseline = table_named(*programme, "sectors")) content += table_html(visit, *baseline);
    return page(visit, visit.t("Programma en maatregelen", "Programme and measures"), content);
}

Html figure(const std::string& title, const Html& value)
{
    return tag("div", {}, tag("dt", {}, title), tag("dd", {}, value));
}

/// What was asked, awarded and paid out under one scheme, each leading to its list.
Html scheme_html(Visit& visit, const schemes::Scheme& scheme, const Report& grants)
{
    const auto by = "?scheme=" + scheme.code;
    storage::DossierFilter dossiers;
    dossiers.scheme = scheme.code;
    const auto asked = storage::count_dossiers(visit.connection, dossiers);
    Html figures =
        figure(visit.t("Aanvragen", "Applications"), http::link("/applications" + by, std::to_string(asked)));
    const auto loans = storage::total_of_loans(visit.connection, {false, scheme.code, ""}, visit.today);
    if (loans.loans > 0) {
        figures +=
            figure(visit.t("Leningen", "Loans"), http::link("/loans" + by, std::to_string(loans.loans))) +
            figure(visit.t("Toegekend", "Awarded"), http::link("/loans" + by, visit.shown(loans.amount))) +
            figure(visit.t("Uitstaand", "Outstanding"), http::link("/loans" + by, visit.shown(loans.outstanding)));
    }
    const auto& table = grants.tables.front();
    std::int64_t count = 0;
    std::int64_t awarded = 0;
    std::int64_t paid = 0;
    for (const auto& row : table.rows) {
        if (row[place_of(table, "scheme")] != Cell{scheme.code}) continue;
        ++count;
        awarded += figure_in(table, row, "awarded");
        paid += figure_in(table, row, "paid");
    }
    if (count > 0) {
        figures +=
            figure(visit.t("Subsidies", "Grants"), http::link("/grants" + by, std::to_string(count))) +
            figure(visit.t("Verleend", "Awarded"), http::link("/grants" + by, visit.shown(Money::cents(awarded)))) +
            figure(visit.t("Betaald", "Paid"), http::link("/grants" + by, visit.shown(Money::cents(paid))));
    }
    return tag(
        "section", {{"class", "fund"}},
        tag("h2", {},
            http::link("/schemes/" + scheme.code + "/" + to_text(scheme.from), visit.t(schemes::title_of(scheme)))),
        tag("dl", {{"class", "figures"}}, figures));
}

/// The latest edition of each scheme of a measure.
std::vector<schemes::Scheme> schemes_of(Visit& visit, const std::string& measure)
{
    std::map<std::string, schemes::Scheme> latest;
    for (const auto& scheme : storage::scheme_editions(visit.connection)) {
        if (scheme.measure != measure) continue;
        const auto known = latest.find(scheme.code);
        if (known == latest.end() || known->second.from < scheme.from) latest.insert_or_assign(scheme.code, scheme);
    }
    std::vector<schemes::Scheme> found;
    found.reserve(latest.size());
    for (auto& [code, scheme] : latest) found.push_back(std::move(scheme));
    return found;
}

Html funds_html(Visit& visit, const std::set<std::string>& codes)
{
    std::vector<Html> links;
    for (const auto& fund : storage::fund_standings(visit.connection)) {
        if (!codes.contains(fund.code)) continue;
        const auto title = visit.language == Language::nl ? fund.title_nl : fund.title_en;
        links.push_back(tag("li", {}, title + ": " + visit.t("nog beschikbaar ", "still available "),
                            http::link("/reports/fund-statement?fund=" + fund.code, visit.shown(fund.available())),
                            "; ", http::link("/ledger/" + fund.code, visit.t("alle boekingen", "all postings"))));
    }
    if (links.empty()) return {};
    return tag("h2", {}, visit.t("Waaruit het wordt betaald", "What it is paid from")) +
           http::element("ul", {{"class", "found"}}, links);
}

http::Response show_measure(Visit& visit)
{
    const auto& code = visit.parts["measure"];
    const auto programme = usecases::make_report(visit.connection, "programme", visit.today, "revolving");
    if (!programme) return refusal_page(visit, programme.refusal());
    const auto* const measures = table_named(*programme, "measures");
    if (measures == nullptr) return not_found(visit);
    auto one = with_progress(*measures);
    std::erase_if(one.rows, [&](const Cells& row) { return row.front() != Cell{code}; });
    if (one.rows.empty()) return not_found(visit);
    const auto at = place_of(one, "title");
    const auto title = reporting::people_text(one.rows.front()[at], one.columns[at], visit.language);
    Html content =
        tag("p", {}, http::link("/programme", visit.t("Alle maatregelen", "All measures"))) + facts_html(visit, one);
    const auto schemes = schemes_of(visit, code);
    if (schemes.empty())
        content +=
            tag("p", {{"class", "nothing"}},
                visit.t("Deze maatregel wordt elders uitgevoerd. Hier staat wat het plan ervoor begroot; aanvragen, "
                        "leningen of subsidies zijn er in deze administratie niet. Hoe het ermee staat, vertelt wie "
                        "haar uitvoert.",
                        "This measure is carried out elsewhere. Here stands what the plan budgets for it; there are "
                        "no applications, loans or grants of it in this administration. Whoever carries it out tells "
                        "how it "
                        "stands.")) +
            measure_records_html(visit, code);
    const auto grants = usecases::list_grants(visit.connection, visit.today);
    std::set<std::string> funds;
    for (const auto& scheme : schemes) {
        content += scheme_html(visit, scheme, grants);
        funds.insert(scheme.fund);
    }
    return page(visit, code + " " + title, content + funds_html(visit, funds));
}

}  // namespace

std::vector<Route> programme_routes()
{
    return {{http::Method::get, "/programme", Right::read, show},
            {http::Method::get, "/programme/{measure}", Right::read, show_measure}};
}

}  // namespace vierkant::web
