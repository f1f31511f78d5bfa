#include "format/xlsx_rows.hpp"

#include "format/xml_reader.hpp"
#include "format/zip.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t most_columns = 16'384;  // of a sheet, as ECMA-376 has it
constexpr std::size_t most_rows_read = 1'048'576;
constexpr std::string_view way_out = "; open it in a spreadsheet program and save it again";

using Parts = std::map<std::string, std::string, std::less<>>;

/// The target of the relationship `id`, as a part's name.
std::string target_of(const Parts& parts, std::string_view name, const std::string& id) {
  const auto relations = parts.find("xl/_rels/workbook.xml.rels");
  if (relations == parts.end()) return "xl/worksheets/sheet1.xml";
  XmlReader xml(relations->second, name);
  while (xml.next()) {
    if (xml.event() != XmlEvent::begin || xml.local_name() != "Relationship" ||
        xml.attribute("Id") != id)
      continue;
    const std::string target = xml.attribute("Target");
    return target.starts_with('/') ? target.substr(1) : "xl/" + target;
  }
  return "xl/worksheets/sheet1.xml";
}

std::string first_sheet(const Parts& parts, std::string_view name) {
  const auto workbook = parts.find("xl/workbook.xml");
  if (workbook == parts.end())
    throw Error(Fault::malformed, {std::string(name), 0},
                "a ZIP archive without a workbook in it" + std::string(way_out));
  XmlReader xml(workbook->second, name);
  while (xml.next())
    if (xml.event() == XmlEvent::begin && xml.local_name() == "sheet" &&
        (xml.attribute("state").empty() || xml.attribute("state") == "visible"))
      return target_of(parts, name, xml.attribute("r:id"));
  throw Error(Fault::malformed, {std::string(name), 0}, "a workbook without sheets");
}

/// Gathers the text of `si` and `is`: their t, but not in rPh, which says how to read it.
class RichText {
 public:
  void begin(std::string_view element) {
    if (element == "rPh") ++phonetic_;
    in_text_ = element == "t" && phonetic_ == 0;
  }
  void end(std::string_view element) {
    if (element == "rPh" && phonetic_ > 0) --phonetic_;
    in_text_ = false;
  }
  void text(std::string_view value) {
    if (in_text_) text_ += value;
  }
  [[nodiscard]] std::string take() { return std::exchange(text_, {}); }

 private:
  std::string text_;
  bool in_text_ = false;
  std::size_t phonetic_ = 0;
};

std::vector<std::string> shared_strings(const Parts& parts, std::string_view name) {
  std::vector<std::string> strings;
  const auto part = parts.find("xl/sharedStrings.xml");
  if (part == parts.end()) return strings;
  XmlReader xml(part->second, name);
  RichText rich;
  while (xml.next()) {
    if (xml.event() == XmlEvent::begin) {
      rich.begin(xml.local_name());
    } else if (xml.event() == XmlEvent::end) {
      rich.end(xml.local_name());
      if (xml.local_name() == "si") strings.push_back(rich.take());
    } else if (xml.event() == XmlEvent::text) {
      rich.text(xml.value());
    }
  }
  return strings;
}

/// The column of `AB12`, from 0; nullopt for what is no cell.
std::optional<std::size_t> column_of(std::string_view cell) {
  constexpr std::size_t letters = 26;
  std::size_t column = 0;
  for (const char byte : cell) {
    if (byte < 'A' || byte > 'Z') break;
    column = column * letters + static_cast<std::size_t>(byte - 'A') + 1;
    if (column > most_columns) return std::nullopt;
  }
  if (column == 0) return std::nullopt;
  return column - 1;
}

class SheetReader final : public RowSource {
 public:
  SheetReader(std::string_view bytes, std::string_view name)
      : name_(name),
        parts_(unpacked_parts(bytes, name,
                              [](std::string_view part) {
                                return part.starts_with("xl/") &&
                                       (part.ends_with(".xml") ||
                                        part.ends_with(".rels")) &&
                                       !part.starts_with("xl/theme/");
                              })),
        strings_(shared_strings(parts_, name)) {
    const std::string sheet = first_sheet(parts_, name);
    const auto part = parts_.find(sheet);
    if (part == parts_.end())
      refuse(Fault::malformed, "its sheet " + sheet + " is missing" + std::string(way_out));
    xml_ = std::make_unique<XmlReader>(part->second, name);
  }

  bool next(TableRow& row) override {
    row.fields.clear();
    while (xml_->next()) {
      if (xml_->event() == XmlEvent::text) {
        rich_.text(xml_->value());
        if (in_value_) value_ += xml_->value();
      } else if (xml_->event() == XmlEvent::begin) {
        begin(row);
      } else if (xml_->event() == XmlEvent::end && end(row)) {
        row.line = line_;
        return true;
      }
    }
    return false;
  }

 private:
  [[noreturn]] void refuse(Fault fault, std::string_view what) const {
    throw Error(fault, {std::string(name_), line_}, what);
  }

  void begin(TableRow& row) {
    const std::string_view element = xml_->local_name();
    rich_.begin(element);
    in_value_ = element == "v";
    if (element == "row") {
      ++line_;
      const std::string number = xml_->attribute("r");
      std::from_chars(number.data(), number.data() + number.size(), line_);
      if (line_ > most_rows_read)
        refuse(Fault::malformed, "more rows than a sheet can have");
      row.fields.clear();
    } else if (element == "c") {
      type_ = xml_->attribute("t");
      const std::string cell = xml_->attribute("r");
      // A cell without its name follows the one before.
      const auto column = cell.empty() ? row.fields.size() : column_of(cell);
      if (!column || *column >= most_columns)
        refuse(Fault::malformed, "“" + cell + "” is no cell of a sheet");
      column_ = *column;
      value_.clear();
    }
  }

  /// True when a row that is not blank ends.
  bool end(TableRow& row) {
    const std::string_view element = xml_->local_name();
    rich_.end(element);
    in_value_ = false;
    if (element == "c") {
      std::string text = type_ == "inlineStr" ? rich_.take() : cell_text();
      count(text.size());
      if (row.fields.size() <= column_) row.fields.resize(column_ + 1);
      row.fields[column_] = std::move(text);
    } else if (element == "row" && std::ranges::any_of(row.fields, [](const auto& field) {
                 return !field.empty();
               })) {
      constexpr std::size_t rows_of_heads = 10;
      if (++rows_ <= rows_of_heads) width_ = std::max(width_, row.fields.size());
      row.fields.resize(width_);
      return true;
    }
    return false;
  }

  std::string cell_text() {
    rich_ = {};
    if (type_ == "e") return {};  // an error such as #N/A
    if (type_ != "s") return value_;
    std::size_t number = 0;
    const auto [stop, error] =
        std::from_chars(value_.data(), value_.data() + value_.size(), number);
    if (error != std::errc() || number >= strings_.size())
      refuse(Fault::malformed,
             "a cell names a text that the workbook lacks" + std::string(way_out));
    return strings_[number];
  }

  void count(std::size_t size) {
    total_ += size;
    if (total_ > largest_sheet_text)
      refuse(Fault::unsupported, "a sheet with more than 256 MiB of text; split it");
  }

  std::string_view name_;
  Parts parts_;
  std::vector<std::string> strings_;
  std::unique_ptr<XmlReader> xml_;
  RichText rich_;
  std::string type_;   ///< Of the cell that is open.
  std::string value_;  ///< Of the cell that is open, unless it is inline.
  bool in_value_ = false;
  std::size_t column_ = 0;
  std::size_t line_ = 0;  ///< The number of the row.
  std::size_t width_ = 0;
  std::size_t rows_ = 0;  ///< Handed out.
  std::size_t total_ = 0;
};

}  // namespace

std::unique_ptr<RowSource> xlsx_rows(std::string_view bytes, std::string_view name) {
  return std::make_unique<SheetReader>(bytes, name);
}

}  // namespace hexapla
