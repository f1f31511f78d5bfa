#pragma once

// Private to core/exchange/.

#include "exchange/text_memory/memory_text.hpp"
#include "exchange/unit_reader.hpp"
#include "format/line_reader.hpp"

#include <string_view>
#include <utility>

namespace hexapla {

/// Reads an old memory line by line, whatever its text is in.
class TextMemoryReader : public UnitReader {
 protected:
  TextMemoryReader(MemoryText text, std::string_view name, std::string_view format)
      : text_(std::move(text)), lines_(*text_.utf8, name) {
    header_.format = format;
  }

  // NOLINTBEGIN(*-non-private-member-variables-in-classes): readers read on from them
  MemoryText text_;
  LineReader lines_;
  // NOLINTEND(*-non-private-member-variables-in-classes)
};

}  // namespace hexapla
