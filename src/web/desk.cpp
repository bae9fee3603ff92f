#include "web/desk.h"

#include "base/secret.h"
#include "embedded/embedded.h"
#include "storage/fund_store.h"
#include "storage/migrations.h"
#include "usecases/users.h"
#include "web/api/api.h"
#include "web/forms.h"
#include "web/http/parse.h"
#include "web/http/router.h"
#include "web/login_guard.h"
#include "web/messages.h"
#include "web/session_pages.h"

namespace vierkant::web {

namespace {

std::string two(std::int64_t number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// "2026-01-15T09:30:00Z"
std::string instant(Date day, std::int64_t now, bool fixed)
{
    const auto second = fixed ? 0 : now % 86'400;
    return to_text(day) + "T" + two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60) + "Z";
}

/// On this machine a browser may come without TLS; from elsewhere the cookie is for TLS only (docs/adr/0025).
bool is_local(const http::Request& request)
{
    const auto& host = request.headers["host"];
    const auto name = host.starts_with("[") ? host.substr(0, host.find(']') + 1) : host.substr(0, host.find(':'));
    const bool loopback = name == "localhost" || name == "127.0.0.1" || name == "[::1]";
    return loopback && request.headers["x-forwarded-proto"] != "https";
}

/// Whoever stands behind a proxy on this machine is the last address that it names.
std::string peer_of(const http::Request& request)
{
    const auto& forwarded = request.headers["x-forwarded-for"];
    const bool by_proxy = request.peer == "127.0.0.1" || request.peer == "::1";
    if (!by_proxy || forwarded.empty()) return request.peer;
    const auto comma = forwarded.rfind(',');
    auto last = comma == std::string::npos ? forwarded : forwarded.substr(comma + 1);
    last.erase(0, last.find_first_not_of(' '));
    return last.substr(0, 64);
}

/// A browser takes a cookie of this name only over TLS, for this host and the whole of it (RFC 6265bis, 4.1.3.2).
std::string cookie_name(const std::string& name, bool secure)
{
    return secure ? "__Host-" + name : name;
}

std::string cookie(const std::string& name, const std::string& value, bool secure, const std::string& more)
{
    return cookie_name(name, secure) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "") +
           more;
}

void add_security_headers(http::Response& response)
{
    auto& headers = response.headers;
    headers.emplace_back(
        "Content-Security-Policy",
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    headers.emplace_back("X-Content-Type-Options", "nosniff");
    headers.emplace_back("X-Frame-Options", "DENY");
    headers.emplace_back("Referrer-Policy", "same-origin");
    headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    headers.emplace_back("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    for (const auto& [name, value] : headers) {
        if (name == "Cache-Control") return;
    }
    headers.emplace_back("Cache-Control", "no-store");
}

std::optional<http::Response> asset(const std::string& path)
{
    if (!path.starts_with("/assets/")) return std::nullopt;
    const auto text = embedded::file(std::string_view{path}.substr(1));
    if (!text) return std::nullopt;
    http::Response response;
    response.type = path.ends_with(".css")  ? "text/css; charset=utf-8"
                    : path.ends_with(".js") ? "text/javascript; charset=utf-8"
                                            : "image/svg+xml";
    response.body = std::string{*text};
    response.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
    return response;
}

}  // namespace

std::shared_ptr<LoginGuard> make_login_guard()
{
    return std::make_shared<LoginGuard>();
}

struct Desk::Impl {
    DeskOptions options;
    std::shared_ptr<LoginGuard> guard;
    std::optional<storage::Connection> connection;
    bool has_accounts = false;  ///< once there are, there always are

    storage::Connection& database()
    {
        if (!connection) connection.emplace(options.database);
        return *connection;
    }

    [[nodiscard]] std::string new_reference() const { return random_token().substr(0, 8); }

    bool needs_setup()
    {
        if (!has_accounts) has_accounts = !usecases::list_users(database()).empty();
        return !has_accounts;
    }

    Visit visit_of(const http::Request& request)
    {
        const auto now = options.clock();
        const auto today = options.today.value_or(Date::from_serial(now / 86'400));
        Visit visit{request, database()};
        visit.today = today;
        visit.now = now;
        visit.at = instant(today, now, options.today.has_value());
        const auto& asked = request.query["lang"];
        const auto& language =
            asked == "nl" || asked == "en" ? asked : request.cookies[cookie_name("vierkant_lang", !is_local(request))];
        visit.language = language == "en" ? Language::en : Language::nl;
        const bool secure = !is_local(request);
        if (language == asked && !asked.empty()) {
            visit.set_cookies.push_back(cookie("vierkant_lang", asked, secure, "; Max-Age=31536000"));
        }
        return visit;
    }

    /// Who this is: the session's id or, before login, that of the visit.
    void recognise(Visit& visit)
    {
        const bool secure = !is_local(visit.request);
        const auto& id = visit.request.cookies[cookie_name(session_cookie, secure)];
        visit.session = usecases::open_session(visit.connection, id, visit.now);
        visit.secret = visit.session ? id : visit.request.cookies[cookie_name(visit_cookie, secure)];
        if (visit.secret.size() < 40) {
            visit.secret = random_token();
            visit.set_cookies.push_back(cookie(visit_cookie, visit.secret, secure, ""));
        }
    }

    http::Response turned_away(Visit& visit) const
    {
        if (visit.session) {
            options.log("security: not allowed: " + visit.login() + " on " + visit.request.path);
            return forbidden(visit, visit.t(right_missing, {{"roles", roles_in_words(visit)}}));
        }
        const bool back = visit.request.method == http::Method::get && visit.request.path != "/";
        return http::see_other(back ? "/login?next=" + http::percent_encoded(visit.request.target) : "/login");
    }

    /// What was sent, where it was sent from a page of ours.
    bool read_form(Visit& visit) const
    {
        auto form = http::parse_form(visit.request.headers["content-type"], visit.request.body);
        if (!form) return false;
        visit.form = std::move(*form);
        const auto& site = visit.request.headers["sec-fetch-site"];
        return (site.empty() || site == "same-origin" || site == "none") && has_right_token(visit);
    }

    http::Response handle(Visit& visit)
    {
        const auto found = http::find_route(routes(), visit.request.method, visit.request.path);
        if (needs_setup() && !visit.request.path.starts_with("/setup")) return http::see_other("/setup");
        if (found.route == nullptr) {
            if (!visit.session && visit.request.method != http::Method::other) return turned_away(visit);
            auto response = not_found(visit);
            if (found.other_method) {
                response.status = 405;
                response.headers.emplace_back("Allow", http::allowed_methods(routes(), visit.request.path));
            }
            return response;
        }
        if (!visit.may(found.route->right)) return turned_away(visit);
        visit.parts = found.parts;
        visit.setup_code = needs_setup() ? options.setup_code : std::string{};
        if (visit.request.method == http::Method::post && !read_form(visit)) {
            return forbidden(visit, visit.t(form_expired));
        }
        try {
            return found.route->handle(visit);
        } catch (const storage::AlreadyDone&) {
            visit.notice = visit.t(done_before);
            return http::see_other(parent_of(visit.request.path));
        }
    }

    void finish(Visit& visit, http::Response& response)
    {
        const bool shown = response.status == 200 && response.type.starts_with("text/html") &&
                           visit.request.method == http::Method::get;
        if (visit.session && !visit.notice.empty()) {
            usecases::keep_notice(visit.connection, *visit.session, visit.notice);
        } else if (visit.session && !visit.session->notice.empty() && shown) {
            usecases::keep_notice(visit.connection, *visit.session, "");
        }
        const bool secure = !is_local(visit.request);
        for (const auto& one : visit.set_cookies) {
            const bool whole = one.find("; Path=") != std::string::npos;
            response.headers.emplace_back("Set-Cookie", whole ? one : cookie(session_cookie, one, secure, ""));
        }
        if (secure) response.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
    }

    /// A program: no session, no cookie, no page.
    http::Response answer_program(const http::Request& request)
    {
        const auto now = options.clock();
        const auto today = options.today.value_or(Date::from_serial(now / 86'400));
        try {
            return api::answer({database(), today, instant(today, now, options.today.has_value())}, request);
        } catch (const std::exception& error) {
            const auto reference = new_reference();
            options.log(reference + " API " + request.path + ": " + error.what());
            connection.reset();
            return api::trouble(request, reference);
        }
    }

    http::Response answer(const http::Request& request)
    {
        if (request.path == "/health") return {204};
        if (auto file = asset(request.path)) return *file;
        if (api::is_api(request.path)) return answer_program(request);
        auto visit = visit_of(request);
        const auto peer = peer_of(request);
        const LoginDoor door{*guard, peer, options.log};
        visit.door = &door;
        visit.closing = options.closing.get();
        visit.forecasts = options.forecasts.get();
        std::string reference;
        http::Response response;
        try {
            recognise(visit);
            response = handle(visit);
            finish(visit, response);
            return response;
        } catch (const std::exception& error) {
            reference = new_reference();
            options.log(reference + " " + (request.method == http::Method::post ? "POST " : "GET ") + request.path +
                        ": " + error.what());
        }
        connection.reset();  // whatever state it is in: the next request begins afresh
        return trouble(visit, reference);
    }
};

Desk::Desk(DeskOptions options, std::shared_ptr<LoginGuard> guard)
    : impl_{std::make_unique<Impl>(Impl{std::move(options), std::move(guard), std::nullopt, false})}
{
}
Desk::Desk(Desk&&) noexcept = default;
Desk::~Desk() = default;

http::Response Desk::answer(const http::Request& request)
{
    http::Response response;
    try {
        response = impl_->answer(request);
    } catch (const std::exception& error) {
        // Not even a page can be made: the database cannot be opened.
        const auto reference = impl_->new_reference();
        impl_->options.log(reference + ": " + error.what());
        response = {503, "text/plain; charset=utf-8", "Vierkant: " + reference + "\n", {{"Retry-After", "10"}}};
    }
    add_security_headers(response);
    return response;
}

http::Demands demands_of(http::Method method, const std::string& path)
{
    if (api::is_api(path)) return api::demands_of(method, path);
    const auto found = http::find_route(routes(), method, path);
    return found.route == nullptr ? http::Demands{} : http::Demands{found.route->takes_files, found.route->takes_long};
}

}  // namespace vierkant::web
