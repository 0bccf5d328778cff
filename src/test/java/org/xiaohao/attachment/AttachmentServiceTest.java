package org.xiaohao.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import org.xiaohao.shared.Refusal;
import org.xiaohao.shared.TestDatabases;

class AttachmentServiceTest {

  private static final byte[] PDF = "%PDF-1.7 正文".getBytes(StandardCharsets.UTF_8);
  private static final String SUBJECT = "c/essay/zhang";

  @TempDir Path folder;

  private Attachments attachments;
  private AttachmentService service;
  private final List<Object> told = new ArrayList<>();
  private TransactionTemplate transaction;

  @BeforeEach
  void start() {
    var database = TestDatabases.h2();
    attachments = new Attachments(JdbcClient.create(database));
    var settings =
        new AttachmentProperties(
            folder, DataSize.ofKilobytes(100), 2, EnumSet.of(FileType.PDF, FileType.DOCX));
    service =
        new AttachmentService(
            attachments,
            new AttachmentFolder(settings),
            settings,
            told::add,
            Clock.fixed(Instant.parse("2017-03-01T00:00:00Z"), ZoneOffset.UTC));
    transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
  }

  @Test
  void aFileComesBackAsItWas() throws IOException {
    var file = add("讨论材料.pdf", PDF);
    assertThat(service.open(file.id()).readAllBytes()).isEqualTo(PDF);
    assertThat(attachments.of(SUBJECT)).containsExactly(file);
    assertThat(file.type()).isEqualTo("application/pdf");
    assertThat(told).containsExactly(new FileAdded(file));
    assertThat(file.size()).isEqualTo(PDF.length);
    assertThat(file.sha256())
        .isEqualTo("5384d0549c5d73838719ab78d3f165683a229ffd9a17f312cd82e8a161cb81d3");
    assertThat(stored()).singleElement().asString().endsWith(file.id()).doesNotContain("pdf");
  }

  @Test
  void bytesAreSweptWhenTheTransactionFails() throws IOException {
    transaction.executeWithoutResult(
        status -> {
          service.add(SUBJECT, "a.pdf", stream(PDF), "zhang");
          status.setRollbackOnly();
        });
    assertThat(attachments.of(SUBJECT)).isEmpty();
    assertThat(stored()).isEmpty();
  }

  @Test
  void aRemovedFileIsGoneButNotForgotten() throws IOException {
    var file = add("a.pdf", PDF);
    transaction.executeWithoutResult(status -> service.remove(file.id(), "zhang"));
    assertThat(attachments.count(SUBJECT)).isZero();
    assertThat(stored()).isEmpty();
    assertThatThrownBy(() -> service.open(file.id())).isInstanceOf(Refusal.class);
  }

  @Test
  void aRemovalThatFailsKeepsTheBytes() throws IOException {
    var file = add("a.pdf", PDF);
    transaction.executeWithoutResult(
        status -> {
          service.remove(file.id(), "zhang");
          status.setRollbackOnly();
        });
    assertThat(service.open(file.id()).readAllBytes()).isEqualTo(PDF);
  }

  @ParameterizedTest
  @CsvSource({
    "run.exe, attachment.type",
    "noextension, attachment.type",
    "fake.docx, attachment.content",
    "'', attachment.name-missing",
    "'../..', attachment.name-missing"
  })
  void whatIsNotAllowedIsRefusedAndLeavesNothing(String name, String code) throws IOException {
    assertRefused(name, PDF, code);
  }

  @Test
  void emptyAndHugeFilesAreRefused() throws IOException {
    assertRefused("a.pdf", new byte[0], "attachment.empty");
    var huge = new byte[100 * 1024 + 1];
    System.arraycopy(PDF, 0, huge, 0, PDF.length);
    assertRefused("a.pdf", huge, "attachment.too-big");
  }

  @Test
  void oneFileTooManyIsRefused() throws IOException {
    add("1.pdf", PDF);
    add("2.pdf", PDF);
    assertThatThrownBy(() -> add("3.pdf", PDF))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.code()).isEqualTo("attachment.too-many"));
    assertThat(stored()).hasSize(2);
  }

  @Test
  void documentsAreKnownByWhatTheyHoldAndMacrosAreNot() throws IOException {
    assertThat(add("a.DOCX", zip("[Content_Types].xml", "word/document.xml")).type())
        .contains("wordprocessingml");
    assertRefused("b.docx", zip("xl/workbook.xml"), "attachment.content");
    assertRefused("c.docx", zip("word/document.xml", "word/vbaProject.bin"), "attachment.content");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc/报告.pdf", "C:\\资料\\报告.pdf", "报\u0000告\u0007.pdf", "报\u202e告\u200f.pdf"})
  void namesAreCleaned(String given) {
    assertThat(FileName.clean(given)).isEqualTo("报告.pdf");
  }

  @Test
  void longNamesKeepTheirExtension() {
    assertThat(FileName.clean("长".repeat(300) + ".pdf")).hasSize(255).endsWith("长.pdf");
  }

  private void assertRefused(String name, byte[] content, String code) throws IOException {
    var before = stored();
    assertThatThrownBy(() -> add(name, content))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code()).isEqualTo(code));
    assertThat(stored()).isEqualTo(before);
  }

  private Attachment add(String name, byte[] content) {
    return transaction.execute(status -> service.add(SUBJECT, name, stream(content), "zhang"));
  }

  private static InputStream stream(byte[] content) {
    return new ByteArrayInputStream(content);
  }

  private List<Path> stored() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static byte[] zip(String... entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
      }
    }
    return bytes.toByteArray();
  }
}
