#include "web/session_pages.h"

#include "usecases/users.h"
#include "web/forms.h"
#include "web/login_guard.h"
#include "web/messages.h"

namespace vierkant::web {

namespace {

using Kind = Field::Kind;

/// A way on after login: only a path of our own.
std::string way_on(const Visit& visit)
{
    const auto& next =
        visit.request.method == http::Method::post ? visit.form.fields["next"] : visit.request.query["next"];
    return next.starts_with("/") && http::is_safe_address(next) && next.size() < 500 ? next : std::string{"/"};
}

http::Response login_page(const Visit& visit, const FormErrors& errors)
{
    const FormView form{"/login",
                        {{"login", {"Inlognaam", "Login"}, Kind::text, true, {}, {}, "", "username"},
                         {"password", {"Wachtwoord", "Password"}, Kind::password, true, {}, {}, "", "current-password"},
                         {"next", {}, Kind::hidden, false, {}, {}, way_on(visit)}},
                        {"Inloggen", "Log in"},
                        errors};
    return page(visit, visit.t("Inloggen", "Log in"), form_html(visit, form), errors.empty() ? 200 : 422);
}

http::Response show_login(Visit& visit)
{
    if (visit.session) return http::see_other("/");
    return login_page(visit, {});
}

/// For the log of the server. Who types a password in the place of a login, does not find it there again: only the
/// login of an account is told.
void tell(const Visit& visit, const std::string& login, const char* what)
{
    const bool known = usecases::is_account(visit.connection, login);
    visit.door->log("security: " + std::string{what} + ": " + (known ? login : std::string{"no such account"}) +
                    " from " + visit.door->peer);
}

http::Response do_login(Visit& visit)
{
    const auto& login = visit.form.fields["login"];
    const auto& password = visit.form.fields["password"];
    auto& [guard, peer, log] = *visit.door;
    if (const auto minutes = guard.minutes_to_wait(login, peer, visit.now); minutes > 0) {
        tell(visit, login, "login must wait");
        auto response = login_page(visit, {{"", visit.t(too_many_logins, {{"minutes", std::to_string(minutes)}})}});
        response.status = 429;
        response.headers.emplace_back("Retry-After", std::to_string(minutes * 60));
        return response;
    }
    const auto id = usecases::log_in(visit.connection, login, password, visit.now);
    if (!id) {
        guard.failed(login, peer, visit.now);
        tell(visit, login, "login failed");
        return login_page(visit, {{"", words_of(visit, id.refusal())}});
    }
    guard.succeeded(login);
    tell(visit, login, "logged in");
    visit.set_cookies.push_back(*id);
    return http::see_other(way_on(visit));
}

http::Response do_logout(Visit& visit)
{
    usecases::log_out(visit.connection, *visit.session);
    tell(visit, visit.login(), "logged out");
    visit.session.reset();
    return http::see_other("/login");
}

http::Response show_account(Visit& visit)
{
    const auto& account = visit.session->account;
    return page(visit, account.full_name,
                tag("dl", {{"class", "facts"}},
                    tag("div", {}, tag("dt", {}, visit.t("Inlognaam", "Login")), tag("dd", {}, account.login)),
                    tag("div", {}, tag("dt", {}, visit.t("Rol", "Role")), tag("dd", {}, roles_in_words(visit)))) +
                    tag("p", {}, http::link("/account/password", visit.t("Wachtwoord wijzigen", "Change password"))));
}

Result<std::string> change_password(Visit& visit, Reader& read)
{
    const auto present = read.required("present");
    const auto password = read.required("password");
    if (read.text("again") != password) read.wrong("again", visit.t(passwords_differ));
    if (read.failed()) return read.refusal();
    const auto done = usecases::change_own_password(visit.connection, visit.task("user password"), present, password);
    if (!done) {
        const bool about_present = done.refusal().text->code == "usecases.password_wrong";
        read.wrong(about_present ? "present" : "password", words_of(visit, done.refusal()));
        return done.refusal();
    }
    // Every session ended, this one too: a new one begins under a new id.
    const auto id = usecases::log_in(visit.connection, visit.login(), password, visit.now);
    if (id) {
        visit.set_cookies.push_back(*id);
        visit.session = usecases::open_session(visit.connection, *id, visit.now);
    }
    return visit.t("Uw wachtwoord is gewijzigd. Op andere apparaten bent u uitgelogd.",
                   "Your password was changed. You were logged out on other devices.");
}

}  // namespace

std::string roles_in_words(const Visit& visit)
{
    std::string words;
    for (const auto role : visit.session->account.roles) {
        const auto& name = officers::name_of(role);
        words += (words.empty() ? "" : ", ") + visit.t(name.nl, name.en);
    }
    return words;
}

std::vector<Choice> role_choices()
{
    std::vector<Choice> choices;
    for (const auto& name : officers::role_names()) {
        choices.push_back({std::string{name.code}, {std::string{name.nl}, std::string{name.en}}});
    }
    return choices;
}

std::vector<Route> session_routes()
{
    using http::Method;
    std::vector<Route> routes{
        {Method::get, "/login", Right::anyone, show_login},
        {Method::post, "/login", Right::anyone, do_login},
        {Method::post, "/logout", Right::signed_in, do_logout},
        {Method::get, "/account", Right::signed_in, show_account},
    };
    add_action(routes,
               {"/account/password",
                Right::signed_in,
                {"Wachtwoord wijzigen", "Change password"},
                {"Wijzigen", "Change"},
                [](Visit&) {
                    return std::vector<Field>{
                        {"present",
                         {"Huidig wachtwoord", "Present password"},
                         Kind::password,
                         true,
                         {},
                         {},
                         "",
                         "current-password"},
                        {"password",
                         {"Nieuw wachtwoord", "New password"},
                         Kind::password,
                         true,
                         {"Minstens 12 tekens; een zin is goed.", "At least 12 characters; a sentence is fine."},
                         {},
                         "",
                         "new-password"},
                        {"again", {"Nogmaals", "Once more"}, Kind::password, true, {}, {}, "", "new-password"}};
                },
                change_password});
    return routes;
}

}  // namespace vierkant::web
