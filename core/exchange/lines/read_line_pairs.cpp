#include "exchange/lines/read_line_pairs.hpp"

#include "exchange/shared_names.hpp"
#include "format/line_reader.hpp"
#include "text/error.hpp"
#include "text/table.hpp"

#include <utility>

namespace hexapla {
namespace {

class LineTextsReader final : public UnitReader {
 public:
  explicit LineTextsReader(const std::vector<LineText>& texts) {
    header_.format = "moses";
    for (const LineText& text : texts) {
      readers_.push_back(std::make_unique<LineReader>(text.lines, text.name));
      languages_.push_back(text.language);
    }
    if (!languages_.empty()) header_.source = languages_.front();
  }

  bool next(TranslationUnit& unit) override {
    unit = {};
    std::size_t ended = 0;
    for (std::size_t side = 0; side < readers_.size(); ++side) {
      std::string_view line;
      if (!readers_[side]->next(line)) {
        ++ended;
        continue;
      }
      if (ended > 0) refuse(side);
      Variant variant;
      variant.language = languages_[side];
      variant.text = line;
      unit.variants.push_back(std::move(variant));
    }
    if (ended > 0 && ended < readers_.size()) refuse(ended);
    return ended == 0 && !readers_.empty();
  }

 private:
  [[noreturn]] void refuse(std::size_t longer) const {
    const std::size_t side = longer < readers_.size() ? longer : 0;
    throw Error(Fault::inconsistent, {readers_[side]->name(), readers_[side]->line()},
                "the texts differ in their number of lines; lines that go together must "
                "have the same number");
  }

  std::vector<std::unique_ptr<LineReader>> readers_;
  std::vector<Language> languages_;
};

class HunalignTextReader final : public UnitReader {
 public:
  HunalignTextReader(std::istream& in, std::string_view name, Language source,
                     Language target)
      : lines_(in, name), languages_{source, target} {
    header_.format = "hunalign";
    header_.source = source;
  }

  bool next(TranslationUnit& unit) override {
    do {
      std::string_view line;
      if (!lines_.next(line)) return false;
      read_line(unit, line);
    } while (unit.variants.empty());
    return true;
  }

 private:
  void read_line(TranslationUnit& unit, std::string_view line) {
    constexpr std::size_t fields = 3;
    unit = {};
    const auto parts = parts_of(line, '\t');
    if (parts.size() != fields && parts.size() != 2)
      lines_.refuse("no line of source, target and score with tabs between them");
    for (const std::size_t side : {0U, 1U}) {
      std::string text = joined(parts[side]);
      if (text.empty()) continue;
      Variant variant;
      variant.language = languages_[side];
      variant.text = std::move(text);
      unit.variants.push_back(std::move(variant));
    }
    if (parts.size() == fields)
      unit.properties.push_back({"x-score", std::string(parts[2])});
  }

  static std::string joined(std::string_view sentences) {
    constexpr std::string_view border = " ~~~ ";
    std::string text(sentences);
    for (std::size_t at = text.find(border); at != std::string::npos;
         at = text.find(border, at))
      text.replace(at, border.size(), " ");
    return text;
  }

  LineReader lines_;
  std::array<Language, 2> languages_;
};

}  // namespace

std::unique_ptr<UnitReader> read_line_texts(std::vector<LineText> texts) {
  return std::make_unique<LineTextsReader>(texts);
}

std::unique_ptr<UnitReader> read_hunalign_text(std::istream& in, std::string_view name,
                                               Language source, Language target) {
  return std::make_unique<HunalignTextReader>(in, name, source, target);
}

}  // namespace hexapla
