#pragma once

#include "cli/command.hpp"
#include "corpus/store.hpp"
#include "exchange/unit_filter.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace hexapla::cli {

/// Formats of two languages that are written for all pairs in one call.
enum class PairsForm : std::uint8_t { xces, moses };
[[nodiscard]] std::optional<PairsForm> pairs_form_of(std::string_view format);

/// What `hexapla export --format xces|moses --out FOLDER/` was asked.
struct PairsRequest {
  std::vector<WorkInfo> works;
  std::filesystem::path out;  ///< A folder.
  PairsForm form = PairsForm::xces;
  std::vector<Language> languages;  ///< Empty: all that there are.
  UnitFilterSettings filter;        ///< Its languages are set by pair.
  std::function<bool(Verdict)> wants_verdict;
  bool has_borders = false;  ///< Moses: an empty line after each document.
};

/// Writes, for xces, FOLDER/en-fr.xml with a `linkGrp` for each document, and the
/// documents, FOLDER/en/NAME.xml; for moses, FOLDER/en-fr.en, en-fr.fr and en-fr.ids, which
/// names the document and the segments of each line.
[[nodiscard]] Exit export_pairs(const Store& store, const PairsRequest& request,
                                Streams streams);

}  // namespace hexapla::cli
