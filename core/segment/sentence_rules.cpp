#include "segment/sentence_rules.hpp"

#include "segment/next_words.hpp"
#include "segment/quotation.hpp"
#include "text/code_point.hpp"

#include <algorithm>

namespace hexapla {
namespace {

constexpr std::size_t longest_list_number = 9;  // bytes of "12", "xviii", "3.2.1"
constexpr std::size_t longest_short_part = 6;   // bytes of the "ej" of "p. ej."

/// `12`, `iv`, `3.2`, `б` at the start of a sentence: a number of a list or paragraph.
bool is_list_number(std::string_view word) {
  if (word.empty() || word.size() > longest_list_number) return false;
  std::size_t at = 0;
  const bool digit_first = is_digit(next_code_point(word, at));
  if (!digit_first) return at == word.size() || is_roman_numeral(word);
  constexpr int most_digits = 3;  // a year is no list number
  int digits = 1;
  while (at < word.size()) {
    const char32_t next = next_code_point(word, at);
    digits = next == U'.' ? 0 : digits + 1;
    if (digits > most_digits || (next != U'.' && !is_digit(next))) return false;
  }
  return true;
}

/// What is before a full stop, with the rules that rest on it.
class FullStop {
 public:
  FullStop(const Paragraph& paragraph, const MarkedPlace& place, const NextWords& next)
      : paragraph_(paragraph),
        next_(next),
        sentence_(place.sentence),
        range_(word_before(paragraph.text, place.mark.begin)),
        word_(range_.of(paragraph.text)),
        starts_item_(range_.begin <= place.sentence || follows_semicolon()) {}

  [[nodiscard]] SentenceRule rule() const {
    if (starts_item_ && is_list_number(word_)) return SentenceRule::numbering;
    if (is_first_part()) return SentenceRule::abbreviation;
    if (are_initials(word_)) return rule_of_initials();
    Abbreviation kind = joined_kind();
    if (kind == Abbreviation::none) {
      if (is_designation()) return SentenceRule::designation;
      kind = paragraph_.words.abbreviation(word_);
    }
    switch (kind) {
      case Abbreviation::none:
        return SentenceRule::mark_and_space;
      case Abbreviation::never:
        return SentenceRule::abbreviation;
      case Abbreviation::number:
        return rule_before_number();
      case Abbreviation::seldom:
        return rule_before_starter(SentenceRule::abbreviation);
      case Abbreviation::may:
        return next_.starts_with_letter && !is_bracket_next()
                   ? SentenceRule::abbreviation_at_end
                   : SentenceRule::abbreviation;
    }
    return SentenceRule::mark_and_space;
  }

 private:
  /// Of `J.`, `U.N.`, `م.ت.ف.`: a name or the rest of one follows.
  [[nodiscard]] SentenceRule rule_of_initials() const {
    if (is_initial_next()) return SentenceRule::initial;
    if (is_designation()) return SentenceRule::designation;
    const Abbreviation kind = paragraph_.words.abbreviation(word_);
    if (kind == Abbreviation::never) return SentenceRule::abbreviation;
    if (kind == Abbreviation::number && is_number(paragraph_, next_))
      return SentenceRule::abbreviation_of_number;
    return rule_before_starter(SentenceRule::initial);
  }

  /// The `C.` after the `B.` of `B. C. Lee`.
  [[nodiscard]] bool is_initial_next() const {
    return !next_.is_opened && !next_.word.empty() && are_initials(next_.word) &&
           code_point_at(paragraph_.text, next_.at + next_.word.size()) == U'.';
  }

  /// `et al. (Geneva, 2019)`: the bracket belongs to what is before it.
  [[nodiscard]] bool is_bracket_next() const {
    const char32_t opening =
        code_point_at(paragraph_.text, past_white_space(paragraph_.text, range_.end + 1));
    return !next_.is_item && (opening == U'(' || opening == U'[');
  }

  /// The `EE.` of `EE. UU.`
  [[nodiscard]] bool is_first_part() const {
    return word_.size() <= longest_short_part && !next_.is_opened && !next_.word.empty() &&
           next_.word.size() <= longest_short_part &&
           paragraph_.words.abbreviation(word_, next_.word) != Abbreviation::none;
  }

  /// Of the `UU.` of `EE. UU.`
  [[nodiscard]] Abbreviation joined_kind() const {
    const std::string_view first = before();
    if (word_.size() > longest_short_part || !first.ends_with('.'))
      return Abbreviation::none;
    return paragraph_.words.abbreviation(first.substr(0, first.size() - 1), word_);
  }

  /// Past the white space before the word, back to the sentence's start at most.
  [[nodiscard]] std::size_t behind_word_before() const {
    if (range_.begin <= sentence_) return range_.begin;
    return trimmed(paragraph_.text, {sentence_, range_.begin}).end;
  }

  /// `; 12. Requests`
  [[nodiscard]] bool follows_semicolon() const {
    const std::size_t end = behind_word_before();
    const char32_t mark = code_point_before(paragraph_.text, end);
    return mark == U';' || mark == U'；' || mark == U'؛' || mark == U':' || mark == U'：';
  }

  [[nodiscard]] SentenceRule rule_before_number() const {
    return next_.is_item || is_number(paragraph_, next_)
               ? SentenceRule::abbreviation_of_number
               : SentenceRule::abbreviation_at_end;
  }

  [[nodiscard]] SentenceRule rule_before_starter(SentenceRule otherwise) const {
    const bool starts = paragraph_.words.is_starter(next_.word) && !is_initial_next();
    return starts ? SentenceRule::starter_follows : otherwise;
  }

  /// `section A.`, `vitamin D.`, `31/16 A.`
  [[nodiscard]] bool is_designation() const {
    std::size_t letter = 0;
    if (word_.empty() || !is_letter(next_code_point(word_, letter)) ||
        letter < word_.size())
      return false;
    std::string_view designator = before();
    if (designator.ends_with('.')) designator.remove_suffix(1);
    return paragraph_.words.is_designator(designator) ||
           (is_digit(code_point_at(designator, 0)) && are_initials(word_));
  }

  /// The word before this one, white space between.
  [[nodiscard]] std::string_view before() const {
    const std::size_t end = behind_word_before();
    return end == range_.begin ? std::string_view()
                               : word_before(paragraph_.text, end).of(paragraph_.text);
  }

  const Paragraph& paragraph_;
  const NextWords& next_;
  std::size_t sentence_;
  ByteRange range_;
  std::string_view word_;
  bool starts_item_;
};

/// Chinese and its kin, where no white space is between sentences.
SentenceRule rule_without_space(const MarkedPlace& place, char32_t mark, char32_t after,
                                char32_t last) {
  const bool closed = is_closing_mark(last);
  if (is_wide_mark(mark)) {
    const bool quoted = closed && last != U')' && last != U'）';
    return quoted && is_particle(after) ? SentenceRule::particle_follows
                                        : SentenceRule::wide_mark;
  }
  if (mark == U'…') return closed ? SentenceRule::wide_mark : SentenceRule::ellipsis;
  const bool asks = mark == U'?' || mark == U'!';
  const bool ends = is_han(after) && (closed || (asks && place.end == place.mark.end));
  return ends ? SentenceRule::han_after_mark : SentenceRule::no_space;
}

/// `. . .` stands for words that were left out; with a full stop there are four points, and
/// many lead to the page number of a table of contents.
bool is_inside_sentence(std::string_view text, const MarkedPlace& place) {
  constexpr std::ptrdiff_t most_points = 4;  // of an omission after a full stop
  const std::string_view marks =
      text.substr(place.mark.begin, place.end - place.mark.begin);
  const auto points = std::ranges::count(marks, '.');
  if (points > most_points) return true;
  if (place.mark.size() == 1) return false;
  const char32_t before = code_point_before(text, place.mark.begin);
  const bool glued = is_letter(before) || is_digit(before) || is_closing_mark(before);
  return !glued && points < most_points;
}

SentenceRule rule_around_quotations(const Paragraph& paragraph, const MarkedPlace& place) {
  const std::string_view text = paragraph.text;
  const char32_t mark = code_point_at(text, place.mark.begin);
  if (mark == U':') return SentenceRule::colon_at_line_end;
  if (mark == U'.' && is_inside_sentence(text, place)) return SentenceRule::ellipsis;
  const char32_t after = code_point_at(text, place.end);
  if (continues_sentence(after)) return SentenceRule::punctuation_follows;
  const bool spaced = is_white_space(after);
  if (is_wide_mark(mark) || (paragraph.spaceless && !spaced))
    return rule_without_space(place, mark, after, code_point_before(text, place.end));
  if (!spaced) {
    // A sentence that was left in Chinese, joined to the one before: `12 women.仍有两名`.
    const bool numbered = is_digit(code_point_before(text, place.mark.begin));
    return is_han(after) && !numbered ? SentenceRule::han_after_mark
                                      : SentenceRule::no_space;
  }
  const NextWords next = next_words(paragraph, place.end);
  if (continues_sentence(next.first)) return SentenceRule::punctuation_follows;
  if (mark != U'.' && next.is_inverted) return SentenceRule::question;
  const bool bare = place.end == place.mark.end;
  if (next.is_item && mark != U'.') return SentenceRule::item_follows;
  if (next.is_lower && !next.is_item)
    return mark == U'?' && bare && !next.is_opened ? SentenceRule::question
                                                   : SentenceRule::lower_case_follows;
  // A closing mark after the full stop ends more than an abbreviation.
  if (mark != U'.' || !bare) return SentenceRule::mark_and_space;
  const SentenceRule rule = FullStop(paragraph, place, next).rule();
  return next.is_item && rule == SentenceRule::mark_and_space ? SentenceRule::item_follows
                                                              : rule;
}

}  // namespace

SentenceRule rule_at(const Paragraph& paragraph, const MarkedPlace& place) {
  const SentenceRule rule = rule_around_quotations(paragraph, place);
  const bool quoted = cuts(rule) && rule != SentenceRule::colon_at_line_end &&
                      rule != SentenceRule::item_follows &&
                      quotation_goes_on(paragraph, place);
  return quoted ? SentenceRule::quotation_goes_on : rule;
}

std::string_view name_of(SentenceRule rule) {
  switch (rule) {
    case SentenceRule::mark_and_space:
      return "sentence-ending mark and white space";
    case SentenceRule::wide_mark:
      return "full-width mark";
    case SentenceRule::han_after_mark:
      return "sentence-ending mark before Han";
    case SentenceRule::question:
      return "question mark, then white space or ¿";
    case SentenceRule::colon_at_line_end:
      return "colon at the end of a line";
    case SentenceRule::item_follows:
      return "a lettered or numbered item follows";
    case SentenceRule::abbreviation_at_end:
      return "abbreviation that may end a sentence";
    case SentenceRule::starter_follows:
      return "abbreviation before a word that starts sentences";
    case SentenceRule::designation:
      return "letter that names a part or kind";
    case SentenceRule::no_space:
      return "no white space after the mark";
    case SentenceRule::punctuation_follows:
      return "punctuation follows that goes on";
    case SentenceRule::lower_case_follows:
      return "lower case follows";
    case SentenceRule::particle_follows:
      return "the quotation is part of its sentence";
    case SentenceRule::quotation_goes_on:
      return "the sentence around the quotation or title goes on";
    case SentenceRule::abbreviation:
      return "abbreviation";
    case SentenceRule::abbreviation_of_number:
      return "abbreviation before a number";
    case SentenceRule::initial:
      return "initial of a name";
    case SentenceRule::numbering:
      return "number of a list or paragraph";
    case SentenceRule::ellipsis:
      return "ellipsis inside a sentence";
  }
  return "";
}

}  // namespace hexapla
