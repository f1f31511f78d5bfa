#pragma once

#include "format/xml_writer.hpp"

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A sentence of a document, which its place in it numbers, from 1.
struct LinkedSentence {
  std::string_view text;
  std::uint32_t paragraph = 0;  ///< Neighbours of the same one stand together.
};

/// Writes a document as OPUS has it: `s` in `p` in `text`, with ids that count from 1.
/// Returns: how many characters XML forbids, which were written as words.
std::size_t write_linked_document(std::ostream& out,
                                  std::span<const LinkedSentence> sentences);

/// Writes an alignment of many documents as OPUS has it: `cesAlign` with a `linkGrp` for
/// each two, which stand in files of their own.
class LinkedDocuments {
 public:
  explicit LinkedDocuments(std::ostream& out);

  /// `from` and `to` name the files: `en/A_75_574.xml`.
  void begin(const std::string& from, const std::string& to);
  /// Numbers of sentences, from 0; either may be empty.
  void link(std::span<const std::uint32_t> source, std::span<const std::uint32_t> target,
            double confidence);
  void end();
  void finish();

 private:
  XmlWriter xml_;
  std::size_t links_ = 0;  ///< Of the present documents.
};

}  // namespace hexapla
