#pragma once

#include "cli/documents/run_child.hpp"
#include "text/language.hpp"

#include <string>
#include <string_view>

namespace hexapla::cli {

/// How the text of scans is recognised: by ocrmypdf, with tesseract's data for a language.
struct PdfRecogniser {
  std::string program = "ocrmypdf";
  // A page takes some seconds, a hundred some minutes.
  ChildLimits limits{std::chrono::milliseconds{3'600'000}, std::size_t{1} << 30U,
                     std::size_t{6} << 30U};
  std::size_t largest_file = std::size_t{2} << 30U;  ///< Bytes of a page's picture.
};

/// The PDF file `bytes` with an invisible layer of recognised text over each page that has
/// no text. What is made on the way is in a folder of its own that is gone then.
/// Errors: Fault::unsupported, with the way out, when ocrmypdf or the data for `language`
///         isn't there, or it goes beyond the limits; Fault::malformed when it can't read
///         the file.
[[nodiscard]] std::string recognised_pdf(std::string_view bytes, std::string_view name,
                                         Language language,
                                         const PdfRecogniser& recogniser = {});

}  // namespace hexapla::cli
