#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What the pages know of HTTP: values only. Sockets and the library behind them live in server.cpp.
namespace vierkant::http {

/// HEAD is GET. No address takes any other: who sends one is told which it takes.
enum class Method { get, post, other };

/// Names with their values, in the order they came; a name may come more than once.
class Fields {
public:
    void add(std::string name, std::string value) { all_.emplace_back(std::move(name), std::move(value)); }
    /// The first value of this name; "" where there is none.
    [[nodiscard]] const std::string& operator[](std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> every(std::string_view name) const;
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const { return all_; }

private:
    std::vector<std::pair<std::string, std::string>> all_;
};

/// A file that came with a form.
struct Upload {
    std::string field;
    std::string name;  ///< without folders
    std::string content;
};

/// A form as it was sent.
struct Form {
    Fields fields;
    std::vector<Upload> uploads;
};

struct Request {
    Method method = Method::get;
    std::string target;  ///< as asked: "/loans?late=yes"
    std::string path;    ///< decoded: "/loans"
    Fields query;
    Fields headers;  ///< names in lower case
    Fields cookies;
    std::string peer;  ///< address of whoever is connected
    std::string body;
};

struct Response {
    int status = 200;
    std::string type = "text/html; charset=utf-8";
    std::string body = {};
    std::vector<std::pair<std::string, std::string>> headers = {};
};

/// "See other": after a change the browser is sent to a page, so that reloading does not repeat the change.
Response see_other(const std::string& location);

}  // namespace vierkant::http
