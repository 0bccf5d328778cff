package org.xiaohao.notification;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/**
 * The templates of mails. A file in the folder is used in place of the built-in one of the same
 * name, as it is now; one that is broken is not used, and reported.
 */
final class Templates {

  private static final Logger LOG = LoggerFactory.getLogger(Templates.class);

  private static final String BUILT_IN = "templates/mail/";

  /** After that time an edited file counts. */
  private static final long FRESH_MILLIS = 5_000;

  /** What is made of a template. */
  enum Format {
    HTML(TemplateMode.HTML, ".html"),
    TEXT(TemplateMode.TEXT, ".txt");

    private final TemplateMode mode;
    private final String ending;

    Format(TemplateMode mode, String ending) {
      this.mode = mode;
      this.ending = ending;
    }
  }

  /** A template that cannot be used, and why. */
  record Broken(String file, String reason) {}

  private final Map<Format, ITemplateEngine> edited;
  private final Map<Format, ITemplateEngine> builtIn;

  Templates(Path folder) {
    this(folder, FRESH_MILLIS);
  }

  /**
   * @param fresh milliseconds after which an edited file counts
   */
  Templates(Path folder, long fresh) {
    edited =
        Map.of(
            Format.HTML, engine(folder, Format.HTML, fresh),
            Format.TEXT, engine(folder, Format.TEXT, fresh));
    builtIn = Map.of(Format.HTML, engine(Format.HTML), Format.TEXT, engine(Format.TEXT));
  }

  /** Names of all templates that the product uses. */
  static Set<String> names() {
    return Set.copyOf(LetterSamples.NAMES);
  }

  /**
   * Fills a template in.
   *
   * @param broken told of a file that cannot be used; the built-in one is used then
   */
  String render(String name, Format format, Map<String, Object> values, Consumer<Broken> broken) {
    var context = new Context(Locale.ROOT, values);
    try {
      var made = edited.get(format).process(name, context);
      if (!made.isBlank()) {
        return made;
      }
      broken.accept(new Broken(name + format.ending, "empty"));
    } catch (RuntimeException fault) {
      var reason = innermost(fault);
      LOG.warn("template {}{} cannot be used: {}", name, format.ending, reason);
      broken.accept(new Broken(name + format.ending, reason));
    }
    return builtIn.get(format).process(name, context);
  }

  /** The library names the file and the line in its outermost message, the cause in the others. */
  private static String innermost(Throwable fault) {
    var reason = new StringBuilder(String.valueOf(fault.getMessage()));
    for (var cause = fault.getCause(); cause != null; cause = cause.getCause()) {
      reason.append(" / ").append(cause.getMessage());
    }
    return reason.toString();
  }

  private static TemplateEngine engine(Path folder, Format format, long fresh) {
    var files = new FileTemplateResolver();
    files.setPrefix(folder.toAbsolutePath() + "/");
    files.setCheckExistence(true);
    files.setOrder(1);
    var engine = engine(format);
    engine.addTemplateResolver(with(format, files));
    // Else a built-in one that was used once hides a file that is put into the folder later.
    engine.getTemplateResolvers().stream()
        .map(AbstractConfigurableTemplateResolver.class::cast)
        .forEach(resolver -> resolver.setCacheTTLMs(fresh));
    return engine;
  }

  private static TemplateEngine engine(Format format) {
    var packed = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
    packed.setPrefix(BUILT_IN);
    packed.setOrder(2);
    var engine = new TemplateEngine();
    engine.addTemplateResolver(with(format, packed));
    return engine;
  }

  private static AbstractConfigurableTemplateResolver with(
      Format format, AbstractConfigurableTemplateResolver resolver) {
    resolver.setSuffix(format.ending);
    resolver.setTemplateMode(format.mode);
    resolver.setCharacterEncoding("UTF-8");
    return resolver;
  }
}
