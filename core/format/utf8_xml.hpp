#pragma once

#include <iosfwd>
#include <memory>
#include <string_view>

namespace hexapla {

/// The bytes of an XML document as UTF-8, with its declaration saying so, for whoever looks
/// at bytes. A document in UTF-8 is read as a stream; one in another encoding, told by its
/// mark or its declaration, is recoded as a whole. Errors: Fault::malformed for what is not
/// in the encoding that it names, and for one that
///         nobody knows.
/// Memory: for other encodings three times the document, at most 1 GiB of it.
[[nodiscard]] std::unique_ptr<std::istream> utf8_xml(std::istream& in,
                                                     std::string_view name);

}  // namespace hexapla
