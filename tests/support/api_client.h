#pragma once

#include "base/secret.h"
#include "formats/json_reader.h"
#include "storage/migrations.h"
#include "storage/user_store.h"
#include "support/administration.h"
#include "support/answer_schema.h"
#include "support/files.h"
#include "support/served_desk.h"
#include "usecases/init_administration.h"
#include "usecases/tokens.h"
#include "web/desk.h"
#include "web/http/parse.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace vierkant::testing {

struct ApiAnswer {
    int status = 0;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    [[nodiscard]] std::string header(const std::string& name) const
    {
        for (const auto& [key, value] : headers) {
            if (key == name) return value;
        }
        return {};
    }
    [[nodiscard]] formats::Json json() const { return formats::Json::parse(body); }
};

/// An administration with an account for each role and one that is officer and decider, and a program that asks.
class ApiOffice {
public:
    /// `fill` makes another administration than an empty one.
    explicit ApiOffice(const std::function<void(storage::Connection&, Date today)>& fill = {})
    {
        Promised::seen().clear();  // a promise is about one office
        storage::migrate(connection_);
        if (fill) {
            fill(connection_, today_);
        } else {
            verify(static_cast<bool>(usecases::init_administration(connection_, task("init"), "", "")), "made");
        }
        storage::Work work{connection_, task("user add")};
        for (const auto& [letter, role] : letters_) {
            storage::add_account(work, {{std::string{"user-"} + letter, "Naam", {role}, true}, 1});
        }
        storage::add_account(work,
                             {{"user-both", "Naam", {officers::Role::officer, officers::Role::decider}, true}, 1});
        work.commit("accounts");
    }

    [[nodiscard]] const std::map<char, officers::Role>& letters() const { return letters_; }
    [[nodiscard]] Date today() const { return today_; }
    void move_to(Date day)
    {
        today_ = day;
        desk_.emplace(make_desk());
    }
    storage::Connection& connection() { return connection_; }
    [[nodiscard]] storage::Task task(const std::string& name) const { return testing::task(name, today_); }

    usecases::NewToken new_token(const std::string& login, const std::string& scopes)
    {
        const auto made =
            usecases::add_token(connection_, task("token"),
                                {login, "test", *officers::scopes_of(scopes), today_ + officers::usual_days_of_token});
        verify(static_cast<bool>(made), "a token can be made");
        return *made;
    }
    /// A token of the account of this role; the same for the same scopes.
    const std::string& token(char letter, const std::string& scopes)
    {
        auto& secret = tokens_[letter + scopes];
        if (secret.empty()) secret = new_token(std::string{"user-"} + letter, scopes).secret;
        return secret;
    }

    ApiAnswer ask(const std::string& method, const std::string& address, const std::string& token,
                  const std::string& body = "", const std::vector<std::pair<std::string, std::string>>& headers = {})
    {
        http::Request request;
        request.method = method == "GET"    ? http::Method::get
                         : method == "POST" ? http::Method::post
                                            : http::Method::other;
        request.target = "/api/v1" + address;
        const auto target = http::parse_target(request.target);
        verify(target.has_value(), "a test asks for a target");
        request.path = target->path;
        request.query = target->query;
        request.body = body;
        if (!token.empty()) request.headers.add("authorization", "Bearer " + token);
        for (const auto& [name, value] : headers) request.headers.add(name, value);
        const auto response = desk_->answer(request);
        ApiAnswer answer{response.status, response.body, response.headers};
        answer.headers.emplace_back("Content-Type", response.type);
        if (answer.status == 200 || answer.status == 201) {
            const auto wrong = check_answer(request.method, target->path.substr(std::string{"/api/v1"}.size()),
                                            answer.status, answer.body);
            if (!wrong.empty()) FAIL_CHECK(wrong);
        }
        return answer;
    }
    ApiAnswer post(const std::string& address, const std::string& token, const std::string& body,
                   const std::string& key, const std::string& match = "")
    {
        std::vector<std::pair<std::string, std::string>> headers{{"content-type", "application/json"}};
        if (!key.empty()) headers.emplace_back("idempotency-key", key);
        if (!match.empty()) headers.emplace_back("if-match", match);
        return ask("POST", address, token, body, headers);
    }

    static std::string text_of(const std::string& file)
    {
        std::ifstream in{file};
        std::ostringstream text;
        text << in.rdbuf();
        return text.str();
    }
    std::string log;

private:
    web::Desk make_desk()
    {
        return web::Desk{{database_.name(), today_, "", [] { return std::int64_t{1'772'438'400}; },
                          [this](const std::string& line) { log += line + "\n"; }},
                         web::make_login_guard()};
    }

    std::map<char, officers::Role> letters_{{'a', officers::Role::administrator},
                                            {'o', officers::Role::officer},
                                            {'d', officers::Role::decider},
                                            {'t', officers::Role::treasurer},
                                            {'u', officers::Role::auditor}};
    Date today_ = date(2026, 3, 2);
    ScratchDatabase database_;
    storage::Connection connection_{database_.name()};
    std::map<std::string, std::string> tokens_;
    std::optional<web::Desk> desk_ = make_desk();
};

/// A program that works as one account. It sees to its own token, keys and ETags.
class Program {
public:
    Program(ApiOffice& office, std::string login, std::string scopes)
        : office_{office}, login_{std::move(login)}, scopes_{std::move(scopes)}
    {
    }

    formats::Json get(const std::string& address)
    {
        const auto answer = read(address);
        INFO(login_ << " GET " << address << ": " << answer.body);
        CHECK(answer.status == 200);
        return answer.json();
    }
    /// What is recorded, or only calculated.
    formats::Json post(const std::string& address, const std::string& body = "{}",
                       const std::string& type = "application/json")
    {
        const auto answer = send(address, body, type);
        INFO(login_ << " POST " << address << " " << body.substr(0, 500) << ": " << answer.body);
        REQUIRE((answer.status == 200 || answer.status == 201));
        return answer.json();
    }
    /// "422 grants.nothing_to_pay": why it is not done. Each refusal has words, in both languages.
    std::string refused(const std::string& address, const std::string& body = "{}",
                        const std::string& type = "application/json")
    {
        const auto answer = send(address, body, type);
        INFO(login_ << " POST " << address << " " << body.substr(0, 500) << ": " << answer.body);
        REQUIRE(answer.status >= 400);
        refusal_ = answer.json();
        return std::to_string(answer.status) + " " +
               refusal_["type"].get<std::string>().substr(std::string{"urn:vierkant:problem:"}.size());
    }
    /// The last refusal.
    [[nodiscard]] const formats::Json& refusal() const { return refusal_; }
    [[nodiscard]] bool was_told(const std::string& words) const
    {
        return refusal_["detail"].get<std::string>().find(words) != std::string::npos;
    }

private:
    const std::string& token()
    {
        if (token_.empty() || token_day_ != office_.today()) {
            token_ = office_.new_token(login_, scopes_).secret;
            token_day_ = office_.today();
        }
        return token_;
    }
    ApiAnswer read(const std::string& address) { return office_.ask("GET", address, token()); }
    ApiAnswer send(const std::string& address, const std::string& body, const std::string& type)
    {
        std::vector<std::pair<std::string, std::string>> headers{
            {"content-type", type}, {"idempotency-key", login_ + "-" + std::to_string(++keys_)}};
        const auto guarded = guarded_by(address.substr(0, address.find('?')));
        if (!guarded.empty()) headers.emplace_back("if-match", read(guarded).header("ETag"));
        return office_.ask("POST", address, token(), body, headers);
    }
    /// The thing that the sender must have seen: "/grants/S-000001" of "/grants/S-000001/claims".
    static std::string guarded_by(const std::string& path)
    {
        const auto found = http::find_route(api::routes(), http::Method::post, path);
        verify(found.route != nullptr, "a test posts to an address that there is");
        const auto& pattern = found.route->guards;
        if (pattern.empty()) return "";
        std::size_t end = 0;  // after as many parts as the pattern has
        for (auto left = std::count(pattern.begin(), pattern.end(), '/'); left > 0; --left)
            end = path.find('/', end + 1);
        return path.substr(0, end);
    }

    ApiOffice& office_;
    std::string login_;
    std::string scopes_;
    std::string token_;
    Date token_day_ = Date::from_serial(0);
    int keys_ = 0;
    formats::Json refusal_;
};

inline std::string api_example(const std::string& name)
{
    return source_file("docs/examples/" + name);
}

/// Registers an application, and awards it as proposed: the number of the loan or grant.
inline std::string awarded_over_api(Program& officer, Program& decider, const std::string& application)
{
    const auto number = officer.post("/applications", application)["number"].get<std::string>();
    const auto address = "/applications/" + number;
    officer.post(address + "/completions");
    auto judgements = formats::Json::array();
    const auto assessed = officer.get(address + "/verdict");
    for (const auto& rule : assessed["verdict"]) {
        if (rule["outcome"] == "unknown")
            judgements.push_back({{"rule", rule["rule"]}, {"motivation", "beoordeeld en akkoord"}});
    }
    officer.post(address + "/proposals",
                 formats::Json{{"award", true}, {"note", "past in het plan"}, {"judgements", judgements}}.dump());
    return decider.post(address + "/decisions", R"({"decision": "award"})")["award"]["number"];
}

}  // namespace vierkant::testing
