#pragma once

#include "bindings/work.hpp"
#include "corpus/store.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hexapla::python {

using SpotsByLanguage =
    std::map<std::string, std::vector<std::pair<std::size_t, std::size_t>>>;

struct HitRecord {
  RowRecord row;
  SpotsByLanguage spots;
  std::uint32_t score = 0;
};

/// What is looked for; see Search.
struct CorpusQuery {
  std::string text;
  std::optional<std::string> language;
  std::map<std::string, std::string> has;
  std::map<std::string, std::string> lacks;
  std::string work;
  std::size_t limit = 0;     ///< 0: all.
  std::uint32_t least = 70;  ///< similar(): percent.
};

/// What a person does to rows; see ReviewAct.
struct DecisionRequest {
  std::string verb;
  std::vector<std::int64_t> rows;  ///< Ids.
  std::optional<std::string> language;
  std::optional<std::uint32_t> segment;
  std::string text;
  std::string at;
  std::string who;
};

struct ExportRequest {
  std::string format;
  std::vector<std::string> files;  ///< One, or for moses two.
  std::vector<std::string> languages;
  std::optional<std::string> work;
};

/// A corpus that several threads of Python may use: one after the other.
class Corpus {
 public:
  explicit Corpus(const std::string& file) : store_(Store::open(file)) {}
  /// An empty one.
  static void create(const std::string& file);

  [[nodiscard]] std::vector<WorkInfo> works();
  /// The one of that name, or all. Errors: Fault::inconsistent.
  [[nodiscard]] std::vector<WorkInfo> works_named(const std::optional<std::string>& name);
  /// Rows from a number on, at most `most`.
  [[nodiscard]] std::vector<RowRecord> page_of(const WorkInfo& work, std::uint32_t first,
                                               std::size_t most);
  [[nodiscard]] std::vector<HitRecord> find(const CorpusQuery& query);
  [[nodiscard]] std::vector<HitRecord> similar(const CorpusQuery& query);
  [[nodiscard]] std::vector<FindingRecord> findings(const std::optional<std::string>& work);
  [[nodiscard]] std::vector<std::string> faults();
  void add(const AlignedVersions& versions);
  /// Returns: the line of the log.
  std::int64_t decide(const DecisionRequest& request);
  /// Returns: whether there was anything to take back.
  bool undo(const std::string& at, const std::string& who);
  /// Returns: how many units were written.
  std::size_t export_units(const ExportRequest& request);

 private:
  [[nodiscard]] std::map<std::int64_t, std::string> names_of_works() const;

  std::mutex mutex_;
  Store store_;
};

}  // namespace hexapla::python
