#include "cli/commands/collection/collect_files.hpp"

#include "cli/documents/read_document.hpp"
#include "cli/files.hpp"
#include "text/encoding.hpp"
#include "text/sha256.hpp"

#include <algorithm>
#include <set>
#include <system_error>
#include <thread>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

}  // namespace

std::string reason_of(const Error& error) {
  const std::string words = error.what();
  const std::string prefix = error.place().source + ": ";
  // What is left may name the file, whose name may be no UTF-8.
  return as_utf8(words.starts_with(prefix) ? words.substr(prefix.size()) : words);
}

std::vector<FoundFile> files_in(std::span<const std::string> folders,
                                const std::optional<fs::path>& out) {
  std::vector<FoundFile> found;
  std::set<std::string> seen;
  std::error_code unknown;
  for (const std::string& folder : folders) {
    fs::recursive_directory_iterator entry(folder), end;
    for (; entry != end; ++entry) {
      const fs::path& path = entry->path();
      if (is_hidden(path)) {
        if (entry->is_directory()) entry.disable_recursion_pending();
        continue;
      }
      if (!entry->is_regular_file() || (out && fs::equivalent(path, *out, unknown)))
        continue;
      if (!seen.insert(fs::weakly_canonical(path).string()).second) continue;
      found.push_back({path, as_utf8(path.lexically_relative(folder).generic_string())});
    }
  }
  std::ranges::sort(found, {}, [](const FoundFile& file) { return file.path.string(); });
  return found;
}

CollectedFile collected(const FoundFile& file, const std::optional<NameTemplate>& pattern,
                        const ContentPrinter& printer) {
  std::optional<FileName> name;
  if (pattern) name = pattern->read(file.name);
  if (!name) name = read_file_name(file.name);
  CollectedFile none{file.path.string(), *name, {}, {}, {}, {}, 0, {}};
  try {
    std::error_code unknown;
    if (fs::file_size(file.path, unknown) == 0 && !unknown) {
      none.trouble = "empty: it has no bytes";
      none.sha = sha256_of("");
      return none;
    }
    std::string bytes = read_file(file.path);
    none.sha = sha256_of(bytes);
    if (bytes.find_first_not_of(" \t\r\n\f\v") == std::string::npos) {
      none.trouble = "empty: it has no text";
      return none;
    }
    ReadOptions options;
    options.language_required = false;
    ReadDocument read = read_document(std::move(bytes), file.path.string(), options);
    return describe_file(none.path, std::move(*name), std::move(read.document), printer);
  } catch (const Error& error) {  // of one file, not of the collection
    none.trouble = "unreadable: " + reason_of(error);
    return none;
  }
}

unsigned threads_of(const std::optional<std::uint32_t>& given) {
  constexpr std::uint32_t most = 256;
  return given ? std::min(most, *given) : std::max(1U, std::thread::hardware_concurrency());
}

void SharedProgress::done_one() {
  const std::lock_guard lock(mutex_);
  ++done_;
  const auto passed = std::chrono::duration_cast<std::chrono::seconds>(
      std::chrono::steady_clock::now() - begun_);
  std::string words = what_ + ": " + std::to_string(done_) + " of " + std::to_string(all_);
  if (passed.count() > 1)
    words += ", " +
             std::to_string(passed.count() * static_cast<std::int64_t>(all_ - done_) /
                            static_cast<std::int64_t>(done_)) +
             " s left";
  progress_.say(words);
}

}  // namespace hexapla::cli
