#pragma once

#include "cli/progress.hpp"
#include "collection/describe_file.hpp"
#include "text/error.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hexapla::cli {

/// A file of a collection and what it is called below its folder.
struct FoundFile {
  std::filesystem::path path;
  std::string name;  ///< With "/" between folders.
};

/// All files below `folders`, in the order of their paths, but hidden ones and `out`, each
/// once.
[[nodiscard]] std::vector<FoundFile> files_in(
    std::span<const std::string> folders, const std::optional<std::filesystem::path>& out);

/// Reads a file; what is wrong with it is its trouble.
[[nodiscard]] CollectedFile collected(const FoundFile& file,
                                      const std::optional<NameTemplate>& pattern,
                                      const ContentPrinter& printer);

/// An error's words without the name of the file, which has a column of its own.
[[nodiscard]] std::string reason_of(const Error& error);

/// --threads, or all processors.
[[nodiscard]] unsigned threads_of(const std::optional<std::uint32_t>& given);

/// "reading: 123 of 3,000, 40 s left": told from several threads.
class SharedProgress {
 public:
  SharedProgress(Progress& progress, std::string what, std::size_t all)
      : progress_(progress), what_(std::move(what)), all_(all) {}
  void done_one();

 private:
  Progress& progress_;
  std::string what_;
  std::size_t all_;
  std::size_t done_ = 0;
  std::mutex mutex_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

}  // namespace hexapla::cli
