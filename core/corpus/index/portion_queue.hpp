#pragma once

// Private to core/corpus/.

#include "corpus/index/portion_maker.hpp"
#include "text/interface.hpp"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace hexapla {

/// Makes portions of batches of texts, on a thread of its own where there may be two. What
/// comes back, and when, depends on the texts only: the portions that a batch ended come
/// with the second batch after it.
class PortionQueue : public Pinned {
 public:
  explicit PortionQueue(unsigned threads, std::size_t largest = largest_portion);
  ~PortionQueue();

  /// Returns: the portions that are due. Waits for them if need be.
  /// Errors: what making them threw.
  [[nodiscard]] std::vector<PortionLists> put(TextBatch batch);
  /// The portions still due, with the last one; nothing can be put afterwards.
  [[nodiscard]] std::vector<PortionLists> finish();

 private:
  static constexpr std::size_t delay = 2;  ///< Batches.

  [[nodiscard]] std::vector<PortionLists> made_of(const TextBatch& batch);
  void work();
  [[nodiscard]] std::vector<PortionLists> next_made();

  PortionMaker maker_;   ///< Used by one thread only.
  std::size_t due_ = 0;  ///< Batches whose portions have not been taken.

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<TextBatch> batches_;
  std::deque<std::vector<PortionLists>> made_;
  std::exception_ptr fault_;
  bool is_over_ = false;
  std::thread worker_;  ///< None where one thread does all.
};

}  // namespace hexapla
