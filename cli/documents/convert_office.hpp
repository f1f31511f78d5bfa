#pragma once

#include "cli/documents/run_child.hpp"
#include "document/detect_format.hpp"

#include <string>
#include <string_view>

namespace hexapla::cli {

/// How `.doc`, RTF and OpenDocument files are read: LibreOffice makes a DOCX of them.
struct OfficeConverter {
  std::string program = "soffice";
  ChildLimits limits{std::chrono::milliseconds{120'000}, std::size_t{1} << 20U,
                     std::size_t{6} << 30U};
  std::size_t largest_file = std::size_t{512} << 20U;  ///< Bytes of the DOCX.
};

/// "doc", "rtf", "odt": what `format`, a convertible one, is called.
[[nodiscard]] std::string_view office_name(FileFormat format);

/// The DOCX that LibreOffice makes of `bytes`, in a folder of its own that is gone then; it
/// sees no settings of the user and leaves none.
/// Errors: Fault::unsupported, with the way out, when it isn't there or goes beyond the
///         limits; Fault::malformed when it can't read the file.
[[nodiscard]] std::string docx_from_office(std::string_view bytes, std::string_view name,
                                           FileFormat format,
                                           const OfficeConverter& converter = {});

}  // namespace hexapla::cli
