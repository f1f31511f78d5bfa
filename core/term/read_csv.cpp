#include "term/read_csv.hpp"

#include "term/termbase_builder.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <vector>

namespace hexapla {
namespace {

struct CsvRow {
  std::vector<std::string> fields;
  std::size_t line = 0;  ///< Of its first character, 1-based.
};

/// Cuts RFC 4180 text, whose line ends are "\n", into rows.
class CsvReader {
 public:
  CsvReader(std::string_view text, char separator, const TermbaseBuilder& builder)
      : text_(text), separator_(separator), builder_(builder) {}

  /// False at the end; rows that are blank are passed over.
  bool next(CsvRow& row) {
    while (at_ < text_.size() && text_[at_] == '\n')
      step();
    if (at_ >= text_.size()) return false;
    row = {{}, line_};
    for (;;) {
      row.fields.push_back(field());
      if (at_ >= text_.size()) return true;
      const char border = text_[at_];
      step();
      if (border == '\n') return true;
    }
  }

 private:
  void step() {
    if (text_[at_++] == '\n') ++line_;
  }

  std::string field() {
    if (at_ < text_.size() && text_[at_] == '"') return quoted();
    const std::size_t end =
        std::min(text_.find_first_of(std::string{separator_, '\n'}, at_), text_.size());
    std::string value(text_.substr(at_, end - at_));
    at_ = end;
    return value;
  }

  std::string quoted() {
    const std::size_t opened = line_;
    std::string value;
    for (step(); at_ < text_.size(); step()) {
      if (text_[at_] != '"') {
        value.push_back(text_[at_]);
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        value.push_back('"');
        step();
      } else {
        step();
        if (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n')
          builder_.refuse(line_,
                          "text stands behind a closing quotation mark; double the "
                          "quotation marks inside a field");
        return value;
      }
    }
    builder_.refuse(opened, "the quotation mark of a field is never closed");
  }

  std::string_view text_;
  char separator_;
  const TermbaseBuilder& builder_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

enum Column : std::size_t {
  concept_id,
  subject,
  language,
  term,
  status,
  part_of_speech,
  source,
  note,
  column_count
};
constexpr std::array<std::string_view, column_count> column_names{
    "concept", "subject", "language", "term", "status", "part_of_speech", "source", "note"};
constexpr std::size_t absent = std::numeric_limits<std::size_t>::max();

/// Where each column of ours stands in the file.
using Columns = std::array<std::size_t, column_count>;

Columns columns_from(const CsvRow& header, const TermbaseBuilder& builder) {
  Columns columns{};
  columns.fill(absent);
  for (std::size_t place = 0; place < header.fields.size(); ++place) {
    const auto* const known = std::ranges::find(column_names, tidied(header.fields[place]));
    if (known == column_names.end()) continue;
    auto& column = columns.at(static_cast<std::size_t>(known - column_names.begin()));
    if (column != absent)
      builder.refuse(header.line, "the column " + std::string(*known) + " is named twice");
    column = place;
  }
  for (const Column needed : {concept_id, language, term})
    if (columns.at(needed) == absent)
      builder.refuse(header.line, "the first row names no column “" +
                                      std::string(column_names.at(needed)) + "”");
  return columns;
}

char separator_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  for (const char separator : {'\t', ';'})
    if (header.find(separator) != std::string_view::npos) return separator;
  return ',';
}

std::string field_of(const CsvRow& row, const Columns& columns, Column column) {
  const std::size_t place = columns.at(column);
  return place == absent ? std::string() : tidied(row.fields[place]);
}

Term term_from(const CsvRow& row, const Columns& columns, const TermbaseBuilder& builder) {
  Term result;
  result.language = builder.language_from(field_of(row, columns, language), row.line);
  result.text = field_of(row, columns, term);
  result.status = builder.status_from(field_of(row, columns, status), row.line);
  result.part_of_speech = field_of(row, columns, part_of_speech);
  result.source = field_of(row, columns, source);
  result.note = field_of(row, columns, note);
  return result;
}

}  // namespace

Termbase read_csv_termbase(std::string_view bytes, std::string_view name) {
  TermbaseBuilder builder(name);
  const std::string text = admit_utf8(bytes, name);
  CsvReader reader(text, separator_of(text), builder);
  CsvRow row;
  if (!reader.next(row))
    builder.refuse(1, "this termbase is empty; its first row has to name the columns");
  const std::size_t width = row.fields.size();
  const Columns columns = columns_from(row, builder);
  std::string open;  // the concept whose rows are being read
  while (reader.next(row)) {
    if (row.fields.size() != width)
      builder.refuse(row.line, "this row has " + std::to_string(row.fields.size()) +
                                   " fields, the first one " + std::to_string(width));
    const std::string id = field_of(row, columns, concept_id);
    if (id.empty()) builder.refuse(row.line, "this row names no concept");
    if (id != open) builder.begin_concept(id, row.line);
    open = id;
    if (std::string named = field_of(row, columns, subject); !named.empty())
      builder.current().subject = std::move(named);
    builder.add_term(term_from(row, columns, builder), row.line);
  }
  return builder.finish();
}

}  // namespace hexapla
