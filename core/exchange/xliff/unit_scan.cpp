#include "exchange/xliff/unit_scan.hpp"

#include "exchange/shared_names.hpp"

#include <algorithm>
#include <utility>

namespace hexapla {

UnitScan::UnitScan(const XliffOpening& opening, std::string_view unit,
                   std::string_view name)
    : before_(opening.tags.size()),
      tokens_(std::string(opening.tags).append(unit)),
      xml_(tokens_, name) {
  follow(opening.depth);
  unit_.source_language = language_tagged(source_tag_);
  unit_.target_language = language_tagged(target_tag_);
}

/// Down to the begin of the unit.
void UnitScan::follow(std::size_t depth) {
  while (xml_.next()) {
    if (xml_.event() != XmlEvent::begin) continue;
    if (xml_.depth() > depth) return;
    const auto take = [&](std::string& tag, std::string_view attribute) {
      if (std::string given = xml_.attribute(attribute); !given.empty())
        tag = std::move(given);
    };
    if (xml_.depth() == 1) {
      home_ = xml_.uri();
      if (!xml_.prefix().empty()) unit_.prefix = std::string(xml_.prefix()) + ':';
      take(source_tag_, "srcLang");
      take(target_tag_, "trgLang");
    } else if (is("file")) {
      take(source_tag_, "source-language");
      take(target_tag_, "target-language");
    }
  }
  xml_.refuse(xml_.line(), "a unit without its begin");
}

ElementPlace UnitScan::place_at_begin() const {
  ElementPlace place;
  place.begin = tokens_.begin() - before_;
  place.content = place.content_end = place.end = tokens_.end() - before_;
  place.name = xml_.prefix();
  if (!place.name.empty()) place.name += ':';
  place.name += xml_.local_name();
  return place;
}

/// The end of `<target/>` is made of the same tag as its begin.
void UnitScan::end_place(ElementPlace& place) const {
  const std::size_t begin = tokens_.begin() - before_;
  if (begin == place.begin) return;
  place.content_end = begin;
  place.end = tokens_.end() - before_;
}

ScannedText UnitScan::read_text(std::span<const InlineElement> coded,
                                const std::string& usual_language) {
  ScannedText text;
  text.place = place_at_begin();
  text.state = xml_.attribute("state");
  const std::string own = xml_.attribute("xml:lang");
  text.variant = variant_tagged(own.empty() ? usual_language : own);
  text.variant.attributes = attributes_but(xml_, {});
  InlineReader content(xml_, coded, text.variant, home_);
  std::vector<std::pair<std::size_t, std::size_t>> open;  // depth and number of a mark
  while (xml_.next()) {
    if (xml_.event() == XmlEvent::begin && is("mrk") && xml_.attribute("mtype") == "seg") {
      open.emplace_back(xml_.depth(), text.marks.size());
      text.marks.push_back({xml_.attribute("mid"), text.variant.text.size(), 0,
                            text.variant.tags.size(), 0, place_at_begin()});
    } else if (xml_.event() == XmlEvent::end && !open.empty() &&
               open.back().first == xml_.depth()) {
      SegmentMark& mark = text.marks[open.back().second];
      mark.text_end = text.variant.text.size();
      mark.last_tag = text.variant.tags.size();
      end_place(mark.place);
      open.pop_back();
    }
    if (content.take(xml_)) continue;
    end_place(text.place);
    return text;
  }
  xml_.refuse(xml_.line(), "the file ends inside a text");
}

void UnitScan::read_fact(TranslationUnit& unit) {
  if (is("note")) {
    unit.notes.push_back(text_at(xml_));
  } else {
    std::string name(kept_xml);
    name += xml_.local_name();
    unit.properties.push_back({std::move(name), fragment_at(xml_)});
  }
}

}  // namespace hexapla
