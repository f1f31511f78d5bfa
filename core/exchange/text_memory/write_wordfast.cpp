#include "exchange/shared_names.hpp"
#include "exchange/tag_pairs.hpp"
#include "exchange/text_memory/text_memories.hpp"
#include "exchange/text_memory/utf16.hpp"
#include "exchange/unit_texts.hpp"
#include "format/one_line.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

namespace hexapla {
namespace {

/// A unit of which nobody said when or by whom it was made.
constexpr std::string_view no_wordfast_date = "19700101~000000";
constexpr std::string_view no_wordfast_user = "HX";

std::string wordfast_tag(const Variant& variant) {
  std::string tag(variant.tag.empty() ? variant.language.tag()
                                      : std::string_view(variant.tag));
  std::ranges::transform(tag, tag.begin(), [](char letter) {
    if (letter == '_') return '-';
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  });
  return tag;
}

/// `20070801T103248Z` as `20070801~103248`.
std::string wordfast_date_of(const std::string* date) {
  constexpr std::size_t size = 16;
  constexpr std::size_t border = 8;
  if (date == nullptr || date->size() != size || (*date)[border] != 'T')
    return std::string(no_wordfast_date);
  std::string written = date->substr(0, size - 1);
  written[border] = '~';
  return written;
}

std::string wordfast_escaped(std::string_view text) {
  std::string escaped;
  for (const char byte : text) {
    if (byte == '&') {
      escaped += "&'26;";
    } else if (byte == '\t') {
      escaped += ' ';
    } else if (byte == '\n') {
      escaped += "&'B;";
    } else {
      escaped += byte;
    }
  }
  return on_one_line(escaped);
}

/// True for `&tA;`.
bool is_placeable(std::string_view code) {
  constexpr std::size_t least = 4;
  return code.size() >= least && code.starts_with("&t") && code.ends_with(';') &&
         std::ranges::all_of(code.substr(2, code.size() - 3),
                             [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

/// Tags that are no placeables of Wordfast's stay behind.
std::string wordfast_text_of(const Variant& variant) {
  const std::string_view text = variant.text;
  std::string written;
  std::size_t at = 0;
  for (const InlineTag& tag : variant.tags) {
    const std::string code = code_of(tag);
    if (!is_placeable(code)) continue;
    const std::size_t place = std::clamp<std::size_t>(tag.at, at, text.size());
    written += wordfast_escaped(text.substr(at, place - at)) + code;
    at = place;
  }
  return written + wordfast_escaped(text.substr(at));
}

/// Valid UTF-8 as UTF-16, little-endian.
void write_utf16(std::ostream& out, std::string_view text) {
  constexpr unsigned byte_bits = 8;
  constexpr unsigned mask = 0xFF;
  const auto put = [&](char32_t unit) {
    out.put(static_cast<char>(unit & mask));
    out.put(static_cast<char>((unit >> byte_bits) & mask));
  };
  for (std::size_t at = 0; at < text.size();)
    put_utf16(next_code_point(text, at), put);
}

class WordfastWriter final : public UnitWriter {
 public:
  WordfastWriter(std::ostream& out, UnitWriterSettings settings)
      : out_(out), settings_(std::move(settings)) {}

  bool write_unit(const TranslationUnit& unit) override {
    const auto [source, target] = sides_of(unit, settings_.languages);
    if (source == nullptr || target == nullptr || source->text.empty() ||
        target->text.empty())
      return false;
    if (tags_[0].empty()) tags_ = {wordfast_tag(*source), wordfast_tag(*target)};
    const std::string* const user = value_of(unit.attributes, "creationid");
    const std::string* const used = value_of(unit.attributes, "usagecount");
    const auto field = [&](std::string_view text) {
      std::string plain = on_one_line(text);
      std::ranges::replace(plain, '\t', ' ');
      units_ += plain + '\t';
    };
    field(wordfast_date_of(value_of(unit.attributes, "creationdate")));
    field(user == nullptr ? no_wordfast_user : std::string_view(*user));
    field(used == nullptr ? "0" : std::string_view(*used));
    field(wordfast_tag(*source));
    field(wordfast_text_of(*source));
    field(wordfast_tag(*target));
    units_ += wordfast_text_of(*target);
    for (std::size_t number = 1; number <= 4; ++number) {
      const auto* const value =
          value_of(unit.properties, "x-wordfast-" + std::to_string(number));
      std::string plain = value == nullptr ? std::string() : on_one_line(*value);
      std::ranges::replace(plain, '\t', ' ');
      units_ += '\t' + plain;
    }
    units_ += "\r\n";
    return true;
  }

  std::size_t write_end() override {
    constexpr std::size_t digits = 8;
    const std::string count = std::to_string(written());
    const std::string zeros(digits - std::min(digits, count.size()), '0');
    write_utf16(out_, "\xEF\xBB\xBF%" + std::string(no_wordfast_date) + "\t%User ID," +
                          std::string(no_wordfast_user) + ",HX hexapla\t%TU=" + zeros +
                          count + "\t%" + tags_[0] + "\t%Wordfast TM v.5.51w9/00\t%" +
                          tags_[1] + "\t%-----------\r\n");
    write_utf16(out_, units_);
    return 0;
  }

 private:
  std::ostream& out_;
  UnitWriterSettings settings_;
  std::array<std::string, 2> tags_;  ///< Of the first unit, for the head.
  std::string units_;
};

}  // namespace

std::unique_ptr<UnitWriter> wordfast_writer(std::ostream& out,
                                            UnitWriterSettings settings) {
  return std::make_unique<WordfastWriter>(out, std::move(settings));
}

}  // namespace hexapla
