#include "format/xml_lines.hpp"

#include "format/xml_text.hpp"

#include <algorithm>
#include <ostream>

namespace hexapla {
namespace {

constexpr std::size_t large = std::size_t{64} * 1024;  // bytes handed on at once

}  // namespace

XmlLines::XmlLines(std::ostream& out) : out_(out) {
  bytes_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
}

void XmlLines::start(std::string_view element) {
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

void XmlLines::attribute(std::string_view name, std::string_view value) {
  bytes_ += ' ';
  bytes_ += name;
  bytes_ += "=\"";
  marked_ += append_xml(bytes_, value, XmlPlace::attribute);
  bytes_ += '"';
}

void XmlLines::attributes(std::span<const NamedValue> values) {
  for (const NamedValue& value : values)
    attribute(value.name, value.value);
}

void XmlLines::text(std::string_view words) {
  close_begin();
  open_.back().holds_text = true;
  marked_ += append_xml(bytes_, words, XmlPlace::element);
}

void XmlLines::markup(std::string_view balanced) {
  close_begin();
  if (!open_.back().holds_text) new_line();
  open_.back().holds_elements = true;
  bytes_ += balanced;
}

void XmlLines::end() {
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

void XmlLines::element(std::string_view name, std::span<const NamedValue> values,
                       std::string_view words) {
  start(name);
  attributes(values);
  text(words);
  end();
}

void XmlLines::finish() {
  while (!open_.empty())
    end();
  bytes_ += '\n';
  out_ << bytes_;
  bytes_.clear();
}

void XmlLines::close_begin() {
  if (is_begun_) bytes_ += '>';
  is_begun_ = false;
}

void XmlLines::new_line() {
  bytes_ += '\n';
  bytes_.append(open_.size(), ' ');
}

void XmlLines::hand_on_when_large() {
  if (bytes_.size() < large) return;
  out_ << bytes_;
  bytes_.clear();
}

}  // namespace hexapla
