#include "web/api/api.h"

#include "base/digest.h"
#include "base/secret.h"
#include "web/api/messages.h"
#include "web/api/resource.h"
#include "web/http/parse.h"
#include "web/http/router.h"

#include <algorithm>
#include <array>
#include <exception>
#include <optional>

namespace vierkant::api {

namespace {

constexpr std::int64_t usual_page_size = 100;
constexpr std::int64_t most_page_size = 500;
constexpr std::size_t longest_key = 128;

Language language_of(const http::Request& request)
{
    return request.headers["accept-language"].starts_with("en") ? Language::en : Language::nl;
}

struct Title {
    int status;
    std::string_view nl;
    std::string_view en;
};
constexpr std::array titles{
    Title{400, "Onleesbaar verzoek", "Unreadable request"},
    Title{401, "Geen geldig token", "No valid token"},
    Title{403, "Niet toegestaan", "Not allowed"},
    Title{404, "Niet gevonden", "Not found"},
    Title{405, "Andere methode", "Other method"},
    Title{406, "Andere vorm gevraagd", "Other form asked for"},
    Title{412, "Intussen veranderd", "Changed meanwhile"},
    Title{415, "Andere inhoud verwacht", "Other content expected"},
    Title{422, "Geweigerd door een regel", "Refused by a rule"},
    Title{428, "If-Match ontbreekt", "If-Match is missing"},
    Title{500, "Storing", "Trouble"},
    Title{503, "Kan nu niet", "Not possible now"},
};

std::string_view title_of(int status, Language language)
{
    const auto* const found =
        std::find_if(titles.begin(), titles.end(), [&](const Title& title) { return title.status == status; });
    verify(found != titles.end(), "each status that is answered has a title");
    const auto& title = *found;
    return language == Language::nl ? title.nl : title.en;
}

http::Response json_response(int status, const Json& body, std::string_view type)
{
    http::Response response;
    response.status = status;
    response.type = std::string{type};
    response.body = body.dump() + "\n";
    response.headers.emplace_back("API-Version", std::string{api_version});
    return response;
}

http::Response problem(const http::Request& request, int status, const Refusal& refusal, const Json& bad_rows = {})
{
    const auto language = language_of(request);
    Json body{{"type", "urn:vierkant:problem:" + std::string{refusal.text->code}},
              {"title", std::string{title_of(status, language)}},
              {"status", status},
              {"detail", words_of(refusal, language)},
              {"instance", request.path}};
    if (!refusal.where.empty()) body["where"] = refusal.where;
    if (!bad_rows.empty()) body["bad_rows"] = bad_rows;
    auto response = json_response(status, body, "application/problem+json");
    response.headers.emplace_back("Content-Language", language == Language::nl ? "nl" : "en");
    return response;
}

/// Whether what is refused is what the address names, by one of these parts of it.
bool is_about(const Refusal& refusal, const http::Fields& parts)
{
    return std::any_of(parts.all().begin(), parts.all().end(), [&](const auto& part) {
        return std::any_of(refusal.arguments.begin(), refusal.arguments.end(),
                           [&](const Argument& argument) { return show(argument.value, Language::en) == part.second; });
    });
}

std::string etag_of(const Json& body)
{
    return '"' + token_digest(body.dump()).substr(0, 32) + '"';
}

/// Thrown within a work that was begun on what is another by now.
struct ChangedMeanwhile : std::exception {};

/// One request on its way to its answer.
class Answering {
public:
    Answering(const Environment& environment, const http::Request& request)
        : request_{request},
          call_{request, environment.connection, language_of(request), environment.today, environment.at}
    {
    }

    http::Response answer()
    {
        if (request_.path == std::string{base_path} + "/openapi.json") return document();
        if (auto stopped = recognise()) return *stopped;
        if (auto stopped = find()) return *stopped;
        if (auto stopped = check_request()) return *stopped;
        try {
            auto reply = route_->handle(call_);
            if (!reply) return refuse_with(reply.refusal());
            return route_->method == http::Method::get ? shown(*reply) : done(*reply);
        } catch (const storage::AlreadyDone& before) {
            if (auto stopped = check_key()) return *stopped;
            return done_before(before.receipt());
        } catch (const ChangedMeanwhile&) {
            return stop(412, changed_meanwhile);
        }
    }

private:
    using Stopped = std::optional<http::Response>;

    [[nodiscard]] http::Response refuse_with(const Refusal& refusal) const
    {
        return problem(request_, status_of(refusal), refusal, call_.bad_rows);
    }
    [[nodiscard]] int status_of(const Refusal& refusal) const
    {
        if (refusal.cause == Cause::bad_input || refusal.cause == Cause::usage) return 400;
        const auto& code = refusal.text->code;
        // Printing is another program, which may not be there or be busy: later it may go.
        if (code == "usecases.no_pdf_program" || code.starts_with("usecases.pdf_")) return 503;
        // Not found is what the address asks for; what only the body names is a value that will not do.
        const bool asked_for = route_->method == http::Method::get || is_about(refusal, call_.parts);
        return code.ends_with("_unknown") && asked_for ? 404 : 422;
    }
    [[nodiscard]] http::Response stop(int status, const Text& text, Arguments arguments = {}) const
    {
        return problem(request_, status, refuse(text, std::move(arguments)));
    }

    /// Open to everybody, also to pages of elsewhere: it says nothing about the administration.
    static http::Response document()
    {
        static const auto text = openapi_document();
        auto response = json_response(200, text, "application/json");
        response.headers.emplace_back("Access-Control-Allow-Origin", "*");
        return response;
    }

    Stopped recognise()
    {
        constexpr std::string_view scheme = "Bearer ";
        const auto& header = request_.headers["authorization"];
        std::optional<usecases::TokenUser> user;
        if (header.starts_with(scheme)) {
            user = usecases::token_user(call_.connection, header.substr(scheme.size()), call_.today);
        }
        if (!user) {
            auto response = stop(401, token_missing);
            response.headers.emplace_back("WWW-Authenticate", "Bearer");
            return response;
        }
        call_.user = std::move(*user);
        return std::nullopt;
    }

    Stopped find()
    {
        const bool ours = request_.path.starts_with(std::string{base_path} + "/");
        const auto path = ours ? request_.path.substr(base_path.size()) : std::string{};
        auto found = http::find_route(routes(), request_.method, path);
        if (found.route == nullptr) {
            if (!found.other_method) return stop(404, no_such_address);
            auto response = stop(405, other_method);
            response.headers.emplace_back("Allow", http::allowed_methods(routes(), path));
            return response;
        }
        route_ = found.route;
        call_.parts = std::move(found.parts);
        if (!call_.user.may(route_->right, route_->scope)) {
            return stop(403, scope_missing, {{"scope", std::string{officers::name_of(route_->scope).code}}});
        }
        return std::nullopt;
    }

    Stopped check_request()
    {
        if (auto stopped = check_query()) return stopped;
        if (route_->method == http::Method::get) return read_page();
        if (auto stopped = check_content()) return stopped;
        if (!route_->changes || call_.is_dry_run()) return std::nullopt;
        if (auto stopped = check_key()) return stopped;
        call_.still_true = [this](storage::Connection& connection) {
            storage::keep_request(connection, call_.task("").idempotency_key, digest_of_request());
        };
        return check_match();
    }

    /// A key belongs to one request, and to that one sent again.
    [[nodiscard]] Stopped check_key() const
    {
        const auto& key = request_.headers["idempotency-key"];
        if (key.empty() || key.size() > longest_key) return stop(400, key_missing);
        const auto before = storage::request_under(call_.connection, call_.task("").idempotency_key);
        if (before && *before != digest_of_request()) return stop(422, key_reused);
        return std::nullopt;
    }

    [[nodiscard]] std::string digest_of_request() const
    {
        Digest digest;
        digest.add(request_.path);
        for (const auto& [name, value] : request_.query.all()) {
            digest.add(name);
            digest.add(value);
        }
        digest.add(request_.body);
        return digest.finish();
    }

    [[nodiscard]] Stopped check_query() const
    {
        auto known = route_->query;
        if (route_->method == http::Method::get) {
            known.push_back({"page", Field::Type::integer, false, ""});
            known.push_back({"page-size", Field::Type::integer, false, ""});
        }
        for (const auto& [name, value] : request_.query.all()) {
            const auto field = std::find_if(known.begin(), known.end(), [&](const Field& f) { return f.name == name; });
            if (field == known.end()) return unknown_query(name, known);
            // A dry run that was misspelt is never a real one.
            if (field->type == Field::Type::flag && value != "true" && value != "false") {
                return stop(400, flag_unreadable, {{"name", name}, {"value", value}});
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] http::Response unknown_query(const std::string& name, const std::vector<Field>& known) const
    {
        std::string names;
        for (const auto& field : known) names += (names.empty() ? "" : ", ") + std::string{field.name};
        if (names.empty()) return stop(400, query_none, {{"name", name}});
        return stop(400, query_unknown, {{"name", name}, {"known", names}});
    }

    [[nodiscard]] Stopped check_content() const
    {
        if (route_->body_kind == Body::none) return std::nullopt;
        const std::string wanted = route_->body_kind == Body::xml   ? "application/xml"
                                   : route_->body_kind == Body::csv ? "text/csv"
                                                                    : "application/json";
        if (request_.headers["content-type"].starts_with(wanted)) return std::nullopt;
        return stop(415, wrong_type, {{"type", wanted}});
    }

    /// Whoever changes a thing says which state of it he saw.
    Stopped check_match()
    {
        if (route_->guards.empty()) return std::nullopt;
        // A repetition finds the thing changed by itself: it is answered as done before.
        if (const auto before = storage::receipt_of(call_.connection, call_.task("").idempotency_key)) {
            return done_before(*before);
        }
        const auto guarded = std::find_if(routes().begin(), routes().end(), [&](const Route& route) {
            return route.method == http::Method::get && route.pattern == route_->guards;
        });
        verify(guarded != routes().end(), "what a change guards can be read");
        const auto now = guarded->handle(call_);
        if (!now) return refuse_with(now.refusal());
        const auto& match = request_.headers["if-match"];
        if (match.empty()) return stop(428, match_missing);
        if (!is_as_seen(*guarded, now, match)) return stop(412, changed_meanwhile);
        // Somebody may write between now and the work: there it is looked at again, when nobody else can.
        call_.still_true = [this, guarded, match, keep = call_.still_true](storage::Connection& connection) {
            if (!is_as_seen(*guarded, guarded->handle(call_), match)) throw ChangedMeanwhile{};
            keep(connection);
        };
        return std::nullopt;
    }

    /// Whether a thing, as it is `now`, still has this ETag. Words are part of what was read, and it may have been read
    /// in the other language.
    [[nodiscard]] bool is_as_seen(const Route& thing, const Result<Reply>& now, const std::string& etag) const
    {
        if (!now) return false;
        if (etag_of(now->body) == etag) return true;
        auto otherwise = call_;
        otherwise.language = call_.language == Language::nl ? Language::en : Language::nl;
        const auto in_other = thing.handle(otherwise);
        return in_other && etag_of(in_other->body) == etag;
    }

    http::Response shown(Reply& reply)
    {
        if (!reply.type.empty()) return file_response(reply);
        const auto links = reply.body.is_array() ? take_page(reply) : std::string{};
        const auto etag = etag_of(reply.body);
        auto response = json_response(reply.status, reply.body, "application/json");
        if (request_.headers["if-none-match"] == etag) {
            response.status = 304;
            response.body.clear();
        }
        response.headers.emplace_back("ETag", etag);
        response.headers.emplace_back("Vary", "Accept-Language");
        response.headers.emplace_back("Cache-Control", "private, no-cache");
        if (!links.empty()) response.headers.emplace_back("Link", links);
        return response;
    }

    static http::Response file_response(Reply& reply)
    {
        http::Response response;
        response.type = reply.type;
        response.body = std::move(reply.file);
        response.headers.emplace_back("API-Version", std::string{api_version});
        response.headers.emplace_back("Cache-Control", "private, no-cache");
        return response;
    }

    [[nodiscard]] Stopped read_page()
    {
        const auto& query = request_.query;
        const auto number = query.has("page") ? number_of(query["page"]) : 1;
        const auto size = query.has("page-size") ? number_of(query["page-size"]) : usual_page_size;
        constexpr std::int64_t most_pages = 1'000'000'000;
        if (!number || !size || *number < 1 || *number > most_pages || *size < 1 || *size > most_page_size) {
            return stop(400, page_unreadable);
        }
        call_.page = {*number, *size};
        return std::nullopt;
    }

    /// A page of a list; gives where the others are.
    std::string take_page(Reply& reply) const
    {
        const auto& query = request_.query;
        const auto& [page, size] = call_.page;
        const auto total = reply.total.value_or(static_cast<std::int64_t>(reply.body.size()));
        const auto last = std::max<std::int64_t>(1, (total + size - 1) / size);
        auto items = Json::array();
        if (reply.total) {
            items = std::move(reply.body);
        } else {
            for (auto i = (page - 1) * size; i < std::min(total, page * size); ++i) {
                items.push_back(std::move(reply.body[static_cast<std::size_t>(i)]));
            }
        }
        reply.body = Json{{"items", std::move(items)}, {"total", total}, {"page", page}, {"page_size", size}};
        std::string links;
        const auto link = [&](std::int64_t number, const std::string& relation) {
            http::Fields fields;
            for (const auto& [name, value] : query.all()) {
                if (name != "page") fields.add(name, value);
            }
            fields.add("page", std::to_string(number));
            links += (links.empty() ? "<" : ", <") + request_.path + "?" + http::urlencoded(fields) + ">; rel=\"" +
                     relation + "\"";
        };
        link(1, "first");
        if (page > 1) link(page - 1, "prev");
        if (page < last) link(page + 1, "next");
        link(last, "last");
        return links;
    }

    static http::Response done_before(const std::string& receipt)
    {
        return json_response(200, {{"already_done", true}, {"receipt", receipt}}, "application/json");
    }

    static http::Response done(const Reply& reply)
    {
        auto response = json_response(reply.status, reply.body, "application/json");
        if (!reply.location.empty()) {
            response.headers.emplace_back("Location", std::string{base_path} + reply.location);
        }
        return response;
    }

    const http::Request& request_;
    Call call_;
    const Route* route_ = nullptr;
};

}  // namespace

storage::Task Call::task(const std::string& name) const
{
    const auto& key = request.headers["idempotency-key"];
    return {name, user.account.login, today, at, "api:" + std::to_string(user.token.number) + ":" + key, still_true};
}

const std::vector<Route>& routes()
{
    static const auto all = [] {
        std::vector<Route> table;
        for (auto&& group : {case_routes(), case_changes(), money_routes(), paper_routes(), loan_changes(),
                             grant_changes(), bank_changes(), risk_changes(), arrears_changes(), office_routes(),
                             overview_routes(), programme_routes()}) {
            table.insert(table.end(), group.begin(), group.end());
        }
        return table;
    }();
    return all;
}

bool is_api(const std::string& path)
{
    return path == "/api" || path.starts_with("/api/");
}

http::Demands demands_of(http::Method method, const std::string& path)
{
    if (!path.starts_with(base_path)) return {};
    const auto found = http::find_route(routes(), method, std::string_view{path}.substr(base_path.size()));
    if (found.route == nullptr) return {};
    const bool file = found.route->body_kind == Body::xml || found.route->body_kind == Body::csv;
    return {file, found.route->takes_long};
}

http::Response answer(const Environment& environment, const http::Request& request)
{
    return Answering{environment, request}.answer();
}

http::Response trouble(const http::Request& request, const std::string& reference)
{
    return problem(request, 500, refuse(api::trouble_text, {{"reference", reference}}));
}

}  // namespace vierkant::api
