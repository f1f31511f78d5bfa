#pragma once

// Private to core/exchange/.

#include <array>
#include <string_view>

namespace hexapla {

struct RtfName {
  std::string_view word;
  std::string_view text;
};

// Words that stand for a character.
inline constexpr std::array rtf_characters{RtfName{"emdash", "\xE2\x80\x94"},
                                           RtfName{"endash", "\xE2\x80\x93"},
                                           RtfName{"emspace", "\xE2\x80\x83"},
                                           RtfName{"enspace", "\xE2\x80\x82"},
                                           RtfName{"qmspace", "\xE2\x80\x85"},
                                           RtfName{"bullet", "\xE2\x80\xA2"},
                                           RtfName{"lquote", "\xE2\x80\x98"},
                                           RtfName{"rquote", "\xE2\x80\x99"},
                                           RtfName{"ldblquote", "\xE2\x80\x9C"},
                                           RtfName{"rdblquote", "\xE2\x80\x9D"},
                                           RtfName{"zwj", "\xE2\x80\x8D"},
                                           RtfName{"zwnj", "\xE2\x80\x8C"},
                                           RtfName{"ltrmark", "\xE2\x80\x8E"},
                                           RtfName{"rtlmark", "\xE2\x80\x8F"},
                                           RtfName{"tab", "\t"},
                                           RtfName{"line", "\n"},
                                           RtfName{"par", "\n"}};

// Signs after a backslash that stand for a character.
inline constexpr std::array rtf_signs{
    RtfName{"~", "\xC2\xA0"}, RtfName{"-", "\xC2\xAD"}, RtfName{"_", "\xE2\x80\x91"},
    RtfName{"\\", "\\"},      RtfName{"{", "{"},        RtfName{"}", "}"}};

// Words that are switched on and off around text, and what ends some of them.
inline constexpr std::array<std::string_view, 9> rtf_switches{
    "b", "i", "ul", "strike", "sub", "super", "caps", "scaps", "v"};
inline constexpr std::array rtf_ends{RtfName{"ulnone", "ul"}, RtfName{"nosupersub", "sub"},
                                     RtfName{"nosupersub", "super"}};

}  // namespace hexapla
