#include "exchange/text_memory/rtf_text.hpp"

#include "exchange/text_memory/memory_text.hpp"
#include "exchange/text_memory/rtf_names.hpp"
#include "exchange/text_memory/utf16.hpp"
#include "format/xml_text.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace hexapla {
namespace {

bool is_rtf_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// `\word`, `\word12` or `\word-12`, and the one space that ends it.
struct RtfControl {
  std::string_view word;
  std::optional<int> number;
  std::size_t size = 0;  ///< Bytes, with backslash and space.
};

RtfControl control_at(std::string_view rtf, std::size_t at) {
  RtfControl control;
  std::size_t end = at + 1;
  while (end < rtf.size() && is_rtf_letter(rtf[end]))
    ++end;
  control.word = rtf.substr(at + 1, end - at - 1);
  if (control.word.empty()) {
    control.word = rtf.substr(at + 1, 1);
    control.size = 1 + control.word.size();
    return control;
  }
  int number = 0;
  const auto [stop, fault] =
      std::from_chars(rtf.data() + end, rtf.data() + rtf.size(), number);
  if (fault == std::errc()) control.number = number;
  end = static_cast<std::size_t>(stop - rtf.data());
  if (end < rtf.size() && rtf[end] == ' ') ++end;
  control.size = end - at;
  return control;
}

template <std::size_t size>
const RtfName* named_in(const std::array<RtfName, size>& names, std::string_view word) {
  const auto found = std::ranges::find(names, word, &RtfName::word);
  return found == names.end() ? nullptr : &*found;
}

constexpr char32_t first_beyond_plain = 0x80;

class RtfReader {
 public:
  RtfReader(std::string_view rtf, const RtfTables& tables, const RtfEncoding& encoding,
            Variant& variant)
      : rtf_(rtf), tables_(tables), encoding_(encoding), variant_(variant) {
    groups_.push_back({encoding.code_page, 0});
  }

  void read() {
    for (std::size_t at = 0; at < rtf_.size();)
      at = step(at);
    end_group();
  }

 private:
  struct Group {
    std::string code_page;
    std::size_t switches = 0;  ///< How many were on when it began.
  };

  /// Takes what stands at `at`. Returns: where the next thing stands.
  std::size_t step(std::size_t at) {
    if (rtf_[at] == '{') {
      constexpr std::size_t deepest = 100;  // groups in groups; Word makes some ten
      if (is_tag_group(at)) return tag_group(at);
      flush();
      if (groups_.size() > deepest) return at + 1;
      groups_.push_back({groups_.back().code_page, switches_.size()});
      return at + 1;
    }
    if (rtf_[at] == '}') {
      end_group();
      return at + 1;
    }
    if (rtf_[at] == '\\' && at + 1 < rtf_.size()) return control(at);
    return character(at);
  }

  void end_group() {
    flush();
    while (switches_.size() > groups_.back().switches)
      switch_off(switches_.back());
    if (groups_.size() > 1) groups_.pop_back();
  }

  /// True when the group's first controls name the style of a tag.
  [[nodiscard]] bool is_tag_group(std::size_t at) const {
    constexpr std::size_t most_controls = 20;
    ++at;
    for (std::size_t count = 0; count < most_controls && at < rtf_.size(); ++count) {
      if (rtf_[at] != '\\') return false;
      const RtfControl control = control_at(rtf_, at);
      if (control.word == "cs" && control.number && *control.number >= 0)
        return tables_.tag_styles.contains(static_cast<unsigned>(*control.number));
      if (!is_rtf_letter(control.word.empty() ? '*' : control.word.front())) return false;
      at += control.size;
    }
    return false;
  }

  /// A group whose text is one tag, with whatever groups are in it.
  std::size_t tag_group(std::size_t at) {
    flush();
    std::size_t depth = 0;
    std::size_t end = at;
    for (; end < rtf_.size(); ++end) {
      if (rtf_[end] == '\\') {
        ++end;
      } else if (rtf_[end] == '{') {
        ++depth;
      } else if (rtf_[end] == '}' && --depth == 0) {
        break;
      }
    }
    end = std::min(end, rtf_.size());
    Variant inside;
    const RtfTables no_tags{tables_.code_pages, {}};
    RtfReader(rtf_.substr(at + 1, end - at - 1), no_tags,
              {encoding_.is_in_bytes, groups_.back().code_page}, inside)
        .read();
    InlineTag tag;
    tag.at = place();
    tag.element = "ph";
    append_xml(tag.content, inside.text, XmlPlace::element);
    variant_.tags.push_back(std::move(tag));
    return std::min(end + 1, rtf_.size());
  }

  std::size_t control(std::size_t at) {
    if (rtf_[at + 1] == '\'') return byte(at);
    // No control begins with a letter beyond ASCII: the backslash is stray, the letter
    // text.
    if (static_cast<unsigned char>(rtf_[at + 1]) >= first_beyond_plain) return at + 1;
    const RtfControl control = control_at(rtf_, at);
    const std::size_t next = at + control.size;
    if (control.word == "u" && control.number) {
      unicode(*control.number);
    } else if (control.word == "uc") {
      fallback_ = static_cast<std::size_t>(std::clamp(control.number.value_or(1), 0, 9));
    } else if (const RtfName* const name = named_in(rtf_characters, control.word)) {
      append(name->text);
    } else if (const RtfName* const sign = named_in(rtf_signs, control.word)) {
      append(sign->text);
    } else if (control.word == "f" && control.number) {
      set_font(*control.number);
    } else {
      turn(control);
    }
    return next;
  }

  void append(std::string_view text) {
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    flush();
    variant_.text += text;
  }

  void set_font(int number) {
    flush();
    const auto font = tables_.code_pages.find(static_cast<unsigned>(number));
    if (font != tables_.code_pages.end()) groups_.back().code_page = font->second;
  }

  void turn(const RtfControl& control) {
    const auto is_on = [&](std::string_view word) {
      return std::ranges::find(switches_, word) != switches_.end();
    };
    if (control.word == "plain") {
      flush();
      while (!switches_.empty())
        switch_off(switches_.back());
    }
    for (const RtfName& end : rtf_ends)
      if (end.word == control.word && is_on(end.text)) switch_off(std::string(end.text));
    if (std::ranges::find(rtf_switches, control.word) == rtf_switches.end()) return;
    const std::string word(control.word);
    flush();
    if (control.number == 0) {
      if (is_on(word)) switch_off(word);
    } else if (!is_on(word)) {
      switches_.push_back(word);
      add_switch(InlineTag::Role::begin, '\\' + word + ' ');
    }
  }

  void switch_off(std::string word) {
    flush();
    const auto found = std::find(switches_.rbegin(), switches_.rend(), word);
    switches_.erase(std::next(found).base());
    add_switch(InlineTag::Role::end, '\\' + word + "0 ");
  }

  void add_switch(InlineTag::Role role, std::string code) {
    InlineTag tag;
    tag.at = place();
    tag.role = role;
    tag.element = rtf_switch;
    tag.content = std::move(code);
    variant_.tags.push_back(std::move(tag));
  }

  [[nodiscard]] std::uint32_t place() const {
    return static_cast<std::uint32_t>(variant_.text.size());
  }

  /// `\'e9`.
  std::size_t byte(std::size_t at) {
    constexpr std::size_t digits_at = 2;
    constexpr std::size_t size = 4;
    constexpr int hexadecimal = 16;
    unsigned value = 0;
    const char* const begin = rtf_.data() + std::min(at + digits_at, rtf_.size());
    const char* const end = rtf_.data() + std::min(at + size, rtf_.size());
    const auto [stop, fault] = std::from_chars(begin, end, value, hexadecimal);
    const auto next = static_cast<std::size_t>(stop - rtf_.data());
    if (fault != std::errc()) return next;
    if (skipped_ > 0) {
      --skipped_;
    } else {
      bytes_ += static_cast<char>(value);
    }
    return next;
  }

  void unicode(int number) {
    constexpr int negative = 0x10000;
    flush();
    skipped_ = fallback_;
    const auto unit = static_cast<char32_t>(number < 0 ? number + negative : number);
    if (is_high_surrogate(unit)) {
      high_half_ = unit;
    } else if (is_low_surrogate(unit)) {
      if (const auto half = std::exchange(high_half_, std::nullopt))
        append_code_point(variant_.text, joined_surrogates(*half, unit));
    } else if (unit < first_of_two_units && unit > 0) {
      append_code_point(variant_.text, unit);
    }
  }

  /// Text as the file has it.
  std::size_t character(std::size_t at) {
    std::size_t next = at;
    const char32_t code_point = next_code_point(rtf_, next);
    if (skipped_ > 0) {
      --skipped_;
      return next;
    }
    const bool is_double = has_double_bytes(groups_.back().code_page);
    if (encoding_.is_in_bytes) {
      bytes_ += static_cast<char>(code_point);
      // The second byte of a character may look like a brace or a backslash.
      if (is_double && code_point > first_beyond_plain && next < rtf_.size())
        bytes_ += static_cast<char>(next_code_point(rtf_, next));
    } else if (is_double && bytes_.size() % 2 == 1 && code_point < first_beyond_plain) {
      bytes_ += static_cast<char>(code_point);
    } else {
      flush();
      variant_.text += rtf_.substr(at, next - at);
    }
    return next;
  }

  void flush() {
    if (bytes_.empty()) return;
    variant_.text += out_of_code_page(std::exchange(bytes_, {}), groups_.back().code_page);
  }

  std::string_view rtf_;
  const RtfTables& tables_;
  const RtfEncoding& encoding_;
  Variant& variant_;
  std::vector<Group> groups_;
  std::vector<std::string> switches_;  ///< That are on, in their order.
  std::string bytes_;                  ///< Of a code page, not read yet.
  std::size_t fallback_ = 1;           ///< Characters after `\u` for who knows no Unicode.
  std::size_t skipped_ = 0;            ///< Of them still to come.
  std::optional<char32_t> high_half_;
};

}  // namespace

void read_rtf(std::string_view rtf, const RtfTables& tables, const RtfEncoding& encoding,
              Variant& variant) {
  RtfReader(rtf, tables, encoding, variant).read();
}

}  // namespace hexapla
