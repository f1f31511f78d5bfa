#pragma once

#include "cli/output_file.hpp"
#include "cli/units/formats.hpp"
#include "exchange/split.hpp"
#include "exchange/unit_writer.hpp"
#include "text/interface.hpp"

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hexapla::cli {

/// What a document's units are dealt by.
enum class SplitBy : std::uint8_t {
  document,  ///< The property `x-document`, else the name of the work.
  text,      ///< The source text; for one big memory.
};

struct SplitSettings {
  SplitShares shares;
  std::uint64_t seed = 1;
  SplitBy by = SplitBy::document;
};

/// Files that units go to. Nothing is in its place before commit().
class UnitOutput : public Interface {
 public:
  /// `work` is the name of the work that the unit comes from.
  virtual void add(const TranslationUnit& unit, const std::string& work) = 0;
  /// `left_out` says for people what the filters dropped.
  virtual Exported commit(const std::string& left_out) = 0;
};

/// Where units go, and as what.
struct UnitOutputSettings {
  UnitFormat format = UnitFormat::tmx;
  std::string file;  ///< A folder for a data set; empty for `standard_output`.
  std::ostream* standard_output = nullptr;
  std::optional<SplitSettings> split;  ///< A file for each part; always for a data set.
  UnitWriterSettings writer;
};

/// Formats of several files add the languages to `file`: OUT.en and OUT.fr for moses and
/// links, OUT.en.xml and OUT.fr.xml for xces; the parts of a split are before the
/// endings: OUT.train.tmx.
/// Errors: UsageError when the format needs a file, or two languages.
[[nodiscard]] std::unique_ptr<UnitOutput> open_output(UnitOutputSettings settings);

}  // namespace hexapla::cli
