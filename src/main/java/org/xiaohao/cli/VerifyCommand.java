package org.xiaohao.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.attachment.StoredFiles;
import org.xiaohao.rectification.TrailCheck;
import org.xiaohao.rectification.TrailCheck.Broken;
import org.xiaohao.rectification.TrailCheck.Chain;
import org.xiaohao.shared.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code verify}: checks the audit trail of every campaign in the configured database, and on
 * demand the bytes of evidence, without writing to either. Ends with 0 where every chain is whole,
 * else with 1.
 */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "${bundle:verify.description}",
    resourceBundle = "messages.cli",
    sortOptions = false)
final class VerifyCommand implements Callable<Integer> {

  private static final String URL = "spring.datasource.url";
  private static final String FOLDER = "xiaohao.attachment.folder";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  @Spec private CommandSpec spec;

  @Option(names = "--database", paramLabel = "<url>", descriptionKey = "verify.database")
  private @Nullable String database;

  @Option(
      names = "--files",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "<folder>",
      descriptionKey = "verify.files")
  private @Nullable String files;

  @Option(names = "--json", descriptionKey = "check.json")
  private boolean json;

  @Option(names = "--lang", defaultValue = "zh", descriptionKey = "check.lang")
  private Language language;

  /** The database and nothing else: no migration, no engine, no server. */
  @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
  static class DatabaseOnly {}

  /** The result for machines. */
  record Document(boolean sound, List<Chain> chains) {}

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    try (var context = context()) {
      var jdbc = JdbcClient.create(context.getBean(DataSource.class));
      var chains = new TrailCheck(jdbc, bytes(context.getEnvironment())).chains();
      var sound = chains.stream().allMatch(chain -> chain.broken() == null);
      if (json) {
        out.println(AsciiJson.write(new Document(sound, chains)));
      } else {
        print(out, chains, sound);
      }
      return sound ? 0 : 1;
    } catch (DataAccessException unreadable) {
      var cause = NestedExceptionUtils.getMostSpecificCause(unreadable).getMessage();
      spec.commandLine().getErr().println(text("cli.verify-unreadable", String.valueOf(cause)));
      return 1;
    } finally {
      out.flush();
    }
  }

  private ConfigurableApplicationContext context() {
    return new SpringApplicationBuilder(DatabaseOnly.class)
        .web(WebApplicationType.NONE)
        .logStartupInfo(false)
        .initializers(this::readOnly)
        .run("--logging.level.root=OFF", "--spring.datasource.hikari.read-only=true");
  }

  /** Where the bytes of evidence lie; null where they are not asked for. */
  private @Nullable StoredFiles bytes(Environment environment) {
    if (files == null) {
      return null;
    }
    return new StoredFiles(
        Path.of(files.isEmpty() ? environment.getProperty(FOLDER, "data/files") : files));
  }

  /** A file of H2 is opened as it is, and not made where there is none. */
  private void readOnly(ConfigurableApplicationContext context) {
    var environment = context.getEnvironment();
    var url = database != null ? database : environment.getProperty(URL, "");
    if (url.startsWith("jdbc:h2:file:")) {
      url += ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
    }
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("verify", Map.<String, Object>of(URL, url)));
  }

  private void print(PrintWriter out, List<Chain> chains, boolean sound) {
    out.println(text("cli.verify-head"));
    for (var chain : chains) {
      out.println(
          "  " + text("cli.verify-chain", chain.campaignId(), chain.links(), chain.problems()));
      out.println("    " + text("cli.verify-hash", chain.hash()));
      if (chain.broken() != null) {
        print(out, chain.broken());
      }
    }
    out.println();
    out.println(
        text(chains.isEmpty() ? "cli.verify-none" : sound ? "cli.verify-sound" : "cli.verify-bad"));
  }

  private void print(PrintWriter out, Broken broken) {
    out.println(
        "    "
            + text(
                "cli.verify-broken",
                broken.sequence() == 0 ? "-" : broken.sequence(),
                broken.problem().isEmpty() ? "-" : broken.problem(),
                broken.at() == null ? "-" : MOMENT.format(broken.at()),
                text("cli.verify-" + broken.fault(), String.valueOf(broken.file()))));
  }

  private String text(String code, Object... arguments) {
    return Messages.text(
        language.locale(), code, Stream.of(arguments).map(String::valueOf).toArray());
  }
}
