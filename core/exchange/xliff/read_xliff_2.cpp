#include "exchange/inline_text.hpp"
#include "exchange/language_tag.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/xliff/xliff_reader.hpp"
#include "format/xml_fragment.hpp"

#include <array>
#include <deque>
#include <iterator>
#include <utility>

namespace hexapla {
namespace {

using Role = InlineTag::Role;

// pc and mrk are pairs around text.
constexpr std::array coded{
    InlineElement{"cp", Role::alone}, InlineElement{"ph", Role::alone},
    InlineElement{"sc", Role::begin}, InlineElement{"ec", Role::end},
    InlineElement{"sm", Role::begin}, InlineElement{"em", Role::end}};

class Xliff2Reader final : public XliffReader {
 public:
  explicit Xliff2Reader(std::unique_ptr<XmlReader> xml)
      : XliffReader(std::move(xml)),
        source_(this->xml().attribute("srcLang")),
        target_(this->xml().attribute("trgLang")) {
    header_.source = language_tagged(source_);
    fill();
  }

  bool next(TranslationUnit& unit) override {
    if (waiting_.empty()) fill();
    if (waiting_.empty()) return false;
    unit = std::move(waiting_.front());
    waiting_.pop_front();
    return true;
  }

 private:
  void begin_file() override {}

  /// The segments of the next unit that has some.
  void fill() {
    while (waiting_.empty() && find_unit("unit"))
      read_unit();
  }

  void read_unit() {
    TranslationUnit whole;  // what belongs to the unit, not to a segment
    whole.id = xml().attribute("id");
    whole.attributes = attributes_but(xml(), {"id"});
    const std::vector<NamedValue> attributes = whole.attributes;
    std::vector<NamedValue> ignorable;  // before the first segment
    add_place(whole);
    for_each_child([&] {
      const std::string_view element = xml().local_name();
      if (element == "segment") {
        read_segment(whole.id, attributes);
      } else if (element == "ignorable") {
        auto& keeper = waiting_.empty() ? ignorable : waiting_.back().properties;
        const std::string name =
            waiting_.empty() ? "xml:ignorable-before" : "xml:ignorable";
        keeper.push_back({name, fragment_at(xml())});
      } else if (element == "notes") {
        for_each_child([&] { read_fact(whole); });
      } else {
        read_fact(whole);
      }
    });
    if (waiting_.empty()) return;
    TranslationUnit& first = waiting_.front();
    first.notes = std::move(whole.notes);
    std::ranges::move(ignorable, std::back_inserter(whole.properties));
    std::ranges::move(first.properties, std::back_inserter(whole.properties));
    first.properties = std::move(whole.properties);
    first.confidence = confidence_in(first.properties);
  }

  void read_segment(const std::string& unit_id, const std::vector<NamedValue>& attributes) {
    TranslationUnit segment;
    const std::size_t line = xml().line();
    const std::string id = xml().attribute("id");
    segment.id = id.empty() ? unit_id : unit_id + '/' + id;
    segment.attributes = attributes;
    for (NamedValue& attribute : attributes_but(xml(), {"id"}))
      segment.attributes.push_back(
          {"segment/" + attribute.name, std::move(attribute.value)});
    for_each_child([&] {
      const bool is_source = xml().local_name() == "source";
      if (!is_source && xml().local_name() != "target") return pass_over(xml());
      const std::string own = xml().attribute("xml:lang");
      Variant variant = variant_tagged(!own.empty() ? own : is_source ? source_ : target_);
      variant.attributes = attributes_but(xml(), {});
      read_inline(xml(), coded, variant);
      segment.variants.push_back(std::move(variant));
    });
    if (segment.variants.empty()) xml().refuse(line, "a segment has no source");
    waiting_.push_back(std::move(segment));
  }

  std::string source_;
  std::string target_;
  std::deque<TranslationUnit>
      waiting_;  ///< Segments of a unit that were not asked for yet.
};

}  // namespace

std::unique_ptr<UnitReader> read_xliff_2(std::unique_ptr<XmlReader> xml) {
  return std::make_unique<Xliff2Reader>(std::move(xml));
}

}  // namespace hexapla
