package org.xiaohao.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browsers of all tests: each starts when it is first asked for and ends with the JVM. */
public final class Chromium {

  private static final Path WHOLE = at("CHROMIUM", "/usr/bin/chromium");
  private static final Path PAGES = at("CHROMIUM_SHELL", "/usr/bin/chromium-headless-shell");

  private Chromium() {}

  /**
   * Shows pages as any Chromium does, and has no windows and viewers around them, which is half the
   * work; where it is not installed, the whole one.
   */
  public static Browser pages() {
    return Pages.RUNNING;
  }

  /** With all that people have, such as the viewer of PDFs. */
  public static Browser whole() {
    return Whole.RUNNING;
  }

  private static Path at(String variable, String usual) {
    return Path.of(System.getenv().getOrDefault(variable, usual));
  }

  private static Browser start(Path program) {
    return Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(program)
                .setHeadless(true)
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync")));
  }

  private static final class Pages {
    private static final Browser RUNNING = Files.isExecutable(PAGES) ? start(PAGES) : Whole.RUNNING;
  }

  private static final class Whole {
    private static final Browser RUNNING = start(WHOLE);
  }
}
