#include "check/language_evidence.hpp"
#include "check/latin_names.hpp"
#include "check/rules/rules.hpp"
#include "text/code_point.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace hexapla {
namespace {

/// True for a heading such as "Background papers": two words or more, and a small one that
/// is long enough not to be "ad hoc", "vs" or "de".
bool has_telling_word(std::string_view text) {
  constexpr std::size_t fewest = 2;    // words
  constexpr std::size_t shortest = 4;  // letters
  std::size_t all = 0;
  bool telling = false;
  for (const Word& word : words_of(text)) {
    if (word.kind != WordKind::letters) continue;
    ++all;
    telling = telling || (is_lower_case(code_point_at(text, word.range.begin)) &&
                          count_code_points(word.range.of(text)) >= shortest);
  }
  return telling && all >= fewest;
}

/// How certainly a piece that is in the source, too, letter by letter, should not stay
/// so: a sentence, or a heading of several words of which one is no name. 0: it may stay.
double certainty_of_copy(const ParsedCell& source, const ParsedCell& target,
                         ByteRange piece) {
  constexpr std::size_t shortest_sentence = 4;  // small words; names and titles may stay
  constexpr double sentence = 0.9;
  constexpr double heading = 0.6;
  if (source.language().primary() == target.language().primary()) return 0;
  if (source.cell->text.find(target.at(piece)) == std::string::npos) return 0;
  const std::string_view text = piece.of(target.text);
  const std::size_t small_words = count_small_words(text);
  if (small_words == 0) return 0;
  if (small_words >= shortest_sentence) return sentence;
  // A Chinese source may have a foreign title itself, so only what is its own is copied.
  const bool own_words = is_latin(source.language());
  return own_words && has_telling_word(text) ? heading : 0;
}

/// Words by the script that they begin in.
struct ScriptWords {
  std::size_t latin = 0;
  std::size_t others = 0;
  bool telling = false;     ///< A Latin one that starts small: no name.
  std::size_t longest = 0;  ///< Letters of the longest Latin one that has small letters.
};

ScriptWords script_words_in(std::string_view text) {
  constexpr char32_t first_beyond_latin = 0x0250;
  constexpr std::size_t shortest_telling = 4;  // letters
  ScriptWords words;
  for (const Word& word : words_of(text)) {
    if (word.kind != WordKind::letters && word.kind != WordKind::han) continue;
    const std::string_view form = word.range.of(text);
    if (word.kind == WordKind::han || code_point_at(form, 0) >= first_beyond_latin) {
      ++words.others;
      continue;
    }
    ++words.latin;
    const std::size_t letters = count_code_points(form);
    const bool small_end = is_lower_case(code_point_before(form, form.size()));
    if (small_end) words.longest = std::max(words.longest, letters);
    words.telling = words.telling ||
                    (is_lower_case(code_point_at(form, 0)) && letters >= shortest_telling);
  }
  return words;
}

/// Escherichia coli: two words, the second small and with an ending of Latin.
bool looks_like_species(std::string_view text) {
  constexpr std::array<std::string_view, 6> endings{"us", "um", "is", "ae", "i", "ens"};
  const std::vector<Word> words = words_of(text);
  if (words.size() != 2 || !is_upper_case(code_point_at(text, words[0].range.begin)))
    return false;
  const std::string_view second = words[1].range.of(text);
  return is_lower_case(code_point_at(second, 0)) &&
         std::ranges::any_of(
             endings, [&](std::string_view ending) { return second.ends_with(ending); });
}

/// A short text that is all in Latin letters, as neither language has it: Agenda item for
/// 议程项目 in a Russian version. 0: it may be.
double certainty_of_script(const ParsedCell& source, const ParsedCell& target,
                           ByteRange piece) {
  constexpr double likely = 0.8;
  constexpr double perhaps_name = 0.5;
  constexpr double one_word = 0.3;     // a company, a species
  constexpr std::size_t shortest = 4;  // letters
  if (is_latin(source.language()) || is_latin(target.language())) return 0;
  const ScriptWords here = script_words_in(piece.of(target.text));
  if (here.latin == 0 || here.others != 0 || here.longest < shortest) return 0;
  const ScriptWords there = script_words_in(source.text);
  if (there.latin != 0 || there.others < 2) return 0;
  if (here.latin == 1 || looks_like_species(piece.of(target.text))) return one_word;
  return here.telling ? likely : perhaps_name;
}

/// What the target has in another language; nothing where the source has it so, too.
std::optional<ForeignText> left_in(const CellPair& pair, ByteRange piece) {
  const std::string_view text = piece.of(pair.target.text);
  const bool is_all = text.size() == pair.target.text.size();
  if (const auto foreign =
          is_all ? foreign_language(text, pair.target.words, pair.target.language())
                 : foreign_language(text, pair.target.language())) {
    if (foreign->language == pair.source.language().primary()) return foreign;
    // Titles and quotations may stay in the language that the source quotes them in.
    const auto quoted = foreign_language(pair.source.text, pair.source.language());
    if (quoted && quoted->language == foreign->language) return std::nullopt;
    return foreign;
  }
  if (const double other = certainty_of_script(pair.source, pair.target, piece); other != 0)
    return ForeignText{"", other};
  const double copied = certainty_of_copy(pair.source, pair.target, piece);
  if (copied == 0) return std::nullopt;
  return ForeignText{pair.source.cell->language.primary(), copied};
}

/// The sentences of `piece`, roughly: up to a mark that ends one and a blank.
std::vector<ByteRange> sentences_in(std::string_view text, ByteRange piece) {
  std::vector<ByteRange> sentences;
  std::size_t begin = piece.begin;
  for (std::size_t at = piece.begin; at < piece.end;) {
    const bool ends = is_terminal(next_code_point(text, at));
    if (!ends || (at < piece.end && !is_white_space(code_point_at(text, at)))) continue;
    sentences.push_back({begin, at});
    begin = at;
  }
  if (begin < piece.end) sentences.push_back({begin, piece.end});
  return sentences;
}

/// One sentence of several that stayed in another language; nothing where the source has
/// such words as well.
struct ForeignSentence {
  ByteRange range;
  ForeignText text;
};

std::optional<ForeignSentence> sentence_left_in(const CellPair& pair, ByteRange piece) {
  constexpr std::size_t fewest_words = 5;
  const auto sentences = sentences_in(pair.target.text, piece);
  if (sentences.size() < 2) return std::nullopt;
  for (const ByteRange range : sentences) {
    const std::string_view text = range.of(pair.target.text);
    if (count_small_words(text) < fewest_words) continue;
    const auto foreign = foreign_language(text, pair.target.language());
    if (!foreign) continue;
    const bool quoted =
        foreign->language != pair.source.language().primary() &&
        std::ranges::any_of(sentences_in(pair.source.text, {0, pair.source.text.size()}),
                            [&](ByteRange one) {
                              const auto there = foreign_language(one.of(pair.source.text),
                                                                  pair.source.language());
                              return there && there->language == foreign->language;
                            });
    if (!quoted) return ForeignSentence{trimmed(pair.target.text, range), *foreign};
  }
  return std::nullopt;
}

std::string in_words(std::string_view language) {
  return language.empty() ? "Latin letters" : std::string(english_name(Language(language)));
}

}  // namespace

void check_untranslated(const CellPair& pair, const CheckContext& /*around*/,
                        Findings& findings) {
  for (const Piece& piece : pair.target.cell->pieces) {
    const auto found = left_in(pair, piece.range);
    if (!found) {
      if (const auto sentence = sentence_left_in(pair, piece.range)) {
        constexpr double likely = 0.8;  // the rest of the segment may be quite right
        Finding finding = make_finding(Rule::untranslated, pair, likely);
        finding.source = whole(*pair.source.cell);
        finding.target = spots_of(*pair.target.cell, sentence->range);
        finding.message = "this sentence is not in " +
                          std::string(english_name(pair.target.language())) + " but in " +
                          in_words(sentence->text.language);
        findings.push_back(std::move(finding));
      }
      continue;
    }
    Finding finding = make_finding(Rule::untranslated, pair, found->certainty);
    finding.source = whole(*pair.source.cell);
    finding.target = spots_of(*pair.target.cell, piece.range);
    finding.message = "this segment is not in " +
                      std::string(english_name(pair.target.language())) + " but in " +
                      in_words(found->language);
    findings.push_back(std::move(finding));
  }
}

}  // namespace hexapla
