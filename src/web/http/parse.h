#pragma once

#include "web/http/message.h"

#include <optional>
#include <string>
#include <string_view>

/// Readers of what a browser sends. None throws; what cannot be read is nothing. Each has a fuzz target.
namespace vierkant::http {

/// "%41" is "A"; a "%" without two hexadecimal digits makes the whole unreadable, and so does a NUL.
std::optional<std::string> percent_decoded(std::string_view text);
/// For a part of a path or a value of a query.
std::string percent_encoded(std::string_view text);

/// "a=1&b=x+y": a query or a form. At most `most_fields` names.
std::optional<Fields> parse_urlencoded(std::string_view text);
std::string urlencoded(const Fields& fields);

/// The header "Cookie". What is no name=value is left out.
Fields parse_cookies(std::string_view header);

/// The boundary in "multipart/form-data; boundary=x"; empty where the header is another.
std::optional<std::string> multipart_boundary(std::string_view content_type);
std::optional<Form> parse_multipart(std::string_view body, std::string_view boundary);

/// A form by its content type; nothing where it is none or cannot be read.
std::optional<Form> parse_form(std::string_view content_type, std::string_view body);

inline constexpr std::size_t most_fields = 1'000;

/// Path and query of a request's target; nothing where it is no absolute path or holds what a path may not.
struct Target {
    std::string path;
    Fields query;
};
std::optional<Target> parse_target(std::string_view target);

/// Is this well-formed UTF-8 without control characters other than tab and line ends?
bool is_text(std::string_view bytes);

}  // namespace vierkant::http
