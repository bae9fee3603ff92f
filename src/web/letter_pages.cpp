// Letters about arrears: what may go out now, drawing them up, and each as it went out.

#include "storage/arrears_store.h"
#include "usecases/arrears_lists.h"
#include "usecases/arrears_messages.h"
#include "usecases/draw_letters.h"
#include "usecases/letter_words.h"
#include "web/forms.h"
#include "web/tables.h"

namespace vierkant::web {

namespace {

using Kind = Field::Kind;

std::vector<Field> letter_fields(Visit&)
{
    return {{"number",
             {"Alleen over", "Only about"},
             Kind::text,
             false,
             {"Nummer van een lening of subsidie; leeg: alle brieven waarvan de dag gekomen is.",
              "Number of a loan or grant; empty: all letters whose day has come."}},
            {"language",
             {"Taal van de brief", "Language of the letter"},
             Kind::select,
             true,
             {},
             {{"nl", {"Nederlands", "Dutch"}}, {"en", {"Engels", "English"}}},
             "nl"}};
}

Result<Effect> weigh(Visit& visit, Reader& read)
{
    const auto letters = usecases::letters_to_draw(visit.connection, visit.today, read.text("number"), visit.language);
    if (!letters) return letters.refusal();
    if (letters->tables.front().rows.empty()) {
        read.wrong("", letters->tables.front().empty.in(visit.language));
        return read.refusal();
    }
    return Effect{table_html(visit, letters->tables.front())};
}

/// The letters that may go out, so that one that a colleague drew up meanwhile is seen.
std::string version(Visit& visit)
{
    const auto letters =
        usecases::letters_to_draw(visit.connection, visit.today, visit.form.fields["number"], visit.language);
    return letters ? "letters-" + std::to_string(letters->tables.front().rows.size()) : "none";
}

Result<std::string> draw(Visit& visit, Reader& read)
{
    const auto language = read.text("language") == "en" ? Language::en : Language::nl;
    const auto letters =
        usecases::draw_letters(visit.connection, visit.task("arrears letters"),
                               {visit.today, read.text("number"), usecases::LetterForm::text, language},
                               [](const auto&) -> Result<Done> { return Done{}; });
    if (!letters) return letters.refusal();
    return std::to_string(letters->size()) +
           (letters->size() == 1 ? visit.t(" brief is opgemaakt.", " letter was drawn up.")
                                 : visit.t(" brieven zijn opgemaakt.", " letters were drawn up.")) +
           visit.t(" Open en druk af.", " Open and print.");
}

http::Response list(Visit& visit)
{
    return list_page(visit, usecases::list_all_letters(visit.connection, visit.today, visit.language),
                     tag("p", {}, http::link("/arrears", visit.t("Achterstanden", "Arrears"))));
}

http::Response show(Visit& visit)
{
    const auto& number = visit.parts["letter"];
    const auto found = storage::all_letters(visit.connection, number);
    if (found.empty()) return not_found(visit);
    const auto& [letter, debt, debtor] = found.front();
    const auto paper = storage::paper_of(visit.connection, number);
    const bool html = paper && paper->form == storage::LetterPaper::Form::html;
    const auto name = number + "-" + debt + "-" + usecases::code_of(letter.sent.kind);
    if (paper && visit.request.query["format"] == "file")
        return html ? download(name + ".html", "text/html; charset=utf-8", paper->content)
                    : download(name + ".txt", "text/plain; charset=utf-8", paper->content);
    const auto fact = [&](const char* nl, const char* en, const Html& value) {
        return tag("div", {}, tag("dt", {}, visit.t(nl, en)), tag("dd", {}, value));
    };
    const auto address = (debt.starts_with("L-") ? "/loans/" : "/grants/") + debt;
    const auto facts =
        tag("dl", {{"class", "facts"}}, fact("Over", "About", http::link(address, debt)), fact("Aan", "To", debtor),
            fact("Soort", "Kind", usecases::in_words(letter.sent.kind, visit.language)),
            fact("Opgemaakt op", "Drawn up on", visit.shown(letter.sent.drawn_on)),
            fact("Te laat", "Late", visit.shown(letter.amount)),
            fact("Betalen voor", "Pay by", visit.shown(letter.sent.pay_by)),
            fact("Kenmerk van de tekst", "Digest of the text", letter.digest.substr(0, 16)));
    Html text = tag("p", {{"class", "nothing"}},
                    visit.t("De tekst van deze brief is niet bewaard.", "The text of this letter was not kept."));
    if (paper && !html) text = tag("div", {{"class", "paper"}}, paper->content);
    if (paper)
        text += tag("p", {{"class", "exports"}},
                    http::link(visit.request.path + "?format=file", visit.t("Bewaar als bestand", "Save as a file")));
    return page(visit, visit.t("Brief ", "Letter ") + number, facts + text);
}

http::Response list_about(Visit& visit)
{
    const auto report = usecases::list_letters(visit.connection, visit.parts["number"], visit.today, visit.language);
    if (!report) return refusal_page(visit, report.refusal());
    return list_page(visit, *report, tag("p", {}, http::link(parent_of(visit.request.path), visit.parts["number"])));
}

}  // namespace

std::vector<Route> letter_routes()
{
    using http::Method;
    std::vector<Route> routes{{Method::get, "/arrears/letters", Right::read, list},
                              {Method::get, "/loans/{number}/letters", Right::read, list_about},
                              {Method::get, "/grants/{number}/letters", Right::read, list_about}};
    Action action{"/arrears/letters/new",
                  Right::handle,
                  {"Brieven opmaken", "Draw up letters"},
                  {"Opmaken en vastleggen", "Draw up and keep"},
                  letter_fields,
                  draw};
    action.effect = weigh;
    action.version = version;
    add_action(routes, std::move(action));
    routes.push_back({Method::get, "/arrears/letters/{letter}", Right::read, show});
    return routes;
}

}  // namespace vierkant::web
