#pragma once

// Private to core/format/.

#include "format/xml/plain_markup.hpp"
#include "format/xml_reader.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// Reads what is plain, nearly all of most documents, without libxml2, for which a letter
/// beyond ASCII costs many times what it costs here. libxml2 stays the judge of all else:
/// before it is given something that is not plain, with all up to the end of the tag after
/// it, it is given the tags that it needs to know of by then, and what it makes of those is
/// dropped. So it knows each element that is open, with its line, and no other.
struct XmlReader::Shortcut {
  explicit Shortcut(XmlReader& owner) : reader_(owner) {}

  /// False when libxml2 has been given all that came so far.
  [[nodiscard]] bool read(std::string_view chunk);

  /// Something came that libxml2 has to know all that follows for.
  [[nodiscard]] bool is_over() const noexcept { return is_over_; }

 private:
  struct Tag {
    std::string bytes;
    std::size_t line = 0;
    bool is_end = false;
  };

  std::size_t take_tag(std::string_view left);
  std::size_t take_text(std::string_view left);
  std::size_t hand_over(std::string_view left);
  void add_event(XmlEvent kind, std::string_view name);
  void add_begin(std::string_view name);
  [[nodiscard]] std::string_view named(std::string_view name);
  void note(std::string_view bytes, bool is_end);
  void note_end(std::string_view bytes);
  void catch_up();
  void go_to(std::size_t line);
  void feed(std::string_view bytes);

  XmlReader& reader_;
  std::string held_;      ///< Not read yet.
  std::size_t line_ = 1;  ///< Of what is not read yet.
  bool is_over_ = false;
  bool lags_ = false;  ///< libxml2 waits for more of what it was given.
  PlainTag tag_;
  std::vector<std::string_view> open_;  ///< Names of elements, the outermost first.
  std::vector<Tag> unseen_;             ///< By libxml2; the first `unseen_tags_` of them.
  std::size_t unseen_tags_ = 0;
  std::vector<std::unique_ptr<const std::string>> names_;
};

}  // namespace hexapla
