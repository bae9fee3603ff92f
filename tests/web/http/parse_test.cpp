// Readers of what a browser sends. Expected values by RFC 3986 (addresses), RFC 7578 (multipart), RFC 3629 (UTF-8) and
// the examples of the WHATWG URL standard.

#include "web/http/parse.h"

#include <catch2/catch.hpp>

#include "web/http/router.h"

using namespace vierkant::http;

TEST_CASE("percent-encoding is read and written", "[web]")
{
    CHECK(percent_decoded("caf%C3%A9") == "café");
    CHECK(percent_decoded("a+b") == "a+b");
    CHECK_FALSE(percent_decoded("%4").has_value());
    CHECK_FALSE(percent_decoded("%zz").has_value());
    CHECK_FALSE(percent_decoded("a%00b").has_value());
    CHECK(percent_encoded("1.234,50 & meer/é") == "1.234%2C50%20%26%20meer%2F%C3%A9");
}

TEST_CASE("a form is read field by field", "[web]")
{
    const auto fields = parse_urlencoded("naam=Veenkunststof+BV&bedrag=1.234%2C50&leeg=&rol=a&rol=b&&alleen");
    REQUIRE(fields);
    CHECK((*fields)["naam"] == "Veenkunststof BV");
    CHECK((*fields)["bedrag"] == "1.234,50");
    CHECK((*fields)["leeg"].empty());
    CHECK(fields->every("rol") == std::vector<std::string>{"a", "b"});
    CHECK(fields->has("alleen"));
    CHECK_FALSE(fields->has("anders"));
}

TEST_CASE("a form that is no text is refused", "[web]")
{
    CHECK_FALSE(parse_urlencoded("a=%ff").has_value());
    CHECK_FALSE(parse_urlencoded("a=%C0%AF").has_value());     // overlong "/"
    CHECK_FALSE(parse_urlencoded("a=%ED%A0%80").has_value());  // a surrogate
    CHECK_FALSE(parse_urlencoded("a=%07").has_value());
    std::string many;
    for (std::size_t i = 0; i <= most_fields; ++i) many += "a=1&";
    CHECK_FALSE(parse_urlencoded(many).has_value());
}

TEST_CASE("writing a form and reading it gives it back", "[web]")
{
    Fields fields;
    fields.add("a b", "x&y=z");
    fields.add("é", "+%");
    const auto back = parse_urlencoded(urlencoded(fields));
    REQUIRE(back);
    CHECK(back->all() == fields.all());
}

TEST_CASE("cookies are read", "[web]")
{
    const auto cookies = parse_cookies("a=1; vierkant_session=x=y ;; rommel; b=");
    CHECK(cookies["a"] == "1");
    CHECK(cookies["vierkant_session"] == "x=y");
    CHECK(cookies.has("b"));
    CHECK_FALSE(cookies.has("rommel"));
}

TEST_CASE("a form with a file is read", "[web]")
{
    const std::string body =
        "--grens\r\nContent-Disposition: form-data; name=\"fonds\"\r\n\r\nrevolving\r\n"
        "--grens\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\afschrift.xml\"\r\n"
        "Content-Type: text/xml\r\n\r\n<a>\r\n--niet</a>\r\n--grens--\r\n";
    const auto form = parse_form("multipart/form-data; boundary=grens", body);
    REQUIRE(form);
    CHECK(form->fields["fonds"] == "revolving");
    REQUIRE(form->uploads.size() == 1);
    CHECK(form->uploads[0].field == "file");
    CHECK(form->uploads[0].name == "afschrift.xml");
    CHECK(form->uploads[0].content == "<a>\r\n--niet</a>");
}

TEST_CASE("a form that is cut off or of another kind is refused", "[web]")
{
    const std::string body = "--g\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--g--\r\n";
    CHECK(parse_multipart(body, "g"));
    for (std::size_t length = 0; length + 4 < body.size(); ++length) {
        INFO(length);
        CHECK_FALSE(parse_multipart(body.substr(0, length), "g").has_value());
    }
    CHECK_FALSE(parse_form("application/json", "{}").has_value());
    CHECK_FALSE(parse_form("multipart/form-data", body).has_value());
    CHECK_FALSE(multipart_boundary("multipart/form-data; boundary=\"" + std::string(71, 'x') + "\"").has_value());
}

TEST_CASE("an address has a path and a query", "[web]")
{
    const auto target = parse_target("/loans/L-000001?as_of=2026-01-01#plan");
    REQUIRE(target);
    CHECK(target->path == "/loans/L-000001");
    CHECK(target->query["as_of"] == "2026-01-01");
    CHECK_FALSE(parse_target("http://elders/").has_value());
    CHECK_FALSE(parse_target("//elders/").has_value());
    CHECK_FALSE(parse_target("").has_value());
    CHECK_FALSE(parse_target("/%00").has_value());
}

TEST_CASE("a pattern finds the parts of a path", "[web]")
{
    const auto parts = match_path("/loans/{number}/payment", "/loans/L-000001/payment");
    REQUIRE(parts);
    CHECK((*parts)["number"] == "L-000001");
    CHECK_FALSE(match_path("/loans/{number}", "/loans").has_value());
    CHECK_FALSE(match_path("/loans/{number}", "/loans/").has_value());
    CHECK_FALSE(match_path("/loans/{number}", "/loans/a/b").has_value());
    CHECK(match_path("/", "/"));
    CHECK_FALSE(match_path("/", "/loans").has_value());
}

TEST_CASE("an address is found for its method only", "[web]")
{
    struct Route {
        Method method;
        std::string pattern;
    };
    const std::vector<Route> routes{{Method::get, "/a"}, {Method::post, "/a/{b}"}};
    CHECK(find_route(routes, Method::get, "/a").route == &routes[0]);
    CHECK(find_route(routes, Method::post, "/a").other_method);
    CHECK(find_route(routes, Method::post, "/a/1").parts["b"] == "1");
    CHECK(find_route(routes, Method::get, "/c").route == nullptr);
}
