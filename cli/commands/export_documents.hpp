#pragma once

#include "cli/command.hpp"
#include "cli/units/options.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla::cli {

/// What people must have said of a unit that goes out.
enum class WantedVerdict : std::uint8_t { confirmed, not_rejected };

/// What `hexapla export` was asked; see help/export.txt.
struct ExportOptions {
  std::filesystem::path corpus;
  std::string format;
  std::optional<std::filesystem::path> out;
  std::vector<Language> languages;  ///< Empty: all.
  std::optional<std::string> work;
  std::optional<WantedVerdict> verdict;
  UnitFilterSettings filter;
  SplitOptions split;
  std::optional<ReportForm> report;
  std::optional<std::filesystem::path> quality;
  std::string licence;                            ///< Of a data set.
  std::optional<std::filesystem::path> overlap;  ///< What a data set is kept apart from.
  std::vector<std::string> settings;             ///< The filters as they were given.
  bool has_borders = false;                      ///< Of documents, in Moses.
  bool safe_cells = false;                       ///< No cell of a table is a formula.
  bool is_plain = true;  ///< None but how and where to write is given.
};

/// True for the formats that export_documents writes.
[[nodiscard]] bool is_for_documents(std::string_view format);

/// `hexapla export` of a corpus of one document: rows with their segments, or, for two
/// languages, the beads of their own alignment; `links` writes all alignments.
Exit export_documents(const ExportOptions& given, Streams streams);

}  // namespace hexapla::cli
