#pragma once

// Private to core/format/: what XmlReader has libxml2 do.

#include "format/xml_reader.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <string>

#include <libxml/parser.h>

namespace hexapla {
namespace push_parser_detail {

inline std::string_view text_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

inline std::string_view text_of(const xmlChar* text, int size) {
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

/// Bytes with which a sequence begins that libxml2 may let through though it is no UTF-8:
/// it looks at the structure, not at overlong forms, surrogates and what is beyond
/// U+10FFFF.
inline constexpr std::array<bool, 256> doubtful_leads = [] {
  std::array<bool, 256> doubtful{};
  for (const std::size_t lead : {0xC0U, 0xC1U, 0xE0U, 0xEDU, 0xF0U})
    doubtful.at(lead) = true;
  for (std::size_t lead = 0xF4; lead < doubtful.size(); ++lead)
    doubtful.at(lead) = true;
  return doubtful;
}();

inline bool is_sound(std::string_view text) {
  const bool is_doubtful = std::ranges::any_of(
      text, [](char byte) { return doubtful_leads[static_cast<unsigned char>(byte)]; });
  return !is_doubtful || !find_ill_formed(text);
}

/// libxml2's words end in a line end, and may hold some.
inline std::string without_line_ends(std::string_view words) {
  std::string line(words.substr(0, words.find_last_not_of(" \n") + 1));
  std::ranges::replace(line, '\n', ' ');
  return line;
}

}  // namespace push_parser_detail

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
    is_unsound = is_unsound || !push_parser_detail::is_sound(text);
    reader.pool_ += text;
    return {reader.pool_.size() - text.size(), text.size()};
  }

  /// libxml2 leaves `&amp;` in an attribute as `&#38;`, for whoever builds a tree from it;
  /// everything else it has replaced.
  [[nodiscard]] Range keep_value(std::string_view value) {
    is_unsound = is_unsound || !push_parser_detail::is_sound(value);
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
          {push_parser_detail::text_of(given[1]), push_parser_detail::text_of(given[2]),
           push_parser_detail::text_of(given[0]),
           parser.keep_value(push_parser_detail::text_of(
               given[3], static_cast<int>(given[4] - given[3])))});
    parser.reader.events_.push_back({XmlEvent::begin,
                                     push_parser_detail::text_of(name),
                                     {},
                                     first,
                                     static_cast<std::size_t>(count),
                                     parser.line(),
                                     push_parser_detail::text_of(prefix),
                                     push_parser_detail::text_of(uri)});
    parser.stop_if_unsound();
  }

  static void end_element(void* self, const xmlChar* name, const xmlChar* prefix,
                          const xmlChar* uri) {
    const Parser& parser = of(self);
    parser.reader.events_.push_back({XmlEvent::end,
                                     push_parser_detail::text_of(name),
                                     {},
                                     0,
                                     0,
                                     parser.line(),
                                     push_parser_detail::text_of(prefix),
                                     push_parser_detail::text_of(uri)});
  }

  static void characters(void* self, const xmlChar* text, int size) {
    Parser& parser = of(self);
    const Range range = parser.keep(push_parser_detail::text_of(text, size));
    parser.reader.events_.push_back(
        {XmlEvent::text, {}, range, 0, 0, parser.line(), {}, {}});
    parser.stop_if_unsound();
  }

  static void instruction(void* self, const xmlChar* target, const xmlChar* words) {
    Parser& parser = of(self);
    const Range range = parser.keep(push_parser_detail::text_of(words));
    const xmlChar* const name = xmlDictLookup(parser.context->dict, target, -1);
    parser.reader.events_.push_back({XmlEvent::instruction,
                                     push_parser_detail::text_of(name),
                                     range,
                                     0,
                                     0,
                                     parser.line(),
                                     {},
                                     {}});
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
    parser.fault =
        "not well-formed XML: " + push_parser_detail::without_line_ends(said->message);
    parser.fault_line = static_cast<std::size_t>(std::max(said->line, 0));
  }

  XmlReader& reader;
  xmlSAXHandler handler{};
  std::unique_ptr<xmlParserCtxt, FreeContext> context;
  bool is_unsound = false;  ///< Something kept is no UTF-8.
  std::string fault;        ///< The first.
  std::size_t fault_line = 0;
};

}  // namespace hexapla
