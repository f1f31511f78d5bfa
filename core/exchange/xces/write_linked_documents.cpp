#include "exchange/xces/write_linked_documents.hpp"

#include "format/decimal.hpp"

namespace hexapla {
namespace {

std::string numbered(std::span<const std::uint32_t> sentences) {
  std::string ids;
  for (const std::uint32_t sentence : sentences)
    ids += (ids.empty() ? "" : " ") + std::to_string(sentence + 1);
  return ids;
}

}  // namespace

std::size_t write_linked_document(std::ostream& out,
                                  std::span<const LinkedSentence> sentences) {
  XmlWriter xml(out);
  xml.start("text");
  std::size_t paragraphs = 0;
  for (std::size_t at = 0; at < sentences.size(); ++at) {
    const bool begins = at == 0 || sentences[at].paragraph != sentences[at - 1].paragraph;
    if (begins && at > 0) xml.end();
    if (begins) {
      xml.start("p");
      xml.attribute("id", std::to_string(++paragraphs));
    }
    xml.start("s");
    xml.attribute("id", std::to_string(at + 1));
    xml.text(sentences[at].text);
    xml.end();
  }
  xml.finish();
  return xml.marked_characters();
}

LinkedDocuments::LinkedDocuments(std::ostream& out) : xml_(out) {
  xml_.start("cesAlign");
  xml_.attribute("version", "1.0");
}

void LinkedDocuments::begin(const std::string& from, const std::string& to) {
  xml_.start("linkGrp");
  xml_.attribute("targType", "s");
  xml_.attribute("fromDoc", from);
  xml_.attribute("toDoc", to);
  links_ = 0;
}

void LinkedDocuments::link(std::span<const std::uint32_t> source,
                           std::span<const std::uint32_t> target, double confidence) {
  xml_.start("link");
  xml_.attribute("id", "SL" + std::to_string(links_++));
  xml_.attribute("xtargets", numbered(source) + ';' + numbered(target));
  if (confidence < 1) xml_.attribute("certainty", decimal(confidence));
  xml_.end();
}

void LinkedDocuments::end() {
  xml_.end();
}

void LinkedDocuments::finish() {
  xml_.finish();
}

}  // namespace hexapla
