#include "align/aligned_unit.hpp"
#include "cli/command.hpp"
#include "cli/option_table.hpp"
#include "cli/options/works.hpp"
#include "cli/print/columns.hpp"
#include "cli/print/styles.hpp"
#include "cli/terminal.hpp"
#include "cli_data.hpp"
#include "corpus/store.hpp"
#include "workbench/review/memory_work.hpp"

#include <algorithm>
#include <charconv>
#include <iomanip>
#include <map>
#include <ostream>

namespace hexapla::cli {
namespace {

/// Some rows, from the first to the last, both included.
struct RowsWanted {
  std::size_t first = 0;
  std::size_t last = SIZE_MAX;
};

struct ShowOptions {
  std::filesystem::path corpus;
  std::optional<std::string> work;
  std::vector<Language> languages;     ///< Empty: all.
  std::optional<std::uint32_t> width;  ///< In columns.
  RowsWanted rows;
};

constexpr std::string_view gap = "  ";
constexpr std::size_t narrowest_column = 22;  // columns; narrower ones are stacked instead
constexpr std::size_t number_width = 7;       // columns: "123*+~ "
constexpr std::size_t widest = 10'000;        // columns; more is a slip
constexpr double doubtful = .5;               // confidence below which a row is marked

using Column = std::vector<std::string>;

class Table {
 public:
  Table(std::vector<Language> languages, std::size_t width, Streams& streams)
      : languages_(std::move(languages)), streams_(streams) {
    const std::size_t count = std::max<std::size_t>(languages_.size(), 1);
    const std::size_t gaps = gap.size() * (count - 1) + number_width;
    side_by_side_ = width >= gaps + narrowest_column * count;
    column_ = side_by_side_
                  ? (width - gaps) / count
                  : std::max(narrowest_column + number_width + tag_width(), width) -
                        number_width - tag_width();
  }

  void write_header() {
    if (!side_by_side_) return;
    streams_.out << std::string(number_width, ' ');
    for (std::size_t i = 0; i < languages_.size(); ++i) {
      const Language language = languages_[i];
      if (i > 0) streams_.out << gap;
      styled(bold, [&] { write_cell_line(language.tag(), language); });
    }
    streams_.out << '\n';
  }

  void write(const AlignedUnit& unit, Verdict verdict, bool edited) {
    std::map<Language, Column> columns;
    for (const Cell& cell : unit.cells)
      if (std::ranges::find(languages_, cell.language) != languages_.end())
        columns[cell.language] = wrapped(cell.text, column_);
    if (columns.empty()) return;
    const bool disputed = unit.agreement < 1;
    number_ = std::to_string(unit.number) + (disputed ? "*" : "");
    if (verdict != Verdict::none) number_ += verdict == Verdict::confirmed ? '+' : '!';
    if (edited) number_ += '~';
    number_style_ = disputed || unit.confidence < doubtful ? yellow : faint;
    if (side_by_side_) {
      write_side_by_side(columns);
    } else {
      write_stacked(columns);
    }
    streams_.out << '\n';
  }

 private:
  void write_cell_line(std::string_view line, Language language) {
    const bool isolate = streams_.out_is_terminal;
    if (isolate)
      write_raw(streams_.out,
                language.right_to_left() ? right_to_left_isolate : left_to_right_isolate);
    streams_.out << padded(line, column_, language.right_to_left());
    if (isolate) write_raw(streams_.out, pop_isolate);
  }

  template <class Write>
  void styled(std::string_view style, Write write) {
    if (streams_.colour) write_raw(streams_.out, style);
    write();
    if (streams_.colour) write_raw(streams_.out, plain);
  }

  void write_styled(std::string_view style, std::string_view text) {
    styled(style, [&] { streams_.out << text; });
  }

  void write_number(bool first_line) {
    if (first_line) {
      write_styled(number_style_, padded(number_, number_width, false));
    } else {
      streams_.out << std::string(number_width, ' ');
    }
  }

  void write_side_by_side(const std::map<Language, Column>& columns) {
    std::size_t height = 0;
    for (const auto& [language, column] : columns)
      height = std::max(height, column.size());
    for (std::size_t line = 0; line < height; ++line) {
      write_number(line == 0);
      for (std::size_t i = 0; i < languages_.size(); ++i) {
        if (i > 0) streams_.out << gap;
        const auto column = columns.find(languages_[i]);
        const bool missing = column == columns.end();
        if (missing && line == 0) {
          styled(yellow, [&] { write_cell_line("-", languages_[i]); });
        } else {
          const bool there = !missing && line < column->second.size();
          write_cell_line(there ? column->second[line] : "", languages_[i]);
        }
      }
      streams_.out << '\n';
    }
  }

  void write_stacked(const std::map<Language, Column>& columns) {
    bool first_line = true;
    for (const Language language : languages_) {
      const auto column = columns.find(language);
      const Column missing{"-"};
      bool first_of_language = true;
      for (const std::string& line : column == columns.end() ? missing : column->second) {
        write_number(first_line);
        const std::string tag(first_of_language ? language.tag() : "");
        write_styled(bold, padded(tag, tag_width(), false));
        write_cell_line(line, language);
        streams_.out << '\n';
        first_line = first_of_language = false;
      }
    }
  }

  /// Columns of the longest tag and a space.
  [[nodiscard]] std::size_t tag_width() const {
    std::size_t width = 4;
    for (const Language language : languages_)
      width = std::max(width, language.tag().size() + 1);
    return width;
  }

  std::vector<Language> languages_;
  Streams& streams_;
  bool side_by_side_ = true;
  std::size_t column_ = 0;
  std::string number_;
  std::string_view number_style_;
};

std::vector<Language> shown_languages(const Multitext& multitext,
                                      const std::vector<Language>& wanted) {
  std::vector<Language> there;
  for (const SegmentedDocument& version : multitext.documents)
    there.push_back(version.document.language);
  if (wanted.empty()) return there;
  for (const Language language : wanted)
    if (std::ranges::find(there, language) == there.end())
      throw UsageError("the corpus has nothing in " + std::string(language.tag()));
  return wanted;
}

/// 40-60, or 40.
RowsWanted wanted_rows(const std::string& rows) {
  const std::size_t hyphen = std::min(rows.find('-'), rows.size());
  const auto number = [&](std::string_view digits) {
    std::size_t value = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size())
      throw UsageError("--rows needs the first and the last, as in 40-60");
    return value;
  };
  const std::string_view words = rows;
  const std::size_t first = number(words.substr(0, hyphen));
  const std::size_t last = hyphen == rows.size() ? first : number(words.substr(hyphen + 1));
  if (first > last) throw UsageError("--rows: the last comes before the first");
  return {first, last};
}

void bind_options(OptionTable& table, ShowOptions& given) {
  table.only_file("corpus file", given.corpus);
  table.file_words({});
  table.value("work", given.work);
  table.value("languages", given.languages);
  table.positive("width", given.width);
  table.value("rows", given.rows, wanted_rows);
}

DecidedWork shown_work(const Store& store, const WorkInfo& info) {
  return info.kind == WorkKind::documents ? store.decided_work(info.id)
                                          : memory_as_work(store, info.id);
}

bool was_edited(const DecidedWork& work, std::size_t row) {
  const auto& runs = work.multitext.rows[row].runs;
  return std::ranges::any_of(work.edited, [&](const auto& place) {
    const auto& [document, segment] = place;
    return runs[document].first <= segment && segment < runs[document].last;
  });
}

Exit run_show(std::span<const std::string_view> words, Streams streams) {
  const auto given = options_in<ShowOptions>(words);
  const std::size_t width = given.width.value_or(streams.columns);
  if (width > widest) throw UsageError("--width is at most " + std::to_string(widest));
  const Store store = Store::open(given.corpus);
  const DecidedWork work = shown_work(store, any_work(given.work, store));
  const std::size_t count = work.multitext.rows.size();
  if (given.rows.first > 0 && given.rows.first >= count)
    throw UsageError("there is no row " + std::to_string(given.rows.first) +
                     "; there are " + std::to_string(count) + ", from 0 on");
  Table table(shown_languages(work.multitext, given.languages), width, streams);
  table.write_header();
  const std::vector<AlignedUnit> units = units_of_rows(work.multitext);
  for (std::size_t row = given.rows.first; row < count && row <= given.rows.last; ++row)
    table.write(units[row], work.verdicts[row], was_edited(work, row));
  return Exit::done;
}

}  // namespace

const Command show_command{"show", "Show the versions side by side", embedded::show_txt,
                           run_show};

}  // namespace hexapla::cli
