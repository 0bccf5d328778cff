package org.xiaohao.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/** Deputies and points over the wire: who may ask what. */
class DeputyApiIT extends BrowserTest {

  private static final String API = "/camunda/api/xiaohao/default";
  private static final String DEPUTY = API + "/me/deputy";

  /** Of unit arts, as her head songwenbin and the colleague wuyonghong. */
  private static final String PERSON = "fengxiaoyan";

  @Autowired private ObjectMapper json;

  @Test
  void a_person_names_a_deputy_who_sees_it_and_may_not_end_it() throws Exception {
    var person = new HttpPerson(base()).in(PERSON);
    var named = person.post(DEPUTY, naming("", "wuyonghong", "2017-03-20", "2017-03-21"));
    assertThat(named.statusCode()).isEqualTo(201);
    var id = json.readTree(named.body()).get("id").asLong();

    var deputy = new HttpPerson(base()).in("wuyonghong");
    var seen = json.readTree(deputy.get(DEPUTY).body());
    assertThat(seen).anyMatch(span -> span.get("id").asLong() == id);
    assertThat(seen)
        .filteredOn(span -> span.get("id").asLong() == id)
        .allMatch(span -> !span.get("mayEnd").asBoolean());
    assertThat(deputy.post(DEPUTY + "/end", "{\"id\":" + id + "}").statusCode()).isEqualTo(403);
    var head = new HttpPerson(base()).in("songwenbin");
    assertThat(json.readTree(head.get(DEPUTY).body()))
        .anyMatch(span -> span.get("id").asLong() == id && span.get("mayEnd").asBoolean());
    assertThat(head.post(DEPUTY + "/end", "{\"id\":" + id + "}").statusCode()).isEqualTo(204);
    assertThat(head.post(DEPUTY + "/end", "{\"id\":" + id + "}").statusCode()).isEqualTo(409);
  }

  @Test
  void the_head_names_one_for_the_unit_and_another_head_does_not() throws Exception {
    var wanted = naming(PERSON, "wuyonghong", "2017-03-22", "2017-03-23");
    var other = new HttpPerson(base()).in("hanwei");
    assertThat(other.post(DEPUTY, wanted).statusCode()).isEqualTo(403);

    var head = new HttpPerson(base()).in("songwenbin");
    var named = head.post(DEPUTY, wanted);

    assertThat(named.statusCode()).isEqualTo(201);
    var id = json.readTree(named.body()).get("id").asLong();
    assertThat(head.post(DEPUTY + "/end", "{\"id\":" + id + "}").statusCode()).isEqualTo(204);
  }

  @Test
  void people_are_found_by_a_part_of_their_name() throws Exception {
    var person = new HttpPerson(base()).in(PERSON);

    var found = person.get(DEPUTY + "/people?campaign=changzhi-2017&part=wuyong");
    assertThat(json.readTree(found.body()))
        .anyMatch(one -> one.get("id").asText().equals("wuyonghong"));
    assertThat(json.readTree(person.get(DEPUTY + "/people?campaign=changzhi-2017&part=%25").body()))
        .isEmpty();
    assertThat(person.get(DEPUTY + "/people?campaign=other").statusCode()).isEqualTo(403);
  }

  /** Before anything is counted, who may see points is told that there are none yet. */
  @ParameterizedTest
  @CsvSource({
    "fengxiaoyan, 409",
    "songwenbin, 409",
    "helixin, 409",
    "liuguangli, 409",
    "yangjianping, 409",
    "wuyonghong, 403",
    "cuijinfang, 403",
    "hanwei, 403",
    "luzhanzhong, 409"
  })
  void points_of_a_person_are_for_few(String reader, int answer) {
    var visitor = new HttpPerson(base()).in(reader);
    var address = API + "/appraisal/score?campaign=changzhi-2017&level=PERSON&id=" + PERSON;
    assertThat(visitor.get(address).statusCode()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({"fengxiaoyan, 403", "songwenbin, 403", "luzhanzhong, 409", "helixin, 409"})
  void the_year_end_sheet_is_for_office_and_leading_group(String reader, int answer) {
    var visitor = new HttpPerson(base()).in(reader);
    assertThat(visitor.get(API + "/appraisal/year-end?campaign=changzhi-2017").statusCode())
        .isEqualTo(answer);
    assertThat(visitor.get(API + "/appraisal/year-end.md?campaign=changzhi-2017").statusCode())
        .isEqualTo(answer);
  }

  @Test
  void only_the_office_starts_an_appraisal() {
    var visitor = new HttpPerson(base()).in(PERSON);
    assertThat(
            visitor
                .post(API + "/office/appraisal", "{\"campaign\":\"changzhi-2017\"}")
                .statusCode())
        .isEqualTo(403);
  }

  private static String naming(String person, String deputy, String begins, String ends) {
    return """
    {"campaign":"changzhi-2017","person":"%s","deputy":"%s","begins":"%s","ends":"%s"}
    """
        .formatted(person, deputy, begins, ends);
  }
}
