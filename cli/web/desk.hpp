#pragma once

#include "cli/web/reviewers.hpp"
#include "corpus/store.hpp"
#include "term/matcher.hpp"
#include "workbench/review/review_act.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <future>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hexapla::web {

/// A work that is open on the desk: documents, or a memory taken as such.
struct OpenWork {
  WorkInfo info;
  ReviewedWork reviewed;
  ReviewChecks checks;
  std::map<Language, TermMatcher> matchers = {};  ///< Made when first asked for.
  /// All findings, being made on another thread of the work as it was.
  std::future<std::vector<Finding>> check = {};
  bool check_due = false;  ///< The work has changed since, and only some rows were checked.
};

/// A decision was refused because what it is about has changed since.
struct Conflict {
  WorkVersion base;                   ///< What the act goes by.
  std::vector<std::int64_t> rows;     ///< Those of the act that changed, or went away.
  std::vector<LoggedDecision> lines;  ///< Since then.
};

/// What came of an act.
struct ActResult {
  std::vector<LoggedDecision> lines;
  WorkVersion before;  ///< What changed since this is what the act did.
  bool known = false;  ///< It had been handed in before; nothing was done.
};

/// A proposal with who hands it in.
struct HandedIn {
  ReviewAct act;
  std::string client;
  WorkVersion base;  ///< The version that the reviser saw.
};

/// The corpus and what is held of it in memory. Called by one thread; all findings of a
/// longer work are made on another one, over a copy, and taken in by the next call.
class Desk {
 public:
  /// `clock` tells the time as a Stamp has it; `file` is the store's.
  Desk(Store store, std::function<std::string()> clock, std::filesystem::path file = {});
  /// Takes in findings that are still being made.
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  [[nodiscard]] const Store& store() const noexcept { return store_; }
  [[nodiscard]] const std::filesystem::path& file() const noexcept { return file_; }
  [[nodiscard]] std::vector<WorkInfo> works() const { return store_.works(); }

  /// A work as it is now, read only when it is not in memory or another program has
  /// written. Errors: Fault::inconsistent when there is no such work, or it is a memory too
  /// large.
  OpenWork& open(std::int64_t work);
  /// Whether a work can be open: all but memories of very many units, whose rows are read
  /// and decided on one by one.
  [[nodiscard]] static bool can_be_open(const WorkInfo& work) noexcept {
    return work.kind == WorkKind::documents || work.rows <= most_rows_checked;
  }
  /// Nothing when there is no work of that id.
  [[nodiscard]] std::optional<WorkInfo> info(std::int64_t work) const;
  [[nodiscard]] bool is_open(std::int64_t work) const;

  /// Decides on an open work. Returns: what came of it; `conflict` is filled when it
  /// was refused because of what others did since.
  ActResult decide(OpenWork& work, const HandedIn& given, const std::string& who,
                   std::optional<Conflict>& conflict);

  /// Undoes or does again; nothing when there is nothing.
  std::optional<ActResult> step(OpenWork& work, const LineChoice& choice, bool back,
                                const std::string& who);

  /// Decides on a row of a memory that can't be open.
  LoggedDecision decide_in_memory(std::int64_t work, const Proposal& proposal);
  std::optional<LoggedDecision> step_in_memory(const LineChoice& choice, bool back,
                                               const std::string& who);

  [[nodiscard]] std::string now() const { return clock_(); }

 private:
  static constexpr std::size_t most_open = 4;  ///< Works that are kept in memory.
  /// Rows of a work that is checked as a whole before an act is answered: some 40 ms in six
  /// languages.
  static constexpr std::size_t most_rows_at_once = 100;
  /// Rows of a work that is checked as a whole at all, some 40 s of another thread.
  static constexpr std::size_t most_rows_checked = 20'000;

  void look_for_others();
  [[nodiscard]] DecidedWork read(const WorkInfo& work) const;
  /// The same of an open one. Memories keep no findings: those known stay.
  [[nodiscard]] DecidedWork read_again(const OpenWork& work) const;
  /// Has `write` write a decision of that kind, and takes the work as it is afterwards.
  template <class Write>
  auto change(OpenWork& work, DecisionKind kind, const Write& write);
  /// Takes a work as it is once something failed; gives it up when it can't be read.
  void read_or_close(OpenWork& work);
  void check_rest(OpenWork& work);
  void start_check(OpenWork& work) const;
  /// Takes in what was found meanwhile; waits for it only where told to.
  void finish_check(OpenWork& work, std::chrono::seconds wait = std::chrono::seconds(0));

  Store store_;
  std::function<std::string()> clock_;
  std::filesystem::path file_;
  std::list<OpenWork> open_;  ///< The one used last first.
  std::int64_t data_version_ = 0;
};

}  // namespace hexapla::web
