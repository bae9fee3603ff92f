#pragma once

#include "base/secret.h"
#include "formats/json_reader.h"
#include "storage/migrations.h"
#include "storage/user_store.h"
#include "support/administration.h"
#include "support/answer_schema.h"
#include "support/served_desk.h"
#include "usecases/init_administration.h"
#include "usecases/tokens.h"
#include "web/desk.h"
#include "web/http/parse.h"

#include <catch2/catch.hpp>

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

}  // namespace vierkant::testing
