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
    subcommands = {CheckCommand.class, CommandLine.HelpCommand.class})
public final class Commands {

  private static final List<String> HELP = List.of("-h", "--help", "-V", "--version", "help");

  /** Whether the arguments name a command; options alone are meant for the server. */
  public static boolean handles(String[] args) {
    return args.length > 0 && (!args[0].startsWith("-") || HELP.contains(args[0]));
  }

  /** Carries out a command and returns its exit code. UTF-8, whatever the machine's locale says. */
  public static int run(String[] args) {
    return new CommandLine(new Commands())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .execute(args);
  }
}
