package org.xiaohao.webapps.security;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * By another login of the office (OpenID Connect). It vouches for the name; who somebody is in a
 * campaign is still what the roster says.
 */
final class OidcWayIn implements WayIn {

  private static final String NO_ROLE = "no_role";
  private static final String UNKNOWN = "unknown_person";
  private static final Set<String> REFUSED = Set.of(NO_ROLE, UNKNOWN);

  private final ClientRegistrationRepository registrations;
  private final OAuth2UserService<OidcUserRequest, OidcUser> service;
  private final People people;
  private final String userClaim;

  OidcWayIn(ClientRegistrationRepository registrations, People people, String userClaim) {
    this(registrations, new OidcUserService(), people, userClaim);
  }

  OidcWayIn(
      ClientRegistrationRepository registrations,
      OAuth2UserService<OidcUserRequest, OidcUser> service,
      People people,
      String userClaim) {
    this.registrations = registrations;
    this.service = service;
    this.people = people;
    this.userClaim = userClaim;
  }

  @Override
  public void open(HttpSecurity http) throws Exception {
    http.oauth2Login(
        login ->
            login
                .loginPage(FrontDoor.LOGIN)
                .failureHandler(
                    (request, response, failure) ->
                        response.sendRedirect(
                            request.getContextPath() + FrontDoor.LOGIN + "?" + why(failure)))
                .userInfoEndpoint(user -> user.oidcUserService(this::known)));
  }

  /** The other login may be away, or vouch for somebody we do not let in. */
  private static String why(AuthenticationException failure) {
    return failure instanceof OAuth2AuthenticationException told
            && REFUSED.contains(told.getError().getErrorCode())
        ? "left"
        : "away";
  }

  /**
   * Somebody of the roster.
   *
   * @throws OAuth2AuthenticationException if the other login vouches for nobody we know
   */
  OidcUser known(OidcUserRequest request) {
    var vouched = service.loadUser(request);
    var id = vouched.getClaimAsString(userClaim);
    try {
      if (id != null && people.find(id).isPresent()) {
        return new DefaultOidcUser(
            people.authorities(id), vouched.getIdToken(), vouched.getUserInfo(), userClaim);
      }
    } catch (AuthenticationException noRole) {
      throw new OAuth2AuthenticationException(new OAuth2Error(NO_ROLE), noRole);
    }
    throw new OAuth2AuthenticationException(new OAuth2Error(UNKNOWN));
  }

  @Override
  public boolean byPassword() {
    return false;
  }

  @Override
  @SuppressWarnings("unchecked") // the repository of Spring Boot can be walked through
  public List<Link> links() {
    return StreamSupport.stream(((Iterable<ClientRegistration>) registrations).spliterator(), false)
        .map(
            other ->
                new Link(
                    "/oauth2/authorization/" + other.getRegistrationId(), other.getClientName()))
        .toList();
  }
}
