#pragma once

#include "collection/pair_files.hpp"
#include "document/document.hpp"

#include <string>

namespace hexapla {

/// What a document says of itself, for pairing; `language` of the result is that of its
/// text, whatever language it was read in. Where the text leaves doubt and the name tells
/// nothing, that of a United Nations document which it is most like.
[[nodiscard]] CollectedFile describe_file(std::string path, FileName name,
                                          Document document, const ContentPrinter& printer);

}  // namespace hexapla
