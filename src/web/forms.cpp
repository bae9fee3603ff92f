#include "web/forms.h"

#include "base/secret.h"
#include "web/messages.h"

#include <algorithm>

namespace vierkant::web {

namespace {

using Kind = Field::Kind;

std::string id_of(const Field& field)
{
    return "field-" + field.name;
}

bool was_chosen(const Visit& visit, const Field& field, const std::string& value)
{
    if (visit.request.method == http::Method::post) {
        const auto given = visit.form.fields.every(field.name);
        return std::find(given.begin(), given.end(), value) != given.end();
    }
    const auto& asked = visit.request.query[field.name];
    if (!asked.empty()) return asked == value;
    return (" " + field.initial + " ").find(" " + value + " ") != std::string::npos;
}

/// What stands in a field: as it was typed, as the address asks, or as it is now.
std::string value_of(const Visit& visit, const Field& field)
{
    if (visit.request.method == http::Method::post) return visit.form.fields[field.name];
    return visit.request.query.has(field.name) ? visit.request.query[field.name] : field.initial;
}

Html options_of(const Visit& visit, const Field& field)
{
    std::vector<Html> options;
    for (const auto& choice : field.choices) {
        options.push_back(tag("option",
                              {{"value", choice.value}, {"selected", "", was_chosen(visit, field, choice.value)}},
                              visit.t(choice.label)));
    }
    return http::joined(options);
}

http::Attributes common(const Field& field, const FormErrors& errors)
{
    std::string described;
    if (!field.hint.nl.empty()) described = id_of(field) + "-hint";
    const bool wrong = errors.contains(field.name);
    if (wrong) described += (described.empty() ? "" : " ") + id_of(field) + "-error";
    return {{"id", id_of(field)},
            {"name", field.name},
            {"required", "", field.required},
            {"aria-describedby", described, !described.empty()},
            {"aria-invalid", "true", wrong}};
}

Html control(const Visit& visit, const Field& field, const FormErrors& errors)
{
    auto attributes = common(field, errors);
    if (!field.autocomplete.empty()) attributes.push_back({"autocomplete", field.autocomplete});
    switch (field.kind) {
        case Kind::select:
            return tag("select", attributes, options_of(visit, field));
        case Kind::textarea:
            attributes.push_back({"rows", "3"});
            return tag("textarea", attributes, value_of(visit, field));
        case Kind::checkbox:
            attributes.push_back({"type", "checkbox"});
            attributes.push_back({"value", "yes"});
            attributes.push_back({"checked", "", was_chosen(visit, field, "yes")});
            return tag("input", attributes);
        case Kind::password:
            attributes.push_back({"type", "password"});
            return tag("input", attributes);
        case Kind::file:
            attributes.push_back({"type", "file"});
            return tag("input", attributes);
        case Kind::date:
            attributes.push_back({"type", "date"});
            break;
        case Kind::number:
            attributes.push_back({"inputmode", "numeric"});
            break;
        case Kind::money:
        case Kind::percent:
            attributes.push_back({"inputmode", "decimal"});
            attributes.push_back({"class", "amount"});
            break;
        default:
            break;
    }
    attributes.push_back({"value", value_of(visit, field)});
    return tag("input", attributes);
}

Html hint_and_error(const Visit& visit, const Field& field, const FormErrors& errors)
{
    Html html;
    if (!field.hint.nl.empty()) {
        html += tag("span", {{"class", "hint"}, {"id", id_of(field) + "-hint"}}, visit.t(field.hint));
    }
    if (const auto error = errors.find(field.name); error != errors.end()) {
        html += tag("span", {{"class", "error"}, {"id", id_of(field) + "-error"}}, error->second);
    }
    return html;
}

Html checks(const Visit& visit, const Field& field, const FormErrors& errors)
{
    std::vector<Html> boxes{tag("legend", {}, visit.t(field.label)), hint_and_error(visit, field, errors)};
    for (const auto& choice : field.choices) {
        boxes.push_back(tag("label", {{"class", "check"}},
                            tag("input", {{"type", "checkbox"},
                                          {"name", field.name},
                                          {"value", choice.value},
                                          {"checked", "", was_chosen(visit, field, choice.value)}}),
                            visit.t(choice.label)));
    }
    return http::element("fieldset", {{"class", "field"}, {"id", id_of(field)}, {"tabindex", "-1"}}, boxes);
}

Html field_html(const Visit& visit, const Field& field, const FormErrors& errors)
{
    if (field.kind == Kind::hidden) {
        return tag("input", {{"type", "hidden"}, {"name", field.name}, {"value", value_of(visit, field)}});
    }
    if (field.kind == Kind::checks) return checks(visit, field, errors);
    const auto label =
        tag("label", {{"for", id_of(field)}}, visit.t(field.label),
            field.required ? Html{} : tag("span", {{"class", "optional"}}, visit.t(" (mag leeg)", " (optional)")));
    const http::Attributes row{{"class", errors.contains(field.name) ? "field wrong" : "field"}};
    if (field.kind == Kind::checkbox) {
        return tag("div", row, tag("label", {{"class", "check"}}, control(visit, field, errors), visit.t(field.label)),
                   hint_and_error(visit, field, errors));
    }
    return tag("div", row, label, hint_and_error(visit, field, errors), control(visit, field, errors));
}

/// What is wrong, at the top, with a link to each field.
Html summary(const Visit& visit, const FormView& form)
{
    if (form.errors.empty()) return {};
    std::vector<Html> lines;
    if (const auto whole = form.errors.find(""); whole != form.errors.end())
        lines.push_back(tag("li", {}, whole->second));
    for (const auto& field : form.fields) {
        const auto error = form.errors.find(field.name);
        if (error == form.errors.end()) continue;
        lines.push_back(tag("li", {},
                            http::link("#" + id_of(field), (field.row.nl.empty() ? "" : visit.t(field.row) + ", ") +
                                                               visit.t(field.label) + ": " + error->second)));
    }
    return tag("div", {{"class", "problem"}, {"role", "alert"}, {"tabindex", "-1"}},
               tag("h2", {}, visit.t("Er is nog niets opgeslagen", "Nothing was kept yet")),
               http::element("ul", {}, lines));
}

std::string token_for(const Visit& visit, const std::string& action, const std::string& key)
{
    return keyed_digest(visit.secret, "form " + action + " " + key);
}

}  // namespace

std::string form_secrets(const Visit& visit, const std::string& action)
{
    // Shown again after a mistake, a form keeps its key: nothing was done under it.
    const auto& sent = visit.form.fields["_key"];
    const auto key = sent.empty() || visit.request.path != action ? random_token() : sent;
    return (tag("input", {{"type", "hidden"}, {"name", "_key"}, {"value", key}}) +
            tag("input", {{"type", "hidden"}, {"name", "_token"}, {"value", token_for(visit, action, key)}}))
        .markup();
}

bool has_right_token(const Visit& visit)
{
    const auto& fields = visit.form.fields;
    if (visit.secret.empty() || fields["_key"].empty()) return false;
    return same_secret(fields["_token"], token_for(visit, visit.request.path, fields["_key"]));
}

Html form_html(const Visit& visit, const FormView& form)
{
    std::vector<Html> inside{Html::trusted(form_secrets(visit, form.action))};
    bool files = false;
    for (std::size_t i = 0; i < form.fields.size();) {
        const auto& row = form.fields[i].row;
        files = files || form.fields[i].kind == Kind::file;
        if (row.nl.empty()) {
            inside.push_back(field_html(visit, form.fields[i++], form.errors));
            continue;
        }
        std::vector<Html> beside{tag("legend", {}, visit.t(row))};
        for (; i < form.fields.size() && form.fields[i].row == row; ++i) {
            beside.push_back(field_html(visit, form.fields[i], form.errors));
        }
        inside.push_back(http::element("fieldset", {{"class", "row"}}, beside));
    }
    inside.push_back(!form.buttons.empty()
                         ? form.buttons
                         : tag("div", {{"class", "buttons"}},
                               tag("button", {{"type", "submit"}, {"class", form.danger ? "danger" : "primary"}},
                                   visit.t(form.button))));
    return summary(visit, form) + http::element("form",
                                                {{"action", form.action},
                                                 {"method", "post"},
                                                 {"class", "form"},
                                                 {"novalidate"},
                                                 {"enctype", "multipart/form-data", files}},
                                                inside);
}

Html button_form(const Visit& visit, const std::string& action, const std::string& button,
                 const std::vector<std::pair<std::string, std::string>>& hidden)
{
    std::vector<Html> inside{Html::trusted(form_secrets(visit, action))};
    for (const auto& [name, value] : hidden) {
        inside.push_back(tag("input", {{"type", "hidden"}, {"name", name}, {"value", value}}));
    }
    inside.push_back(tag("button", {{"type", "submit"}, {"class", "primary"}}, button));
    return http::element("form", {{"action", action}, {"method", "post"}, {"class", "single"}}, inside);
}

std::string Reader::required(const std::string& name)
{
    if (!has(name)) wrong(name, visit_.t(field_missing));
    return text(name);
}

Money Reader::money(const std::string& name)
{
    if (required(name).empty()) return {};
    return money_if_given(name).value_or(Money{});
}

std::optional<Money> Reader::money_if_given(const std::string& name)
{
    if (!has(name)) return std::nullopt;
    const auto amount = read_money(text(name), visit_.language);
    if (!amount) wrong(name, visit_.t(amount_unreadable));
    return amount;
}

Rate Reader::percent(const std::string& name)
{
    if (required(name).empty()) return {};
    const auto rate = read_percent(text(name));
    if (!rate) wrong(name, visit_.t(percent_unreadable));
    return rate.value_or(Rate{});
}

Date Reader::day(const std::string& name)
{
    if (required(name).empty()) return visit_.today;
    return day_if_given(name).value_or(visit_.today);
}

std::optional<Date> Reader::day_if_given(const std::string& name)
{
    if (!has(name)) return std::nullopt;
    const auto day = read_day(text(name));
    if (!day) wrong(name, visit_.t(day_unreadable));
    return day;
}

std::int64_t Reader::number(const std::string& name)
{
    const auto typed = required(name);
    if (typed.empty()) return 0;
    const bool digits =
        typed.size() <= 9 && std::all_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) {
        wrong(name, visit_.t(number_unreadable));
        return 0;
    }
    return std::stoll(typed);
}

Refusal Reader::refusal() const
{
    return refuse(fields_wrong);
}

std::optional<Money> read_money(std::string_view typed, Language language)
{
    std::string text;
    for (const char c : typed) {
        if (c != ' ') text += c;
    }
    const auto last = text.find_last_of(".,");
    if (last == std::string::npos) return parse_money(text);
    const char mark = text[last];
    const char other = mark == '.' ? ',' : '.';
    const char thousands = language == Language::nl ? '.' : ',';
    const auto count = std::count(text.begin(), text.end(), mark);
    const bool three_after = text.size() - last - 1 == 3;
    const bool has_other = text.find(other) != std::string::npos;
    const bool groups = !has_other && mark == thousands && three_after;  // "1.234" is a thousand and more in Dutch
    if (count > 1 && !groups) return std::nullopt;
    std::string whole = groups ? text : text.substr(0, last);
    const auto decimals = groups ? std::string{} : text.substr(last);
    // Thousands stand in groups of three.
    const char grouping = groups ? mark : other;
    std::string digits;
    std::size_t since = 0;
    bool grouped = false;
    for (const char c : whole) {
        if (c != grouping) {
            digits += c;
            ++since;
            continue;
        }
        if (grouped ? since != 3 : since > 3) return std::nullopt;
        grouped = true;
        since = 0;
    }
    if (grouped && since != 3) return std::nullopt;
    return parse_money(digits + (decimals.empty() ? "" : "." + decimals.substr(1)));
}

std::optional<Rate> read_percent(std::string_view typed)
{
    std::string text{typed};
    std::replace(text.begin(), text.end(), ',', '.');
    while (!text.empty() && (text.back() == '%' || text.back() == ' ')) text.pop_back();
    return parse_percent(text);
}

std::optional<Date> read_day(std::string_view typed)
{
    if (const auto day = parse_date(typed)) return day;
    if (typed.size() != 10 || (typed[2] != '-' && typed[2] != '/') || typed[5] != typed[2]) return std::nullopt;
    const auto part = [&](std::size_t at, std::size_t length) { return std::string{typed.substr(at, length)}; };
    return parse_date(part(6, 4) + "-" + part(3, 2) + "-" + part(0, 2));
}

std::string parent_of(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == 0 || slash == std::string::npos ? "/" : path.substr(0, slash);
}

}  // namespace vierkant::web
