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
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace hexapla {
namespace {

/// What a word may say; one of two kinds has both bits.
enum Force : unsigned { no_force = 0, may = 1, should = 2, must = 4 };

struct Phrase {
  std::string text;
  unsigned forces = no_force;
};

/// The words of one language, as modality.tsv explains them.
struct ModalWords {
  std::unordered_map<std::string, unsigned> words;
  /// By their first word; the longest first.
  std::unordered_map<std::string, std::vector<Phrase>> phrases;
  FirstLetters first_letters;  ///< Of all of them.
};

constexpr unsigned anything = may | should | must;

unsigned force_of(std::string_view kind) {
  if (kind == "denied") return anything;
  return kind == "must" ? must : kind == "should" ? should : kind == "may" ? may : 0U;
}

void add_phrase(ModalWords& all, std::string_view text, unsigned force) {
  auto& same_start = all.phrases[std::string(words_of(text).front().range.of(text))];
  const auto known = std::ranges::find(same_start, text, &Phrase::text);
  if (known != same_start.end()) {
    known->forces |= force;
    return;
  }
  same_start.push_back({std::string(text), force});
  std::ranges::stable_sort(same_start, std::ranges::greater(),
                           [](const Phrase& one) { return one.text.size(); });
}

/// Null for languages that modality.tsv does not list.
const ModalWords* words_for(Language language) {
  static const std::map<std::string_view, ModalWords> made_once = [] {
    std::map<std::string_view, ModalWords> all;
    for (const auto& row : rows_of_table(embedded::modality_tsv))
      for (const std::string_view word : parts_of(row.at(2), '|')) {
        ModalWords& of_language = all[row.at(0)];
        of_language.first_letters.add(folded(word));
        if (row.at(0) == "zh" || word.find(' ') != std::string_view::npos) {
          add_phrase(of_language, word, force_of(row.at(1)));
        } else {
          of_language.words[folded(word)] |= force_of(row.at(1));
        }
      }
    return all;
  }();
  const auto found = made_once.find(language.primary());
  return found == made_once.end() ? nullptr : &found->second;
}

/// What a side obliges to, advises or allows.
struct Modality {
  unsigned forces = no_force;
  std::optional<ByteRange> first;
};

/// The longest phrase that starts with that word.
const Phrase* phrase_at(const ParsedCell& side, const ModalWords& known, ByteRange word) {
  const std::string_view rest = std::string_view(side.text).substr(word.begin);
  const auto same_start = known.phrases.find(std::string(word.of(side.text)));
  if (same_start == known.phrases.end()) return nullptr;
  const auto found = std::ranges::find_if(same_start->second, [&](const Phrase& phrase) {
    return rest.starts_with(phrase.text);
  });
  return found == same_start->second.end() ? nullptr : &*found;
}

/// Permission denied is an order: beside a negation a word may say anything.
bool is_beside_negation(const ParsedCell& side, std::size_t index) {
  constexpr std::array<std::string_view, 12> negations{
      "not", "ne", "n", "pas", "no", "не", "لا", "ولا", "ألا", "never", "jamás", "nunca"};
  const auto negates = [&](std::size_t at) {
    return at < side.words.size() &&
           std::ranges::find(negations, folded(side.words[at].range.of(side.text))) !=
               negations.end();
  };
  return negates(index + 1) || (index > 0 && negates(index - 1)) ||
         (index > 1 && negates(index - 2));
}

Modality modality_of(const ParsedCell& side, const ModalWords& known) {
  Modality result;
  std::size_t taken = 0;
  for (std::size_t index = 0; index < side.words.size(); ++index) {
    const Word& word = side.words[index];
    if (word.range.begin < taken ||
        (word.kind != WordKind::letters && word.kind != WordKind::han) ||
        !known.first_letters.may_begin(word.range.of(side.text)))
      continue;
    ByteRange range = word.range;
    unsigned forces = no_force;
    if (const Phrase* const phrase = phrase_at(side, known, word.range)) {
      taken = word.range.begin + phrase->text.size();
      range.end = taken;
      forces = phrase->forces;
    } else if (word.kind == WordKind::letters &&
               !is_upper_case(code_point_at(side.text, word.range.begin))) {
      const auto found = known.words.find(folded(word.range.of(side.text)));
      if (found != known.words.end())
        forces = is_beside_negation(side, index) ? anything : found->second;
    }
    if (forces == no_force) continue;
    if (!result.first) result.first = range;
    result.forces |= forces;
  }
  return result;
}

}  // namespace

/// May for 必须, devrait for shall: no word of the one side says what some word of the
/// other does. Where a side has none, the tense may say it.
void check_modality(const CellPair& pair, const CheckContext& /*around*/,
                    Findings& findings) {
  constexpr double allowed_for_obliged = 0.4;
  constexpr double advised_for_obliged = 0.25;
  const ModalWords* const here = words_for(pair.source.language());
  const ModalWords* const there = words_for(pair.target.language());
  if (here == nullptr || there == nullptr) return;
  const Modality source = modality_of(pair.source, *here);
  const Modality target = modality_of(pair.target, *there);
  if (!source.first || !target.first || (source.forces & target.forces) != 0) return;
  const bool allows = ((source.forces | target.forces) & may) != 0;
  Finding finding = make_finding(Rule::modality, pair,
                                 allows ? allowed_for_obliged : advised_for_obliged);
  finding.source = spots_of(*pair.source.cell, *source.first);
  finding.target = spots_of(*pair.target.cell, *target.first);
  finding.message = in_quotes(pair.target.at(*target.first)) +
                    " obliges more or less than " +
                    in_quotes(pair.source.at(*source.first)) + " of the " +
                    std::string(english_name(pair.source.language()));
  findings.push_back(std::move(finding));
}

}  // namespace hexapla
