#include "format/xml_reader.hpp"

#include "format/xml_tokens.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <new>

#include <libxml/parser.h>

namespace hexapla {
namespace {

constexpr std::size_t deepest = 64;  // elements; TBX itself needs about a dozen
constexpr std::size_t chunk_size = std::size_t{64} * 1024;

std::string_view text_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string_view text_of(const xmlChar* text, int size) {
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

/// Bytes with which a sequence begins that libxml2 may let through though it is no UTF-8:
/// it looks at the structure, not at overlong forms, surrogates and what is beyond
/// U+10FFFF.
constexpr std::array<bool, 256> doubtful_leads = [] {
  std::array<bool, 256> doubtful{};
  for (const std::size_t lead : {0xC0U, 0xC1U, 0xE0U, 0xEDU, 0xF0U})
    doubtful.at(lead) = true;
  for (std::size_t lead = 0xF4; lead < doubtful.size(); ++lead)
    doubtful.at(lead) = true;
  return doubtful;
}();

bool is_sound(std::string_view text) {
  const bool is_doubtful = std::ranges::any_of(
      text, [](char byte) { return doubtful_leads[static_cast<unsigned char>(byte)]; });
  return !is_doubtful || !find_ill_formed(text);
}

/// libxml2 tells some errors of encodings on the console unless it is told not to, thread
/// by thread.
class QuietLibrary {
 public:
  QuietLibrary() : function_(xmlGenericError), context_(xmlGenericErrorContext) {
    xmlSetGenericErrorFunc(nullptr, say_nothing);
  }
  ~QuietLibrary() { xmlSetGenericErrorFunc(context_, function_); }
  QuietLibrary(const QuietLibrary&) = delete;
  QuietLibrary& operator=(const QuietLibrary&) = delete;

 private:
  static void say_nothing(void*, const char*, ...) {}  // NOLINT(*-dcl50-cpp): its interface

  xmlGenericErrorFunc function_;
  void* context_;
};

/// libxml2's words end in a line end, and may hold some.
std::string without_line_ends(std::string_view words) {
  std::string line(words.substr(0, words.find_last_not_of(" \n") + 1));
  std::ranges::replace(line, '\n', ' ');
  return line;
}

}  // namespace

/// libxml2's push parser. Its callbacks only take down what they are told: no exception
/// may pass through C.
struct XmlReader::Parser {
  struct FreeContext {
    /// libxml2 makes a document for the entities that a file declares, and leaves it.
    void operator()(xmlParserCtxt* context) const noexcept {
      xmlFreeDoc(context->myDoc);
      xmlFreeParserCtxt(context);
    }
  };

  explicit Parser(XmlReader& owner) : reader(owner) {
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = begin_element;
    handler.endElementNs = end_element;
    handler.characters = characters;
    handler.ignorableWhitespace = characters;
    handler.cdataBlock = characters;
    handler.processingInstruction = instruction;
    handler.reference = reference;
    handler.entityDecl = [](void* self, const xmlChar*, int, const xmlChar*, const xmlChar*,
                            xmlChar*) { declared(self); };
    handler.serror = keep_first;
    context.reset(xmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr));
    if (context == nullptr) throw std::bad_alloc();
    // No NOENT and no DTD loading: an entity never becomes text, a file is never opened.
    xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  }

  static Parser& of(void* self) { return *static_cast<Parser*>(self); }

  [[nodiscard]] std::size_t line() const {
    return context->input == nullptr ? 0 : static_cast<std::size_t>(context->input->line);
  }

  [[nodiscard]] Range keep(std::string_view text) {
    is_unsound = is_unsound || !is_sound(text);
    reader.pool_ += text;
    return {reader.pool_.size() - text.size(), text.size()};
  }

  /// libxml2 leaves `&amp;` in an attribute as `&#38;`, for whoever builds a tree from it;
  /// everything else it has replaced.
  [[nodiscard]] Range keep_value(std::string_view value) {
    is_unsound = is_unsound || !is_sound(value);
    constexpr std::string_view ampersand = "&#38;";
    const std::size_t begin = reader.pool_.size();
    for (std::size_t at = value.find(ampersand); at != std::string_view::npos;
         at = value.find(ampersand)) {
      reader.pool_.append(value.substr(0, at)) += '&';
      value.remove_prefix(at + ampersand.size());
    }
    reader.pool_ += value;
    return {begin, reader.pool_.size() - begin};
  }

  // libxml2 gives so many parameters.
  // NOLINTNEXTLINE(readability-function-size)
  static void begin_element(void* self, const xmlChar* name, const xmlChar* prefix,
                            const xmlChar* uri, int, const xmlChar**, int count, int,
                            const xmlChar** given) {
    Parser& parser = of(self);
    const std::size_t first = parser.reader.attributes_.size();
    constexpr int pointers = 5;  // of an attribute: name, prefix, URI, value, its end
    for (int at = 0; at < count; ++at, given += pointers)
      parser.reader.attributes_.push_back(
          {text_of(given[1]), text_of(given[2]), text_of(given[0]),
           parser.keep_value(text_of(given[3], static_cast<int>(given[4] - given[3])))});
    parser.reader.events_.push_back({XmlEvent::begin,
                                     text_of(name),
                                     {},
                                     first,
                                     static_cast<std::size_t>(count),
                                     parser.line(),
                                     text_of(prefix),
                                     text_of(uri)});
    parser.stop_if_unsound();
  }

  static void end_element(void* self, const xmlChar* name, const xmlChar* prefix,
                          const xmlChar* uri) {
    const Parser& parser = of(self);
    parser.reader.events_.push_back({XmlEvent::end,
                                     text_of(name),
                                     {},
                                     0,
                                     0,
                                     parser.line(),
                                     text_of(prefix),
                                     text_of(uri)});
  }

  static void characters(void* self, const xmlChar* text, int size) {
    Parser& parser = of(self);
    const Range range = parser.keep(text_of(text, size));
    parser.reader.events_.push_back(
        {XmlEvent::text, {}, range, 0, 0, parser.line(), {}, {}});
    parser.stop_if_unsound();
  }

  static void instruction(void* self, const xmlChar* target, const xmlChar* words) {
    Parser& parser = of(self);
    const Range range = parser.keep(text_of(words));
    const xmlChar* const name = xmlDictLookup(parser.context->dict, target, -1);
    parser.reader.events_.push_back(
        {XmlEvent::instruction, text_of(name), range, 0, 0, parser.line(), {}, {}});
    parser.stop_if_unsound();
  }

  static void reference(void* self, const xmlChar*) {
    of(self).stop("custom entities are not supported; replace the entity with its text");
  }

  /// Exports of other tools name a DTD, or hold it; nobody needs it. Entities of the
  /// document's own are the door through which files and bombs come.
  static void declared(void* self) {
    of(self).stop("a DOCTYPE that declares entities is not supported; remove it");
  }

  void stop(std::string_view why) {
    if (fault.empty()) {
      fault = why;
      fault_line = line();
    }
    xmlStopParser(context.get());
  }

  /// The last thing that a callback does: stopping frees what its parameters point to.
  void stop_if_unsound() {
    if (is_unsound) stop("not well-formed XML: not valid UTF-8");
  }

  static void keep_first(void* self, xmlErrorPtr said) {
    Parser& parser = of(self);
    if (!parser.fault.empty() || said == nullptr || said->message == nullptr ||
        said->level < XML_ERR_ERROR)
      return;
    parser.fault = "not well-formed XML: " + without_line_ends(said->message);
    parser.fault_line = static_cast<std::size_t>(std::max(said->line, 0));
  }

  XmlReader& reader;
  xmlSAXHandler handler{};
  std::unique_ptr<xmlParserCtxt, FreeContext> context;
  bool is_unsound = false;  ///< Something kept is no UTF-8.
  std::string fault;        ///< The first.
  std::size_t fault_line = 0;
};

XmlReader::XmlReader(std::string_view bytes, std::istream* stream, std::string_view name)
    : bytes_(bytes),
      stream_(stream),
      name_(name),
      chunk_(stream == nullptr ? 0 : chunk_size),
      parser_(std::make_unique<Parser>(*this)) {}
XmlReader::XmlReader(std::string_view bytes, std::string_view name)
    : XmlReader(bytes, nullptr, name) {}
XmlReader::XmlReader(std::istream& bytes, std::string_view name)
    : XmlReader({}, &bytes, name) {}
XmlReader::XmlReader(XmlTokens& tokens, std::string_view name)
    : XmlReader({}, nullptr, name) {
  tokens_ = &tokens;
}
XmlReader::~XmlReader() = default;

bool XmlReader::next() {
  if (current_.kind == XmlEvent::end) --depth_;
  while (next_event_ == events_.size())
    if (!parse_chunk()) return false;
  current_ = events_[next_event_++];
  if (current_.kind == XmlEvent::begin && ++depth_ > deepest)
    refuse(current_.line, "elements are nested too deeply");
  return true;
}

/// Empty at the end.
std::string_view XmlReader::next_chunk() {
  if (tokens_ != nullptr) return tokens_->next();
  if (stream_ != nullptr) {
    stream_->read(chunk_.data(), static_cast<std::streamsize>(chunk_.size()));
    if (stream_->bad()) refuse(0, "can't be read to its end");
    return {chunk_.data(), static_cast<std::size_t>(stream_->gcount())};
  }
  const std::string_view chunk = bytes_.substr(0, chunk_size);
  bytes_.remove_prefix(chunk.size());
  return chunk;
}

/// False when there is nothing more to parse.
bool XmlReader::parse_chunk() {
  // What stood before a fault has been handed out.
  if (!parser_->fault.empty()) refuse(parser_->fault_line, parser_->fault);
  if (at_end_) return false;
  pool_.clear();
  attributes_.clear();
  events_.clear();
  next_event_ = 0;
  current_ = {};
  const std::string_view chunk = next_chunk();
  at_end_ = chunk.empty();
  const QuietLibrary quiet;
  xmlParseChunk(parser_->context.get(), chunk.data(), static_cast<int>(chunk.size()),
                at_end_ ? 1 : 0);
  if (events_.empty() && !parser_->fault.empty())
    refuse(parser_->fault_line, parser_->fault);
  return true;
}

XmlAttribute XmlReader::attribute_at(std::size_t number) const {
  const Attribute& attribute = attributes_[current_.first_attribute + number];
  return {attribute.prefix, attribute.uri, attribute.name, view_of(attribute.value)};
}

std::string XmlReader::attribute(std::string_view name) const {
  const std::size_t colon = name.find(':');
  const std::string_view prefix =
      colon == std::string_view::npos ? "" : name.substr(0, colon);
  const std::string_view local =
      colon == std::string_view::npos ? name : name.substr(colon + 1);
  for (std::size_t at = 0; at < current_.attributes; ++at) {
    const Attribute& attribute = attributes_[current_.first_attribute + at];
    if (attribute.name == local && attribute.prefix == prefix)
      return std::string(view_of(attribute.value));
  }
  return {};
}

void XmlReader::refuse(std::size_t line, std::string_view what) const {
  throw Error(Fault::malformed, {name_, line}, what);
}

}  // namespace hexapla
