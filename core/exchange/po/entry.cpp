#include "exchange/po/entry.hpp"

#include <algorithm>
#include <array>
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

void add_comment(PoEntry& entry, std::string_view line) {
  constexpr std::size_t mark_size = 2;
  const auto* const kind =
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

/// `msgid`, but not `msgid_plural`.
bool begins_with_word(std::string_view line, std::string_view word) {
  return line.starts_with(word) &&
         (line.size() == word.size() ||
          std::string_view(" \t\"").find(line[word.size()]) != std::string_view::npos);
}

}  // namespace

const std::string* PoEntry::translation() const {
  for (const std::string_view keyword : {"msgstr", "msgstr[0]"})
    if (const auto found = texts.find(keyword); found != texts.end()) return &found->second;
  return nullptr;
}

std::string PoEntry::text(std::string_view keyword) const {
  const auto found = texts.find(keyword);
  return found == texts.end() ? std::string() : found->second;
}

/// The next line, `#~` taken off, with `#~|` as `#|`; false at the end.
bool PoEntries::next_line(std::string_view& line, bool& is_obsolete) {
  if (!std::exchange(is_held_, false) && !lines_.next(held_)) return false;
  line = held_;
  is_obsolete = line.starts_with("#~");
  if (line.starts_with("#~|")) {
    previous_ = "#|" + std::string(line.substr(3));
    line = previous_;
  } else if (is_obsolete) {
    line.remove_prefix(2);
  }
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return true;
}

std::optional<PoEntry> PoEntries::next() {
  PoEntry entry;
  std::string* text = nullptr;  // where a further line in quotation marks belongs
  std::string_view line;
  bool is_obsolete = false;
  while (next_line(line, is_obsolete)) {
    const bool is_comment = line.starts_with('#');
    const bool begins_anew =
        (is_comment && entry.translation() != nullptr) ||
        ((begins_with_word(line, "msgctxt") || begins_with_word(line, "msgid")) &&
         entry.texts.contains("msgid"));
    if (begins_anew || (line.empty() && entry.texts.contains("msgid"))) {
      is_held_ = begins_anew;
      return entry;
    }
    if (line.empty()) continue;
    if (is_comment) {
      add_comment(entry, line);
    } else if (line.front() == '"') {
      if (text == nullptr) lines_.refuse("there is text without a keyword before it");
      *text += unquoted(line);
    } else {
      if (entry.texts.empty()) entry.line = lines_.line();
      text = &keyword_text(entry, line);
      entry.is_obsolete = is_obsolete;
    }
  }
  if (entry.texts.empty()) return std::nullopt;
  if (!entry.texts.contains("msgid")) lines_.refuse("an entry has no msgid");
  return entry;
}

std::string& PoEntries::keyword_text(PoEntry& entry, std::string_view line) {
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

std::string PoEntries::unquoted(std::string_view line) const {
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

}  // namespace hexapla
