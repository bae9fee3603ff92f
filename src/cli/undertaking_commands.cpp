#include "cli/commands.h"
#include "formats/undertaking_json.h"
#include "reporting/render.h"
#include "usecases/list_undertakings.h"
#include "usecases/register_undertaking.h"

#include <fmt/format.h>

namespace vierkant::cli {

namespace {

/// One fact of an undertaking, with its name before it; nothing where it is not known.
std::string line(std::string_view title, const std::string& text)
{
    return text.empty() ? std::string{} : fmt::format("  {:<18}{}\n", title, text);
}

std::string undertaking_text(const Context& context, const storage::StoredUndertaking& stored)
{
    const bool nl = context.language() == Language::nl;
    const auto amount = [&](Money money) { return nl ? dutch(money) : english(money); };
    const auto& undertaking = stored.value;
    const auto& address = undertaking.address;
    auto text = fmt::format("{} (KvK {})\n", undertaking.name, undertaking.kvk.text());
    text += line("RSIN", undertaking.rsin ? undertaking.rsin->text() : "");
    text += line(nl ? "Btw-id" : "VAT id", undertaking.vat_id ? undertaking.vat_id->text() : "");
    text += line("IBAN", undertaking.iban ? undertaking.iban->text() : "");
    text += line("SBI", undertaking.sbi_main.text());
    text += line(nl ? "Adres" : "Address", fmt::format("{} {}, {} {} ({})", address.street, address.house_number,
                                                       address.postcode, address.place, address.municipality.text()));
    if (undertaking.figures) {
        text += line(nl ? "Arbeidsjaren" : "Work units", std::to_string(undertaking.figures->headcount));
        text += line(nl ? "Omzet" : "Turnover", amount(undertaking.figures->turnover));
        text += line(nl ? "Balanstotaal" : "Balance total", amount(undertaking.figures->balance_total));
    }
    if (const auto size = parties::size_class(undertaking)) {
        text += line(nl ? "Grootte (EU)" : "Size (EU)",
                     parties::word_for(*size).in(context.language()) + (nl ? " onderneming" : " undertaking"));
    }
    for (const auto& relation : undertaking.relations) {
        text += line(nl ? "Verbonden" : "Related", fmt::format("{} (KvK {})", relation.name, relation.kvk.text()));
    }
    return text + line(nl ? "Versie" : "Version", std::to_string(stored.version));
}

using Register = Result<storage::StoredUndertaking> (*)(storage::Connection&, const storage::Task&, std::string_view,
                                                        const std::string&);

void run_register(Context& context, const Values& values, const std::string& task, Register keep)
{
    const auto text = read_file(values["--file"]);
    if (!text) return context.refuse_with(text.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto stored = keep(*connection, context.task(task), *text, values["--file"]);
    if (!stored) return context.refuse_with(stored.refusal());
    context.print(undertaking_text(context, *stored));
}

void run_add(Context& context, const Values& values)
{
    run_register(context, values, "undertaking add", usecases::add_undertaking);
}

void run_change(Context& context, const Values& values)
{
    run_register(
        context, values, "undertaking change",
        [](storage::Connection& connection, const storage::Task& task, std::string_view json,
           const std::string& source) { return usecases::change_undertaking(connection, task, json, source); });
}

void run_show(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto stored = usecases::show_undertaking(*connection, values["kvk"]);
    if (!stored) return context.refuse_with(stored.refusal());
    context.print_as({{"text", [&] { return undertaking_text(context, *stored); }},
                      {"json", [&] { return formats::undertaking_json(stored->value).dump(2) + "\n"; }}});
}

void run_list(Context& context, const Values& values)
{
    storage::UndertakingFilter filter{values["--search"], ""};
    if (!values["--municipality"].empty()) {
        const auto code = parties::MunicipalityCode::parse(values["--municipality"]);
        if (!code) return context.refuse_with(code.refusal());
        filter.municipality = code->text();
    }
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto list = usecases::list_undertakings(*connection, filter, values["--sector"], context.today());
    if (!list) return context.refuse_with(list.refusal());
    context.print_report(*list);
}

}  // namespace

std::vector<Command> undertaking_commands()
{
    const Option file{"--file", "JSON-bestand (docs/reference/undertaking.schema.json)",
                      "JSON file (docs/reference/undertaking.schema.json)", true};
    return {
        {"undertaking add",
         "Registreert een onderneming; nummers worden gecontroleerd en dubbele geweigerd.",
         "Registers an undertaking; its numbers are checked and doubles refused.",
         {file},
         run_add},
        {"undertaking change",
         "Legt gewijzigde gegevens van een onderneming vast; wat er stond, blijft bewaard.",
         "Keeps changed data of an undertaking; what was there stays kept.",
         {file},
         run_change},
        {"undertaking show",
         "Toont een onderneming (text of json).",
         "Shows an undertaking (text or json).",
         {{"kvk", "KvK-nummer", "trade register number", true}},
         run_show},
        {"undertaking list",
         "Toont de ondernemingen (text, csv of json).",
         "Lists the undertakings (text, csv or json).",
         {{"--search", "deel van de naam of van het KvK-nummer", "part of the name or of the trade register number"},
          {"--municipality", "gemeentecode, zoals GM0114", "municipality code, such as GM0114"},
          {"--sector", "industry, technology, logistics of none", "industry, technology, logistics or none"}},
         run_list},
    };
}

}  // namespace vierkant::cli
