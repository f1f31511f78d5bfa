#include "cli/read_document.hpp"

#include "cli/files.hpp"
#include "document/read_text.hpp"
#include "text/error.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace hexapla::cli {

std::optional<Language> language_hint(const std::filesystem::path& file) {
  const std::string stem = folded(file.stem().string());
  const std::size_t border = stem.find_last_of("._- ");
  const std::string_view last =
      std::string_view(stem).substr(border == std::string::npos ? 0 : border + 1);
  const auto* const found = std::ranges::find(languages::official, last, &Language::tag);
  if (found == languages::official.end()) return std::nullopt;
  return *found;
}

ReadDocument read_document(const std::filesystem::path& file,
                           std::optional<Language> language) {
  std::string bytes = read_file(file);
  if (!language) language = language_hint(file);
  if (!language) {
    require_utf8(bytes, file.string());
    language = guess_language(bytes);
  }
  if (!language)
    throw Error(Fault::unsupported, {file.string(), 0},
                "can't tell which language this is; name it: --language zh");
  Document document = read_text(bytes, file.string(), *language);
  document.name = file.filename().string();
  return {std::move(bytes), std::move(document)};
}

}  // namespace hexapla::cli
