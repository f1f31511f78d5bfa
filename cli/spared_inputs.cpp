#include "cli/spared_inputs.hpp"

#include "cli/file_kind.hpp"
#include "cli/interrupts.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <string>
#include <system_error>
#include <vector>

#include <sys/stat.h>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

// A command has one set of files, which any of its threads may add to.
struct Noted {
  std::mutex mutex;
  std::map<std::string, FileUse, std::less<>> files;  ///< By each of their keys.
  bool may_replace = false;
  bool is_committed = false;
};
Noted noted;  // NOLINT(*-avoid-non-const-global-variables)

/// What a file is known by: its place, and, if it is there, its number. Folders, devices
/// and pipes are known by nothing: they are not replaced.
std::vector<std::string> keys_of(const fs::path& file) {
  struct stat found {};
  const bool is_there = ::stat(file.c_str(), &found) == 0;
  if (is_there && !S_ISREG(found.st_mode)) return {};
  std::vector<std::string> keys;
  if (is_there)
    keys.push_back(std::to_string(found.st_dev) + ':' + std::to_string(found.st_ino));
  std::error_code error;
  const fs::path absolute = fs::absolute(file, error);
  const fs::path place = error ? fs::path() : fs::weakly_canonical(absolute, error);
  if (!error) keys.push_back(place.string());
  return keys;
}

bool is_written(FileUse use) {
  return use == FileUse::written || use == FileUse::written_corpus;
}

bool is_only_read(FileUse use) {
  return use == FileUse::read || use == FileUse::read_corpus;
}

bool conflict(FileUse one, FileUse other) {
  if (is_only_read(one) && is_only_read(other)) return false;
  const auto are = [&](FileUse first, FileUse second) {
    return (one == first && other == second) || (one == second && other == first);
  };
  return !are(FileUse::read_corpus, FileUse::changed_corpus);
}

[[noreturn]] void refuse_output(const fs::path& output, const std::string& why) {
  throw Error(Fault::unwritable, {output.string(), 0}, why);
}

[[noreturn]] void refuse_both(const fs::path& file, bool is_read) {
  refuse_output(file,
                is_read ? "this command reads it, so it is not written; name another file "
                          "to write"
                        : "this command writes two of its outputs there; name another file "
                          "for one of them");
}

void note(const NamedFile& named) {
  const std::vector<std::string> keys = keys_of(named.file);
  const std::lock_guard lock(noted.mutex);
  for (const std::string& key : keys) {
    const auto other = noted.files.find(key);
    if (other != noted.files.end() && conflict(other->second, named.use))
      refuse_both(named.file, !is_written(other->second) || !is_written(named.use));
  }
  for (const std::string& key : keys)
    noted.files.insert_or_assign(key, named.use);
}

bool may_replace() {
  const std::lock_guard lock(noted.mutex);
  return noted.may_replace;
}

void require_fitting(const fs::path& output, OutputKind kind) {
  std::error_code absent;
  if (may_replace() || !fs::is_regular_file(output, absent)) return;
  const FileEnds ends = ends_of(output);
  const bool is_corpus = is_database(ends);
  if (ends.head.empty() || is_corpus == (kind == OutputKind::corpus)) return;
  refuse_output(output,
                is_corpus ? "it exists and is a corpus or another database, so it is not "
                            "replaced; name another file, or add --force"
                          : "it exists and is not a corpus, so it is not replaced by one; "
                            "name another file, or add --force");
}

void require_same(const fs::path& output, const FileEnds& fresh) {
  std::error_code absent;
  if (may_replace() || !fs::is_regular_file(output, absent)) return;
  const std::string old_kind = kind_of(ends_of(output), output);
  // An extension says what somebody's text is, not what ours is.
  const std::string new_kind = kind_of(fresh, {});
  if (old_kind.empty() || new_kind.empty() || old_kind == new_kind) return;
  refuse_output(output, "it exists and is " + old_kind + ", so it is not replaced by " +
                            new_kind + "; name another file, or add --force");
}

}  // namespace

void begin_command(bool may_replace) {
  const std::lock_guard lock(noted.mutex);
  noted.files.clear();
  noted.may_replace = may_replace;
  noted.is_committed = false;
  forget_corpora();
}

void note_commit() {
  const std::lock_guard lock(noted.mutex);
  noted.is_committed = true;
}

bool has_committed() {
  const std::lock_guard lock(noted.mutex);
  return noted.is_committed;
}

void note_files(std::span<const NamedFile> files) {
  // First what is read, so that a message names the output.
  for (const NamedFile& named : files)
    if (is_only_read(named.use)) note(named);
  for (const NamedFile& named : files)
    if (!is_only_read(named.use)) note(named);
  for (const NamedFile& named : files)
    if (is_written(named.use))
      require_fitting(named.file, named.use == FileUse::written_corpus ? OutputKind::corpus
                                                                       : OutputKind::other);
  std::error_code absent;
  for (const NamedFile& named : files)
    if (!is_written(named.use) && fs::is_regular_file(named.file, absent) &&
        is_database(ends_of(named.file)))
      settle_on_interrupt(named.file);
}

void note_input(const fs::path& file) {
  const std::vector<std::string> keys = keys_of(file);
  const std::lock_guard lock(noted.mutex);
  for (const std::string& key : keys)
    if (const auto other = noted.files.find(key);
        other != noted.files.end() && is_written(other->second))
      refuse_both(file, true);
  for (const std::string& key : keys)
    noted.files.emplace(key, FileUse::read);
}

void require_spared(const fs::path& output, OutputKind kind) {
  const std::vector<std::string> keys = keys_of(output);
  {
    const std::lock_guard lock(noted.mutex);
    for (const std::string& key : keys)
      if (const auto other = noted.files.find(key);
          other != noted.files.end() && !is_written(other->second) &&
          !(other->second == FileUse::changed_corpus && kind == OutputKind::corpus))
        refuse_both(output, true);
  }
  require_fitting(output, kind);
}

void require_same_kind(const fs::path& output, std::string_view bytes) {
  require_same(output, ends_of(bytes));
}

void require_same_kind(const fs::path& output, const fs::path& written) {
  require_same(output, ends_of(written));
}

}  // namespace hexapla::cli
