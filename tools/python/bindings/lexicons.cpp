#include "bindings/lexicons.hpp"

#include "align/lexicon/lexicon_file.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <fstream>
#include <iterator>

namespace hexapla::python {
namespace {

namespace fs = std::filesystem;

std::optional<fs::path> lexicon_file(const fs::path& path, Language source,
                                     Language target) {
  if (!fs::is_directory(path)) return path;
  for (const auto& [first, second] :
       {std::pair(source, target), std::pair(target, source)}) {
    fs::path file = path / (std::string(first.primary()) + '-' +
                            std::string(second.primary()) + ".lexicon");
    if (fs::exists(file)) return file;
  }
  return std::nullopt;
}

}  // namespace

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (!in.good() && !in.eof())
    throw Error(Fault::unreadable, {file.string(), 0}, "there is no such file");
  return bytes;
}

WordSources Lexicons::between(Language source, Language target) {
  const std::lock_guard lock(mutex_);
  const auto [place, is_new] = read_.try_emplace({source, target});
  if (is_new)
    if (const auto file = lexicon_file(path_, source, target))
      place->second = lexicon_for(
          read_lexicon(admit_utf8(bytes_of(*file), file->string()), file->string()), source,
          target, file->string());
  WordSources sources;
  if (place->second) sources.lexicons.push_back(&*place->second);
  return sources;
}

std::vector<WordsBetween> Lexicons::among(std::span<const SegmentedDocument> texts) {
  std::vector<WordsBetween> words;
  for (std::size_t source = 0; source < texts.size(); ++source)
    for (std::size_t target = source + 1; target < texts.size(); ++target) {
      const Language from = texts[source].document.language;
      const Language to = texts[target].document.language;
      words.push_back({from, to, between(from, to)});
    }
  return words;
}

}  // namespace hexapla::python
