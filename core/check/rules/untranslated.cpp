#include "check/language_evidence.hpp"
#include "check/latin_names.hpp"
#include "check/rules/rules.hpp"
#include "text/code_point.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

#include <optional>
#include <string>

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
  const std::string_view text = piece.of(target.text);
  const std::size_t small_words = count_small_words(text);
  if (small_words == 0 || source.cell->text.find(target.at(piece)) == std::string::npos)
    return 0;
  if (small_words >= shortest_sentence) return sentence;
  // A Chinese source may have a foreign title itself, so only what is its own is copied.
  const bool own_words = is_latin(source.language());
  return own_words && has_telling_word(text) ? heading : 0;
}

/// What the target has in another language; nothing where the source has it so, too.
std::optional<ForeignText> left_in(const CellPair& pair, ByteRange piece) {
  const std::string_view text = piece.of(pair.target.text);
  if (const auto foreign = foreign_language(text, pair.target.language())) {
    if (foreign->language == pair.source.language().primary()) return foreign;
    // Titles and quotations may stay in the language that the source quotes them in.
    const auto quoted = foreign_language(pair.source.text, pair.source.language());
    if (quoted && quoted->language == foreign->language) return std::nullopt;
    return foreign;
  }
  const double copied = certainty_of_copy(pair.source, pair.target, piece);
  if (copied == 0) return std::nullopt;
  return ForeignText{pair.source.language().primary(), copied};
}

std::string in_words(std::string_view language) {
  return language.empty() ? "Latin letters" : std::string(english_name(Language(language)));
}

}  // namespace

void check_untranslated(const CellPair& pair, const CheckContext& /*around*/,
                        Findings& findings) {
  for (const Piece& piece : pair.target.cell->pieces) {
    const auto found = left_in(pair, piece.range);
    if (!found) continue;
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
