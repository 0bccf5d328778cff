package org.xiaohao.roster;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.model.SharedStrings;
import org.jspecify.annotations.Nullable;
import org.xiaohao.roster.SheetRow.Cell;
import org.xiaohao.roster.SheetRow.Kind;

/**
 * Streams the rows of one sheet: a sheet of a million rows needs no more memory than one of ten.
 * POI's own handler tells a formula's result from a typed value only half, hence this one.
 */
final class SheetParser {

  /** Beyond this no number is a number that somebody typed as a name. */
  private static final int LONGEST_NUMBER = 30;

  private final SharedStrings strings;

  SheetParser(SharedStrings strings) {
    this.strings = strings;
  }

  /** Hands over every row that holds something; blank ones, formatted or not, are passed over. */
  void parse(InputStream sheet, Consumer<SheetRow> rows) throws XMLStreamException {
    var xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(sheet);
    int line = 0;
    while (xml.hasNext()) {
      var event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw new XMLStreamException("No workbook declares a document type", xml.getLocation());
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
        var number = xml.getAttributeValue(null, "r");
        line = number == null ? line + 1 : Integer.parseInt(number);
        var row = row(xml, line);
        if (!row.cells().isEmpty()) {
          rows.accept(row);
        }
      }
    }
  }

  private SheetRow row(XMLStreamReader xml, int line) throws XMLStreamException {
    var hidden = isTrue(xml.getAttributeValue(null, "hidden"));
    var cells = new TreeMap<Integer, Cell>();
    int column = -1;
    while (!isEnd(xml, xml.next(), "row")) {
      if (xml.isStartElement() && xml.getLocalName().equals("c")) {
        var address = xml.getAttributeValue(null, "r");
        column = address == null ? column + 1 : column(address);
        var cell = cell(xml);
        if (cell.kind() != Kind.VALUE || !CellText.clean(cell.text()).isEmpty()) {
          cells.put(column, cell);
        }
      }
    }
    return new SheetRow(line, hidden, cells);
  }

  /** Column of an address such as {@code AB12}, from 0; called once per cell of the file. */
  private static int column(String address) {
    int column = 0;
    for (int at = 0; at < address.length() && address.charAt(at) >= 'A'; at++) {
      column = column * 26 + address.charAt(at) - 'A' + 1;
    }
    return column - 1;
  }

  private Cell cell(XMLStreamReader xml) throws XMLStreamException {
    var type = xml.getAttributeValue(null, "t");
    var text = new StringBuilder();
    var formula = false;
    while (!isEnd(xml, xml.next(), "c")) {
      if (!xml.isStartElement()) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "f" -> formula = true;
        case "v", "t" -> text.append(xml.getElementText());
        case "rPh" -> skip(xml, "rPh"); // how to read the characters aloud
        default -> {} // what holds text inside, or says nothing
      }
    }
    if (formula) {
      return new Cell(Kind.FORMULA, text.toString());
    }
    return switch (type == null ? "n" : type) {
      case "e" -> new Cell(Kind.ERROR, text.toString());
      case "s" -> new Cell(Kind.VALUE, shared(text));
      case "n" -> new Cell(Kind.VALUE, number(text.toString()));
      default -> new Cell(Kind.VALUE, text.toString());
    };
  }

  private String shared(CharSequence index) {
    return index.isEmpty()
        ? ""
        : strings.getItemAt(Integer.parseInt(index.toString().strip())).getString();
  }

  /** A staff number that Excel holds as 1.0002E7 is 10002000 to whoever typed it. */
  private static String number(String stored) {
    if (stored.isBlank() || stored.length() > LONGEST_NUMBER) {
      return stored;
    }
    var number = new BigDecimal(stored.strip()).stripTrailingZeros();
    return Math.abs(number.scale()) > LONGEST_NUMBER ? stored : number.toPlainString();
  }

  private static void skip(XMLStreamReader xml, String element) throws XMLStreamException {
    while (!isEnd(xml, xml.next(), element)) {
      // nothing in it is wanted
    }
  }

  private static boolean isEnd(XMLStreamReader xml, int event, String element) {
    return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element);
  }

  private static boolean isTrue(@Nullable String attribute) {
    return "1".equals(attribute) || "true".equals(attribute);
  }
}
