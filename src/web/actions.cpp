// Pages with one form; those that change much show what would change before they do it.

#include "storage/desk_query.h"
#include "web/forms.h"
#include "web/uploads.h"

#include <algorithm>
#include <memory>

namespace vierkant::web {

namespace {

using Kind = Field::Kind;

const Word show_effect{"Toon het gevolg", "Show the effect"};
const Word show_effect_again{"Toon het gevolg opnieuw", "Show the effect again"};

/// A choice by its words, the rest as it was typed.
std::string typed_in_words(const Visit& visit, const Field& field)
{
    const auto& typed = visit.form.fields[field.name];
    if (field.kind == Kind::file) {
        const auto file = uploaded(visit, field.name);
        return file ? file->name : "";
    }
    if (field.kind == Kind::checkbox) return typed.empty() ? "" : visit.t("ja", "yes");
    if (field.kind == Kind::date && !typed.empty()) {
        const auto day = read_day(typed);
        return day ? visit.shown(*day) : typed;
    }
    const auto chosen = std::find_if(field.choices.begin(), field.choices.end(),
                                     [&](const Choice& choice) { return choice.value == typed; });
    return chosen == field.choices.end() ? typed : visit.t(chosen->label);
}

Html typed_html(const Visit& visit, const std::vector<Field>& fields)
{
    Html facts;
    for (const auto& field : fields) {
        if (field.kind == Kind::hidden || field.kind == Kind::password) continue;
        const auto typed = typed_in_words(visit, field);
        // Of a row of fields only what was filled in: the rest is as the form proposed it.
        if (!field.row.nl.empty() && visit.form.fields[field.name] == field.initial) continue;
        if (!typed.empty()) facts += tag("div", {}, tag("dt", {}, visit.t(field.label)), tag("dd", {}, typed));
    }
    return tag("dl", {{"class", "facts"}}, facts);
}

/// Does what was shown, and only that: the values go along unseen, with the version they were weighed against.
Html confirm_form(const Visit& visit, const Action& action, const std::vector<Field>& fields,
                  const std::string& version)
{
    const auto& address = visit.request.path;
    std::vector<Html> inside{Html::trusted(form_secrets(visit, address))};
    const auto keep = [&](const std::string& name, const std::string& value) {
        inside.push_back(tag("input", {{"type", "hidden"}, {"name", name}, {"value", value}}));
    };
    for (const auto& field : fields) {
        if (field.kind == Kind::file) {
            if (const auto file = uploaded(visit, field.name)) inside.push_back(upload_along(*file));
            continue;
        }
        for (const auto& value : visit.form.fields.every(field.name)) keep(field.name, value);
    }
    keep("_seen", version);
    inside.push_back(
        tag("button", {{"type", "submit"}, {"class", action.danger ? "danger" : "primary"}}, visit.t(action.button)));
    return http::element("form",
                         {{"action", address},
                          {"method", "post"},
                          {"class", "form confirm"},
                          {"enctype", "multipart/form-data", action.takes_files}},
                         inside);
}

Html effect_html(const Visit& visit, const Action& action, const std::vector<Field>& fields, const Effect& effect,
                 const std::string& version)
{
    const bool anew = visit.form.fields.has("_seen");
    const auto said = anew ? tag("p", {{"class", "warning"}},
                                 visit.t("Dit is intussen veranderd, door een collega of door de bank. Er is niets "
                                         "gedaan. Hieronder staat het gevolg zoals het nu is.",
                                         "This changed meanwhile, by a colleague or by the bank. Nothing was done. "
                                         "Below is the effect as it is now."))
                           : tag("p", {{"class", "detail"}},
                                 visit.t("Er is nog niets gedaan. Klopt het, bevestig dan.",
                                         "Nothing was done yet. If it is right, confirm."));
    return tag("section", {{"class", "effect"}, {"tabindex", "-1"}, {"aria-labelledby", "effect-title"}},
               tag("h2", {{"id", "effect-title"}}, visit.t("Dit gaat er gebeuren", "This is going to happen")), said,
               typed_html(visit, fields), effect.brief, confirm_form(visit, action, fields, version), effect.detail);
}

http::Response form_page(Visit& visit, const Action& action, const FormErrors& errors, const Html& above = {})
{
    const auto intro = action.intro ? action.intro(visit) : Html{};
    const auto& button = !action.effect ? action.button : above.empty() ? show_effect : show_effect_again;
    const FormView view{visit.request.path, action.fields(visit), button, errors, action.danger && !action.effect};
    const auto again = above.empty() ? Html{} : tag("h2", {}, visit.t("Of wijzig het eerst", "Or change it first"));
    return page(visit, visit.t(action.title), intro + above + again + form_html(visit, view),
                errors.empty() ? 200 : 422);
}

/// The form as it was typed, with what was wrong.
http::Response refused(Visit& visit, const Action& action, const Reader& reader, const Refusal& refusal)
{
    if (reader.failed()) return form_page(visit, action, reader.errors());
    return form_page(visit, action, {{"", words_of(visit, refusal)}});
}

http::Response send(Visit& visit, const Action& action)
{
    Reader reader{visit};
    if (action.effect) {
        const auto version = action.version ? action.version(visit) : std::string{"-"};
        if (visit.form.fields["_seen"] != version) {
            storage::refuse_repetition(visit.connection, visit.task("").idempotency_key);
            const auto effect = action.effect(visit, reader);
            if (!effect || reader.failed())
                return refused(visit, action, reader, effect ? reader.refusal() : effect.refusal());
            return form_page(visit, action, {}, effect_html(visit, action, action.fields(visit), *effect, version));
        }
    }
    const auto done = action.run(visit, reader);
    if (!done || reader.failed()) return refused(visit, action, reader, done ? reader.refusal() : done.refusal());
    visit.notice = *done;
    return http::see_other(action.next.empty() ? parent_of(visit.request.path) : action.next);
}

}  // namespace

void add_action(std::vector<Route>& routes, Action action)
{
    const auto shared = std::make_shared<const Action>(std::move(action));
    routes.push_back({http::Method::get, shared->pattern, shared->right,
                      [shared](Visit& visit) { return form_page(visit, *shared, {}); }});
    routes.push_back({http::Method::post, shared->pattern, shared->right,
                      [shared](Visit& visit) { return send(visit, *shared); }, shared->takes_files});
}

}  // namespace vierkant::web
