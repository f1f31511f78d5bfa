#include "collection/file_name.hpp"

#include "collection_data.hpp"
#include "text/code_point.hpp"
#include "text/error.hpp"
#include "text/fold.hpp"
#include "text/symbol.hpp"
#include "text/table.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace hexapla {
namespace {

/// languages_in_names.tsv, ready to be asked.
struct NameWords {
  std::map<std::string, Language, std::less<>> words;
  std::map<std::string, Language, std::less<>> letters;
  std::set<std::string, std::less<>> regions;
  std::set<std::string, std::less<>> extensions;

  NameWords() {
    for (const auto& row : rows_of_table(embedded::languages_in_names_tsv))
      for (const std::string_view word : parts_of(row[2], ' ')) {
        if (row[0] == "word") words.emplace(folded(word), Language(row[1]));
        if (row[0] == "letter") letters.emplace(word, Language(row[1]));
        if (row[0] == "region") regions.emplace(word);
        if (row[0] == "extension") extensions.emplace(word);
      }
  }
};

const NameWords& name_words() {
  static const NameWords words;
  return words;
}

/// A run of letters, or of figures, of a name.
struct NamePart {
  ByteRange range;
  std::string folded_text;
};

bool belongs_to_part(char32_t code_point) {
  return is_letter(code_point) || is_digit(code_point);
}

/// What is between "_", "-", ".", spaces and brackets.
std::vector<NamePart> parts_of_name(std::string_view name) {
  std::vector<NamePart> parts;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    while (at < name.size() && belongs_to_part(code_point_at(name, at)))
      (void)next_code_point(name, at);
    if (at > begin) parts.push_back({{begin, at}, folded(name.substr(begin, at - begin))});
    if (at < name.size()) (void)next_code_point(name, at);
  }
  return parts;
}

/// Without the ending that says what kind of file it is.
std::string_view without_extension(std::string_view name) {
  const std::size_t point = name.rfind('.');
  if (point == std::string_view::npos || point == 0) return name;
  const bool known = name_words().extensions.contains(folded(name.substr(point + 1)));
  return known ? name.substr(0, point) : name;
}

/// What is left of a name, and what it says of its language.
struct Stripped {
  std::string rest;
  std::optional<Language> language;
  NameHint hint = NameHint::none;
};

/// `name` without the bytes of `range` and the marks that set it off.
std::string without(std::string_view name, ByteRange range) {
  constexpr std::string_view marks = "._- ()[]";
  std::string before(name.substr(0, range.begin));
  std::string after(name.substr(range.end));
  while (!before.empty() && marks.find(before.back()) != std::string_view::npos)
    before.pop_back();
  while (!after.empty() && marks.find(after.front()) != std::string_view::npos)
    after.erase(0, 1);
  if (!before.empty() && !after.empty()) before += '_';
  return before + after;
}

/// zh_CN, es-419: a language and a region at the end.
std::optional<Stripped> with_region(std::string_view name,
                                    const std::vector<NamePart>& parts) {
  if (parts.size() < 2 || !name_words().regions.contains(parts.back().folded_text))
    return std::nullopt;
  const NamePart& before = parts[parts.size() - 2];
  const auto language = language_of_word(before.folded_text);
  constexpr std::size_t letters_of_a_tag = 2;
  if (!language || before.folded_text.size() != letters_of_a_tag) return std::nullopt;
  return Stripped{without(name, {before.range.begin, parts.back().range.end}), language,
                  NameHint::word};
}

/// A_75_574-E, 2034567F.
Stripped with_letter(std::string_view name, const std::vector<NamePart>& parts) {
  const NamePart& last = parts.back();
  const auto found = name_words().letters.find(
      last.folded_text.substr(last.folded_text.empty() ? 0 : last.folded_text.size() - 1));
  if (found == name_words().letters.end()) return {std::string(name), {}, {}};
  const std::string_view before =
      std::string_view(last.folded_text).substr(0, last.folded_text.size() - 1);
  const bool alone = before.empty() && parts.size() > 1;
  const std::size_t figures = before.find_last_not_of("0123456789");
  const bool after_figures =
      !before.empty() && (figures == std::string_view::npos || figures + 1 < before.size());
  if (!alone && !after_figures) return {std::string(name), {}, {}};
  return {without(name, {last.range.end - 1, last.range.end}), found->second,
          NameHint::letter};
}

Stripped stripped_of_language(std::string_view name) {
  const std::vector<NamePart> parts = parts_of_name(name);
  if (parts.empty()) return {std::string(name), {}, {}};
  if (auto found = with_region(name, parts)) return *found;
  if (const auto language = language_of_word(parts.back().folded_text))
    return {without(name, parts.back().range), language, NameHint::word};
  if (const auto language = language_of_word(parts.front().folded_text);
      language && parts.size() > 1)
    return {without(name, parts.front().range), language, NameHint::word};
  return with_letter(name, parts);
}

/// The symbol that a name writes with "_" or "-" for the slashes; empty for none.
std::string symbol_in(std::string_view name) {
  for (const std::string_view marks : {"_", "_-"}) {
    std::string written(name);
    for (char& byte : written)
      if (marks.find(byte) != std::string_view::npos) byte = '/';
    const auto symbols = symbols_in(written);
    if (symbols.size() == 1 && symbols[0].size() == written.size()) return written;
  }
  return "";
}

}  // namespace

std::optional<Language> language_of_word(std::string_view word) {
  const auto found = name_words().words.find(folded(word));
  if (found == name_words().words.end()) return std::nullopt;
  return found->second;
}

std::string name_key(std::string_view words) {
  std::string key;
  enum class Run : std::uint8_t { none, letters, figures } run = Run::none;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    const char32_t code_point = next_code_point(words, at);
    const Run next = is_digit(code_point)    ? Run::figures
                     : is_letter(code_point) ? Run::letters
                                             : Run::none;
    if (next != Run::none && next != run && !key.empty() && key.back() != '_') key += '_';
    if (next != Run::none) key += words.substr(begin, at - begin);
    run = next;
  }
  return folded(key);
}

FileName read_file_name(std::string_view path) {
  FileName read;
  const std::vector<std::string_view> folders = parts_of(path, '/');
  std::string key;
  for (std::size_t i = 0; i + 1 < folders.size(); ++i) {
    if (const auto language = language_of_word(folders[i])) {
      read.language = language;
      read.hint = NameHint::word;
      continue;
    }
    read.work += std::string(folders[i]) + '/';
    key += name_key(folders[i]) + '/';
  }
  Stripped name = stripped_of_language(without_extension(folders.back()));
  // A folder speaks of all files in it, a letter at the end of a name perhaps of none.
  if (read.hint == NameHint::word && name.hint == NameHint::letter)
    name = {std::string(without_extension(folders.back())), {}, {}};
  if (name.language) {
    read.language = name.language;
    read.hint = name.hint;
  }
  read.symbol = symbol_in(name.rest);
  read.work += name.rest;
  read.key = key + name_key(name.rest);
  if (read.work.ends_with('/')) read.work.pop_back();
  return read;
}

NameTemplate::NameTemplate(std::string pattern) : pattern_(std::move(pattern)) {
  for (const std::string_view part : {"{work}", "{language}"})
    if (pattern_.find(part) == std::string::npos)
      throw Error(Fault::malformed, {pattern_, 0},
                  "a template of names needs " + std::string(part) +
                      ", as in {work}_{language}.txt");
}

namespace {

/// Fits `path` to `pattern` from their beginnings, the shortest way first.
bool fits(std::string_view pattern, std::string_view path, std::string& work,
          std::string& language) {
  constexpr std::string_view of_work = "{work}";
  constexpr std::string_view of_language = "{language}";
  while (!pattern.empty()) {
    const bool is_work = pattern.starts_with(of_work);
    const bool is_language = pattern.starts_with(of_language);
    if (is_work || is_language || pattern.front() == '*') {
      const std::string_view rest = pattern.substr(is_work       ? of_work.size()
                                                   : is_language ? of_language.size()
                                                                 : 1);
      for (std::size_t size = pattern.front() == '*' ? 0 : 1; size <= path.size(); ++size) {
        const std::string_view taken = path.substr(0, size);
        if (!is_work && taken.find('/') != std::string_view::npos) return false;
        std::string more_work = is_work ? work + std::string(taken) : work;
        std::string its_language = is_language ? std::string(taken) : language;
        if (!fits(rest, path.substr(size), more_work, its_language)) continue;
        work = std::move(more_work);
        language = std::move(its_language);
        return true;
      }
      return false;
    }
    if (path.empty() || path.front() != pattern.front()) return false;
    pattern.remove_prefix(1);
    path.remove_prefix(1);
  }
  return path.empty();
}

}  // namespace

std::optional<FileName> NameTemplate::read(std::string_view path) const {
  FileName read;
  std::string language;
  if (!fits(pattern_, path, read.work, language)) return std::nullopt;
  read.language = language_of_word(language);
  if (!read.language) read.language = Language::from(language);
  if (!read.language) return std::nullopt;
  read.hint = NameHint::word;
  read.key = name_key(read.work);
  read.symbol = symbol_in(read.work);
  return read;
}

}  // namespace hexapla
