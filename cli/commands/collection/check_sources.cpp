#include "cli/commands/collection/check_sources.hpp"

#include "cli/command.hpp"
#include "cli/documents/read_document.hpp"
#include "cli/files.hpp"
#include "text/error.hpp"
#include "text/sha256.hpp"

#include <algorithm>
#include <optional>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

/// A document as its source, read again, has it.
class SourceText {
 public:
  SourceText(const SegmentedDocument& kept, std::string text)
      : is_same_(text == kept.document.text), text_(std::move(text)) {}

  /// Rows come in the order of the pivot, so that a segment may stand before the last one.
  [[nodiscard]] bool holds(std::string_view segment) const {
    return is_same_ || text_.find(segment) != std::string::npos;
  }

 private:
  bool is_same_;
  std::string text_;
};

/// What a person had to say of the encoding, or what was told, is said again.
ReadOptions as_read_before(const Document& document) {
  ReadOptions options;
  options.language = document.language;
  const bool has_encoding = document.format == "text" || document.format == "html" ||
                            document.format == "subtitles";
  if (has_encoding && !document.encoding.empty()) options.encoding = document.encoding;
  options.recognise = document.format == "pdf, recognised";
  return options;
}

class WorkSources {
 public:
  WorkSources(const WorkInfo& work, const Multitext& multitext, SourceCheck& check)
      : work_(work), multitext_(multitext), check_(check) {}

  void read(const fs::path& folder) {
    for (const SegmentedDocument& version : multitext_.documents)
      texts_.push_back(text_of(version, folder / version.document.name));
  }

  void look_for_rows() {
    if (std::ranges::none_of(texts_, [](const auto& text) { return text.has_value(); }))
      return;
    for (std::size_t row = 0; row < multitext_.rows.size(); ++row) {
      ++check_.rows;
      if (const auto lost = lost_segment(multitext_.rows[row])) {
        check_.faults.push_back("work " + work_.name + ": row " + std::to_string(row) +
                                " does not stand in " + *lost);
      } else {
        ++check_.found;
      }
    }
  }

 private:
  std::optional<SourceText> text_of(const SegmentedDocument& version,
                                    const fs::path& source) {
    const Document& document = version.document;
    if (document.sha.empty() || !fs::exists(source)) {
      ++check_.missing;
      return std::nullopt;
    }
    if (sha256_of(read_file(source)) != document.sha) {
      check_.faults.push_back("work " + work_.name + ": " + source.string() +
                              " is not the file that came in");
      return std::nullopt;
    }
    ++check_.same;
    try {
      return SourceText(version,
                        read_document(source, as_read_before(document)).document.text);
    } catch (const Error& error) {  // of one source, not of the corpus
      check_.faults.push_back("work " + work_.name + ": " + error.what());
      return std::nullopt;
    }
  }

  [[nodiscard]] std::optional<std::string> lost_segment(const Row& row) const {
    for (std::size_t place = 0; place < row.runs.size(); ++place) {
      if (!texts_[place]) continue;
      const SegmentedDocument& version = multitext_.documents[place];
      for (auto segment = row.runs[place].first; segment < row.runs[place].last; ++segment)
        if (!texts_[place]->holds(version.text_of(version.segments[segment])))
          return version.document.name;
    }
    return std::nullopt;
  }

  const WorkInfo& work_;
  const Multitext& multitext_;
  SourceCheck& check_;
  std::vector<std::optional<SourceText>> texts_;
};

}  // namespace

SourceCheck check_sources(const Store& store, const fs::path& folder) {
  if (!fs::is_directory(folder))
    throw UsageError("--sources names no folder: " + folder.string());
  SourceCheck check;
  for (const WorkInfo& work : store.works()) {
    if (work.kind != WorkKind::documents) continue;
    const Multitext multitext = store.unedited_multitext(work.id);
    WorkSources sources(work, multitext, check);
    sources.read(folder);
    sources.look_for_rows();
  }
  return check;
}

}  // namespace hexapla::cli
