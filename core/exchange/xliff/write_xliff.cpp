#include "exchange/xliff/write_xliff.hpp"

#include "exchange/unit_texts.hpp"
#include "exchange/xliff/replay.hpp"
#include "exchange/xliff/xliff_form.hpp"

#include <memory>
#include <utility>

namespace hexapla {
namespace {

/// Writes units in one version of XLIFF, wherever they are to stand.
class XliffUnits {
 public:
  XliffUnits(UnitWriterSettings settings, const XliffForm& form, TagOrigin origin)
      : settings_(std::move(settings)), form_(form), origin_(origin) {}

  /// False for a unit without a source.
  bool write(XmlWriter& xml, const TranslationUnit& unit) {
    const auto [source, target] = sides_of(unit, settings_.languages);
    if (source == nullptr) return false;
    form_.write(xml, {unit, *source, target, ++number_, origin_}, ids_);
    return true;
  }

 private:
  UnitWriterSettings settings_;
  const XliffForm& form_;
  TagOrigin origin_;
  std::size_t number_ = 0;
  UniqueIds ids_;
};

class XliffWriter final : public UnitWriter {
 public:
  XliffWriter(std::ostream& out, const UnitWriterSettings& settings, const XliffForm& form,
              TagOrigin origin)
      : xml_(out), units_(settings, form, origin) {
    form.open(xml_, settings);
  }

  bool write_unit(const TranslationUnit& unit) override { return units_.write(xml_, unit); }

  std::size_t write_end() override {
    xml_.finish();
    return xml_.marked_characters();
  }

 private:
  XmlWriter xml_;
  XliffUnits units_;
};

/// A file of its own, or, for units that bring theirs along, that one with what changed.
std::unique_ptr<UnitWriter> xliff_writer(std::ostream& out, UnitWriterSettings settings,
                                         const XliffForm& form) {
  const bool is_own = settings.header.format.starts_with(form.memories);
  if (!is_own || !can_be_replayed(settings.header))
    return std::make_unique<XliffWriter>(out, settings, form,
                                         is_own ? TagOrigin::own : TagOrigin::foreign);
  const auto units = std::make_shared<XliffUnits>(settings, form, TagOrigin::own);
  const auto stranger = [units](std::ostream& into, const TranslationUnit& unit) {
    XmlWriter xml(into, XmlWriter::Whole::piece);
    (void)units->write(xml, unit);
    xml.finish();
  };
  return std::make_unique<XliffReplay>(out, settings.header, form.version, form.inlines,
                                       stranger);
}

}  // namespace

std::unique_ptr<UnitWriter> xliff_1_writer(std::ostream& out, UnitWriterSettings settings) {
  return xliff_writer(out, std::move(settings), xliff_1_form);
}

std::unique_ptr<UnitWriter> xliff_2_writer(std::ostream& out, UnitWriterSettings settings) {
  return xliff_writer(out, std::move(settings), xliff_2_form);
}

}  // namespace hexapla
