package org.xiaohao.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EllipsisTest {

  @Test
  void what_fits_stays_as_it_is() {
    assertThat(Ellipsis.cut("", 1)).isEmpty();
    assertThat(Ellipsis.cut("办事慢", 3)).isEqualTo("办事慢");
  }

  @Test
  void what_is_too_long_ends_with_an_ellipsis_and_is_no_longer_than_allowed() {
    assertThat(Ellipsis.cut("窗口办事慢", 4)).isEqualTo("窗口办…");
    assertThat(Ellipsis.cut("one two", 5)).as("no blank before it").isEqualTo("one…");
    assertThat(Ellipsis.cut("窗口", 1)).isEqualTo("…");
  }

  @Test
  void no_character_is_cut_in_two() {
    assertThat(Ellipsis.cut("a😀😀", 3)).as("an emoji takes two units").isEqualTo("a…");
    assertThat(Ellipsis.cut("a😀😀", 4)).isEqualTo("a😀…");
    assertThat(Ellipsis.cut("😀😀", 2)).isEqualTo("…");
    assertThat(Ellipsis.cut("cafe\u0301 noir", 5)).as("a letter and its accent").isEqualTo("caf…");
  }
}
