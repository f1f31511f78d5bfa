#pragma once

#include "cli/arguments.hpp"
#include "cli/units/document_folder.hpp"
#include "cli/units/formats.hpp"
#include "exchange/unit_reader.hpp"

#include <istream>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace hexapla::cli {

/// How files of units are to be read, as the options say.
struct UnitInputSettings {
  std::optional<UnitFormat> format;  ///< Else by the file's name.
  std::string format_option;         ///< By which a user names it: "from".
  bool is_strict = false;            ///< What a reader would warn of is an error.
  std::vector<Language> languages;   ///< Of the files, or source and target.
  std::vector<std::string> columns;  ///< Of a table.
  std::string documents;             ///< Folder of what an XCES alignment names.
};

/// A reader with the files that it reads.
struct UnitInput {
  std::vector<std::unique_ptr<std::istream>> streams;
  std::unique_ptr<DocumentFolder> documents;  ///< That an alignment names.
  std::unique_ptr<UnitReader> reader;         ///< Goes before what it reads.
};

/// The format of files as the settings, the first one's name or its first bytes tell it.
/// Errors: UsageError when nothing does.
[[nodiscard]] UnitFormat format_of_input(std::span<const std::string> files,
                                         const UnitInputSettings& settings);

/// True when all of `files` together are one input: a Moses pair, links and their texts.
[[nodiscard]] bool belong_together(std::span<const std::string> files,
                                   const UnitInputSettings& settings);

/// `input` with a reader for its streams, which messages call `names`; the format is that
/// of the settings.
[[nodiscard]] UnitInput with_reader(UnitInput input, std::span<const std::string> names,
                                    const UnitInputSettings& settings);

/// Errors: UsageError when the format can't be told or the files don't fit it; those of the
/// reader.
[[nodiscard]] UnitInput open_units(std::span<const std::string> files,
                                   const UnitInputSettings& settings);

}  // namespace hexapla::cli
