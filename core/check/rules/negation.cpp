#include "check/rules/negation_words.hpp"
#include "check/rules/rules.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hexapla {
namespace {

/// How a side negates.
struct Negating {
  std::vector<ByteRange> clear;
  std::optional<ByteRange>
      without;                     ///< Counts as soft; asked for where all else is silent.
  std::optional<ByteRange> asked;  ///< Counts as soft, asked for in the same places.
  std::size_t soft = 0;
  std::size_t weak = 0;
  std::optional<ByteRange> half;  ///< A pas without its ne: what was a negation.
};

class NegationReader {
 public:
  NegationReader(const ParsedCell& side, const Negations& negations)
      : side_(side), negations_(negations) {}

  Negating read() {
    for (index_ = 0; index_ < side_.words.size(); ++index_) {
      const Word& word = side_.words[index_];
      if (word.range.begin < taken_ || word.kind == WordKind::digits ||
          word.kind == WordKind::punctuation)
        continue;
      if (!negations_.first_letters.may_begin(word.range.of(side_.text))) continue;
      const std::string form = folded(word.range.of(side_.text));
      if (!read_phrase(word.range, form) && word.kind == WordKind::letters)
        read_word(word.range, form);
    }
    // By 12 votes to none: 12票赞成、0票反对.
    result_.soft +=
        static_cast<std::size_t>(std::ranges::count(side_.numbers, "0", &Number::value));
    if (has_first_) {
      result_.half.reset();
    } else if (last_half_ && !result_.half) {
      result_.clear.push_back(*last_half_);
    }
    return std::move(result_);
  }

 private:
  /// Reads the longest phrase that starts with the word `form`, if one does.
  bool read_phrase(ByteRange word, const std::string& form) {
    const auto same_start = negations_.phrases.find(form);
    if (same_start == negations_.phrases.end()) return false;
    const std::string_view rest = std::string_view(side_.text).substr(word.begin);
    for (const NegationPhrase& phrase : same_start->second) {
      if (!rest.starts_with(phrase.text)) continue;
      taken_ = word.begin + phrase.text.size();
      const bool asked = phrase.sense == NegationSense::asked;
      if (phrase.sense == NegationSense::soft || asked) ++result_.soft;
      if (asked && !result_.asked) result_.asked = ByteRange{word.begin, taken_};
      if (phrase.sense == NegationSense::weak) ++result_.weak;
      if (phrase.sense == NegationSense::clear)
        result_.clear.push_back({word.begin, taken_});
      return true;
    }
    return false;
  }

  void read_word(ByteRange word, const std::string& form) {
    if (form.size() == 1 && !is_elided(word)) return;
    const auto found = negations_.lists.find(form);
    const unsigned lists = found == negations_.lists.end() ? 0 : found->second;
    const bool half = (lists & on_half) != 0;
    has_first_ = has_first_ || (lists & on_first) != 0;
    if ((lists & (on_half | on_behind)) != 0) {
      // They negate with the first word, which is counted; alone, one of them may.
      last_half_ = word;
      // After a mark they stand for a sentence of their own: mais pas, « pas encore ».
      if (follows_a_verb() && (half || index_ > 0)) result_.half = word;
    } else if ((lists & on_clear) != 0) {
      if (needs_second(form) && !has_second()) {
        ++result_.soft;
      } else {
        result_.clear.push_back(word);
      }
    } else if ((lists & on_without) != 0) {
      ++result_.soft;
      if (!result_.without) result_.without = word;
    } else if ((lists & on_asked) != 0) {
      ++result_.soft;
      if (!result_.asked) result_.asked = word;
    } else if ((lists & on_soft) != 0 || negations_.stems.begin(form) ||
               (side_.language() == languages::ru && is_negated_participle(form))) {
      ++result_.soft;
    } else if ((lists & on_weak) != 0 || negations_.weak_stems.begin(form)) {
      ++result_.weak;
    }
  }

  /// The n of n’est and the t of don’t, not those of "N protein" and "T cells".
  [[nodiscard]] bool is_elided(ByteRange word) const {
    const auto is_apostrophe = [](char32_t mark) { return mark == U'\'' || mark == U'’'; };
    return is_apostrophe(code_point_at(side_.text, word.end)) ||
           is_apostrophe(code_point_before(side_.text, word.begin));
  }

  [[nodiscard]] std::string form_at(std::size_t index) const {
    return folded(side_.words[index].range.of(side_.text));
  }

  /// French ne alone only limits (ne ... que) or is idle (plus qu’il ne l’était).
  [[nodiscard]] bool needs_second(const std::string& form) const {
    return !negations_.second.empty() && (form == "ne" || form == "n");
  }
  [[nodiscard]] bool has_second() const {
    constexpr std::size_t reach = 10;  // words
    const std::size_t first = index_ > reach ? index_ - reach : 0;
    const std::size_t last = std::min(index_ + reach, side_.words.size() - 1);
    for (std::size_t index = first; index <= last; ++index)
      if (negations_.second.contains(form_at(index))) return true;
    return false;
  }

  [[nodiscard]] bool follows_a_verb() const {
    if (index_ == 0) return false;
    return side_.words[index_ - 1].kind == WordKind::letters &&
           !negations_.apart.contains(form_at(index_ - 1));
  }

  const ParsedCell& side_;
  const Negations& negations_;
  Negating result_;
  std::size_t index_ = 0;
  std::size_t taken_ = 0;  ///< Up to here a phrase was read.
  std::optional<ByteRange> last_half_;
  bool has_first_ = false;
};

/// How many outright negations of `one` nothing in `other` accounts for: neither a negation
/// nor a word with a negative sense beyond those that both sides have.
std::size_t unaccounted(const Negating& one, const Negating& other) {
  const std::size_t spare = other.soft > one.soft ? other.soft - one.soft : 0;
  const std::size_t said = other.clear.size() + spare;
  return one.clear.size() > said ? one.clear.size() - said : 0;
}

/// `one` negates more often than `other`.
double negation_certainty(const Negating& one, const Negating& other) {
  constexpr double alone = 0.8;        // nothing there negates at all
  constexpr double beside_soft = 0.6;  // what does has its own counterpart here
  constexpr double fewer = 0.3;        // one of several may be said by another word
  constexpr double perhaps = 0.45;     // only and before may say it, and mostly do not
  if (!other.clear.empty()) return fewer;
  if (other.soft != 0) return beside_soft;
  return other.weak > one.weak ? perhaps : alone;
}

bool says_nothing(const Negating& one) {
  return one.clear.empty() && one.soft == 0 && one.weak == 0 && !one.half;
}

Finding lost(const CellPair& pair, ByteRange negation, double certainty) {
  Finding finding = make_finding(Rule::negation, Severity::note, pair, certainty);
  finding.source = spots_of(*pair.source.cell, negation);
  finding.target = where_expected(pair, negation);
  finding.message = "nothing here negates as " + in_quotes(pair.source.at(negation)) +
                    " does in the " + std::string(english_name(pair.source.language()));
  return finding;
}

/// Where one of `words` is a word of the text; in Chinese, where it is at all.
std::optional<ByteRange> place_of(const ParsedCell& side,
                                  const std::vector<std::string_view>& words) {
  const std::string_view text = side.text;
  for (const std::string_view word : words)
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      if (side.language().spaceless() ||
          (!is_letter(code_point_before(text, at)) && !is_letter(code_point_at(text, end))))
        return ByteRange{at, end};
    }
  return std::nullopt;
}

/// "Only" for 不仅, which has lost its "not".
void check_not_only(const CellPair& pair, const Negations& here, const Negations& there,
                    Findings& findings) {
  constexpr double certainty = 0.5;
  const auto source = place_of(pair.source, here.not_only);
  if (!source || place_of(pair.target, there.not_only)) return;
  const auto target = place_of(pair.target, there.only);
  if (!target) return;
  findings.push_back(lost(pair, *source, certainty));
  findings.back().target = spots_of(*pair.target.cell, *target);
  findings.back().message = in_quotes(pair.target.at(*target)) + " does not negate as " +
                            in_quotes(pair.source.at(*source)) + " does in the " +
                            std::string(english_name(pair.source.language()));
}

Finding halved(const CellPair& pair, ByteRange negation, ByteRange half) {
  constexpr double certainty = 0.5;  // or it negates alone, as none of the words tell
  Finding finding = lost(pair, negation, certainty);
  finding.target = spots_of(*pair.target.cell, half);
  finding.message = in_quotes(pair.target.at(half)) + " alone does not negate as " +
                    in_quotes(pair.source.at(negation)) + " does in the " +
                    std::string(english_name(pair.source.language()));
  return finding;
}

Finding negation_added(const CellPair& pair, ByteRange negation, double certainty) {
  Finding finding = make_finding(Rule::negation, Severity::note, pair, certainty);
  finding.source = whole(*pair.source.cell);
  finding.target = spots_of(*pair.target.cell, negation);
  finding.message = in_quotes(pair.target.at(negation)) + " negates, and nothing in the " +
                    std::string(english_name(pair.source.language())) + " does";
  return finding;
}

}  // namespace

/// One side says no, and nothing on the other does, or less often.
void check_negation(const CellPair& pair, const CheckContext& /*around*/,
                    Findings& findings) {
  const Negations* here = negations_of(pair.source.language());
  const Negations* there = negations_of(pair.target.language());
  if (here == nullptr || there == nullptr) return;
  constexpr double lost_without = 0.4;
  const Negating source = NegationReader(pair.source, *here).read();
  const Negating target = NegationReader(pair.target, *there).read();
  // ليس ... فحسب: a "not only" may be said in two parts, of which one negates.
  const bool arabic =
      here == negations_of(languages::ar) || there == negations_of(languages::ar);
  const std::size_t not_only = arabic && place_of(pair.source, here->not_only) &&
                                       place_of(pair.target, there->not_only)
                                   ? 1
                                   : 0;
  if (!source.clear.empty() && target.half) {
    findings.push_back(halved(pair, source.clear.front(), *target.half));
  } else if (unaccounted(source, target) > not_only) {
    findings.push_back(
        lost(pair, source.clear.front(), negation_certainty(source, target)));
  } else if (unaccounted(target, source) > not_only) {
    findings.push_back(
        negation_added(pair, target.clear.front(), negation_certainty(target, source)));
  } else if (source.without && says_nothing(target)) {
    findings.push_back(lost(pair, *source.without, lost_without));
  } else if (source.asked && says_nothing(target)) {
    findings.push_back(lost(pair, *source.asked, lost_without));
  } else {
    check_not_only(pair, *here, *there, findings);
  }
}

}  // namespace hexapla
