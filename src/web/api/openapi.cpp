// The OpenAPI 3 document, made of the table of routes: an address that is not in it does not exist.

#include "embedded/embedded.h"
#include "web/api/call.h"

#include <algorithm>

namespace vierkant::api {

namespace {

Json schema_of(const Field& field)
{
    switch (field.type) {
        case Field::Type::money:
            return {{"type", "string"}, {"pattern", "^[0-9]{1,15}(\\.[0-9]{1,2})?$"}, {"example", "1234.50"}};
        case Field::Type::date:
            return {{"type", "string"}, {"format", "date"}};
        case Field::Type::percent:
            return {{"type", "string"}, {"pattern", "^-?[0-9]{1,3}(\\.[0-9]{1,4})?$"}, {"example", "4.25"}};
        case Field::Type::integer:
            return {{"type", "integer"}};
        case Field::Type::flag:
            return {{"type", "boolean"}};
        case Field::Type::texts:
            return {{"type", "array"}, {"items", {{"type", "string"}}}};
        case Field::Type::object:
            return {{"type", "object"}};
        case Field::Type::objects:
            return {{"type", "array"}, {"items", {{"type", "object"}}}};
        case Field::Type::text:
            break;
    }
    return {{"type", "string"}};
}

Json parameter(std::string_view name, const char* in, bool required, std::string_view description, Json schema)
{
    return {{"name", name},
            {"in", in},
            {"required", required},
            {"description", description},
            {"schema", std::move(schema)}};
}

/// "{number}" of "/loans/{number}".
std::vector<std::string> parts_of(std::string_view pattern)
{
    std::vector<std::string> parts;
    for (auto at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1)) {
        parts.emplace_back(pattern.substr(at + 1, pattern.find('}', at) - at - 1));
    }
    return parts;
}

Json parameters_of(const Route& route)
{
    const Json text{{"type", "string"}};
    auto all = Json::array();
    for (const auto& part : parts_of(route.pattern)) {
        all.push_back(parameter(part, "path", true, "wijst aan waarover het gaat", text));
    }
    for (const auto& field : route.query) {
        all.push_back(parameter(field.name, "query", field.required, field.nl, schema_of(field)));
    }
    if (route.method == http::Method::get) {
        all.push_back({{"$ref", "#/components/parameters/page"}});
        all.push_back({{"$ref", "#/components/parameters/page_size"}});
        return all;
    }
    if (route.changes) all.push_back({{"$ref", "#/components/parameters/idempotency_key"}});
    if (!route.guards.empty()) {
        all.push_back(parameter("If-Match", "header", true, "ETag van " + std::string{route.guards}, text));
    }
    return all;
}

Json body_schema(const Route& route)
{
    Json properties = Json::object();
    auto required = Json::array();
    for (const auto& field : route.body) {
        auto schema = schema_of(field);
        schema["description"] = field.nl;
        properties[std::string{field.name}] = std::move(schema);
        if (field.required) required.push_back(field.name);
    }
    Json schema{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) schema["required"] = std::move(required);
    return schema;
}

/// What the operations answer; the tests hold whatever they see against it: data/api/answers.json.
const Json& answers()
{
    static const auto known = Json::parse(embedded::file("data/api/answers.json").value_or("{}"));
    return known;
}

Json answer_schema(const Route& route, std::string_view status)
{
    const auto found = answers().find(std::string{route.operation} + " " + std::string{status});
    verify(found != answers().end(), "each answer is described in data/api/answers.json");
    return *found;
}

Json answer(std::string_view description, Json schema)
{
    return {{"description", description},
            {"headers", {{"API-Version", {{"schema", {{"type", "string"}}}}}}},
            {"content", {{"application/json", {{"schema", std::move(schema)}}}}}};
}

/// Done before, or only weighed.
Json second_answer(const Route& route)
{
    const Json before{{"type", "object"},
                      {"properties", {{"already_done", {{"type", "boolean"}}}, {"receipt", {{"type", "string"}}}}},
                      {"required", Json::array({"already_done", "receipt"})}};
    const bool weighs =
        std::any_of(route.query.begin(), route.query.end(), [](const Field& field) { return field.name == "dry-run"; });
    if (!weighs) return answer("was al gedaan onder deze Idempotency-Key", before);
    return answer("was al gedaan onder deze Idempotency-Key, of met dry-run: wat het gevolg zou zijn",
                  {{"oneOf", Json::array({before, answer_schema(route, "200")})}});
}

Json responses_of(const Route& route)
{
    const bool makes = route.method == http::Method::post && route.changes;
    Json responses;
    if (makes) {
        responses["201"] = answer("vastgelegd", answer_schema(route, "201"));
        responses["200"] = second_answer(route);
    } else {
        responses["200"] = answer("gelukt", answer_schema(route, "200"));
        const bool prints = std::any_of(route.query.begin(), route.query.end(),
                                        [](const Field& field) { return field.name == "format"; });
        const Json file{{"schema", {{"type", "string"}, {"format", "binary"}}}};
        auto& content = responses["200"]["content"];
        if (prints) content["application/pdf"] = file;
        if (route.operation == "getReport") {
            content["text/csv"] = file;
            content[std::string{xlsx_type}] = file;
        }
    }
    responses["default"] = {{"$ref", "#/components/responses/problem"}};
    return responses;
}

Json operation_of(const Route& route)
{
    const auto scope = std::string{officers::name_of(route.scope).code};
    Json operation{{"operationId", route.operation},
                   {"summary", route.nl},
                   {"tags", Json::array({std::string{route.pattern.substr(1, route.pattern.find('/', 1) - 1)}})},
                   {"x-scope", scope},
                   {"security", Json::array({Json{{"token", Json::array()}}})},
                   {"parameters", parameters_of(route)},
                   {"responses", responses_of(route)}};
    if (route.body_kind == Body::json) {
        operation["requestBody"] = {{"required", true},
                                    {"content", {{"application/json", {{"schema", body_schema(route)}}}}}};
    } else if (route.body_kind == Body::xml) {
        operation["requestBody"] = {{"required", true},
                                    {"content", {{"application/xml", {{"schema", {{"type", "string"}}}}}}}};
    }
    if (route.body_kind == Body::csv) {
        operation["requestBody"] = {{"required", true},
                                    {"content", {{"text/csv", {{"schema", {{"type", "string"}}}}}}}};
    }
    return operation;
}

Json components()
{
    const Json problem{
        {"type", "object"},
        {"description", "RFC 9457"},
        {"required", Json::array({"type", "title", "status", "detail"})},
        {"properties",
         {{"type", {{"type", "string"}, {"description", "urn:vierkant:problem:CODE; de code verandert niet"}}},
          {"title", {{"type", "string"}}},
          {"status", {{"type", "integer"}}},
          {"detail", {{"type", "string"}, {"description", "in het Nederlands, of Engels met Accept-Language: en"}}},
          {"instance", {{"type", "string"}}},
          {"where", {{"type", "string"}, {"description", "het veld of de regel"}}},
          {"bad_rows",
           {{"type", "array"},
            {"description", "van een overname die wordt geweigerd: de eerste honderd regels die niet goed zijn"},
            {"items",
             {{"type", "object"},
              {"properties", {{"where", {{"type", "string"}}}, {"detail", {{"type", "string"}}}}}}}}}}}};
    return {
        {"securitySchemes",
         {{"token",
           {{"type", "http"},
            {"scheme", "bearer"},
            {"description", "token van vierkant user token add; x-scope noemt de scope die het moet hebben"}}}}},
        {"parameters",
         {{"page", parameter("page", "query", false, "bladzijde van een lijst, vanaf 1", {{"type", "integer"}})},
          {"page_size",
           parameter("page-size", "query", false, "regels per bladzijde, hoogstens 500", {{"type", "integer"}})},
          {"idempotency_key",
           parameter("Idempotency-Key", "header", true,
                     "voor elke opdracht een andere; dezelfde nog eens doet niets en antwoordt hetzelfde",
                     {{"type", "string"}, {"maxLength", 128}})}}},
        {"schemas", {{"problem", problem}}},
        {"responses",
         {{"problem",
           {{"description", "waarom het niet is gedaan"},
            {"content", {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/problem"}}}}}}}}}}}};
}

}  // namespace

Json openapi_document()
{
    Json paths = Json::object();
    for (const auto& route : routes()) {
        const char* const method = route.method == http::Method::get ? "get" : "post";
        paths[std::string{route.pattern}][method] = operation_of(route);
    }
    return {{"openapi", "3.0.3"},
            {"info",
             {{"title", "Vierkant"},
              {"description",
               "Administratie van een revolverend fonds en de subsidies ernaast. Bedragen en percentages "
               "zijn teksten (\"1234.50\"), dagen ISO 8601. Zie docs/reference/api.md."},
              {"version", api_version}}},
            {"servers", Json::array({Json{{"url", base_path}}})},
            {"paths", std::move(paths)},
            {"components", components()}};
}

}  // namespace vierkant::api
