#include "check/rules/rules.hpp"
#include "check_data.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/lookup/first_letters.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace hexapla {
namespace {

using WordSet = std::set<std::string, std::less<>>;

enum class Sense { clear, soft, weak, harmless };

struct NegationPhrase {
  std::string text;  ///< As it is in the text.
  Sense sense = Sense::clear;
};

/// The negations of one language, as negations.tsv explains them.
struct Negations {
  WordSet clear;  // folded, as the next ones
  WordSet without;
  WordSet soft;
  WordSet asked;
  WordSet weak;
  std::vector<std::string> stems;  // of soft words, sorted; as the next ones
  std::vector<std::string> weak_stems;
  WordSet half;
  WordSet behind;
  WordSet first;
  WordSet second;
  WordSet apart;
  std::vector<std::string_view> not_only;  // phrases
  std::vector<std::string_view> only;
  /// By their first word, folded; the longest first.
  std::unordered_map<std::string, std::vector<NegationPhrase>> phrases;
  FirstLetters first_letters;  ///< Of all of them but not_only and only.
};

void add_phrase(Negations& negations, Sense sense, std::string_view phrase) {
  if (phrase.ends_with('*')) phrase.remove_suffix(1);
  const std::string first = folded(words_of(phrase).front().range.of(phrase));
  negations.first_letters.add(first);
  auto& same_start = negations.phrases[first];
  same_start.push_back({std::string(phrase), sense});
  std::ranges::stable_sort(same_start, std::ranges::greater(),
                           [](const NegationPhrase& one) { return one.text.size(); });
}

/// Null for the kinds that hold phrases or stems, too.
WordSet* words_of_kind(Negations& negations, std::string_view kind) {
  if (kind == "half") return &negations.half;
  if (kind == "behind") return &negations.behind;
  if (kind == "first") return &negations.first;
  if (kind == "second") return &negations.second;
  if (kind == "without") return &negations.without;
  if (kind == "asked") return &negations.asked;
  return kind == "apart" ? &negations.apart : nullptr;
}

void add(Negations& negations, Language language, std::string_view kind,
         std::string_view word) {
  if (kind == "not_only" || kind == "only") {
    (kind == "only" ? negations.only : negations.not_only).push_back(word);
    return;
  }
  negations.first_letters.add(folded(word));
  const Sense sense = kind == "but"    ? Sense::harmless
                      : kind == "soft" ? Sense::soft
                      : kind == "weak" ? Sense::weak
                                       : Sense::clear;
  if (WordSet* const words = words_of_kind(negations, kind)) {
    words->insert(folded(word));
  } else if (language.spaceless() || sense == Sense::harmless ||
             word.find_first_of(" -") != std::string_view::npos) {
    add_phrase(negations, sense, word);
  } else if (word.ends_with('*')) {
    auto& stems = sense == Sense::weak ? negations.weak_stems : negations.stems;
    stems.push_back(folded(word.substr(0, word.size() - 1)));
  } else {
    (sense == Sense::soft   ? negations.soft
     : sense == Sense::weak ? negations.weak
                            : negations.clear)
        .insert(folded(word));
  }
}

/// With which Russian participles begin that negate.
constexpr std::string_view negated_participle = "не";

/// Null for languages that negations.tsv does not list.
const Negations* negations_of(Language language) {
  static const std::map<std::string_view, Negations> made_once = [] {
    std::map<std::string_view, Negations> all;
    for (const auto& row : rows_of_table(embedded::negations_tsv))
      for (const std::string_view word : parts_of(row.at(2), '|'))
        add(all[row.at(0)], Language::from(row.at(0)).value_or(Language()), row.at(1),
            word);
    for (auto& [tag, negations] : all) {
      negations.first_letters.add(negated_participle);
      std::ranges::sort(negations.stems);
      std::ranges::sort(negations.weak_stems);
    }
    return all;
  }();
  const auto found = made_once.find(language.primary());
  return found == made_once.end() ? nullptr : &found->second;
}

bool has_stem(const std::vector<std::string>& stems, const std::string& word) {
  // What `word` begins with comes right before it in the alphabet.
  auto place = std::ranges::upper_bound(stems, word);
  constexpr int nearest = 3;  // stems may begin one another
  for (int step = 0; step < nearest && place != stems.begin(); ++step) {
    --place;
    if (word.starts_with(*place)) return true;
  }
  return false;
}

/// Неимпортированных, незарегистрированные: a Russian participle with its "not".
bool is_negated_participle(const std::string& form) {
  constexpr std::array<std::string_view, 4> endings{"анн", "енн", "янн", "ованн"};
  constexpr std::array<std::string_view, 3> others{"немедленн", "непосредственн",
                                                   "необыкновенн"};
  const auto begins = [&](std::string_view other) { return form.starts_with(other); };
  return form.starts_with(negated_participle) && std::ranges::none_of(others, begins) &&
         std::ranges::any_of(endings, [&](std::string_view ending) {
           return form.find(ending) != std::string::npos;
         });
}

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
      if (phrase.sense == Sense::soft) ++result_.soft;
      if (phrase.sense == Sense::weak) ++result_.weak;
      if (phrase.sense == Sense::clear) result_.clear.push_back({word.begin, taken_});
      return true;
    }
    return false;
  }

  void read_word(ByteRange word, const std::string& form) {
    if (form.size() == 1 && !is_elided(word)) return;
    const bool half = negations_.half.contains(form);
    has_first_ = has_first_ || negations_.first.contains(form);
    if (half || negations_.behind.contains(form)) {
      // They negate with the first word, which is counted; alone, one of them may.
      last_half_ = word;
      // After a mark they stand for a sentence of their own: mais pas, « pas encore ».
      if (follows_a_verb() && (half || index_ > 0)) result_.half = word;
    } else if (negations_.clear.contains(form)) {
      if (needs_second(form) && !has_second()) {
        ++result_.soft;
      } else {
        result_.clear.push_back(word);
      }
    } else if (negations_.without.contains(form)) {
      ++result_.soft;
      if (!result_.without) result_.without = word;
    } else if (negations_.asked.contains(form)) {
      ++result_.soft;
      if (!result_.asked) result_.asked = word;
    } else if (negations_.soft.contains(form) || has_stem(negations_.stems, form) ||
               (side_.language() == languages::ru && is_negated_participle(form))) {
      ++result_.soft;
    } else if (negations_.weak.contains(form) || has_stem(negations_.weak_stems, form)) {
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
