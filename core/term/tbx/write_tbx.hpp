#pragma once

#include "term/termbase.hpp"

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>

namespace hexapla {

enum class TbxStyle : std::uint8_t {
  v3_dca,  ///< ISO 30042:2019, `<termNote type="partOfSpeech">`.
  v3_dct,  ///< ISO 30042:2019, `<min:partOfSpeech>`.
  v2,      ///< ISO 30042:2008, `martif`, which most programs read.
};

struct TbxHeader {
  std::string title;     ///< May be empty.
  std::string language;  ///< Of the title and other text: a BCP 47 tag.
  std::string program;   ///< Who writes, as in "hexapla 0.1.0".
};

/// Writes TBX-Basic that read_tbx() gives back as it was. What the dialect has no data
/// category for (forbidden, case, exact form, proper nouns in v3) is in an instruction
/// that other programs pass over; they see a forbidden term as a deprecated one.
/// Returns: how many characters XML forbids were written as words.
/// Source:  ISO 30042:2008 and 30042:2019; TBX-Basic 1.2.
std::size_t write_tbx(std::ostream& out, const Termbase& termbase, TbxStyle style,
                      const TbxHeader& header);

}  // namespace hexapla
