#include "document/html/notes.hpp"

#include "document/html/elements.hpp"
#include "document/markup/scanner.hpp"
#include "document/markup/text.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

namespace hexapla {
namespace {

constexpr std::size_t longest_label = 4;  // characters, without brackets

struct Link {
  std::size_t position = 0;
  std::string target;              ///< Without "#".
  std::vector<std::string> names;  ///< Under which other links find it.
  std::string words;
  bool raised = false;
};

/// What a name of the page stands for.
struct NamedPlace {
  std::size_t position = 0;  ///< Of its tag.
  std::string words;         ///< The first after it.
};

/// `1`, `[1]`, `(a)`, `**`, `iv` without brackets; empty when it is no label.
std::string label_in(std::string_view words) {
  ByteRange range = trimmed(words, {0, words.size()});
  constexpr std::string_view brackets = "[](){}.^";
  while (!range.empty() && brackets.find(words[range.begin]) != std::string_view::npos)
    ++range.begin;
  while (!range.empty() && brackets.find(words[range.end - 1]) != std::string_view::npos)
    --range.end;
  const std::string_view label = range.of(words);
  std::size_t characters = 0;
  for (std::size_t at = 0; at < label.size(); ++characters)
    if (is_white_space(next_code_point(label, at))) return {};
  return characters <= longest_label ? std::string(label) : std::string();
}

/// A raised number, `<sup>1</sup>`.
struct Raised {
  std::size_t position = 0;
  std::string words;
  bool starts_line = false;  ///< Nothing but tags is before it in its line.
  bool linked = false;       ///< Links say whether it is a mark.
};

/// Reads the links inside the page, and where the names that they point at stand.
class LinkReader {
 public:
  explicit LinkReader(std::string_view source) : scanner_(source, Markup::html) {}

  std::vector<Link> links;
  std::vector<Raised> raised;
  std::map<std::string, NamedPlace, std::less<>> places;  ///< By name.

  void read() {
    while (const auto token = scanner_.next()) {
      if (token->kind == MarkupToken::Kind::text) read_text(*token);
      if (token->ends("a")) inside_ = false;
      if (token->ends("sup")) in_raised_ = false;
      if (token->kind == MarkupToken::Kind::end_tag && html_is_block(token->name))
        line_begun_ = false;
      if (token->kind != MarkupToken::Kind::start_tag) continue;
      if (token->name == "script" || token->name == "style") {
        (void)scanner_.skip_raw_element(*token);
        continue;
      }
      read_tag(*token);
    }
  }

 private:
  void read_text(const MarkupToken& token) {
    if (trimmed(scanner_.source(), token.range).empty()) return;
    const auto words = [&] {
      return resolved_text(scanner_.source(), token.range, Markup::html)
          .substr(0, longest_words);
    };
    for (const std::string& name : names_)
      if (std::string& first = places[name].words; first.empty()) first = words();
    names_.clear();
    line_begun_ = true;
    if (in_raised_ && raised.back().words.size() < longest_words)
      raised.back().words += words();
    if (inside_ && links.back().words.size() < longest_words) links.back().words += words();
  }

  void read_tag(const MarkupToken& token) {
    const bool link = token.name == "a";
    if (html_is_block(token.name) || token.name == "br") line_begun_ = false;
    if (token.name == "sup") {
      raised.push_back({token.range.begin, {}, !line_begun_, inside_});
      in_raised_ = true;
    }
    if (link && in_raised_) raised.back().linked = true;
    if (token.name == "sup" && inside_) links.back().raised = true;
    std::vector<std::string> own;
    if (auto id = scanner_.attribute(token, "id")) own.push_back(std::move(*id));
    if (link)
      if (auto name = scanner_.attribute(token, "name")) own.push_back(std::move(*name));
    for (const std::string& name : own) {
      places.emplace(name, NamedPlace{token.range.begin, {}});
      if (names_.size() < most_names) names_.push_back(name);
      if (inside_ && links.back().names.size() < most_names)
        links.back().names.push_back(name);
    }
    if (!link) return;
    const std::string target = scanner_.attribute(token, "href").value_or("");
    inside_ = target.size() > 1 && target.front() == '#';
    if (inside_)
      links.push_back({token.range.begin, target.substr(1), names_, {}, in_raised_});
  }

  static constexpr std::size_t longest_words = 64;  // bytes; a label is shorter
  static constexpr std::size_t most_names = 8;      // between two words

  MarkupScanner scanner_;
  std::vector<std::string> names_;  ///< Of the tags since the last words.
  bool inside_ = false;             ///< The last link is open.
  bool in_raised_ = false;          ///< The last `<sup>` is open.
  bool line_begun_ = false;         ///< Words are before in this line.
};

/// Pairs each raised number that starts a line with the last one in the text above that is
/// the same.
void add_raised(const std::vector<Raised>& raised, HtmlNotes& notes) {
  std::map<std::string, std::size_t> marks;  // that still have no note
  for (const Raised& number : raised) {
    const std::string label = label_in(number.words);
    if (label.empty() || number.linked) continue;
    if (!number.starts_line) {
      marks[label] = number.position;
      continue;
    }
    const auto mark = marks.find(label);
    if (mark == marks.end()) continue;
    notes.marks[mark->second] = label;
    notes.notes[number.position] = label;
    marks.erase(mark);
  }
}

/// True for “1. A/77/100”, “[1] A/77/100” and a raised “1”, where the label is 1.
bool begins_with_label(std::string_view words, std::string_view label) {
  const ByteRange range = trimmed(words, {0, words.size()});
  words = range.of(words);
  if (words.starts_with('[') || words.starts_with('(')) words.remove_prefix(1);
  if (!words.starts_with(label)) return false;
  const char32_t next = code_point_at(words, label.size());
  return !is_letter(next) && !is_digit(next);
}

/// A raised link that leads to a note, from which none leads back.
void add_one_way(const LinkReader& reader, HtmlNotes& notes) {
  for (const Link& link : reader.links) {
    const std::string label = label_in(link.words);
    if (!link.raised || label.empty() || notes.marks.contains(link.position)) continue;
    const auto place = reader.places.find(link.target);
    if (place == reader.places.end() || place->second.position < link.position ||
        notes.notes.contains(place->second.position) ||
        !begins_with_label(place->second.words, label))
      continue;
    notes.marks[link.position] = label;
    notes.notes[place->second.position] = label;
  }
}

}  // namespace

HtmlNotes html_notes(std::string_view source) {
  LinkReader reader(source);
  reader.read();
  // Each link that could be a mark, by the place that it points at and by its own names.
  std::map<std::size_t, const Link*> by_note;
  for (const Link& link : reader.links) {
    const auto place = reader.places.find(link.target);
    if (place != reader.places.end() && place->second.position > link.position &&
        !label_in(link.words).empty())
      by_note.emplace(place->second.position, &link);
  }
  HtmlNotes notes;
  for (const Link& link : reader.links) {
    auto found = by_note.upper_bound(link.position);
    if (found == by_note.begin()) continue;
    const auto& [position, mark] = *--found;
    if (std::ranges::find(mark->names, link.target) == mark->names.end()) continue;
    const std::string label = label_in(mark->words);
    notes.marks[mark->position] = label;
    notes.notes[position] = label;
    notes.ways_back.insert(link.position);
  }
  add_one_way(reader, notes);
  add_raised(reader.raised, notes);
  return notes;
}

}  // namespace hexapla
