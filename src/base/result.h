#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/rate.h"

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vierkant {

/// The two languages of the product; Dutch is the first.
enum class Language { nl, en };

/// One sentence for the officer, in both languages side by side so that neither can be forgotten.
/// Words in braces, such as {amount}, are filled from a refusal's or a finding's arguments.
struct Text {
    std::string_view code;  ///< stable name for tests and machines, e.g. "lending.payment_too_early"
    std::string_view nl;
    std::string_view en;
};

/// A word that is not the same in both languages and is not known when the program is written: the title of a scheme,
/// the name of a sector.
struct Word {
    std::string nl;
    std::string en;
    [[nodiscard]] const std::string& in(Language language) const { return language == Language::nl ? nl : en; }
    friend bool operator==(const Word&, const Word&) = default;
};

/// What can stand in a sentence. An amount is "1.234,50" in Dutch and "1,234.50" in English, a day "02-03-2026" and
/// "2026-03-02", a rate "4,25" and "4.25"; a text is the same in both.
using Figure = std::variant<std::string, Money, Date, Rate, Word>;

std::string show(const Figure& figure, Language language);

/// A value for one placeholder of a Text.
struct Argument {
    std::string_view name;
    Figure value;
};
using Arguments = std::vector<Argument>;

/// Fills the placeholders of `text` in `language`. A placeholder without an argument is our mistake and throws.
std::string say(const Text& text, const Arguments& arguments, Language language);

/// Why something is not done; the numbers are the program's exit status (design.md, section 4).
enum class Cause {
    rule = 1,       ///< refused by a rule of the business
    usage = 2,      ///< the command was given wrongly
    bad_input = 3,  ///< a file or value that cannot be read
};

/// A refusal is an answer, not an accident: it says what is wrong, where, and how to go on.
/// Machine trouble (disk, lock, connection) is an exception instead.
struct Refusal {
    Cause cause;
    const Text* text;  ///< static storage: every Text is an `inline constexpr` object in its module's messages.h
    Arguments arguments;
    std::string where;  ///< file and line, JSON path, CSV row or XML element; empty where the text says it all

    [[nodiscard]] std::string in(Language language) const;
};

inline Refusal refuse(const Text& text, Arguments arguments = {}, std::string where = {})
{
    return {Cause::rule, &text, std::move(arguments), std::move(where)};
}
inline Refusal bad_input(const Text& text, Arguments arguments = {}, std::string where = {})
{
    return {Cause::bad_input, &text, std::move(arguments), std::move(where)};
}
inline Refusal wrong_usage(const Text& text, Arguments arguments = {})
{
    return {Cause::usage, &text, std::move(arguments), {}};
}

/// Either a value or the refusal that explains its absence. (std::expected is not in g++ 12.)
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : content_{std::in_place_index<0>, std::move(value)} {}
    Result(Refusal refusal) : content_{std::in_place_index<1>, std::move(refusal)} {}

    explicit operator bool() const { return content_.index() == 0; }
    const T& operator*() const& { return std::get<0>(content_); }
    T& operator*() & { return std::get<0>(content_); }
    T&& operator*() && { return std::get<0>(std::move(content_)); }
    const T* operator->() const { return &std::get<0>(content_); }
    T* operator->() { return &std::get<0>(content_); }
    [[nodiscard]] const Refusal& refusal() const { return std::get<1>(content_); }

private:
    std::variant<T, Refusal> content_;
};

struct Done {};  ///< the value of a Result that only says "it is done"

/// Checks what only our own mistake can break, also in release builds. Never used on what a person typed.
/// Throws std::logic_error; the use case's transaction is then rolled back.
void verify(bool condition, std::string_view what);

}  // namespace vierkant
