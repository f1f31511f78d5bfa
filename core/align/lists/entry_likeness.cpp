#include "align/lists/entry_likeness.hpp"

#include "align/evidence/lexical_evidence.hpp"
#include "align/evidence/name_similarity.hpp"
#include "align/lexicon/remembered.hpp"
#include "align/search/text_pair.hpp"
#include "text/state_codes.hpp"
#include "text/transliterate.hpp"

#include <optional>
#include <string>

namespace hexapla {
namespace {

/// What an entry is beside its words.
struct ListEntry {
  std::optional<std::string> state;
  std::string sound;
};

std::vector<ListEntry> entries_of(const AlignmentSide& side) {
  thread_local Remembered<ListEntry> remembered;
  std::vector<ListEntry> entries;
  for (const std::string_view text : side.segments)
    entries.push_back(remembered.of(text, [](std::string_view entry) {
      return ListEntry{state_code(entry), consonant_skeleton(entry)};
    }));
  return entries;
}

double likeness_of(const ListEntry& source, const ListEntry& target) {
  // Nats, for two entries that name one State, and against two that name different ones.
  constexpr double same_state = 8;
  // Below, entries sound alike by chance; above, so many nats for being the same.
  constexpr double least_similarity = 0.55;
  constexpr double same_sound = 6;
  double sum = 0;
  if (source.state && target.state)
    sum += *source.state == *target.state ? same_state : -same_state;
  const double similarity = name_similarity(source.sound, target.sound);
  if (similarity > least_similarity)
    sum += same_sound * (similarity - least_similarity) / (1 - least_similarity);
  return sum;
}

/// All entries of one list against all of the other.
Band whole_table(std::uint32_t sources, std::uint32_t targets) {
  Band band;
  band.rows.assign(sources + 1, {0, targets + 1});
  band.settle(targets);
  return band;
}

}  // namespace

EntryLikeness entry_likeness(const AlignmentSide& source, const AlignmentSide& target,
                             const WordSources& words) {
  const WordView view(source, target, words, {}, {});
  const auto sources = view.source.size();
  const auto targets = view.target.size();
  const Band band = whole_table(sources, targets);
  LexicalEvidence evidence(view.source, view.target, band, 1);
  evidence.compute(
      untrained_lexicon(view.source, view.target, view.vocabulary.size(), view.known),
      view.vocabulary, view.weights);
  const auto source_entries = entries_of(source);
  const auto target_entries = entries_of(target);
  EntryLikeness likeness(sources, std::vector<double>(targets));
  for (std::uint32_t one = 0; one < sources; ++one)
    for (std::uint32_t other = 0; other < targets; ++other)
      likeness[one][other] =
          static_cast<double>(evidence.log_bonus({one, one + 1}, {other, other + 1})) +
          likeness_of(source_entries[one], target_entries[other]);
  return likeness;
}

}  // namespace hexapla
