#include "format/xml_reader.hpp"

#include "format/xml/push_parser.hpp"
#include "format/xml/shortcut.hpp"
#include "format/xml_tokens.hpp"
#include "text/error.hpp"

#include <istream>

namespace hexapla {
namespace {

constexpr std::size_t deepest = 64;  // elements; TBX itself needs about a dozen
constexpr std::size_t chunk_size = std::size_t{64} * 1024;

/// libxml2 tells some errors of encodings on the console unless it is told not to, thread
/// by thread.
class QuietLibrary {
 public:
  QuietLibrary() : function_(xmlGenericError), context_(xmlGenericErrorContext) {
    xmlSetGenericErrorFunc(nullptr, say_nothing);
  }
  ~QuietLibrary() { xmlSetGenericErrorFunc(context_, function_); }
  QuietLibrary(const QuietLibrary&) = delete;
  QuietLibrary& operator=(const QuietLibrary&) = delete;

 private:
  static void say_nothing(void*, const char*, ...) {}  // NOLINT(*-dcl50-cpp): its interface

  xmlGenericErrorFunc function_;
  void* context_;
};

}  // namespace

XmlReader::XmlReader(std::string_view bytes, std::istream* stream, std::string_view name)
    : bytes_(bytes),
      stream_(stream),
      name_(name),
      chunk_(stream == nullptr ? 0 : chunk_size),
      parser_(std::make_unique<Parser>(*this)),
      shortcut_(std::make_unique<Shortcut>(*this)) {}
XmlReader::XmlReader(std::string_view bytes, std::string_view name)
    : XmlReader(bytes, nullptr, name) {}
XmlReader::XmlReader(std::istream& bytes, std::string_view name)
    : XmlReader({}, &bytes, name) {}
XmlReader::XmlReader(XmlTokens& tokens, std::string_view name)
    : XmlReader({}, nullptr, name) {
  tokens_ = &tokens;
  shortcut_.reset();
}
XmlReader::~XmlReader() = default;

bool XmlReader::next() {
  if (current_.kind == XmlEvent::end) --depth_;
  while (next_event_ == events_.size())
    if (!parse_chunk()) return false;
  current_ = events_[next_event_++];
  if (current_.kind == XmlEvent::begin && ++depth_ > deepest)
    refuse(current_.line, "elements are nested too deeply");
  return true;
}

/// Empty at the end.
std::string_view XmlReader::next_chunk() {
  if (tokens_ != nullptr) return tokens_->next();
  if (stream_ != nullptr) {
    stream_->read(chunk_.data(), static_cast<std::streamsize>(chunk_.size()));
    if (stream_->bad()) refuse(0, "can't be read to its end");
    return {chunk_.data(), static_cast<std::size_t>(stream_->gcount())};
  }
  const std::string_view chunk = bytes_.substr(0, chunk_size);
  bytes_.remove_prefix(chunk.size());
  return chunk;
}

/// False when there is nothing more to parse.
bool XmlReader::parse_chunk() {
  // What stood before a fault has been handed out.
  if (!parser_->fault.empty()) refuse(parser_->fault_line, parser_->fault);
  if (at_end_) return false;
  pool_.clear();
  attributes_.clear();
  events_.clear();
  next_event_ = 0;
  current_ = {};
  const std::string_view chunk = next_chunk();
  at_end_ = chunk.empty();
  if (shortcut_ == nullptr || shortcut_->is_over()) {
    parse(chunk);
  } else if (!shortcut_->read(chunk) && at_end_) {
    parse({});
  }
  if (events_.empty() && !parser_->fault.empty())
    refuse(parser_->fault_line, parser_->fault);
  return true;
}

/// Has libxml2 read it; an empty one is the end.
void XmlReader::parse(std::string_view chunk) {
  const QuietLibrary quiet;
  xmlParseChunk(parser_->context.get(), chunk.data(), static_cast<int>(chunk.size()),
                chunk.empty() ? 1 : 0);
}

XmlAttribute XmlReader::attribute_at(std::size_t number) const {
  const Attribute& attribute = attributes_[current_.first_attribute + number];
  return {attribute.prefix, attribute.uri, attribute.name, view_of(attribute.value)};
}

std::string XmlReader::attribute(std::string_view name) const {
  const std::size_t colon = name.find(':');
  const std::string_view prefix =
      colon == std::string_view::npos ? "" : name.substr(0, colon);
  const std::string_view local =
      colon == std::string_view::npos ? name : name.substr(colon + 1);
  for (std::size_t at = 0; at < current_.attributes; ++at) {
    const Attribute& attribute = attributes_[current_.first_attribute + at];
    if (attribute.name == local && attribute.prefix == prefix)
      return std::string(view_of(attribute.value));
  }
  return {};
}

void XmlReader::refuse(std::size_t line, std::string_view what) const {
  throw Error(Fault::malformed, {name_, line}, what);
}

}  // namespace hexapla
