#include "term/termbase.hpp"

#include "term/read_csv.hpp"
#include "term/read_tbx.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace hexapla {

Termbase read_termbase(std::string_view bytes, std::string_view name) {
  std::string_view start = bytes;
  if (start.starts_with(byte_order_mark)) start.remove_prefix(byte_order_mark.size());
  start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
  // XML in UTF-16 starts with a mark of its own; no CSV of ours does.
  const bool xml = start.starts_with('<') || start.starts_with("\xFF\xFE") ||
                   start.starts_with("\xFE\xFF");
  return xml ? read_tbx(bytes, name) : read_csv_termbase(bytes, name);
}

}  // namespace hexapla
