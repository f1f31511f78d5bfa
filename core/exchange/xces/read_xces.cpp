#include "exchange/xces/read_xces.hpp"

#include "exchange/inline_text.hpp"
#include "exchange/language_tag.hpp"
#include "exchange/linked_sides.hpp"
#include "exchange/shared_names.hpp"
#include "format/xml_reader.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <istream>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

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
      : name_(name), xml_(in, name), languages_{source, target}, open_(std::move(open)) {
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
    read_links();
    scale_certainties();
    if (!documents_.empty()) names_ = documents_.front();
    header_.source = source_language();
  }

  bool next(TranslationUnit& unit) override {
    while (next_ < links_.size()) {
      const Link& link = links_[next_++];
      if (documents_.at(link.documents) != names_) {
        names_ = documents_[link.documents];
        are_read_ = false;
      }
      read_link(link, unit);
      if (!unit.variants.empty()) return true;
    }
    return false;
  }

 private:
  struct Link {
    std::size_t line = 0;
    std::size_t documents = 0;  ///< Which pair of names.
    std::string id;
    std::string targets;
    std::vector<NamedValue> attributes;
    double confidence = 1;
  };

  /// Names given by the present element; the documents are read when a link needs them.
  void take_documents() {
    const std::string from = xml_.attribute("fromDoc");
    const std::string to = xml_.attribute("toDoc");
    if (from.empty() && to.empty()) return;
    if (documents_.empty() || documents_.back() != std::array{from, to})
      documents_.push_back({from, to});
  }

  void read_links() {
    while (xml_.next()) {
      if (xml_.event() != XmlEvent::begin) continue;
      if (xml_.local_name() == "linkGrp" || xml_.local_name() == "cesAlign")
        take_documents();
      if (xml_.local_name() != "link") continue;
      if (documents_.empty())
        xml_.refuse(xml_.line(), "links without documents: no fromDoc and toDoc");
      links_.push_back({xml_.line(), documents_.size() - 1, xml_.attribute("id"),
                        xml_.attribute("xtargets"),
                        attributes_but(xml_, {"id", "xtargets"})});
    }
  }

  /// Certainties of some aligners are scores without bounds: what they tell is which link
  /// is surer than which. Then a link's confidence is the share of links that are less
  /// sure.
  void scale_certainties() {
    std::vector<double> scores;
    for (const Link& link : links_)
      if (const auto score = score_of(link)) scores.push_back(*score);
    std::ranges::sort(scores);
    const bool are_bounded = scores.empty() || (scores.front() >= 0 && scores.back() <= 1);
    if (!are_bounded)
      warn(
          name_, 0,
          "certainties that are not from 0 to 1; a link's confidence is the share of links "
          "that are less sure");
    for (Link& link : links_) {
      const auto score = score_of(link);
      if (!score) continue;
      const auto less_sure = std::ranges::lower_bound(scores, *score) - scores.begin();
      link.confidence =
          are_bounded ? *score
                      : static_cast<double>(less_sure) / static_cast<double>(scores.size());
    }
  }

  static std::optional<double> score_of(const Link& link) {
    const std::string* const words = value_of(link.attributes, "certainty");
    if (words == nullptr) return std::nullopt;
    double score = 0;
    const auto [end, fault] =
        std::from_chars(words->data(), words->data() + words->size(), score);
    return fault == std::errc() && std::isfinite(score) ? std::optional(score)
                                                        : std::nullopt;
  }

  void read_documents() {
    for (const std::size_t side : {0U, 1U}) {
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

  void read_link(const Link& link, TranslationUnit& unit) {
    if (!are_read_) read_documents();
    unit = {};
    unit.id = link.id;
    unit.attributes = link.attributes;
    unit.confidence = link.confidence;
    unit.properties = {{std::string(document_property), names_[0]},
                       {"x-target-document", names_[1]}};
    const auto parts = parts_of(link.targets, ';');
    if (parts.size() != 2)
      xml_.refuse(link.line,
                  "a link whose xtargets are not “s1 s2;s1” but “" + link.targets + "”");
    add(link, unit, 0, parts[is_intertext_ ? 1 : 0]);
    add(link, unit, 1, parts[is_intertext_ ? 0 : 1]);
  }

  /// A unit with half of its text must not pass for whole.
  void add(const Link& link, TranslationUnit& unit, std::size_t side,
           std::string_view ids) {
    std::vector<std::string> found;
    for (const std::string_view id : parts_of(ids, ' ')) {
      if (id.empty()) continue;
      const auto sentence = sentences_.at(side).find(std::string(id));
      if (sentence != sentences_.at(side).end()) {
        found.push_back(sentence->second);
        continue;
      }
      warn(name_, link.line,
           names_.at(side) + " has no sentence " + std::string(id) +
               ", which a link names: text and alignment don't belong together");
      unit.state = UnitState::draft;
      unit.properties.push_back({"x-missing", std::string(id)});
    }
    add_side(unit, language_of(side), found, std::string(ids));
  }

  std::string name_;
  XmlReader xml_;
  std::vector<std::array<std::string, 2>> documents_;  ///< Names, as the file has them.
  std::vector<Link> links_;
  std::size_t next_ = 0;
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
