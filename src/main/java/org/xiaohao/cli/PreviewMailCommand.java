package org.xiaohao.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.xiaohao.notification.MailPreview;
import org.xiaohao.shared.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code preview-mail <name>}: fills a mail template with made-up content; prints the plain text
 * and writes the HTML to a file. Ends with 0, with 1 where a template in the folder is broken (the
 * built-in one is shown then), with 2 where there is none of that name.
 */
@Command(
    name = "preview-mail",
    mixinStandardHelpOptions = true,
    description = "${bundle:preview-mail.description}",
    resourceBundle = "messages.cli",
    sortOptions = false)
public final class PreviewMailCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<name>", descriptionKey = "preview-mail.name")
  private String name;

  @Option(
      names = "--templates",
      paramLabel = "<folder>",
      defaultValue = "templates/mail",
      descriptionKey = "preview-mail.templates")
  private Path templates;

  @Option(
      names = "--out",
      paramLabel = "<folder>",
      defaultValue = ".",
      descriptionKey = "preview-mail.out")
  private Path folder;

  @Option(names = "--lang", defaultValue = "zh", descriptionKey = "check.lang")
  private Language language;

  @Override
  public Integer call() throws IOException {
    var preview = MailPreview.of(name, templates);
    if (preview.isEmpty()) {
      var names = String.join(" ", MailPreview.names());
      say(spec.commandLine().getErr(), "cli.preview-unknown", name, names);
      return 2;
    }
    var out = spec.commandLine().getOut();
    var file = Files.createDirectories(folder).resolve("preview-" + name + ".html");
    Files.writeString(file, preview.get().html());
    out.println(preview.get().subject());
    out.println();
    out.println(preview.get().text());
    say(out, "cli.preview-written", file.toString());
    preview
        .get()
        .faults()
        .forEach(fault -> say(spec.commandLine().getErr(), "cli.preview-broken", fault));
    return preview.get().faults().isEmpty() ? 0 : 1;
  }

  private void say(PrintWriter to, String code, Object... arguments) {
    to.println(Messages.text(language.locale(), code, arguments));
    to.flush();
  }
}
