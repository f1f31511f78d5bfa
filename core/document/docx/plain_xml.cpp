#include "document/docx/package.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

namespace hexapla {
namespace {

struct FreeParser {
  void operator()(xmlParserCtxt* parser) const noexcept { xmlFreeParserCtxt(parser); }
};

struct Verdict {
  std::optional<std::size_t> doctype_line;
};

void note_doctype(void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
  auto* const parser = static_cast<xmlParserCtxt*>(data);
  static_cast<Verdict*>(parser->_private)->doctype_line =
      static_cast<std::size_t>(parser->input == nullptr ? 0 : parser->input->line);
  xmlStopParser(parser);
}

std::string first_line(const char* words) {
  const std::string_view all = words == nullptr ? "broken XML" : words;
  return std::string(all.substr(0, all.find('\n')));
}

std::string position_of(const xmlParserCtxt& parser) {
  const long at = parser.input == nullptr ? -1
                                          : static_cast<long>(parser.input->consumed) +
                                                (parser.input->cur - parser.input->base);
  return at < 0 ? std::string() : "byte " + std::to_string(at) + ": ";
}

}  // namespace

void require_plain_xml(std::string_view xml, std::string_view place) {
  const std::string where(place);
  // Other encodings would need a map back to the bytes; word processors write only UTF-8.
  require_utf8(xml, where);
  std::unique_ptr<xmlParserCtxt, FreeParser> parser(
      xmlCreateMemoryParserCtxt(xml.data(), static_cast<int>(xml.size())));
  if (!parser) throw Error(Fault::malformed, {where, 0}, "empty");
  // No handlers, no tree: only the verdict matters.
  *parser->sax = {};
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->internalSubset = note_doctype;
  Verdict verdict;
  parser->_private = &verdict;
  xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOERROR |
                                      XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC);
  xmlParseDocument(parser.get());
  if (verdict.doctype_line)
    throw Error(Fault::unsupported, {where, *verdict.doctype_line},
                "it has a DOCTYPE, which may name other files; word processors write none");
  if (parser->wellFormed == 1) return;
  if (parser->nameNr >= static_cast<int>(xmlParserMaxDepth))
    throw Error(Fault::unsupported, {where, 0},
                "elements nested more than " + std::to_string(xmlParserMaxDepth) +
                    " deep, as in no document");
  const xmlError* const error = xmlCtxtGetLastError(parser.get());
  const int line = error == nullptr ? 0 : error->line;
  throw Error(Fault::malformed, {where, static_cast<std::size_t>(std::max(line, 0))},
              position_of(*parser) +
                  first_line(error == nullptr ? nullptr : error->message) +
                  "; open the file in a word processor and save it again");
}

}  // namespace hexapla
