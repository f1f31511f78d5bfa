#pragma once

#include "cli/units/input.hpp"

#include <filesystem>

namespace hexapla::cli {

/// Reads the files of a ZIP archive as it is: two texts or more whose lines go together
/// (`Books.en-fr.en` and `Books.en-fr.fr`, as OPUS packs them), an alignment with its
/// documents, or the one file of a format that its name tells.
/// Errors: UsageError when the archive holds nothing of the kind, or several.
[[nodiscard]] UnitInput open_zip(const std::filesystem::path& file,
                                 const UnitInputSettings& settings);

}  // namespace hexapla::cli
