package org.xiaohao.roster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xiaohao.shared.Finding;

/** What is not a workbook, whatever its name says. */
class WorkbookFileTest {

  /** The first sheet of {@link RosterWorkbook#chinese()}. */
  private static final String UNITS = "xl/worksheets/sheet1.xml";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("roster.xlsx");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThat(onlyError()).isEqualTo("roster.file.missing");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    Files.createFile(file);
    assertThat(onlyError()).isEqualTo("roster.file.empty");
  }

  @Test
  void refusesAnOldWorkbookUnderANewName() throws IOException {
    try (var workbook = new HSSFWorkbook();
        var out = Files.newOutputStream(file)) {
      workbook.createSheet("单位");
      workbook.write(out);
    }
    assertThat(onlyError()).isEqualTo("roster.file.old-excel");
  }

  @Test
  void refusesTextUnderAnotherName() throws IOException {
    Files.writeString(file, "登录名,姓名\nguowei,郭威\n");
    assertThat(onlyError()).isEqualTo("roster.file.not-excel");
  }

  @Test
  void refusesALetterUnderAnotherName() throws IOException {
    try (var letter = new XWPFDocument();
        var out = Files.newOutputStream(file)) {
      letter.write(out);
    }
    assertThat(onlyError()).isEqualTo("roster.file.not-excel");
  }

  @Test
  void refusesAWorkbookWithMacros() throws IOException {
    try (var workbook = new XSSFWorkbook(XSSFWorkbookType.XLSM);
        var out = Files.newOutputStream(file)) {
      workbook.createSheet("单位");
      workbook.write(out);
    }
    assertThat(onlyError()).isEqualTo("roster.file.macros");
  }

  @Test
  void refusesAWorkbookWithAPassword() throws Exception {
    var plain = RosterWorkbook.chinese().write(folder.resolve("plain.xlsx"));
    try (var container = new POIFSFileSystem()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var out = encryptor.getDataStream(container)) {
        Files.copy(plain, out);
      }
      try (var out = Files.newOutputStream(file)) {
        container.writeFilesystem(out);
      }
    }
    assertThat(onlyError()).isEqualTo("roster.file.encrypted");
  }

  @Test
  void refusesATornFileWhereverItIsTorn() throws IOException {
    var whole = Files.readAllBytes(RosterWorkbook.chinese().write(folder.resolve("whole.xlsx")));
    for (var length : new int[] {10, whole.length / 3, whole.length - 10}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(onlyError()).as("torn after %s bytes", length).isEqualTo("roster.file.broken");
    }
  }

  @Test
  void refusesASheetThatDeclaresADocumentType() throws IOException {
    rewriteUnits(
        xml ->
            xml.replaceFirst(
                "<worksheet",
                "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><worksheet"));
    assertThat(onlyError()).isEqualTo("roster.file.broken");
  }

  @Test
  void refusesAZipBomb() throws IOException {
    rewriteUnits(xml -> xml.replace("<sheetData>", "<sheetData>" + " ".repeat(40_000_000)));
    assertThat(onlyError()).isEqualTo("roster.file.bomb");
  }

  @Test
  void refusesAFileBeyondTheLimit() throws IOException {
    Files.write(file, new byte[(int) WorkbookFile.MAX_SIZE + 1]);
    assertThat(onlyError()).isEqualTo("roster.file.too-large");
  }

  @Test
  void refusesMoreRowsThanAnyOrganisationHas() throws IOException {
    rewriteUnits(
        xml ->
            xml.replace(
                "</sheetData>",
                rows(SheetTable.MAX_ROWS + 10, "<c r=\"A%1$d\"><v>1</v></c>") + "</sheetData>"));
    assertThat(onlyError()).isEqualTo("roster.file.too-many-rows");
  }

  @Test
  void readsASheetThatIsFormattedToItsLastRow() throws IOException {
    rewriteUnits(
        xml ->
            xml.replace(
                "</sheetData>",
                rows(1_048_576, "<c r=\"A%1$d\" s=\"0\"/><c r=\"B%1$d\" s=\"0\"/>")
                    + "</sheetData>"));

    var reading =
        Assertions.assertTimeoutPreemptively(
            Duration.ofMinutes(2), () -> new RosterReader().read(file, Locale.ENGLISH));

    assertThat(reading.findings()).isEmpty();
    assertThat(reading.roster().units()).hasSize(2);
  }

  private static String rows(int last, String cells) {
    var rows = new StringBuilder();
    for (int line = 4; line <= last; line++) {
      rows.append("<row r=\"").append(line).append("\">");
      rows.append(cells.replace("%1$d", Integer.toString(line))).append("</row>");
    }
    return rows.toString();
  }

  private void rewriteUnits(Function<String, String> change) throws IOException {
    var plain = RosterWorkbook.chinese().write(folder.resolve("plain.xlsx"));
    try (var from = new ZipFile(plain.toFile());
        var to = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : Collections.list(from.entries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        var bytes = from.getInputStream(entry).readAllBytes();
        write(to, entry.getName().equals(UNITS) ? change.apply(new String(bytes, UTF_8)) : bytes);
      }
    }
  }

  private static void write(OutputStream to, Object content) throws IOException {
    to.write(content instanceof String text ? text.getBytes(UTF_8) : (byte[]) content);
  }

  private String onlyError() {
    var reading = new RosterReader().read(file, Locale.SIMPLIFIED_CHINESE);
    assertThat(reading.roster()).isNull();
    assertThat(reading.findings()).hasSize(1).allMatch(Finding::isError);
    assertThat(reading.findings().get(0).message()).isNotEqualTo(reading.findings().get(0).code());
    return reading.findings().get(0).code();
  }
}
