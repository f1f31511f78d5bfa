#include "document/pdf/notes.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include <unicode/uchar.h>

namespace hexapla {
namespace {

// Of the body's: footnotes are set smaller.
constexpr double note_size = .95;
constexpr std::size_t shortest_rule = 5;       // characters
constexpr std::size_t longest_note_label = 3;  // digits or asterisks
constexpr double same_note_indent = .3;        // of the font size

/// Digits of any script in ASCII; asterisks and letters as they are.
void append_label(std::string& label, char32_t code_point) {
  if (is_digit(code_point)) {
    label += static_cast<char>('0' + u_charDigitValue(static_cast<UChar32>(code_point)));
  } else {
    append_code_point(label, code_point);
  }
}

struct Label {
  std::string words;     ///< Empty when there is none.
  bool set_off = false;  ///< Raised, or linked.
};

/// What the text of a footnote begins with: raised characters, those of a link back to the
/// mark, a number in brackets, or a number or asterisks with white space or a Chinese
/// character after.
Label label_of(const PdfLine& line) {
  Label label;
  std::size_t at = 0;
  while (at < line.text.size() && is_white_space(line.text[at].code))
    ++at;
  if (at == line.text.size()) return label;
  const bool asterisks = line.text[at].code == U'*';
  const bool bracketed = line.text[at].code == U'(';
  label.set_off = line.text[at].set_off();
  std::size_t signs = 0;
  for (; at < line.text.size(); ++at) {
    const PdfCharacter& next = line.text[at];
    const bool bracket = next.is_bracket() && (label.set_off || bracketed);
    const bool goes_on = label.set_off ? next.set_off()
                         : asterisks   ? next.code == U'*'
                                       : is_digit(next.code) || bracket;
    if (!goes_on || (bracketed && at > 0 && line.text[at - 1].code == U')')) break;
    if (bracket) continue;
    append_label(label.words, next.code);
    ++signs;
  }
  if (signs == 0 || signs > longest_note_label || at == line.text.size()) return {};
  const bool closed = bracketed && line.text[at - 1].code == U')';
  const bool apart = is_white_space(line.text[at].code) || is_han(line.text[at].code);
  const bool whole = bracketed ? closed : apart || label.set_off;
  return whole ? label : Label{};
}

std::optional<unsigned> note_number_in(const std::string& label) {
  if (label.empty()) return std::nullopt;
  unsigned number = 0;
  for (const char digit : label) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = 10 * number + static_cast<unsigned>(digit - '0');
  }
  return number;
}

bool note_ends_sentence(const PdfLine& line) {
  const auto last =
      std::find_if_not(line.text.rbegin(), line.text.rend(),
                       [](const PdfCharacter& sign) { return is_white_space(sign.code); });
  return last != line.text.rend() && is_terminal(last->code);
}

class NoteFinder {
 public:
  explicit NoteFinder(std::span<PdfLine> lines)
      : lines_(lines), small_(note_size * body_size(lines)) {}

  void find() {
    for_each_area(lines_,
                  [&](std::size_t begin, std::size_t end) { read_area(begin, end); });
    find_endnotes();
  }

 private:
  [[nodiscard]] bool is_text(std::size_t line) const {
    return lines_[line].kind != BlockKind::furniture;
  }

  /// The lines of one column or page.
  void read_area(std::size_t begin, std::size_t end) {
    std::size_t foot = end;
    std::size_t rule = end;
    for (std::size_t i = end; i-- > begin;) {
      if (!is_text(i)) continue;
      if (is_note_rule(lines_[i])) rule = i;
      if (rule == i || lines_[i].size > small_ || lines_[i].cell) break;
      foot = i;
    }
    if (rule == end) rule = rule_above(begin, end);
    if (rule != end) {
      foot = rule + 1;
      lines_[rule].kind = BlockKind::furniture;
    } else if (foot == begin) {
      return;  // a page in small letters has no foot
    }
    read_foot(foot, end, rule != end);
  }

  /// The last rule with a label below, whatever the letters are.
  [[nodiscard]] std::size_t rule_above(std::size_t begin, std::size_t end) const {
    for (std::size_t i = end; i-- > begin;)
      if (is_text(i) && i + 1 < end && is_note_rule(lines_[i]) &&
          !label_of(lines_[i + 1]).words.empty())
        return i;
    return end;
  }

  /// Without a rule, a foot that doesn't begin with a label may be the rest of a footnote.
  void read_foot(std::size_t begin, std::size_t end, bool ruled) {
    bool inside = open_ && (ruled || !ended_);
    bool begun = false;
    for (std::size_t i = begin; i < end; ++i) {
      if (!is_text(i)) continue;
      Label label = lines_[i].cell ? Label{} : label_of(lines_[i]);
      if (!ruled && !is_marked(label, lines_[i])) label = {};
      if (!label.words.empty() && starts_note(label, lines_[i])) {
        lines_[i].label = label.words;
        last_ = label.words;
        set_off_ = label.set_off;
        indent_ = lines_[i].start;
        inside = true;
        open_ = true;
      }
      // A table in small letters, whose rows have cells, is no rest of a note; one above
      // the notes is only passed by.
      const bool is_row = lines_[i].cell || (!ruled && lines_[i].cells > 1);
      if (is_row && !begun) continue;
      if (is_row) inside = open_ = false;
      if (!inside) continue;
      lines_[i].kind = BlockKind::footnote;
      begun = true;
      ended_ = note_ends_sentence(lines_[i]);
    }
  }

  /// Whether the mark of a note without a rule is above it on its page. Rows of tables
  /// in small letters begin with figures too: "1 July 2024".
  [[nodiscard]] bool is_marked(const Label& label, const PdfLine& note) const {
    if (label.words.empty() || (!label.set_off && note_number_in(label.words)))
      return false;
    // Not equal_range: clang 14, with which the readers are fuzzed, can't read its result.
    const auto begin = std::ranges::lower_bound(lines_, note.page, {}, &PdfLine::page);
    const auto end = std::ranges::upper_bound(lines_, note.page, {}, &PdfLine::page);
    return std::any_of(begin, end, [&](const PdfLine& line) {
      if (line.page != note.page || line.row == note.row || line.top > note.top)
        return false;
      if (label.words.front() == '*') return ends_in(line, label.words);
      return std::ranges::any_of(raised_marks(line), [&](const RaisedMark& mark) {
        return (mark.begin > 0 || line.size > small_) && mark.label == label.words;
      });
    });
  }

  /// Asterisks need not be raised, but end a word.
  [[nodiscard]] static bool ends_in(const PdfLine& line, const std::string& asterisks) {
    return std::ranges::count(line.text, U'*', &PdfCharacter::code) >=
               static_cast<std::ptrdiff_t>(asterisks.size()) &&
           !line.text.empty() && line.text.front().code != U'*';
  }

  /// A wrapped line may begin with a number too.
  [[nodiscard]] bool starts_note(const Label& label, const PdfLine& line) const {
    if (label.set_off || last_.empty()) return true;
    // Asterisks end below each other: the more there are, the farther out they begin.
    if (label.words == last_ + '*') return true;
    if (set_off_) return false;
    const auto number = note_number_in(label.words);
    const auto last = note_number_in(last_);
    if (number && last && *number != *last + 1 && *number != 1) return false;
    return line.start >= indent_ - same_note_indent * line.size || line.in_column;
  }

  /// Raised marks in the body whose footnotes have not been found stand for notes at the
  /// end of the document, if its last lines begin with their labels.
  void find_endnotes() {
    std::set<std::string> found;
    for (const PdfLine& line : lines_)
      if (!line.label.empty()) found.insert(line.label);
    std::vector<std::string> missing;
    std::vector<std::uint32_t> pages;  // of their marks
    for (const PdfLine& line : lines_) {
      if (line.kind != BlockKind::paragraph) continue;
      for (const RaisedMark& mark : raised_marks(line))
        if ((mark.begin > 0 || line.size > small_) && note_number_in(mark.label) &&
            found.insert(mark.label).second) {
          missing.push_back(mark.label);
          pages.push_back(line.page);
        }
    }
    std::vector<std::size_t> starts;
    for (std::size_t i = lines_.size(); i-- > 0 && starts.size() < missing.size();) {
      const std::string& due = missing[missing.size() - starts.size() - 1];
      if (lines_[i].kind == BlockKind::paragraph && !lines_[i].cell &&
          label_of(lines_[i]).words == due)
        starts.push_back(i);
    }
    if (missing.empty() || starts.size() < missing.size()) return;
    for (std::size_t note = 0; note < missing.size(); ++note) {
      const std::size_t begin = starts[missing.size() - note - 1];
      const std::size_t end =
          note + 1 < missing.size() ? starts[missing.size() - note - 2] : lines_.size();
      // A note on the page of its mark ends there.
      const bool at_foot = lines_[begin].page == pages[note];
      for (std::size_t i = begin; i < end; ++i)
        if (is_text(i) && !lines_[i].cell && (!at_foot || lines_[i].page == pages[note]))
          lines_[i].kind = BlockKind::footnote;
      lines_[begin].label = missing[note];
    }
  }

  std::span<PdfLine> lines_;
  double small_;          ///< The size that a footnote's letters do not go beyond.
  bool open_ = false;     ///< There is a footnote that may go on.
  bool ended_ = false;    ///< Its last line ends a sentence.
  std::string last_;      ///< Its label.
  bool set_off_ = false;  ///< That label was.
  double indent_ = 0;     ///< Where it stood.
};

}  // namespace

bool is_note_rule(const PdfLine& line) {
  constexpr std::u32string_view strokes = U"_＿─—–-";
  std::size_t count = 0;
  for (const PdfCharacter& character : line.text) {
    if (is_white_space(character.code)) continue;
    if (strokes.find(character.code) == std::u32string_view::npos) return false;
    ++count;
  }
  return count >= shortest_rule;
}

void mark_footnotes(std::span<PdfLine> lines) {
  NoteFinder(lines).find();
}

double body_size(std::span<const PdfLine> lines) {
  std::map<double, std::size_t> characters;
  for (const PdfLine& line : lines)
    if (line.kind == BlockKind::paragraph) characters[line.size] += line.text.size();
  const auto most = std::ranges::max_element(
      characters, {}, [](const auto& entry) { return entry.second; });
  return most == characters.end() ? 1 : most->first;
}

namespace {

/// Whether a unit of length ends before the raised figure at `at`: m², km³.
bool ends_unit(const PdfLine& line, std::size_t at) {
  constexpr std::array<std::u32string_view, 12> units{
      U"m", U"km", U"cm", U"mm", U"dm", U"ft", U"м", U"км", U"см", U"мм", U"م", U"كم"};
  std::u32string word;
  for (std::size_t i = at; i-- > 0 && is_letter(line.text[i].code) && word.size() < 3;)
    word.insert(word.begin(), line.text[i].code);
  const bool power = line.text[at].code == U'2' || line.text[at].code == U'3';
  return power && std::ranges::find(units, word) != units.end();
}

}  // namespace

std::vector<RaisedMark> raised_marks(const PdfLine& line) {
  std::vector<RaisedMark> marks;
  bool inside = false;
  const auto is_part = [&](std::size_t at) {
    return line.text[at].raised && line.text[at].code != U',';
  };
  for (std::size_t i = 0; i < line.text.size(); ++i) {
    const PdfCharacter& character = line.text[i];
    const bool part = is_part(i) && (inside || !ends_unit(line, i));
    if (part && !inside) marks.push_back({i, i, {}});
    if (part) marks.back().end = i + 1;
    if (part && !character.is_bracket()) append_label(marks.back().label, character.code);
    inside = part;
  }
  std::erase_if(marks, [](const RaisedMark& mark) { return mark.label.empty(); });
  return marks;
}

}  // namespace hexapla
