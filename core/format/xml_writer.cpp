#include "format/xml_writer.hpp"

#include "text/code_point.hpp"
#include "text/error.hpp"

#include <array>
#include <cstdio>
#include <ostream>
#include <string>

#include <libxml/chvalid.h>
#include <libxml/xmlwriter.h>

namespace hexapla {
namespace {

const xmlChar* xml(const char* text) {
  return reinterpret_cast<const xmlChar*>(text);
}

void require(int result) {
  if (result < 0) throw Error(Fault::unwritable, {"XML", 0}, "libxml2 could not write it");
}

std::string name_of(char32_t code_point) {
  std::array<char, sizeof "[U+10FFFF]"> name{};
  std::snprintf(name.data(), name.size(), "[U+%04X]", static_cast<unsigned>(code_point));
  return name.data();
}

}  // namespace

void XmlWriter::FreeBuffer::operator()(_xmlBuffer* buffer) const noexcept {
  xmlBufferFree(buffer);
}
void XmlWriter::FreeWriter::operator()(_xmlTextWriter* writer) const noexcept {
  xmlFreeTextWriter(writer);
}

XmlWriter::XmlWriter(std::ostream& out)
    : out_(out),
      buffer_(xmlBufferCreate()),
      writer_(xmlNewTextWriterMemory(buffer_.get(), 0)) {
  require(writer_ == nullptr ? -1 : 0);
  require(xmlTextWriterSetIndent(writer_.get(), 1));
  require(xmlTextWriterStartDocument(writer_.get(), "1.0", "UTF-8", nullptr));
}
XmlWriter::~XmlWriter() = default;

void XmlWriter::start(const char* element) {
  require(xmlTextWriterStartElement(writer_.get(), xml(element)));
}

void XmlWriter::attribute(const char* name, std::string_view value) {
  require(xmlTextWriterWriteAttribute(writer_.get(), xml(name), xml(legal(value).c_str())));
}

void XmlWriter::text(std::string_view words) {
  require(xmlTextWriterWriteString(writer_.get(), xml(legal(words).c_str())));
}

void XmlWriter::end() {
  require(xmlTextWriterEndElement(writer_.get()));
}

void XmlWriter::element(const char* name, const char* attribute_name,
                        std::string_view value, std::string_view words) {
  start(name);
  attribute(attribute_name, value);
  text(words);
  end();
}

void XmlWriter::instruction(const char* target, std::string_view words) {
  require(xmlTextWriterWritePI(writer_.get(), xml(target), xml(legal(words).c_str())));
}

void XmlWriter::flush() {
  require(xmlTextWriterFlush(writer_.get()));
  out_.write(reinterpret_cast<const char*>(xmlBufferContent(buffer_.get())),
             xmlBufferLength(buffer_.get()));
  xmlBufferEmpty(buffer_.get());
}

void XmlWriter::finish() {
  require(xmlTextWriterEndDocument(writer_.get()));
  flush();
}

std::string XmlWriter::legal(std::string_view words) {
  std::string legal;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    const char32_t code_point = next_code_point(words, at);
    if (xmlIsCharQ(static_cast<unsigned>(code_point))) {
      legal += words.substr(begin, at - begin);
    } else {
      legal += name_of(code_point);
      ++marked_;
    }
  }
  return legal;
}

}  // namespace hexapla
