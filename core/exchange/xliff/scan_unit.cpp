#include "exchange/shared_names.hpp"
#include "exchange/xliff/unit_scan.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace hexapla {
namespace {

bool is_blank(const Variant& variant) {
  return variant.text.empty() && variant.tags.empty();
}

/// The part of a text inside a mark.
Variant part_of(const Variant& whole, const SegmentMark& mark) {
  Variant part;
  part.language = whole.language;
  part.tag = whole.tag;
  part.text = whole.text.substr(mark.text_begin, mark.text_end - mark.text_begin);
  for (std::size_t at = mark.first_tag + 1; at < mark.last_tag; ++at) {
    part.tags.push_back(whole.tags[at]);
    part.tags.back().at -= static_cast<std::uint32_t>(mark.text_begin);
  }
  return part;
}

/// What an editor says of a segment beyond XLIFF's own words.
struct EditorFacts {
  std::string status;
  std::string match_rate;
  std::string origin;
  bool is_locked = false;
};

bool means_yes(std::string_view word) {
  return word == "true" || word == "1" || word == "yes" || word == "locked";
}

/// A trans-unit of XLIFF 1.
class Scan1 final : private UnitScan {
 public:
  using UnitScan::UnitScan;

  ScannedUnit scan() && {
    id_ = xml().attribute("id");
    approved_ = xml().attribute("approved");
    whole_.attributes = attributes_but(xml(), {"id"});
    read_editor_attributes();
    xml().for_each_child([&] { read_child(); });
    if (!source_) return {};
    unit_.target_place = behind_source_;
    if (target_) unit_.target = target_->place;
    make_rows();
    TranslationUnit& first = unit_.segments.front().row;
    first.notes = std::move(whole_.notes);
    for (NamedValue& property : whole_.properties)
      first.properties.push_back(std::move(property));
    first.confidence = confidence_in(first.properties);
    return std::move(unit_);
  }

 private:
  void read_child() {
    if (is("source")) {
      source_ = read_text(inline_elements::of_xliff_1, source_tag_);
      behind_source_ = place_behind();
    } else if (is("seg-source")) {
      segmented_ = read_text(inline_elements::of_xliff_1, source_tag_);
      behind_source_ = place_behind();
    } else if (is("target")) {
      target_ = read_text(inline_elements::of_xliff_1, target_tag_);
    } else if (xml().local_name() == "seg-defs") {
      xml().for_each_child([&] { read_segment_facts(); });
    } else {
      read_fact(whole_);
    }
  }

  /// `<sdl:seg id="1" conf="Translated" percent="100" origin="tm" locked="true"/>`.
  void read_segment_facts() {
    facts_[xml().attribute("id")] = {xml().attribute("conf"), xml().attribute("percent"),
                                     xml().attribute("origin"),
                                     means_yes(xml().attribute("locked"))};
    pass_over(xml());
  }

  /// memoQ and Phrase say it of the unit, in attributes of their own.
  void read_editor_attributes() {
    for (std::size_t at = 0; at < xml().attributes(); ++at) {
      const XmlAttribute attribute = xml().attribute_at(at);
      if (attribute.uri.empty()) continue;
      const std::string value(attribute.value);
      if (attribute.name == "status") editor_.status = value;
      if (attribute.name == "confirmed")
        editor_.status = means_yes(value) ? "Translated" : "Draft";
      if (attribute.name == "percent" || attribute.name == "score")
        editor_.match_rate = value;
      if (attribute.name == "locked") editor_.is_locked = means_yes(value);
      if (attribute.name == "trans-origin") editor_.origin = value;
    }
  }

  /// A segment each where both sides are cut alike; a unit whose translation isn't cut is
  /// one pair.
  void make_rows() {
    const bool is_cut = segmented_ && !segmented_->marks.empty();
    const bool has_whole_target =
        target_ && target_->marks.empty() && !is_blank(target_->variant);
    if (!is_cut || (has_whole_target && segmented_->marks.size() > 1)) {
      add_row(id_, source_->variant, source_->place, target_ ? &target_->variant : nullptr,
              target_ ? std::optional(target_->place) : std::nullopt, "");
      return;
    }
    for (const SegmentMark& mark : segmented_->marks) {
      const bool is_only = segmented_->marks.size() == 1;
      const SegmentMark* const other = target_ ? mark_of(*target_, mark.mid) : nullptr;
      Variant target;
      std::optional<ElementPlace> place;
      if (other != nullptr) {
        target = part_of(target_->variant, *other);
        place = other->place;
      } else if (is_only && has_whole_target) {
        target = target_->variant;
        place = target_->place;
      }
      add_row(is_only ? id_ : id_ + '/' + mark.mid, part_of(segmented_->variant, mark),
              mark.place, &target, place, mark.mid);
    }
  }

  static const SegmentMark* mark_of(const ScannedText& text, const std::string& mid) {
    const auto found = std::ranges::find(text.marks, mid, &SegmentMark::mid);
    return found == text.marks.end() ? nullptr : &*found;
  }

  void add_row(const std::string& id, Variant source, const ElementPlace& source_place,
               const Variant* target, std::optional<ElementPlace> target_place,
               const std::string& mid) {
    ScannedSegment segment;
    segment.mid = mid;
    segment.source = source_place;
    segment.target = std::move(target_place);
    segment.target_place = behind_source_;
    TranslationUnit& row = segment.row;
    row.id = id;
    row.attributes = whole_.attributes;
    row.variants.push_back(std::move(source));
    const bool has_target = target != nullptr && !is_blank(*target);
    if (has_target) row.variants.push_back(*target);
    const auto facts = facts_.find(mid);
    add_state(row, facts == facts_.end() ? editor_ : facts->second,
              has_target ? TargetText::present : TargetText::empty);
    unit_.segments.push_back(std::move(segment));
  }

  void add_state(TranslationUnit& row, const EditorFacts& facts, TargetText target) const {
    row.state = state_in_editor(facts.status, target);
    if (row.state == UnitState::unknown)
      row.state = state_in_xliff_1(target_ ? target_->state : "", approved_, target);
    if (!facts.match_rate.empty())
      row.properties.push_back({"x-match-rate", facts.match_rate});
    if (!facts.origin.empty()) row.properties.push_back({"x-origin", facts.origin});
    if (facts.is_locked) row.properties.push_back({"x-locked", "yes"});
  }

  std::string id_;
  std::string approved_;
  TranslationUnit whole_;  ///< What belongs to the unit.
  EditorFacts editor_;
  std::map<std::string, EditorFacts> facts_;  ///< By mid.
  std::optional<ScannedText> source_;
  std::optional<ScannedText> segmented_;
  std::optional<ScannedText> target_;
  std::size_t behind_source_ = 0;
};

/// A unit of XLIFF 2.
class Scan2 final : private UnitScan {
 public:
  using UnitScan::UnitScan;

  ScannedUnit scan() && {
    TranslationUnit whole;
    const std::string id = xml().attribute("id");
    attributes_ = attributes_but(xml(), {"id"});
    xml().for_each_child([&] {
      if (is("segment")) {
        read_segment(id);
      } else if (is("ignorable")) {
        pass_over(xml());
      } else if (is("notes")) {
        xml().for_each_child([&] { read_fact(whole); });
      } else {
        read_fact(whole);
      }
    });
    if (unit_.segments.empty()) return {};
    TranslationUnit& first = unit_.segments.front().row;
    first.notes = std::move(whole.notes);
    first.properties = std::move(whole.properties);
    first.confidence = confidence_in(first.properties);
    return std::move(unit_);
  }

 private:
  void read_segment(const std::string& unit_id) {
    ScannedSegment segment;
    const std::string own = xml().attribute("id");
    segment.row.id = own.empty() ? unit_id : unit_id + '/' + own;
    segment.row.attributes = attributes_;
    const std::string state = xml().attribute("state");
    for (NamedValue& attribute : attributes_but(xml(), {"id"}))
      segment.row.attributes.push_back(
          {"segment/" + attribute.name, std::move(attribute.value)});
    std::optional<Variant> target;
    xml().for_each_child([&] {
      if (is("source")) {
        ScannedText text = read_text(inline_elements::of_xliff_2, source_tag_);
        segment.source = text.place;
        segment.target_place = place_behind();
        segment.row.variants.push_back(std::move(text.variant));
      } else if (is("target")) {
        ScannedText text = read_text(inline_elements::of_xliff_2, target_tag_);
        segment.target = text.place;
        target = std::move(text.variant);
      } else {
        pass_over(xml());
      }
    });
    if (!segment.source) return;
    const bool has_target = target && !is_blank(*target);
    if (has_target) segment.row.variants.push_back(std::move(*target));
    segment.row.state =
        state_in_xliff_2(state, has_target ? TargetText::present : TargetText::empty);
    unit_.segments.push_back(std::move(segment));
  }

  std::vector<NamedValue> attributes_;
};

}  // namespace

ScannedUnit scan_unit(XliffVersion version, const XliffOpening& opening,
                      std::string_view unit, std::string_view name) {
  return version == XliffVersion::one ? Scan1(opening, unit, name).scan()
                                      : Scan2(opening, unit, name).scan();
}

}  // namespace hexapla
