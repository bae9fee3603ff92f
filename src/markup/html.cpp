#include "markup/html.h"

#include "base/result.h"

#include <algorithm>

namespace vierkant::markup {

namespace {

std::string_view entity_of(char c)
{
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        default:
            return {};
    }
}

/// Whole stretches at a time: few texts hold a letter that must be escaped.
void append_escaped(std::string& markup, std::string_view text)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto entity = entity_of(text[i]);
        if (entity.empty()) continue;
        markup.append(text, kept, i - kept).append(entity);
        kept = i + 1;
    }
    markup.append(text, kept);
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

Html::Html(std::string_view text)
{
    append_escaped(markup_, text);
}

Html Html::trusted(std::string markup)
{
    Html html;
    html.markup_ = std::move(markup);
    return html;
}

namespace {

/// "<name a="b">".
void append_opening(std::string& markup, std::string_view name, std::span<const Attribute> attributes)
{
    verify(name != "style", "styles live in a file");
    markup.append("<").append(name);
    for (const auto& attribute : attributes) {
        if (!attribute.on) continue;
        verify(!attribute.name.starts_with("on") && attribute.name != "style", "no script or style in a page");
        markup.append(" ").append(attribute.name);
        const bool address = holds_address(attribute.name);
        const bool alone = attribute.value.empty() && !address;
        if (alone && !is_one_of(attribute.name, {"value", "alt"})) continue;
        const bool refused = address && !is_safe_address(attribute.value);
        markup += "=\"";
        append_escaped(markup, refused ? std::string_view{"#"} : std::string_view{attribute.value});
        markup += '"';
    }
    markup += ">";
}

/// With room for what will follow.
std::string opening(std::string_view name, std::span<const Attribute> attributes, std::size_t room)
{
    std::string markup;
    for (const auto& attribute : attributes) room += attribute.name.size() + attribute.value.size() + 4;
    markup.reserve(room + 2 * name.size() + 5);
    append_opening(markup, name, attributes);
    return markup;
}

Html closed(std::string_view name, std::string markup)
{
    if (!is_void(name)) markup.append("</").append(name).append(">");
    return Html::trusted(std::move(markup));
}

}  // namespace

Html element(std::string_view name, std::span<const Attribute> attributes, const std::vector<Html>& children)
{
    verify(name != "script" || children.empty(), "scripts live in a file");
    std::size_t inside = 0;
    for (const auto& child : children) inside += child.markup().size();
    auto markup = opening(name, attributes, inside);
    for (const auto& child : children) markup += child.markup();
    return closed(name, std::move(markup));
}

Html element_of(std::string_view name, std::span<const Attribute> attributes, std::span<const Child> children)
{
    verify(name != "script" || children.empty(), "scripts live in a file");
    std::size_t inside = 0;
    for (const auto& child : children) inside += child.text().size();
    auto markup = opening(name, attributes, inside);
    for (const auto& child : children) {
        if (child.is_markup())
            markup += child.text();
        else
            append_escaped(markup, child.text());
    }
    return closed(name, std::move(markup));
}

Tags::Tags(std::string_view name, std::span<const Attribute> attributes)
{
    verify(name != "script" && !is_void(name), "an element that has something inside");
    append_opening(opening_, name, attributes);
    closing_.append("</").append(name).append(">");
}

void Builder::add_text(std::string_view text)
{
    append_escaped(markup_, text);
}

Html link(const std::string& address, const Html& text)
{
    return tag("a", {{"href", address}}, text);
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

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// Whether a day of this form ("dd-dd-dddd": a digit for each d) begins here and ends before other digits.
bool is_day_of(std::string_view form, std::string_view text)
{
    if (text.size() < form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] == '-' ? text[i] != '-' : !is_digit(text[i])) return false;
    }
    return text.size() == form.size() || !is_digit(text[form.size()]);
}

}  // namespace

Html prose(std::string_view text)
{
    constexpr std::size_t length = 10;
    if (text.find('-') == std::string_view::npos) return text;
    Html all;
    std::size_t told = 0;
    for (std::size_t at = 0; at + length <= text.size(); ++at) {
        if (at > 0 && is_digit(text[at - 1])) continue;
        const auto rest = text.substr(at);
        if (!is_day_of("dd-dd-dddd", rest) && !is_day_of("dddd-dd-dd", rest)) continue;
        all += Html{text.substr(told, at - told)};
        all += tag("span", {{"class", "day"}}, rest.substr(0, length));
        told = at + length;
        at = told - 1;
    }
    all += Html{text.substr(told)};
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
