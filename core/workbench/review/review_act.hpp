#pragma once

#include "workbench/review/reviewed_work.hpp"

#include <array>
#include <string_view>

namespace hexapla {

/// What a reviser does to rows. The names are those of the page's API.
enum class ReviewVerb : std::uint8_t {
  confirm,  ///< Rows, or one language of them, are right.
  reject,
  clear,      ///< Neither, again.
  push_up,    ///< The first segment of a cell goes to the row above.
  push_down,  ///< The last one to the row below.
  pull_up,    ///< The first segment of the next row comes into the cell.
  pull_down,  ///< The last one of the previous row does.
  join,       ///< Two or more neighbouring rows become one.
  part,       ///< A row becomes two, before a segment.
  edit,
  dismiss,  ///< Findings by their names.
  undismiss,
  comment,
  resolve,
  cut,      ///< A sentence becomes two.
  unite,    ///< A sentence and the next become one.
  realign,  ///< The rows from one on up to the next confirmed one are aligned again.
};
inline constexpr std::array review_verb_names{
    std::string_view("confirm"),   std::string_view("reject"),
    std::string_view("clear"),     std::string_view("push-up"),
    std::string_view("push-down"), std::string_view("pull-up"),
    std::string_view("pull-down"), std::string_view("join"),
    std::string_view("part"),      std::string_view("edit"),
    std::string_view("dismiss"),   std::string_view("undismiss"),
    std::string_view("comment"),   std::string_view("resolve"),
    std::string_view("cut"),       std::string_view("unite"),
    std::string_view("realign")};
[[nodiscard]] std::optional<ReviewVerb> review_verb_from(std::string_view name);

/// The kind of decision that goes by the verb's name; none for verbs about rows.
[[nodiscard]] std::optional<DecisionKind> kind_of(ReviewVerb verb);

struct ReviewAct {
  ReviewVerb verb = ReviewVerb::confirm;
  std::vector<std::int64_t> rows;  ///< Ids.
  std::optional<Language> language;
  std::optional<std::uint32_t> segment;
  std::uint32_t at = 0;               ///< cut: the byte at which the second part begins
  std::string text;                   ///< edit, comment
  std::vector<std::string> findings;  ///< dismiss, undismiss: names
  std::int64_t line = 0;              ///< resolve: of the comment
};

/// The places of rows that an act would change: those named and, where segments go from row
/// to row, their neighbours.
/// Errors: Fault::inconsistent when a row is gone, or is needed and not named.
[[nodiscard]] std::vector<std::size_t> rows_touched(const ReviewedWork& work,
                                                    const ReviewAct& act);

/// The decision that an act is. `termbase` helps to align again. Errors: Fault::inconsistent
/// with words for the reviser when it can't be.
[[nodiscard]] Proposal proposal_for(const ReviewedWork& work, const ReviewAct& act,
                                    const Termbase& termbase);

/// The names of open findings that are alike: the same rule and language, and, of terms,
/// the same words in the source and the same suggestion.
[[nodiscard]] std::vector<std::string> findings_like(const ReviewedWork& work,
                                                     std::string_view name);

/// A line of the log in words: what was done, without who and when. `work` is as it is now.
[[nodiscard]] std::string words_for(const LoggedDecision& line,
                                    std::span<const LoggedDecision> log);

}  // namespace hexapla
