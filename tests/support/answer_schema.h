#pragma once

#include "embedded/embedded.h"
#include "formats/json_reader.h"
#include "web/api/call.h"
#include "web/http/router.h"

#include <cstdlib>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

/// What the API answers is described in data/api/answers.json, by operation and status. Whatever a test asks is held
/// against it, and what is not described is wrong. UPDATE_ANSWERS=FILE writes the file anew: what the tests asked as it
/// was answered, the rest as it stands (run all of web_test then).
namespace vierkant::testing {

using formats::Json;

/// The schema of one value as it is.
inline Json schema_of_value(const Json& value)
{
    if (value.is_null()) return {{"nullable", true}};
    if (value.is_boolean()) return {{"type", "boolean"}};
    if (value.is_number_integer()) return {{"type", "integer"}};
    if (value.is_number()) return {{"type", "number"}};
    if (value.is_string()) {
        static const std::regex day{"[0-9]{4}-[0-9]{2}-[0-9]{2}"};
        static const std::regex amount{"-?[0-9]+\\.[0-9]{2,4}"};
        const auto& text = value.get_ref<const std::string&>();
        if (std::regex_match(text, day)) return {{"type", "string"}, {"format", "date"}};
        if (std::regex_match(text, amount)) return {{"type", "string"}, {"format", "decimal"}};
        return {{"type", "string"}};
    }
    return value.is_array() ? Json{{"type", "array"}, {"items", Json::object()}}
                            : Json{{"type", "object"}, {"properties", Json::object()}, {"required", Json::array()}};
}

/// The schema of what was described so far and this value too. {} is that of nothing seen yet.
inline Json widened(Json known, const Json& value)
{
    if (known.contains("description")) return known;  // anything
    if (value.is_null()) {
        known["nullable"] = true;
        return known;
    }
    const auto found = schema_of_value(value);
    const bool first = !known.contains("type");
    if (first) known.update(found);
    if (known["type"] != found["type"]) return {{"description", "tekst, getal of lijst"}};
    if (value.is_string() && known.value("format", "") != found.value("format", "")) known.erase("format");
    if (value.is_array()) {
        for (const auto& item : value) known["items"] = widened(known["items"], item);
    }
    if (!value.is_object()) return known;
    auto required = Json::array();
    for (const auto& key : known["required"]) {
        if (value.contains(key.get<std::string>())) required.push_back(key);
    }
    for (const auto& [key, part] : value.items()) {
        if (first) required.push_back(key);
        auto& properties = known["properties"];
        properties[key] = widened(properties.contains(key) ? properties[key] : Json::object(), part);
    }
    known["required"] = std::move(required);
    return known;
}

/// Where a value is not as its schema says; "" where it is.
inline std::string mismatch(const Json& schema, const Json& value, const std::string& at = "")
{
    if (schema.contains("description")) return "";
    if (value.is_null()) return schema.contains("nullable") ? "" : at + " is null";
    if (!schema.contains("type")) return at + " was never seen with a value";
    const auto found = schema_of_value(value);
    const auto& type = schema["type"];
    if (found["type"] != type && !(type == "number" && found["type"] == "integer"))
        return at + " is no " + type.get<std::string>();
    if (schema.contains("format") && found.value("format", "") != schema["format"])
        return at + " is no " + schema["format"].get<std::string>();
    if (value.is_array()) {
        for (const auto& item : value) {
            if (const auto wrong = mismatch(schema["items"], item, at + "[]"); !wrong.empty()) return wrong;
        }
    }
    if (value.is_object() && schema.contains("additionalProperties")) {
        for (const auto& [key, part] : value.items()) {
            const auto wrong = mismatch(schema["additionalProperties"], part, at + "/" + key);
            if (!wrong.empty()) return wrong;
        }
        return "";
    }
    if (!value.is_object()) return "";
    if (!schema.contains("properties")) return at + " is an object of which nothing is described";
    for (const auto& key : schema["required"]) {
        if (!value.contains(key.get<std::string>())) return at + "/" + key.get<std::string>() + " is missing";
    }
    for (const auto& [key, part] : value.items()) {
        if (!schema["properties"].contains(key)) return at + "/" + key + " is not described";
        if (const auto wrong = mismatch(schema["properties"][key], part, at + "/" + key); !wrong.empty()) return wrong;
    }
    return "";
}

/// What the tests asked so far, when the description is made anew.
class SeenAnswers {
public:
    static SeenAnswers& all()
    {
        static SeenAnswers seen;
        return seen;
    }
    void add(const std::string& name, const Json& body)
    {
        schemas_[name] = widened(seen_.insert(name).second ? Json::object() : schemas_[name], body);
    }
    ~SeenAnswers()
    {
        if (const auto* const file = std::getenv("UPDATE_ANSWERS"))
            std::ofstream{file} << schemas_.dump(1, ' ') << "\n";
    }

private:
    std::set<std::string> seen_;
    Json schemas_ = Json::parse(embedded::file("data/api/answers.json").value_or("{}"));
};

/// The parts of a schema that say nothing: objects without fields, and values without a type.
inline void say_generic(const Json& schema, const std::string& at, std::vector<std::string>& found)
{
    if (schema.contains("description") && !schema.contains("type")) return;  // said in words
    if (!schema.contains("type")) return found.push_back(at);
    if (schema["type"] == "array") return say_generic(schema.value("items", Json::object()), at + "[]", found);
    if (schema["type"] != "object" || schema.contains("additionalProperties")) return;
    if (schema.value("properties", Json::object()).empty()) return found.push_back(at);
    for (const auto& [key, part] : schema["properties"].items()) say_generic(part, at + "/" + key, found);
}

/// Which answers of data/api/answers.json a test sees. Each test runs as a program of its own and does not know what
/// the others saw: so each promises what it will see, keeps its promise, and one holds all promises against the file
/// (api_answers_test.cpp).
class Promised {
public:
    /// "201 enterClaims verifyClaim 200 getGrant": each operation after its status.
    explicit Promised(const std::string& words)
    {
        std::string status;
        std::istringstream in{words};
        for (std::string word; in >> word;) {
            if (word.find_first_not_of("0123456789") == std::string::npos) {
                status = word;
            } else {
                answers_.insert(word + " " + status);
            }
        }
        all().insert(answers_.begin(), answers_.end());
    }
    static std::set<std::string>& all()
    {
        static std::set<std::string> answers;
        return answers;
    }
    /// What this program was answered, as it is described.
    static std::set<std::string>& seen()
    {
        static std::set<std::string> answers;
        return answers;
    }
    /// What was promised and not seen, a line each.
    [[nodiscard]] std::string broken() const
    {
        std::string missing;
        for (const auto& answer : answers_) {
            if (!seen().contains(answer)) missing += answer + "\n";
        }
        return missing;
    }

private:
    std::set<std::string> answers_;
};

/// What is wrong with an answer that went well; "" where nothing is.
inline std::string check_answer(http::Method method, const std::string& path, int status, const std::string& body)
{
    const auto found = http::find_route(api::routes(), method, path);
    if (found.route == nullptr || body.empty() || body.front() != '{') return "";
    const auto json = Json::parse(body);
    if (json.contains("already_done")) return "";
    const std::string name{found.route->operation};
    const auto key = name + " " + std::to_string(status);
    Promised::seen().insert(key);
    // The columns of a report differ by report: its description is written by hand.
    if (std::getenv("UPDATE_ANSWERS") != nullptr && name != "getReport") {
        SeenAnswers::all().add(key, json);
        return "";
    }
    static const auto known = Json::parse(embedded::file("data/api/answers.json").value_or("{}"));
    if (!known.contains(key)) return key + " is not described in data/api/answers.json";
    const auto wrong = mismatch(known[key], json);
    return wrong.empty() ? "" : key + ": " + wrong;
}

}  // namespace vierkant::testing
