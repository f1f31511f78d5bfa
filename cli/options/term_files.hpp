#pragma once

#include "cli/option_table.hpp"
#include "term/read_termbase.hpp"

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla::cli {

/// What a termbase is written as.
enum class TermFormat { tbx, tbx_dct, tbx_v2, csv, tsv, xlsx, utx, multiterm };

/// Errors: UsageError that lists the formats.
[[nodiscard]] TermFormat term_format_in(std::string_view name);

/// The format of an existing termbase by its content, or of a new one by its name.
/// Errors: UsageError for a name that tells no format.
[[nodiscard]] TermFormat format_of_termbase(const std::filesystem::path& file);

/// --columns and --between-terms.
void add_table_options(OptionTable& table, TableSettings& settings);

/// As read_termbase, from a file; `warnings` gets a line for each thing passed over.
[[nodiscard]] Termbase read_termbase_file(const std::filesystem::path& file,
                                          const TableSettings& settings,
                                          std::ostream& warnings);

/// UTX has two languages, which are `languages` or those of the termbase.
/// Errors: UsageError when they are not two.
void write_termbase(std::ostream& out, const Termbase& termbase, TermFormat format,
                    std::string_view title, std::vector<Language> languages = {});

/// Writes `file` whole or not at all, in its own format.
void write_termbase_file(const std::filesystem::path& file, const Termbase& termbase);

}  // namespace hexapla::cli
