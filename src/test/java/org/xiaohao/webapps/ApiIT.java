package org.xiaohao.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/** Who may ask what of the plugins' endpoints; without a browser, as an intruder would. */
class ApiIT extends BrowserTest {

  private static final String API = "/camunda/api/xiaohao/default";

  @Autowired private ObjectMapper json;

  private HttpPerson visitor;

  @BeforeEach
  void comes() {
    visitor = new HttpPerson(base());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        API + "/me",
        API + "/items",
        API + "/item?key=changzhi-2017/essay/fengxiaoyan",
        API + "/files?key=changzhi-2017/essay/fengxiaoyan",
        API + "/file/00000000-0000-0000-0000-000000000000",
        API + "/clock",
        "/camunda/api/%78iaohao/default/items",
        "/camunda/api/xiaohao/other/items"
      })
  void nobodyAsksWithoutLogin(String address) throws Exception {
    assertThat(get(address).statusCode()).isEqualTo(401);
  }

  @Test
  void anAddressWithATwistIsNoAddress() {
    assertThat(get("/camunda/api/xiaohao;a=b/default/items").statusCode()).isEqualTo(400);
  }

  @Test
  void staffSeeTheirOwnItemsOnly() throws Exception {
    logIn("fengxiaoyan");
    assertThat(get(API + "/item?key=changzhi-2017/essay/fengxiaoyan").statusCode()).isEqualTo(200);
    var foreign = get(API + "/item?key=changzhi-2017/essay/hanwei");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(json.readTree(foreign.body()).get("detail").asText())
        .isEqualTo("“讨论材料 · 韩伟”不是您的事项,您无权查看。");
    assertThat(get(API + "/files?key=changzhi-2017/essay/hanwei").statusCode()).isEqualTo(403);
    assertThat(get(API + "/item?key=changzhi-2017/essay/nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void staffDoNoneOfTheOfficesWork() throws Exception {
    logIn("fengxiaoyan");
    var waiver = "{\"key\":\"changzhi-2017/essay/fengxiaoyan\",\"reason\":\"不想写\"}";
    assertThat(post(API + "/office/waive", waiver).statusCode()).isEqualTo(403);
    assertThat(post(API + "/clock/advance", "{\"by\":\"HOUR\"}").statusCode()).isEqualTo(403);
  }

  @Test
  void aChangeWithoutTheTokenOfThePageIsRefused() throws Exception {
    logIn("liuguangli");
    visitor.forget("XSRF-TOKEN");
    assertThat(post(API + "/clock/advance", "{\"by\":\"HOUR\"}").statusCode()).isEqualTo(403);
  }

  @Test
  void nonsenseIsAnsweredInWords() throws Exception {
    logIn("liuguangli");
    for (var body : new String[] {"", "{", "{\"by\":\"CENTURY\"}", "{}"}) {
      var answer = post(API + "/clock/advance", body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
  }

  private HttpResponse<String> get(String address) {
    return visitor.get(address);
  }

  private HttpResponse<String> post(String address, String body) {
    return visitor.post(address, body);
  }

  private void logIn(String person) {
    visitor = new HttpPerson(base()).in(person);
    get(API + "/me");
  }
}
