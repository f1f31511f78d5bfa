#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

struct AwkwardFile {
  std::string_view what;
  std::string bytes;
};

/// `text`, ASCII or not, in UTF-16 with its mark; the low byte first, or the high one.
inline std::string utf16(std::string_view text, bool low_first) {
  std::string bytes;
  const auto put = [&](unsigned unit) {
    const char low = static_cast<char>(unit & 0xFFU);
    const char high = static_cast<char>(unit >> 8U);
    bytes += low_first ? low : high;
    bytes += low_first ? high : low;
  };
  put(0xFEFF);
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    unsigned code_point = byte;
    unsigned more = byte < 0x80 ? 0 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    if (more > 0) code_point = byte & (0x3FU >> more);
    ++at;
    for (; more > 0; --more)
      code_point = code_point << 6U | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    if (code_point >= 0x10000) {
      put(0xD800 + ((code_point - 0x10000) >> 10U));
      put(0xDC00 + ((code_point - 0x10000) & 0x3FFU));
    } else {
      put(code_point);
    }
  }
  return bytes;
}

inline std::string tmx_with(std::string_view body, std::string_view header = "<header/>") {
  return "<tmx version=\"1.4\">" + std::string(header) + "<body>" + std::string(body) +
         "</body></tmx>";
}

inline std::string tu(std::string_view seg, std::string_view inside = "") {
  return "<tu>" + std::string(inside) + "<tuv xml:lang=\"en\"><seg>" + std::string(seg) +
         "</seg></tuv><tuv xml:lang=\"fr\"><seg>é</seg></tuv></tu>";
}

/// Files that are sound, though no tool likes them; each has one unit or more.
inline std::vector<AwkwardFile> awkward_tmx() {
  const std::string whole =
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" +
      tmx_with(
          "<tu><tuv xml:lang=\"zh\"><seg>停火𠀀</seg></tuv><tuv xml:lang=\"ar\"><seg>وقف "
          "إطلاق النار</seg></tuv></tu>");
  return {
      {"CDATA", tmx_with(tu("a <![CDATA[<b> & ]]>c"))},
      {"character references", tmx_with(tu("&#x5b89;&#29702; &amp;amp; &quot;&apos;"))},
      {"tabs and line ends", tmx_with(tu("a\tb\nc&#13;d&#10;"))},
      {"an empty seg", tmx_with(tu(""))},
      {"a seg of spaces", tmx_with(tu("  "))},
      {"nested inline tags",
       tmx_with(
           tu("x<bpt i=\"1\" type=\"b\">&lt;b title='<sub>a <ph>{1}</ph></sub>'></bpt>y"
              "<hi type=\"t\">z<hi>w<ph/></hi></hi><ept i=\"1\">&lt;/b></ept>"))},
      {"isolated and unknown tags",
       tmx_with(tu("<it pos=\"begin\">&lt;i></it>a<ut>{f}</ut>"))},
      {"tags one after the other",
       tmx_with(tu("<ph x=\"1\"/><ph x=\"2\"/>a<ph x=\"3\"/>"))},
      {"an element that TMX does not know", tmx_with(tu("a <b>bold</b> c"))},
      {"letter case of languages",
       tmx_with(
           "<tu><tuv xml:lang=\"EN-us\"><seg>a</seg></tuv><tuv xml:lang=\"ZH_HANT_tw\">"
           "<seg>b</seg></tuv></tu>")},
      {"lang as in TMX 1.1",
       "<tmx version=\"1.1\"><header/><body><tu><tuv lang=\"EN\"><seg>a</seg></tuv><tuv "
       "lang=\"fr\"><seg>b</seg></tuv></tu></body></tmx>"},
      {"elements in capitals",
       "<TMX version=\"1.4\"><HEADER srclang=\"en\"/><BODY><TU><TUV "
       "xml:lang=\"en\"><SEG>a</SEG>"
       "</TUV></TU></BODY></TMX>"},
      {"a language tag that is too long",
       tmx_with("<tu><tuv xml:lang=\"sr-Latn-RS-ekavsk-x-un\"><seg>a</seg></tuv></tu>")},
      {"a private language",
       tmx_with("<tu><tuv xml:lang=\"x-klingon\"><seg>a</seg></tuv></tu>")},
      {"two variants of one language",
       tmx_with("<tu><tuv xml:lang=\"fr\"><seg>a</seg></tuv><tuv xml:lang=\"fr\" "
                "changeid=\"x\"><seg>b</seg></tuv></tu>")},
      {"no header", "<tmx version=\"1.4\"><body>" + tu("a") + "</body></tmx>"},
      {"a header with everything",
       tmx_with(
           tu("a"),
           "<header creationtool=\"t\" srclang=\"*all*\" o-encoding=\"iso-8859-1\"><note "
           "xml:lang=\"en\">n</note><ude name=\"u\" base=\"b\"><map unicode=\"#xF8FF\"/></"
           "ude><prop type=\"p\" o-encoding=\"x\">v</prop><note>plain</note></header>")},
      {"notes and props everywhere",
       tmx_with(tu("a",
                   "<prop type=\"x-domain\">law</prop><note o-encoding=\"e\">n &lt;</note>"
                   "<prop type=\"e\"/><note/>"))},
      {"a DTD named", "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">" + tmx_with(tu("a"))},
      {"a public DTD named",
       "<!DOCTYPE tmx PUBLIC \"-//LISA OSCAR:1998//DTD for Translation Memory "
       "eXchange//EN\" "
       "\"http://example.org/tmx14.dtd\">" +
           tmx_with(tu("a"))},
      {"a DTD inside",
       "<!DOCTYPE tmx [<!ELEMENT tmx ANY><!ATTLIST tu tuid CDATA #IMPLIED>]>" +
           tmx_with(tu("a"))},
      {"UTF-16, low byte first", utf16(whole, true)},
      {"UTF-16, high byte first", utf16(whole, false)},
      {"a mark before UTF-8", "\xEF\xBB\xBF<?xml version=\"1.0\"?>" + tmx_with(tu("a"))},
      {"Latin 1",
       "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"
       "<tmx version=\"1.4\"><header/><body><tu><tuv xml:lang=\"fr\"><seg>\xE9t\xE9"
       "</seg></tuv></tu></body></tmx>"},
      {"comments and instructions", tmx_with(tu("a<!-- b -->c<?d e?>f"))},
      {"a huge attribute", tmx_with("<tu creationid=\"" + std::string(1'000'000, 'x') +
                                    "\"><tuv xml:lang=\"en\"><seg>a</seg></tuv></tu>")},
      {"a huge seg", tmx_with(tu(std::string(3'000'000, 'x')))},
      {"a namespace of its own",
       "<tmx version=\"1.4\" xmlns:v=\"urn:v\"><header/><body><tu v:k=\"1\"><v:data "
       "v:a=\"b\">t</v:data><tuv xml:lang=\"en\"><seg>a</seg></tuv></tu></body></tmx>"},
      {"right-to-left marks", tmx_with(tu("\u200Fمجلس\u202E الأمن\u202C"))},
  };
}

}  // namespace hexapla
