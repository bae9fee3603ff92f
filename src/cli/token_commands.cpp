#include "cli/commands.h"
#include "cli/read_value.h"
#include "cli/user_messages.h"
#include "usecases/tokens.h"

namespace vierkant::cli {

namespace {

void run_add(Context& context, const Values& values)
{
    std::string words;
    for (const auto& scope : values.all("--scope")) words += scope + " ";
    const auto scopes = officers::scopes_of(words);
    if (!scopes) {
        std::string known;
        for (const auto& name : officers::scope_names()) known += (known.empty() ? "" : ", ") + std::string{name.code};
        return context.refuse_with(wrong_usage(scope_unknown, {{"scope", words}, {"known", known}}));
    }
    const auto until = read_date(values, "--until", context.today() + officers::usual_days_of_token);
    if (!until) return context.refuse_with(until.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto made = usecases::add_token(*connection, context.task("user token add"),
                                          {values["login"], values["--purpose"], *scopes, *until});
    if (!made) return context.refuse_with(made.refusal());
    context.say_aside(say(token_made,
                          {{"number", std::to_string(made->number)}, {"login", values["login"]}, {"until", *until}},
                          context.language()));
    context.print(made->secret + "\n");
}

void run_list(Context& context, const Values&)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    using reporting::ColumnType;
    reporting::Table table{"tokens",
                           {"Tokens", "Tokens"},
                           {{"token", {"Nr", "No"}, ColumnType::count},
                            {"login", {"Werkt als", "Works as"}},
                            {"purpose", {"Waarvoor", "Purpose"}},
                            {"scopes", {"Mag", "May"}},
                            {"created_on", {"Uitgegeven", "Made"}, ColumnType::date},
                            {"expires_on", {"Geldig tot en met", "Valid up to"}, ColumnType::date},
                            {"revoked_on", {"Ingetrokken", "Revoked"}, ColumnType::date}},
                           {},
                           {},
                           {"Er zijn geen tokens.", "There are no tokens."}};
    for (const auto& token : storage::list_tokens(*connection)) {
        table.rows.push_back({token.number, token.login, token.purpose, officers::to_text(token.scopes),
                              to_text(token.created_on), to_text(token.expires_on),
                              token.revoked_on ? reporting::Cell{to_text(*token.revoked_on)} : reporting::Cell{}});
    }
    context.print_report({"tokens", {"Tokens", "Tokens"}, context.today(), {}, {std::move(table)}});
}

void run_revoke(Context& context, const Values& values)
{
    const auto number = read_number(values, "number");
    if (!number) return context.refuse_with(number.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto token = usecases::revoke_token(*connection, context.task("user token revoke"), *number);
    if (!token) return context.refuse_with(token.refusal());
    context.print(
        say(token_revoked, {{"number", std::to_string(token->number)}, {"login", token->login}}, context.language()) +
        "\n");
}

}  // namespace

std::vector<Command> token_commands()
{
    return {
        {"user token add",
         "Geeft een programma een token voor de JSON-API; het werkt als dit account, met hoogstens diens rollen. Het "
         "token "
         "wordt één keer getoond.",
         "Gives a program a token for the JSON API; it works as this account, with no more than its roles. The token "
         "is "
         "shown once.",
         {{"login", "account waarvoor het programma werkt", "account that the program works as", true},
          {"--scope", "wat het mag, zoals read of loans:write; mag vaker",
           "what it may, such as read or loans:write; may be given more than once", true, Option::Takes::values},
          {"--purpose", "welk programma, waarvoor; geen namen", "which program, what for; no names", true},
          {"--until", "laatste dag waarop het geldt; anders over 90 dagen",
           "last day on which it holds; else in 90 days"}},
         run_add},
        {"user token list",
         "Toont de tokens, zonder hun geheim.",
         "Lists the tokens, without their secret.",
         {},
         run_list},
        {"user token revoke",
         "Trekt een token in; het opent meteen niets meer.",
         "Revokes a token; it opens nothing from now on.",
         {{"number", "nummer van het token (user token list)", "number of the token (user token list)", true}},
         run_revoke},
    };
}

}  // namespace vierkant::cli
