#pragma once

#include "base/rate.h"
#include "web/visit.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// Forms: what they ask, how they show it again when something is wrong, and how what was typed is read.
namespace vierkant::web {

struct Choice {
    std::string value;
    Word label;
};

struct Field {
    enum class Kind { text, money, percent, date, number, select, textarea, checkbox, checks, password, file, hidden };
    std::string name;
    Word label;
    Kind kind = Kind::text;
    bool required = false;
    Word hint = {};
    std::vector<Choice> choices = {};
    std::string initial = {};
    std::string autocomplete = {};
    Word row = {};  ///< fields that follow each other in the same row stand beside each other, under this name
};

/// By name of the field; what is wrong with the form as a whole is under "".
using FormErrors = std::map<std::string, std::string>;

struct FormView {
    std::string action;
    std::vector<Field> fields;
    Word button;
    FormErrors errors = {};
    bool danger = false;
    Html buttons = {};  ///< instead of the one button
};
/// What was typed is shown again. A form carries a key of its own and a token made with the visitor's secret.
Html form_html(const Visit& visit, const FormView& form);
/// Only a button.
Html button_form(const Visit& visit, const std::string& action, const std::string& button,
                 const std::vector<std::pair<std::string, std::string>>& hidden = {});

/// Was this form made for this visitor and address?
bool has_right_token(const Visit& visit);

/// Reads typed values; what cannot be read is kept as an error of its field.
class Reader {
public:
    explicit Reader(const Visit& visit) : visit_{visit} {}
    [[nodiscard]] const std::string& text(const std::string& name) const { return visit_.form.fields[name]; }
    [[nodiscard]] bool has(const std::string& name) const { return !text(name).empty(); }
    std::string required(const std::string& name);
    Money money(const std::string& name);
    std::optional<Money> money_if_given(const std::string& name);
    Rate percent(const std::string& name);
    Date day(const std::string& name);
    std::optional<Date> day_if_given(const std::string& name);
    std::int64_t number(const std::string& name);

    void wrong(const std::string& name, const std::string& why) { errors_.emplace(name, why); }
    [[nodiscard]] bool failed() const { return !errors_.empty(); }
    [[nodiscard]] const FormErrors& errors() const { return errors_; }
    /// To be returned where failed(): the fields say the rest.
    [[nodiscard]] Refusal refusal() const;

private:
    const Visit& visit_;
    FormErrors errors_;
};

/// "1.234,50" and "1234.50" in Dutch, "1,234.50" in English; empty where it can be read in two ways or in none.
std::optional<Money> read_money(std::string_view typed, Language language);
std::optional<Rate> read_percent(std::string_view typed);
/// "2026-01-15", and "15-01-2026" as the Dutch write it.
std::optional<Date> read_day(std::string_view typed);

/// What doing something would change: in brief, and at length.
struct Effect {
    Html brief;
    Html detail = {};
};

/// A page with one form: GET shows it, POST does it and goes on to another page.
struct Action {
    std::string pattern;
    Right right = Right::handle;
    Word title;
    Word button;
    std::function<std::vector<Field>(Visit&)> fields;
    /// Gives what was done, in words.
    std::function<Result<std::string>(Visit&, Reader&)> run;
    std::function<Html(Visit&)> intro = {};
    std::string next = {};  ///< where to go on; else the address without its last word
    bool takes_files = false;
    bool danger = false;
    /// Where given, the form first shows what would change, and nothing is done that was not seen so. Writes nothing.
    std::function<Result<Effect>(Visit&, Reader&)> effect = {};
    /// Becomes another text when what the form is about changes: then the effect is shown anew. REQUIRES: effect.
    std::function<std::string(Visit&)> version = {};
};
void add_action(std::vector<Route>& routes, Action action);

/// "/loans/L-000001/payment" is of "/loans/L-000001".
std::string parent_of(const std::string& path);

}  // namespace vierkant::web
