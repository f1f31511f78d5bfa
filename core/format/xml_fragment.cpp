#include "format/xml_fragment.hpp"

#include "format/xml_text.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace hexapla {
namespace {

/// Writes down the events of one element.
class FragmentWriter {
 public:
  void begin(const XmlReader& xml) {
    close_begin();
    out += '<';
    open_.push_back(named(xml.prefix(), xml.local_name()));
    out += open_.back();
    declared_.emplace_back();
    if (!xml.uri().empty()) declare(xml.prefix(), xml.uri());
    for (std::size_t at = 0; at < xml.attributes(); ++at) {
      const XmlAttribute attribute = xml.attribute_at(at);
      if (!attribute.prefix.empty() && attribute.prefix != "xml")
        declare(attribute.prefix, attribute.uri);
    }
    for (std::size_t at = 0; at < xml.attributes(); ++at) {
      const XmlAttribute attribute = xml.attribute_at(at);
      write(named(attribute.prefix, attribute.name), attribute.value);
    }
    is_begun_ = true;
  }

  void end() {
    if (is_begun_) {
      out += "/>";
    } else {
      out += "</" + open_.back() + '>';
    }
    is_begun_ = false;
    open_.pop_back();
    declared_.pop_back();
  }

  void text(std::string_view words) {
    if (words.empty()) return;
    close_begin();
    append_xml(out, words, XmlPlace::element);
  }

  std::string out;

 private:
  static std::string named(std::string_view prefix, std::string_view name) {
    return prefix.empty() ? std::string(name)
                          : std::string(prefix) + ':' + std::string(name);
  }

  void close_begin() {
    if (is_begun_) out += '>';
    is_begun_ = false;
  }

  void write(std::string_view name, std::string_view value) {
    out += ' ';
    out += name;
    out += "=\"";
    append_xml(out, value, XmlPlace::attribute);
    out += '"';
  }

  /// A namespace without a prefix is that of the place where the fragment will stand.
  void declare(std::string_view prefix, std::string_view uri) {
    if (prefix.empty()) return;
    const auto holds = [&](const Names& names) {
      const auto found = names.find(prefix);
      return found != names.end() && found->second == uri;
    };
    if (std::ranges::any_of(declared_, holds)) return;
    declared_.back().emplace(prefix, uri);
    write("xmlns:" + std::string(prefix), uri);
  }

  using Names = std::map<std::string, std::string, std::less<>>;
  std::vector<std::string> open_;
  std::vector<Names> declared_;  ///< By open element.
  bool is_begun_ = false;        ///< The last begin tag has no `>` yet.
};

/// Hands each event up to the end of the element at whose begin `xml` stands to `take`.
template <class Take>
void for_each_event_within(XmlReader& xml, Take take) {
  const std::size_t line = xml.line();
  const std::size_t depth = xml.depth();
  while (xml.next()) {
    if (xml.event() == XmlEvent::end && xml.depth() == depth) return;
    if (take() > largest_fragment)
      xml.refuse(line, "an element has more than 16 MiB; split it");
  }
  xml.refuse(line, "an element never ends");
}

void copy_within(XmlReader& xml, FragmentWriter& writer) {
  for_each_event_within(xml, [&] {
    if (xml.event() == XmlEvent::begin) writer.begin(xml);
    if (xml.event() == XmlEvent::end) writer.end();
    if (xml.event() == XmlEvent::text) writer.text(xml.value());
    return writer.out.size();
  });
}

}  // namespace

std::string fragment_at(XmlReader& xml) {
  FragmentWriter writer;
  writer.begin(xml);
  copy_within(xml, writer);
  writer.end();
  return std::move(writer.out);
}

std::string content_at(XmlReader& xml) {
  FragmentWriter writer;
  copy_within(xml, writer);
  return std::move(writer.out);
}

std::string begin_tag_at(const XmlReader& xml) {
  FragmentWriter writer;
  writer.begin(xml);
  writer.end();
  return std::move(writer.out);
}

std::string text_at(XmlReader& xml) {
  std::string text;
  for_each_event_within(xml, [&] {
    if (xml.event() == XmlEvent::text) text += xml.value();
    return text.size();
  });
  return text;
}

void pass_over(XmlReader& xml) {
  for_each_event_within(xml, [] { return std::size_t{0}; });
}

bool is_balanced(std::string_view markup) {
  constexpr char first_printable = ' ';
  const auto is_plain = [](char byte) {
    return static_cast<unsigned char>(byte) >= first_printable && byte != '<' &&
           byte != '&' && byte != '>';
  };
  if (std::ranges::all_of(markup, is_plain)) return true;
  const std::string document = "<x>" + std::string(markup) + "</x>";
  try {
    XmlReader xml(document, "markup");
    while (xml.next())
      if (xml.event() == XmlEvent::instruction) return false;
    return true;  // `</x><x>` has two roots, which the reader refuses
  } catch (const Error&) {
    return false;
  }
}

}  // namespace hexapla
