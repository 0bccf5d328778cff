package org.xiaohao.webapps.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/** Who comes in, and who does not; without a browser, as an intruder would try. */
class FrontDoorIT extends BrowserTest {

  private HttpPerson visitor() {
    return new HttpPerson(base());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/camunda/app/tasklist/default/",
        "/camunda/app/cockpit/default/",
        "/camunda/app/admin/default/",
        "/camunda/app/welcome/default/",
        "/camunda/lib/deps.js",
        "/nothing/here"
      })
  void a_page_without_login_leads_to_the_login(String address) {
    var answer = visitor().get(address);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/engine/engine/default/user",
        "/camunda/api/admin/auth/user/default",
        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count",
        "/camunda/api/tasklist/plugin/tasklistPlugins/default/task/x/comments",
        "/api/v1/campaigns"
      })
  void an_api_without_login_says_no(String address) {
    assertThat(visitor().get(address).statusCode()).isEqualTo(401);
  }

  /** The page itself leads on where the screen is wide enough, see {@code LoginBrowserIT}. */
  @ParameterizedTest
  @ValueSource(strings = {"fengxiaoyan", "songwenbin"})
  void whoever_has_one_place_finds_that_one_and_the_pages_for_phones(String person) {
    var visitor = visitor();
    assertThat(visitor.logIn(person, "xiaohao").headers().firstValue("Location").orElse(""))
        .endsWith("/");
    assertThat(visitor.get("/").body())
        .contains("href=\"/camunda/app/tasklist/default/\"", "href=\"/m\"")
        .doesNotContain("/camunda/app/cockpit/", "/camunda/app/admin/");
  }

  @Test
  void the_office_chooses_between_its_places() {
    var page = visitor().in("liuguangli").get("/");
    assertThat(page.body()).contains("刘广立，您好").contains("待办", "监控");
    assertThat(page.body()).doesNotContain("/camunda/app/admin/");
  }

  @Test
  void our_pages_allow_nothing_inline_and_nothing_from_elsewhere() {
    var page = visitor().get("/login");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe-");
    assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(page.body()).contains("lang=\"zh\"").doesNotContain("http://", "https://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/m", "/consultations", "/nothing", "/api-docs", "/m/item?key=nothing"})
  void every_page_of_ours_says_so(String address) {
    var person = visitor().in("hanwei");
    var page = person.get(address, "Accept", "text/html");
    if (page.statusCode() == 302) {
      page = person.get(page.headers().firstValue("Location").orElse("").replace(base(), ""));
    }
    assertThat(page.body()).startsWith("<!");
    assertStrict(page);
    assertStrict(visitor().get("/answer/nothing"));
    assertStrict(visitor().get("/answer/thanks"));
  }

  private static void assertStrict(HttpResponse<String> page) {
    assertThat(page.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .isEqualTo(PageHeaders.POLICY);
  }

  /** Two loads at the same time used to get the nonce of each other, and a blank page. */
  @Test
  void every_load_of_a_webapp_has_the_nonce_that_its_header_names() throws Exception {
    var person = visitor().in("hanwei");
    var loads = Collections.nCopies(200, "/camunda/app/tasklist/default/");
    var threads = Executors.newFixedThreadPool(16);
    try {
      var nonces = new HashSet<String>();
      for (var load :
          threads.invokeAll(
              loads.stream()
                  .map(page -> (Callable<HttpResponse<String>>) () -> person.get(page))
                  .toList())) {
        var page = load.get();
        var header = page.headers().firstValue("Content-Security-Policy").orElse("");
        var nonce = header.replaceFirst("(?s).*'nonce-([^']+)'.*", "$1");
        var inPage = NONCE.matcher(page.body()).results().map(found -> found.group(1)).toList();
        assertThat(inPage).isNotEmpty().allMatch(nonce::equals);
        nonces.add(nonce);
      }
      assertThat(nonces).hasSize(loads.size());
    } finally {
      threads.shutdown();
    }
  }

  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

  @Test
  void english_is_a_choice_that_is_kept() {
    var visitor = visitor();
    assertThat(visitor.get("/login?language=en").body()).contains("Log in", "lang=\"en\"");
    assertThat(visitor.get("/login").body()).contains("Log in");
    assertThat(visitor.get("/login?language=zh").body()).contains("登录");
    assertThat(visitor.get("/login?language=fr").body()).contains("登录");
  }

  @Test
  void a_wrong_password_and_an_unknown_name_are_told_alike() {
    var wrong = visitor().logIn("guowei", "wrong").headers().firstValue("Location").orElse("");
    var unknown = visitor().logIn("nobody", "wrong").headers().firstValue("Location").orElse("");
    assertThat(wrong).endsWith("/login?wrong").isEqualTo(unknown);
    assertThat(visitor().logIn("坏'人\"<>", "").headers().firstValue("Location").orElse(""))
        .endsWith("/login?wrong");
  }

  @Test
  void whoever_guesses_is_no_longer_heard() {
    for (var guess = 0; guess < 5; guess++) {
      assertThat(visitor().logIn("huangweidong", "guess" + guess).headers().firstValue("Location"))
          .hasValueSatisfying(place -> assertThat(place).endsWith("?wrong"));
    }
    assertThat(visitor().logIn("huangweidong", "xiaohao").headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).endsWith("?wait=15"));
    assertThat(visitor().get("/login?wait=15").body()).contains("请过 15 分钟再试");
    assertThat(visitor().get("/login?wait=0%3Cb%3E").body()).contains("请过 15 分钟再试");
  }

  @Test
  void the_session_of_the_visitor_is_not_that_of_the_person() {
    var visitor = visitor();
    visitor.get("/login");
    var before = visitor.cookie("JSESSIONID");
    var answer = visitor.logIn("fengxiaoyan", "xiaohao");
    assertThat(visitor.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .contains("HttpOnly")
        .containsOnlyOnce("SameSite=Lax");
  }

  @Test
  void a_login_form_without_its_token_comes_back() {
    var answer = visitor().form("/login", "username=fengxiaoyan&password=xiaohao");
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login?expired");
  }

  @Test
  void the_webapps_own_login_is_shut() {
    var visitor = visitor();
    visitor.get("/login");
    var second = "/camunda/api/admin/auth/user/default/login/tasklist";
    assertThat(visitor.form(second, "username=fengxiaoyan&password=xiaohao").statusCode())
        .isIn(401, 403);
    var person = visitor().in("hanwei");
    assertThat(person.form(second, "username=liuguangli&password=xiaohao").statusCode())
        .isEqualTo(403);
    assertThat(person.get("/camunda/api/admin/auth/user/default").body()).contains("hanwei");
  }

  @Test
  void logging_out_of_a_webapp_logs_out_of_the_house() {
    var person = visitor().in("hanwei");
    assertThat(person.get("/").statusCode()).isEqualTo(200);
    assertThat(person.post("/camunda/api/admin/auth/user/default/logout", "").statusCode())
        .isEqualTo(200);
    assertThat(person.get("/").headers().firstValue("Location").orElse("")).endsWith("/login");
    assertThat(person.get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(401);
  }

  @Test
  void a_foreign_page_cannot_log_anybody_out() {
    var person = visitor().in("hanwei");
    assertThat(person.form("/logout", "").statusCode()).isEqualTo(403);
    assertThat(person.get("/camunda/api/admin/auth/user/default").statusCode()).isEqualTo(200);
  }

  @Test
  void logging_in_as_somebody_else_changes_the_webapps_too() {
    var person = visitor().in("hanwei");
    person.in("fengxiaoyan");
    assertThat(person.get("/camunda/api/admin/auth/user/default").body()).contains("fengxiaoyan");
  }
}
