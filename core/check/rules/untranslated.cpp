#include "check/language_evidence.hpp"
#include "check/latin_names.hpp"
#include "check/rules/rules.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace hexapla {
namespace {

/// The piece's text as the source has it, letter by letter, though it is a sentence.
bool is_copied(const ParsedCell& source, const ParsedCell& target, ByteRange piece) {
  constexpr std::size_t shortest_sentence = 4;  // words; names and titles may stay
  if (source.language().primary() == target.language().primary()) return false;
  const std::string_view text = piece.of(target.text);
  return count_small_words(text) >= shortest_sentence &&
         source.cell->text.find(target.at(piece)) != std::string::npos;
}

}  // namespace

void check_untranslated(const CellPair& pair, const CheckContext& /*around*/,
                        Findings& findings) {
  for (const Piece& piece : pair.target.cell->pieces) {
    const std::string_view text = piece.range.of(pair.target.text);
    auto left_in = foreign_language(text, pair.target.language());
    // What the source has in another language, too, may stay so: titles, quotations.
    if (left_in && *left_in != pair.source.language().primary() &&
        foreign_language(pair.source.text, pair.source.language()) == left_in)
      continue;
    if (!left_in && is_copied(pair.source, pair.target, piece.range))
      left_in = pair.source.language().primary();
    if (!left_in) continue;
    Finding finding = make_finding(Rule::untranslated, Severity::error, pair);
    finding.source = whole(*pair.source.cell);
    finding.target = spots_of(*pair.target.cell, piece.range);
    finding.message = "this segment is not in " +
                      std::string(english_name(pair.target.language())) + " but in " +
                      std::string(english_name(Language(*left_in)));
    findings.push_back(std::move(finding));
  }
}

}  // namespace hexapla
