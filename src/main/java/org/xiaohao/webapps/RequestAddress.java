package org.xiaohao.webapps;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.xiaohao.shared.CallerAddress;

/** The address from which the present request comes; the engine's own pages are requests too. */
@Component
class RequestAddress implements CallerAddress {

  @Override
  public String current() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? request.getRequest().getRemoteAddr()
        : SYSTEM;
  }
}
