#pragma once

#include "cli/web/reviewers.hpp"
#include "corpus/store.hpp"
#include "term/matcher.hpp"
#include "workbench/review/review_act.hpp"

#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hexapla::web {

/// A documents work that is open on the desk.
struct OpenWork {
  WorkInfo info;
  ReviewedWork reviewed;
  ReviewChecks checks;
  std::map<Language, TermMatcher> matchers = {};  ///< Made when first asked for.
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

/// The corpus and what is held of it in memory. One thread.
class Desk {
 public:
  /// `clock` tells the time as a Stamp has it.
  Desk(Store store, std::function<std::string()> clock);

  [[nodiscard]] const Store& store() const noexcept { return store_; }
  [[nodiscard]] std::vector<WorkInfo> works() const { return store_.works(); }

  /// A documents work as it is now, read only when it is not in memory or another program
  /// has written. Errors: Fault::inconsistent when there is no such work.
  OpenWork& open(std::int64_t work);
  /// Nothing when there is no work of that id.
  [[nodiscard]] std::optional<WorkInfo> info(std::int64_t work) const;
  [[nodiscard]] bool is_open(std::int64_t work) const;

  /// Decides on a documents work. Returns: what came of it; `conflict` is filled when it
  /// was refused because of what others did since.
  ActResult decide(OpenWork& work, const HandedIn& given, const std::string& who,
                   std::optional<Conflict>& conflict);

  /// Undoes or does again; nothing when there is nothing.
  std::optional<ActResult> step(OpenWork& work, const LineChoice& choice, bool back,
                                const std::string& who);

  /// Decides on a row of a memory.
  LoggedDecision decide_in_memory(std::int64_t work, const Proposal& proposal);
  std::optional<LoggedDecision> step_in_memory(const LineChoice& choice, bool back,
                                               const std::string& who);

  [[nodiscard]] std::string now() const { return clock_(); }

 private:
  static constexpr std::size_t most_open = 4;  ///< Works that are kept in memory.

  void look_for_others();

  Store store_;
  std::function<std::string()> clock_;
  std::list<OpenWork> open_;  ///< The one used last first.
  std::int64_t data_version_ = 0;
};

}  // namespace hexapla::web
