#include "exchange/lines/html_table.hpp"

#include "format/decimal.hpp"
#include "format/html_text.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

namespace hexapla {
namespace {

constexpr std::string_view head =
    "<!DOCTYPE html>\n"
    "<html lang=\"en\">\n"
    "<head>\n"
    "<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
    "'unsafe-inline'\">\n"
    "<title>Units</title>\n"
    "<style>:root{color-scheme:light dark}body{font-family:sans-serif}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #888;padding:.3em .5em;vertical-align:top;text-align:start}"
    "thead th{position:sticky;top:0;background:Canvas}"
    "@media print{thead{display:table-header-group}}</style>\n"
    "</head>\n<body>\n<table>\n<thead><tr><th scope=\"col\">unit</th>"
    "<th scope=\"col\">confidence</th>";

class HtmlTableWriter final : public UnitWriter {
 public:
  HtmlTableWriter(std::ostream& out, UnitWriterSettings settings)
      : out_(out), settings_(std::move(settings)) {
    out_ << head;
    for (const Language language : settings_.languages)
      out_ << "<th scope=\"col\">" << escaped(language.tag()) << "</th>";
    out_ << "</tr></thead>\n<tbody>\n";
  }

  bool write_unit(const TranslationUnit& unit) override {
    const auto variants = variants_in(unit, settings_.languages);
    if (std::ranges::count(variants, nullptr) == std::ssize(variants)) return false;
    out_ << "<tr><th scope=\"row\">"
         << escaped(unit.id.empty() ? std::to_string(written() + 1) : unit.id)
         << "</th><td>" << decimal(unit.confidence) << "</td>";
    for (std::size_t at = 0; at < variants.size(); ++at) {
      const Language language = settings_.languages[at];
      const Variant* const variant = variants[at];
      out_ << "<td lang=\"" << escaped(language.tag()) << '"'
           << (language.right_to_left() ? " dir=\"rtl\">" : ">")
           << (variant == nullptr ? std::string() : escaped(variant->text)) << "</td>";
    }
    out_ << "</tr>\n";
    return true;
  }

  std::size_t write_end() override {
    out_ << "</tbody>\n</table>\n</body>\n</html>\n";
    return 0;
  }

 private:
  std::ostream& out_;
  UnitWriterSettings settings_;
};

}  // namespace

std::unique_ptr<UnitWriter> html_table_writer(std::ostream& out,
                                              UnitWriterSettings settings) {
  return std::make_unique<HtmlTableWriter>(out, std::move(settings));
}

}  // namespace hexapla
