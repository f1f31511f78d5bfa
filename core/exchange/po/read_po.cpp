#include "exchange/po/read_po.hpp"

#include "exchange/language_tag.hpp"
#include "format/line_reader.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>

namespace hexapla {
namespace {

struct CommentKind {
  std::string_view mark;
  std::string_view property;
};
constexpr std::array comment_kinds{
    CommentKind{"#.", "extracted"}, CommentKind{"#:", "reference"},
    CommentKind{"#,", "flags"}, CommentKind{"#|", "previous"}};

/// An entry as its keywords stand in the file.
struct PoEntry {
  std::map<std::string, std::string, std::less<>> texts;  ///< By keyword: `msgstr[1]`.
  std::vector<std::string> notes;
  std::vector<NamedValue> properties;
  bool is_obsolete = false;

  [[nodiscard]] bool empty() const { return texts.empty(); }
};

class PoReader final : public UnitReader {
 public:
  PoReader(std::istream& in, std::string_view name, Language source, Language target)
      : lines_(in, name), source_(source), target_(target) {
    header_.format = "po";
    header_.source = source;
    first_ = read_entry();
    if (!first_) return;
    const auto id = first_->texts.find("msgid");
    if (id == first_->texts.end() || !id->second.empty()) return;
    read_header(first_->texts["msgstr"]);
    header_.notes = std::move(first_->notes);
    for (NamedValue& property : first_->properties)
      header_.attributes.push_back(std::move(property));
    first_.reset();
  }

  bool next(TranslationUnit& unit) override {
    std::optional<PoEntry> entry =
        first_ ? std::exchange(first_, std::nullopt) : read_entry();
    if (!entry) return false;
    unit = unit_of(std::move(*entry));
    return true;
  }

 private:
  void read_header(std::string_view fields) {
    while (!fields.empty()) {
      const std::size_t end = std::min(fields.find('\n'), fields.size());
      const std::string_view line = fields.substr(0, end);
      fields.remove_prefix(std::min(end + 1, fields.size()));
      const std::size_t colon = line.find(':');
      if (colon == std::string_view::npos) continue;
      const std::size_t value = line.find_first_not_of(' ', colon + 1);
      const std::string_view words =
          value == std::string_view::npos ? "" : line.substr(value);
      if (line.starts_with("Language:") && !words.empty() && target_ == Language())
        target_ = language_tagged(words);
      if (line.starts_with("Content-Type:")) require_utf8_named(words);
      header_.properties.push_back(
          {std::string(line.substr(0, colon)), std::string(words)});
    }
  }

  void require_utf8_named(std::string_view type) const {
    std::string lower(type);
    std::ranges::transform(lower, lower.begin(), [](char letter) {
      return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a')
                                            : letter;
    });
    const std::size_t charset = lower.find("charset=");
    if (charset == std::string::npos) return;
    const std::string name = lower.substr(lower.find('=') + 1);
    if (name != "utf-8" && name != "utf8" && name != "charset" && name != "us-ascii" &&
        name != "ascii")
      lines_.refuse("the file is in " + name + "; convert it with msgconv -t UTF-8");
  }

  /// The next line, `#~` taken off; false at the end.
  bool next_line(std::string_view& line, bool& is_obsolete) {
    if (!std::exchange(is_held_, false) && !lines_.next(held_)) return false;
    line = held_;
    is_obsolete = line.starts_with("#~");
    if (is_obsolete) line.remove_prefix(2);
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    return true;
  }

  std::optional<PoEntry> read_entry() {
    PoEntry entry;
    std::string* text = nullptr;  // where a further line in quotation marks belongs
    std::string_view line;
    bool is_obsolete = false;
    while (next_line(line, is_obsolete)) {
      const bool begins_anew = line.starts_with('#') || line.starts_with("msgctxt") ||
                               line.starts_with("msgid ") || line.starts_with("msgid\"");
      const bool is_complete =
          entry.texts.contains("msgid") &&
          (entry.texts.contains("msgstr") || entry.texts.contains("msgstr[0]"));
      if (is_complete && (line.empty() || begins_anew)) {
        is_held_ = !line.empty();
        return entry;
      }
      if (line.empty()) continue;
      if (line.front() == '#') {
        add_comment(entry, line);
      } else if (line.front() == '"') {
        if (text == nullptr) lines_.refuse("text stands here without a keyword before it");
        *text += unquoted(line);
      } else {
        text = &keyword_text(entry, line);
        entry.is_obsolete = is_obsolete;
      }
    }
    if (entry.empty()) return std::nullopt;
    if (!entry.texts.contains("msgid")) lines_.refuse("an entry has no msgid");
    return entry;
  }

  static void add_comment(PoEntry& entry, std::string_view line) {
    constexpr std::size_t mark_size = 2;
    const auto kind =
        std::ranges::find(comment_kinds, line.substr(0, mark_size), &CommentKind::mark);
    const bool is_note = kind == comment_kinds.end();
    std::string_view words = line.substr(is_note ? 1 : mark_size);
    if (words.starts_with(' ')) words.remove_prefix(1);
    if (is_note) {
      entry.notes.emplace_back(words);
    } else {
      entry.properties.push_back({std::string(kind->property), std::string(words)});
    }
  }

  std::string& keyword_text(PoEntry& entry, std::string_view line) {
    const std::size_t quote = line.find('"');
    const std::string_view word = line.substr(0, line.find_first_of(" \t\""));
    const bool is_known = word == "msgid" || word == "msgctxt" || word == "msgid_plural" ||
                          word == "msgstr" || word.starts_with("msgstr[");
    if (!is_known || quote == std::string_view::npos)
      lines_.refuse("“" + std::string(word) + "” is no keyword of a PO file");
    const auto [place, is_new] = entry.texts.emplace(word, unquoted(line.substr(quote)));
    if (!is_new) lines_.refuse("a second " + std::string(word) + " in an entry");
    return place->second;
  }

  std::string unquoted(std::string_view line) const {
    std::string text;
    std::size_t at = 1;
    for (; at < line.size() && line[at] != '"'; ++at) {
      if (line[at] != '\\' || at + 1 == line.size()) {
        text += line[at];
        continue;
      }
      constexpr std::string_view letters = "ntrabfv0";
      constexpr std::string_view meant("\n\t\r\a\b\f\v\0", 8);
      const std::size_t letter = letters.find(line[++at]);
      text += letter == std::string_view::npos ? line[at] : meant[letter];
    }
    if (at >= line.size()) lines_.refuse("a quotation mark is never closed");
    return text;
  }

  TranslationUnit unit_of(PoEntry entry) const {
    TranslationUnit unit;
    unit.notes = std::move(entry.notes);
    unit.properties = std::move(entry.properties);
    if (entry.is_obsolete) unit.attributes.push_back({"obsolete", "yes"});
    for (auto& [keyword, text] : entry.texts) {
      if (keyword == "msgctxt") {
        unit.id = std::move(text);
        continue;
      }
      Variant variant;
      variant.language = keyword.starts_with("msgid") ? source_ : target_;
      variant.text = std::move(text);
      if (keyword == "msgid_plural") variant.attributes.push_back({"form", "plural"});
      if (const std::size_t bracket = keyword.find('['); bracket != std::string::npos)
        variant.attributes.push_back(
            {"form", keyword.substr(bracket + 1, keyword.find(']') - bracket - 1)});
      unit.variants.push_back(std::move(variant));
    }
    return unit;
  }

  LineReader lines_;
  Language source_;
  Language target_;
  std::string_view held_;
  bool is_held_ = false;
  std::optional<PoEntry> first_;  ///< Read to look for the header.
};

}  // namespace

std::unique_ptr<UnitReader> read_po(std::istream& in, std::string_view name,
                                    Language source, Language target) {
  return std::make_unique<PoReader>(in, name, source, target);
}

}  // namespace hexapla
