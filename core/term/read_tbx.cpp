#include "term/read_tbx.hpp"

#include "term/termbase_builder.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <libxml/xmlreader.h>

namespace hexapla {
namespace {

constexpr std::size_t largest_file = std::size_t{256} * 1024 * 1024;  // bytes
constexpr std::size_t deepest = 64;  // elements; TBX itself needs about a dozen
constexpr std::size_t longest_text = std::size_t{64} * 1024;  // bytes of one term or note

std::string_view view_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// Markup inside a term or note, which is part of its text.
bool is_inline(std::string_view element) {
  return element == "hi" || element == "foreign" || element == "sc" || element == "ec";
}

/// TBX's pick list in our words: it has no "phrase", which tools then write as "other".
std::string part_of_speech_from(const std::string& part) {
  if (part == "properNoun") return "proper_noun";
  return part == "other" ? "phrase" : part;
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
  kept->words = tidied(fault->message);
  kept->line = static_cast<std::size_t>(std::max(fault->line, 0));
}

/// One pass over the elements of a TBX file.
class TbxReader {
 public:
  TbxReader(std::string_view bytes, std::string_view name)
      : name_(name),
        bytes_(bytes),
        builder_(name),
        // No NOENT and no DTD loading: an entity never becomes text, a file is never
        // opened.
        reader_(xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr,
                                   nullptr, XML_PARSE_NONET | XML_PARSE_BIG_LINES)) {
    if (reader_ == nullptr) throw std::bad_alloc();
    xmlTextReaderSetStructuredErrorHandler(reader_.get(), keep_first, &fault_);
  }

  Termbase read() {
    int more = 0;
    while ((more = xmlTextReaderRead(reader_.get())) == 1)
      step();
    if (more != 0) builder_.refuse(fault_.line, "not well-formed XML: " + fault_.words);
    return builder_.finish();
  }

 private:
  [[nodiscard]] std::size_t line() const {
    // The parser itself reads ahead: only the node knows its line.
    const long number = xmlGetLineNo(xmlTextReaderCurrentNode(reader_.get()));
    return static_cast<std::size_t>(std::max(number, 0L));
  }

  /// libxml2 keeps no line for a DOCTYPE. 0 when the file is not in UTF-8.
  [[nodiscard]] std::size_t doctype_line() const {
    const std::size_t at = bytes_.find("<!DOCTYPE");
    if (at == std::string_view::npos) return 0;
    return 1 + static_cast<std::size_t>(std::ranges::count(bytes_.substr(0, at), '\n'));
  }

  [[nodiscard]] std::string attribute(const char* attribute_name) const {
    const std::unique_ptr<xmlChar, XmlDeleter> value(xmlTextReaderGetAttribute(
        reader_.get(), reinterpret_cast<const xmlChar*>(attribute_name)));
    return std::string(view_of(value.get()));
  }

  void step() {
    switch (xmlTextReaderNodeType(reader_.get())) {
      case XML_READER_TYPE_DOCUMENT_TYPE:
        builder_.refuse(doctype_line(),
                        "a DOCTYPE stands here; take it out, termbases need none");
      case XML_READER_TYPE_ENTITY_REFERENCE:
        builder_.refuse(line(),
                        "an entity of one's own stands here; write its text instead");
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
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        if (text_.size() > longest_text) builder_.refuse(line(), "a text without an end");
        text_ += view_of(xmlTextReaderConstValue(reader_.get()));
        break;
      default:
        break;
    }
  }

  void begin(const std::string& element) {
    if (path_.empty()) require_tbx(element);
    if (path_.size() >= deepest) builder_.refuse(line(), "elements are nested too deeply");
    path_.push_back({element, attribute("type")});
    if (!is_inline(element)) text_.clear();
    if (element == "termEntry" || element == "conceptEntry") {
      builder_.begin_concept(attribute("id"), line());
      in_concept_ = true;
    } else if (element == "langSet" || element == "langSec") {
      std::string tag = attribute("xml:lang");
      if (tag.empty()) tag = attribute("lang");
      language_ = builder_.language_from(tag, line());
    } else if (element == "tig" || element == "ntig" || element == "termSec") {
      term_ = Term{};
      term_.language = language_;
      in_term_ = true;
    }
  }

  void end(const std::string& element) {
    const std::string type = std::move(path_.back().type);
    path_.pop_back();
    if (!in_concept_ || is_inline(element)) return;
    if (element == "termEntry" || element == "conceptEntry") {
      builder_.end_concept(line());
      in_concept_ = false;
    } else if (element == "tig" || element == "ntig" || element == "termSec") {
      builder_.add_term(std::move(term_), line());
      in_term_ = false;
    } else if (in_term_) {
      end_in_term(element, type);
    } else if (element == "descrip" && type == "subjectField") {
      builder_.current().subject = tidied(text_);
    }
    text_.clear();
  }

  void end_in_term(const std::string& element, std::string_view type) {
    if (element == "term") {
      term_.text = tidied(text_);
    } else if (element == "note") {
      term_.note = tidied(text_);
    } else if (type == "administrativeStatus") {
      term_.status = builder_.status_from(tidied(text_), line());
    } else if (type == "partOfSpeech") {
      term_.part_of_speech = part_of_speech_from(tidied(text_));
    } else if (type == "source") {
      term_.source = tidied(text_);
    }
  }

  void require_tbx(const std::string& root) const {
    if (root != "martif" && root != "tbx")
      builder_.refuse(line(), "the first element is “" + root +
                                  "”; a termbase in TBX starts with martif or tbx");
    if (attribute("style") == "dct")
      throw Error(Fault::unsupported, {name_, line()},
                  "TBX in DCT style; convert it to DCA style first");
  }

  std::string name_;
  std::string_view bytes_;
  FirstFault fault_;
  TermbaseBuilder builder_;
  std::unique_ptr<xmlTextReader, XmlDeleter> reader_;
  struct Element {
    std::string name;
    std::string type;  ///< Its type attribute.
  };
  std::vector<Element> path_;  ///< From the root to the element that is open.
  std::string text_;           ///< Of the element that is open.
  Language language_;
  Term term_;
  bool in_concept_ = false;
  bool in_term_ = false;
};

}  // namespace

Termbase read_tbx(std::string_view bytes, std::string_view name) {
  if (bytes.size() > largest_file)
    throw Error(Fault::unsupported, {std::string(name), 0},
                "a termbase of more than 256 MiB; split it");
  return TbxReader(bytes, name).read();
}

}  // namespace hexapla
