#include "exchange/xces/write_xces.hpp"

#include "exchange/unit_texts.hpp"
#include "format/decimal.hpp"
#include "format/xml_writer.hpp"

#include <utility>

namespace hexapla {
namespace {

class XcesWriter final : public UnitWriter {
 public:
  XcesWriter(const XcesFiles& files, UnitWriterSettings settings)
      : settings_(std::move(settings)),
        alignment_(files.alignment),
        documents_{XmlWriter(files.source), XmlWriter(files.target)} {
    alignment_.start("cesAlign");
    alignment_.attribute("version", "1.0");
    alignment_.start("linkGrp");
    alignment_.attribute("targType", "s");
    alignment_.attribute("fromDoc", files.names[0]);
    alignment_.attribute("toDoc", files.names[1]);
    for (XmlWriter& document : documents_)
      document.start("text");
  }

  bool write_unit(const TranslationUnit& unit) override {
    const auto sides = sides_of(unit, settings_.languages);
    if (sides[0] == nullptr && sides[1] == nullptr) return false;
    std::string targets;
    for (const std::size_t side : {0U, 1U}) {
      if (side == 1) targets += ';';
      if (sides.at(side) == nullptr) continue;
      const std::string id = "s" + std::to_string(++sentences_.at(side));
      targets += id;
      XmlWriter& document = documents_.at(side);
      document.start("s");
      document.attribute("id", id);
      document.text(sides.at(side)->text);
      document.end();
    }
    alignment_.start("link");
    alignment_.attribute("id", "SL" + std::to_string(++links_));
    alignment_.attribute("xtargets", targets);
    if (unit.confidence < 1) alignment_.attribute("certainty", decimal(unit.confidence));
    alignment_.end();
    return true;
  }

  std::size_t write_end() override {
    alignment_.finish();
    std::size_t marked = alignment_.marked_characters();
    for (XmlWriter& document : documents_) {
      document.finish();
      marked += document.marked_characters();
    }
    return marked;
  }

 private:
  UnitWriterSettings settings_;
  XmlWriter alignment_;
  std::array<XmlWriter, 2> documents_;
  std::array<std::size_t, 2> sentences_{};
  std::size_t links_ = 0;
};

}  // namespace

std::unique_ptr<UnitWriter> xces_writer(const XcesFiles& files,
                                        UnitWriterSettings settings) {
  return std::make_unique<XcesWriter>(files, std::move(settings));
}

}  // namespace hexapla
