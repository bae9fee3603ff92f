#include "markup/html.h"

#include "base/result.h"

#include <algorithm>

namespace vierkant::markup {

namespace {

std::string escaped(std::string_view text)
{
    std::string result;
    result.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            case '\'':
                result += "&#39;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_void(std::string_view name)
{
    return is_one_of(name, {"input", "br", "hr", "meta", "link", "img", "col"});
}

bool holds_address(std::string_view attribute)
{
    return is_one_of(attribute, {"href", "src", "action", "formaction"});
}

}  // namespace

Html::Html(std::string_view text) : markup_{escaped(text)} {}

Html Html::trusted(std::string markup)
{
    Html html;
    html.markup_ = std::move(markup);
    return html;
}

Html element(std::string_view name, const Attributes& attributes, const std::vector<Html>& children)
{
    verify(name != "style", "styles live in a file");
    verify(name != "script" || children.empty(), "scripts live in a file");
    std::string markup = "<" + std::string{name};
    for (const auto& attribute : attributes) {
        if (!attribute.on) continue;
        verify(!attribute.name.starts_with("on") && attribute.name != "style", "no script or style in a page");
        markup += " " + std::string{attribute.name};
        const bool alone = attribute.value.empty() && !holds_address(attribute.name);
        if (alone && !is_one_of(attribute.name, {"value", "alt"})) continue;
        const bool refused = holds_address(attribute.name) && !is_safe_address(attribute.value);
        markup += "=\"" + (refused ? std::string{"#"} : escaped(attribute.value)) + "\"";
    }
    markup += ">";
    for (const auto& child : children) markup += child.markup();
    if (!is_void(name)) markup += "</" + std::string{name} + ">";
    return Html::trusted(std::move(markup));
}

Html link(const std::string& address, const Html& text)
{
    return element("a", {{"href", address}}, {text});
}

Html joined(const std::vector<Html>& parts, const Html& between)
{
    Html all;
    for (const auto& part : parts) {
        if (!all.empty()) all += between;
        all += part;
    }
    return all;
}

bool is_safe_address(std::string_view address)
{
    // A browser drops tabs and line ends inside an address, and reads a backslash as a slash.
    if (std::any_of(address.begin(), address.end(),
                    [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == '\\'; })) {
        return false;
    }
    if (address.starts_with("//")) return false;
    const auto colon = address.find(':');
    if (colon == std::string_view::npos || colon > address.find_first_of("/?#")) return true;
    std::string scheme{address.substr(0, colon)};
    for (auto& c : scheme) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return is_one_of(scheme, {"http", "https", "mailto"});
}

}  // namespace vierkant::markup
