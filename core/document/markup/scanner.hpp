#pragma once

#include "text/utf8.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What is read: XML that a parser has found well-formed, or HTML as people write it.
enum class Markup : std::uint8_t { xml, html };

struct MarkupToken {
  enum class Kind : std::uint8_t {
    text,
    start_tag,
    end_tag,
    other,  ///< A comment, a declaration, a processing instruction.
  };

  Kind kind = Kind::text;
  ByteRange range;          ///< All of it, in the source.
  std::string name;         ///< Of a tag: XML without its prefix, HTML in lower case.
  ByteRange inside;         ///< The attributes of a tag, the text of a CDATA section.
  bool closed = false;      ///< `<w:tab/>`: no end tag follows.
  bool verbatim = false;    ///< Text of a CDATA section: a & is no reference.
  bool unfinished = false;  ///< The source ends inside it.

  [[nodiscard]] bool starts(std::string_view element) const {
    return kind == Kind::start_tag && name == element;
  }
  [[nodiscard]] bool ends(std::string_view element) const {
    return kind == Kind::end_tag && name == element;
  }
};

/// Cuts marked-up text into tags and the text between them, and knows where in the source
/// each stands, which libxml2's parsers don't say. Keeps a view of the source.
/// Shape: the tokens tile the source. Cost: linear, whatever the source.
class MarkupScanner {
 public:
  MarkupScanner(std::string_view source, Markup markup)
      : source_(source), markup_(markup) {}
  MarkupScanner(std::string_view source, Markup markup, ByteRange part)
      : source_(source.substr(0, part.end)), markup_(markup), at_(part.begin) {}

  /// nullopt at the end.
  [[nodiscard]] std::optional<MarkupToken> next();

  /// Moves past the end tag that belongs to `start`, the token just returned, and returns
  /// all of the element. nullopt, and no move, when there is no such end tag.
  [[nodiscard]] std::optional<ByteRange> skip_element(const MarkupToken& start);

  /// The same for an element whose content holds no tags (`script`).
  [[nodiscard]] std::optional<ByteRange> skip_raw_element(const MarkupToken& start);

  /// Moves to the end; returns all from the start of `start` on.
  [[nodiscard]] ByteRange skip_rest(const MarkupToken& start) {
    at_ = source_.size();
    return {start.range.begin, at_};
  }

  /// The value of an attribute of `tag`, references resolved. XML names are compared
  /// without their prefix, HTML names in lower case.
  [[nodiscard]] std::optional<std::string> attribute(const MarkupToken& tag,
                                                     std::string_view name) const;

  [[nodiscard]] std::string_view source() const noexcept { return source_; }
  [[nodiscard]] Markup markup() const noexcept { return markup_; }

 private:
  [[nodiscard]] bool tag_starts(std::size_t at) const;
  [[nodiscard]] MarkupToken text_token();
  [[nodiscard]] MarkupToken tag_token();
  [[nodiscard]] MarkupToken declaration_token();

  std::string_view source_;
  Markup markup_;
  std::size_t at_ = 0;
};

}  // namespace hexapla
