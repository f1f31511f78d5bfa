#pragma once

#include "cli/command.hpp"
#include "cli/option_table.hpp"
#include "cli/units/input.hpp"
#include "cli/units/output.hpp"
#include "exchange/unit_filter.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace hexapla::cli {

class Progress;

// What `convert`, `import` and `export` have in common on the command line.

/// --min-confidence, --no-empty and the like, and --filter, a file of them.
void add_filter_options(OptionTable& table, UnitFilterSettings& filter);

/// --split, --seed and --split-by.
struct SplitOptions {
  std::optional<SplitShares> shares;
  std::optional<std::uint32_t> seed;
  std::optional<SplitBy> by;

  /// Nothing when none of them is given.
  [[nodiscard]] std::optional<SplitSettings> settings() const;
};
void add_split_options(OptionTable& table, SplitOptions& split);

/// --languages, --columns, --documents and --strict; the format by `format_option`.
void add_input_options(OptionTable& table, std::string_view format_option,
                       UnitInputSettings& settings);

/// --report text or json.
enum class ReportForm : std::uint8_t { text, json };
void add_report_option(OptionTable& table, std::optional<ReportForm>& form);

/// The languages by which units are chosen: those of `--languages` where the files name
/// their own languages, else none.
[[nodiscard]] std::vector<Language> wanted_languages(std::span<const std::string> files,
                                                     const UnitInputSettings& settings);

/// The two languages of a format that has two, of all that the units are in; none where one
/// will do. Errors: UsageError when there are more, or one.
[[nodiscard]] std::vector<Language> pair_of(const std::vector<Language>& used,
                                            UnitFormat format);

/// Errors: UsageError when more than two languages are named for a format that has two.
void require_pair_at_most(const std::vector<Language>& languages, UnitFormat format);

/// Formats that can't say how far a translation has come leave out, unless told otherwise,
/// what is not ready: drafts and what is obsolete.
void leave_out_doubtful(UnitFormat format, UnitFilterSettings& settings);

/// What a reader passed over or mended, with the lines.
void tell_warnings(const UnitReader& reader, Streams& streams);

/// "3 with an empty side, 12 that came before", or nothing.
[[nodiscard]] std::string left_out_by(const UnitFilter& filter);

/// Says what was written and what each filter dropped, which ends a command: as sentences,
/// or with `--report json` as an object on one line.
Exit report_units(std::optional<ReportForm> form, const Exported& exported,
                  const UnitFilter& filter, Streams& streams);

/// "1,200,000 units" on a terminal, now and then.
class UnitProgress {
 public:
  explicit UnitProgress(Progress& progress) : progress_(progress) {}
  void count();

 private:
  Progress& progress_;
  std::size_t units_ = 0;
};

}  // namespace hexapla::cli
