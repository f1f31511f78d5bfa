#pragma once

#include <cstddef>
#include <functional>

namespace hexapla {

/// Calls `work(0)` ... `work(count - 1)`, each once, on up to `threads` threads at a time.
/// Calls must not touch what others write. The first exception by number is thrown again.
void parallel_for(std::size_t count, unsigned threads,
                  const std::function<void(std::size_t)>& work);

}  // namespace hexapla
