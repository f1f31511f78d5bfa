#pragma once

#include "align/bead.hpp"
#include "text/language.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

enum class DecisionKind : std::uint8_t {
  confirm,  ///< Beads, or a memory's row, are right: anchors when aligned again.
  reject,   ///< Beads, or a memory's row, are wrong.
  replace,  ///< Beads become others of the same segments: merged, split, a border moved.
  edit,     ///< A segment, or a variant of a memory's row, says something else.
  dismiss,  ///< A finding is none.
  undo,
  redo,
  clear,      ///< Nothing is said of beads, or of a memory's row, any more.
  undismiss,  ///< A finding that was dismissed is one after all.
  comment,    ///< Words on a place: a segment, or a memory's row.
  resolve,    ///< A comment is settled; the line's subject.
  cut,        ///< A segment becomes two; the next ones count one more from then on.
  unite,      ///< A segment and the next become one, and so do the beads that hold them.
  realign,    ///< As replace, by the machine: nobody says that these beads are right.
};
inline constexpr std::array decision_kind_names{
    std::string_view("confirm"), std::string_view("reject"),  std::string_view("replace"),
    std::string_view("edit"),    std::string_view("dismiss"), std::string_view("undo"),
    std::string_view("redo"),    std::string_view("clear"),   std::string_view("undismiss"),
    std::string_view("comment"), std::string_view("resolve"), std::string_view("cut"),
    std::string_view("unite"),   std::string_view("realign")};
[[nodiscard]] constexpr std::string_view name_of(DecisionKind kind) noexcept {
  return decision_kind_names.at(static_cast<std::size_t>(kind));
}

/// Whether a decision has the beads of a work replaced by others.
[[nodiscard]] constexpr bool replaces_beads(DecisionKind kind) noexcept {
  return kind == DecisionKind::replace || kind == DecisionKind::realign;
}

/// Whether segments are counted otherwise from the decision on.
[[nodiscard]] constexpr bool changes_borders(DecisionKind kind) noexcept {
  return kind == DecisionKind::cut || kind == DecisionKind::unite;
}

/// Whether findings have to be made anew once it is applied.
[[nodiscard]] constexpr bool changes_findings(DecisionKind kind) noexcept {
  return kind == DecisionKind::edit || replaces_beads(kind) || changes_borders(kind);
}

/// Beads between two documents of a work. Their confidence means nothing but in those that
/// realign puts in the place of others.
struct BeadsBetween {
  Language source;
  Language target;
  std::vector<Bead> beads;

  friend bool operator==(const BeadsBetween&, const BeadsBetween&) = default;
};

/// What a person decided about a work. Which members count depends on the kind. Segments are
/// counted as they were when it was decided.
struct Decision {
  DecisionKind kind = DecisionKind::confirm;
  std::vector<BeadsBetween> beads;  ///< Confirmed, rejected, cleared or replaced ones.
  std::vector<BeadsBetween> after;  ///< replace, realign: those in their place.
  std::int64_t row = 0;             ///< Of a memory: confirm, reject, clear, edit, comment.
  Language language;                ///< edit, comment, cut, unite
  /// edit, comment, cut, unite, of documents; of a memory the place in the unit.
  std::uint32_t segment = 0;
  /// cut: the byte of the segment's text at which the second part begins.
  std::uint32_t at = 0;
  /// edit: what it says now; comment: its words; cut, unite: the second part.
  std::string text;
  std::string was;      ///< edit: what it said before; cut, unite: the first part
  std::string finding;  ///< dismiss, undismiss: lines as Dismissals writes them

  friend bool operator==(const Decision&, const Decision&) = default;
};

/// When and by whom something was done, as the caller tells it.
struct Stamp {
  std::string at;   ///< 2020-11-03T12:00:00Z; empty when not told.
  std::string who;  ///< Empty when not told.

  friend bool operator==(const Stamp&, const Stamp&) = default;
};

/// A decision as it is handed in.
struct Proposal {
  Decision decision;
  Stamp stamp;
  std::int64_t subject = 0;  ///< resolve: the line of the comment.
  /// What the caller calls it, so that it is done once however often it is handed in;
  /// unique in the file. Empty: has no name.
  std::string client = {};
};

/// Whose last line an undo or redo is about.
struct LineChoice {
  std::optional<std::int64_t> work = std::nullopt;  ///< Of this work only.
  std::optional<std::string> who = std::nullopt;    ///< Of this person only.
  std::int64_t line = 0;                            ///< This one and no other.
  std::string client = {};                          ///< As Proposal::client.
};

/// A line of the log. Lines are only ever added.
struct LoggedDecision {
  std::int64_t id = 0;
  std::int64_t work = 0;
  std::uint32_t revision = 0;  ///< Of the work's documents, when it was decided.
  Stamp stamp;
  Decision decision;
  /// What an undo or redo is about; of a decision that was kept when its documents were
  /// replaced, the older one. 0: nothing.
  std::int64_t subject = 0;
  bool current = false;  ///< Of the present revision of the work.
  /// It counts: of the present revision, and not undone.
  bool active = false;
};

}  // namespace hexapla
