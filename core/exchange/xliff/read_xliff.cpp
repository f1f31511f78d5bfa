#include "exchange/xliff/read_xliff.hpp"

#include "exchange/inline_text.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/xliff/xliff_reader.hpp"
#include "format/xml_fragment.hpp"

#include <utility>

namespace hexapla {
namespace {

std::string kept(std::string_view element) {
  return std::string(kept_xml).append(element);
}

}  // namespace

XliffReader::XliffReader(std::unique_ptr<XmlReader> xml) : xml_(std::move(xml)) {
  header_.format = "xliff " + xml_->attribute("version");
  header_.attributes = attributes_but(*xml_, {"version"});
}

bool XliffReader::find_unit(std::string_view unit_element) {
  while (xml_->next()) {
    const std::string_view element = xml_->local_name();
    if (xml_->event() == XmlEvent::end && element == "group" && !groups_.empty())
      groups_.pop_back();
    if (xml_->event() != XmlEvent::begin || element == "body") continue;
    if (element == unit_element) return true;
    if (element == "file") {
      groups_.clear();
      file_ = begin_tag_at(*xml_);
      if (++files_ == 1) header_.properties.push_back({kept("file"), file_});
      begin_file();
    } else if (element == "group") {
      groups_.push_back(begin_tag_at(*xml_));
    } else {
      const std::string name = element == "header" ? kept(element) : kept("before");
      before_.push_back({name, fragment_at(*xml_)});
    }
  }
  return false;
}

void XliffReader::add_place(TranslationUnit& unit) {
  if (files_ > 1) unit.properties.push_back({kept("file"), file_});
  for (const std::string& group : groups_)
    unit.properties.push_back({kept("group"), group});
  for (NamedValue& value : std::exchange(before_, {}))
    unit.properties.push_back(std::move(value));
}

void XliffReader::read_fact(TranslationUnit& unit) {
  if (xml_->local_name() == "note" && xml_->attributes() == 0) {
    unit.notes.push_back(text_at(*xml_));
  } else {
    std::string name = kept(xml_->local_name());
    unit.properties.push_back({std::move(name), fragment_at(*xml_)});
  }
}

std::unique_ptr<UnitReader> read_xliff(std::istream& in, std::string_view name) {
  auto xml = std::make_unique<XmlReader>(in, name);
  while (xml->next() && xml->event() != XmlEvent::begin) {
  }
  if (xml->event() != XmlEvent::begin || xml->local_name() != "xliff")
    xml->refuse(xml->line(), "not an XLIFF file: its first element is not “xliff”");
  const std::string version = xml->attribute("version");
  if (version.starts_with("1.")) return read_xliff_1(std::move(xml));
  if (version.starts_with("2.")) return read_xliff_2(std::move(xml));
  xml->refuse(xml->line(),
              "XLIFF of version “" + version + "”; 1.0 to 1.2 and 2.0 to 2.1 can be read");
}

}  // namespace hexapla
