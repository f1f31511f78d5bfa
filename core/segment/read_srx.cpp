#include "segment/read_srx.hpp"

#include "text/error.hpp"

#include <algorithm>
#include <memory>
#include <new>
#include <string>
#include <utility>

#include <libxml/xmlreader.h>

namespace hexapla {
namespace {

constexpr std::size_t largest_file = std::size_t{16} * 1024 * 1024;  // bytes
constexpr std::size_t deepest = 64;                 // elements; SRX itself needs six
constexpr std::size_t most_rules = 100'000;         // OmegaT's own file has some 900
constexpr std::size_t longest_pattern = 16 * 1024;  // bytes

std::string_view view_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

struct XmlDeleter {
  void operator()(xmlTextReader* reader) const noexcept { xmlFreeTextReader(reader); }
  void operator()(xmlChar* text) const noexcept { xmlFree(text); }
};

struct FirstFault {
  std::string words;
  std::size_t line = 0;
};

void keep_first(void* slot, xmlErrorPtr fault) {
  auto* kept = static_cast<FirstFault*>(slot);
  if (!kept->words.empty() || fault == nullptr || fault->message == nullptr) return;
  kept->words = fault->message;
  while (kept->words.ends_with('\n'))
    kept->words.pop_back();
  kept->line = static_cast<std::size_t>(std::max(fault->line, 0));
}

/// One pass over the elements of an SRX file.
class SrxReader {
 public:
  SrxReader(std::string_view bytes, std::string_view name)
      : name_(name),
        // No NOENT and no DTD loading: an entity never becomes text, no file is opened.
        reader_(xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr,
                                   nullptr, XML_PARSE_NONET | XML_PARSE_BIG_LINES)) {
    if (reader_ == nullptr) throw std::bad_alloc();
    xmlTextReaderSetStructuredErrorHandler(reader_.get(), keep_first, &fault_);
  }

  ReadSrx read() {
    int more = 0;
    while ((more = xmlTextReaderRead(reader_.get())) == 1)
      step();
    if (more != 0) refuse(fault_.line, "not well-formed XML: " + fault_.words);
    if (rules_ == 0) refuse(0, "holds no rule");
    return std::move(result_);
  }

 private:
  [[noreturn]] void refuse(std::size_t line, std::string_view words) const {
    throw Error(Fault::malformed, {name_, line}, words);
  }
  [[noreturn]] void refuse_size(std::string_view words) const {
    throw Error(Fault::unsupported, {name_, line()}, words);
  }
  void warn(std::string words) { result_.warnings.push_back({line(), std::move(words)}); }

  [[nodiscard]] std::size_t line() const {
    const long of_node = xmlGetLineNo(xmlTextReaderCurrentNode(reader_.get()));
    // A DOCTYPE has no line of its own.
    const long number =
        of_node > 0 ? of_node : xmlTextReaderGetParserLineNumber(reader_.get());
    return static_cast<std::size_t>(std::max(number, 0L));
  }

  [[nodiscard]] std::string attribute(const char* attribute_name) const {
    const std::unique_ptr<xmlChar, XmlDeleter> value(xmlTextReaderGetAttribute(
        reader_.get(), reinterpret_cast<const xmlChar*>(attribute_name)));
    return std::string(view_of(value.get()));
  }

  void step() {
    switch (xmlTextReaderNodeType(reader_.get())) {
      case XML_READER_TYPE_DOCUMENT_TYPE:
        refuse(line(), "a DOCTYPE stands here; take it out, SRX needs none");
      case XML_READER_TYPE_ENTITY_REFERENCE:
        refuse(line(), "an entity of one's own stands here; write its text instead");
      case XML_READER_TYPE_ELEMENT: {
        const std::string element(view_of(xmlTextReaderConstLocalName(reader_.get())));
        const bool empty = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
        begin(element);
        if (empty) end(element);
        break;
      }
      case XML_READER_TYPE_END_ELEMENT:
        end(std::string(view_of(xmlTextReaderConstLocalName(reader_.get()))));
        break;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        text_ += view_of(xmlTextReaderConstValue(reader_.get()));
        if (text_.size() > longest_pattern) refuse_size("a pattern of more than 16 KiB");
        break;
      default:
        break;
    }
  }

  void begin(const std::string& element) {
    if (depth_++ == 0 && element != "srx")
      refuse(line(),
             "the first element is “" + element + "”; segmentation rules start with srx");
    if (depth_ > deepest) refuse_size("elements are nested too deeply");
    text_.clear();
    if (element == "srx") {
      if (const std::string version = attribute("version"); version != "2.0")
        warn("version “" + version + "” is read as 2.0");
    } else if (element == "header") {
      begin_header();
    } else if (element == "languagerule") {
      result_.rules.rule_sets.push_back({attribute("languagerulename"), {}});
    } else if (element == "rule") {
      begin_rule();
    } else if (element == "languagemap") {
      result_.rules.maps.push_back(
          {attribute("languagepattern"), attribute("languagerulename"), line()});
    }
  }

  void begin_header() {
    const std::string cascade = attribute("cascade");
    if (cascade != "yes" && cascade != "no")
      warn("the header doesn't say whether maps cascade: taken as yes");
    result_.rules.cascade = cascade != "no";
    result_.rules.segments_subflows = attribute("segmentsubflows") != "no";
  }

  void begin_rule() {
    if (result_.rules.rule_sets.empty())
      refuse(line(), "a rule stands outside languagerule");
    if (++rules_ > most_rules) refuse_size("more than 100,000 rules");
    const std::string breaks = attribute("break");
    if (!breaks.empty() && breaks != "yes" && breaks != "no")
      warn("break=“" + breaks + "” is read as yes");
    rule_ = {breaks != "no", {}, {}, line()};
  }

  void end(const std::string& element) {
    --depth_;
    if (element == "beforebreak") {
      rule_.before = std::move(text_);
    } else if (element == "afterbreak") {
      rule_.after = std::move(text_);
    } else if (element == "rule") {
      if (rule_.before.empty() && rule_.after.empty())
        warn("a rule without beforebreak and afterbreak is left out");
      else
        result_.rules.rule_sets.back().rules.push_back(std::move(rule_));
      rule_ = {};
    }
    text_.clear();
  }

  std::string name_;
  FirstFault fault_;
  std::unique_ptr<xmlTextReader, XmlDeleter> reader_;
  ReadSrx result_;
  SrxRule rule_;
  std::string text_;  ///< Of the element that is open.
  std::size_t depth_ = 0;
  std::size_t rules_ = 0;
};

}  // namespace

ReadSrx read_srx(std::string_view bytes, std::string_view name) {
  if (bytes.size() > largest_file)
    throw Error(Fault::unsupported, {std::string(name), 0},
                "segmentation rules of more than 16 MiB; split them by language");
  return SrxReader(bytes, name).read();
}

}  // namespace hexapla
