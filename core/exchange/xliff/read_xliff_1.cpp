#include "exchange/inline_text.hpp"
#include "exchange/language_tag.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/xliff/xliff_reader.hpp"

#include <array>
#include <utility>

namespace hexapla {
namespace {

using Role = InlineTag::Role;

// g and mrk are pairs around text; sub stands inside the others.
constexpr std::array coded{
    InlineElement{"x", Role::alone},  InlineElement{"bx", Role::alone},
    InlineElement{"ex", Role::alone}, InlineElement{"bpt", Role::begin},
    InlineElement{"ept", Role::end},  InlineElement{"ph", Role::alone},
    InlineElement{"it", Role::alone}, InlineElement{"sub", Role::alone}};

class Xliff1Reader final : public XliffReader {
 public:
  explicit Xliff1Reader(std::unique_ptr<XmlReader> xml) : XliffReader(std::move(xml)) {
    stands_at_unit_ = find_unit("trans-unit");
  }

  bool next(TranslationUnit& unit) override {
    if (!std::exchange(stands_at_unit_, false) && !find_unit("trans-unit")) return false;
    read_unit(unit);
    return true;
  }

 private:
  void begin_file() override {
    source_ = xml().attribute("source-language");
    target_ = xml().attribute("target-language");
    if (header_.source == Language()) header_.source = language_tagged(source_);
  }

  void read_unit(TranslationUnit& unit) {
    unit = {};
    const std::size_t line = xml().line();
    unit.id = xml().attribute("id");
    unit.attributes = attributes_but(xml(), {"id"});
    add_place(unit);
    for_each_child([&] {
      if (xml().local_name() == "source" || xml().local_name() == "target") {
        read_variant(unit);
      } else {
        read_fact(unit);
      }
    });
    if (unit.variants.empty()) xml().refuse(line, "a trans-unit has no source");
    unit.confidence = confidence_in(unit.properties);
  }

  /// An xml:lang that only repeats the file's language comes back all the same.
  void read_variant(TranslationUnit& unit) {
    const std::string own = xml().attribute("xml:lang");
    const bool is_source = xml().local_name() == "source";
    Variant variant = variant_tagged(!own.empty() ? own : is_source ? source_ : target_);
    variant.attributes = attributes_but(xml(), {});
    read_inline(xml(), coded, variant);
    const auto place = is_source ? unit.variants.begin() : unit.variants.end();
    unit.variants.insert(place, std::move(variant));
  }

  std::string source_;  ///< Languages of the present file.
  std::string target_;
  bool stands_at_unit_ = false;
};

}  // namespace

std::unique_ptr<UnitReader> read_xliff_1(std::unique_ptr<XmlReader> xml) {
  return std::make_unique<Xliff1Reader>(std::move(xml));
}

}  // namespace hexapla
