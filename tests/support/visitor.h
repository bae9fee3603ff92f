#pragma once

#include "web/http/parse.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace vierkant::testing {

/// A connection to a server on this machine, for a test that says the bytes itself.
class RawConnection {
public:
    explicit RawConnection(int port) : socket_{::socket(AF_INET, SOCK_STREAM, 0)}
    {
        // A PDF is made by a program that gives way to all others: on a busy machine it takes its time.
        const timeval patience{120, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error{"no connection"};
    }
    RawConnection(const RawConnection&) = delete;
    RawConnection& operator=(const RawConnection&) = delete;
    ~RawConnection() { ::close(socket_); }

    void say(const std::string& bytes) const
    {
        for (std::size_t sent = 0; sent < bytes.size();) {
            const auto n = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
            if (n <= 0) return;
            sent += static_cast<std::size_t>(n);
        }
    }
    /// Until the other side closes, or nothing comes for two minutes.
    [[nodiscard]] std::string hear_all() const
    {
        std::string heard;
        char buffer[8192];
        for (ssize_t n = 0; (n = ::recv(socket_, buffer, sizeof buffer, 0)) > 0;)
            heard.append(buffer, static_cast<std::size_t>(n));
        return heard;
    }

private:
    int socket_;
};

/// What came back.
struct Page {
    int status = 0;
    std::map<std::string, std::string> headers;  ///< names in lower case; the last of each
    std::string body;
    std::string address;  ///< after following where it was sent on to
    [[nodiscard]] bool says(const std::string& words) const { return body.find(words) != std::string::npos; }
};

/// A browser without script: keeps cookies, follows "see other", and sends forms with the hidden fields they came with.
class Visitor {
public:
    explicit Visitor(int port) : port_{port} {}

    Page get(const std::string& address) { return follow(ask("GET", address, "", ""), address); }

    /// Fills in the form on `page` (that goes to `action`) and sends it.
    Page send(const std::string& page, const std::string& action,
              const std::vector<std::pair<std::string, std::string>>& typed)
    {
        const auto form = form_on(get(page).body, action);
        return post(action, with_hidden(form, typed));
    }
    Page post(const std::string& action, const std::vector<std::pair<std::string, std::string>>& fields)
    {
        http::Fields all;
        for (const auto& [name, value] : fields) all.add(name, value);
        return follow(ask("POST", action, "application/x-www-form-urlencoded", http::urlencoded(all)), action);
    }
    Page upload(const std::string& page, const std::string& action, const std::string& field, const std::string& name,
                const std::string& content, const std::vector<std::pair<std::string, std::string>>& typed = {})
    {
        const auto form = form_on(get(page).body, action);
        std::string body;
        for (const auto& [key, value] : with_hidden(form, typed))
            body += "--grens\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n";
        body += "--grens\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name + "\"\r\n\r\n" +
                content + "\r\n--grens--\r\n";
        return follow(ask("POST", action, "multipart/form-data; boundary=grens", body), action);
    }

    [[nodiscard]] std::vector<std::pair<std::string, std::string>> hidden_fields(const std::string& body,
                                                                                 const std::string& action) const
    {
        return with_hidden(form_on(body, action), {});
    }
    std::map<std::string, std::string>& cookies() { return cookies_; }
    /// As a proxy with TLS on this machine sends requests on.
    void comes_over_tls() { proxy_ = "X-Forwarded-Proto: https\r\n"; }

private:
    Page ask(const std::string& method, const std::string& address, const std::string& type, const std::string& body)
    {
        std::string request = method + " " + address + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) +
                              "\r\nConnection: close\r\n" + proxy_;
        if (!cookies_.empty()) {
            request += "Cookie: ";
            for (const auto& [name, value] : cookies_) request += name + "=" + value + "; ";
            request += "\r\n";
        }
        if (!type.empty())
            request += "Content-Type: " + type + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
        const RawConnection connection{port_};
        connection.say(request + "\r\n" + body);
        return read(connection.hear_all());
    }

    Page read(const std::string& answer)
    {
        Page page;
        const auto end = answer.find("\r\n\r\n");
        if (end == std::string::npos) throw std::runtime_error{"no answer: " + answer.substr(0, 200)};
        page.status = std::stoi(answer.substr(9, 3));
        page.body = answer.substr(end + 4);
        for (auto at = answer.find("\r\n") + 2; at < end;) {
            const auto stop = answer.find("\r\n", at);
            const auto line = answer.substr(at, stop - at);
            const auto colon = line.find(": ");
            std::string name = line.substr(0, colon);
            for (auto& c : name) c = static_cast<char>(::tolower(c));
            page.headers[name] = line.substr(colon + 2);
            if (name == "set-cookie") keep_cookie(line.substr(colon + 2));
            at = stop + 2;
        }
        return page;
    }
    void keep_cookie(const std::string& line)
    {
        const auto pair = line.substr(0, line.find(';'));
        const auto equals = pair.find('=');
        cookies_[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    Page follow(Page page, std::string address)
    {
        for (int i = 0; i < 5 && page.status == 303; ++i) {
            address = page.headers["location"];
            page = ask("GET", address, "", "");
        }
        page.address = address;
        return page;
    }

    static std::string form_on(const std::string& body, const std::string& action)
    {
        const auto at = body.find("<form action=\"" + action + "\" method=\"post\"");
        if (at == std::string::npos)
            throw std::runtime_error{"no form to " + action + " on the page: " + body.substr(0, 3000)};
        return body.substr(at, body.find("</form>", at) - at);
    }
    static std::string attribute(const std::string& element, const std::string& name)
    {
        const auto at = element.find(" " + name + "=\"");
        if (at == std::string::npos) return {};
        const auto from = at + name.size() + 3;
        return element.substr(from, element.find('"', from) - from);
    }
    static std::vector<std::pair<std::string, std::string>> with_hidden(
        const std::string& form, const std::vector<std::pair<std::string, std::string>>& typed)
    {
        auto fields = typed;
        for (auto at = form.find("<input"); at != std::string::npos; at = form.find("<input", at + 1)) {
            const auto element = form.substr(at, form.find('>', at) - at);
            if (element.find("type=\"hidden\"") != std::string::npos)
                fields.emplace_back(attribute(element, "name"), attribute(element, "value"));
        }
        return fields;
    }

    int port_;
    std::map<std::string, std::string> cookies_;
    std::string proxy_;
};

}  // namespace vierkant::testing
