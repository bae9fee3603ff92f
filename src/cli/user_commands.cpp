#include "base/secret.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/user_messages.h"
#include "domain/officers/messages.h"
#include "usecases/users.h"

#include <iostream>

namespace vierkant::cli {

namespace {

/// The password in a file, on standard input ("-"), or a new one that is printed once.
struct Password {
    std::string text;
    bool made = false;
};
Result<Password> read_password(const Values& values)
{
    const auto& file = values["--password-file"];
    if (file.empty()) return Password{random_token().substr(0, 20), true};
    Password password;
    if (file == "-") {
        std::getline(std::cin, password.text);
        return password;
    }
    const auto text = read_file(file);
    if (!text) return text.refusal();
    password.text = text->substr(0, text->find_first_of("\r\n"));
    return password;
}

Result<officers::Roles> read_roles(const Values& values)
{
    std::string all;
    for (const auto& role : values.all("--role")) all += role + " ";
    const auto roles = officers::roles_of(all);
    if (!roles) return wrong_usage(officers::role_unknown, {{"role", all}});
    return *roles;
}

void say_password(Context& context, const std::string& login, const Password& password)
{
    context.print(say(password.made ? password_made : password_kept,
                      {{"login", login}, {"password", password.made ? password.text : ""}}, context.language()) +
                  "\n");
}

void run_add(Context& context, const Values& values)
{
    const auto roles = read_roles(values);
    if (!roles) return context.refuse_with(roles.refusal());
    const auto password = read_password(values);
    if (!password) return context.refuse_with(password.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto& login = values["login"];
    const auto added =
        usecases::add_user(*connection, context.task("user add"),
                           {login, values["--name"].empty() ? login : values["--name"], *roles, true}, password->text);
    if (!added) return context.refuse_with(added.refusal());
    context.print(say(user_added, {{"login", login}, {"roles", officers::to_text(added->roles)}}, context.language()) +
                  "\n");
    say_password(context, login, *password);
}

void run_list(Context& context, const Values&)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    reporting::Table table{"users",
                           {"Gebruikers", "Users"},
                           {{"login", {"Inlognaam", "Login"}},
                            {"name", {"Naam", "Name"}},
                            {"roles", {"Rollen", "Roles"}},
                            {"active", {"Kan inloggen", "Can log in"}}},
                           {},
                           {}};
    for (const auto& [account, version] : usecases::list_users(*connection)) {
        table.rows.push_back(
            {account.login, account.full_name, officers::to_text(account.roles),
             std::string{context.in_language(account.active ? "ja" : "nee", account.active ? "yes" : "no")}});
    }
    context.print_report({"users", {"Gebruikers", "Users"}, context.today(), {}, {std::move(table)}});
}

void change(Context& context, const Values& values, const usecases::UserChange& change)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto now = usecases::change_user(*connection, context.task("user change"), values["login"], change);
    if (!now) return context.refuse_with(now.refusal());
    context.print(say(now->active ? user_is_now : user_is_shut_out,
                      {{"login", now->login}, {"roles", officers::to_text(now->roles)}}, context.language()) +
                  "\n");
}

void run_role(Context& context, const Values& values)
{
    const auto roles = read_roles(values);
    if (!roles) return context.refuse_with(roles.refusal());
    change(context, values, {std::nullopt, *roles, std::nullopt});
}

void run_disable(Context& context, const Values& values)
{
    change(context, values, {std::nullopt, std::nullopt, false});
}

void run_enable(Context& context, const Values& values)
{
    change(context, values, {std::nullopt, std::nullopt, true});
}

void run_password(Context& context, const Values& values)
{
    const auto password = read_password(values);
    if (!password) return context.refuse_with(password.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto done =
        usecases::set_password(*connection, context.task("user password"), values["login"], password->text);
    if (!done) return context.refuse_with(done.refusal());
    say_password(context, values["login"], *password);
}

}  // namespace

std::vector<Command> user_commands()
{
    const Option login{"login", "inlognaam", "login", true};
    const Option role{"--role", "administrator, officer, decider, treasurer of auditor; mag vaker",
                      "administrator, officer, decider, treasurer or auditor; may be given more than once", true,
                      Option::Takes::values};
    const Option password{
        "--password-file",
        "bestand met het wachtwoord, of - voor de standaardinvoer; anders wordt er een gemaakt en getoond",
        "file with the password, or - for standard input; else one is made and shown"};
    return {
        {"user add",
         "Maakt een account om mee in te loggen op vierkant serve.",
         "Makes an account to log in to vierkant serve.",
         {login, {"--name", "naam van de medewerker", "name of the officer"}, role, password},
         run_add},
        {"user list", "Toont de accounts met hun rollen.", "Lists the accounts with their roles.", {}, run_list},
        {"user role",
         "Geeft een account andere rollen; wie is ingelogd, wordt uitgelogd.",
         "Gives an account other roles; whoever is logged in is logged out.",
         {login, role},
         run_role},
        {"user password",
         "Geeft een account een ander wachtwoord; alle sessies eindigen.",
         "Gives an account another password; all sessions end.",
         {login, password},
         run_password},
        {"user disable",
         "Sluit een account; wat ermee gedaan is, blijft staan.",
         "Closes an account; what was done with it stays.",
         {login},
         run_disable},
        {"user enable", "Opent een gesloten account weer.", "Opens a closed account again.", {login}, run_enable},
    };
}

}  // namespace vierkant::cli
