#pragma once

#include "document/pdf/lines.hpp"

#include <span>

namespace hexapla {

/// Makes furniture of what is at the foot of a page on or below the line of its job
/// number, whatever it is: the number and its dates ("25-16552 (E)    161025"), the text of
/// the bar code ("*2516552*"), the page's number, "Please recycle".
/// Source: Editorial Manual, mastheads; the form is that of all processed documents.
void mark_job_lines(std::span<PdfLine> lines, std::span<const PdfPage> pages);

}  // namespace hexapla
