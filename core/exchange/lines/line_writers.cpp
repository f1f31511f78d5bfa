#include "exchange/lines/line_writers.hpp"

#include "exchange/shared_names.hpp"
#include "exchange/unit_texts.hpp"
#include "format/decimal.hpp"
#include "format/one_line.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

namespace hexapla {
namespace {

std::string line_of(const Variant* variant) {
  return variant == nullptr ? std::string() : on_one_line(variant->text);
}

bool has_no_text(const Variant* variant) {
  return variant == nullptr || line_of(variant).find_first_not_of(' ') == std::string::npos;
}

class MosesWriter final : public UnitWriter {
 public:
  MosesWriter(std::ostream& source, std::ostream& target, UnitWriterSettings settings)
      : source_(source), target_(target), settings_(std::move(settings)) {}

  bool write_unit(const TranslationUnit& unit) override {
    const auto [source, target] = sides_of(unit, settings_.languages);
    if (has_no_text(source) || has_no_text(target)) return false;
    source_ << on_one_line(source->text) << '\n';
    target_ << on_one_line(target->text) << '\n';
    return true;
  }

 private:
  std::ostream& source_;
  std::ostream& target_;
  UnitWriterSettings settings_;
};

class HunalignWriter final : public UnitWriter {
 public:
  HunalignWriter(std::ostream& out, UnitWriterSettings settings)
      : out_(out), settings_(std::move(settings)) {}

  bool write_unit(const TranslationUnit& unit) override {
    const auto [source, target] = sides_of(unit, settings_.languages);
    if (source == nullptr && target == nullptr) return false;
    const std::string* const score = value_of(unit.properties, "x-score");
    out_ << field(source) << '\t' << field(target) << '\t'
         << (score != nullptr ? *score : decimal(unit.confidence)) << '\n';
    return true;
  }

 private:
  static std::string field(const Variant* variant) {
    std::string text = line_of(variant);
    std::ranges::replace(text, '\t', ' ');
    return text;
  }

  std::ostream& out_;
  UnitWriterSettings settings_;
};

class LinksWriter final : public UnitWriter {
 public:
  LinksWriter(std::ostream& links, std::ostream& source, std::ostream& target,
              UnitWriterSettings settings)
      : links_(links), texts_{&source, &target}, settings_(std::move(settings)) {}

  bool write_unit(const TranslationUnit& unit) override {
    const auto sides = sides_of(unit, settings_.languages);
    if (sides[0] == nullptr && sides[1] == nullptr) return false;
    for (const std::size_t side : {0U, 1U}) {
      links_ << '[';
      if (sides.at(side) != nullptr) {
        links_ << lines_.at(side)++;
        *texts_.at(side) << on_one_line(sides.at(side)->text) << '\n';
      }
      links_ << "]:";
    }
    links_ << decimal(unit.confidence) << '\n';
    return true;
  }

 private:
  std::ostream& links_;
  std::array<std::ostream*, 2> texts_;
  UnitWriterSettings settings_;
  std::array<std::size_t, 2> lines_{};
};

}  // namespace

std::unique_ptr<UnitWriter> moses_writer(std::ostream& source, std::ostream& target,
                                         UnitWriterSettings settings) {
  return std::make_unique<MosesWriter>(source, target, std::move(settings));
}

std::unique_ptr<UnitWriter> hunalign_writer(std::ostream& out,
                                            UnitWriterSettings settings) {
  return std::make_unique<HunalignWriter>(out, std::move(settings));
}

std::unique_ptr<UnitWriter> links_writer(std::ostream& links, std::ostream& source,
                                         std::ostream& target,
                                         UnitWriterSettings settings) {
  return std::make_unique<LinksWriter>(links, source, target, std::move(settings));
}

}  // namespace hexapla
