#include "format/xml_writer.hpp"

#include "format/xml_text.hpp"

#include <algorithm>
#include <ostream>

namespace hexapla {
namespace {

/// What an instruction says is not spelled out: it has no markup.
std::size_t append_marked(std::string& out, std::string_view words) {
  const auto is_forbidden = [](char byte) {
    return static_cast<unsigned char>(byte) < ' ';
  };
  std::string plain(words);
  std::ranges::replace_if(plain, is_forbidden, ' ');
  out += plain;
  return static_cast<std::size_t>(std::ranges::count_if(words, is_forbidden));
}

constexpr std::size_t large = std::size_t{64} * 1024;  // bytes handed on at once

}  // namespace

XmlWriter::XmlWriter(std::ostream& out, Whole whole)
    : out_(out), is_document_(whole == Whole::document) {
  if (is_document_) bytes_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
}

void XmlWriter::start(std::string_view element) {
  close_begin();
  if (!open_.empty()) {
    if (!open_.back().holds_text) new_line();
    open_.back().holds_elements = true;
  }
  bytes_ += '<';
  bytes_ += element;
  // Inside of text all is text.
  open_.push_back({element, !open_.empty() && open_.back().holds_text, false});
  is_begun_ = true;
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
  bytes_ += ' ';
  bytes_ += name;
  bytes_ += "=\"";
  marked_ += append_xml(bytes_, value, XmlPlace::attribute);
  bytes_ += '"';
}

void XmlWriter::attributes(std::span<const NamedValue> values) {
  for (const NamedValue& value : values)
    attribute(value.name, value.value);
}

void XmlWriter::text(std::string_view words) {
  close_begin();
  open_.back().holds_text = true;
  marked_ += append_xml(bytes_, words, XmlPlace::element);
}

void XmlWriter::markup(std::string_view balanced) {
  close_begin();
  if (!open_.back().holds_text) new_line();
  open_.back().holds_elements = true;
  bytes_ += balanced;
}

void XmlWriter::instruction(std::string_view target, std::string_view words) {
  close_begin();
  open_.back().holds_elements = true;
  bytes_.append("<?").append(target).append(" ");
  marked_ += append_marked(bytes_, words);
  bytes_ += "?>";
}

void XmlWriter::end() {
  const Open ended = open_.back();
  open_.pop_back();
  if (is_begun_) {
    bytes_ += "/>";
  } else {
    if (ended.holds_elements && !ended.holds_text) new_line();
    bytes_ += "</";
    bytes_ += ended.name;
    bytes_ += '>';
  }
  is_begun_ = false;
  hand_on_when_large();
}

void XmlWriter::element(std::string_view name, std::span<const NamedValue> values,
                        std::string_view words) {
  start(name);
  attributes(values);
  text(words);
  end();
}

void XmlWriter::finish() {
  while (!open_.empty())
    end();
  if (is_document_) bytes_ += '\n';
  out_ << bytes_;
  bytes_.clear();
}

void XmlWriter::close_begin() {
  if (is_begun_) bytes_ += '>';
  is_begun_ = false;
}

void XmlWriter::new_line() {
  bytes_ += '\n';
  bytes_.append(open_.size(), ' ');
}

void XmlWriter::hand_on_when_large() {
  if (bytes_.size() < large) return;
  out_ << bytes_;
  bytes_.clear();
}

}  // namespace hexapla
