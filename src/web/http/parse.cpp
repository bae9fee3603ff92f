#include "web/http/parse.h"

#include <algorithm>
#include <cctype>

namespace vierkant::http {

namespace {

int hex_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

std::string lower(std::string_view text)
{
    std::string result{text};
    for (auto& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

/// Takes the part before `mark` off the front of `rest`; the whole where there is no mark.
std::string_view take_until(std::string_view& rest, std::string_view mark)
{
    const auto at = rest.find(mark);
    const auto part = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + mark.size());
    return part;
}

std::optional<std::string> form_decoded(std::string_view text)
{
    std::string spaced{text};
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    return percent_decoded(spaced);
}

/// The value of a parameter of a header: name="value" or name=value. In multipart, browsers write %22 for a quote.
std::optional<std::string> parameter(std::string_view header, std::string_view name)
{
    take_until(header, ";");
    while (!header.empty()) {
        header = trimmed(header);
        const auto equals = header.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        const auto key = lower(trimmed(header.substr(0, equals)));
        header.remove_prefix(equals + 1);
        std::string value;
        if (!header.empty() && header.front() == '"') {
            const auto end = header.find('"', 1);
            if (end == std::string_view::npos) return std::nullopt;
            value = std::string{header.substr(1, end - 1)};
            header.remove_prefix(end + 1);
            take_until(header, ";");
        } else {
            value = std::string{trimmed(take_until(header, ";"))};
        }
        if (key == name) return value;
    }
    return std::nullopt;
}

std::string without_folders(std::string_view name)
{
    const auto slash = name.find_last_of("/\\");
    return std::string{slash == std::string_view::npos ? name : name.substr(slash + 1)};
}

/// One part of a multipart body: its headers, an empty line, its content.
bool add_part(std::string_view part, Form& form)
{
    const auto gap = part.find("\r\n\r\n");
    if (gap == std::string_view::npos) return false;
    auto headers = part.substr(0, gap);
    const auto content = part.substr(gap + 4);
    while (!headers.empty()) {
        auto value = take_until(headers, "\r\n");
        const auto name = take_until(value, ":");
        if (lower(name) != "content-disposition") continue;
        const auto field = parameter(value, "name");
        if (!field || !is_text(*field)) return false;
        const auto file = parameter(value, "filename");
        if (file) {
            if (!is_text(*file)) return false;
            if (!file->empty()) form.uploads.push_back({*field, without_folders(*file), std::string{content}});
        } else {
            if (!is_text(content)) return false;
            form.fields.add(*field, std::string{content});
        }
        return form.fields.all().size() + form.uploads.size() <= most_fields;
    }
    return false;
}

/// How many bytes a UTF-8 sequence has by its first byte; 0 where none begins so.
std::size_t length_of_sequence(unsigned char first)
{
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if (first >= 0xE0 && first <= 0xEF) return 3;
    if (first >= 0xF0 && first <= 0xF4) return 4;
    return 0;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i];
            continue;
        }
        if (i + 2 >= text.size()) return std::nullopt;
        const int high = hex_value(text[i + 1]);
        const int low = hex_value(text[i + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        result += static_cast<char>(high * 16 + low);
        i += 2;
    }
    if (result.find('\0') != std::string::npos) return std::nullopt;
    return result;
}

std::string percent_encoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && (std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.' || c == '~')) {
            result += c;
        } else {
            result += '%';
            result += digits[byte / 16U];
            result += digits[byte % 16U];
        }
    }
    return result;
}

std::optional<Fields> parse_urlencoded(std::string_view text)
{
    Fields fields;
    std::size_t count = 0;
    while (!text.empty()) {
        auto value = take_until(text, "&");
        if (value.empty()) continue;
        if (++count > most_fields) return std::nullopt;
        const auto name = form_decoded(take_until(value, "="));
        const auto decoded = form_decoded(value);
        if (!name || !decoded || !is_text(*name) || !is_text(*decoded)) return std::nullopt;
        fields.add(*name, *decoded);
    }
    return fields;
}

std::string urlencoded(const Fields& fields)
{
    std::string text;
    for (const auto& [name, value] : fields.all()) {
        text += (text.empty() ? "" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
    }
    return text;
}

Fields parse_cookies(std::string_view header)
{
    Fields cookies;
    while (!header.empty() && cookies.all().size() < most_fields) {
        auto value = trimmed(take_until(header, ";"));
        if (value.find('=') == std::string_view::npos) continue;
        const auto name = trimmed(take_until(value, "="));
        value = trimmed(value);
        if (!name.empty() && is_text(name) && is_text(value)) cookies.add(std::string{name}, std::string{value});
    }
    return cookies;
}

std::optional<std::string> multipart_boundary(std::string_view content_type)
{
    if (!lower(content_type).starts_with("multipart/form-data")) return std::nullopt;
    auto boundary = parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > 70) return std::nullopt;  // RFC 2046, 5.1.1
    return boundary;
}

std::optional<Form> parse_multipart(std::string_view body, std::string_view boundary)
{
    Form form;
    const auto line = "--" + std::string{boundary};
    if (!body.starts_with(line)) return std::nullopt;
    body.remove_prefix(line.size());
    while (!body.starts_with("--")) {
        if (!body.starts_with("\r\n")) return std::nullopt;
        body.remove_prefix(2);
        const auto end = body.find("\r\n" + line);
        if (end == std::string_view::npos) return std::nullopt;
        if (!add_part(body.substr(0, end), form)) return std::nullopt;
        body.remove_prefix(end + 2 + line.size());
    }
    return form;
}

std::optional<Form> parse_form(std::string_view content_type, std::string_view body)
{
    if (lower(content_type).starts_with("application/x-www-form-urlencoded")) {
        auto fields = parse_urlencoded(body);
        if (!fields) return std::nullopt;
        return Form{std::move(*fields), {}};
    }
    if (const auto boundary = multipart_boundary(content_type)) return parse_multipart(body, *boundary);
    return std::nullopt;
}

std::optional<Target> parse_target(std::string_view target)
{
    auto rest = target.substr(0, target.find('#'));
    if (!rest.starts_with("/") || rest.starts_with("//")) return std::nullopt;
    const auto path = percent_decoded(take_until(rest, "?"));
    auto query = parse_urlencoded(rest);
    if (!path || !query || !is_text(*path)) return std::nullopt;
    return Target{*path, std::move(*query)};
}

bool is_text(std::string_view bytes)
{
    for (std::size_t i = 0; i < bytes.size();) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        if ((first < 0x20 && first != '\t' && first != '\n' && first != '\r') || first == 0x7F) return false;
        const auto length = length_of_sequence(first);
        if (length == 0 || i + length > bytes.size()) return false;
        for (std::size_t j = 1; j < length; ++j) {
            if ((static_cast<unsigned char>(bytes[i + j]) & 0xC0U) != 0x80U) return false;
        }
        if (length > 2) {  // overlong forms, surrogates, beyond U+10FFFF (RFC 3629)
            const auto second = static_cast<unsigned char>(bytes[i + 1]);
            if (first == 0xE0 && second < 0xA0) return false;
            if (first == 0xED && second > 0x9F) return false;
            if (first == 0xF0 && second < 0x90) return false;
            if (first == 0xF4 && second > 0x8F) return false;
        }
        i += length;
    }
    return true;
}

}  // namespace vierkant::http
