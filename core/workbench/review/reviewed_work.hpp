#pragma once

#include "check/dismissals.hpp"
#include "corpus/store.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hexapla {

/// A finding's name, as in number:fr:12:9ad3f0: rule, language, segment, and a mark of the
/// texts that it is about. It stays while these say the same.
[[nodiscard]] std::string name_of_finding(const Finding& finding,
                                          const Dismissals::SegmentText& text_of);

/// The line of Dismissals that a name, or several in lines, stands for; and back.
[[nodiscard]] std::string dismissal_of_name(std::string name);
[[nodiscard]] std::string name_of_dismissal(std::string line);

struct NamedFinding {
  Finding finding;
  std::string name;
  std::size_t row = 0;  ///< That holds its first spot in the target.
  bool dismissed = false;
};

/// Words on a row that somebody left there.
struct Comment {
  std::int64_t line = 0;  ///< Of the log.
  Stamp stamp;
  std::string text;
  Language language;
  std::uint32_t segment = 0;
  std::size_t row = 0;
  bool resolved = false;
};

/// Two people said different things of a row.
struct Disagreement {
  std::size_t row = 0;
  std::vector<std::string> who;
};

/// State of a work that a reviser has seen: a revision of its documents, the last line of
/// its log, and how often its findings were made anew since, without a decision. Written
/// `revision.line`, then `.round` where there was one.
struct WorkVersion {
  std::uint32_t revision = 0;
  std::int64_t line = 0;
  std::uint32_t round = 0;

  [[nodiscard]] static std::optional<WorkVersion> from(std::string_view written);
  [[nodiscard]] std::string written() const;
  friend auto operator<=>(const WorkVersion&, const WorkVersion&) = default;
};

/// Sentences were cut or joined: segments from one on count otherwise since.
struct SegmentShift {
  std::int64_t line = 0;  ///< Of the log.
  Language language;
  std::uint32_t from = 0;  ///< As they counted before.
  std::int32_t by = 0;
};

/// Below it a row is doubtful; a row that is not one to one, below the second.
inline constexpr double doubtful_below = .5;
inline constexpr double doubtful_shape_below = .9;

/// A documents work as a reviser looks at it, held in memory: rows, findings by name,
/// comments, and which rows changed with which line of the log.
class ReviewedWork {
 public:
  ReviewedWork(DecidedWork work, std::uint32_t revision);

  /// Takes the work as it is now. Rows that say or are something else than before are
  /// changed as of its last line; those whose findings alone are others, as of a new round
  /// where the line is the same.
  void update(DecidedWork work, std::uint32_t revision);

  /// Gives up texts and rows, which a large work has no memory for twice, until update().
  /// What has changed is still told afterwards, but not how segments are counted.
  void let_go() { work_ = {}; }

  /// Takes findings that were made anew, without a decision.
  void update_findings(std::vector<Finding> findings);

  [[nodiscard]] const Multitext& multitext() const noexcept { return work_.multitext; }
  /// Its findings are in findings().
  [[nodiscard]] const DecidedWork& work() const noexcept { return work_; }
  [[nodiscard]] const std::vector<NamedFinding>& findings() const noexcept {
    return findings_;
  }
  /// Without their names.
  [[nodiscard]] std::vector<Finding> plain_findings() const;
  [[nodiscard]] const std::vector<Comment>& comments() const noexcept { return comments_; }
  [[nodiscard]] const std::vector<Disagreement>& disagreements() const noexcept {
    return disagreements_;
  }
  [[nodiscard]] WorkVersion version() const noexcept { return version_; }
  [[nodiscard]] std::size_t rows() const noexcept { return work_.ids.size(); }

  /// Indices into findings() and comments() of a row.
  [[nodiscard]] const std::vector<std::size_t>& findings_of(std::size_t row) const;
  [[nodiscard]] const std::vector<std::size_t>& comments_of(std::size_t row) const;

  /// The place of a row; nothing when there is no row of that id any more.
  [[nodiscard]] std::optional<std::size_t> place_of(std::int64_t id) const;

  /// A mark of what a row of a work says, and of how many segments say it.
  [[nodiscard]] static std::uint64_t texts_mark_of(const DecidedWork& work,
                                                   std::size_t row);
  /// Whether a row of that id said the same before.
  [[nodiscard]] bool said(std::int64_t id, std::uint64_t texts_mark) const;

  /// The row of a segment of a document.
  [[nodiscard]] std::size_t row_of(std::uint32_t document, std::uint32_t segment) const;
  [[nodiscard]] std::optional<std::uint32_t> document_in(Language language) const;
  [[nodiscard]] std::string_view text_of(std::uint32_t document,
                                         std::uint32_t segment) const;

  /// Why a row should be looked at, in words; empty when it need not be.
  [[nodiscard]] std::vector<std::string> doubts_of(std::size_t row) const;

  /// The document that a doubt about a row is most likely about: the one that others
  /// contradict, the one that says nothing, the one that is linked the least surely.
  /// Nothing for a row that is not in doubt.
  [[nodiscard]] std::optional<std::uint32_t> suspect_of(std::size_t row) const;

  /// Whether what is known goes back to a version: else all has to be read again.
  [[nodiscard]] bool knows(const WorkVersion& since) const noexcept;
  /// Ids of rows that are new or something else since a version, in their order.
  [[nodiscard]] std::vector<std::int64_t> changed_since(const WorkVersion& since) const;
  /// Those of them that people changed: more than their findings is new.
  [[nodiscard]] std::vector<std::int64_t> decided_since(const WorkVersion& since) const;
  /// How segments count otherwise since, in the order in which it came about.
  [[nodiscard]] std::vector<SegmentShift> shifts_since(const WorkVersion& since) const;
  /// Ids of rows that went away since.
  [[nodiscard]] std::vector<std::int64_t> gone_since(const WorkVersion& since) const;

 private:
  /// What a row is and says, and what was found in it.
  struct RowMarks {
    std::uint64_t row = 0;
    std::uint64_t texts = 0;
    std::uint64_t findings = 0;
    friend bool operator==(const RowMarks&, const RowMarks&) = default;
  };
  struct RowChange {
    std::int64_t decided = 0;  ///< The line that changed more than findings.
    WorkVersion last;          ///< When anything changed.
  };

  void index(std::uint32_t revision);
  /// Compares all rows with what they were; a version that is the same but for findings
  /// gets its round.
  void note_changes(const WorkVersion& before);
  void index_findings(std::vector<Finding> findings);
  void index_log();
  void index_contradictions();
  [[nodiscard]] std::vector<std::int64_t> in_order(std::vector<std::int64_t> ids) const;
  [[nodiscard]] RowMarks marks_of(std::size_t row) const;
  /// Compares the segments with those of before; rows between two changes are changed.
  void note_shifts(const std::vector<SegmentedDocument>& before);

  DecidedWork work_;
  WorkVersion version_;
  WorkVersion first_version_;
  std::vector<std::vector<std::size_t>> row_of_;  ///< By document and segment.
  std::unordered_map<std::int64_t, std::size_t> place_of_;
  /// By row, where there are any: by document, how many links of it leave the row.
  std::unordered_map<std::size_t, std::vector<std::uint32_t>> contradictions_;
  std::vector<NamedFinding> findings_;
  std::vector<Comment> comments_;
  std::vector<Disagreement> disagreements_;
  std::vector<std::vector<std::size_t>> findings_of_;
  std::vector<std::vector<std::size_t>> comments_of_;
  std::unordered_map<std::int64_t, RowMarks> marks_;  ///< By id.
  std::map<std::int64_t, RowChange> changed_at_;      ///< By id.
  std::map<std::int64_t, std::int64_t> gone_at_;
  std::vector<SegmentShift> shifts_;
};

/// The findings of a work after a decision: all anew for a work of up to so many rows; of a
/// larger one only those on `touched` rows, so that nobody waits. What the rest of the
/// document has to say to it follows by whole().
class ReviewChecks {
 public:
  /// Usual most rows: some seconds for a program that answers one decision.
  static constexpr std::size_t usual_most_rows = 2000;

  explicit ReviewChecks(Termbase termbase, std::size_t most_rows = usual_most_rows)
      : termbase_(std::move(termbase)), most_rows_(most_rows) {}
  [[nodiscard]] std::vector<Finding> after(const DecidedWork& now,
                                           const std::vector<bool>& touched) const;
  [[nodiscard]] std::vector<Finding> whole(const Multitext& multitext) const;
  /// Whether after() leaves something to whole().
  [[nodiscard]] bool leaves_rest(const Multitext& multitext) const noexcept {
    return multitext.rows.size() > most_rows_;
  }
  [[nodiscard]] const Termbase& termbase() const noexcept { return termbase_; }

 private:
  Termbase termbase_;
  std::size_t most_rows_;
};

/// What Store::decide() calls to have findings made anew on the rows that are other than in
/// `before`. Where `kept` is given, it takes the work as it is afterwards. Refers to all.
[[nodiscard]] Recheck recheck_after(const ReviewedWork& before, const ReviewChecks& checks,
                                    std::optional<DecidedWork>* kept = nullptr);

}  // namespace hexapla
