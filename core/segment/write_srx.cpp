#include "segment/write_srx.hpp"

#include "text/error.hpp"

#include <algorithm>
#include <memory>
#include <new>
#include <string_view>

#include <libxml/xmlwriter.h>

namespace hexapla {
namespace {

constexpr const char* srx_namespace = "http://www.lisa.org/srx20";

[[noreturn]] void refuse(std::string_view words) {
  throw Error(Fault::inconsistent, {"segmentation rules", 0}, words);
}

/// XML 1.0 has no control characters but tab and line ends.
void require_xml(const std::string& text) {
  const auto forbidden = [](char byte) {
    return static_cast<unsigned char>(byte) < 0x20 && byte != '\t' && byte != '\n' &&
           byte != '\r';
  };
  if (std::ranges::any_of(text, forbidden))
    refuse("there is a control character in “" + text +
           "”; write it as an escape: \\x{..}");
}

void require_sound(const Srx& rules) {
  if (rules.rule_sets.empty()) refuse("no rule set");
  if (rules.maps.empty()) refuse("no language is mapped to a rule set");
  for (const SrxRuleSet& set : rules.rule_sets) {
    if (set.name.empty()) refuse("a rule set has no name");
    if (set.rules.empty()) refuse("the rule set “" + set.name + "” has no rules");
    require_xml(set.name);
  }
  for (const SrxMap& map : rules.maps) {
    require_xml(map.language_pattern);
    if (std::ranges::find(rules.rule_sets, map.rule_set, &SrxRuleSet::name) ==
        rules.rule_sets.end())
      refuse("no rule set is called “" + map.rule_set + "”");
  }
}

const xmlChar* xml(const char* text) {
  return reinterpret_cast<const xmlChar*>(text);
}

struct XmlDeleter {
  void operator()(xmlTextWriter* writer) const noexcept { xmlFreeTextWriter(writer); }
  void operator()(xmlBuffer* buffer) const noexcept { xmlBufferFree(buffer); }
};

/// libxml2's writer, which answers every call with whether memory sufficed.
class Writer {
 public:
  Writer() : buffer_(xmlBufferCreate()), writer_(xmlNewTextWriterMemory(buffer_.get(), 0)) {
    if (buffer_ == nullptr || writer_ == nullptr) throw std::bad_alloc();
    require(xmlTextWriterSetIndent(writer_.get(), 1));
    require(xmlTextWriterSetIndentString(writer_.get(), xml("  ")));
    require(xmlTextWriterStartDocument(writer_.get(), nullptr, "UTF-8", nullptr));
  }

  void begin(const char* element) {
    require(xmlTextWriterStartElement(writer_.get(), xml(element)));
  }
  void attribute(const char* name, const std::string& value) {
    require(xmlTextWriterWriteAttribute(writer_.get(), xml(name), xml(value.c_str())));
  }
  void element(const char* name, const std::string& text) {
    require_xml(text);
    require(xmlTextWriterWriteElement(writer_.get(), xml(name), xml(text.c_str())));
  }
  void end() { require(xmlTextWriterEndElement(writer_.get())); }

  [[nodiscard]] std::string finish() {
    require(xmlTextWriterEndDocument(writer_.get()));
    require(xmlTextWriterFlush(writer_.get()));
    return reinterpret_cast<const char*>(xmlBufferContent(buffer_.get()));
  }

 private:
  static void require(int outcome) {
    if (outcome < 0) throw std::bad_alloc();
  }

  std::unique_ptr<xmlBuffer, XmlDeleter> buffer_;
  std::unique_ptr<xmlTextWriter, XmlDeleter> writer_;
};

std::string yes_or_no(bool value) {
  return value ? "yes" : "no";
}

void write_rule_set(Writer& writer, const SrxRuleSet& set) {
  writer.begin("languagerule");
  writer.attribute("languagerulename", set.name);
  for (const SrxRule& rule : set.rules) {
    writer.begin("rule");
    writer.attribute("break", yes_or_no(rule.breaks));
    if (!rule.before.empty()) writer.element("beforebreak", rule.before);
    if (!rule.after.empty()) writer.element("afterbreak", rule.after);
    writer.end();
  }
  writer.end();
}

}  // namespace

std::string write_srx(const Srx& rules) {
  require_sound(rules);
  Writer writer;
  writer.begin("srx");
  writer.attribute("xmlns", srx_namespace);
  writer.attribute("version", "2.0");
  writer.begin("header");
  writer.attribute("segmentsubflows", yes_or_no(rules.segments_subflows));
  writer.attribute("cascade", yes_or_no(rules.cascade));
  writer.end();
  writer.begin("body");
  writer.begin("languagerules");
  for (const SrxRuleSet& set : rules.rule_sets)
    write_rule_set(writer, set);
  writer.end();
  writer.begin("maprules");
  for (const SrxMap& map : rules.maps) {
    writer.begin("languagemap");
    writer.attribute("languagepattern", map.language_pattern);
    writer.attribute("languagerulename", map.rule_set);
    writer.end();
  }
  return writer.finish();
}

}  // namespace hexapla
