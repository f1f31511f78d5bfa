#include "exchange/lines/line_writers.hpp"
#include "exchange/lines/safe_cell.hpp"
#include "format/decimal.hpp"
#include "format/tab_field.hpp"
#include "format/write_xlsx.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

namespace hexapla {
namespace {

/// RFC 4180: in quotation marks where it needs them. A lone "-" or an empty text needs
/// none.
std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\n\r") == std::string_view::npos) return std::string(text);
  std::string field = "\"";
  for (const char byte : text) {
    if (byte == '"') field += '"';
    field += byte;
  }
  return field + '"';
}

/// What a cell is to hold of a text.
std::string cell_text(std::string_view text, const UnitWriterSettings& settings) {
  return settings.safe_cells ? safe_cell(text) : std::string(text);
}

struct FieldForm {
  char border;
  std::string_view line_end;
  std::string (*field)(std::string_view text);
};

class SheetWriter final : public UnitWriter {
 public:
  SheetWriter(std::ostream& out, UnitWriterSettings settings, FieldForm form)
      : out_(out), settings_(std::move(settings)), form_(form) {
    out_ << "unit" << form_.border << "confidence";
    for (const Language language : settings_.languages)
      out_ << form_.border << language.tag();
    out_ << form_.line_end;
  }

  bool write_unit(const TranslationUnit& unit) override {
    const auto variants = variants_in(unit, settings_.languages);
    if (std::ranges::count(variants, nullptr) == std::ssize(variants)) return false;
    out_ << form_.field(cell_text(unit.id, settings_)) << form_.border
         << decimal(unit.confidence);
    for (const Variant* const variant : variants) {
      out_ << form_.border;
      if (variant != nullptr) out_ << form_.field(cell_text(variant->text, settings_));
    }
    out_ << form_.line_end;
    return true;
  }

 private:
  std::ostream& out_;
  UnitWriterSettings settings_;
  FieldForm form_;
};

class XlsxWriter final : public UnitWriter {
 public:
  XlsxWriter(std::ostream& out, UnitWriterSettings settings)
      : out_(out), settings_(std::move(settings)) {
    rows_.push_back({"unit", "confidence"});
    for (const Language language : settings_.languages)
      rows_.front().emplace_back(language.tag());
  }

  bool write_unit(const TranslationUnit& unit) override {
    const auto variants = variants_in(unit, settings_.languages);
    if (std::ranges::count(variants, nullptr) == std::ssize(variants)) return false;
    rows_.push_back({cell_text(unit.id, settings_), decimal(unit.confidence)});
    for (const Variant* const variant : variants)
      rows_.back().push_back(variant == nullptr ? std::string()
                                                : cell_text(variant->text, settings_));
    return true;
  }

  std::size_t write_end() override {
    out_ << xlsx_of(rows_, "Units");
    return 0;
  }

 private:
  std::ostream& out_;
  UnitWriterSettings settings_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace

std::unique_ptr<UnitWriter> tsv_writer(std::ostream& out, UnitWriterSettings settings) {
  return std::make_unique<SheetWriter>(out, std::move(settings),
                                       FieldForm{'\t', "\n", tab_field});
}

std::unique_ptr<UnitWriter> csv_writer(std::ostream& out, UnitWriterSettings settings) {
  return std::make_unique<SheetWriter>(out, std::move(settings),
                                       FieldForm{',', "\r\n", csv_field});
}

std::unique_ptr<UnitWriter> xlsx_writer(std::ostream& out, UnitWriterSettings settings) {
  return std::make_unique<XlsxWriter>(out, std::move(settings));
}

}  // namespace hexapla
