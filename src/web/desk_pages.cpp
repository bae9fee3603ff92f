// The work list, the fund at a glance, and searching.

#include "domain/dossiers/progress.h"
#include "reporting/draw_chart.h"
#include "reporting/render.h"
#include "storage/closing_store.h"
#include "storage/desk_query.h"
#include "storage/fund_store.h"
#include "storage/loan_query.h"
#include "storage/payment_order_store.h"
#include "usecases/arrears_lists.h"
#include "usecases/assess_application.h"
#include "usecases/forecast.h"
#include "usecases/jobs.h"
#include "usecases/list_bank_lines.h"
#include "web/application_words.h"
#include "web/forecast_board.h"
#include "web/forms.h"
#include "web/http/parse.h"
#include "web/tables.h"

#include <algorithm>
#include <iterator>

namespace vierkant::web {

namespace {

/// One thing to do: how many, where, and by when.
struct Task {
    std::string what;
    std::string address;
    std::string detail;
};

Html tasks_html(const std::string& title, const std::vector<Task>& tasks, const std::string& none)
{
    std::vector<Html> items;
    for (const auto& task : tasks) {
        items.push_back(
            tag("li", {}, http::link(task.address, task.what), tag("span", {{"class", "detail"}}, " " + task.detail)));
    }
    return tag("section", {{"class", "tasks"}}, tag("h2", {}, title),
               items.empty() ? tag("p", {{"class", "nothing"}}, none) : http::element("ul", {}, items));
}

std::string days_text(const Visit& visit, std::int64_t days)
{
    if (days == 0) return visit.t("vandaag", "today");
    const auto number = std::to_string(days < 0 ? -days : days);
    const bool one = days == 1 || days == -1;
    if (days < 0)
        return number + (one ? visit.t(" dag te laat", " day late") : visit.t(" dagen te laat", " days late"));
    return visit.t("over ", "in ") + number + (one ? visit.t(" dag", " day") : visit.t(" dagen", " days"));
}

struct WorkList {
    std::vector<Task> now;      ///< for whoever looks, today
    std::vector<Task> late;     ///< should have been done
    std::vector<Task> waiting;  ///< for others
};

/// Of one kind of task so many stand on the list; the rest is a link to where they all are.
constexpr std::size_t most_of_a_kind = 8;

void add_some(std::vector<Task>& list, std::vector<Task> tasks, const Task& rest)
{
    const auto shown = std::min(tasks.size(), most_of_a_kind);
    const auto more = tasks.size() - shown;
    std::move(tasks.begin(), tasks.begin() + static_cast<std::ptrdiff_t>(shown), std::back_inserter(list));
    if (more > 0) list.push_back({std::to_string(more) + " " + rest.what, rest.address, rest.detail});
}

void add_dossiers(const Visit& visit, WorkList& list)
{
    using dossiers::Status;
    WorkList found;
    const storage::DossierFilter open{.which = storage::DossierFilter::Which::open, .part = {.sort = "decide_by"}};
    for (const auto& view : usecases::list_applications(visit.connection, open)) {
        const auto& dossier = view.row.dossier;
        const auto left = std::int64_t{view.decide_by - visit.today};
        const Task task{
            dossier.number + " " + view.row.undertaking_name, "/applications/" + dossier.number,
            status_in_words(visit, view.status) + ", " + visit.t("besluit ", "decision ") + days_text(visit, left)};
        const bool proposed = view.status == Status::award_proposed || view.status == Status::refusal_proposed;
        const bool mine = proposed
                              ? visit.may(Right::decide) && dossiers::proposal(view.row.history).actor != visit.login()
                              : visit.may(Right::handle) && view.status != Status::incomplete;
        if (left < 0) {
            found.late.push_back(task);
        } else {
            (mine ? found.now : found.waiting).push_back(task);
        }
    }
    const Task rest{visit.t("andere aanvragen", "other applications"), "/applications?open=yes&sort=decide_by",
                    visit.t("op volgorde van beslisdag", "by the day to decide")};
    add_some(list.now, std::move(found.now), rest);
    add_some(list.late, std::move(found.late), rest);
    add_some(list.waiting, std::move(found.waiting), rest);
}

void add_orders(const Visit& visit, WorkList& list)
{
    WorkList found;
    for (const auto& open : storage::list_open_orders(visit.connection)) {
        const bool mine = visit.may(Right::release) && open.stored.prepared_by != visit.login();
        (mine ? found.now : found.waiting)
            .push_back(
                {open.stored.number + " " + visit.t("vrijgeven: ", "release: ") + visit.shown(open.stored.order.amount),
                 "/orders",
                 visit.t("voor ", "for ") + open.subject + ", " + visit.t("klaargezet door ", "prepared by ") +
                     open.stored.prepared_by});
    }
    const Task rest{visit.t("andere opdrachten", "other orders"), "/orders",
                    visit.t("wachten op vrijgave", "wait to be released")};
    add_some(list.now, std::move(found.now), rest);
    add_some(list.waiting, std::move(found.waiting), rest);
}

void add_bank(const Visit& visit, WorkList& list)
{
    const auto lines = usecases::list_unmatched(visit.connection, "");
    if (!lines || lines->empty()) return;
    (visit.may(Right::bank) ? list.now : list.waiting)
        .push_back({std::to_string(lines->size()) + " " +
                        (lines->size() == 1 ? visit.t("bankregel koppelen", "bank line to match")
                                            : visit.t("bankregels koppelen", "bank lines to match")),
                    "/bank", visit.t("staan op vraagposten", "are in suspense")});
}

/// The last day up to which the books of every fund are closed; empty where one was never closed.
std::optional<Date> books_until(const Visit& visit)
{
    std::optional<Date> until;
    for (const auto& fund : storage::closing_funds(visit.connection)) {
        if (!fund.closed_day) return std::nullopt;
        until = until ? std::min(*until, *fund.closed_day) : *fund.closed_day;
    }
    return until;
}

void add_closing(const Visit& visit, WorkList& list)
{
    const auto until = books_until(visit);
    const auto yesterday = visit.today - 1;
    if (until && *until >= yesterday) return;
    const auto since =
        until ? visit.t("de boeken zijn gesloten tot en met ", "the books are closed up to ") + visit.shown(*until)
              : visit.t("er is nog geen dag gesloten", "no day was closed yet");
    (visit.may(Right::close) ? list.now : list.waiting)
        .push_back(
            {visit.t("Dagen sluiten tot en met ", "Close days up to ") + visit.shown(yesterday), "/closing", since});
}

void add_arrears(const Visit& visit, WorkList& list)
{
    // What fell due after the last day closed is not in the books yet.
    const auto until = books_until(visit);
    const auto as_of = until && *until < visit.today - 1
                           ? visit.t(", volgens de boeken tot en met ", ", by the books up to ") + visit.shown(*until)
                           : std::string{};
    storage::LoanFilter late{true, "", ""};
    late.part.sort = "days_past_due";
    late.part.down = true;
    late.part.most = static_cast<std::int64_t>(most_of_a_kind);
    for (const auto& line : storage::list_loans(visit.connection, late, visit.today)) {
        const std::int64_t days = line.late_since ? visit.today - *line.late_since : 0;
        list.late.push_back({line.number + " " + line.borrower, "/loans/" + line.number,
                             visit.shown(line.arrears) + " " + visit.t("achterstand, ", "in arrears, ") +
                                 days_text(visit, -days) + as_of});
    }
    const auto all = storage::total_of_loans(visit.connection, late, visit.today);
    const auto more = all.loans - late.part.most;
    if (more > 0)
        list.late.push_back({std::to_string(more) + " " + visit.t("andere leningen", "other loans"), "/loans?late=yes",
                             visit.t("samen ", "together ") + visit.shown(all.arrears) +
                                 visit.t(" achterstand van alle", " in arrears of all")});
}

void add_letters(const Visit& visit, WorkList& list)
{
    const auto letters = usecases::letters_to_draw(visit.connection, visit.today, "", visit.language);
    if (!letters) return;
    const auto count = letters->tables.front().rows.size();
    if (count == 0) return;
    (visit.may(Right::handle) ? list.now : list.waiting)
        .push_back({std::to_string(count) + " " +
                        (count == 1 ? visit.t("brief opmaken", "letter to draw up")
                                    : visit.t("brieven opmaken", "letters to draw up")),
                    "/arrears", visit.t("over achterstanden", "about arrears")});
}

void add_jobs(const Visit& visit, WorkList& list)
{
    const auto due = usecases::due_measurements(visit.connection, visit.today);
    if (due.empty()) return;
    list.late.push_back({std::to_string(due.size()) + " " + visit.t("banenmetingen doen", "job measurements to do"),
                         "/jobs", visit.t("bij toegekende dossiers", "for awarded dossiers")});
}

/// What can be awarded, month by month: the band of the courses that were drawn, and what is expected.
Html capacity(const Visit& visit, const storage::FundStanding& fund)
{
    const auto more =
        tag("p", {{"class", "detail"}},
            http::link("/reports/cash-forecast?fund=" + fund.code,
                       visit.t("Vooruitblik met scenario's en de cijfers", "Forecast with scenarios and the figures")));
    const auto ahead =
        visit.forecasts != nullptr
            ? visit.forecasts->ahead(visit.connection, fund.code, visit.today)
            : ForecastBoard::Ahead{usecases::capacity_ahead(visit.connection, fund.code, visit.today, 24), visit.today};
    if (ahead.months.empty()) {
        return tag("p", {{"class", "nothing"}},
                   visit.t("De vooruitblik wordt berekend. Ververs deze pagina over een paar minuten.",
                           "The forecast is being calculated. Refresh this page in a few minutes.")) +
               more;
    }
    reporting::Picture picture{visit.t("Wat het fonds kan verlenen, aan het eind van elke maand",
                                       "What the fund can award, at the end of each month"),
                               reporting::Chart::Kind::band,
                               false,
                               reporting::ColumnType::money,
                               {},
                               {}};
    picture.series = {{visit.t("als het tegenzit (1 op 10)", "if things go badly (1 in 10)"), {}},
                      {visit.t("in het midden", "in the middle"), {}},
                      {visit.t("als het meezit (1 op 10)", "if things go well (1 in 10)"), {}}};
    for (const auto& month : ahead.months) {
        const auto text = to_text(month.first);
        picture.labels.push_back(text.substr(5, 2) + "-" + text.substr(2, 2));
        picture.series[0].values.push_back(month.band.p10.in_cents());
        picture.series[1].values.push_back(month.band.p50.in_cents());
        picture.series[2].values.push_back(month.band.p90.in_cents());
    }
    const bool old = ahead.day != visit.today;
    const auto when = old || ahead.is_made
                          ? tag("p", {{"class", "detail"}},
                                visit.t("Berekend op ", "Calculated on ") + visit.shown(ahead.day) +
                                    visit.t("; die van vandaag wordt gemaakt.", "; today's is being made."))
                          : Html{};
    return reporting::draw(picture, visit.language) + when + more;
}

Html figure(const std::string& title, const std::string& value, const std::string& address)
{
    return tag("div", {}, tag("dt", {}, title), tag("dd", {}, http::link(address, value)));
}

Html fund_html(const Visit& visit, const storage::FundStanding& fund)
{
    const auto ledger = "/ledger/" + fund.code;
    const auto title = visit.language == Language::nl ? fund.title_nl : fund.title_en;
    const bool lends = fund.outstanding.is_positive() || fund.code == "revolving";
    return tag("section", {{"class", "fund"}}, tag("h2", {}, title),
               tag("dl", {{"class", "figures"}},
                   figure(visit.t("Beschikbaar", "Available"), visit.shown(fund.available()),
                          "/reports/fund-statement?fund=" + fund.code),
                   figure(visit.t("Toegezegd, nog uit te betalen", "Promised, still to pay out"),
                          visit.shown(fund.committed), ledger + "?account=equity%3Acommitted"),
                   lends ? figure(visit.t("Uitgeleend", "Lent"), visit.shown(fund.outstanding), "/loans") : Html{},
                   figure(visit.t("In kas", "Cash"), visit.shown(fund.cash), ledger + "?account=assets%3Abank"),
                   figure(visit.t("Ingebracht", "Paid in"), visit.shown(fund.capital), ledger)),
               lends ? capacity(visit, fund) : Html{});
}

http::Response show_desk(Visit& visit)
{
    if (!visit.may(Right::read)) {
        return page(visit, visit.t("Beheer", "Administration"),
                    tag("ul", {}, tag("li", {}, http::link("/users", visit.t("Gebruikers", "Users"))),
                        tag("li", {}, http::link("/schemes", visit.t("Regelingen", "Schemes"))),
                        tag("li", {}, http::link("/audit", visit.t("Controlespoor", "Audit trail")))));
    }
    WorkList list;
    add_dossiers(visit, list);
    add_orders(visit, list);
    add_bank(visit, list);
    add_arrears(visit, list);
    add_letters(visit, list);
    add_jobs(visit, list);
    add_closing(visit, list);
    std::vector<Html> funds;
    for (const auto& fund : storage::fund_standings(visit.connection)) funds.push_back(fund_html(visit, fund));
    return page(visit, visit.t("Werklijst", "Work list"),
                tag("div", {{"class", "columns"}},
                    tasks_html(visit.t("Voor u", "For you"), list.now,
                               visit.t("Niets: alles is gedaan.", "Nothing: all is done.")),
                    tasks_html(visit.t("Te laat", "Late"), list.late, visit.t("Niets is te laat.", "Nothing is late.")),
                    tasks_html(visit.t("Wacht op anderen", "Waiting for others"), list.waiting,
                               visit.t("Niets wacht.", "Nothing waits."))) +
                    http::joined(funds));
}

std::string kind_in_words(const Visit& visit, storage::Found::Kind kind)
{
    switch (kind) {
        case storage::Found::Kind::undertaking:
            return visit.t("onderneming", "undertaking");
        case storage::Found::Kind::dossier:
            return visit.t("aanvraag", "application");
        case storage::Found::Kind::loan:
            return visit.t("lening", "loan");
        case storage::Found::Kind::grant:
            return visit.t("subsidie", "grant");
        case storage::Found::Kind::bank_line:
            break;
    }
    return visit.t("bankregel", "bank line");
}

std::string address_of(const storage::Found& found)
{
    switch (found.kind) {
        case storage::Found::Kind::undertaking:
            return "/undertakings/" + found.number;
        case storage::Found::Kind::dossier:
            return "/applications/" + found.number;
        case storage::Found::Kind::loan:
            return "/loans/" + found.number;
        case storage::Found::Kind::grant:
            return "/grants/" + found.number;
        case storage::Found::Kind::bank_line:
            break;
    }
    return "/bank/lines/" + found.number;
}

http::Response show_search(Visit& visit)
{
    const auto& words = visit.request.query["q"];
    const auto title = visit.t("Zoeken", "Search");
    if (words.find_first_not_of(' ') == std::string::npos) {
        return page(visit, title,
                    tag("p", {}, visit.t("Vul hierboven in wat u zoekt.", "Enter above what you look for.")));
    }
    const auto found = storage::search_everything(visit.connection, words, read_money(words, visit.language), 20);
    std::vector<Html> items;
    for (const auto& one : found) {
        items.push_back(
            tag("li", {}, http::link(address_of(one), one.number + " " + one.name),
                tag("span", {{"class", "detail"}},
                    " " + kind_in_words(visit, one.kind) + (one.amount ? ", " + visit.shown(*one.amount) : ""))));
    }
    const auto count =
        std::to_string(items.size()) + " " + visit.t("gevonden voor ", "found for ") + "\"" + words + "\"";
    return page(visit, title,
                tag("div", {{"id", "results"}, {"aria-live", "polite"}}, tag("p", {{"class", "count"}}, count),
                    http::element("ul", {{"class", "found"}}, items)));
}

}  // namespace

std::vector<Route> desk_routes()
{
    return {{http::Method::get, "/", Right::signed_in, show_desk},
            {http::Method::get, "/search", Right::read, show_search}};
}

}  // namespace vierkant::web
