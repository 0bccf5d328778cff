package org.xiaohao.webapps.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;
import org.xiaohao.testing.HttpPerson;

/** Another login of the office in place of ours, from its button to the end of the session. */
@ActiveProfiles("sample")
@DirtiesContext
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:oidc;DB_CLOSE_DELAY=-1",
      "xiaohao.start.campaigns=",
      "xiaohao.login.provider=oidc",
      "spring.security.oauth2.client.registration.office.client-id=xiaohao",
      "spring.security.oauth2.client.registration.office.client-secret=secret",
      "spring.security.oauth2.client.registration.office.client-name=政务统一认证",
      "spring.security.oauth2.client.registration.office.authorization-grant-type=authorization_code",
      "spring.security.oauth2.client.registration.office.redirect-uri={baseUrl}/login/oauth2/code/office",
      "spring.security.oauth2.client.registration.office.scope=openid"
    })
class OidcIT {

  private static final OtherLogin OTHER = OtherLogin.start();

  @LocalServerPort private int port;
  @Autowired private IdentityService identity;
  @Autowired private AuthorizationService authorizations;

  @DynamicPropertySource
  static void other(DynamicPropertyRegistry settings) {
    var provider = "spring.security.oauth2.client.provider.office.";
    settings.add(provider + "authorization-uri", () -> OTHER.address() + "/authorize");
    settings.add(provider + "token-uri", () -> OTHER.address() + "/token");
    settings.add(provider + "jwk-set-uri", () -> OTHER.address() + "/keys");
  }

  @AfterAll
  static void stop() {
    OTHER.server.stop(0);
  }

  @BeforeEach
  void somebodyHasARole() {
    if (identity.createUserQuery().userId("zhangsan").count() == 0) {
      var user = identity.newUser("zhangsan");
      user.setPassword("known to nobody 0!");
      identity.saveUser(user);
      identity.saveGroup(identity.newGroup("test.staff"));
      identity.createMembership("zhangsan", "test.staff");
      var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      grant.setGroupId("test.staff");
      grant.setResource(Resources.APPLICATION);
      grant.setResourceId("tasklist");
      grant.addPermission(Permissions.ACCESS);
      authorizations.saveAuthorization(grant);
    }
  }

  private String base() {
    return "http://127.0.0.1:" + port;
  }

  private static String place(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  /** Presses the button and proves to the other login to be that person. */
  private HttpResponse<String> comesIn(HttpPerson person, String as) throws Exception {
    OTHER.person = as;
    var there = place(person.get("/oauth2/authorization/office"));
    assertThat(there).startsWith(OTHER.address() + "/authorize?");
    var back =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(there)).build(),
                HttpResponse.BodyHandlers.ofString());
    return person.get(place(back).replace(base(), ""));
  }

  @Test
  void whom_the_other_login_vouches_for_works_in_tasklist_and_logs_out() throws Exception {
    var person = new HttpPerson(base());
    assertThat(place(person.get("/camunda/app/tasklist/default/"))).endsWith("/login");
    assertThat(person.get("/login").body())
        .contains("href=\"/oauth2/authorization/office\"", "政务统一认证")
        .doesNotContain("name=\"password\"");

    assertThat(place(comesIn(person, "zhangsan"))).endsWith("/camunda/app/tasklist/default/");
    assertThat(person.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    assertThat(person.get("/camunda/api/admin/auth/user/default").body()).contains("zhangsan");
    assertThat(person.get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(200);

    assertThat(person.post("/camunda/api/admin/auth/user/default/logout", "").statusCode())
        .isEqualTo(200);
    assertThat(place(person.get("/"))).endsWith("/login");
    assertThat(person.get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(401);
  }

  @Test
  void whom_the_roster_does_not_know_stays_outside() throws Exception {
    var person = new HttpPerson(base());
    assertThat(place(comesIn(person, "stranger"))).endsWith("/login?left");
    assertThat(person.get("/login?left").body()).contains("您目前没有参加任何活动");
    assertThat(place(person.get("/"))).endsWith("/login");
  }

  @Test
  void what_another_key_has_signed_is_worth_nothing() throws Exception {
    var person = new HttpPerson(base());
    OTHER.forges = true;
    try {
      assertThat(place(comesIn(person, "zhangsan"))).endsWith("/login?away");
      assertThat(person.get("/login?away").body()).contains("暂时无法核对您的身份");
      assertThat(place(person.get("/"))).endsWith("/login");
    } finally {
      OTHER.forges = false;
    }
  }

  /** As much of an identity provider as the house asks for. */
  private static final class OtherLogin {

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey foreign;
    private volatile String person = "";
    private volatile String nonce = "";
    private volatile boolean forges;

    private OtherLogin(HttpServer server, RSAKey key, RSAKey foreign) {
      this.server = server;
      this.key = key;
      this.foreign = foreign;
    }

    static OtherLogin start() {
      try {
        var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var other =
            new OtherLogin(
                HttpServer.create(here, 0),
                new RSAKeyGenerator(2048).keyID("office").generate(),
                new RSAKeyGenerator(2048).keyID("office").generate());
        other.server.createContext("/authorize", other::authorize);
        other.server.createContext("/token", other::token);
        other.server.createContext("/keys", other::keys);
        other.server.start();
        return other;
      } catch (Exception broken) {
        throw new IllegalStateException(broken);
      }
    }

    String address() {
      return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void authorize(HttpExchange asked) throws IOException {
      var query = UriComponentsBuilder.fromUri(asked.getRequestURI()).build().getQueryParams();
      nonce = String.valueOf(query.getFirst("nonce"));
      var back =
          UriComponentsBuilder.fromUriString(
                  URLDecoder.decode(
                      String.valueOf(query.getFirst("redirect_uri")), StandardCharsets.UTF_8))
              .queryParam("code", "4711")
              .toUriString();
      asked.getResponseHeaders().add("Location", back + "&state=" + query.getFirst("state"));
      asked.sendResponseHeaders(302, -1);
      asked.close();
    }

    private void token(HttpExchange asked) throws IOException {
      answer(
          asked,
          """
          {"access_token":"x","token_type":"Bearer","expires_in":60,"id_token":"%s"}
          """
              .formatted(idToken()));
    }

    private String idToken() {
      var now = Instant.now();
      var claims =
          new JWTClaimsSet.Builder()
              .issuer(address())
              .subject("4711")
              .audience("xiaohao")
              .issueTime(Date.from(now))
              .expirationTime(Date.from(now.plusSeconds(60)))
              .claim("nonce", nonce)
              .claim("preferred_username", person)
              .build();
      try {
        var token =
            new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(forges ? foreign : key));
        return token.serialize();
      } catch (JOSEException unsigned) {
        throw new IllegalStateException(unsigned);
      }
    }

    private void keys(HttpExchange asked) throws IOException {
      answer(asked, new JWKSet(key.toPublicJWK()).toString());
    }

    private static void answer(HttpExchange asked, String json) throws IOException {
      var bytes = json.getBytes(StandardCharsets.UTF_8);
      asked.getResponseHeaders().add("Content-Type", "application/json");
      asked.sendResponseHeaders(200, bytes.length);
      asked.getResponseBody().write(bytes);
      asked.close();
    }
  }
}
