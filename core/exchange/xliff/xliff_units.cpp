#include "exchange/xliff/xliff_units.hpp"

#include "exchange/unit_texts.hpp"
#include "exchange/xliff/replay.hpp"

#include <utility>

namespace hexapla {
namespace {

class XliffWriter final : public UnitWriter {
 public:
  XliffWriter(std::ostream& out, const UnitWriterSettings& settings, const XliffForm& form,
              TagOrigin origin)
      : xml_(out), units_(form.units(settings, origin)) {
    form.open(xml_, settings);
  }

  bool write_unit(const TranslationUnit& unit) override {
    return units_->write(xml_, unit);
  }

  std::size_t write_end() override {
    xml_.finish();
    return xml_.marked_characters();
  }

 private:
  XmlWriter xml_;
  std::unique_ptr<XliffUnits> units_;
};

}  // namespace

bool XliffUnits::write(XmlWriter& xml, const TranslationUnit& unit) {
  const auto [source, target] = sides_of(unit, settings_.languages);
  if (source == nullptr) return false;
  ++number_;
  write(xml, unit, *source, target);
  return true;
}

std::unique_ptr<UnitWriter> xliff_writer(std::ostream& out, UnitWriterSettings settings,
                                         const XliffForm& form) {
  const bool is_own = settings.header.format.starts_with(form.memories);
  if (!is_own || !can_be_replayed(settings.header))
    return std::make_unique<XliffWriter>(out, settings, form,
                                         is_own ? TagOrigin::own : TagOrigin::foreign);
  const std::shared_ptr units = form.units(settings, TagOrigin::own);
  const auto stranger = [units](std::ostream& into, const TranslationUnit& unit) {
    XmlWriter xml(into, XmlWriter::Whole::piece);
    (void)units->write(xml, unit);
    xml.finish();
  };
  return std::make_unique<XliffReplay>(out, settings.header, form.version, form.inlines,
                                       stranger);
}

}  // namespace hexapla
