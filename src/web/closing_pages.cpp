// The close of days and periods: how far it is, what is open, what a close will do, and how it goes.

#include "storage/closing_store.h"
#include "storage/desk_query.h"
#include "usecases/close_period.h"
#include "usecases/list_bank_lines.h"
#include "web/closing_run.h"
#include "web/json_form.h"
#include "web/tables.h"

namespace vierkant::web {

namespace {

using Kind = Field::Kind;
using reporting::ColumnType;
using reporting::Table;
using Outcome = Result<std::vector<usecases::ClosedDays>>;

std::vector<Choice> fund_choices(Visit& visit, bool all)
{
    std::vector<Choice> choices;
    if (all) choices.push_back({"", {"alle fondsen", "all funds"}});
    for (const auto& fund : storage::closing_funds(visit.connection))
        choices.push_back({fund.code, {fund.title_nl, fund.title_en}});
    return choices;
}

// Looking

/// Per fund the days up to yesterday that are still open.
Table open_table(Visit& visit)
{
    Table table{"open",
                {"Nog te sluiten", "Still to be closed"},
                {{"fund", {"Fonds", "Fund"}},
                 {"first", {"Dagen vanaf", "Days from"}, ColumnType::date},
                 {"last", {"tot en met", "up to"}, ColumnType::date},
                 {"days", {"Aantal", "Number"}, ColumnType::count}},
                {},
                {},
                {"Alle dagen tot en met gisteren zijn gesloten.", "All days up to yesterday are closed."}};
    const auto yesterday = visit.today - 1;
    for (const auto& fund : storage::closing_funds(visit.connection)) {
        const auto first = fund.closed_day ? *fund.closed_day + 1 : fund.begins_on;
        if (first > yesterday) continue;
        table.rows.push_back({fund.code, to_text(first), to_text(yesterday), std::int64_t{yesterday - first + 1}});
    }
    return table;
}

Html suspense_html(Visit& visit)
{
    const auto lines = usecases::list_unmatched(visit.connection, "");
    if (!lines || lines->empty()) return {};
    const auto count = std::to_string(lines->size());
    return tag(
        "p", {{"class", "warning"}},
        http::link("/bank", count + (lines->size() == 1 ? visit.t(" bankregel", " bank line")
                                                        : visit.t(" bankregels", " bank lines"))),
        visit.t(" op vraagposten. Koppel ze voor u een periode sluit, of schrijf daar waarom zij toch dicht mag.",
                " in suspense. Match them before you close a period, or write there why it may be closed."));
}

std::string fund_title(const Visit& visit, const std::string& code)
{
    for (const auto& fund : storage::closing_funds(visit.connection)) {
        if (fund.code == code) return visit.language == Language::nl ? fund.title_nl : fund.title_en;
    }
    return code;
}

/// What runs, or ran last.
Html run_html(const Visit& visit, const ClosingRun::State& state)
{
    if (state.running) {
        const auto& progress = state.progress;
        const auto done = progress ? progress->loans_done : 0;
        const auto loans = progress && progress->loans > 0 ? progress->loans : 1;
        const auto words = progress ? fund_title(visit, progress->fund) + ", " + visit.t("tot en met ", "up to ") +
                                          visit.shown(progress->until) + ": " + std::to_string(done) + " / " +
                                          std::to_string(progress->loans) + visit.t(" leningen", " loans")
                                    : visit.t("begonnen", "begun");
        return tag("section", {{"class", "effect"}, {"aria-live", "polite"}},
                   tag("h2", {}, visit.t("Dagen worden gesloten", "Days are being closed")),
                   tag("progress", {{"max", std::to_string(loans)},
                                    {"value", std::to_string(done)},
                                    {"aria-label", visit.t("Voortgang", "Progress")}}),
                   tag("p", {}, words),
                   tag("p", {{"class", "detail"}},
                       visit.t("U kunt verder werken. Deze pagina ververst zichzelf.",
                               "You may go on working. This page refreshes itself.")));
    }
    if (state.failed)
        return tag("p", {{"class", "error"}},
                   visit.t("Het sluiten is afgebroken; wat af was, blijft. Begin opnieuw. Blijft het misgaan, vraag de "
                           "beheerder om het logboek.",
                           "Closing broke off; what was done stays. Begin again. If it goes on, ask the administrator "
                           "for the log."));
    if (!state.outcome) return {};  // since this server began nothing was closed here: the books tell below
    if (!*state.outcome) return tag("p", {{"class", "error"}}, words_of(visit, state.outcome->refusal()));
    auto tables = usecases::report_of(**state.outcome, visit.today).tables;
    tables.front().title = {"Het laatst gesloten", "Closed last"};
    std::erase_if(tables.front().rows, [](const auto& row) { return row[1] == reporting::Cell{}; });
    return tables.front().rows.empty() ? Html{} : table_html(visit, in_words(visit, tables.front()));
}

/// The last closes as they stand in the books, whoever made them and wherever: these outlive a server.
Html last_closes_html(const Visit& visit)
{
    constexpr std::int64_t most = 8;
    Table table{"closes",
                {"Laatst gesloten, volgens de boeken", "Closed last, by the books"},
                {{"fund", {"Fonds", "Fund"}},
                 {"first", {"Dagen vanaf", "Days from"}, ColumnType::date},
                 {"last", {"tot en met", "up to"}, ColumnType::date},
                 {"actor", {"Door", "By"}},
                 {"on", {"Op", "On"}, ColumnType::date},
                 {"at", {"om (UTC)", "at (UTC)"}}},
                {},
                {},
                {"Er is nog geen dag gesloten.", "No day has been closed yet."}};
    for (const auto& work : storage::list_works(visit.connection, {.task = "close day", .part = {.most = most}})) {
        const auto words = words_in(work.receipt);  // "revolving 2026-01-01 2026-01-31"
        if (words.size() != 3) continue;
        table.rows.push_back({words[0], words[1], words[2], work.actor, work.at.substr(0, 10), work.at.substr(11, 5)});
    }
    return table_html(visit, in_words(visit, std::move(table)));
}

Html doings(const Visit& visit)
{
    Html links;
    const auto add = [&](const char* address, const char* nl, const char* en) {
        links += tag("a", {{"href", address}, {"class", "button"}}, visit.t(nl, en)) + Html{" "};
    };
    if (visit.may(Right::close)) {
        add("/closing/days", "Dagen sluiten", "Close days");
        add("/closing/period", "Periode sluiten", "Close a period");
        add("/closing/interest", "Rente per dag of maand", "Interest by day or month");
    }
    add("/provisions", "Voorzieningen", "Provisions");
    add("/closing/periods", "Gesloten perioden", "Closed periods");
    add("/reports/trial-balance", "Proef- en saldibalans", "Trial balance");
    return tag("p", {{"class", "doing"}}, links);
}

http::Response show(Visit& visit)
{
    const auto closings = usecases::show_closings(visit.connection, "", visit.today);
    if (!closings) return refusal_page(visit, closings.refusal());
    const auto state = visit.closing == nullptr ? ClosingRun::State{} : visit.closing->state();
    auto response = page(visit, closings->title.in(visit.language),
                         doings(visit) + run_html(visit, state) + suspense_html(visit) +
                             table_html(visit, in_words(visit, open_table(visit))) +
                             table_html(visit, in_words(visit, closings->tables.front())) + last_closes_html(visit));
    if (state.running) response.headers.emplace_back("Refresh", "2");
    return response;
}

http::Response list_periods(Visit& visit)
{
    auto closings = usecases::show_closings(visit.connection, visit.request.query["fund"], visit.today);
    if (!closings) return refusal_page(visit, closings.refusal());
    closings->tables.erase(closings->tables.begin());
    closings->title = {"Gesloten perioden", "Closed periods"};
    return list_page(visit, *closings, tag("p", {}, http::link("/closing", visit.t("Afsluiting", "Closing"))));
}

// Days

std::vector<Field> day_fields(Visit& visit)
{
    std::vector<Field> fields{
        {"until",
         {"Tot en met", "Up to"},
         Kind::date,
         true,
         {"Gisteren, als het afschrift van die dag is ingelezen.", "Yesterday, once its statement was imported."},
         {},
         to_text(visit.today - 1)},
        {"fund", {"Fonds", "Fund"}, Kind::select, false, {}, fund_choices(visit, true)}};
    for (const auto& fund : storage::closing_funds(visit.connection)) {
        if (fund.closed_day) continue;
        fields.push_back({"from",
                          {"Eerste dag", "First day"},
                          Kind::date,
                          false,
                          {"Alleen de eerste keer. Leeg: de dag waarop het fonds begint.",
                           "For the first time only. Empty: the day on which the fund begins."}});
        break;
    }
    return fields;
}

usecases::CloseDaysRequest days_asked(Reader& read)
{
    return {read.day("until"), read.text("fund"), read.day_if_given("from")};
}

Result<Effect> weigh_days(Visit& visit, Reader& read)
{
    const auto request = days_asked(read);
    if (read.failed()) return read.refusal();
    const auto report = usecases::weigh_days(visit.connection, request, visit.today);
    if (!report) return report.refusal();
    if (report->tables.front().rows.empty()) {
        read.wrong("until", report->tables.front().empty.in(visit.language));
        return read.refusal();
    }
    const auto words = visit.t("Rente loopt op, termijnen vervallen en achterstanden worden bijgewerkt.",
                               "Interest accrues, instalments fall due and arrears are brought up to date.");
    return Effect{tag("p", {}, words) + table_html(visit, in_words(visit, report->tables.front()))};
}

/// How far the days are closed.
std::string days_version(Visit& visit)
{
    std::string text;
    for (const auto& fund : storage::closing_funds(visit.connection))
        text += fund.code + (fund.closed_day ? to_text(*fund.closed_day) : "-") + " ";
    return text;
}

Result<std::string> close_days(Visit& visit, Reader& read)
{
    const auto request = days_asked(read);
    if (read.failed()) return read.refusal();
    const auto task = visit.task("close day");
    if (visit.closing == nullptr) {
        const auto receipts = usecases::close_days(visit.connection, task, request);
        if (!receipts) return receipts.refusal();
        return visit.t("De dagen zijn gesloten.", "The days are closed.");
    }
    if (!visit.closing->start(task, request)) {
        read.wrong("", visit.t("Er worden al dagen gesloten. Wacht tot dat klaar is.",
                               "Days are being closed already. Wait until that is done."));
        return read.refusal();
    }
    return visit.t("Het sluiten is begonnen.", "Closing has begun.");
}

// Periods

/// The last month that is over.
Date last_month_end(Date today)
{
    return first_of_month(today) - 1;
}

std::vector<Field> period_fields(Visit& visit)
{
    return {{"until",
             {"Laatste dag van de maand, het kwartaal of het jaar", "Last day of the month, quarter or year"},
             Kind::date,
             true,
             {},
             {},
             to_text(last_month_end(visit.today))},
            {"fund", {"Fonds", "Fund"}, Kind::select, false, {}, fund_choices(visit, true)},
            {"note",
             {"Waarom de periode dicht mag terwijl er iets openstaat",
              "Why the period may be closed while something is open"},
             Kind::textarea,
             false,
             {"Alleen nodig als er iets openstaat. Geen namen van personen.",
              "Needed only where something is open. No names of persons."}}};
}

usecases::ClosePeriodRequest period_asked(Reader& read)
{
    return {read.day("until"), read.text("fund"), read.text("note")};
}

Result<Effect> weigh_period(Visit& visit, Reader& read)
{
    const auto request = period_asked(read);
    if (read.failed()) return read.refusal();
    const auto receipts = usecases::weigh_period(visit.connection, request, visit.login(), visit.today, visit.language);
    if (!receipts) return receipts.refusal();
    const auto tables = usecases::report_of(*receipts, request.until).tables;
    const auto words = visit.t("Na het sluiten komt er geen boeking meer in deze periode. Zij gaat niet meer open.",
                               "Once it is closed nothing more is booked in this period. It is not opened again.");
    return Effect{tag("p", {}, words) + table_html(visit, in_words(visit, tables[0])),
                  table_html(visit, in_words(visit, tables[1]))};
}

/// Anything booked since is another balance.
std::string period_version(Visit& visit)
{
    std::string text;
    for (const auto& fund : storage::closing_funds(visit.connection))
        text += std::to_string(storage::chain_head(visit.connection, fund.id).entry_no) + " ";
    return text;
}

Result<std::string> close_period(Visit& visit, Reader& read)
{
    const auto request = period_asked(read);
    if (read.failed()) return read.refusal();
    const auto receipts = usecases::close_period(visit.connection, visit.task("close period"), request, visit.language);
    if (!receipts) return receipts.refusal();
    return visit.t("De periode tot en met ", "The period up to ") + visit.shown(request.until) +
           visit.t(" is gesloten.", " is closed.");
}

// Interest

Result<std::string> set_interest(Visit& visit, Reader& read)
{
    const bool daily = read.text("book") == "day";
    const auto fund =
        usecases::set_interest_booking(visit.connection, visit.task("close interest"), read.required("fund"),
                                       daily ? storage::InterestBooking::daily : storage::InterestBooking::monthly);
    if (!fund) return fund.refusal();
    return (visit.language == Language::nl ? fund->title_nl : fund->title_en) +
           (daily ? visit.t(" boekt rente voortaan per dag.", " books interest by the day from now on.")
                  : visit.t(" boekt rente voortaan per maand.", " books interest by the month from now on."));
}

std::vector<Field> interest_fields(Visit& visit)
{
    return {{"fund", {"Fonds", "Fund"}, Kind::select, true, {}, fund_choices(visit, false)},
            {"book",
             {"Rente boeken", "Book interest"},
             Kind::select,
             true,
             {},
             {{"month", {"per maand, en als een termijn vervalt", "by the month, and when an instalment falls due"}},
              {"day", {"per dag", "by the day"}}}}};
}

}  // namespace

std::vector<Route> closing_routes()
{
    using http::Method;
    std::vector<Route> routes{{Method::get, "/closing", Right::read, show},
                              {Method::get, "/closing/periods", Right::read, list_periods}};
    Action days{"/closing/days",      Right::close, {"Dagen sluiten", "Close days"},
                {"Sluiten", "Close"}, day_fields,   close_days};
    days.effect = weigh_days;
    days.version = days_version;
    add_action(routes, std::move(days));
    Action period{
        "/closing/period", Right::close, {"Periode sluiten", "Close a period"}, {"Voorgoed sluiten", "Close for good"},
        period_fields,     close_period};
    period.effect = weigh_period;
    period.version = period_version;
    period.danger = true;
    add_action(routes, std::move(period));
    add_action(routes, {"/closing/interest",
                        Right::close,
                        {"Rente per dag of per maand", "Interest by day or month"},
                        {"Vastleggen", "Keep"},
                        interest_fields,
                        set_interest});
    return routes;
}

}  // namespace vierkant::web
