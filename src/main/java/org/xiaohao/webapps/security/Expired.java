package org.xiaohao.webapps.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Pages that were open too long: their token is no longer good, but nobody loses what they typed
 * there, through as many attempts to log in as it takes.
 */
final class Expired {

  static final String LOGIN_AGAIN = FrontDoor.LOGIN + "/again";
  static final String TYPED = "xiaohao.expired.typed";
  static final String WHY = "xiaohao.expired.why";
  static final String WAIT = "xiaohao.expired.wait";

  private Expired() {}

  /** Of who comes with a token that is none. */
  static AccessDeniedHandler denied() {
    return (request, response, denied) -> {
      var typed = denied instanceof CsrfException ? Typed.of(request) : Optional.<Typed>empty();
      var known = SecurityContextHolder.getContext().getAuthentication() != null;
      if (typed.isPresent() && known) {
        // In another window: the page need not ask for the login again.
        response.sendRedirect(typed.get().show(request, response));
      } else if (typed.isPresent()) {
        again(request, response, typed.get(), "expired");
      } else if (denied instanceof CsrfException && isAt(FrontDoor.LOGIN, request)) {
        response.sendRedirect(request.getContextPath() + FrontDoor.LOGIN + "?expired");
      } else if (denied instanceof CsrfException && !known && isAt(FrontDoor.LOGOUT, request)) {
        response.sendRedirect(request.getContextPath() + FrontDoor.LOGIN + "?goodbye");
      } else {
        refused(request, response, denied);
      }
    };
  }

  private static boolean isAt(String address, HttpServletRequest request) {
    return address.equals(request.getServletPath());
  }

  private static void refused(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException, ServletException {
    if (ApiProblem.isAsked(request)) {
      ApiProblem.write(request, response, HttpServletResponse.SC_FORBIDDEN);
    } else {
      new AccessDeniedHandlerImpl().handle(request, response, denied);
    }
  }

  /** Of who logged in: back to what they typed, or to where they wanted to go. */
  static SavedRequestAwareAuthenticationSuccessHandler success() {
    return new SavedRequestAwareAuthenticationSuccessHandler() {
      @Override
      public void onAuthenticationSuccess(
          HttpServletRequest request, HttpServletResponse response, Authentication person)
          throws ServletException, IOException {
        var typed = Typed.of(request);
        if (typed.isPresent()) {
          clearAuthenticationAttributes(request);
          response.sendRedirect(typed.get().show(request, response));
        } else {
          super.onAuthenticationSuccess(request, response, person);
        }
      }
    };
  }

  /** Of who could not log in. */
  static AuthenticationFailureHandler failure() {
    return (request, response, failure) -> {
      var typed = Typed.of(request);
      if (typed.isPresent()) {
        if (failure instanceof TooManyAttempts throttled) {
          request.setAttribute(WAIT, Long.toString(throttled.minutes()));
        }
        again(request, response, typed.get(), why(failure));
      } else {
        var minutes = failure instanceof TooManyAttempts throttled ? "=" + throttled.minutes() : "";
        response.sendRedirect(
            request.getContextPath() + FrontDoor.LOGIN + "?" + why(failure) + minutes);
      }
    };
  }

  private static String why(AuthenticationException failure) {
    if (failure instanceof TooManyAttempts) {
      return "wait";
    }
    if (failure instanceof AuthenticationServiceException) {
      return "away";
    }
    return failure instanceof DisabledException ? "left" : "wrong";
  }

  private static void again(
      HttpServletRequest request, HttpServletResponse response, Typed typed, String why)
      throws ServletException, IOException {
    request.setAttribute(TYPED, typed);
    request.setAttribute(WHY, why);
    request.getRequestDispatcher(LOGIN_AGAIN).forward(request, response);
  }
}
