#include "exchange/xliff/read_xliff.hpp"

#include "exchange/inline_text.hpp"
#include "exchange/language_tag.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/xliff/raw_names.hpp"
#include "exchange/xliff/scanned_unit.hpp"
#include "format/utf8_xml.hpp"
#include "format/xml_fragment.hpp"
#include "format/xml_reader.hpp"
#include "format/xml_tokens.hpp"

#include <deque>
#include <istream>
#include <utility>

namespace hexapla {
namespace {

std::string raw(std::string_view name) {
  return std::string(name);
}

class XliffReader final : public UnitReader {
 public:
  XliffReader(std::istream& in, std::string_view name)
      : name_(name), utf8_(utf8_xml(in, name)), tokens_(*utf8_, name), xml_(tokens_, name) {
    read_root();
    stands_at_unit_ = find_unit();
    coming_ = read_rows();
    header_.properties.push_back(
        {raw(raw_head), std::exchange(gap_, std::string()) + tail_if_at_end()});
    if (coming_.empty()) return;
    for (const NamedValue& property : coming_.front().properties)
      if (property.name == raw_around) header_.properties.push_back(property);
  }

  bool next(TranslationUnit& unit) override {
    if (ready_.empty()) {
      ready_ = std::exchange(coming_, {});
      if (ready_.empty()) return false;
      coming_ = read_rows();
      if (coming_.empty())
        ready_.back().properties.push_back(
            {raw(raw_end), std::exchange(gap_, std::string()) + tail_if_at_end()});
      else
        coming_.front().properties.push_back(
            {raw(raw_gap), std::exchange(gap_, std::string())});
    }
    unit = std::move(ready_.front());
    ready_.pop_front();
    return true;
  }

 private:
  /// An element around units.
  struct Around {
    std::size_t depth = 0;
    Numbered tag;
  };

  void read_root() {
    while (xml_.next() && xml_.event() != XmlEvent::begin) {
    }
    if (xml_.event() != XmlEvent::begin || xml_.local_name() != "xliff")
      xml_.refuse(xml_.line(), "not an XLIFF file: its first element is not “xliff”");
    home_ = xml_.uri();
    std::string version = xml_.attribute("version");
    if (version.empty()) {
      version = xml_.attribute("srcLang").empty() ? "1.2" : "2.0";
      warn(name_, xml_.line(), "an XLIFF file that names no version; read as " + version);
    }
    if (!version.starts_with("1.") && !version.starts_with("2."))
      xml_.refuse(xml_.line(), "XLIFF of version “" + version +
                                   "”; 1.0 to 1.2 and 2.0 to 2.1 can be read");
    version_ = version.starts_with("1.") ? XliffVersion::one : XliffVersion::two;
    header_.format = "xliff " + version;
    header_.attributes = attributes_but(xml_, {"version"});
    header_.source = language_tagged(xml_.attribute("srcLang"));
    root_ = tokens_.last();
    header_.properties.push_back({raw(raw_root), root_});
  }

  [[nodiscard]] bool is(std::string_view element) const {
    return xml_.local_name() == element && xml_.uri() == home_;
  }

  /// Whether there is a next unit, at whose begin the reader then stands.
  bool find_unit() {
    while (xml_.next()) {
      if (xml_.event() == XmlEvent::end && !around_.empty() &&
          around_.back().depth == xml_.depth())
        around_.pop_back();
      if (xml_.event() != XmlEvent::begin) continue;
      if (is(version_ == XliffVersion::one ? "trans-unit" : "unit")) return true;
      if (is("file") && header_.source == Language())
        header_.source = language_tagged(xml_.attribute("source-language"));
      if (is("file") || is("body") || is("group")) {
        around_.push_back({xml_.depth(), {++elements_, std::string(tokens_.last())}});
      } else {
        pass_over(xml_);
      }
    }
    return false;
  }

  /// The rows of the next unit that has some, with what is before it in `gap_`.
  std::deque<TranslationUnit> read_rows() {
    while (stands_at_unit_) {
      gap_ += tokens_.take_until(tokens_.begin());
      XliffOpening opening{root_, around_.size() + 1};
      std::vector<NamedValue> place;
      for (const Around& element : around_) {
        opening.tags += element.tag.words;
        place.push_back({raw(raw_around), as_text(element.tag)});
      }
      const std::size_t line = xml_.line();
      pass_over(xml_);
      const std::string bytes = tokens_.take_until(tokens_.end());
      ScannedUnit unit = scan_unit(version_, opening, bytes, name_);
      stands_at_unit_ = find_unit();
      if (!unit.segments.empty()) return rows_of(std::move(unit), bytes, std::move(place));
      warn(name_, line, "a unit without a source is passed over");
      gap_ += bytes;
    }
    return {};
  }

  std::deque<TranslationUnit> rows_of(ScannedUnit unit, const std::string& bytes,
                                      std::vector<NamedValue> place) {
    ++units_;
    std::deque<TranslationUnit> rows;
    for (ScannedSegment& segment : unit.segments) {
      segment.row.properties.push_back(
          {raw(raw_part), as_text({units_, std::to_string(rows.size())})});
      rows.push_back(std::move(segment.row));
    }
    auto& properties = rows.front().properties;
    for (NamedValue& element : place)
      properties.push_back(std::move(element));
    properties.push_back({raw(raw_unit), as_text({units_, bytes})});
    return rows;
  }

  /// What is left of the file, when no unit follows.
  std::string tail_if_at_end() {
    return stands_at_unit_ || !coming_.empty() ? std::string()
                                               : tokens_.take_until(tokens_.end());
  }

  std::string name_;
  std::unique_ptr<std::istream> utf8_;
  XmlTokens tokens_;
  XmlReader xml_;
  XliffVersion version_ = XliffVersion::one;
  std::string home_;  ///< The namespace of the file's own elements.
  std::string root_;  ///< Its first tag.
  std::vector<Around> around_;
  std::size_t elements_ = 0;
  std::size_t units_ = 0;
  bool stands_at_unit_ = false;
  std::string gap_;  ///< Bytes before the unit that comes.
  std::deque<TranslationUnit> ready_;
  std::deque<TranslationUnit> coming_;
};

}  // namespace

std::unique_ptr<UnitReader> read_xliff(std::istream& in, std::string_view name) {
  return std::make_unique<XliffReader>(in, name);
}

}  // namespace hexapla
