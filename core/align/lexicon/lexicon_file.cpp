#include "align/lexicon/lexicon_file.hpp"

#include "align/lexicon/tokens.hpp"
#include "text/error.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <tuple>

namespace hexapla {
namespace {

constexpr std::string_view format_name = "hexapla-lexicon-1";
constexpr float percent = 100;
constexpr std::size_t parts_of_header = 4;
constexpr std::size_t parts_of_translation = 3;

/// A pair as it is written.
struct Entry {
  std::string_view source;
  std::string_view target;
  int forward = 0;  ///< Percent.
  int backward = 0;
};

std::string keys_name() {
  return "keys-" + std::to_string(token_keys_version);
}

std::vector<Entry> sorted_entries(const PriorLexicon& lexicon) {
  const auto keys = lexicon.keys().keys();
  std::vector<Entry> entries;
  for (const KnownPair& pair : lexicon.pairs())
    entries.push_back({keys[pair.source], keys[pair.target],
                       static_cast<int>(std::lround(percent * pair.forward)),
                       static_cast<int>(std::lround(percent * pair.backward))});
  std::ranges::sort(entries, {},
                    [](const Entry& e) { return std::tie(e.source, e.target); });
  return entries;
}

/// Reads one file, line by line.
class Reader {
 public:
  Reader(std::string_view text, std::string_view name) : text_(text), name_(name) {}

  NamedLexicon read() {
    NamedLexicon result;
    bool has_header = false;
    while (!text_.empty()) {
      const auto end = std::min(text_.find('\n'), text_.size());
      auto line = text_.substr(0, end);
      text_.remove_prefix(std::min(end + 1, text_.size()));
      ++line_;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty() || line.starts_with('#')) continue;
      if (has_header) {
        read_entry(parts_of(line, '\t'));
      } else {
        read_header(parts_of(line, '\t'), result);
        has_header = true;
      }
    }
    if (!has_header) refuse(Fault::malformed, "holds no lexicon");
    result.lexicon = PriorLexicon(std::move(keys_), std::move(pairs_));
    return result;
  }

 private:
  using Parts = std::vector<std::string_view>;

  [[noreturn]] void refuse(Fault fault, std::string_view what) const {
    throw Error(fault, {std::string(name_), line_}, what);
  }

  void read_header(const Parts& parts, NamedLexicon& result) const {
    if (!parts.front().starts_with("hexapla-lexicon-"))
      refuse(Fault::malformed, "not a lexicon; it begins with " + std::string(format_name) +
                                   ". Lists of words are read with --dictionary");
    if (parts.front() != format_name)
      refuse(Fault::unsupported, "a lexicon of another format than " +
                                     std::string(format_name) +
                                     "; train it again with tools/train-lexicons");
    if (parts.size() != parts_of_header)
      refuse(Fault::malformed, "not format, keys and two languages with tabs between them");
    if (parts[1] != keys_name())
      refuse(Fault::unsupported, "its words are under " + std::string(parts[1]) +
                                     ", but texts are cut into " + keys_name() +
                                     "; train it again with tools/train-lexicons");
    const auto source = Language::from(parts[2]);
    const auto target = Language::from(parts[3]);
    if (!source || !target || *source == *target)
      refuse(Fault::malformed, "does not name two languages");
    result.source = *source;
    result.target = *target;
  }

  void read_entry(const Parts& parts) {
    if (parts.size() % parts_of_translation != 1 || parts.size() == 1)
      refuse(Fault::malformed,
             "not a key and its translations, each with two probabilities");
    const auto source = number_of(parts.front());
    for (std::size_t at = 1; at < parts.size(); at += parts_of_translation) {
      if (pairs_.size() == most_lexicon_pairs)
        refuse(Fault::unsupported,
               "more than " + std::to_string(most_lexicon_pairs) + " pairs");
      pairs_.push_back({source, number_of(parts[at]), probability_in(parts[at + 1]),
                        probability_in(parts[at + 2])});
    }
  }

  std::uint32_t number_of(std::string_view key) {
    if (key.empty() || key.size() > longest_lexicon_key)
      refuse(Fault::malformed, "a key is empty or longer than " +
                                   std::to_string(longest_lexicon_key) + " bytes");
    return keys_.number_of(key, TokenKind::word);
  }

  [[nodiscard]] float probability_in(std::string_view digits) const {
    unsigned value = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value > 100)
      refuse(Fault::malformed, "'" + std::string(digits) + "' is no percentage");
    return static_cast<float>(value) / percent;
  }

  std::string_view text_;
  std::string_view name_;
  std::size_t line_ = 0;
  Vocabulary keys_;
  std::vector<KnownPair> pairs_;
};

}  // namespace

std::string lexicon_text(const NamedLexicon& lexicon) {
  std::string text(format_name);
  text += '\t' + keys_name() + '\t' + std::string(lexicon.source.tag()) + '\t' +
          std::string(lexicon.target.tag());
  std::string_view source;
  for (const Entry& entry : sorted_entries(lexicon.lexicon)) {
    if (entry.forward == 0 && entry.backward == 0) continue;
    if (entry.source != source) text.append("\n").append(entry.source);
    source = entry.source;
    text.append("\t").append(entry.target);
    text += '\t' + std::to_string(entry.forward) + '\t' + std::to_string(entry.backward);
  }
  return text + '\n';
}

NamedLexicon read_lexicon(std::string_view text, std::string_view name) {
  return Reader(text, name).read();
}

PriorLexicon lexicon_for(NamedLexicon lexicon, Language source, Language target,
                         std::string_view name) {
  const auto alike = [](Language one, Language other) {
    return one.primary() == other.primary();
  };
  if (alike(lexicon.source, source) && alike(lexicon.target, target))
    return std::move(lexicon.lexicon);
  if (alike(lexicon.source, target) && alike(lexicon.target, source))
    return lexicon.lexicon.turned_round();
  throw Error(Fault::inconsistent, {std::string(name), 0},
              "pairs words of " + std::string(lexicon.source.tag()) + " and " +
                  std::string(lexicon.target.tag()) + ", but the texts are in " +
                  std::string(source.tag()) + " and " + std::string(target.tag()));
}

}  // namespace hexapla
