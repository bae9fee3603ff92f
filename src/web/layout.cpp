#include "base/digest.h"
#include "embedded/embedded.h"
#include "web/http/parse.h"
#include "web/visit.h"

#include <array>
#include <span>

namespace vierkant::web {

namespace {

struct Place {
    std::string_view address;
    Right right;
    std::string_view nl;
    std::string_view en;
};
/// Places that belong together, under a name that opens them; a place alone stands for itself.
struct PlaceGroup {
    std::string_view nl;
    std::string_view en;
    std::span<const Place> places;
};
constexpr std::array work{Place{"/", Right::signed_in, "Werklijst", "Work list"}};
constexpr std::array cases{Place{"/applications", Right::read, "Aanvragen", "Applications"},
                           Place{"/undertakings", Right::read, "Ondernemingen", "Undertakings"},
                           Place{"/jobs", Right::read, "Banen", "Jobs"}};
constexpr std::array awards{Place{"/loans", Right::read, "Leningen", "Loans"},
                            Place{"/grants", Right::read, "Subsidies", "Grants"},
                            Place{"/arrears", Right::read, "Achterstanden", "Arrears"},
                            Place{"/provisions", Right::read, "Voorzieningen", "Provisions"}};
constexpr std::array money{Place{"/orders", Right::read, "Opdrachten", "Orders"},
                           Place{"/bank", Right::read, "Bank", "Bank"},
                           Place{"/closing", Right::read, "Afsluiting", "Closing"}};
constexpr std::array accounting{Place{"/programme", Right::read, "Programma", "Programme"},
                                Place{"/reports", Right::read, "Rapporten", "Reports"},
                                Place{"/audit", Right::audit, "Controlespoor", "Audit trail"}};
constexpr std::array settings{Place{"/schemes", Right::signed_in, "Regelingen", "Schemes"},
                              Place{"/users", Right::administer, "Gebruikers", "Users"}};
constexpr std::array groups{PlaceGroup{"Werklijst", "Work list", work},
                            PlaceGroup{"Dossiers", "Cases", cases},
                            PlaceGroup{"Leningen en subsidies", "Loans and grants", awards},
                            PlaceGroup{"Geld", "Money", money},
                            PlaceGroup{"Verantwoording", "Accountability", accounting},
                            PlaceGroup{"Inrichting", "Settings", settings}};

std::string address_of_asset(const std::string& name)
{
    const auto text = embedded::file("assets/" + name);
    Digest digest;
    digest.add(text.value_or(""));
    return "/assets/" + name + "?v=" + digest.finish().substr(0, 12);
}

/// The addresses of the files of assets/, each with its digest: a new version is a new address.
struct Assets {
    std::string style = address_of_asset("vierkant.css");
    std::string icon = address_of_asset("vierkant.svg");
    std::string script = address_of_asset("vierkant.js");
};

const Assets& assets()
{
    static const Assets all;
    return all;
}

bool is_here(const std::string& path, std::string_view address)
{
    if (address == "/") return path == "/";
    return path == address || path.starts_with(std::string{address} + "/");
}

Html place_link(const Visit& visit, const Place& place)
{
    const bool here = is_here(visit.request.path, place.address);
    return tag("a", {{"href", std::string{place.address}}, {"aria-current", "page", here}},
               visit.t(place.nl, place.en));
}

/// A group opens by mouse and by keyboard, without script; of groups with the same name a browser keeps one open.
Html group_html(const Visit& visit, const PlaceGroup& group)
{
    std::vector<Html> links;
    bool here = false;
    for (const auto& place : group.places) {
        if (!visit.may(place.right)) continue;
        here = here || is_here(visit.request.path, place.address);
        links.push_back(place_link(visit, place));
    }
    if (links.empty()) return {};
    if (links.size() == 1) return tag("li", {}, links.front());
    std::vector<Html> items;
    items.reserve(links.size());
    for (const auto& one : links) items.push_back(tag("li", {}, one));
    return tag(
        "li", {},
        tag("details", {{"name", "places"}},
            tag("summary", {{"class", "here", here}}, visit.t(group.nl, group.en),
                here ? tag("span", {{"class", "unseen"}}, visit.t(" (u bent hier)", " (you are here)")) : Html{}),
            http::element("ul", {}, items)));
}

Html navigation(const Visit& visit)
{
    std::vector<Html> items;
    for (const auto& group : groups) {
        if (auto item = group_html(visit, group); !item.empty()) items.push_back(std::move(item));
    }
    return tag("nav", {{"class", "places"}, {"aria-label", visit.t("Hoofdmenu", "Main menu")}},
               http::element("ul", {}, items));
}

Html search_form(const Visit& visit)
{
    return tag("form", {{"class", "search"}, {"action", "/search"}, {"method", "get"}, {"role", "search"}},
               tag("label", {{"for", "search-words"}, {"class", "unseen"}}, visit.t("Zoeken", "Search")),
               tag("input", {{"id", "search-words"},
                             {"name", "q"},
                             {"type", "search"},
                             {"value", visit.request.path == "/search" ? visit.request.query["q"] : ""},
                             {"placeholder", visit.t("Naam, nummer of bedrag", "Name, number or amount")}}),
               tag("button", {{"type", "submit"}}, visit.t("Zoek", "Search")));
}

/// The same page in the other language.
Html language_switch(const Visit& visit)
{
    http::Fields query;
    for (const auto& [name, value] : visit.request.query.all()) {
        if (name != "lang") query.add(name, value);
    }
    const bool nl = visit.language == Language::nl;
    query.add("lang", nl ? "en" : "nl");
    const auto here = visit.request.method == http::Method::get ? visit.request.path : std::string{"/"};
    return tag("a", {{"href", here + "?" + http::urlencoded(query)}, {"lang", nl ? "en" : "nl"}, {"class", "language"}},
               nl ? "English" : "Nederlands");
}

Html person(const Visit& visit)
{
    if (!visit.session) return language_switch(visit);
    const auto& account = visit.session->account;
    return tag("div", {{"class", "person"}}, tag("a", {{"href", "/account"}}, account.full_name),
               language_switch(visit),
               tag("form", {{"action", "/logout"}, {"method", "post"}}, Html::trusted(form_secrets(visit, "/logout")),
                   tag("button", {{"type", "submit"}, {"class", "plain"}}, visit.t("Uitloggen", "Log out"))));
}

Html notice(const Visit& visit)
{
    if (!visit.session || visit.session->notice.empty() || visit.request.method != http::Method::get) return {};
    return tag("p", {{"class", "notice"}, {"role", "status"}}, visit.session->notice);
}

Html head(const std::string& title)
{
    return tag("head", {}, tag("meta", {{"charset", "utf-8"}}),
               tag("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
               tag("title", {}, title + " - Vierkant"), tag("link", {{"rel", "stylesheet"}, {"href", assets().style}}),
               tag("link", {{"rel", "icon"}, {"type", "image/svg+xml"}, {"href", assets().icon}}),
               tag("script", {{"src", assets().script}, {"defer"}}));
}

}  // namespace

http::Response page(const Visit& visit, const std::string& title, const Html& content, int status)
{
    const bool inside = visit.session.has_value();
    const auto header = tag("header", {{"class", "top"}},
                            tag("div", {{"class", "bar"}}, tag("a", {{"href", "/"}, {"class", "brand"}}, "Vierkant"),
                                inside && visit.may(Right::read) ? search_form(visit) : Html{}, person(visit)),
                            inside ? navigation(visit) : Html{});
    const auto body = tag(
        "body", {}, tag("a", {{"href", "#content"}, {"class", "skip"}}, visit.t("Naar de inhoud", "To the content")),
        header, tag("main", {{"id", "content"}, {"tabindex", "-1"}}, notice(visit), tag("h1", {}, title), content),
        tag("footer", {},
            visit.t("Vierkant voor werk, leningenfonds. Vandaag: ", "Vierkant voor werk, loan fund. Today: ") +
                visit.shown(visit.today)));
    http::Response response;
    response.status = status;
    response.body = "<!DOCTYPE html>\n" +
                    tag("html", {{"lang", visit.language == Language::nl ? "nl" : "en"}}, head(title), body).markup();
    return response;
}

http::Response refusal_page(const Visit& visit, const Refusal& refusal, int status)
{
    return page(visit, visit.t("Dat kan niet", "That cannot be done"), tag("p", {}, words_of(visit, refusal)), status);
}

http::Response not_found(const Visit& visit)
{
    return page(visit, visit.t("Deze pagina is er niet", "This page is not here"),
                tag("p", {},
                    visit.t("Controleer het adres, of zoek op naam of nummer.",
                            "Check the address, or search by name or number.")),
                404);
}

http::Response forbidden(const Visit& visit, const std::string& why)
{
    return page(visit, visit.t("U mag dit niet doen", "You may not do this"), tag("p", {}, why), 403);
}

http::Response trouble(const Visit& visit, const std::string& reference)
{
    return page(
        visit, visit.t("Er ging iets mis", "Something went wrong"),
        tag("p", {},
            visit.t("Er is niets opgeslagen. Probeer het opnieuw. Blijft het misgaan, noem dan dit nummer aan de "
                    "beheerder: ",
                    "Nothing was kept. Try again. If it goes on, tell the administrator this number: ")) +
            tag("p", {{"class", "reference"}}, reference),
        500);
}

}  // namespace vierkant::web
