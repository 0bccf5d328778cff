package org.xiaohao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTableTest {

  @ParameterizedTest
  @CsvSource({
    "abc,3",
    "学习,4",
    "\uFF08周六\uFF09,8",
    "(周六),6",
    "\uD842\uDFB7,2",
    "\u00E9,1",
    "e\u0301,1",
    "한글,4",
    "→,1"
  })
  void countsTheCellsOfATerminal(String text, int width) {
    assertThat(TextTable.width(text)).isEqualTo(width);
  }

  @Test
  void alignsLatinAndChineseUnderEachOther() {
    var table =
        new TextTable("<><").row("会议", "4", "a").row("paper", "120", "").row("集中学习", "7", "c");
    assertThat(table.lines()).containsExactly("会议        4  a", "paper     120", "集中学习    7  c");
  }
}
