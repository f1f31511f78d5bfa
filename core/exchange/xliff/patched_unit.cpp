#include "exchange/xliff/patched_unit.hpp"

#include "exchange/xliff/unit_scan.hpp"
#include "format/xml_text.hpp"
#include "format/xml_writer.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

namespace hexapla {
namespace {

/// The translation of a row; nullptr when it has none.
const Variant* target_of(const TranslationUnit& row, Language source, Language target) {
  const Variant* found = nullptr;
  for (const Variant& variant : row.variants)
    if (variant.language == target && variant.language != source) found = &variant;
  if (found == nullptr && row.variants.size() > 1) found = &row.variants[1];
  return found;
}

class UnitPatch {
 public:
  UnitPatch(std::string_view bytes, const ScannedUnit& unit, const InlineForm& form)
      : bytes_(bytes), unit_(unit), form_(form) {}

  void look_at(const ScannedSegment& segment, const TranslationUnit& row) {
    const Variant* const now = target_of(row, unit_.source_language, unit_.target_language);
    if (now == nullptr) return;
    const auto& variants = segment.row.variants;
    const bool was_there = variants.size() > 1;
    if (was_there && variants[1].text == now->text && variants[1].tags == now->tags) return;
    if (!was_there && now->text.empty() && now->tags.empty()) return;
    const std::string content = content_of(*now);
    if (segment.target) {
      replace(*segment.target, content);
    } else if (segment.mid.empty()) {
      insert(segment.target_place, element("target", "", content));
    } else {
      added_marks_ +=
          (added_marks_.empty() ? "" : " ") + element("mrk", mark(segment.mid), content);
    }
    if (!was_there && unit_.target) say_translated(*unit_.target);
  }

  std::string patched() && {
    if (!added_marks_.empty()) {
      if (!unit_.target) {
        insert(unit_.target_place, element("target", "", added_marks_));
      } else if (unit_.target->is_empty_tag()) {
        replace(*unit_.target, added_marks_);
      } else {
        insert(unit_.target->content_end, added_marks_);
      }
    }
    std::ranges::stable_sort(edits_, std::greater(), &Edit::begin);
    std::string result(bytes_);
    for (const Edit& edit : edits_)
      result.replace(edit.begin, edit.end - edit.begin, edit.words);
    return result;
  }

 private:
  struct Edit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string words;
  };

  [[nodiscard]] std::string content_of(Variant variant) const {
    for (InlineTag& tag : variant.tags)
      if (tag.element.find(':') == std::string::npos) tag.element.insert(0, unit_.prefix);
    std::ostringstream out;
    XmlWriter xml(out, XmlWriter::Whole::piece);
    xml.start("x");
    write_inline(xml, variant, form_, TagOrigin::own);
    xml.finish();
    std::string whole = out.str();
    const std::size_t begin = whole.find('>') + 1;
    const std::size_t end = whole.rfind("</x>");
    return end == std::string::npos ? std::string() : whole.substr(begin, end - begin);
  }

  [[nodiscard]] std::string element(std::string_view name, const std::string& attributes,
                                    const std::string& content) const {
    const std::string full = unit_.prefix + std::string(name);
    return '<' + full + attributes + '>' + content + "</" + full + '>';
  }

  static std::string mark(const std::string& mid) {
    std::string attributes = " mtype=\"seg\" mid=\"";
    append_xml(attributes, mid, XmlPlace::attribute);
    return attributes + '"';
  }

  void insert(std::size_t place, std::string words) {
    edits_.push_back({place, place, std::move(words)});
  }

  void replace(const ElementPlace& place, const std::string& content) {
    if (!place.is_empty_tag()) {
      edits_.push_back({place.content, place.content_end, content});
      return;
    }
    constexpr std::size_t closing = 2;  // bytes: />
    edits_.push_back(
        {place.content - closing, place.content, '>' + content + "</" + place.name + '>'});
  }

  /// `state="needs-translation"` of a target that was empty.
  void say_translated(const ElementPlace& target) {
    const std::string_view tag = bytes_.substr(target.begin, target.content - target.begin);
    for (const std::string_view undone : {"new", "needs-translation"})
      for (const char quote : {'"', '\''}) {
        const std::string attribute =
            std::string("state=").append(1, quote).append(undone).append(1, quote);
        const std::size_t at = tag.find(attribute);
        if (at == std::string_view::npos || is_said_) continue;
        edits_.push_back({target.begin + at, target.begin + at + attribute.size(),
                          "state=\"translated\""});
        is_said_ = true;
      }
  }

  std::string_view bytes_;
  const ScannedUnit& unit_;
  const InlineForm& form_;
  std::vector<Edit> edits_;
  std::string added_marks_;
  bool is_said_ = false;
};

}  // namespace

std::string patched_unit(XliffVersion version, const XliffOpening& opening,
                         std::string_view unit,
                         const std::map<std::size_t, const TranslationUnit*>& rows,
                         const InlineForm& form) {
  const ScannedUnit scanned = scan_unit(version, opening, unit, "unit");
  UnitPatch patch(unit, scanned, form);
  for (const auto& [number, row] : rows)
    if (number < scanned.segments.size()) patch.look_at(scanned.segments[number], *row);
  return std::move(patch).patched();
}

}  // namespace hexapla
