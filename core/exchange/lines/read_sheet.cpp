#include "exchange/lines/read_sheet.hpp"

#include "exchange/language_tag.hpp"
#include "exchange/shared_names.hpp"
#include "format/csv_rows.hpp"
#include "format/line_reader.hpp"
#include "format/recoded_stream.hpp"
#include "format/xlsx_rows.hpp"
#include "text/error.hpp"
#include "text/language/language_called.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <utility>

namespace hexapla {
namespace {

/// Lines cut at tabs.
class TabRows final : public RowSource {
 public:
  TabRows(std::istream& in, std::string_view name) : lines_(in, name) {}

  bool next(TableRow& row) override {
    std::string_view line;
    do {
      if (!lines_.next(line)) return false;
    } while (line.empty());
    row.line = lines_.line();
    row.fields.clear();
    for (const std::string_view part : parts_of(line, '\t'))
      row.fields.emplace_back(part);
    return true;
  }

 private:
  LineReader lines_;
};

std::string unescaped(std::string_view field) {
  std::string text;
  for (std::size_t at = 0; at < field.size(); ++at) {
    constexpr std::string_view letters = "tnr\\";
    constexpr std::string_view meant = "\t\n\r\\";
    const std::size_t letter = field[at] == '\\' && at + 1 < field.size()
                                   ? letters.find(field[at + 1])
                                   : std::string_view::npos;
    text += letter == std::string_view::npos ? field[at] : meant[letter];
    at += letter == std::string_view::npos ? 0 : 1;
  }
  return text;
}

struct SheetColumn {
  enum class Holds : std::uint8_t { nothing, text, id, confidence, property };
  Holds holds = Holds::nothing;
  std::string name;  ///< Of the property, or the language's tag.
};

SheetColumn column_named(const std::string& name) {
  using Holds = SheetColumn::Holds;
  if (name.empty() || name == "-") return {};
  if (name == "id" || name == "unit") return {Holds::id, name};
  if (name == "confidence") return {Holds::confidence, name};
  if (const auto language = language_called(name))
    return {Holds::text, std::string(language->tag())};
  constexpr std::size_t longest_primary = 3;
  const bool is_tag = name.substr(0, name.find_first_of("-_")).size() <= longest_primary &&
                      language_tagged(name) != Language();
  return {is_tag ? Holds::text : Holds::property, name};
}

class SheetReader final : public UnitReader {
 public:
  SheetReader(std::istream& in, std::string_view name, SheetKind kind,
              std::vector<std::string> columns)
      : name_(name), rows_(rows_of(in, name_, kind)) {
    header_.format = kind == SheetKind::csv    ? "csv"
                     : kind == SheetKind::xlsx ? "xlsx"
                                               : "tsv";
    is_held_ = rows_->next(row_);
    if (columns.empty()) {
      pass_over_titles();
      columns = row_.fields;
    }
    if (is_held_ && row_.fields == columns) is_held_ = false;
    is_escaped_ = kind == SheetKind::tsv && columns.size() > 1 && columns[0] == "unit" &&
                  columns[1] == "confidence";
    for (const std::string& column : columns)
      columns_.push_back(column_named(column));
    const auto first =
        std::ranges::find(columns_, SheetColumn::Holds::text, &SheetColumn::holds);
    if (first == columns_.end())
      throw Error(Fault::malformed, {name_, row_.line},
                  "the first row names no language, as in “id" +
                      std::string(kind == SheetKind::csv ? "," : "<tab>") + "en" +
                      (kind == SheetKind::csv ? "," : "<tab>") +
                      "fr”; name the columns with --columns en,fr");
    header_.source = language_tagged(first->name);
  }

  bool next(TranslationUnit& unit) override {
    for (;;) {
      if (!std::exchange(is_held_, false) && !rows_->next(row_)) return false;
      if (!fits()) continue;
      read_row(unit);
      if (!unit.variants.empty()) return true;  // else a row without any text
    }
  }

 private:
  std::unique_ptr<RowSource> rows_of(std::istream& in, std::string_view name,
                                     SheetKind kind) {
    if (kind == SheetKind::xlsx) {
      workbook_ = first_bytes(in, largest_workbook + 1, name);
      if (workbook_.size() > largest_workbook)
        throw Error(Fault::unsupported, {name_, 0}, "a workbook of more than 256 MiB");
      return xlsx_rows(workbook_, name_);
    }
    if (kind == SheetKind::csv) return csv_rows(in, name);
    return std::make_unique<TabRows>(in, name);
  }

  [[nodiscard]] std::size_t languages_named() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(row_.fields, [](const std::string& field) {
          return column_named(field).holds == SheetColumn::Holds::text;
        }));
  }

  /// Down to a row of heads, if one of the first ten names two languages; else the first
  /// row stays.
  void pass_over_titles() {
    constexpr std::size_t rows_of_heads = 10;
    constexpr std::size_t least = 2;
    if (languages_named() > 0) return;
    const TableRow first = row_;
    for (std::size_t at = 1; at < rows_of_heads && languages_named() < least; ++at)
      if (!rows_->next(row_)) break;
    if (languages_named() < least) row_ = first;
  }

  /// False, with a warning, for a row with more in it than there are columns.
  bool fits() {
    while (row_.fields.size() > columns_.size() && row_.fields.back().empty())
      row_.fields.pop_back();
    if (row_.fields.size() <= columns_.size()) return true;
    warn(name_, row_.line,
         std::to_string(row_.fields.size()) + " fields in a table of " +
             std::to_string(columns_.size()) + " columns; the row is passed over");
    return false;
  }

  void read_row(TranslationUnit& unit) {
    using Holds = SheetColumn::Holds;
    unit = {};
    for (std::size_t at = 0; at < row_.fields.size(); ++at) {
      std::string& field = row_.fields[at];
      const SheetColumn& column = columns_[at];
      if (field.empty()) continue;
      if (is_escaped_) field = unescaped(field);
      if (column.holds == Holds::id) unit.id = field;
      if (column.holds == Holds::confidence) read_confidence(field, unit);
      if (column.holds == Holds::property) unit.properties.push_back({column.name, field});
      if (column.holds != Holds::text) continue;
      unit.variants.push_back(variant_tagged(column.name));
      unit.variants.back().text = std::move(field);
    }
  }

  void read_confidence(std::string_view words, TranslationUnit& unit) {
    unit.confidence = confidence_from(words);
    if (const std::string doubt = doubt_about_confidence(words); !doubt.empty())
      warn(name_, row_.line, doubt);
  }

  static constexpr std::size_t largest_workbook = std::size_t{256} * 1024 * 1024;

  std::string name_;
  std::string workbook_;  ///< Bytes, which its rows are read from.
  std::unique_ptr<RowSource> rows_;
  std::vector<SheetColumn> columns_;
  bool is_escaped_ = false;
  TableRow row_;
  bool is_held_ = false;  ///< `row_` is a unit already.
};

}  // namespace

std::unique_ptr<UnitReader> read_sheet(std::istream& in, std::string_view name,
                                       SheetKind kind, std::vector<std::string> columns) {
  return std::make_unique<SheetReader>(in, name, kind, std::move(columns));
}

}  // namespace hexapla
