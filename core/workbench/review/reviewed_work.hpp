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

/// State of a work that a reviser has seen: a revision of its documents and the last line
/// of its log. Written `revision.line`.
struct WorkVersion {
  std::uint32_t revision = 0;
  std::int64_t line = 0;

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
  /// changed as of its last line.
  void update(DecidedWork work, std::uint32_t revision);

  [[nodiscard]] const Multitext& multitext() const noexcept { return work_.multitext; }
  [[nodiscard]] const DecidedWork& work() const noexcept { return work_; }
  [[nodiscard]] const std::vector<NamedFinding>& findings() const noexcept {
    return findings_;
  }
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

  /// The row of a segment of a document.
  [[nodiscard]] std::size_t row_of(std::uint32_t document, std::uint32_t segment) const;
  [[nodiscard]] std::optional<std::uint32_t> document_in(Language language) const;
  [[nodiscard]] std::string_view text_of(std::uint32_t document,
                                         std::uint32_t segment) const;

  /// Why a row should be looked at, in words; empty when it need not be.
  [[nodiscard]] std::vector<std::string> doubts_of(std::size_t row) const;

  /// Whether what is known goes back to a version: else all has to be read again.
  [[nodiscard]] bool knows(const WorkVersion& since) const noexcept;
  /// Ids of rows that are new or something else since a version, in their order.
  [[nodiscard]] std::vector<std::int64_t> changed_since(const WorkVersion& since) const;
  /// How segments count otherwise since, in the order in which it came about.
  [[nodiscard]] std::vector<SegmentShift> shifts_since(const WorkVersion& since) const;
  /// Ids of rows that went away since.
  [[nodiscard]] std::vector<std::int64_t> gone_since(const WorkVersion& since) const;

 private:
  void index(std::uint32_t revision);
  void index_findings();
  void index_log();
  [[nodiscard]] std::uint64_t mark_of(std::size_t row) const;
  /// Compares the segments with those of before; rows between two changes are changed.
  void note_shifts(const std::vector<SegmentedDocument>& before);

  DecidedWork work_;
  WorkVersion version_;
  WorkVersion first_version_;
  std::vector<std::vector<std::size_t>> row_of_;  ///< By document and segment.
  std::unordered_map<std::int64_t, std::size_t> place_of_;
  std::vector<NamedFinding> findings_;
  std::vector<Comment> comments_;
  std::vector<Disagreement> disagreements_;
  std::vector<std::vector<std::size_t>> findings_of_;
  std::vector<std::vector<std::size_t>> comments_of_;
  std::unordered_map<std::int64_t, std::uint64_t>
      marks_;                                        ///< By id: what a row is and says.
  std::map<std::int64_t, std::int64_t> changed_at_;  ///< By id: a line of the log.
  std::map<std::int64_t, std::int64_t> gone_at_;
  std::vector<SegmentShift> shifts_;
};

/// The findings of a work after a decision: all anew for a work of usual size; of a large
/// one only those on `touched` rows, so that nobody waits.
class ReviewChecks {
 public:
  /// Most rows of a work that is checked as a whole after each decision.
  static constexpr std::size_t most_rows = 400;

  explicit ReviewChecks(Termbase termbase) : termbase_(std::move(termbase)) {}
  [[nodiscard]] std::vector<Finding> after(const DecidedWork& now,
                                           const std::vector<bool>& touched) const;
  [[nodiscard]] const Termbase& termbase() const noexcept { return termbase_; }

 private:
  Termbase termbase_;
};

/// What Store::decide() calls to have findings made anew on the rows that are other than in
/// `before`. Where `kept` is given, it takes the work as it is afterwards. Refers to all.
[[nodiscard]] Recheck recheck_after(const ReviewedWork& before, const ReviewChecks& checks,
                                    std::optional<DecidedWork>* kept = nullptr);

}  // namespace hexapla
