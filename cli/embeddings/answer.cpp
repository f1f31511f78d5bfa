#include "cli/embeddings/answer.hpp"

#include "text/error.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

using AnswerJson = nlohmann::json;

[[noreturn]] void malformed(const std::string& server, const std::string& what) {
  throw Error(Fault::malformed, {server, 0}, "the answer " + what);
}

const AnswerJson* member(const AnswerJson& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

/// Puts the vector of one item at its place.
class RowFiller {
 public:
  RowFiller(std::size_t rows, const std::string& server) : filled_(rows), server_(server) {}

  void put(const AnswerJson& item) {
    const AnswerJson* const index = member(item, "index");
    const AnswerJson* const vector = member(item, "embedding");
    if (!index || !index->is_number_unsigned() || !vector || !vector->is_array())
      malformed(server_, "has an item without 'index' or 'embedding'");
    const auto row = index->get<std::uint64_t>();
    if (row >= filled_.size() || filled_[row])
      malformed(server_,
                "has a vector of index " + std::to_string(row) + " twice or too many");
    filled_[row] = true;
    if (result_.dimension == 0) begin(vector->size());
    if (vector->size() != result_.dimension)
      malformed(server_, "has vectors of dimension " + std::to_string(result_.dimension) +
                             " and " + std::to_string(vector->size()));
    fill(*vector, row);
  }

  [[nodiscard]] Embeddings result() && { return std::move(result_); }

 private:
  void begin(std::size_t dimension) {
    if (dimension == 0 || dimension > most_dimensions)
      malformed(server_, "has vectors of dimension " + std::to_string(dimension));
    result_.dimension = static_cast<std::uint32_t>(dimension);
    result_.numbers.resize(filled_.size() * dimension);
  }

  void fill(const AnswerJson& vector, std::size_t row) {
    const auto numbers =
        std::span(result_.numbers).subspan(row * result_.dimension, result_.dimension);
    for (std::size_t place = 0; place < numbers.size(); ++place) {
      const double number =
          vector[place].is_number() ? vector[place].get<double>() : std::nan("");
      // Written so that it refuses NaN too.
      if (!(std::abs(number) <= std::numeric_limits<float>::max()))
        malformed(server_,
                  "has something that is no number in vector " + std::to_string(row));
      numbers[place] = static_cast<float>(number);
    }
    if (std::ranges::all_of(numbers, [](float number) { return number == 0; }))
      malformed(server_, "has only zeros in vector " + std::to_string(row));
  }

  std::vector<bool> filled_;
  const std::string& server_;
  Embeddings result_;
};

}  // namespace

std::string embedding_request(const std::string& model,
                              std::span<const std::string_view> texts) {
  AnswerJson request{
      {"model", model}, {"encoding_format", "float"}, {"input", AnswerJson::array()}};
  for (const std::string_view text : texts)
    request["input"].push_back(text);
  return request.dump();
}

Embeddings read_embedding_answer(std::string_view json, std::size_t texts,
                                 const std::string& server) {
  const AnswerJson answer = AnswerJson::parse(json, nullptr, false);
  if (answer.is_discarded()) malformed(server, "is no JSON");
  const AnswerJson* const data = member(answer, "data");
  if (!data || !data->is_array())
    malformed(server,
              "lacks 'data', a list of vectors; is this the address of an "
              "OpenAI-compatible /v1/embeddings?");
  if (data->size() != texts)
    malformed(server, "has " + std::to_string(data->size()) + " vectors for " +
                          std::to_string(texts) + " texts");
  RowFiller filler(texts, server);
  for (const AnswerJson& item : *data)
    filler.put(item);
  return std::move(filler).result();
}

std::string complaint_in(std::string_view body) {
  constexpr std::size_t longest = 200;  // bytes
  const AnswerJson answer = AnswerJson::parse(body, nullptr, false);
  const AnswerJson* const error = member(answer, "error");
  const AnswerJson* const message =
      error ? (error->is_string() ? error : member(*error, "message"))
            : member(answer, "message");
  std::string words =
      message && message->is_string() ? message->get<std::string>() : std::string();
  if (words.size() > longest) {
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U)
      --end;  // not inside a character
    words = words.substr(0, end) + " ...";
  }
  std::ranges::replace_if(
      words,
      [](char sign) { return static_cast<unsigned char>(sign) < ' ' || sign == '\x7F'; },
      ' ');
  return words;
}

}  // namespace hexapla::cli
