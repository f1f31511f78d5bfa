#include "document/text_tables.hpp"

#include "document/audit.hpp"
#include "document/cells.hpp"
#include "document/read_text.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
using Strings = std::vector<std::string>;

TEST_CASE("a table set with spaces is cells, row by row", "[document]") {
  const std::string text =
      "1. The resources for the period are shown in the following table, in thousands.\n"
      "\n"
      "Category                       2024/25      2025/26\n"
      "\n"
      "Military personnel            37 339.0     48 442.5\n"
      "Contributions received\n"
      "in advance                    68 552.0          –\n"
      "Total                        105 891.0     48 442.5\n"
      "\n"
      "2. The Assembly took note of them and decided to come back to the matter.\n";
  const Document document = read_text(text, "t", languages::en);
  CHECK(cells_in(document) ==
        Strings{"1.1.1 Category", "1.1.2 2024/25", "1.1.3 2025/26",
                "1.2.1 Military personnel", "1.2.2 37 339.0", "1.2.3 48 442.5",
                "1.3.1 Contributions received in advance", "1.3.2 68 552.0", "1.3.3 –",
                "1.4.1 Total", "1.4.2 105 891.0", "1.4.3 48 442.5"});
  CHECK(audit(document, text).unaccounted.empty());
}

TEST_CASE("tabs part cells too, in any script", "[document]") {
  const Document document =
      read_text("会员国\t2024年\t2025年\n阿富汗\t1 774\t1 802\n安道尔\t312\t298\n", "t",
                languages::zh);
  CHECK(cells_in(document) == Strings{"1.1.1 会员国", "1.1.2 2024年", "1.1.3 2025年",
                                      "1.2.1 阿富汗", "1.2.2 1 774", "1.2.3 1 802",
                                      "1.3.1 安道尔", "1.3.2 312", "1.3.3 298"});
}

TEST_CASE("a masthead, sentences with two spaces between and numbered paragraphs are none",
          "[document]") {
  const Document document = read_text(
      "General Assembly                  Security Council\n"
      "Seventy-fifth session             Seventy-fifth year\n"
      "Agenda items 35 and 40\n\n"
      "1.   The Council met.  It heard the reports.  It took note of them, as it had\n"
      "done before.  The members spoke in turn.  They agreed on the text, and on all\n"
      "that followed.  The meeting rose at noon.  There were no other matters at all.\n"
      "2.   The Council will meet again.  Its members will be told in time.\n",
      "t", languages::en);
  CHECK(cells_in(document).empty());
}

TEST_CASE("a job number with its dates is no table of one line", "[document]") {
  const Document document = read_text(
      "1.   The agreement entered into force in March 2019, and its commission\n"
      "meets twice a year.\n\n20-14034 (E)    011220    021220\n",
      "t", languages::en);
  CHECK(cells_in(document).empty());
  CHECK(document.blocks.back().kind == BlockKind::furniture);
}

TEST_CASE("labels and names with a tab before their text are no cells", "[document]") {
  std::string text;
  for (int i = 0; i < 14; ++i)
    text +=
        "Article " + std::to_string(i + 10) + ".\tThe Council shall meet once a year.\n";
  CHECK(cells_in(read_text(text, "t", languages::en)).empty());
}

}  // namespace hexapla
