package org.xiaohao.webapps.security;

import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Leads everybody to their place. Whoever has several chooses; whoever has one is led there by the
 * page itself, which knows whether the screen is wide enough, and on a phone offers the other way.
 */
@Controller
class StartController {

  private final People people;

  StartController(People people) {
    this.people = people;
  }

  /**
   * A place to go to.
   *
   * @param id of the webapp; names and explains it in the messages
   */
  record Place(String id, String address) {}

  @GetMapping("/")
  String start(Principal person, Model page) {
    var places = places(person.getName());
    page.addAttribute("places", places);
    page.addAttribute("phone", people.mayOpen(person.getName(), "tasklist"));
    page.addAttribute(
        "name",
        people.find(person.getName()).map(user -> user.getFirstName()).orElse(person.getName()));
    return "start";
  }

  private List<Place> places(String person) {
    return Stream.of("tasklist", "cockpit", "admin")
        .filter(application -> people.mayOpen(person, application))
        .map(application -> new Place(application, "/camunda/app/" + application + "/default/"))
        .toList();
  }
}
