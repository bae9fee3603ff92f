#include "formats/json_reader.h"

#include "formats/messages.h"

#include <algorithm>

namespace vierkant::formats {

namespace {

constexpr int deepest = 32;

/// A SAX consumer that builds the document and refuses what the plain parser would silently accept.
class CheckedBuilder : public nlohmann::detail::json_sax_dom_parser<Json> {
public:
    using Base = nlohmann::detail::json_sax_dom_parser<Json>;
    explicit CheckedBuilder(Json& document) : Base{document, false} {}

    bool start_object(std::size_t size)
    {
        keys_.emplace_back();
        return enter() && Base::start_object(size);
    }
    bool end_object()
    {
        keys_.pop_back();
        --depth_;
        return Base::end_object();
    }
    bool start_array(std::size_t size) { return enter() && Base::start_array(size); }
    bool end_array()
    {
        --depth_;
        return Base::end_array();
    }
    bool key(std::string& name)
    {
        if (!keys_.back().insert(name).second) {
            duplicate = name;
            return false;
        }
        return Base::key(name);
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&)
    {
        wrong_at = position;
        return false;
    }

    std::optional<std::string> duplicate;
    std::optional<std::size_t> wrong_at;
    bool too_deep = false;

private:
    bool enter()
    {
        too_deep = ++depth_ > deepest;
        return !too_deep;
    }
    int depth_ = 0;
    std::vector<std::set<std::string>> keys_;
};

std::string in_pointer(std::string_view key)
{
    std::string escaped;
    for (const char c : key) {
        if (c == '~') {
            escaped += "~0";
        } else if (c == '/') {
            escaped += "~1";
        } else {
            escaped += c;
        }
    }
    return escaped;
}

}  // namespace

Result<Json> parse_json(std::string_view text, const std::string& source)
{
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    Json document;
    CheckedBuilder builder{document};
    if (Json::sax_parse(text.begin(), text.end(), &builder)) return document;
    if (builder.too_deep) return bad_input(json_too_deep, {}, source);
    if (builder.duplicate) return bad_input(json_duplicate, {{"key", *builder.duplicate}}, source);
    const auto before = text.substr(0, std::min(builder.wrong_at.value_or(1) - 1, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto newline = before.rfind('\n');
    const auto column = newline == std::string_view::npos ? before.size() + 1 : before.size() - newline;
    return bad_input(json_syntax, {{"line", std::to_string(line)}, {"column", std::to_string(column)}}, source);
}

struct Fields::State {
    std::string source;
    std::optional<Refusal> refusal;
};

Fields::Fields(const Json& object, std::string source)
    : Fields{&object, "", std::make_shared<State>(State{std::move(source), std::nullopt})}
{
    if (!object.is_object()) {
        fail("", not_an_object);
        object_ = nullptr;
    }
}

Fields::Fields(const Json* object, std::string pointer, std::shared_ptr<State> state)
    : object_{object}, pointer_{std::move(pointer)}, state_{std::move(state)}
{
}

const std::optional<Refusal>& Fields::refusal() const
{
    return state_->refusal;
}

void Fields::fail(std::string_view key, const Text& text, Arguments arguments)
{
    if (state_->refusal) return;
    const auto pointer = key.empty() ? pointer_ : pointer_ + "/" + in_pointer(key);
    state_->refusal = bad_input(text, std::move(arguments), state_->source + (pointer.empty() ? "" : " " + pointer));
}

void Fields::fail_unknown_name(std::string_view key, const std::string& name, const std::string& names)
{
    fail(key, unknown_name, {{"value", name}, {"known", names}});
}

void Fields::require(bool condition, std::string_view key, const Text& text, Arguments arguments)
{
    if (!condition) fail(key, text, std::move(arguments));
}

const Json* Fields::find(std::string_view key)
{
    asked_.emplace(key);
    if (object_ == nullptr) return nullptr;
    const auto found = object_->find(std::string{key});
    return found == object_->end() || found->is_null() ? nullptr : &*found;
}

const Json* Fields::need(std::string_view key)
{
    const auto* found = find(key);
    if (found == nullptr) fail(key, missing);
    return found;
}

bool Fields::has(std::string_view key)
{
    asked_.emplace(key);
    return object_ != nullptr && object_->contains(std::string{key}) && !object_->at(std::string{key}).is_null();
}

std::string Fields::text(std::string_view key)
{
    const auto* found = need(key);
    if (found == nullptr) return {};
    if (!found->is_string()) {
        fail(key, not_text);
        return {};
    }
    auto value = found->get<std::string>();
    if (value.empty()) fail(key, empty_text);
    return value;
}

std::string Fields::text_or(std::string_view key, std::string_view otherwise)
{
    return has(key) ? text(key) : std::string{otherwise};
}

Money Fields::money(std::string_view key)
{
    const auto* found = need(key);
    if (found == nullptr) return {};
    // A JSON number has passed through a double by the time we see it; only text is exact.
    const auto value = found->is_string() ? parse_money(found->get<std::string>()) : std::nullopt;
    if (!value) {
        fail(key, not_money, {{"value", found->is_string() ? found->get<std::string>() : found->dump()}});
        return {};
    }
    if (value->is_negative()) fail(key, negative_money);
    return *value;
}

Money Fields::positive_money(std::string_view key)
{
    const auto value = money(key);
    if (!value.is_positive()) fail(key, not_positive_money);
    return value;
}

Money Fields::money_or(std::string_view key, Money otherwise)
{
    return has(key) ? money(key) : otherwise;
}

Rate Fields::percent(std::string_view key)
{
    const auto* found = need(key);
    if (found == nullptr) return {};
    const auto value = found->is_string() ? parse_percent(found->get<std::string>()) : std::nullopt;
    if (!value) fail(key, not_percent, {{"value", found->is_string() ? found->get<std::string>() : found->dump()}});
    return value.value_or(Rate{});
}

Rate Fields::percent_or(std::string_view key, Rate otherwise)
{
    return has(key) ? percent(key) : otherwise;
}

std::optional<Rate> Fields::optional_percent(std::string_view key)
{
    if (!has(key)) return std::nullopt;
    return percent(key);
}

Date Fields::date(std::string_view key)
{
    const auto* found = need(key);
    const auto value = found != nullptr && found->is_string() ? parse_date(found->get<std::string>()) : std::nullopt;
    if (found != nullptr && !value) {
        fail(key, not_date, {{"value", found->is_string() ? found->get<std::string>() : found->dump()}});
    }
    return value.value_or(Date::from_serial(0));
}

std::optional<Date> Fields::optional_date(std::string_view key)
{
    if (!has(key)) return std::nullopt;
    return date(key);
}

std::int64_t Fields::integer(std::string_view key, std::int64_t least, std::int64_t most)
{
    const auto* found = need(key);
    if (found == nullptr) return least;
    const bool small_enough = found->is_number_integer() &&
                              (!found->is_number_unsigned() || found->get<std::uint64_t>() <= std::uint64_t{INT64_MAX});
    if (!small_enough || found->get<std::int64_t>() < least || found->get<std::int64_t>() > most) {
        fail(key, not_integer, {{"least", std::to_string(least)}, {"most", std::to_string(most)}});
        return least;
    }
    return found->get<std::int64_t>();
}

std::int64_t Fields::integer_or(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t otherwise)
{
    return has(key) ? integer(key, least, most) : otherwise;
}

std::optional<std::int64_t> Fields::optional_integer(std::string_view key, std::int64_t least, std::int64_t most)
{
    if (!has(key)) return std::nullopt;
    return integer(key, least, most);
}

bool Fields::flag(std::string_view key)
{
    const auto* found = need(key);
    if (found != nullptr && !found->is_boolean()) fail(key, not_flag);
    return found != nullptr && found->is_boolean() && found->get<bool>();
}

bool Fields::flag_or(std::string_view key, bool otherwise)
{
    return has(key) ? flag(key) : otherwise;
}

std::optional<bool> Fields::optional_flag(std::string_view key)
{
    if (!has(key)) return std::nullopt;
    return flag(key);
}

Fields Fields::object(std::string_view key)
{
    const auto* found = need(key);
    if (found != nullptr && !found->is_object()) {
        fail(key, not_an_object);
        found = nullptr;
    }
    return {found, pointer_ + "/" + in_pointer(key), state_};
}

std::optional<Fields> Fields::optional_object(std::string_view key)
{
    if (!has(key)) return std::nullopt;
    return object(key);
}

std::vector<Fields> Fields::objects(std::string_view key)
{
    const auto* found = need(key);
    if (found == nullptr) return {};
    if (!found->is_array()) {
        fail(key, not_an_array);
        return {};
    }
    std::vector<Fields> all;
    for (const auto& item : *found) {
        Fields fields{&item, pointer_ + "/" + in_pointer(key) + "/" + std::to_string(all.size()), state_};
        if (!item.is_object()) {
            fields.fail("", not_an_object);
            fields.object_ = nullptr;
        }
        all.push_back(std::move(fields));
    }
    return all;
}

std::vector<Fields> Fields::objects_or_none(std::string_view key)
{
    return has(key) ? objects(key) : std::vector<Fields>{};
}

std::vector<std::string> Fields::texts_or_none(std::string_view key)
{
    const auto* found = find(key);
    if (found == nullptr) return {};
    if (!found->is_array()) {
        fail(key, not_an_array);
        return {};
    }
    std::vector<std::string> all;
    for (const auto& item : *found) {
        if (!item.is_string()) {
            Fields{&item, pointer_ + "/" + in_pointer(key) + "/" + std::to_string(all.size()), state_}.fail("",
                                                                                                            not_text);
            return {};
        }
        all.push_back(item.get<std::string>());
    }
    return all;
}

std::vector<std::int64_t> Fields::integers(std::string_view key, std::int64_t least, std::int64_t most)
{
    const auto* found = need(key);
    if (found == nullptr) return {};
    if (!found->is_array()) {
        fail(key, not_an_array);
        return {};
    }
    std::vector<std::int64_t> all;
    for (const auto& item : *found) {
        const bool fits =
            item.is_number_integer() && item.get<std::int64_t>() >= least && item.get<std::int64_t>() <= most;
        if (!fits) {
            Fields{&item, pointer_ + "/" + in_pointer(key) + "/" + std::to_string(all.size()), state_}.fail(
                "", not_integer, {{"least", std::to_string(least)}, {"most", std::to_string(most)}});
            return {};
        }
        all.push_back(item.get<std::int64_t>());
    }
    return all;
}

bool is_comment(std::string_view key)
{
    return key == "$schema" || key.starts_with('_');
}

void Fields::refuse_unknown()
{
    if (object_ == nullptr) return;
    for (const auto& item : object_->items()) {
        const auto& key = item.key();
        if (is_comment(key) || asked_.contains(key)) continue;
        std::string known;
        for (const auto& name : asked_) known += (known.empty() ? "" : ", ") + name;
        fail(key, unknown_field, {{"key", key}, {"known", known}});
        return;
    }
}

}  // namespace vierkant::formats
