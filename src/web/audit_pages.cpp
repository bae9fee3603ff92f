// Who did what when, and whether everything still agrees.

#include "storage/desk_query.h"
#include "usecases/verify_administration.h"
#include "web/forms.h"
#include "web/tables.h"

namespace vierkant::web {

namespace {

http::Response list(Visit& visit)
{
    using reporting::ColumnType;
    constexpr std::int64_t most = 5'000;
    reporting::Table table{"works",
                           {"Handelingen", "Acts"},
                           {{"work", {"Nr", "No"}, ColumnType::count},
                            {"at", {"Tijdstip (UTC)", "Instant (UTC)"}},
                            {"day", {"Dag", "Day"}, ColumnType::date},
                            {"actor", {"Wie", "Who"}},
                            {"task", {"Wat", "What"}},
                            {"receipt", {"Uitkomst", "Outcome"}},
                            {"hash", {"Zegel", "Seal"}}},
                           {},
                           {}};
    for (const auto& work : storage::list_works(visit.connection, {visit.request.query["actor"], 0, most})) {
        table.rows.push_back({work.number, work.at.substr(0, 10) + " " + work.at.substr(11, 8), to_text(work.day),
                              work.actor, work.task, work.receipt, work.hash.substr(0, 12)});
    }
    const auto above = tag("p", {},
                           visit.t("Elke handeling is verzegeld en geketend aan de vorige.",
                                   "Each act is sealed and chained to the one before it.")) +
                       button_form(visit, "/audit/verification", visit.t("Alles narekenen", "Recompute everything"));
    return list_page(visit, {"works", {"Controlespoor", "Audit trail"}, visit.today, {}, {std::move(table)}}, above);
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
            {http::Method::post, "/audit/verification", Right::audit, verify_all}};
}

}  // namespace vierkant::web
