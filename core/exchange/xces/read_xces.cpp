#include "exchange/xces/read_xces.hpp"

#include "exchange/inline_text.hpp"
#include "exchange/language_tag.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/linked_sides.hpp"
#include "format/xml_reader.hpp"
#include "text/table.hpp"

#include <array>
#include <istream>
#include <unordered_map>
#include <utility>

namespace hexapla {
namespace {

using Sentences = std::unordered_map<std::string, std::string>;  ///< By id.

constexpr std::size_t largest_document = std::size_t{1024} * 1024 * 1024;  // bytes of text

/// White space as one space, none at the ends.
void append_tidy(std::string& text, std::string_view words) {
  for (const char byte : words) {
    const bool is_space = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
    if (!is_space) text += byte;
    if (is_space && !text.empty() && text.back() != ' ') text += ' ';
  }
}

Sentences sentences_of(std::istream& in, const std::string& name) {
  Sentences sentences;
  XmlReader xml(in, name);
  std::string id;
  std::string text;
  std::size_t depth = 0;  // of the open sentence; 0 outside
  std::size_t total = 0;
  while (xml.next()) {
    const bool is_sentence = xml.event() != XmlEvent::text && xml.local_name() == "s";
    if (xml.event() == XmlEvent::begin && is_sentence && depth == 0) {
      id = xml.attribute("id");
      if (id.empty()) id = xml.attribute("xml:id");
      depth = xml.depth();
      text.clear();
    } else if (xml.event() == XmlEvent::text && depth > 0) {
      append_tidy(text, xml.value());
    } else if (xml.event() == XmlEvent::end && is_sentence && xml.depth() == depth) {
      depth = 0;
      if (text.ends_with(' ')) text.pop_back();
      total += text.size();
      if (total > largest_document)
        xml.refuse(xml.line(), "a document has more than 1 GiB of text; cut it");
      sentences.emplace(id, text);
    }
  }
  return sentences;
}

/// `en` of `en/2001/A.xml.gz`.
Language language_of_document(std::string_view name) {
  const std::size_t slash = name.find('/');
  return slash == std::string_view::npos ? Language()
                                         : language_tagged(name.substr(0, slash));
}

class XcesReader final : public UnitReader {
 public:
  XcesReader(std::istream& in, std::string_view name, Language source, Language target,
             OpenDocument open)
      : xml_(in, name), languages_{source, target}, open_(std::move(open)) {
    while (xml_.next() && xml_.event() != XmlEvent::begin) {
    }
    is_intertext_ = xml_.local_name() == "linkGrp";
    if (xml_.event() != XmlEvent::begin ||
        (!is_intertext_ && xml_.local_name() != "cesAlign"))
      xml_.refuse(
          xml_.line(),
          "no XCES alignment: its first element is neither “cesAlign” nor “linkGrp”");
    header_.format = is_intertext_ ? "intertext" : "xces";
    header_.attributes = attributes_but(xml_, {});
    take_documents();
    header_.source = source_language();
  }

  bool next(TranslationUnit& unit) override {
    while (xml_.next()) {
      if (xml_.event() != XmlEvent::begin) continue;
      if (xml_.local_name() == "linkGrp" || xml_.local_name() == "cesAlign")
        take_documents();
      if (xml_.local_name() != "link") continue;
      read_link(unit);
      if (!unit.variants.empty()) return true;
    }
    return false;
  }

 private:
  /// Names given by the present element; the documents are read when a link needs them.
  void take_documents() {
    const std::string from = xml_.attribute("fromDoc");
    const std::string to = xml_.attribute("toDoc");
    if (from.empty() && to.empty()) return;
    if (std::array{from, to} == names_) return;
    names_ = {from, to};
    are_read_ = false;
  }

  void read_documents() {
    for (const std::size_t side : {0U, 1U}) {
      if (names_.at(side).empty())
        xml_.refuse(xml_.line(), "links without documents: no fromDoc and toDoc");
      sentences_.at(side).clear();
      const auto in = open_(names_.at(side));
      sentences_.at(side) = sentences_of(*in, names_.at(side));
    }
    are_read_ = true;
  }

  [[nodiscard]] Language language_of(std::size_t side) const {
    return languages_.at(side) != Language() ? languages_.at(side)
                                             : language_of_document(names_.at(side));
  }
  [[nodiscard]] Language source_language() const { return language_of(0); }

  void read_link(TranslationUnit& unit) {
    if (!are_read_) read_documents();
    unit = {};
    unit.id = xml_.attribute("id");
    unit.attributes = attributes_but(xml_, {"id", "xtargets"});
    if (const auto* certainty = value_of(unit.attributes, "certainty"))
      unit.confidence = confidence_from(*certainty);
    unit.properties = {{std::string(document_property), names_[0]},
                       {"x-target-document", names_[1]}};
    const std::string targets = xml_.attribute("xtargets");
    const auto parts = parts_of(targets, ';');
    if (parts.size() != 2)
      xml_.refuse(xml_.line(),
                  "a link whose xtargets are not “s1 s2;s1” but “" + targets + "”");
    add(unit, 0, parts[is_intertext_ ? 1 : 0]);
    add(unit, 1, parts[is_intertext_ ? 0 : 1]);
  }

  void add(TranslationUnit& unit, std::size_t side, std::string_view ids) {
    std::vector<std::string> found;
    for (const std::string_view id : parts_of(ids, ' ')) {
      const auto sentence = sentences_.at(side).find(std::string(id));
      if (sentence != sentences_.at(side).end()) found.push_back(sentence->second);
    }
    add_side(unit, language_of(side), found, std::string(ids));
  }

  XmlReader xml_;
  std::array<Language, 2> languages_;
  OpenDocument open_;
  bool is_intertext_ = false;
  std::array<std::string, 2> names_;
  std::array<Sentences, 2> sentences_;
  bool are_read_ = false;
};

}  // namespace

std::unique_ptr<UnitReader> read_xces(std::istream& in, std::string_view name,
                                      Language source, Language target, OpenDocument open) {
  return std::make_unique<XcesReader>(in, name, source, target, std::move(open));
}

}  // namespace hexapla
