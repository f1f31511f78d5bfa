#include "cli/commands/collection/batch_store.hpp"

#include "cli/files.hpp"
#include "cli/interrupts.hpp"
#include "cli/spared_inputs.hpp"
#include "cli/version.hpp"
#include "corpus/database/replace_file.hpp"
#include "text/error.hpp"
#include "workbench/merge_works.hpp"

#include <algorithm>
#include <array>
#include <system_error>
#include <vector>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

std::string stem_of(Shard shard) {
  if (shard.of == 1) return "corpus";
  return "shard-" + std::to_string(shard.number) + "-of-" + std::to_string(shard.of);
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error(Fault::unwritable, {folder.string(), 0}, error.message());
}

/// With what SQLite keeps beside it.
void remove_corpus(const fs::path& file) {
  for (const std::string_view ending : {"", "-wal", "-shm"})
    fs::remove(file.string() + std::string(ending));
}

}  // namespace

BatchStore::Part BatchStore::opened(const fs::path& file) {
  Part part;
  if (!fs::exists(file)) return part;
  part.store = Store::open(file);
  std::map<std::int64_t, std::string> names;
  for (const WorkInfo& work : part.store->works())
    names.emplace(work.id, work.name);
  for (RunRecord& run : part.store->runs())
    if (const auto name = names.find(run.work); name != names.end())
      part.runs.insert_or_assign(name->second, std::move(run));
  return part;
}

BatchStore::BatchStore(const fs::path& folder, Shard shard)
    : file_(folder / (stem_of(shard) + ".hexapla")),
      begun_file_(folder / (stem_of(shard) + ".begun.hexapla")) {
  make_folder(folder);
  require_spared(file_, OutputKind::corpus);
  require_spared(begun_file_, OutputKind::corpus);
  settle_on_interrupt(file_);
  settle_on_interrupt(begun_file_);
  finished_ = opened(file_);
  begun_ = opened(begun_file_);
}

const RunRecord* BatchStore::run_of(const std::string& work) const {
  for (const Part* part : {&begun_, &finished_})
    if (const auto run = part->runs.find(work); run != part->runs.end())
      return &run->second;
  return nullptr;
}

void BatchStore::keep_only(const std::set<std::string>& works) {
  wanted_ = works;
  const auto stale = [&](const Part& part) {
    return std::ranges::any_of(part.runs,
                               [&](const auto& run) { return !works.contains(run.first); });
  };
  is_changed_ = stale(finished_) || begun_.store || !finished_.store;
  if (!begun_.store || stale(begun_)) make_begun(works);
}

/// A new file of what is begun, with these of its works.
void BatchStore::make_begun(const std::set<std::string>& works) {
  const RemovedOnInterrupt guard(temporary_beside(begun_file_));
  Store fresh = Store::create(begun_file_, program_name);
  if (begun_.store) {
    const std::array stores{static_cast<const Store*>(&*begun_.store)};
    WorksByName there = works_by_name(stores);
    std::erase_if(there.works, [&](const WorkSource& source) {
      return !works.contains(source.work.name);
    });
    fresh.copy_works(there.works);
    begun_.store.reset();
    remove_corpus(begun_file_);
  }
  fresh.publish();
  begun_ = opened(begun_file_);
}

void BatchStore::add(NewDocuments documents) {
  is_changed_ = true;
  documents.is_indexed = false;  // finish() makes one index of all works
  begun_.store->add_work(documents);
}

bool BatchStore::finish(const std::function<void(const std::string&)>& copying) {
  const bool is_written = is_changed_;
  if (is_changed_) {
    std::vector<const Store*> stores{&*begun_.store};
    if (finished_.store) stores.push_back(&*finished_.store);
    WorksByName all = works_by_name(stores);
    std::erase_if(all.works, [&](const WorkSource& source) {
      return source.store != stores.front() && !wanted_.contains(source.work.name);
    });
    const RemovedOnInterrupt guard(temporary_beside(file_));
    Store whole = Store::create(file_, program_name);
    whole.copy_works(all.works, copying);
    finished_.store.reset();
    whole.publish();
    note_commit();
  }
  begun_.store.reset();
  remove_corpus(begun_file_);
  return is_written;
}

}  // namespace hexapla::cli
