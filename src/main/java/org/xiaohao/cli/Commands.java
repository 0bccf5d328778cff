package org.xiaohao.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of {@code java -jar xiaohao.jar <command>}; without one the server starts. */
@Command(
    name = "xiaohao",
    mixinStandardHelpOptions = true,
    resourceBundle = "messages.cli",
    description = "${bundle:commands.description}",
    subcommands = {
      CheckCommand.class,
      ReplayCommand.class,
      PreviewMailCommand.class,
      VerifyCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Commands {

  private static final List<String> HELP = List.of("-h", "--help", "-V", "--version", "help");

  private final Class<?> application;

  private Commands(Class<?> application) {
    this.application = application;
  }

  /** Main class of the application, for commands that start it. */
  Class<?> application() {
    return application;
  }

  /** Whether the arguments name a command; options alone are meant for the server. */
  public static boolean handles(String[] args) {
    return args.length > 0 && (!args[0].startsWith("-") || HELP.contains(args[0]));
  }

  /**
   * Carries out a command. Writes UTF-8, whatever the machine's locale says.
   *
   * @param application main class, for commands that start the application
   * @return exit code
   */
  public static int run(Class<?> application, String[] args) {
    return new CommandLine(new Commands(application))
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .execute(args);
  }
}
