#include "corpus/index/portion_queue.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace hexapla {

PortionQueue::PortionQueue(unsigned threads, std::size_t largest) : maker_(largest) {
  if (threads > 1) worker_ = std::thread([this] { work(); });
}

PortionQueue::~PortionQueue() {
  if (!worker_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
    batches_.clear();
  }
  changed_.notify_all();
  worker_.join();
}

std::vector<PortionLists> PortionQueue::made_of(const TextBatch& batch) {
  maker_.add(batch);
  return maker_.take_finished();
}

void PortionQueue::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [&] { return is_over_ || !batches_.empty(); });
    if (batches_.empty()) return;
    const TextBatch batch = std::move(batches_.front());
    batches_.pop_front();
    lock.unlock();
    std::vector<PortionLists> made;
    std::exception_ptr fault;
    try {
      made = made_of(batch);
    } catch (...) {
      fault = std::current_exception();
    }
    lock.lock();
    made_.push_back(std::move(made));
    if (fault) fault_ = fault;
    changed_.notify_all();
    if (fault) return;
  }
}

std::vector<PortionLists> PortionQueue::next_made() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return fault_ || !made_.empty(); });
  if (fault_) std::rethrow_exception(fault_);
  std::vector<PortionLists> made = std::move(made_.front());
  made_.pop_front();
  --due_;
  return made;
}

std::vector<PortionLists> PortionQueue::put(TextBatch batch) {
  if (worker_.joinable()) {
    {
      const std::lock_guard lock(mutex_);
      batches_.push_back(std::move(batch));
    }
    changed_.notify_all();
  } else {
    made_.push_back(made_of(batch));
  }
  if (++due_ <= delay) return {};
  return next_made();
}

std::vector<PortionLists> PortionQueue::finish() {
  std::vector<PortionLists> all;
  while (due_ > 0) {
    std::vector<PortionLists> made = next_made();
    std::ranges::move(made, std::back_inserter(all));
  }
  if (worker_.joinable()) {
    {
      const std::lock_guard lock(mutex_);
      is_over_ = true;
    }
    changed_.notify_all();
    worker_.join();
  }
  maker_.finish();
  std::ranges::move(maker_.take_finished(), std::back_inserter(all));
  return all;
}

}  // namespace hexapla
