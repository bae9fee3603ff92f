// Escaping by place; the attacks are from the OWASP list of cross-site scripting.

#include "web/http/html.h"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace vierkant::http;

TEST_CASE("text between tags is escaped", "[web]")
{
    CHECK(tag("p", {}, "<script>alert(1)</script> & co").markup() ==
          "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; co</p>");
    CHECK((Html{"a"} + tag("br", {}) + Html{"<b>"}).markup() == "a<br>&lt;b&gt;");
}

TEST_CASE("text in an attribute is escaped and quoted", "[web]")
{
    CHECK(tag("input", {{"value", "\" onfocus=\"alert(1)' <>"}}).markup() ==
          "<input value=\"&quot; onfocus=&quot;alert(1)&#39; &lt;&gt;\">");
    CHECK(tag("input", {{"value", ""}, {"required"}, {"checked", "", false}}).markup() ==
          "<input value=\"\" required>");
}

TEST_CASE("a day in a text stays on one line, and the rest is escaped", "[web]")
{
    const auto said = [](std::string_view text) { return prose(text).markup(); };
    const std::string day = "<span class=\"day\">01-07-2026</span>";
    CHECK(said("eerste vervaldag 01-07-2026; 3 %") == "eerste vervaldag " + day + "; 3 %");
    CHECK(said("01-07-2026") == day);
    CHECK(said("<b> 01-07-2026 & 2026-07-01.") == "&lt;b&gt; " + day + " &amp; <span class=\"day\">2026-07-01</span>.");
    for (const auto* other : {"", "x", "1-7-2026", "101-07-2026", "01-07-20261", "L-000001", "01-07-202"}) {
        CHECK(said(other) == other);
    }
}

TEST_CASE("an address is one of ours, of the web or of mail", "[web]")
{
    for (const auto* good : {"/loans?q=1", "#content", "?page=2", "https://example.org/a:b", "http://x/",
                             "mailto:a@b.nl", "loans/L-1", "/a:b"}) {
        INFO(good);
        CHECK(is_safe_address(good));
    }
    for (const auto* bad :
         {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)",
          "data:text/html,x", "vbscript:x", "//elders.example", "/\\elders.example", "\\\\elders", "x:y"}) {
        INFO(bad);
        CHECK_FALSE(is_safe_address(bad));
        CHECK(vierkant::http::link(bad, "x").markup() == "<a href=\"#\">x</a>");
    }
}

TEST_CASE("an address that is empty stays an attribute with a value", "[web]")
{
    CHECK(vierkant::http::link("", "x").markup() == "<a href=\"\">x</a>");  // found by fuzzing
}

TEST_CASE("scripts, styles and handlers are never in a page", "[web]")
{
    CHECK_THROWS_AS(tag("p", {{"onclick", "x"}}), std::logic_error);
    CHECK_THROWS_AS(tag("p", {{"style", "x"}}), std::logic_error);
    CHECK_THROWS_AS(tag("style", {}, "x"), std::logic_error);
    CHECK_THROWS_AS(tag("script", {}, "x"), std::logic_error);
}
