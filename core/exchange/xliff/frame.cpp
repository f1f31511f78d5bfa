#include "exchange/xliff/frame.hpp"

#include "exchange/shared_names.hpp"
#include "format/xml_fragment.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <utility>

namespace hexapla {
namespace {

constexpr std::string_view file_property = "xml:file";
constexpr std::string_view group_property = "xml:group";
constexpr std::string_view header_property = "xml:header";
constexpr std::string_view before_property = "xml:before";

/// The attributes of `<file original="a"/>`; none when it can't be read.
std::vector<NamedValue> attributes_of(const std::string& begin_tag) {
  std::vector<NamedValue> attributes;
  try {
    XmlReader xml(begin_tag, "markup");
    if (!xml.next()) return {};
    for (std::size_t at = 0; at < xml.attributes(); ++at) {
      const XmlAttribute attribute = xml.attribute_at(at);
      std::string name(attribute.prefix);
      if (!name.empty() && name != "xml" &&
          value_of(attributes, "xmlns:" + name) == nullptr)
        attributes.push_back({"xmlns:" + name, std::string(attribute.uri)});
      name += name.empty() ? "" : ":";
      name += attribute.name;
      attributes.push_back({std::move(name), std::string(attribute.value)});
    }
  } catch (const Error&) {
    return {};
  }
  return attributes;
}

}  // namespace

bool belongs_to_frame(std::string_view property) {
  return property == file_property || property == group_property ||
         property == header_property || property == before_property;
}

XliffFrame::XliffFrame(XmlLines& xml, XliffFileForm form, std::string own_file, bool is_own)
    : xml_(xml), form_(std::move(form)), own_file_(std::move(own_file)), is_own_(is_own) {}

XliffFrame::Frame XliffFrame::frame_of(const TranslationUnit& unit) const {
  Frame frame{own_file_, {}};
  if (!is_own_) return frame;
  for (const NamedValue& property : unit.properties) {
    if (property.name == file_property) frame.file = property.value;
    if (property.name == group_property) frame.groups.push_back(property.value);
  }
  return frame;
}

void XliffFrame::change_to(const TranslationUnit& unit, const Frame& wanted) {
  if (is_open_ && wanted.file != frame_.file) close_file();
  if (!is_open_) open_file(wanted, &unit);
  const auto differs = std::ranges::mismatch(frame_.groups, wanted.groups).in1;
  const auto common = static_cast<std::size_t>(differs - frame_.groups.begin());
  for (; frame_.groups.size() > common; frame_.groups.pop_back())
    xml_.end();
  for (std::size_t at = common; at < wanted.groups.size(); ++at) {
    xml_.start("group");
    xml_.attributes(attributes_of(wanted.groups[at]));
    frame_.groups.push_back(wanted.groups[at]);
  }
}

void XliffFrame::open_file(const Frame& wanted, const TranslationUnit* unit) {
  std::vector<NamedValue> attributes = attributes_of(wanted.file);
  for (const NamedValue& attribute : form_.demanded)
    if (value_of(attributes, attribute.name) == nullptr) attributes.push_back(attribute);
  xml_.start("file");
  xml_.attributes(attributes);
  if (unit != nullptr && is_own_)
    for (const NamedValue& property : unit->properties)
      if (property.name == header_property && is_balanced(property.value))
        xml_.markup(property.value);
  if (!form_.body.empty()) xml_.start(form_.body);
  frame_ = {wanted.file, {}};
  is_open_ = true;
}

void XliffFrame::close_file() {
  for (; !frame_.groups.empty(); frame_.groups.pop_back())
    xml_.end();
  if (!form_.body.empty()) xml_.end();
  xml_.end();
  is_open_ = false;
}

void XliffFrame::write_before(const TranslationUnit& unit) {
  if (!is_own_) return;
  for (const NamedValue& property : unit.properties)
    if (property.name == before_property && is_balanced(property.value))
      xml_.markup(property.value);
}

void XliffFrame::finish() {
  if (!is_open_) open_file({own_file_, {}}, nullptr);
  close_file();
}

}  // namespace hexapla
