#pragma once

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/units/input.hpp"
#include "cli/units/output.hpp"
#include "exchange/unit_filter.hpp"

#include <array>
#include <optional>
#include <string>

namespace hexapla::cli {

class Progress;

// What `convert`, `import` and `export` have in common on the command line.

inline constexpr std::array filter_options{Option{"min-confidence"},
                                           Option{"min-state"},
                                           Option{"no-obsolete", Takes::nothing},
                                           Option{"max-length-ratio"},
                                           Option{"no-empty", Takes::nothing},
                                           Option{"no-other-languages", Takes::nothing},
                                           Option{"no-duplicates", Takes::nothing},
                                           Option{"no-near-duplicates", Takes::nothing}};
inline constexpr std::array split_options{Option{"split"}, Option{"seed"},
                                          Option{"split-by"}};

/// True when an option of `filter_options` is given.
[[nodiscard]] bool filters(const Arguments& arguments);

/// Errors, of all three: UsageError naming the option.
[[nodiscard]] UnitFilterSettings filter_settings(const Arguments& arguments,
                                                 std::vector<Language> languages);
[[nodiscard]] std::optional<SplitSettings> split_settings(const Arguments& arguments);
/// `--languages`, `--columns` and `--documents`; the format by `option`.
[[nodiscard]] UnitInputSettings input_settings(const Arguments& arguments,
                                               std::string_view option);

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
void leave_out_doubtful(UnitFormat format, const Arguments& arguments,
                        UnitFilterSettings& settings);

/// What a reader passed over or mended, with the lines.
void tell_warnings(const UnitReader& reader, Streams& streams);

/// "3 with an empty side, 12 that came before", or nothing.
[[nodiscard]] std::string left_out_by(const UnitFilter& filter);

/// Says what was written and what each filter dropped: as sentences, or with `--report
/// json` as an object on one line.
void report_units(const Arguments& arguments, const Exported& exported,
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
