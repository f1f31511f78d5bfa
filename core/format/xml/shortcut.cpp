#include "format/xml/shortcut.hpp"

#include "format/xml/push_parser.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace hexapla {
namespace {

constexpr std::size_t longest_held = std::size_t{1} << 20;  // bytes; a text or comment
constexpr std::size_t most_names = 100;  // those of TMX, TBX or XLIFF: a few dozen
constexpr std::string_view xml_uri = "http://www.w3.org/XML/1998/namespace";

/// What is before the first element, and its tag: in UTF-8, without definitions.
bool is_plain_start(std::string_view start) {
  if (start.starts_with(byte_order_mark)) start.remove_prefix(byte_order_mark.size());
  const bool defines = start.find('[') != std::string_view::npos;
  const bool is_wide = start.find('\0') != std::string_view::npos;
  if (defines || is_wide || !start.starts_with('<')) return false;
  if (!start.starts_with("<?xml")) return true;
  std::string declaration(start.substr(0, start.find("?>")));
  std::ranges::transform(declaration, declaration.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter | 0x20) : letter;
  });
  return declaration.find("encoding") == std::string::npos ||
         declaration.find("utf-8") != std::string::npos;
}

std::size_t lines_in(std::string_view bytes) {
  std::size_t lines = 0;
  for (std::size_t at = bytes.find('\n'); at != bytes.npos; at = bytes.find('\n', at + 1))
    ++lines;
  return lines;
}

}  // namespace

bool XmlReader::Shortcut::read(std::string_view chunk) {
  held_.append(chunk);
  std::size_t at = 0;
  while (at < held_.size() && !is_over_ && reader_.parser_->fault.empty()) {
    const std::string_view left = std::string_view(held_).substr(at);
    std::size_t size = 0;
    if (!open_.empty()) size = left.front() == '<' ? take_tag(left) : take_text(left);
    if (size == 0) size = hand_over(left);
    if (size == 0) break;
    at += size;
  }
  held_.erase(0, at);
  is_over_ = is_over_ || chunk.empty() || held_.size() > longest_held;
  if (!is_over_) return true;
  if (!lags_) catch_up();
  feed(held_);
  held_.clear();
  return false;
}

/// Returns: the tag's size; 0 when it is not plain, or not the end of what is open.
std::size_t XmlReader::Shortcut::take_tag(std::string_view left) {
  const std::size_t size = read_plain_tag(left, tag_);
  if (size == 0) return 0;
  if (tag_.kind == PlainTag::Kind::end) {
    // The end of all is libxml2's, as is what comes after it.
    if (open_.size() == 1 || open_.back() != tag_.name) return 0;
    add_event(XmlEvent::end, open_.back());
    open_.pop_back();
    note_end(left.substr(0, size));
    return size;
  }
  const std::string_view name = named(tag_.name);
  add_begin(name);
  if (tag_.kind == PlainTag::Kind::empty) {
    add_event(XmlEvent::end, name);
  } else {
    open_.push_back(name);
    note(left.substr(0, size), false);
  }
  return size;
}

/// Returns: the text's size; 0 when it is not plain, or not whole.
std::size_t XmlReader::Shortcut::take_text(std::string_view left) {
  const std::size_t size = left.find('<');
  if (size == std::string_view::npos) return 0;
  const std::size_t begin = reader_.pool_.size();
  const std::string_view text = left.substr(0, size);
  if (!append_plain_text(text, reader_.pool_)) return 0;
  line_ += lines_in(text);
  add_event(XmlEvent::text, {});
  reader_.events_.back().value = {begin, reader_.pool_.size() - begin};
  return size;
}

void XmlReader::Shortcut::add_event(XmlEvent kind, std::string_view name) {
  reader_.events_.push_back({kind, name, {}, 0, 0, line_, {}, {}});
}

void XmlReader::Shortcut::add_begin(std::string_view name) {
  add_event(XmlEvent::begin, name);
  reader_.events_.back().first_attribute = reader_.attributes_.size();
  reader_.events_.back().attributes = tag_.attributes.size();
  for (const auto& [prefix, attribute, value] : tag_.attributes) {
    const bool is_xml = !prefix.empty();
    const Range range{reader_.pool_.size(), value.size()};
    reader_.pool_ += value;
    reader_.attributes_.push_back({is_xml ? std::string_view("xml") : std::string_view(),
                                   is_xml ? xml_uri : std::string_view(), named(attribute),
                                   range});
  }
}

/// The name where it lives as long as the reader.
std::string_view XmlReader::Shortcut::named(std::string_view name) {
  for (const auto& known : names_)
    if (*known == name) return *known;
  if (names_.size() == most_names) is_over_ = true;
  return *names_.emplace_back(std::make_unique<const std::string>(name));
}

/// Takes down a tag that libxml2 has not been given.
void XmlReader::Shortcut::note(std::string_view bytes, bool is_end) {
  if (unseen_tags_ == unseen_.size()) unseen_.emplace_back();
  Tag& next = unseen_[unseen_tags_++];
  next.bytes = bytes;
  next.line = line_;
  next.is_end = is_end;
}

void XmlReader::Shortcut::note_end(std::string_view bytes) {
  if (unseen_tags_ > 0 && !unseen_[unseen_tags_ - 1].is_end) {
    --unseen_tags_;
  } else {
    note(bytes, true);
  }
}

/// Gives libxml2 the tags that it has not seen.
void XmlReader::Shortcut::catch_up() {
  const std::size_t events = reader_.events_.size();
  const std::size_t attributes = reader_.attributes_.size();
  const std::size_t bytes = reader_.pool_.size();
  for (std::size_t at = 0; at < unseen_tags_; ++at) {
    go_to(unseen_[at].line);
    feed(unseen_[at].bytes);
  }
  unseen_tags_ = 0;
  reader_.events_.resize(events);
  reader_.attributes_.resize(attributes);
  reader_.pool_.resize(bytes);
  go_to(line_);
}

void XmlReader::Shortcut::go_to(std::size_t line) {
  xmlParserInput* const input = reader_.parser_->context->input;
  if (input != nullptr) input->line = static_cast<int>(line);
}

void XmlReader::Shortcut::feed(std::string_view bytes) {
  if (!bytes.empty()) reader_.parse(bytes);
}

/// Has libxml2 read up to the end of the first tag. Returns: the size; 0 when that is not
/// all there.
std::size_t XmlReader::Shortcut::hand_over(std::string_view left) {
  const auto size = end_of_first_tag(left);
  if (!size) return 0;
  const std::string_view given = left.substr(0, *size);
  const bool is_first = open_.empty();
  catch_up();
  const std::size_t events = reader_.events_.size();
  feed(given);
  line_ += lines_in(given);
  for (std::size_t at = events; at < reader_.events_.size(); ++at) {
    const Event& event = reader_.events_[at];
    if (!event.prefix.empty()) is_over_ = true;
    if (event.kind == XmlEvent::begin) open_.push_back(event.name);
    if (event.kind == XmlEvent::end && !open_.empty()) open_.pop_back();
  }
  const xmlParserInput* const input = reader_.parser_->context->input;
  lags_ = input == nullptr || input->cur != input->end;
  is_over_ = is_over_ || lags_ || (is_first && !is_plain_start(given)) ||
             given.find("xmlns") != std::string_view::npos;
  return *size;
}

}  // namespace hexapla
