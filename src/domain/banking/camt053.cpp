#include "domain/banking/camt053.h"

#include "domain/banking/camt053_builder.h"
#include "domain/banking/messages.h"

#include <expat.h>

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

namespace vierkant::banking {

using camt053::longest_text;
using camt053::Node;
using camt053::shortened;

namespace {

/// The standard nests about 15 deep; more is meant to hurt.
constexpr int deepest = 64;
/// One tag, comment or text may span this many bytes before we stop collecting it.
constexpr std::size_t longest_token = 256 * 1024;
constexpr std::size_t piece = 32 * 1024;

std::string_view local_name(std::string_view name)
{
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view white = " \t\r\n";
    const auto first = text.find_first_not_of(white);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(white) - first + 1);
}

/// "03" of "urn:iso:std:iso:20022:tech:xsd:camt.053.001.03"; empty where it is no version of `message`.
std::string_view version_in(std::string_view space, std::string_view message)
{
    const auto at = space.rfind(message);
    return at == std::string_view::npos ? std::string_view{} : space.substr(at + message.size());
}

bool is_known_version(std::string_view version)
{
    return version.size() == 2 && version >= "02" && version <= "13" && version[1] >= '0' && version[1] <= '9';
}

}  // namespace

struct Camt053Reader::Driver {
    Driver(StatementVisitor& visitor, std::string source_name)
        : builder{visitor}, source{std::move(source_name)}, parser{XML_ParserCreate(nullptr)}
    {
        verify(parser != nullptr, "expat has no memory for a parser");
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, on_start, on_end);
        XML_SetCharacterDataHandler(parser, on_text);
        XML_SetStartDoctypeDeclHandler(parser, on_doctype);
        XML_SetXmlDeclHandler(parser, on_declaration);
    }
    Driver(const Driver&) = delete;
    Driver& operator=(const Driver&) = delete;
    ~Driver() { XML_ParserFree(parser); }

    Result<Done> feed(std::string_view bytes, bool last);
    void parse(std::string_view bytes, bool last);
    void refuse_syntax(std::string_view bytes);

    void start(const char* qualified_name, const char** attributes);
    void end();
    void add_text(std::string_view more);
    void enter_document(std::string_view root, const char** attributes);
    void enter_message(std::string_view name);

    void stop(Refusal why, Node node);
    void stop_where_builder_refuses(Node node);
    [[nodiscard]] std::string place() const;

    /// Runs one callback. Expat is C: nothing may be thrown through it, so an exception waits until it returned.
    template <class Work>
    void guarded(Work work)
    {
        if (refusal || thrown) return;
        try {
            work();
        } catch (...) {
            thrown = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }
    static Driver& of(void* data) { return *static_cast<Driver*>(data); }
    static void on_start(void* data, const char* name, const char** attributes)
    {
        of(data).guarded([&] { of(data).start(name, attributes); });
    }
    static void on_end(void* data, const char*)
    {
        of(data).guarded([&] { of(data).end(); });
    }
    static void on_text(void* data, const char* text, int size)
    {
        of(data).guarded([&] { of(data).add_text({text, static_cast<std::size_t>(size)}); });
    }
    static void on_doctype(void* data, const char*, const char*, const char*, int)
    {
        of(data).guarded([&] { of(data).stop(bad_input(has_doctype), Node::outside); });
    }
    static void on_declaration(void* data, const char*, const char* name, int)
    {
        if (name != nullptr) of(data).guarded([&] { of(data).encoding = name; });
    }

    camt053::Builder builder;
    std::string source;
    XML_Parser parser;
    std::string encoding = "UTF-8";
    std::string space;  ///< namespace of the document
    std::string text;   ///< of the element that is being read
    std::optional<Refusal> refusal;
    std::exception_ptr thrown;
    std::array<Node, deepest> path{};  ///< of the elements that are read; the last is `node`
    Node node = Node::outside;
    int depth = 0;       ///< of all elements
    int read_depth = 0;  ///< of the elements that are read: below it we pass over
    std::size_t fed = 0;
    std::size_t piece_begins = 0;
};

std::string Camt053Reader::Driver::place() const
{
    return source + ":" + std::to_string(XML_GetCurrentLineNumber(parser)) + ":" +
           std::to_string(XML_GetCurrentColumnNumber(parser) + 1);
}

void Camt053Reader::Driver::stop(Refusal why, Node at)
{
    if (why.where.empty()) {
        const auto path_in_file = builder.where(at);
        why.where = place() + (path_in_file.empty() ? "" : " " + path_in_file);
    }
    refusal = std::move(why);
    XML_StopParser(parser, XML_FALSE);
}

void Camt053Reader::Driver::stop_where_builder_refuses(Node at)
{
    if (builder.refusal()) stop(*builder.refusal(), at);
}

void Camt053Reader::Driver::start(const char* qualified_name, const char** attributes)
{
    if (++depth > deepest) return stop(bad_input(too_deep, {{"most", std::to_string(deepest)}}), node);
    const auto name = local_name(qualified_name);
    if (depth == 1) return enter_document(name, attributes);
    if (depth == 2) return enter_message(name);
    if (read_depth + 1 != depth) return;  // inside something we pass over
    const auto child = camt053::child_of(node, name);
    if (child == Node::outside) return;
    path[static_cast<std::size_t>(read_depth++)] = node;
    node = child;
    text.clear();
    std::string_view currency;
    for (; *attributes != nullptr; attributes += 2) {
        if (std::string_view{attributes[0]} == "Ccy") currency = attributes[1];
    }
    builder.start(node, currency);
    stop_where_builder_refuses(node);
}

void Camt053Reader::Driver::end()
{
    if (read_depth == depth) {
        builder.end(node, trimmed(text));
        stop_where_builder_refuses(node);
        if (refusal) return;
        const bool all_was_read = node == Node::message || node == Node::document;  // a Document may well be empty
        if (all_was_read && !builder.has_statement()) return stop(bad_input(no_statement), node);
        text.clear();
        node = path[static_cast<std::size_t>(--read_depth)];
    }
    --depth;
}

void Camt053Reader::Driver::add_text(std::string_view more)
{
    if (read_depth != depth || !camt053::has_text(node)) return;
    text += more;
    if (text.size() > longest_text) stop(bad_input(too_long, {{"most", std::to_string(longest_text)}}), node);
}

/// The root must be Document. Its namespace says which message and version it is; some banks leave it out, then the
/// next element decides.
void Camt053Reader::Driver::enter_document(std::string_view root, const char** attributes)
{
    for (; *attributes != nullptr; attributes += 2) {
        const std::string_view key = attributes[0];
        const std::string_view value = attributes[1];
        // xmlns or, where the root has a prefix, the one that belongs to it; a camt namespace wins over others.
        if (key == "xmlns" || (key.starts_with("xmlns:") && (space.empty() || value.find("camt.") != value.npos))) {
            space = value;
        }
    }
    const Arguments found{{"root", shortened(root)}, {"space", space.empty() ? "-" : shortened(space, 80)}};
    if (space.find("camt.052") != std::string::npos) return stop(bad_input(is_camt052, found), Node::outside);
    if (space.find("camt.054") != std::string::npos) return stop(bad_input(is_camt054, found), Node::outside);
    const bool is_other =
        !space.empty() && space.find(":iso:") != std::string::npos && space.find("camt.053.") == std::string::npos;
    if (root != "Document" || is_other) return stop(bad_input(not_a_statement, found), Node::outside);
    if (const auto version = version_in(space, "camt.053.001."); !version.empty() && !is_known_version(version)) {
        return stop(bad_input(unknown_version, found), Node::outside);
    }
    path[0] = node;
    node = Node::document;
    read_depth = 1;
}

void Camt053Reader::Driver::enter_message(std::string_view name)
{
    const Arguments found{{"root", "Document/" + shortened(name)},
                          {"space", space.empty() ? "-" : shortened(space, 80)}};
    if (name == "BkToCstmrAcctRpt") return stop(bad_input(is_camt052, found), node);
    if (name == "BkToCstmrDbtCdtNtfctn") return stop(bad_input(is_camt054, found), node);
    if (name != "BkToCstmrStmt") return stop(bad_input(not_a_statement, found), node);
    path[1] = node;
    node = Node::message;
    read_depth = 2;
}

Result<Done> Camt053Reader::Driver::feed(std::string_view bytes, bool last)
{
    // In small pieces, so that an endless tag or comment is noticed before it fills the memory.
    while (!refusal && !bytes.empty()) {
        parse(bytes.substr(0, piece), false);
        bytes.remove_prefix(std::min(piece, bytes.size()));
    }
    if (!refusal && last) parse({}, true);
    if (refusal) return *refusal;
    return Done{};
}

void Camt053Reader::Driver::parse(std::string_view bytes, bool last)
{
    piece_begins = fed;
    fed += bytes.size();
    const auto status = XML_Parse(parser, bytes.data(), static_cast<int>(bytes.size()), last ? XML_TRUE : XML_FALSE);
    if (thrown) {
        refusal = bad_input(truncated, {}, source);  // whoever goes on after the exception gets no half statement
        std::rethrow_exception(std::exchange(thrown, nullptr));
    }
    if (refusal) return;
    if (status != XML_STATUS_OK) return refuse_syntax(bytes);
    const auto at = XML_GetCurrentByteIndex(parser);
    if (!last && at >= 0 && fed - std::min(fed, static_cast<std::size_t>(at)) > longest_token) {
        stop(bad_input(too_long, {{"most", std::to_string(longest_token)}}), node);
    }
}

void Camt053Reader::Driver::refuse_syntax(std::string_view bytes)
{
    const auto error = XML_GetErrorCode(parser);
    const auto at = XML_GetCurrentByteIndex(parser);
    const auto index = static_cast<std::size_t>(std::max<XML_Index>(at, 0));
    const bool foreign_byte = error == XML_ERROR_INVALID_TOKEN && index >= piece_begins &&
                              index - piece_begins < bytes.size() &&
                              static_cast<unsigned char>(bytes[index - piece_begins]) >= 0x80;
    if (fed == 0) {
        stop(bad_input(empty_file), Node::outside);
    } else if (error == XML_ERROR_UNKNOWN_ENCODING) {
        stop(bad_input(unknown_encoding, {{"encoding", shortened(encoding)}}), Node::outside);
    } else if (error == XML_ERROR_INCORRECT_ENCODING || error == XML_ERROR_PARTIAL_CHAR || foreign_byte) {
        stop(bad_input(wrong_encoding, {{"encoding", shortened(encoding)}}), node);
    } else if (error == XML_ERROR_UNCLOSED_TOKEN || error == XML_ERROR_NO_ELEMENTS ||
               error == XML_ERROR_UNCLOSED_CDATA_SECTION) {
        stop(bad_input(truncated), node);
    } else {
        const auto* problem = XML_ErrorString(error);
        stop(bad_input(not_well_formed, {{"problem", problem == nullptr ? "?" : problem}}), node);
    }
}

Camt053Reader::Camt053Reader(StatementVisitor& visitor, std::string source)
    : driver_{std::make_unique<Driver>(visitor, std::move(source))}
{
}

Camt053Reader::~Camt053Reader() = default;

Result<Done> Camt053Reader::feed(std::string_view bytes)
{
    return driver_->feed(bytes, false);
}

Result<Done> Camt053Reader::finish()
{
    return driver_->feed({}, true);
}

namespace {

class Collector final : public StatementVisitor {
public:
    std::optional<Refusal> begun(const StatementHead& head) override
    {
        statements.push_back({head, {}});
        return std::nullopt;
    }
    std::optional<Refusal> line(const Line& line) override
    {
        statements.back().lines.push_back(line);
        return std::nullopt;
    }
    std::optional<Refusal> ended(const StatementHead&, std::int64_t) override { return std::nullopt; }

    std::vector<Statement> statements;
};

}  // namespace

Result<std::vector<Statement>> parse_camt053(std::string_view bytes, const std::string& source)
{
    Collector collector;
    Camt053Reader reader{collector, source};
    if (auto fed = reader.feed(bytes); !fed) return fed.refusal();
    if (auto finished = reader.finish(); !finished) return finished.refusal();
    return std::move(collector.statements);
}

}  // namespace vierkant::banking
