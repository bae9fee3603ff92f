#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/rate.h"
#include "base/result.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vierkant::formats {

using Json = nlohmann::ordered_json;

/// Parses JSON text (RFC 8259). Refuses, with line and column: wrong syntax, wrong UTF-8, a key given twice in one
/// object, and nesting deeper than 32 levels. `source` names the file in the refusal.
Result<Json> parse_json(std::string_view text, const std::string& source);

/// Keys of an object that are for its reader: "$schema", and those that begin with "_".
bool is_comment(std::string_view key);

/// Reads the fields of one JSON object into values and remembers the first thing that is wrong, with its JSON pointer
/// (`loan.json /rates/0/from`). Until refusal() is asked, every reader returns a harmless default, so that reading a
/// document is one straight list of fields.
///
///     Fields f{*document, "loan.json"};
///     terms.first_due = f.date("first_due");
///     for (auto& rate : f.objects("rates")) ...
///     f.refuse_unknown();
///     if (auto wrong = f.refusal()) return *wrong;
class Fields {
public:
    Fields(const Json& object, std::string source);

    /// Whether the key is there and not null; it counts as asked for.
    bool has(std::string_view key);

    std::string text(std::string_view key);  ///< not empty
    std::string text_or(std::string_view key, std::string_view otherwise);
    Money money(std::string_view key);           ///< zero or more
    Money positive_money(std::string_view key);  ///< more than zero
    Money money_or(std::string_view key, Money otherwise);
    Rate percent(std::string_view key);  ///< a decimal string such as "4.25"
    Rate percent_or(std::string_view key, Rate otherwise);
    Date date(std::string_view key);
    std::optional<Date> optional_date(std::string_view key);
    std::optional<Rate> optional_percent(std::string_view key);
    std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most);
    std::optional<std::int64_t> optional_integer(std::string_view key, std::int64_t least, std::int64_t most);
    std::int64_t integer_or(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t otherwise);
    bool flag(std::string_view key);
    bool flag_or(std::string_view key, bool otherwise);
    std::optional<bool> optional_flag(std::string_view key);

    /// The value of the name found; refuses any other, listing those that are known.
    template <class T>
    T one_of(std::string_view key, const std::vector<std::pair<std::string_view, T>>& known)
    {
        const auto name = text(key);
        for (const auto& [candidate, value] : known) {
            if (candidate == name) return value;
        }
        std::string names;
        for (const auto& [candidate, value] : known) names += (names.empty() ? "" : ", ") + std::string{candidate};
        if (!name.empty()) fail_unknown_name(key, name, names);
        return known.front().second;
    }
    template <class T>
    T one_of_or(std::string_view key, const std::vector<std::pair<std::string_view, T>>& known, T otherwise)
    {
        return has(key) ? one_of(key, known) : otherwise;
    }

    template <class T>
    std::optional<T> optional_one_of(std::string_view key, const std::vector<std::pair<std::string_view, T>>& known)
    {
        if (!has(key)) return std::nullopt;
        return one_of(key, known);
    }

    Fields object(std::string_view key);  ///< the object under the key
    std::optional<Fields> optional_object(std::string_view key);
    std::vector<Fields> objects(std::string_view key);  ///< the objects of the array under the key; it must be there
    std::vector<Fields> objects_or_none(std::string_view key);
    std::vector<std::string> texts_or_none(std::string_view key);
    std::vector<std::int64_t> integers(std::string_view key, std::int64_t least, std::int64_t most);

    /// Refuses keys that nobody asked for, naming those that were, so that a misspelt field is never ignored. Comments
    /// are let through. Call it last, on each object.
    void refuse_unknown();

    /// A rule of the caller's own about a field, e.g. dates in order.
    void require(bool condition, std::string_view key, const Text& text, Arguments arguments = {});

    /// The first thing that was wrong in this object or in any object read through it.
    [[nodiscard]] const std::optional<Refusal>& refusal() const;

private:
    struct State;
    Fields(const Json* object, std::string pointer, std::shared_ptr<State> state);
    const Json* find(std::string_view key);
    const Json* need(std::string_view key);
    void fail(std::string_view key, const Text& text, Arguments arguments = {});
    void fail_unknown_name(std::string_view key, const std::string& name, const std::string& names);

    const Json* object_;  // null where the field was missing or no object
    std::string pointer_;
    std::shared_ptr<State> state_;
    std::set<std::string, std::less<>> asked_;
};

}  // namespace vierkant::formats
