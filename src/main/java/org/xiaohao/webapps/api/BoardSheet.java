package org.xiaohao.webapps.api;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.shared.Messages;

/** The matrix as comma-separated values. */
@Component
class BoardSheet {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Campaigns campaigns;

  BoardSheet(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  /** Name of the file. */
  String name(BoardView board) {
    return text(board, "webapps.board.file", board.title(), board.at().substring(0, 10)) + ".csv";
  }

  byte[] bytes(BoardView board) {
    var lines = new ArrayList<String>();
    lines.add(line(Stream.concat(Stream.of(text(board, "webapps.board.unit")), heads(board))));
    for (var row : board.rows()) {
      lines.add(line(Stream.concat(Stream.of(row.name()), numbers(row.cells()))));
    }
    return (BYTE_ORDER_MARK + String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private Stream<String> heads(BoardView board) {
    return board.columns().stream()
        .flatMap(
            column ->
                Stream.of("owed", "done", "overdue")
                    .map(what -> text(board, "webapps.board." + what, column.title())));
  }

  private static Stream<String> numbers(List<BoardView.Cell> cells) {
    return cells.stream()
        .flatMap(cell -> Stream.of(cell.owed(), cell.done(), cell.red()).map(String::valueOf));
  }

  private static String line(Stream<String> values) {
    return values.map(BoardSheet::quoted).collect(joining(","));
  }

  /** A value that begins like a formula must not be taken for one. */
  private static String quoted(String value) {
    var harmless =
        !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    return '"' + harmless.replace("\"", "\"\"") + '"';
  }

  private String text(BoardView board, String code, Object... arguments) {
    return Messages.text(campaigns.get(board.campaign()).plan().language(), code, arguments);
  }
}
