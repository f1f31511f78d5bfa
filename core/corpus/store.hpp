#pragma once

#include "align/multitext.hpp"
#include "check/finding.hpp"
#include "corpus/decided_work.hpp"
#include "corpus/decision.hpp"
#include "corpus/run_record.hpp"
#include "corpus/search.hpp"
#include "corpus/stored_unit.hpp"
#include "corpus/tables/memory_writer.hpp"
#include "corpus/work.hpp"
#include "term/termbase.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What comes into a corpus as one documents work.
struct NewDocuments {
  NewWork work;
  const Multitext& multitext;
  const Termbase& termbase;
  std::span<const Finding> findings = {};
  std::optional<RunRecord> run = std::nullopt;  ///< That made them; its work is filled in.
  bool is_indexed = true;  ///< False: its rows are read for a search, until they are indexed.
};

/// A decision that goes on to count when its work's documents are replaced.
struct KeptDecision {
  std::int64_t from = 0;  ///< The id of the line that it was.
  Stamp stamp;            ///< Of that line.
  Decision decision;      ///< In terms of the new documents.
};

class Store;

/// A work and the corpus that it is in.
struct WorkSource {
  const Store* store = nullptr;
  WorkInfo work;
};

/// A `.hexapla` file: works, that is documents in their versions with their alignment,
/// termbase and findings, and memories. One SQLite file; one thread at a time. schema.sql
/// says what is in it.
///
/// Others may read while one writes. A second writer waits, at most `wait_for_others`, and
/// then fails with Fault::unwritable; so does a writer whose file or folder is read-only or
/// full. Each function that writes does all or nothing.
class Store {
 public:
  /// Opens an existing corpus for reading and, where the file allows it, writing. A file of
  /// an older format is read as it is and brought to the present one by the first write.
  /// Errors: Fault::unreadable when there is no such file or it is not a corpus;
  ///         Fault::unsupported when a newer Hexapla wrote it.
  static Store open(const std::filesystem::path& file);

  /// Writes a whole new corpus of one work, named after its pivot's file: made beside
  /// `file` under a temporary name, synced, renamed, so `file` is either the old one or the
  /// whole new one. The same input gives the same bytes. `program` is who writes, as in
  /// "hexapla 0.1.0".
  /// Errors: Fault::unwritable naming the file and the system's reason, nothing left
  /// after;
  ///         Fault::inconsistent when the parts don't fit together.
  static void write_corpus(const std::filesystem::path& file, const Multitext& multitext,
                           const Termbase& termbase, std::span<const Finding> findings = {},
                           std::string_view program = "hexapla");

  /// A new corpus without works, for any size: it grows beside `file` and takes its place
  /// by publish(); without that, nothing is left of it. Fast, since nobody reads it yet.
  /// Errors: Fault::unwritable as write_corpus().
  static Store create(const std::filesystem::path& file, std::string_view program);

  /// Puts what create() began in its place; nothing for a store that was opened.
  /// Every MemoryWriter must have finished or be gone.
  void publish();

  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  /// In the order in which they came.
  [[nodiscard]] std::vector<WorkInfo> works() const;

  /// The work of that name. Errors: Fault::inconsistent naming those that there are.
  [[nodiscard]] WorkInfo work(std::string_view name) const;

  /// Of a documents work, as it is after all decisions: findings without those dismissed.
  /// Errors, of all three: Fault::malformed when the file is damaged.
  [[nodiscard]] Multitext multitext(std::int64_t work) const;
  [[nodiscard]] Termbase termbase(std::int64_t work) const;
  [[nodiscard]] std::vector<Finding> findings(std::int64_t work) const;

  /// The same alignment over the texts as they came in, without people's edits. Segments are
  /// those of now; one that was edited before it was cut says what it says now.
  [[nodiscard]] Multitext unedited_multitext(std::int64_t work) const;

  /// With the segments that came in, before people cut or united any.
  [[nodiscard]] std::vector<SegmentedDocument> machine_documents(std::int64_t work) const;

  /// Of the only work. Errors: Fault::inconsistent naming the works when there are several;
  ///         Fault::unsupported when it is a memory.
  [[nodiscard]] Multitext multitext() const;
  [[nodiscard]] Termbase termbase() const;
  [[nodiscard]] std::vector<Finding> findings() const;

  /// Errors: Fault::unsupported when the work is not a memory.
  [[nodiscard]] MemoryHeader memory_header(std::int64_t work) const;

  /// Hands on rows of both kinds of works, one at a time, in the order of works and of rows
  /// in them, until `take` returns false. Memory use doesn't grow with their number.
  /// Errors: Fault::inconsistent when there is no such work; Fault::malformed when the file
  ///         is damaged.
  void each_unit(const UnitSelection& selection,
                 const std::function<bool(const StoredUnit&)>& take) const;

  /// Errors: Fault::inconsistent when there is no row of that id.
  [[nodiscard]] StoredUnit unit(std::int64_t row) const;

  /// The id of the row of that number in a work; nothing when there is none.
  [[nodiscard]] std::optional<std::int64_t> row_of(std::int64_t work,
                                                   std::uint32_t number) const;

  /// Hands on the rows in which a query is found, by their ids, until `take` returns false.
  /// Fast by the index; rows that are not in it are read.
  /// Errors: Fault::inconsistent when the filter names a work that there is not;
  ///         those of TextMatcher.
  void search(const Search& search,
              const std::function<bool(const SearchHit&)>& take) const;

  /// The rows most like a sentence: the best first, then by their ids.
  /// Errors: those of SimilarSentence and of search().
  [[nodiscard]] std::vector<SimilarHit> similar(const SimilarSearch& search) const;

  /// Adds a documents work. Returns: its id.
  /// Errors: Fault::inconsistent when there is a work of that name, or the parts don't fit.
  std::int64_t add_work(const NewDocuments& documents);

  /// Adds a memory, which is there once its finish() ran; on two threads in less time, with
  /// the same bytes.
  /// Errors: Fault::inconsistent when there is a work of that name.
  [[nodiscard]] MemoryWriter add_memory(const NewWork& work, const MemoryHeader& header,
                                        unsigned threads = 1);

  /// What is wrong with the file, in words; empty when it is sound: SQLite's own check,
  /// foreign keys, ranges, tiling, hashes of texts, what was
  /// derived from decisions, the search index.
  [[nodiscard]] std::vector<std::string> faults() const;

  /// Copies works of other corpora with their decisions and runs, by replaying them, in one
  /// transaction and in the order given, so that the same works give a new corpus the same
  /// bytes, wherever they come from. `copying` is told each name.
  /// Errors: Fault::inconsistent when there is a work of that name.
  void copy_works(std::span<const WorkSource> works,
                  const std::function<void(const std::string&)>& copying = {});

  /// The same for one work. Returns: its id here.
  std::int64_t copy_work(const Store& from, std::int64_t work);

  /// Gives free pages back to the disk. Errors: Fault::unwritable while others use the
  /// file.
  void vacuum();

  /// Appends to the runs. Returns: its id.
  std::int64_t log_run(const RunRecord& run);
  /// All runs, in their order.
  [[nodiscard]] std::vector<RunRecord> runs() const;

  /// Who wrote the file, as in "hexapla 0.1.0".
  [[nodiscard]] std::string program() const;

  /// Replaces the documents of a work, its termbase and findings, in one transaction. Lines
  /// of the log stay, but count no longer; `kept` ones are added and count.
  /// Errors: Fault::inconsistent when a kept decision does not fit.
  void replace_work(std::int64_t work, const NewDocuments& documents,
                    std::span<const KeptDecision> kept);

  /// Appends a decision on a work; what it changes is changed in the same transaction, the
  /// work's findings too where `recheck` is given. A proposal whose client has a line
  /// already changes nothing.
  /// Returns: its line, with the decision as it was applied.
  /// Errors: Fault::inconsistent when it is about something that isn't there.
  LoggedDecision decide(std::int64_t work, const Proposal& proposal,
                        const Recheck& recheck = {});
  LoggedDecision decide(std::int64_t work, const Decision& decision, const Stamp& stamp);

  /// Several decisions on a work as decide(), all or none.
  std::vector<LoggedDecision> decide_all(std::int64_t work,
                                         std::span<const Proposal> proposals,
                                         const Recheck& recheck = {});

  /// Takes back the last decision that counts, or does again the last one taken back: of
  /// all or of those that `choice` leaves. Nothing is removed from the log: this, too, is a
  /// line. Returns: the line that was undone or redone; nothing when there is none. Errors:
  /// Fault::inconsistent when later decisions build on it.
  std::optional<LoggedDecision> undo(const LineChoice& choice, const Stamp& stamp,
                                     const Recheck& recheck = {});
  std::optional<LoggedDecision> redo(const LineChoice& choice, const Stamp& stamp,
                                     const Recheck& recheck = {});
  /// The line that undo() or redo() would be about.
  [[nodiscard]] std::optional<LoggedDecision> next_step(const LineChoice& choice,
                                                        bool back) const;
  std::optional<LoggedDecision> undo(std::optional<std::int64_t> work, const Stamp& stamp);
  std::optional<LoggedDecision> redo(std::optional<std::int64_t> work, const Stamp& stamp);

  /// The line of a work that a client's name stands for; empty when it has none yet.
  [[nodiscard]] std::vector<LoggedDecision> lines_of_client(std::int64_t work,
                                                            std::string_view client) const;

  /// A documents work with all that was said of it, read at one moment.
  /// Errors: Fault::malformed when the file is damaged.
  [[nodiscard]] DecidedWork decided_work(std::int64_t work) const;

  /// A number that changes whenever another program has written to the file.
  [[nodiscard]] std::int64_t data_version() const;

  /// All decisions, in their order.
  [[nodiscard]] std::vector<LoggedDecision> decisions(
      std::optional<std::int64_t> work = std::nullopt) const;

  /// Replaces all findings of a documents work; without one, of the only one.
  void set_findings(std::span<const Finding> findings);
  void set_findings(std::int64_t work, std::span<const Finding> findings);

 private:
  struct Connection;
  enum class Direction : bool { back, forth };
  std::optional<LoggedDecision> step(Direction direction, const LineChoice& choice,
                                     const Stamp& stamp, const Recheck& recheck);
  explicit Store(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace hexapla
