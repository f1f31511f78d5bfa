#pragma once

#include "align/evidence/embeddings.hpp"

#include <span>
#include <string>
#include <string_view>

namespace hexapla::cli {

/// A request for the vectors of `texts`.
/// Source: OpenAI's POST /v1/embeddings, which vLLM, llama.cpp, Ollama, TEI and others
///         understand too.
[[nodiscard]] std::string embedding_request(const std::string& model,
                                            std::span<const std::string_view> texts);

/// The vectors of an answer in the order of the request, whatever order it has.
/// Errors: Fault::malformed naming `server`: no JSON of that kind, more or fewer vectors
///         than texts, one twice, of different dimension, or with numbers that make no
///         sense.
[[nodiscard]] Embeddings read_embedding_answer(std::string_view json, std::size_t texts,
                                               const std::string& server);

/// What a server says of an error, cut short and on one line; empty when it is silent.
[[nodiscard]] std::string complaint_in(std::string_view body);

}  // namespace hexapla::cli
