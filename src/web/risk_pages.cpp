// Risk: a loan's collateral, stage and provision, and the provisions of all.

#include "storage/risk_store.h"
#include "usecases/collateral.h"
#include "usecases/provisions.h"
#include "web/doings.h"
#include "web/forms.h"
#include "web/tables.h"

#include <algorithm>
#include <array>

namespace vierkant::web {

namespace {

using Kind = Field::Kind;
using reporting::Cell;

constexpr std::array risk_doings{Doing{"collateral", "Zekerheid toevoegen", "Add collateral"},
                                 Doing{"release", "Zekerheid vrijgeven", "Release collateral"},
                                 Doing{"stage", "Fase beoordelen", "Judge the stage"}};

Html day_form(const Visit& visit, Date day)
{
    return tag("form", {{"action", visit.request.path}, {"method", "get"}, {"class", "filter"}},
               tag("label", {{"for", "as-of"}}, visit.t("Stand op", "As of")),
               tag("input", {{"id", "as-of"}, {"name", "as_of"}, {"type", "date"}, {"value", to_text(day)}}),
               tag("button", {{"type", "submit"}}, visit.t("Toon", "Show")));
}

Date as_of(const Visit& visit)
{
    return read_day(visit.request.query["as_of"]).value_or(visit.today);
}

Html about(Visit& visit)
{
    return tag("p", {},
               http::link("/loans/" + visit.parts["number"] + "/risk",
                          visit.t("Risico van lening ", "Risk of loan ") + visit.parts["number"]));
}

http::Response show(Visit& visit)
{
    const auto& number = visit.parts["number"];
    const auto report = usecases::show_risk(visit.connection, number, as_of(visit), visit.language);
    if (!report) return refusal_page(visit, report.refusal());
    if (auto file = exported(visit, *report)) return *file;
    const auto here = "/loans/" + number + "/risk";
    Html content = doings_html(visit, here, std::span<const Doing>{risk_doings}) +
                   tag("p", {}, http::link("/loans/" + number, visit.t("Lening ", "Loan ") + number)) +
                   facts_html(visit, report->tables.front());
    for (std::size_t i = 1; i < report->tables.size(); ++i) content += table_html(visit, report->tables[i]);
    return page(visit, report->title.in(visit.language), content + day_form(visit, as_of(visit)) + export_links(visit));
}

// Collateral

std::vector<Field> collateral_fields(Visit& visit)
{
    const Word ranking{"Rang", "Rank"};
    return {{"kind",
             {"Soort", "Kind"},
             Kind::select,
             true,
             {},
             {{"mortgage", {"hypotheek", "mortgage"}},
              {"pledge", {"pandrecht", "pledge"}},
              {"guarantee", {"borgstelling", "guarantee"}},
              {"deposit", {"deposito", "deposit"}},
              {"other", {"anders", "other"}}}},
            {"description",
             {"Wat het is, en waar de akte ligt", "What it is, and where the deed is kept"},
             Kind::text,
             true,
             {"Geen namen van personen.", "No names of persons."}},
            {"value", {"Waarde", "Value"}, Kind::money, true},
            {"rank", {"Rang", "Rank"}, Kind::number, true, {}, {}, "1", {}, ranking},
            {"prior", {"Wat hoger staat", "What comes before"}, Kind::money, false, {}, {}, {}, {}, ranking},
            {"valued",
             {"Gewaardeerd op", "Valued on"},
             Kind::date,
             true,
             {"Vanaf dan telt zij mee.", "It counts from then on."},
             {},
             to_text(visit.today)},
            {"expires", {"Telt tot en met", "Counts until"}, Kind::date}};
}

Result<storage::StoredCollateral> collateral_asked(const Visit& visit, Reader& read)
{
    const auto kind = storage::parse_collateral_kind(read.required("kind"));
    storage::StoredCollateral collateral{0, {{}, {}, 1, {}, visit.today, {}, {}}, read.required("description"), {}};
    auto& value = collateral.value;
    value.kind = kind.value_or(arrears::CollateralKind::other);
    value.value = read.money("value");
    value.rank = static_cast<int>(std::min<std::int64_t>(read.number("rank"), 1'000));
    value.prior = read.money_if_given("prior").value_or(Money{});
    value.valued_on = read.day_if_given("valued").value_or(visit.today);
    value.expires_on = read.day_if_given("expires");
    if (read.failed()) return read.refusal();
    return collateral;
}

Result<std::string> add_collateral(Visit& visit, Reader& read)
{
    const auto collateral = collateral_asked(visit, read);
    if (!collateral) return collateral.refusal();
    const auto number = usecases::add_collateral(visit.connection, visit.task("loan collateral add"),
                                                 visit.parts["number"], *collateral);
    if (!number) return number.refusal();
    return visit.t("Zekerheid ", "Collateral ") + std::to_string(*number) + visit.t(" is vastgelegd.", " is kept.");
}

/// What still counts.
std::vector<Choice> held(Visit& visit)
{
    std::vector<Choice> choices{{"", {"kies", "choose"}}};
    const auto loan = storage::find_loan(visit.connection, visit.parts["number"]);
    if (!loan) return choices;
    for (const auto& one : storage::collateral_of(visit.connection, *loan)) {
        if (one.value.released_on) continue;
        const auto words = [&](Language language) {
            return std::to_string(one.number) + ": " + one.description + ", " +
                   vierkant::show(one.value.value, language);
        };
        choices.push_back({std::to_string(one.number), {words(Language::nl), words(Language::en)}});
    }
    return choices;
}

Result<std::string> release(Visit& visit, Reader& read)
{
    const auto which = read.number("collateral");
    const auto day = read.day("date");
    const auto reason = read.required("reason");
    if (read.failed()) return read.refusal();
    const auto done = usecases::release_collateral(visit.connection, visit.task("loan collateral release"),
                                                   visit.parts["number"], which, day, reason);
    if (!done) return done.refusal();
    return visit.t("De zekerheid is vrijgegeven.", "The collateral is released.");
}

// Stage

std::vector<Field> stage_fields(Visit& visit)
{
    return {{"stage",
             {"Fase", "Stage"},
             Kind::select,
             true,
             {},
             {{"performing", {"normaal", "performing"}},
              {"watch", {"verhoogd risico", "watch"}},
              {"default", {"in gebreke", "in default"}},
              {"days-late", {"weer volgens de dagen te laat", "by the days late again"}}},
             "watch"},
            {"date", {"Vanaf", "From"}, Kind::date, true, {}, {}, to_text(visit.today)},
            {"reason", {"Waarom", "Why"}, Kind::text, true, {"Geen namen van personen.", "No names of persons."}}};
}

Result<std::string> set_stage(Visit& visit, Reader& read)
{
    const auto stage = storage::parse_stage(read.required("stage"));
    const auto day = read.day("date");
    const auto reason = read.required("reason");
    if (read.failed()) return read.refusal();
    const auto done =
        usecases::override_risk(visit.connection, visit.task("loan risk"), visit.parts["number"], stage, day, reason);
    if (!done) return done.refusal();
    return visit.t("Het oordeel is vastgelegd.", "The judgement is kept.");
}

// Provisions

http::Response list(Visit& visit)
{
    const auto report = usecases::calculate_provisions(visit.connection, as_of(visit), visit.language);
    if (!report) return refusal_page(visit, report.refusal());
    Html doing;
    if (visit.may(Right::close))
        doing = tag("p", {{"class", "doing"}},
                    tag("a", {{"href", "/provisions/booking"}, {"class", "button"}},
                        visit.t("Voorzieningen boeken", "Book the provisions")));
    return list_page(visit, *report, doing + day_form(visit, as_of(visit)));
}

Result<Effect> weigh_booking(Visit& visit, Reader& read)
{
    const auto day = read.day("date");
    if (read.failed()) return read.refusal();
    const auto allowed = usecases::check_provision_day(visit.connection, day, visit.today);
    if (!allowed) return allowed.refusal();
    const auto report = usecases::calculate_provisions(visit.connection, day, visit.language);
    if (!report) return report.refusal();
    auto table = report->tables.front();
    std::erase_if(table.rows, [](const auto& row) { return row.back() == Cell{}; });
    table.title = {"Wat geboekt wordt", "What is booked"};
    table.empty = {"Er is geen verschil met wat geboekt is.", "There is no difference with what is booked."};
    return Effect{table_html(visit, table)};
}

Result<std::string> book(Visit& visit, Reader& read)
{
    const auto day = read.day("date");
    if (read.failed()) return read.refusal();
    const auto receipt = usecases::book_provisions(visit.connection, visit.task("provision book"), day);
    if (!receipt) return receipt.refusal();
    return visit.t("De voorzieningen zijn geboekt: ", "The provisions are booked: ") + visit.shown(receipt->provision) +
           visit.t(", verschil ", ", difference ") + visit.shown(receipt->change) + ".";
}

}  // namespace

std::vector<Route> risk_routes()
{
    using http::Method;
    std::vector<Route> routes{{Method::get, "/loans/{number}/risk", Right::read, show},
                              {Method::get, "/provisions", Right::read, list}};
    add_action(routes, {"/loans/{number}/risk/collateral",
                        Right::handle,
                        {"Zekerheid toevoegen", "Add collateral"},
                        {"Vastleggen", "Keep"},
                        collateral_fields,
                        add_collateral,
                        about});
    add_action(routes, {"/loans/{number}/risk/release",
                        Right::handle,
                        {"Zekerheid vrijgeven", "Release collateral"},
                        {"Vrijgeven", "Release"},
                        [](Visit& visit) {
                            return std::vector<Field>{
                                {"collateral", {"Zekerheid", "Collateral"}, Kind::select, true, {}, held(visit)},
                                {"date", {"Op", "On"}, Kind::date, true, {}, {}, to_text(visit.today)},
                                {"reason", {"Waarom", "Why"}, Kind::text, true}};
                        },
                        release,
                        about,
                        "",
                        false,
                        true});
    add_action(routes, {"/loans/{number}/risk/stage",
                        Right::handle,
                        {"Fase beoordelen", "Judge the stage"},
                        {"Vastleggen", "Keep"},
                        stage_fields,
                        set_stage,
                        about});
    Action booking{
        "/provisions/booking",
        Right::close,
        {"Voorzieningen boeken", "Book the provisions"},
        {"Boeken", "Book"},
        [](Visit& visit) {
            return std::vector<Field>{{"date", {"Stand op", "As of"}, Kind::date, true, {}, {}, to_text(visit.today)}};
        },
        book};
    booking.effect = weigh_booking;
    add_action(routes, std::move(booking));
    return routes;
}

}  // namespace vierkant::web
