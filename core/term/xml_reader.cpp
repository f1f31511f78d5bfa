#include "term/xml_reader.hpp"

#include "term/termbase_builder.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <new>

#include <libxml/xmlreader.h>

namespace hexapla {
namespace {

constexpr std::size_t deepest = 64;  // elements; TBX itself needs about a dozen

std::string_view view_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

}  // namespace

void XmlReader::FreeReader::operator()(_xmlTextReader* reader) const noexcept {
  xmlFreeTextReader(reader);
}

void XmlReader::keep_first(void* slot, void* fault) {
  auto* kept = static_cast<FirstFault*>(slot);
  const auto* said = static_cast<xmlErrorPtr>(fault);
  if (!kept->words.empty() || said == nullptr || said->message == nullptr) return;
  kept->words = tidied(said->message);
  kept->line = static_cast<std::size_t>(std::max(said->line, 0));
}

XmlReader::XmlReader(std::string_view bytes, std::string_view name)
    : bytes_(bytes),
      name_(name),
      // No NOENT and no DTD loading: an entity never becomes text, a file is never opened.
      reader_(xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr,
                                 nullptr, XML_PARSE_NONET | XML_PARSE_BIG_LINES)) {
  if (reader_ == nullptr) throw std::bad_alloc();
  xmlTextReaderSetStructuredErrorHandler(
      reader_.get(), [](void* slot, xmlErrorPtr fault) { keep_first(slot, fault); },
      &fault_);
}
XmlReader::~XmlReader() = default;

bool XmlReader::next() {
  if (event_ == XmlEvent::end) --depth_;
  if (end_is_due_) {
    end_is_due_ = false;
    event_ = XmlEvent::end;
    return true;
  }
  event_ = XmlEvent::text;
  int more = 0;
  while ((more = xmlTextReaderRead(reader_.get())) == 1)
    if (take_event(xmlTextReaderNodeType(reader_.get()))) return true;
  if (more != 0) refuse(fault_.line, "not well-formed XML: " + fault_.words);
  return false;
}

bool XmlReader::take_event(int node_type) {
  switch (node_type) {
    case XML_READER_TYPE_DOCUMENT_TYPE:
      pass_doctype();
      return false;
    case XML_READER_TYPE_ENTITY_REFERENCE:
      refuse(line(), "an entity of one's own stands here; write its text instead");
    case XML_READER_TYPE_ELEMENT:
      if (depth_ == deepest) refuse(line(), "elements are nested too deeply");
      ++depth_;
      event_ = XmlEvent::begin;
      end_is_due_ = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
      return true;
    case XML_READER_TYPE_END_ELEMENT:
      event_ = XmlEvent::end;
      return true;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      event_ = XmlEvent::text;
      return true;
    case XML_READER_TYPE_PROCESSING_INSTRUCTION:
      event_ = XmlEvent::instruction;
      return true;
    default:
      return false;
  }
}

/// Exports of term tools name a DTD, which nobody needs; declarations of the document's own
/// are the door through which entities come.
void XmlReader::pass_doctype() const {
  const xmlNode* const doctype = xmlTextReaderCurrentNode(reader_.get());
  if (doctype != nullptr && doctype->children == nullptr) return;
  // libxml2 keeps no line for a DOCTYPE. 0 when the file is not in UTF-8.
  const std::size_t at = bytes_.find("<!DOCTYPE");
  const std::size_t number =
      at == std::string_view::npos
          ? 0
          : 1 + static_cast<std::size_t>(std::ranges::count(bytes_.substr(0, at), '\n'));
  refuse(number, "a DOCTYPE with declarations stands here; take it out, nobody needs it");
}

std::string_view XmlReader::local_name() const {
  return view_of(xmlTextReaderConstLocalName(reader_.get()));
}

std::string_view XmlReader::value() const {
  return view_of(xmlTextReaderConstValue(reader_.get()));
}

std::string XmlReader::attribute(const char* name) const {
  struct FreeText {
    void operator()(xmlChar* text) const noexcept { xmlFree(text); }
  };
  if (xmlTextReaderHasAttributes(reader_.get()) != 1) return {};
  const std::unique_ptr<xmlChar, FreeText> value(
      xmlTextReaderGetAttribute(reader_.get(), reinterpret_cast<const xmlChar*>(name)));
  return std::string(view_of(value.get()));
}

std::size_t XmlReader::line() const {
  // The parser itself reads ahead: only the node knows its line.
  const long number = xmlGetLineNo(xmlTextReaderCurrentNode(reader_.get()));
  return static_cast<std::size_t>(std::max(number, 0L));
}

void XmlReader::refuse(std::size_t line, std::string_view what) const {
  throw Error(Fault::malformed, {std::string(name_), line}, what);
}

}  // namespace hexapla
