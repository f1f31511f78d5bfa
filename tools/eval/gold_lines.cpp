#include "gold_lines.hpp"

#include "text/error.hpp"
#include "text/utf8.hpp"
#include "tools/shared/lines.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

namespace hexapla::eval {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(const fs::path& file) {
  std::vector<std::string> lines = lines_of_file(file.string());
  for (std::string& line : lines)
    line = trimmed(line, {0, line.size()}).of(line);
  return lines;
}

void append(GoldText& document, std::string_view line, Language language) {
  if (line.empty()) return;
  if (!document.text.empty()) {
    document.borders.push_back(document.text.size());
    if (!language.spaceless()) document.text += ' ';
  }
  document.text += line;
}

/// `documents` names the document of each line; empty when all are of one.
GoldSet joined(const fs::path& file, Language language,
               const std::vector<std::string>& documents) {
  const std::vector<std::string> lines = lines_of(file);
  if (!documents.empty() && documents.size() != lines.size())
    throw Error(Fault::malformed, {file.string(), 0},
                "has another number of lines than ids.txt");
  GoldSet set{language, lines.size(), {}};
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string document = documents.empty() ? "" : documents[i];
    const auto [place, fresh] = places.emplace(document, set.texts.size());
    if (fresh) set.texts.emplace_back();
    append(set.texts[place->second], lines[i], language);
  }
  return set;
}

std::vector<std::string> documents_in(const fs::path& folder) {
  if (!fs::exists(folder / "ids.txt")) return {};
  std::vector<std::string> documents = lines_of(folder / "ids.txt");
  for (std::string& id : documents) {
    const std::size_t colon = id.find(':');
    id.resize(colon == std::string::npos ? 0 : colon);
  }
  return documents;
}

}  // namespace

std::vector<GoldSet> read_gold(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<GoldSet> sets;
  for (const Language language : languages::official) {
    const fs::path parallel = folder / (std::string(language.tag()) + ".txt");
    if (fs::exists(parallel))
      sets.push_back(joined(parallel, language, documents_in(folder)));
    GoldSet single{language, 0, {}};
    for (const fs::path& file : files) {
      if (file.extension() != "." + std::string(language.tag())) continue;
      const GoldSet one = joined(file, language, {});
      single.lines += one.lines;
      single.texts.insert(single.texts.end(), one.texts.begin(), one.texts.end());
    }
    if (!single.texts.empty()) sets.push_back(std::move(single));
  }
  return sets;
}

}  // namespace hexapla::eval
