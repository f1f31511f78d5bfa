#include "corpus/index/candidate_rows.hpp"

#include "corpus/index/search_index.hpp"

#include <algorithm>
#include <utility>

namespace hexapla {

namespace {

constexpr std::int64_t not_indexed = 0;  // the "portion" of rows that are in none

}  // namespace

CandidateRows::CandidateRows(const sqlite::Connection& connection, Query query,
                             std::vector<NumberedLanguage> languages)
    : connection_(connection),
      lists_(connection),
      row_from_(connection, "SELECT id FROM row WHERE id >= ? ORDER BY id LIMIT 1"),
      query_(std::move(query)),
      languages_(std::move(languages)) {
  sqlite::Statement portion(
      connection, "SELECT id, first, last FROM search_portion ORDER BY first, id");
  while (portion.step())
    portions_.push_back({portion.integer(0), std::max<std::int64_t>(portion.integer(1), 1),
                         std::min(portion.integer(2), greatest_row)});
  portions_.push_back({not_indexed, last_indexed_row(connection) + 1, no_row - 1});
}

std::int64_t CandidateRows::row_from(std::int64_t target) {
  row_from_.reset();
  return row_from_.bind(1, target).step() ? row_from_.integer(0) : no_row;
}

void CandidateRows::open_next_portion() {
  const Portion portion = portions_.front();
  portions_.pop_front();
  for (const NumberedLanguage& language : languages_) {
    Stream stream{portion, {}, portion.first - 1};
    if (portion.id != not_indexed)
      stream.slots = word_slots(query_, lists_, portion.id, language);
    advance(stream);
    if (stream.row != no_row) streams_.push_back(std::move(stream));
    if (portion.id == not_indexed) return;  // once, for all languages
  }
}

bool CandidateRows::words_follow(Stream& stream) const {
  std::vector<std::optional<std::vector<std::int64_t>>> begins(query_.parts.size());
  for (WordSlot& slot : stream.slots) {
    auto& common = begins[slot.part()];
    if (query_.parts[slot.part()].words.size() == 1) continue;
    const std::span<const std::int64_t> here = slot.begins();
    if (!common) {
      common.emplace(here.begin(), here.end());
    } else {
      std::erase_if(*common, [&](std::int64_t begin) {
        return !std::ranges::binary_search(here, begin);
      });
    }
    if (common->empty()) return false;
  }
  return true;
}

std::int64_t CandidateRows::common_row(Stream& stream, std::int64_t target) {
  if (stream.slots.empty()) {
    const std::int64_t row = row_from(target);
    return row <= stream.portion.last ? row : no_row;
  }
  for (std::size_t agreed = 0; agreed < stream.slots.size();) {
    const std::int64_t row = stream.slots[agreed].seek(lists_, target);
    if (row == no_row) return no_row;
    agreed = row == target || agreed == 0 ? agreed + 1 : 0;
    target = row;
  }
  return target;
}

void CandidateRows::advance(Stream& stream) {
  do {
    stream.row = common_row(stream, stream.row + 1);
  } while (stream.row != no_row && !words_follow(stream));
}

std::optional<std::int64_t> CandidateRows::next() {
  const auto nearest = [&] {
    std::int64_t row = no_row;
    for (const Stream& stream : streams_)
      row = std::min(row, stream.row);
    return row;
  };
  while (!portions_.empty() && portions_.front().first <= nearest())
    open_next_portion();
  const std::int64_t row = nearest();
  if (row == no_row) return std::nullopt;
  for (Stream& stream : streams_)
    if (stream.row == row) advance(stream);
  std::erase_if(streams_, [](const Stream& stream) { return stream.row == no_row; });
  return row;
}

}  // namespace hexapla
