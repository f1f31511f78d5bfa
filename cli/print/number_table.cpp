#include "cli/print/number_table.hpp"

#include "cli/print/columns.hpp"
#include "cli/print/styles.hpp"
#include "cli/terminal.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <ostream>
#include <string_view>

namespace hexapla::cli {

void NumberTable::write(Streams& streams) const {
  std::vector<std::size_t> widths;
  for (const auto& line : lines_) {
    widths.resize(std::max(widths.size(), line.size()));
    for (std::size_t at = 0; at < line.size(); ++at)
      widths[at] = std::max(widths[at], display_width(line[at]));
  }
  for (std::size_t number = 0; number < lines_.size(); ++number) {
    const auto& line = lines_[number];
    std::string words;
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (at > 0) words += "  ";
      words += padded(line[at], widths[at], at > 0);
    }
    words.erase(words.find_last_not_of(' ') + 1);
    const bool is_head = number == 0 && streams.colour;
    write_raw(streams.out, is_head ? bold : "");
    streams.out << words;
    write_raw(streams.out, is_head ? plain : "");
    streams.out << '\n';
  }
  streams.out << '\n';
}

}  // namespace hexapla::cli
