#pragma once

#include "corpus/decided_work.hpp"
#include "report/review_facts.hpp"

namespace hexapla::cli {

/// What people said of a work. The work must outlive it.
[[nodiscard]] ReviewFacts review_facts(const DecidedWork& work, std::size_t dismissed);

}  // namespace hexapla::cli
