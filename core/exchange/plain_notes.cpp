#include "exchange/plain_notes.hpp"

#include "format/xml_fragment.hpp"
#include "format/xml_reader.hpp"
#include "text/error.hpp"

namespace hexapla {

std::vector<std::string> plain_notes(const TranslationUnit& unit) {
  std::vector<std::string> notes = unit.notes;
  for (const NamedValue& property : unit.properties) {
    if (property.name != "xml:note") continue;
    try {
      XmlReader xml(property.value, "note");
      if (xml.next()) notes.push_back(text_at(xml));
    } catch (const Error&) {
      notes.push_back(property.value);  // an untrusted corpus may hold anything
    }
  }
  return notes;
}

}  // namespace hexapla
