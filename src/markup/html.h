#pragma once

#include <array>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// HTML as a value. Text is escaped by its place: between tags, in an attribute, or as an address. There is no way to
/// put a text in a page unescaped but Html::trusted, which is for what this program made itself.
namespace vierkant::markup {

class Html {
public:
    Html() = default;
    Html(std::string_view text);  // NOLINT(google-explicit-constructor): a text is a text, escaped
    Html(const std::string& text) : Html{std::string_view{text}} {}
    Html(const char* text) : Html{std::string_view{text}} {}
    static Html trusted(std::string markup);

    Html& operator+=(const Html& more)
    {
        markup_ += more.markup_;
        return *this;
    }
    friend Html operator+(Html first, const Html& second) { return first += second; }
    [[nodiscard]] const std::string& markup() const { return markup_; }
    [[nodiscard]] bool empty() const { return markup_.empty(); }

private:
    std::string markup_;
};

/// name="value"; one with on=false is left out; one without a value is written as name alone.
struct Attribute {
    std::string_view name;
    std::string value = {};
    bool on = true;
};
using Attributes = std::vector<Attribute>;

/// An element. Addresses (href, src, action) are only http, https, mailto or relative; any other becomes "#".
/// REQUIRES: no script, style or event handler: those live in files of their own (the pages forbid them inline).
Html element(std::string_view name, std::span<const Attribute> attributes, const std::vector<Html>& children);
inline Html element(std::string_view name, std::initializer_list<Attribute> attributes,
                    const std::vector<Html>& children)
{
    return element(name, std::span{attributes.begin(), attributes.size()}, children);
}

/// What stands inside an element, looked at where it is: markup as it is, a text to be escaped.
class Child {
public:
    Child(const Html& html) : text_{html.markup()}, markup_{true} {}  // NOLINT(google-explicit-constructor)
    Child(std::string_view text) : text_{text} {}                     // NOLINT(google-explicit-constructor)
    Child(const std::string& text) : text_{text} {}                   // NOLINT(google-explicit-constructor)
    Child(const char* text) : text_{text} {}                          // NOLINT(google-explicit-constructor)
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] bool is_markup() const { return markup_; }

private:
    std::string_view text_;
    bool markup_ = false;
};
Html element_of(std::string_view name, std::span<const Attribute> attributes, std::span<const Child> children);

template <class... Children>
Html tag(std::string_view name, std::span<const Attribute> attributes, const Children&... children)
{
    const std::array<Child, sizeof...(children)> inside{Child{children}...};
    return element_of(name, attributes, inside);
}
template <class... Children>
Html tag(std::string_view name, std::initializer_list<Attribute> attributes, const Children&... children)
{
    return tag(name, std::span{attributes.begin(), attributes.size()}, children...);
}

/// The tags of an element that comes many times, made once. REQUIRES: not one without an end, such as input.
class Tags {
public:
    explicit Tags(std::string_view name, std::span<const Attribute> attributes = {});
    [[nodiscard]] const std::string& opening() const { return opening_; }
    [[nodiscard]] const std::string& closing() const { return closing_; }

private:
    std::string opening_;
    std::string closing_;
};

/// Markup made piece by piece in one text, escaped as elsewhere: for tables of hundreds of cells, where a value for
/// each would cost more than the table.
class Builder {
public:
    void open(const Tags& tags) { markup_ += tags.opening(); }
    void add(const Html& markup) { markup_ += markup.markup(); }
    void add_text(std::string_view text);
    void close(const Tags& tags) { markup_ += tags.closing(); }
    [[nodiscard]] Html take() { return Html::trusted(std::move(markup_)); }

private:
    std::string markup_;
};

/// Shorthands for what pages say most.
Html link(const std::string& address, const Html& text);
Html joined(const std::vector<Html>& parts, const Html& between = {});

/// A text in which each day (01-07-2026, 2026-07-01) stays on one line: some browsers break after a hyphen.
Html prose(std::string_view text);

/// Is this an address that a page may point at?
bool is_safe_address(std::string_view address);

}  // namespace vierkant::markup
