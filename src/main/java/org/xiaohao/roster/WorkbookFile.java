package org.xiaohao.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.xml.sax.SAXException;

/** Opens an {@code .xlsx} that may be anything, and streams its sheets. */
final class WorkbookFile {

  private static final long MEGABYTE = 1 << 20;

  /** 100,000 people take about 8 MB. */
  static final long MAX_SIZE = 20 * MEGABYTE;

  /** A sheet of a million formatted blank rows takes about 150 MB, and some offices send them. */
  private static final long MAX_SHEET = 256 * MEGABYTE;

  private static final long MAX_STRINGS = 64 * MEGABYTE;

  private WorkbookFile() {}

  /**
   * @param sheets asked by the name of each sheet for what takes its rows
   * @throws UnreadableFile if it is no workbook, or a broken one
   */
  static void read(Path file, Function<String, Consumer<SheetRow>> sheets) throws UnreadableFile {
    try {
      checkKind(file);
      try (var workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
        checkContent(workbook);
        readSheets(workbook, sheets);
      }
    } catch (IOException | OpenXML4JException | SAXException | XMLStreamException broken) {
      throw unreadable(broken);
    } catch (RuntimeException broken) {
      // POI and the JDK's parser report damage by a dozen unrelated unchecked exceptions.
      throw unreadable(broken);
    }
  }

  private static void checkKind(Path file) throws IOException, UnreadableFile {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableFile("roster.file.missing");
    }
    if (Files.size(file) == 0) {
      throw new UnreadableFile("roster.file.empty");
    }
    if (Files.size(file) > MAX_SIZE) {
      throw new UnreadableFile("roster.file.too-large", Long.toString(MAX_SIZE / MEGABYTE));
    }
    switch (FileMagic.valueOf(file.toFile())) {
      case OOXML -> checkWhole(file);
      case OLE2 ->
          throw new UnreadableFile(
              isEncrypted(file) ? "roster.file.encrypted" : "roster.file.old-excel");
      case BIFF2, BIFF3, BIFF4 -> throw new UnreadableFile("roster.file.old-excel");
      default -> throw new UnreadableFile("roster.file.not-excel");
    }
  }

  /** POI reads what is left of a torn archive; half a roster must not pass for a whole one. */
  private static void checkWhole(Path file) throws IOException {
    new ZipFile(file.toFile()).close();
  }

  private static boolean isEncrypted(Path file) throws IOException {
    try (var container = new POIFSFileSystem(file.toFile(), true)) {
      return container.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
    }
  }

  private static void checkContent(OPCPackage workbook) throws UnreadableFile {
    if (!workbook.getPartsByContentType(XSSFRelation.WORKBOOK.getContentType()).isEmpty()) {
      return;
    }
    var macros = workbook.getPartsByContentType(XSSFRelation.MACROS_WORKBOOK.getContentType());
    throw new UnreadableFile(macros.isEmpty() ? "roster.file.not-excel" : "roster.file.macros");
  }

  private static void readSheets(OPCPackage workbook, Function<String, Consumer<SheetRow>> sheets)
      throws IOException, OpenXML4JException, SAXException, XMLStreamException {
    var reader = new XSSFReader(workbook);
    var parser = new SheetParser(strings(reader));
    var found = reader.getSheetIterator();
    while (found.hasNext()) {
      try (var sheet = found.next()) {
        var rows = sheets.apply(found.getSheetName());
        parser.parse(new LimitedInputStream(sheet, MAX_SHEET), rows);
      }
    }
  }

  private static ReadOnlySharedStringsTable strings(XSSFReader reader)
      throws IOException, OpenXML4JException, SAXException {
    try (var strings = reader.getSharedStringsData()) {
      var limited =
          new LimitedInputStream(
              strings == null ? InputStream.nullInputStream() : strings, MAX_STRINGS);
      return new ReadOnlySharedStringsTable(limited, false);
    }
  }

  private static UnreadableFile unreadable(Throwable broken) {
    for (var cause = broken; cause != null; cause = cause.getCause()) {
      var message = String.valueOf(cause.getMessage());
      if (cause instanceof LimitedInputStream.TooLarge || message.contains("Zip bomb")) {
        return new UnreadableFile("roster.file.bomb");
      }
      if (cause instanceof SheetTable.TooManyRows tooMany) {
        return new UnreadableFile(
            "roster.file.too-many-rows",
            tooMany.getMessage(),
            Integer.toString(SheetTable.MAX_ROWS));
      }
    }
    return new UnreadableFile("roster.file.broken");
  }
}
