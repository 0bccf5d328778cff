package org.xiaohao.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Somebody who asks the server without a browser, as an intruder would; with cookies. */
public final class HttpPerson {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

  private final String base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  /**
   * @param base of the server, without a slash at the end
   */
  public HttpPerson(String base) {
    this.base = base;
  }

  /** Logs in by the form; gives the answer to it. */
  public HttpResponse<String> logIn(String person, String password) {
    return form(
        "/login",
        "username="
            + encoded(person)
            + "&password="
            + encoded(password)
            + "&_csrf="
            + formToken("/login"));
  }

  /** Logs in as one of the sample's people and opens Tasklist, as everybody does. */
  public HttpPerson in(String person) {
    logIn(person, "xiaohao");
    get("/camunda/app/tasklist/default/");
    return this;
  }

  public HttpResponse<String> get(String address) {
    return send("GET", address, "", BodyPublishers.noBody());
  }

  /** Asks with one more header. */
  public HttpResponse<String> get(String address, String header, String value) {
    return sent(HttpRequest.newBuilder(URI.create(base + address)).header(header, value).build());
  }

  public HttpResponse<String> post(String address, String json) {
    return send("POST", address, "application/json", BodyPublishers.ofString(json));
  }

  public HttpResponse<String> form(String address, String body) {
    return send(
        "POST", address, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
  }

  /** Sends a file as the field {@code file} of a form. */
  public HttpResponse<String> upload(String address, String name, byte[] content) {
    return upload(address, Map.of(), name, content);
  }

  /**
   * Sends a file by a form, as a browser without scripts does.
   *
   * @param fields what stands in the form before the file
   */
  public HttpResponse<String> upload(
      String address, Map<String, String> fields, String name, byte[] content) {
    var before = new StringBuilder();
    fields.forEach(
        (field, value) ->
            before.append(
                "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(field, value)));
    before.append(
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
            .formatted(name));
    before.append("Content-Type: application/octet-stream\r\n\r\n");
    return send(
        "POST",
        address,
        "multipart/form-data; boundary=x",
        BodyPublishers.concat(
            BodyPublishers.ofString(before.toString()),
            BodyPublishers.ofByteArray(content),
            BodyPublishers.ofString("\r\n--x--\r\n")));
  }

  /** Sends a form as the page of a browser does. */
  public HttpResponse<String> formOfPage(String address, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(base + address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return sent(request.build());
  }

  /** All fields of a page that show nothing, its token among them, as a body to send. */
  public static String hiddenFields(HttpResponse<String> page) {
    return HIDDEN
        .matcher(page.body())
        .results()
        .map(
            field ->
                encoded(HtmlUtils.htmlUnescape(field.group(1)))
                    + "="
                    + encoded(HtmlUtils.htmlUnescape(field.group(2))))
        .collect(Collectors.joining("&"));
  }

  /** The token in the form of one of our pages, which goes back with it. */
  public String formToken(String address) {
    return token(get(address).body());
  }

  /** What the form on that page has to be sent with. */
  static String token(String page) {
    var token = CSRF.matcher(page);
    if (!token.find()) {
      throw new IllegalStateException("no form on " + page);
    }
    return token.group(1);
  }

  /** Any request, with the token of the webapps if there is one. */
  public HttpResponse<String> send(String method, String address, String type, BodyPublisher body) {
    var request = HttpRequest.newBuilder(URI.create(base + address)).method(method, body);
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (address.contains("/app/")) {
      request.header("Accept", "text/html");
    }
    var token = cookie("XSRF-TOKEN");
    if (!token.isEmpty()) {
      request.header("X-XSRF-TOKEN", token);
    }
    return sent(request.build());
  }

  private HttpResponse<String> sent(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Value of a cookie; empty where there is none. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(cookie -> cookie.getValue())
        .findFirst()
        .orElse("");
  }

  /** Drops a cookie. */
  public void forget(String name) {
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .toList()
        .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
