#include "term/termbase.hpp"

#include "format/recoded_stream.hpp"
#include "format/xlsx_rows.hpp"
#include "format/xml_reader.hpp"
#include "term/multiterm/read_multiterm.hpp"
#include "term/table/read_table.hpp"
#include "term/tbx/read_tbx.hpp"
#include "term/utx/read_utx.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <sstream>
#include <string>

namespace hexapla {
namespace {

/// True when the first element is that of MultiTerm XML.
bool is_multiterm(std::string_view bytes, std::string_view name) {
  XmlReader xml(bytes, name);
  while (xml.next())
    if (xml.event() == XmlEvent::begin) return xml.local_name() == multiterm_root;
  return false;
}

/// True for XML in UTF-16, whose own reader decodes it.
bool is_utf16_xml(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.starts_with("\xFF\xFE<\0"sv) || bytes.starts_with("\xFE\xFF\0<"sv);
}

SurveyedTermbase read_any(std::string_view bytes, std::string_view name,
                          const TableSettings& settings, OnFault on_fault) {
  if (has_utf16_mark(bytes) && !is_utf16_xml(bytes)) {
    std::istringstream nothing_more;
    return read_any(out_of_utf16(std::string(bytes), nothing_more, name), name, settings,
                    on_fault);
  }
  std::string_view start = bytes;
  if (start.starts_with(byte_order_mark)) start.remove_prefix(byte_order_mark.size());
  start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
  const bool xml = start.starts_with('<') || is_utf16_xml(bytes);
  if (xml && is_multiterm(bytes, name)) return read_multiterm(bytes, name, on_fault);
  if (xml) return read_tbx(bytes, name, on_fault);
  if (start.starts_with(utx_mark)) return read_utx(bytes, name, on_fault);
  constexpr std::string_view zip = "PK\x03\x04";
  if (bytes.starts_with(zip))
    return read_table(*xlsx_rows(bytes, name), name, settings, on_fault);
  return read_csv(bytes, name, settings, on_fault);
}

}  // namespace

Termbase read_termbase(std::string_view bytes, std::string_view name) {
  return read_any(bytes, name, {}, OnFault::mend).termbase;
}

Termbase read_termbase(std::string_view bytes, std::string_view name,
                       const TableSettings& settings) {
  return read_any(bytes, name, settings, OnFault::mend).termbase;
}

SurveyedTermbase read_termbase_telling(std::string_view bytes, std::string_view name,
                                       const TableSettings& settings) {
  return read_any(bytes, name, settings, OnFault::mend);
}

SurveyedTermbase survey_termbase(std::string_view bytes, std::string_view name,
                                 const TableSettings& settings) {
  return read_any(bytes, name, settings, OnFault::collect);
}

}  // namespace hexapla
