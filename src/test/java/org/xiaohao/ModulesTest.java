package org.xiaohao;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms as modules: no cycles, and nobody reaches into what a room keeps to itself. */
class ModulesTest {

  @Test
  void rooms_keep_to_their_doors() {
    ApplicationModules.of(XiaohaoApplication.class).verify();
  }
}
