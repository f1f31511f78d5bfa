#pragma once

// Private to core/corpus/: the tables work, language, memory_language.

#include "corpus/database/sqlite.hpp"
#include "corpus/work.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace hexapla {

/// The numbers of languages in table language, made as they are needed.
class LanguageNumbers {
 public:
  explicit LanguageNumbers(const sqlite::Connection& connection);

  /// The number of a language; a new one is written.
  std::int64_t number_of(Language language);

  /// The same without writing: `unnumbered` for a language that has none.
  static constexpr std::int64_t unnumbered = 0;
  [[nodiscard]] std::int64_t known_number_of(Language language) const;

  /// Errors: Fault::malformed when there is no such number.
  [[nodiscard]] Language language_of(std::int64_t number) const;

 private:
  const sqlite::Connection& connection_;
  std::map<Language, std::int64_t> numbers_;
  std::map<std::int64_t, Language> languages_;
};

/// Returns: the new work's id.
/// Errors: Fault::inconsistent when the name is empty or there is one of that name.
std::int64_t insert_work(const sqlite::Connection& connection, const NewWork& work,
                         WorkKind kind);

/// In the order in which they came.
[[nodiscard]] std::vector<WorkInfo> read_works(const sqlite::Connection& connection);

/// nullopt when there is no work with that id.
[[nodiscard]] std::optional<WorkInfo> read_work(const sqlite::Connection& connection,
                                                std::int64_t work);

/// The one work there is, if that is so. Errors: Fault::inconsistent naming them when there
/// are several; Fault::unsupported when it is not of `kind`.
[[nodiscard]] std::int64_t only_work(const sqlite::Connection& connection, WorkKind kind);

}  // namespace hexapla
