#include "cli/run.hpp"
#include "exchange/lines/line_writers.hpp"
#include "exchange/made_units.hpp"
#include "exchange/unit_state.hpp"

#include <map>
#include <regex>
#include <set>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

// Whatever the way between two formats: no cell is made up, none is emptied, and what is
// left out is counted.
namespace hexapla::cli::cross_format_test {
namespace {

/// A format that is read and written.
struct Form {
  std::string to;    ///< Its name when it is written.
  std::string from;  ///< And when it is read.
  bool tells_languages = true;
  std::vector<std::string> sides =
      {};  ///< What its further files add to a name, `%` a language.
};

const std::vector<Form> forms{{"tmx", "tmx"},
                              {"xliff", "xliff"},
                              {"xliff2", "xliff"},
                              {"po", "po", false},
                              {"tsv", "tsv"},
                              {"csv", "csv"},
                              {"xlsx", "xlsx"},
                              {"jsonl", "jsonl"},
                              {"translation", "jsonl"},
                              {"moses", "moses", false, {".1", ".2"}},
                              {"xces", "xces", false},
                              {"hunalign", "hunalign", false},
                              {"links", "links", false, {"", ".1", ".2"}},
                              {"trados", "trados"},
                              {"wordfast", "wordfast"},
                              {"tbx", "tbx"},
                              {"utx", "utx"},
                              {"multiterm", "multiterm"}};

using Pair = std::array<std::string, 2>;  ///< Tags of source and target.

std::string listed(const Pair& pair) {
  return pair[0] + "," + pair[1];
}

/// The files of a format, and how they are read.
std::vector<std::string> words_to_read(const Form& form, const std::string& file,
                                       const Pair& pair) {
  std::vector<std::string> words{"convert"};
  if (form.sides.empty()) words.push_back(file);
  for (std::string side : form.sides) {
    if (side.ends_with('1')) side = "." + pair[0];
    if (side.ends_with('2')) side = "." + pair[1];
    words.push_back(file + side);
  }
  return words;
}

void add_source(std::vector<std::string>& words, const Form& form, const Pair& pair) {
  words.insert(words.end(), {"--from", form.from});
  if (!form.tells_languages) words.insert(words.end(), {"--languages", listed(pair)});
}

/// Units of 1 to 4 variants whose texts say where they belong: `u7.zh-TW.0x`.
std::vector<TranslationUnit> made_units(unsigned seed) {
  UnitMaker maker(seed, {{"bpt", "ept", "ph"}, {"hi"}, {"&lt;b&gt;", "{1} &amp; 停"}});
  const std::vector<std::string> tags{"en",      "fr",    "en-GB", "fr-CA",
                                      "zh-Hans", "zh-TW", "es",    "fr"};
  const std::vector<UnitState> states{UnitState::unknown, UnitState::draft,
                                      UnitState::translated, UnitState::reviewed,
                                      UnitState::final};
  std::vector<TranslationUnit> units;
  for (std::size_t number = 0; number < 30; ++number) {
    TranslationUnit unit;
    if (maker.below(2) == 0) unit.id = "id" + std::to_string(number);
    const std::size_t first = maker.below(2) == 0 ? 0 : maker.below(tags.size());
    std::map<std::string, int> used;
    for (std::size_t count = 1 + maker.below(4), at = first; count > 0;
         --count, at += 1 + maker.below(3)) {
      const std::string& tag = tags.at(at % tags.size());
      Variant variant;
      variant.language = Language(tag);
      maker.fill(variant);
      const std::string mark = "u" + std::to_string(number) + "." + tag + "." +
                               std::to_string(used[tag]++) + "x";
      variant.text += " " + mark;
      unit.variants.push_back(std::move(variant));
    }
    std::ranges::stable_sort(unit.variants, {}, &Variant::language);
    unit.state = states.at(maker.below(states.size()));
    units.push_back(std::move(unit));
  }
  return units;
}

std::string jsonl_of(const std::vector<TranslationUnit>& units) {
  std::ostringstream out;
  const auto writer = jsonl_writer(out);
  for (const TranslationUnit& unit : units)
    writer->add(unit);
  (void)writer->finish();
  return out.str();
}

/// A cell of a file: which text of which unit is in it.
struct FoundCell {
  std::size_t unit = 0;
  std::string tag;  ///< The language that the text was made in.
  int which = 0;
  std::string language;  ///< Where it is now.
};

std::string one_spaced(const std::string& text) {
  static const std::regex spaces("\\s+");
  return std::regex_replace(text, spaces, " ");
}

class Cells {
 public:
  explicit Cells(const std::vector<TranslationUnit>& units) {
    for (std::size_t number = 0; number < units.size(); ++number)
      for (const Variant& variant : units[number].variants)
        texts_[mark_in(variant.text)] = one_spaced(variant.text);
  }

  /// Rows of a file of JSON lines, by their units; whatever was made up fails.
  std::map<std::size_t, std::vector<FoundCell>> read(const std::string& jsonl) const {
    std::map<std::size_t, std::vector<FoundCell>> rows;
    std::istringstream lines(jsonl);
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      std::vector<FoundCell> row;
      const auto object = nlohmann::json::parse(line);
      for (const auto& [tag, cell] : object["cells"].items())
        for (const auto& one : cell.is_array() ? cell : nlohmann::json::array({cell}))
          row.push_back(found(tag, one["text"].get<std::string>()));
      REQUIRE_FALSE(row.empty());
      for (const FoundCell& cell : row)
        CHECK(cell.unit == row.front().unit);             // no text of another unit
      CHECK(rows.emplace(row.front().unit, row).second);  // none twice
    }
    return rows;
  }

 private:
  static std::string mark_in(const std::string& text) {
    static const std::regex mark("u\\d+\\.[A-Za-z-]+\\.\\dx");
    std::smatch match;
    REQUIRE(std::regex_search(text, match, mark));
    return match.str();
  }

  FoundCell found(const std::string& language, const std::string& text) const {
    CAPTURE(language, text);
    const std::string mark = mark_in(text);
    const std::size_t point = mark.find('.');
    const std::size_t last = mark.rfind('.');
    FoundCell cell{std::stoul(mark.substr(1, point - 1)),
                   mark.substr(point + 1, last - point - 1), mark[last + 1] - '0',
                   language};
    CHECK(answers(Language(cell.tag), Language(language)));  // of no sibling
    const std::string whole = one_spaced(text);
    // Formats of lines and terms have no white space at the ends.
    CHECK(texts_.at(mark).find(whole.substr(whole.find_first_not_of(' '))) !=
          std::string::npos);
    CHECK(texts_.at(mark).size() <= whole.size() + 1);
    return cell;
  }

  std::map<std::string, std::string> texts_;
};

/// What a conversion said that it left out.
std::size_t left_out(const std::string& report) {
  const auto object = nlohmann::json::parse(report.substr(report.rfind("{\"written\"")));
  std::size_t units = object["skipped"].get<std::size_t>();
  for (const auto& [reason, count] : object["dropped"].items())
    units += count.get<std::size_t>();
  return units;
}

struct Step {
  std::map<std::size_t, std::vector<FoundCell>> rows;
  std::size_t left_out = 0;
};

/// Converts, and reads what came out.
Step convert(std::vector<std::string> words, const Form& to, const std::string& file,
             const Pair& pair, const Cells& cells, const Folder& folder) {
  words.insert(words.end(), {file, "--to", to.to, "--report", "json"});
  const Outcome outcome = run(words);
  CAPTURE(words, outcome.err);
  REQUIRE(outcome.exit == Exit::done);
  std::vector<std::string> again = words_to_read(to, file, pair);
  again.push_back(folder.path("read.jsonl"));
  add_source(again, to, pair);
  const Outcome read = run(again);
  CAPTURE(again, read.err);
  REQUIRE(read.exit == Exit::done);
  return {cells.read(folder.read("read.jsonl")), left_out(outcome.err)};
}

/// Every unit that has both languages and was not left out has the texts that were asked
/// for.
void check_whole(const std::vector<TranslationUnit>& units, const Pair& pair,
                 const Step& step) {
  const std::array asked{Language(pair[0]), Language(pair[1])};
  CHECK(step.rows.size() + step.left_out == units.size());
  for (const auto& [number, row] : step.rows) {
    CAPTURE(number);
    const auto sides = variants_in(units.at(number), asked);
    for (const Variant* const side : sides) {
      REQUIRE(side != nullptr);
      const bool is_there = std::ranges::any_of(row, [&](const FoundCell& cell) {
        return cell.tag == side->language.tag() && cell.which == 0;
      });
      CHECK(is_there);
    }
  }
}

}  // namespace

TEST_CASE("no way between two formats makes up a cell or empties one", "[cli][property]") {
  const Folder folder;
  const std::vector<TranslationUnit> units = made_units(1);
  const Pair pair = {"en", "fr"};
  const Cells cells(units);
  const std::string base = folder.write("base.jsonl", jsonl_of(units));
  for (const Form& first : forms) {
    CAPTURE(first.to);
    const std::string file = folder.path("first." + first.to);
    const Step one = convert({"convert", base, "--languages", listed(pair)}, first, file,
                             pair, cells, folder);
    check_whole(units, pair, one);
    for (const Form& second : forms) {
      CAPTURE(second.to);
      std::vector<std::string> words = words_to_read(first, file, pair);
      add_source(words, first, pair);
      if (first.tells_languages) words.insert(words.end(), {"--languages", listed(pair)});
      const Step two =
          convert(words, second, folder.path("second." + second.to), pair, cells, folder);
      CHECK(two.rows.size() + two.left_out == one.rows.size());
      for (const auto& [number, row] : two.rows)
        for (const FoundCell& cell : one.rows.at(number))
          if (cell.which == 0 && (cell.language == pair[0] || cell.language == pair[1]))
            CHECK(std::ranges::any_of(row, [&](const FoundCell& there) {
              return there.tag == cell.tag && there.which == 0;
            }));
    }
  }
}

TEST_CASE("a form of a language that is asked for is filled by no sibling",
          "[cli][property]") {
  const Folder folder;
  const std::vector<TranslationUnit> units = made_units(3);
  const Pair pair = GENERATE(Pair{"zh-TW", "en"}, Pair{"zh", "fr"}, Pair{"en-GB", "fr-CA"},
                             Pair{"fr", "en"});
  const Cells cells(units);
  const std::string base = folder.write("base.jsonl", jsonl_of(units));
  for (const Form& form : forms) {
    CAPTURE(form.to, pair[0], pair[1]);
    check_whole(units, pair,
                convert({"convert", base, "--languages", listed(pair)}, form,
                        folder.path("there." + form.to), pair, cells, folder));
  }
}

TEST_CASE("plural forms of a PO are rows of their own in every format", "[cli][property]") {
  const Folder folder;
  const std::string po = folder.write(
      "a.po",
      "msgid \"\"\nmsgstr \"\"\n\"Language: ru\\n\"\n\"Content-Type: text/plain; "
      "charset=UTF-8\\n\"\n\"Plural-Forms: nplurals=3; plural=0;\\n\"\n\n"
      "msgid \"%d vote\"\nmsgid_plural \"%d votes\"\nmsgstr[0] \"%d голос\"\n"
      "msgstr[1] \"%d голоса\"\nmsgstr[2] \"%d голосов\"\n\n"
      "#, fuzzy\nmsgid \"Council\"\nmsgstr \"Сове\"\n\nmsgid \"Charter\"\nmsgstr \"\"\n");
  for (const Form& form : forms) {
    CAPTURE(form.to);
    const std::string file = folder.path("there." + form.to);
    const Outcome outcome = run({"convert", po, file, "--to", form.to, "--languages",
                                 "en,ru", "--min-state", "translated"});
    CAPTURE(outcome.err);
    REQUIRE(outcome.exit == Exit::done);
    std::vector<std::string> again = words_to_read(form, file, {"en", "ru"});
    again.push_back(folder.path("read.jsonl"));
    add_source(again, form, {"en", "ru"});
    REQUIRE(run(again).exit == Exit::done);
    std::set<std::string> pairs;
    std::istringstream lines(folder.read("read.jsonl"));
    for (std::string line; std::getline(lines, line);) {
      const auto cells = nlohmann::json::parse(line)["cells"];
      if (cells.contains("ru"))
        pairs.insert(cells["en"]["text"].get<std::string>() + " = " +
                     cells["ru"]["text"].get<std::string>());
    }
    CHECK(pairs == std::set<std::string>{"%d vote = %d голос", "%d votes = %d голоса",
                                         "%d votes = %d голосов"});
  }
}

}  // namespace hexapla::cli::cross_format_test
