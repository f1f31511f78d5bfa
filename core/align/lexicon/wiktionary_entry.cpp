#include "align/lexicon/wiktionary_entry.hpp"

#include "align/lexicon/without_remarks.hpp"
#include "format/json.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace hexapla {
namespace {

/// The member's text; empty when it is missing or is none.
std::string text_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>()
                                                     : std::string();
}

/// The member's objects, or none.
template <class Visit>
void for_each_object(const Json& object, const char* name, const Visit& visit) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_array()) return;
  for (const Json& element : *found)
    if (element.is_object()) visit(element);
}

/// Wiktionary tells Mandarin and Standard Arabic from their kin.
bool is_code_of(std::string_view code, const Language& language) {
  using Names = std::pair<std::string_view, std::string_view>;
  constexpr std::array others{Names{"zh", "cmn"}, Names{"ar", "arb"}};
  return code == language.primary() || std::ranges::any_of(others, [&](const Names& other) {
           return other.first == language.primary() && other.second == code;
         });
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\n.";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(blanks) + 1 - first));
}

/// The words that `text` holds, cut at any of `borders`.
std::vector<std::string> words_in(std::string_view text, std::string_view borders) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(borders), text.size());
    if (auto word = trimmed(text.substr(0, end)); !word.empty())
      words.push_back(std::move(word));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

/// A definition without `to` and articles, which are no translations.
std::string without_particle(std::string word) {
  for (const std::string_view particle : {"to ", "a ", "an ", "the "})
    if (word.starts_with(particle)) return word.substr(particle.size());
  return word;
}

/// The languages whose words are defined in English say so by their English names.
bool is_of_english_edition(const Json& entry) {
  constexpr std::array<std::string_view, 6> names{"Arabic", "Chinese", "English",
                                                  "French", "Russian", "Spanish"};
  return std::ranges::find(names, text_in(entry, "lang")) != names.end();
}

/// Gathers what one entry says.
class WiktionaryEntry {
 public:
  WiktionaryEntry(const Language& source, const Language& target)
      : source_(source), target_(target) {}

  std::vector<TranslatedWord> read(const Json& entry) {
    const std::string code = text_in(entry, "lang_code");
    const std::string word = text_in(entry, "word");
    const auto read_translations = [&](const Json& holder, const std::string& holder_name) {
      for_each_object(holder, "translations", [&](const Json& translation) {
        add(translation, holder_name + text_in(translation, "sense"));
      });
    };
    read_translations(entry, "");
    std::size_t number = 0;
    for_each_object(entry, "senses", [&](const Json& sense) {
      read_translations(sense, std::to_string(number++) + ' ');
      if (is_of_english_edition(entry)) define(code, sense);
    });
    for (auto& [sense, words] : senses_) {
      if (is_code_of(code, source_)) words.sources = {word};
      if (is_code_of(code, target_)) words.targets = {word};
      pair(words);
    }
    if (is_code_of(code, source_)) pair({{word}, definitions_});
    if (is_code_of(code, target_)) pair({definitions_, {word}});
    return std::move(result_);
  }

 private:
  struct Words {
    std::vector<std::string> sources;
    std::vector<std::string> targets;
  };

  static void append(std::vector<std::string>& words, std::vector<std::string> more) {
    words.insert(words.end(), more.begin(), more.end());
  }

  void add(const Json& translation, const std::string& sense) {
    std::string code = text_in(translation, "lang_code");
    if (code.empty()) code = text_in(translation, "code");
    const std::string word = text_in(translation, "word");
    // Chinese is written 詞典 /词典: in both scripts.
    if (is_code_of(code, source_))
      append(senses_[sense].sources, words_in(word, source_.spaceless() ? "/" : ""));
    if (is_code_of(code, target_))
      append(senses_[sense].targets, words_in(word, target_.spaceless() ? "/" : ""));
  }

  /// What a sense of a word of one language is called in English, if the other is that.
  void define(std::string_view code, const Json& sense) {
    const bool is_other_english =
        (is_code_of(code, source_) && target_.primary() == "en") ||
        (is_code_of(code, target_) && source_.primary() == "en");
    const auto glosses = sense.find("glosses");
    if (!is_other_english || sense.contains("form_of") || sense.contains("alt_of") ||
        glosses == sense.end() || !glosses->is_array() || glosses->empty() ||
        !glosses->back().is_string())
      return;
    constexpr std::ptrdiff_t most_blanks = 2;  // longer ones explain
    for (std::string& word :
         words_in(without_remarks(glosses->back().get<std::string>()), ",;")) {
      word = without_particle(std::move(word));
      if (std::ranges::count(word, ' ') <= most_blanks)
        definitions_.push_back(std::move(word));
    }
  }

  void pair(const Words& words) {
    for (const std::string& one : words.sources)
      for (const std::string& other : words.targets)
        result_.push_back({one, other});
  }

  const Language& source_;
  const Language& target_;
  std::map<std::string, Words> senses_;
  std::vector<std::string> definitions_;
  std::vector<TranslatedWord> result_;
};

}  // namespace

std::optional<std::vector<TranslatedWord>> wiktionary_entry(std::string_view line,
                                                            const Language& source,
                                                            const Language& target) {
  const Json entry = Json::parse(line, nullptr, false);
  if (!entry.is_object() || text_in(entry, "word").empty() ||
      text_in(entry, "lang_code").empty())
    return std::nullopt;
  return WiktionaryEntry(source, target).read(entry);
}

}  // namespace hexapla
