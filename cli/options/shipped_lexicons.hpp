#pragma once

#include <filesystem>
#include <optional>

namespace hexapla::cli {

/// The folder of the lexicons that came with the program: `share/hexapla/lexicons` where it
/// is installed, `corpora/lexicons` of the source tree that it was built in; nothing when
/// they aren't there.
[[nodiscard]] std::optional<std::filesystem::path> shipped_lexicons();

/// The same for a program in `folder`.
[[nodiscard]] std::optional<std::filesystem::path> lexicons_beside(
    const std::filesystem::path& folder);

}  // namespace hexapla::cli
