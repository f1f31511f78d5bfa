#include "term/csv_rows.hpp"

#include "text/error.hpp"

#include <algorithm>

namespace hexapla {
namespace {

/// Cuts RFC 4180 text, whose line ends are "\n", into rows.
class CsvReader final : public RowSource {
 public:
  CsvReader(std::string_view text, std::string_view name, char separator)
      : text_(text), name_(name), separator_(separator), borders_{separator, '\n'} {}

  bool next(TableRow& row) override {
    while (at_ < text_.size() && text_[at_] == '\n')
      step();
    if (at_ >= text_.size()) return false;
    row.fields.clear();
    row.line = line_;
    for (;;) {
      row.fields.push_back(field());
      if (at_ >= text_.size()) return true;
      const char border = text_[at_];
      step();
      if (border == '\n') return true;
    }
  }

 private:
  [[noreturn]] void refuse(std::size_t line, std::string_view what) const {
    throw Error(Fault::malformed, {std::string(name_), line}, what);
  }

  void step() {
    if (text_[at_++] == '\n') ++line_;
  }

  std::string field() {
    if (at_ < text_.size() && text_[at_] == '"') return quoted();
    const std::size_t end = std::min(text_.find_first_of(borders_, at_), text_.size());
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
          refuse(line_,
                 "text stands behind a closing quotation mark; double the quotation marks "
                 "inside a field");
        return value;
      }
    }
    refuse(opened, "the quotation mark of a field is never closed");
  }

  std::string_view text_;
  std::string_view name_;
  char separator_;
  std::string borders_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

char separator_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  for (const char separator : {'\t', ';'})
    if (header.find(separator) != std::string_view::npos) return separator;
  return ',';
}

}  // namespace

std::unique_ptr<RowSource> csv_rows(std::string_view text, std::string_view name) {
  return std::make_unique<CsvReader>(text, name, separator_of(text));
}

}  // namespace hexapla
