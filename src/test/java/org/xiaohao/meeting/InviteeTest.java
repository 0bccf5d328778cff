package org.xiaohao.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests as offices write them down. */
class InviteeTest {

  @ParameterizedTest
  @CsvSource({
    "李代表 li@example.org, 李代表, li@example.org",
    "李代表<li@example.org>, 李代表, li@example.org",
    "李代表（li@example.org）, 李代表, li@example.org",
    "市政协 王委员：wang@example.org, 市政协 王委员, wang@example.org",
    "li@example.org, li@example.org, li@example.org"
  })
  void a_name_with_an_address_is_both(String line, String name, String mail) {
    assertThat(Invitee.guest(line)).isEqualTo(new Invitee(name, null, mail));
  }

  @ParameterizedTest
  @ValueSource(strings = {"李代表", "党代表、人大代表", "微信 @li", "a@b@c", "电话 139@"})
  void whatever_is_no_address_belongs_to_the_name(String line) {
    assertThat(Invitee.guest(line)).isEqualTo(new Invitee(line, null, null));
  }

  @Test
  void an_endless_line_takes_no_endless_time() {
    var line = " ".repeat(2000) + "@" + " ".repeat(2000);
    assertThat(Invitee.guest(line).mail()).isNull();
  }
}
