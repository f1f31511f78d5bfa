#include "align/parallel_for.hpp"
#include "cli/command.hpp"
#include "cli/commands/collection/batch_options.hpp"
#include "cli/commands/collection/batch_store.hpp"
#include "cli/commands/collection/batch_work.hpp"
#include "cli/commands/collection/collect_files.hpp"
#include "cli/files.hpp"
#include "cli/print/counted.hpp"
#include "cli/progress.hpp"
#include "cli/spared_inputs.hpp"
#include "cli_data.hpp"
#include "collection/works_table.hpp"
#include "format/tab_field.hpp"
#include "text/encoding.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"
#include "workbench/merge_works.hpp"

#include <algorithm>
#include <mutex>
#include <ostream>
#include <set>
#include <tuple>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

/// What became of a batch.
struct BatchOutcome {
  std::size_t made = 0;
  std::size_t kept = 0;  ///< As an earlier run has made them.
  std::size_t failed = 0;
  std::vector<PairedFile> problems;
};

class WorksBatch {
 public:
  WorksBatch(const BatchOptions& given, WorksList list, BatchSetting setting)
      : threads_(threads_of(given.threads)),
        list_(std::move(list)),
        setting_(std::move(setting)),
        store_(given.out, given.shard) {
    outcome_.problems = std::move(list_.left_out);
  }

  void look(Progress& progress) {
    plans_.resize(list_.works.size());
    SharedProgress shared(progress, "looking at files", plans_.size());
    parallel_for(plans_.size(), threads_, [&](std::size_t i) {
      plans_[i] = planned(list_.works[i], setting_);
      shared.done_one();
    });
    std::set<std::string> same;
    for (const PlannedWork& plan : plans_) {
      add(plan.problems);
      const RunRecord* const run = store_.run_of(plan.name);
      if (plan.files.size() < 2) {
        fail(plan, "alone: fewer than two of its files are there");
      } else if (run != nullptr && is_same_run(*run, plan.run)) {
        same.insert(plan.name);
        ++outcome_.kept;
        add(remarks_of(plan.name, *run));
      } else {
        to_do_.push_back(&plan);
      }
    }
    store_.keep_only(same);
  }

  void align(Progress& progress) {
    SharedProgress shared(progress, "aligning", to_do_.size());
    parallel_for(to_do_.size(), threads_, [&](std::size_t i) {
      align_one(*to_do_[i]);
      shared.done_one();
    });
  }

  bool finish(Progress& progress) {
    return store_.finish([&](const std::string& work) { progress.say("writing " + work); });
  }

  [[nodiscard]] const BatchOutcome& outcome() const noexcept { return outcome_; }
  [[nodiscard]] const fs::path& file() const noexcept { return store_.file(); }

 private:
  void align_one(const PlannedWork& plan) {
    std::optional<BatchedWork> work;
    try {
      work = aligned(plan, setting_);
    } catch (const Error& error) {  // of one work, not of the batch
      const std::lock_guard lock(mutex_);
      return fail(plan, error.what());
    }
    const std::lock_guard lock(mutex_);
    store_.add({work->work, work->aligned.multitext, setting_.termbase,
                work->aligned.findings, work->run});
    ++outcome_.made;
    add(remarks_of(plan.name, work->run));
  }

  void add(const std::vector<PairedFile>& problems) {
    outcome_.problems.insert(outcome_.problems.end(), problems.begin(), problems.end());
  }

  void fail(const PlannedWork& plan, const std::string& why) {
    PairedFile problem;
    problem.work = plan.name;
    problem.problem = why;
    outcome_.problems.push_back(std::move(problem));
    ++outcome_.failed;
  }

  unsigned threads_;
  WorksList list_;
  BatchSetting setting_;
  BatchStore store_;
  std::vector<PlannedWork> plans_;
  std::vector<const PlannedWork*> to_do_;
  BatchOutcome outcome_;
  std::mutex mutex_;
};

/// In an order that chance has no part in.
void write_problems(const fs::path& file, std::vector<PairedFile> problems) {
  std::ranges::sort(problems, {}, [](const PairedFile& problem) {
    return std::tuple(std::string_view(problem.work), std::string_view(problem.language),
                      std::string_view(problem.path), std::string_view(problem.problem));
  });
  write_file(file, [&](std::ostream& out) {
    out << "work\tlanguage\tpath\tproblem\n";
    for (const PairedFile& problem : problems)
      out << tab_field(problem.work) << '\t' << problem.language << '\t'
          << tab_field(as_utf8(problem.path)) << '\t' << tab_field(problem.problem) << '\n';
  });
}

std::string problems_name(Shard shard) {
  if (shard.of == 1) return "problems.tsv";
  return "problems-" + std::to_string(shard.number) + "-of-" + std::to_string(shard.of) +
         ".tsv";
}

WorksList read_list(const BatchOptions& given) {
  const std::string text = admit_utf8(read_file(given.table), given.table.string());
  WorksList list = list_works(read_works_table(text, given.table.string()));
  for (const ListedWork& work : list.works)
    for (const PairedFile& file : work.files)
      note_input(file.path);
  // Before any of them is read.
  require_spared(given.out / problems_name(given.shard), OutputKind::other);
  return part_of_list(std::move(list), given.shard);
}

Exit run_batch(std::span<const std::string_view> words, Streams streams) {
  const BatchOptions given = batch_options(words);
  Progress progress(streams);
  WorksList list = read_list(given);
  BatchSetting setting = batch_setting(given, list.works, streams.err);
  WorksBatch batch(given, std::move(list), std::move(setting));
  batch.look(progress);
  batch.align(progress);
  const bool is_written = batch.finish(progress);
  const BatchOutcome& outcome = batch.outcome();
  const fs::path problems = given.out / problems_name(given.shard);
  write_problems(problems, outcome.problems);
  streams.err << batch.file().string() << (is_written ? ": " : ": as before, ")
              << counted(outcome.made + outcome.kept, "work") << ", " << outcome.made
              << " of them new";
  if (outcome.failed > 0) streams.err << "; " << outcome.failed << " could not be aligned";
  streams.err << '\n';
  if (outcome.problems.empty()) return Exit::done;
  streams.err << "hexapla: " << problems.string() << ": "
              << counted(outcome.problems.size(), "problem") << '\n';
  return Exit::findings;
}

}  // namespace

const Command batch_command{"batch", "Align all works of a collection into one corpus",
                            embedded::batch_txt, run_batch};

}  // namespace hexapla::cli
