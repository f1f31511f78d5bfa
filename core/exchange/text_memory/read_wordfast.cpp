#include "exchange/language_tag.hpp"
#include "exchange/text_memory/memory_text.hpp"
#include "exchange/text_memory/text_memories.hpp"
#include "exchange/text_memory/text_memory_reader.hpp"
#include "format/xml_text.hpp"
#include "text/error.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace hexapla {
namespace {

enum WordfastField : std::size_t {
  wordfast_date,
  wordfast_user,
  wordfast_counter,
  wordfast_source_language,
  wordfast_source,
  wordfast_target_language,
  wordfast_target,
  wordfast_first_attribute
};

/// `20070801~103248` as TMX has dates: `20070801T103248Z`; empty when it is none.
std::string date_of_wordfast(std::string_view written) {
  constexpr std::size_t size = 15;
  constexpr std::size_t border = 8;
  if (written.size() != size || written[border] != '~') return {};
  std::string date(written);
  date[border] = 'T';
  return date + 'Z';
}

/// A text of a memory, in which `&'93;` stands for a character and `&tA;` for a tag.
class WordfastText {
 public:
  WordfastText(std::string_view text, Variant& variant) : text_(text), variant_(variant) {}

  void read() {
    for (std::size_t at = 0; at < text_.size();) {
      if (text_[at] != '&') {
        variant_.text += text_[at++];
        continue;
      }
      constexpr std::size_t longest = 8;  // bytes of `&'A0;` and `&tAB;`
      const std::size_t end = text_.substr(at, longest).find(';');
      const std::size_t size = end == std::string_view::npos ? 0 : end + 1;
      const std::string_view code = text_.substr(at, size);
      if (size > 3 && ((code[1] == '\'' && add_character(code)) ||
                       (code[1] == 't' && add_placeable(code)))) {
        at += size;
      } else {
        variant_.text += text_[at++];
      }
    }
  }

 private:
  /// `&'93;`: a byte of Windows' western code page, in hexadecimal.
  bool add_character(std::string_view code) {
    constexpr int hexadecimal = 16;
    constexpr std::size_t digits_at = 2;
    constexpr unsigned soft_break = 0x0B;
    constexpr unsigned first_printable = 0x20;
    unsigned value = 0;
    const char* const end = code.data() + code.size() - 1;
    const auto [stop, fault] =
        std::from_chars(code.data() + digits_at, end, value, hexadecimal);
    if (fault != std::errc() || stop != end || value > 0xFF) return false;
    if (value == soft_break) {
      variant_.text += '\n';
    } else if (value >= first_printable) {
      constexpr std::string_view first_control = "\xC2\x80";
      constexpr std::string_view last_control = "\xC2\x9F";
      const char byte = static_cast<char>(value);
      const std::string character = out_of_code_page({&byte, 1}, "windows-1252");
      // Five bytes of the code page stand for nothing.
      if (character >= first_control && character <= last_control) return false;
      variant_.text += character;
    } else {
      return false;
    }
    return true;
  }

  bool add_placeable(std::string_view code) {
    constexpr std::size_t letters_at = 2;
    const std::string_view letters = code.substr(letters_at, code.size() - letters_at - 1);
    const bool is_name = std::ranges::all_of(
        letters, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
    if (!is_name) return false;
    InlineTag tag;
    tag.at = static_cast<std::uint32_t>(variant_.text.size());
    tag.element = "ph";
    append_xml(tag.content, code, XmlPlace::element);
    variant_.tags.push_back(std::move(tag));
    return true;
  }

  std::string_view text_;
  Variant& variant_;
};

class WordfastReader final : public TextMemoryReader {
 public:
  WordfastReader(MemoryText text, std::string_view name)
      : TextMemoryReader(std::move(text), name, "wordfast") {
    std::string_view line;
    const bool has_head = lines_.next(line) && line.starts_with('%') &&
                          line.find("Wordfast") != std::string_view::npos;
    if (!has_head)
      lines_.refuse(
          "no memory of Wordfast: its first line doesn't begin with “%” and name Wordfast");
    const auto fields = parts_of(line, '\t');
    constexpr std::size_t source_at = 3;
    if (fields.size() > source_at && fields[source_at].starts_with('%'))
      header_.source = language_tagged(fields[source_at].substr(1));
  }

  bool next(TranslationUnit& unit) override {
    std::string_view line;
    while (lines_.next(line)) {
      if (line.starts_with('%') || line.find_first_not_of(" \t") == std::string_view::npos)
        continue;
      const auto fields = parts_of(line, '\t');
      if (fields.size() <= wordfast_target) {
        warn(lines_.name(), lines_.line(),
             "a line of " + std::to_string(fields.size()) +
                 " fields, where a unit has 7 at least, is passed over");
        continue;
      }
      try {
        read_unit(fields, unit);
      } catch (const Error& error) {
        warn(lines_.name(), lines_.line(),
             std::string("a unit is passed over, since a text of it can't be read: ") +
                 error.what());
        continue;
      }
      if (!unit.variants.empty()) return true;
    }
    return false;
  }

 private:
  void read_unit(const std::vector<std::string_view>& fields, TranslationUnit& unit) {
    unit = {};
    const auto plain = [&](std::size_t at) {
      return text_in_language(fields[at], text_.is_in_bytes, header_.source);
    };
    const auto add = [&](const char* name, std::string value) {
      if (!value.empty() && value != "0")
        unit.attributes.push_back({name, std::move(value)});
    };
    add("creationdate", date_of_wordfast(plain(wordfast_date)));
    add("creationid", plain(wordfast_user));
    add("usagecount", plain(wordfast_counter));
    add_side(fields[wordfast_source_language], fields[wordfast_source], unit);
    add_side(fields[wordfast_target_language], fields[wordfast_target], unit);
    constexpr std::size_t most_attributes = 5;
    for (std::size_t at = 0; at < most_attributes; ++at)
      if (const std::size_t field = wordfast_first_attribute + at;
          field < fields.size() && !fields[field].empty())
        unit.properties.push_back({"x-wordfast-" + std::to_string(at + 1), plain(field)});
  }

  void add_side(std::string_view tag, std::string_view text, TranslationUnit& unit) const {
    if (text.empty()) return;
    Variant variant = variant_tagged(tag);
    const std::string decoded = text_in_language(text, text_.is_in_bytes, variant.language);
    WordfastText(decoded, variant).read();
    unit.variants.push_back(std::move(variant));
  }
};

}  // namespace

std::unique_ptr<UnitReader> read_wordfast(std::istream& in, std::string_view name) {
  return std::make_unique<WordfastReader>(memory_text(in, name), name);
}

}  // namespace hexapla
