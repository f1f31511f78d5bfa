#include "exchange/language_tag.hpp"
#include "exchange/text_memory/memory_text.hpp"
#include "exchange/text_memory/rtf_text.hpp"
#include "exchange/text_memory/text_memories.hpp"
#include "exchange/text_memory/text_memory_reader.hpp"
#include "exchange/text_memory/trados_names.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace hexapla {
namespace {

/// A line of a unit: `<Seg L=EN-US>text`, with or without `</Seg>`.
struct TradosLine {
  std::string element;
  std::string about;  ///< What follows `L=`.
  std::string value;
};

std::optional<TradosLine> trados_line(std::string_view line) {
  const std::size_t close = line.find('>');
  if (!line.starts_with('<') || close == std::string_view::npos) return std::nullopt;
  std::string_view tag = line.substr(1, close - 1);
  std::string_view value = line.substr(close + 1);
  const std::size_t space = tag.find(' ');
  TradosLine read;
  read.element = tag.substr(0, space);
  if (space != std::string_view::npos) {
    std::string_view about = tag.substr(space + 1);
    constexpr std::string_view key = "L=";
    if (about.starts_with(key)) about.remove_prefix(key.size());
    constexpr std::string_view quotes = "\"'";
    while (!about.empty() && quotes.find(about.front()) != std::string_view::npos)
      about.remove_prefix(1);
    while (!about.empty() && quotes.find(about.back()) != std::string_view::npos)
      about.remove_suffix(1);
    read.about = about;
  }
  if (const std::string end = "</" + read.element + '>'; value.ends_with(end))
    value.remove_suffix(end.size());
  read.value = value;
  return read;
}

/// `18012000, 13:18:35` as `20000118T131835Z`; empty when it is none.
std::string date_of_trados(std::string_view written) {
  std::string digits;
  for (const char character : written) {
    if (character >= '0' && character <= '9') {
      digits += character;
    } else if (std::string_view(", :").find(character) == std::string_view::npos) {
      return {};
    }
  }
  constexpr std::size_t day_size = 2;
  constexpr std::size_t month_size = 2;
  constexpr std::size_t year_size = 4;
  constexpr std::size_t date_size = day_size + month_size + year_size;
  constexpr std::size_t digits_size = date_size + 6;
  if (digits.size() != digits_size) return {};
  return digits.substr(day_size + month_size, year_size) +
         digits.substr(day_size, month_size) + digits.substr(0, day_size) + 'T' +
         digits.substr(date_size) + 'Z';
}

class TradosTextReader final : public TextMemoryReader {
 public:
  TradosTextReader(MemoryText text, std::string_view name)
      : TextMemoryReader(std::move(text), name, "trados") {
    std::string preamble;
    std::string_view line;
    while (lines_.next(line)) {
      if (line.starts_with("<TrU>")) {
        is_in_unit_ = true;
        break;
      }
      if (preamble.empty() && !line.empty() && !line.starts_with("<TWBExportFile") &&
          !line.starts_with("<RTF Preamble>"))
        lines_.refuse(
            "no memory of Trados: it begins with neither “<TWBExportFile” nor “<TrU>”");
      preamble.append(line) += '\n';
      constexpr std::size_t longest_preamble = std::size_t{1} << 20U;  // bytes
      if (preamble.size() > longest_preamble)
        lines_.refuse("more than 1 MiB without a “<TrU>”; this is no memory of Trados");
    }
    tables_ = rtf_tables(preamble);
  }

  bool next(TranslationUnit& unit) override {
    std::string_view line;
    while (std::exchange(is_in_unit_, false) || next_begin()) {
      const std::size_t begin = lines_.line();
      unit = {};
      bool is_sound = true;
      std::optional<TradosLine> open;
      while (lines_.next(line) && !line.starts_with("</TrU>")) {
        if (line.starts_with("<TrU>")) {
          warn(lines_.name(), lines_.line(), "a unit begins before the last one ended");
          is_in_unit_ = true;
          break;
        }
        auto read = trados_line(line);
        if (read) {
          is_sound = take(std::exchange(open, std::move(read)), unit) && is_sound;
        } else if (open && !line.empty()) {  // where RTF breaks a line, its text goes on
          open->value += ' ';
          open->value += line;
        }
      }
      is_sound = take(std::move(open), unit) && is_sound;
      if (!unit.variants.empty() && is_sound) return true;
      if (is_sound) warn(lines_.name(), begin, "a unit without a text is passed over");
    }
    return false;
  }

 private:
  bool next_begin() {
    std::string_view line;
    while (lines_.next(line))
      if (line.starts_with("<TrU>")) return true;
    return false;
  }

  /// False when a text can't be read.
  bool take(std::optional<TradosLine> line, TranslationUnit& unit) {
    if (!line) return true;
    try {
      if (line->element == "Seg") {
        add_variant(*line, unit);
        return true;
      }
      const std::string value =
          text_in_language(line->value, text_.is_in_bytes, header_.source);
      const auto* const fact =
          std::ranges::find(trados_facts, line->element, &TradosFact::element);
      const bool is_field =
          std::ranges::find(trados_fields, line->element) != trados_fields.end();
      if (fact != trados_facts.end()) {
        const std::string known = fact->is_date ? date_of_trados(value) : value;
        if (!known.empty())
          unit.attributes.push_back({std::string(fact->attribute), known});
      } else if (is_field) {
        unit.properties.push_back(
            {line->element + std::string(trados_field_mark) + line->about, value});
      } else if (!line->element.starts_with('/')) {
        unit.properties.push_back({line->element, value});
      }
      return true;
    } catch (const Error& error) {
      warn(lines_.name(), lines_.line(),
           std::string("a unit is passed over, since a text of it can't be read: ") +
               error.what());
      return false;
    }
  }

  void add_variant(const TradosLine& line, TranslationUnit& unit) {
    Variant variant = variant_tagged(line.about);
    if (header_.source == Language()) header_.source = variant.language;
    read_rtf(line.value, tables_, {text_.is_in_bytes, code_page_for(variant.language)},
             variant);
    if (!variant.text.empty() || !variant.tags.empty())
      unit.variants.push_back(std::move(variant));
  }

  RtfTables tables_;
  bool is_in_unit_ = false;  ///< The line of its begin was read.
};

}  // namespace

std::unique_ptr<UnitReader> read_trados_text(std::istream& in, std::string_view name) {
  return std::make_unique<TradosTextReader>(memory_text(in, name), name);
}

}  // namespace hexapla
