package org.xiaohao.webapps.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.OPTIONS;
import static org.springframework.http.HttpMethod.POST;

import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/**
 * What of the engine's own API is open at all. The engine's authorizations decide about each thing;
 * here whole doors are shut that they leave open, or that nobody has business behind: the more so
 * as no update of the engine will come.
 */
@Component
class EngineApi {

  private static final String ENGINE = "/camunda/api/engine/engine/*";

  /** Questions that are asked by POST because they are long. */
  private static final String[] QUESTIONS =
      Stream.concat(
              Stream.of("task", "process-instance", "execution", "variable-instance", "job")
                  .flatMap(what -> Stream.of("/" + what, "/" + what + "/count")),
              Stream.of(
                  "/external-task",
                  "/external-task/count",
                  "/filter/*/list",
                  "/filter/*/count",
                  "/filter/*/singleResult",
                  "/history/process-instance",
                  "/history/process-instance/count",
                  "/history/activity-instance",
                  "/history/activity-instance/count",
                  "/history/task",
                  "/history/task/count",
                  "/history/variable-instance",
                  "/history/variable-instance/count",
                  "/history/incident",
                  "/history/decision-instance"))
          .map(path -> ENGINE + path)
          .toArray(String[]::new);

  /** What people do with a task that is theirs, and what they may begin. */
  private static final String[] ACTS =
      Stream.of(
              "task/*/claim",
              "task/*/unclaim",
              "task/*/complete",
              "task/*/submit-form",
              "task/*/comment/create",
              "process-definition/*/submit-form",
              "process-definition/key/*/submit-form")
          .map(act -> ENGINE + "/" + act)
          .toArray(String[]::new);

  /**
   * What is nobody's business in a browser: models come with a release, facts come from the rooms.
   * Reading there is decided before.
   */
  private static final String[] NOBODYS =
      Stream.of(
              "deployment/**",
              "message",
              "signal",
              "condition/**",
              "migration/**",
              "modification/**",
              "filter/create",
              "task/create",
              "external-task/fetchAndLock")
          .map(path -> ENGINE + "/" + path)
          .toArray(String[]::new);

  private final People people;

  EngineApi(People people) {
    this.people = people;
  }

  void rights(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        // Whoever asks first becomes administrator, as long as there is none (CVE-2026-77226).
        .requestMatchers("/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**")
        .denyAll()
        // A second door beside ours, without throttle.
        .requestMatchers(POST, "/camunda/api/admin/auth/user/*/login/**")
        .denyAll()
        // Readable and deletable by id for everybody; our files are rows with rights of their own.
        .requestMatchers(ENGINE + "/task/*/attachment/**")
        .denyAll()
        .requestMatchers(GET, "/camunda/api/cockpit/plugin/*/static/**")
        .authenticated()
        .requestMatchers("/camunda/api/cockpit/**")
        .access((who, request) -> may(who.get().getName(), "cockpit"))
        .requestMatchers(GET, ENGINE + "/**")
        .authenticated()
        .requestMatchers(HEAD, ENGINE + "/**")
        .authenticated()
        .requestMatchers(OPTIONS, ENGINE + "/**")
        .authenticated()
        .requestMatchers(NOBODYS)
        .denyAll()
        .requestMatchers(POST, QUESTIONS)
        .authenticated()
        .requestMatchers(POST, ACTS)
        .authenticated()
        .requestMatchers(ENGINE + "/**")
        .hasAuthority(Groups.CAMUNDA_ADMIN);
  }

  private AuthorizationDecision may(String person, String application) {
    return new AuthorizationDecision(people.mayOpen(person, application));
  }
}
