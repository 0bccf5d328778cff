package org.xiaohao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Set;

/** Looks at a page as axe-core does, which is how screen readers and keyboards meet it. */
final class Accessibility {

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  /** What is ours in the webapps; the rest of their pages is not ours to mend. */
  private static final String OURS = "[class^='xh-'], [class*=' xh-']";

  private static final String WEBAPP = "[cam-widget-header]";

  /** The page that describes the API is a library's. */
  private static final String FOREIGN = ".swagger-ui";

  private Accessibility() {}

  /** Fails where something serious stands in the way of anybody. */
  static void require(Page page, String name) {
    assertThat(faults(page)).as("accessibility of %s", name).isEmpty();
  }

  /** Axe is a script: where a page runs none, a window that does is shown the same page. */
  static void requireWithoutScripts(Page page, String name) {
    var size = page.viewportSize();
    var options =
        new Browser.NewContextOptions()
            .setStorageState(page.context().storageState())
            .setViewportSize(size.width, size.height);
    try (var twin = page.context().browser().newContext(options)) {
      var copy = twin.newPage();
      var content = page.content();
      copy.route(
          page.url(),
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("text/html; charset=utf-8")
                      .setBody(content)));
      copy.route("**/*.js", Route::abort);
      copy.navigate(page.url());
      require(copy, name);
    }
  }

  private static List<String> faults(Page page) {
    var axe = new AxeBuilder(page).setLegacyMode(true).options(violationsOnly());
    if (page.locator(FOREIGN).count() > 0) {
      return List.of();
    }
    if (page.locator(WEBAPP).count() > 0) {
      if (page.locator(OURS).count() == 0) {
        return List.of();
      }
      axe.include(OURS);
    }
    return axe.analyze().getViolations().stream()
        .filter(rule -> GRAVE.contains(rule.getImpact()))
        .flatMap(rule -> rule.getNodes().stream().map(node -> fault(rule, node.getHtml())))
        .toList();
  }

  /** What passes is told by one element each: a page has thousands. */
  private static AxeRunOptions violationsOnly() {
    var options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return options;
  }

  private static String fault(Rule rule, String html) {
    return rule.getId() + ": " + html;
  }
}
