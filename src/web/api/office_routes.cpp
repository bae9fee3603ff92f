// The administration itself: accounts, editions of schemes, and taking over what another administration kept.

#include "usecases/import_portfolio.h"
#include "usecases/register_scheme.h"
#include "usecases/users.h"
#include "web/api/change.h"
#include "web/api/messages.h"
#include "web/api/resource.h"

#include <optional>
#include <sstream>

namespace vierkant::api {

namespace {

using formats::Fields;
using http::Method;
using Type = Field::Type;

// Accounts. A token is not made by a token: that stays with the administrator (vierkant user token add).

Json user_of(const storage::StoredAccount& stored)
{
    auto roles = Json::array();
    for (const auto role : stored.account.roles) roles.push_back(std::string{officers::name_of(role).code});
    return {{"login", stored.account.login},
            {"full_name", stored.account.full_name},
            {"roles", std::move(roles)},
            {"active", stored.account.active},
            {"version", stored.version}};
}

Result<Reply> list_users(Call& call)
{
    auto items = Json::array();
    for (const auto& stored : usecases::list_users(call.connection)) items.push_back(user_of(stored));
    return Reply{200, std::move(items)};
}

Result<storage::StoredAccount> user_called(Call& call)
{
    for (const auto& stored : usecases::list_users(call.connection)) {
        if (stored.account.login == call.parts["login"]) return stored;
    }
    return refuse(user_unknown, {{"login", call.parts["login"]}});
}

Result<Reply> show_user(Call& call)
{
    const auto stored = user_called(call);
    if (!stored) return stored.refusal();
    return Reply{200, user_of(*stored)};
}

Result<officers::Roles> read_roles(Fields& f)
{
    officers::Roles roles;
    for (const auto& code : f.texts_or_none("roles")) {
        const auto role = officers::role_of(code);
        if (!role) return bad_input(role_unreadable, {{"value", code}}, std::string{body_name} + " /roles");
        roles.insert(*role);
    }
    return roles;
}

struct NewUser {
    officers::Account account;
    std::string password;
};
Result<NewUser> new_user_in(Fields& f)
{
    const auto roles = read_roles(f);
    if (!roles) return roles.refusal();
    return NewUser{{f.text("login"), f.text("full_name"), *roles, true}, f.text("password")};
}

Result<Reply> add_user(Call& call)
{
    const auto told = read_body(call, new_user_in);
    if (!told) return told.refusal();
    const auto& [account, password] = *told;
    const auto added = usecases::add_user(call.connection, call.task("user add"), account, password);
    if (!added) return added.refusal();
    return Reply{201, user_of({*added, 1}), "/users/" + account.login};
}

Result<usecases::UserChange> change_in(Fields& f)
{
    usecases::UserChange change;
    if (f.has("full_name")) change.full_name = f.text("full_name");
    if (f.has("active")) change.active = f.flag_or("active", true);
    if (f.has("roles")) {
        const auto roles = read_roles(f);
        if (!roles) return roles.refusal();
        change.roles = *roles;
    }
    return change;
}

Result<Reply> change_user(Call& call)
{
    const auto change = read_body(call, change_in);
    if (!change) return change.refusal();
    const auto& login = call.parts["login"];
    const auto changed = usecases::change_user(call.connection, call.task("user change"), login, *change);
    if (!changed) return changed.refusal();
    const auto stored = user_called(call);
    if (!stored) return stored.refusal();
    return Reply{201, user_of(*stored), "/users/" + login};
}

Result<Reply> set_password(Call& call)
{
    const auto password = read_body(call, [](Fields& f) { return f.text("password"); });
    if (!password) return password.refusal();
    const auto& login = call.parts["login"];
    const auto done = usecases::set_password(call.connection, call.task("user password"), login, *password);
    if (!done) return done.refusal();
    return Reply{201, {{"login", login}}, "/users/" + login};
}

// Editions of schemes

Result<Reply> add_edition(Call& call)
{
    const std::string source{body_name};
    const auto answer = [](const schemes::Scheme& scheme, int status) {
        return Reply{status,
                     {{"scheme", scheme.code}, {"from", to_text(scheme.from)}, {"dry_run", status == 200}},
                     status == 201 ? "/schemes/" + scheme.code : ""};
    };
    if (call.is_dry_run()) {
        const auto scheme = usecases::check_scheme(call.connection, call.request.body, source);
        if (!scheme) return scheme.refusal();
        return answer(*scheme, 200);
    }
    const auto scheme = usecases::register_scheme(call.connection, call.task("scheme add"), call.request.body, source);
    if (!scheme) return scheme.refusal();
    return answer(*scheme, 201);
}

// Taking over

/// How the file is read; the rows that are wrong are kept in the call as they are met.
Result<usecases::ImportRows> how_to_take(Call& call)
{
    constexpr std::size_t most_told = 100;
    const auto& query = call.request.query;
    const auto& numbers = query["numbers"];
    if (query.has("numbers") && numbers != "nl" && numbers != "en") {
        return bad_input(numbers_unreadable, {{"value", numbers}}, "numbers");
    }
    call.bad_rows = Json::array();
    usecases::ImportRows how;
    how.source = std::string{body_name};
    how.numbers = numbers == "nl" ? formats::CsvNumbers::dutch : formats::CsvNumbers::international;
    how.bad_rows = query["skip-bad-rows"] == "true" ? usecases::BadRows::skip : usecases::BadRows::refuse;
    how.only_check = call.is_dry_run();
    how.on_progress = [](std::int64_t) {};
    how.on_bad_row = [&call](const Refusal& refusal) {
        if (call.bad_rows.size() >= most_told) return;
        call.bad_rows.push_back({{"where", refusal.where}, {"detail", words_of(refusal, call.language)}});
    };
    return how;
}

Result<Reply> take_portfolio(Call& call)
{
    const auto on = day_in(call, "on", call.today);
    if (!on) return on.refusal();
    const auto how = how_to_take(call);
    if (!how) return how.refusal();
    std::istringstream file{call.request.body};
    const auto receipt = usecases::import_portfolio(call.connection, call.task("import portfolio"), file, *how, *on);
    if (!receipt) return receipt.refusal();
    return Reply{call.is_dry_run() ? 200 : 201,
                 {{"on", to_text(receipt->on)},
                  {"rows", receipt->rows},
                  {"bad", receipt->bad},
                  {"bad_rows", call.bad_rows},
                  {"loans", receipt->loans},
                  {"undertakings", receipt->undertakings},
                  {"awarded", to_text(receipt->awarded)},
                  {"disbursed", to_text(receipt->disbursed)},
                  {"repaid", to_text(receipt->repaid)},
                  {"written_off", to_text(receipt->written_off)},
                  {"outstanding", to_text(receipt->outstanding)},
                  {"overdue", to_text(receipt->overdue)},
                  {"dry_run", call.is_dry_run()}},
                 call.is_dry_run() ? "" : "/loans"};
}

Result<Reply> take_undertakings(Call& call)
{
    const auto how = how_to_take(call);
    if (!how) return how.refusal();
    std::istringstream file{call.request.body};
    const auto receipt = usecases::import_undertakings(call.connection, call.task("undertaking import"), file, *how);
    if (!receipt) return receipt.refusal();
    return Reply{call.is_dry_run() ? 200 : 201,
                 {{"rows", receipt->rows},
                  {"bad", receipt->bad},
                  {"bad_rows", call.bad_rows},
                  {"undertakings", receipt->undertakings},
                  {"dry_run", call.is_dry_run()}},
                 call.is_dry_run() ? "" : "/undertakings"};
}

Route import_of(Route route, std::vector<Field> query)
{
    route.body_kind = Body::csv;
    route.query = std::move(query);
    route.query.push_back({"numbers", Type::text, false, "nl (1.234,50 en ;) of en (1234.50 en ,); anders en"});
    route.query.push_back({"skip-bad-rows", Type::flag, false, "true: neemt de goede regels over"});
    route.query.push_back({"dry-run", Type::flag, false, "true: leest alles na en bewaart niets"});
    return route;
}

}  // namespace

std::vector<Route> office_routes()
{
    constexpr auto administration = Scope::administration_write;
    constexpr std::string_view user_pattern = "/users/{login}";
    const Field roles{"roles", Type::texts, false, "administrator, officer, decider, treasurer, auditor"};
    auto roles_needed = roles;
    roles_needed.required = true;
    auto edition =
        change("/schemes", Right::administer, administration, "addSchemeEdition",
               "Registreert een editie van een regeling; de velden staan in docs/reference/scheme.schema.json", {},
               add_edition);
    edition.query = {{"dry-run", Type::flag, false, "true: leest haar na en bewaart niets"}};
    return {
        {.pattern = "/users",
         .right = Right::administer,
         .scope = administration,
         .operation = "listUsers",
         .nl = "De accounts met hun rollen",
         .handle = list_users},
        {.pattern = user_pattern,
         .right = Right::administer,
         .scope = administration,
         .operation = "getUser",
         .nl = "Een account met zijn rollen",
         .handle = show_user},
        change("/users", Right::administer, administration, "addUser", "Maakt een account",
               {{"login", Type::text, true, "inlognaam"},
                {"full_name", Type::text, true, "naam"},
                roles_needed,
                {"password", Type::text, true, "eerste wachtwoord, minstens 12 tekens"}},
               add_user),
        guarded(user_pattern, change("/users/{login}/versions", Right::administer, administration, "changeUser",
                                     "Wijzigt naam of rollen van een account, sluit het of opent het weer",
                                     {{"full_name", Type::text, false, "naam"},
                                      roles,
                                      {"active", Type::flag, false, "false sluit het account"}},
                                     change_user)),
        guarded(user_pattern, change("/users/{login}/passwords", Right::administer, administration, "setPassword",
                                     "Geeft een account een nieuw wachtwoord; wie ermee is ingelogd, is dat niet meer",
                                     {{"password", Type::text, true, "minstens 12 tekens"}}, set_password)),
        std::move(edition),
        import_of(
            change("/portfolio-imports", Right::handle, Scope::loans_write, "importPortfolio",
                   "Neemt leningen over uit een CSV-bestand (docs/reference/portfolio-csv.md)", {}, take_portfolio),
            {{"on", Type::date, false, "dag van overname; anders vandaag"}}),
        import_of(change("/undertaking-imports", Right::handle, Scope::applications_write, "importUndertakings",
                         "Registreert ondernemingen uit een CSV-bestand (docs/reference/undertakings-csv.md)", {},
                         take_undertakings),
                  {}),
    };
}

}  // namespace vierkant::api
