package org.xiaohao.webapps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;
import org.xiaohao.attachment.Attachments;
import org.xiaohao.consultation.Consultation;
import org.xiaohao.consultation.ConsultationService;
import org.xiaohao.consultation.Consultations;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/** What people and machines send that they should not. */
class BadInputIT extends BrowserTest {

  private static final String API = "/camunda/api/xiaohao/default";
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String ITEM = "changzhi-2017/essay/hanwei";
  private static final String FORMS = "changzhi-2017/consultation/opinion-forms/arts";
  private static final byte[] PDF = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @Autowired private Attachments attachments;
  @Autowired private TaskService tasks;
  @Autowired private Consultations consultations;
  @Autowired private ConsultationService consultation;

  /** The launch opens what is due first in the background. */
  @BeforeEach
  void everythingIsOpen() {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey("changzhi-2017/essay/hanwei")
                        .count()
                    == 1);
  }

  private HttpPerson person(String id) {
    var person = new HttpPerson(base()).in(id);
    person.get(API + "/me");
    return person;
  }

  @ParameterizedTest
  @ValueSource(strings = {ENGINE + "/task", API + "/item/extension", "/logout", "/nothing"})
  void a_gigabyte_is_refused_before_a_byte_of_it_is_read(String address) throws IOException {
    var sent =
        raw(
            "POST "
                + address
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Content-Type: application/json\r\nContent-Length: 1073741824\r\n\r\n");
    assertThat(sent).startsWith("HTTP/1.1 413");
  }

  /** All that takes a file. */
  private static final String PLUGIN = API + "/files?key=" + ITEM;

  private static final String PHONE = "/m/task/any";
  private static final String IMPORT = "/consultations/import?key=any";

  @ParameterizedTest
  @ValueSource(strings = {PLUGIN, PHONE, IMPORT})
  void an_upload_of_a_gigabyte_is_refused_before_a_byte_of_it_is_read(String address)
      throws IOException {
    var sent =
        raw(
            "POST "
                + address
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\n"
                + "Content-Length: 1073741824\r\n\r\n");
    assertThat(sent).startsWith("HTTP/1.1 413");
  }

  @ParameterizedTest
  @ValueSource(strings = {PLUGIN, PHONE, IMPORT})
  void an_upload_without_an_end_is_not_read(String address) throws IOException {
    var sent =
        raw(
            "POST "
                + address
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n");
    assertThat(sent).startsWith("HTTP/1.1 411");
  }

  @Test
  void a_file_that_is_a_little_too_big_is_refused_in_words() {
    var before = attachments.count(ITEM);
    var answer = upload(person("hanwei"), "扫描件.pdf", new byte[21 * 1024 * 1024]);
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.body()).contains("20 MB");
    assertThat(attachments.count(ITEM)).isEqualTo(before);
  }

  @Test
  void a_body_that_does_not_say_its_length_is_not_read() {
    var person = person("hanwei");
    var endless = BodyPublishers.ofInputStream(InputStream::nullInputStream);
    assertThat(person.send("POST", ENGINE + "/task", "application/json", endless).statusCode())
        .isEqualTo(411);
  }

  @Test
  void a_program_by_another_name_is_no_document() {
    var before = attachments.count(ITEM);
    var answer = upload(person("hanwei"), "工作总结.docx", new byte[] {'M', 'Z', 0, 1, 2});
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.body()).contains("工作总结.docx");
    assertThat(attachments.count(ITEM)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/x.pdf", "C:\\\\x.pdf", "a\u202Ex.pdf", "<b>x</b>.pdf"})
  void a_name_is_a_name_and_no_path(String name) {
    var person = person("hanwei");
    var answer = upload(person, name, PDF);
    if (answer.statusCode() == 201) {
      assertThat(answer.body()).doesNotContain("..", "\\\\", "\u202E");
      var id = answer.body().replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
      var download = person.get(API + "/file/" + id);
      assertThat(download.headers().firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment");
      assertThat(
              person.send("DELETE", API + "/file/" + id, "", BodyPublishers.noBody()).statusCode())
          .isEqualTo(204);
    } else {
      assertThat(answer.statusCode()).isBetween(400, 499);
    }
  }

  @Test
  void a_name_of_three_hundred_characters_does_no_harm() {
    var person = person("hanwei");
    var answer = upload(person, "长".repeat(300) + ".pdf", PDF);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).contains("长长").doesNotContain("长".repeat(256));
    var id = answer.body().replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    person.send("DELETE", API + "/file/" + id, "", BodyPublishers.noBody());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/x.pdf", "C:\\\\x.pdf", "a\u202Ex.pdf", "长"})
  void on_the_phone_a_name_is_a_name_and_no_path(String given) {
    var name = given.equals("长") ? given.repeat(300) + ".pdf" : given;
    var person = person("hanwei");
    var address = "/m/task/" + task(ITEM);
    var before = Set.copyOf(attachments.of(ITEM));
    var answer = send(person, address, person.formToken(address), name, PDF);
    assertThat(answer.statusCode()).isEqualTo(302);
    attachments.of(ITEM).stream()
        .filter(file -> !before.contains(file))
        .forEach(
            file -> {
              assertThat(file.name()).doesNotContain("..", "/", "\\", "\u202E");
              assertThat(file.name().length()).isLessThanOrEqualTo(255);
              var mine = API + "/file/" + file.id();
              assertThat(person.send("DELETE", mine, "", BodyPublishers.noBody()).statusCode())
                  .isEqualTo(204);
            });
  }

  @Test
  void a_program_is_no_document_on_the_phone_and_no_pile_of_forms() {
    var program = new byte[] {'M', 'Z', 0, 1, 2};
    var person = person("hanwei");
    var before = attachments.count(ITEM);
    var phone = "/m/task/" + task(ITEM);
    send(person, phone, person.formToken(phone), "工作总结.docx", program);
    assertThat(person.get(phone).body()).contains("“工作总结.docx”的内容不是 docx 文件");
    assertThat(attachments.count(ITEM)).isEqualTo(before);

    var liaison = person("cuijinfang");
    var desk = "/consultations/enter?key=" + FORMS;
    if (consultations.get(FORMS).state() == Consultation.State.PLANNED) {
      consultation.open(consultations.get(FORMS));
    }
    for (var name : List.of("答卷.xlsx", "../../etc/passwd", "长".repeat(300) + ".xlsx")) {
      var answer =
          send(
              liaison,
              "/consultations/import?key=" + FORMS,
              liaison.formToken(desk),
              name,
              program);
      assertThat(answer.statusCode()).as(name).isEqualTo(200);
      assertThat(answer.body()).as(name).contains("这不是 Excel 工作簿");
    }
  }

  @Test
  void the_file_of_somebody_else_and_a_file_that_is_not_there() {
    var owner = person("hanwei");
    var id = upload(owner, "我的.pdf", PDF).body().replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    var other = person("fengxiaoyan");
    assertThat(other.get(API + "/file/" + id).statusCode()).isEqualTo(403);
    assertThat(other.send("DELETE", API + "/file/" + id, "", BodyPublishers.noBody()).statusCode())
        .isEqualTo(403);
    assertThat(other.get(API + "/file/nothing").statusCode()).isEqualTo(404);
    assertThat(upload(other, "我的.pdf", PDF).statusCode()).isEqualTo(403);
    owner.send("DELETE", API + "/file/" + id, "", BodyPublishers.noBody());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "{\"key\":1e309}", "{\"key\":\"a\u0000b\"}", "\"x\""})
  void nonsense_is_answered_with_a_reason(String body) {
    for (var act : new String[] {"/item/withdraw", "/item/extension", "/office/waive"}) {
      var answer = person("liuguangli").post(API + act, body);
      assertThat(answer.statusCode()).as(act + " " + answer.body()).isBetween(400, 499);
    }
  }

  /** The server itself refuses them, before anybody asks who it is. */
  @ParameterizedTest
  @ValueSource(strings = {"/m/task/%00", "/m/task/%zz", "/m/<b>", "/m/a%2Fb"})
  void a_malformed_address_is_answered_in_words(String address) throws IOException {
    assertThat(malformed(address, ""))
        .startsWith("HTTP/1.1 400")
        .contains("<html lang=\"zh\">", "请求不正确", "/pages/pages.css")
        .doesNotContain("Bad Request<", "Tomcat");
  }

  /** As far as the server has read on until the language of the reader. */
  @ParameterizedTest
  @ValueSource(strings = {"/m/task/%00", "/m/task/%zz", "/m/a%2Fb"})
  void so_it_is_in_english(String address) throws IOException {
    assertThat(malformed(address, "Cookie: language=en\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("<html lang=\"en\">", "Bad request", "Home page");
  }

  private String malformed(String address, String header) throws IOException {
    var request =
        "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%sConnection: close\r\n\r\n"
            .formatted(address, header);
    return raw(request, 4096);
  }

  @Test
  void a_task_that_somebody_else_did_meanwhile() {
    var person = person("hanwei");
    var gone = "00000000-0000-0000-0000-000000000000";
    assertThat(person.get(API + "/task/" + gone + "/item").statusCode()).isEqualTo(404);
    assertThat(person.post(ENGINE + "/task/" + gone + "/submit-form", "{}").statusCode())
        .isBetween(400, 500);
    var foreign =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey("changzhi-2017/essay/tianyuejin")
            .singleResult()
            .getId();
    assertThat(person.post(ENGINE + "/task/" + foreign + "/submit-form", "{}").statusCode())
        .isEqualTo(403);
    assertThat(
            person
                .post(ENGINE + "/task/" + foreign + "/claim", "{\"userId\":\"hanwei\"}")
                .statusCode())
        .isEqualTo(403);
  }

  /** Whatever there is of ours is asked for what is not there, by somebody who may ask. */
  @ParameterizedTest
  @ValueSource(strings = {"nothing", "changzhi-2017/essay/nothing", "坏'%_\"<b>;--", "长"})
  void what_is_not_there_is_no_fault_of_the_server(String given) {
    var wrong = given.equals("长") ? given.repeat(100) : given;
    var office = person("huangzhengwei");
    var token = office.formToken("/m");
    var asked = new ArrayList<String>();
    var faults = new ArrayList<String>();
    mappings
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              if (!method.getBeanType().getName().startsWith("org.xiaohao.")) {
                return;
              }
              for (var pattern : mapping.getPatternValues()) {
                for (var verb : mapping.getMethodsCondition().getMethods()) {
                  for (var campaign : Set.of("changzhi-2017", wrong)) {
                    // what is true of a campaign may only be read
                    if (verb == RequestMethod.GET || campaign.equals(wrong)) {
                      var answer = ask(office, verb, pattern, method, campaign, wrong, token);
                      var what = verb + " " + pattern + " " + answer.statusCode();
                      asked.add(what);
                      if (answer.statusCode() >= 500 || isWordless(pattern, answer)) {
                        faults.add(what + " " + answer.body());
                      }
                    }
                  }
                }
              }
            });
    assertThat(asked).hasSizeGreaterThan(150);
    assertThat(faults).isEmpty();
  }

  /** An interface that refuses says why. */
  private static boolean isWordless(String pattern, HttpResponse<String> answer) {
    return pattern.contains("/api/")
        && answer.statusCode() >= 400
        && !answer.body().contains("\"detail\":\"");
  }

  private static HttpResponse<String> ask(
      HttpPerson person,
      RequestMethod verb,
      String pattern,
      HandlerMethod method,
      String campaign,
      String wrong,
      String token) {
    var path =
        UriComponentsBuilder.fromPath(pattern.replace("{engine}", "default"))
            .encode()
            .build()
            .expand(name -> name.equals("campaign") ? campaign : wrong.replace("/", "."))
            .toUriString();
    var fields =
        Arrays.stream(method.getMethodParameters())
            .filter(one -> one.hasParameterAnnotation(RequestParam.class))
            .map(one -> name(one))
            .map(name -> name + "=" + encoded(name.equals("campaign") ? campaign : wrong))
            .collect(Collectors.joining("&"));
    if (verb == RequestMethod.GET) {
      return person.get(path + "?" + fields);
    }
    if (pattern.startsWith("/camunda/")) {
      var body = "{\"key\":\"nothing\",\"reason\":\"" + "x".repeat(9) + "\"}";
      return person.send(
          verb.name(), path + "?" + fields, "application/json", BodyPublishers.ofString(body));
    }
    return person.form(path, "_csrf=" + encoded(token) + "&" + fields);
  }

  private static String name(MethodParameter parameter) {
    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
    var given = parameter.getParameterAnnotation(RequestParam.class).name();
    return given.isEmpty() ? parameter.getParameterName() : given;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> upload(HttpPerson person, String name, byte[] content) {
    return person.upload(PLUGIN, name, content);
  }

  /** Sends a file by a form, as a browser without scripts does. */
  private static HttpResponse<String> send(
      HttpPerson person, String address, String token, String name, byte[] content) {
    return person.upload(address, Map.of("_csrf", token, "act", "upload"), name, content);
  }

  private String task(String key) {
    return tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult().getId();
  }

  /** Sends exactly that, and reads the first of what comes back. */
  private String raw(String request) throws IOException {
    return raw(request, 12);
  }

  private String raw(String request, int most) throws IOException {
    var address = URI.create(base());
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readNBytes(most), StandardCharsets.UTF_8);
    }
  }
}
