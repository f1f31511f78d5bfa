#pragma once

#include "term/termbase.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// Which of two termbases is believed where they say different things.
enum class MergePreference : std::uint8_t { mine, theirs };

enum class MergeOutcome : std::uint8_t {
  added_concept,
  added_term,
  conflict,   ///< Both say something, and not the same.
  ambiguous,  ///< The concept fits several of mine; it was added as one of its own.
};

[[nodiscard]] std::string_view name_of(MergeOutcome outcome) noexcept;

/// One thing that a merge did, or could not decide.
struct MergeNote {
  MergeOutcome outcome = MergeOutcome::conflict;
  std::string concept_id;  ///< In the merged termbase.
  Language language;       ///< "und" for what concerns the whole concept.
  std::string term;
  std::string field;   ///< Of a conflict: status, subject, note, preferred, ...
  std::string mine;    ///< Of a conflict: what I say.
  std::string theirs;  ///< Of a conflict: what they say.

  friend bool operator==(const MergeNote&, const MergeNote&) = default;
};

struct MergedTermbase {
  Termbase termbase;
  std::vector<MergeNote> notes;  ///< In the order of their concepts.
};

/// `mine` with what `theirs` adds. Concepts are the same when they have the same id and a
/// term in common, or usable terms in common in two languages; terms when they are
/// alike but for letter case. What only one side says is kept; of what both say
/// differently, the preferred side's. Where both prefer a term of their own, the other one
/// is admitted.
[[nodiscard]] MergedTermbase merged(Termbase mine, const Termbase& theirs,
                                    MergePreference preference);

}  // namespace hexapla
