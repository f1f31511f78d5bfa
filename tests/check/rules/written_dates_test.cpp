#include "check/rules/written_dates.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a date is suggested in the words of the text's language", "[check]") {
  Date date;
  date.year = 2020;
  date.month = 10;
  date.day = 11;
  CHECK(written_date(date, languages::en) == "11 October 2020");
  CHECK(written_date(date, languages::fr) == "11 octobre 2020");
  CHECK(written_date(date, languages::es) == "11 de octubre de 2020");
  CHECK(written_date(date, languages::ru) == "11 октября 2020 года");
  CHECK(written_date(date, languages::zh) == "2020年10月11日");
  CHECK(written_date(date, languages::ar) == "11 تشرين الأول/أكتوبر 2020");
  date.day = 1;
  CHECK(written_date(date, languages::fr) == "1er octobre 2020");
  date.day.reset();
  CHECK(written_date(date, languages::ru) == "октябрь 2020 года");
  date.year.reset();
  date.day = 4;
  CHECK(written_date(date, languages::es) == "4 de octubre");
}

}  // namespace hexapla
