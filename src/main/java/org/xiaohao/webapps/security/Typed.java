package org.xiaohao.webapps.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody sent by a form of ours when their session had ended meanwhile. It is not done,
 * since nobody knows who asks; the login page carries it along, and the page it was typed on shows
 * it again.
 *
 * @param to address of the form
 * @param fields what was typed
 */
public record Typed(String to, MultiValueMap<String, String> fields) {

  /** Under which name pages find it. */
  private static final String NAME = "typed";

  private static final String TO = "typed-to";
  private static final String FIELD = "typed-field-";
  private static final String TOKEN = "_csrf";

  /** More than any page of ours takes. */
  private static final int LONGEST = 500_000;

  private static final String TASK = "/m/task/[A-Za-z0-9-]+";

  /** The page on which a form stands, and what its address says. */
  private record Page(String address, List<String> query) {}

  private static final Map<String, Page> PAGES =
      Map.of(
          "/consultations/enter", new Page("/consultations/enter", List.of("key")),
          "/consultations/import", new Page("/consultations/enter", List.of("key")),
          "/consultations/invite", new Page("/consultations/invite", List.of("key")),
          "/consultations/poll/open", new Page("/consultations/poll", List.of("campaign", "id")),
          "/consultations/poll/close", new Page("/consultations/poll", List.of("campaign", "id")),
          "/m/withdraw", new Page("/m/item", List.of("key")),
          "/m/extension", new Page("/m/item", List.of("key")));

  /** A field of the login page that shows nothing. */
  public record Hidden(String name, String value) {}

  /** What the request sends to a form of ours; empty where it is none, or another site sends it. */
  static Optional<Typed> of(HttpServletRequest request) {
    var kept = request.getParameter(TO);
    var to = kept == null ? request.getServletPath() : kept;
    if (!"POST".equals(request.getMethod())
        || page(to).isEmpty()
        || SentFrom.elsewhere(request)
        || !String.valueOf(request.getHeader("Accept")).contains("text/html")) {
      return Optional.empty();
    }
    var fields = new LinkedMultiValueMap<String, String>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (kept == null ? !name.equals(TOKEN) : name.startsWith(FIELD)) {
                fields.put(kept == null ? name : name.substring(FIELD.length()), List.of(values));
              }
            });
    return length(fields) > LONGEST
            || !page(to).map(Page::query).map(fields.keySet()::containsAll).orElse(false)
        ? Optional.empty()
        : Optional.of(new Typed(to, fields));
  }

  /** What the page finds that was typed on it before the login; null for nothing. */
  @SuppressWarnings("unchecked") // nobody else uses that name
  public static MultiValueMap<String, String> on(Model page) {
    var typed = (MultiValueMap<String, String>) page.getAttribute(NAME);
    return typed == null ? new LinkedMultiValueMap<>() : typed;
  }

  /** For the login page. */
  List<Hidden> hidden() {
    var hidden = new LinkedHashMap<String, List<String>>();
    hidden.put(TO, List.of(to));
    fields.forEach((name, values) -> hidden.put(FIELD + name, values));
    return hidden.entrySet().stream()
        .flatMap(field -> field.getValue().stream().map(value -> new Hidden(field.getKey(), value)))
        .toList();
  }

  /**
   * Lets the page show it.
   *
   * @return address of the page
   */
  String show(HttpServletRequest request, HttpServletResponse response) {
    var page = page(to).orElseThrow();
    var place = UriComponentsBuilder.fromPath(request.getContextPath() + page.address());
    page.query().forEach(name -> place.queryParam(name, "{" + name + "}"));
    var address = place.encode().buildAndExpand(fields.toSingleValueMap());
    var flash = new FlashMap();
    flash.setTargetRequestPath(address.getPath());
    flash.addTargetRequestParams(address.getQueryParams());
    flash.put(NAME, fields);
    new SessionFlashMapManager().saveOutputFlashMap(flash, request, response);
    return address.toUriString();
  }

  private static Optional<Page> page(String to) {
    return to.matches(TASK)
        ? Optional.of(new Page(to, List.of()))
        : Optional.ofNullable(PAGES.get(to));
  }

  private static int length(MultiValueMap<String, String> fields) {
    return fields.entrySet().stream()
        .mapToInt(
            field ->
                field.getKey().length() + field.getValue().stream().mapToInt(String::length).sum())
        .sum();
  }
}
