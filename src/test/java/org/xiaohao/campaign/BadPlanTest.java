package org.xiaohao.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xiaohao.shared.Finding;

/** Each way of spoiling a plan is found where it was done, and said in Chinese. */
class BadPlanTest {

  @BeforeEach
  void readInChinese() {
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
  }

  @AfterEach
  void forgetTheLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  /** Words of the plan, what is written instead, the expected code, and on which line. */
  static Stream<Arguments> spoiled() {
    return Stream.of(
        spoiled("quota: 20", "qouta: 20", "plan.unknown-key-meant", "qouta"),
        spoiled("quota: 20", "quota: -1", "plan.number-range", "quota: -1"),
        spoiled("quota: 20", "quota: 20份", "plan.type-integer", "quota: 20份"),
        spoiled("quota: 20", "quota: 20.5", "plan.type-integer", "quota: 20.5"),
        spoiled("quota: 20", "quota: 1e9", "plan.type-integer", "quota: 1e9"),
        spoiled("quota: 20", "quota: 1_000", "plan.type-integer", "quota: 1_000"),
        spoiled("quota: 20", "quota: 1000000000", "plan.number-range", "quota: 1000000000"),
        spoiled("quota: 20", "quota: \"20\"", "plan.type-integer", "quota: \"20\""),
        spoiled("quota: 20", "quota:", "plan.no-value", "quota:\n"),
        spoiled("quota: 20", "zzzzzzzz: 1", "plan.unknown-key", "zzzzzzzz"),
        spoiled(
            "ends: 2017-03-30", "ends: 2017-02-27", "plan.ends-before-start", "ends: 2017-02-27"),
        spoiled("ends: 2017-05-31", "ends: 2071-05-31", "plan.phase-too-long", "ends: 2071-05-31"),
        spoiled("ends: 2017-03-30", "ends: 2017-02-30", "plan.date", "ends: 2017-02-30"),
        spoiled("ends: 2017-03-30", "ends: 2017-3-30", "plan.date", "ends: 2017-3-30"),
        spoiled("ends: 2017-03-30", "ends: 2017-03-30T10:00:00Z", "plan.date", "T10:00:00Z"),
        spoiled(
            "starts: 2017-03-31", "starts: 2017-03-30", "plan.phases-overlap", "id: benchmark", 4),
        spoiled(
            "starts: 2017-03-03", "starts: 2017-03-02", "plan.works-overlap", "id: decisions", 5),
        spoiled(
            "ends: 2017-04-15", "ends: 2017-05-01", "plan.day-outside-phase", "ends: 2017-05-01"),
        spoiled(
            "limit: 2017-03-30",
            "limit: 2017-03-31",
            "plan.day-outside-phase",
            "limit: 2017-03-31"),
        spoiled(
            "on: [2017-03-08]", "on: [2017-04-08]", "plan.day-outside-phase", "on: [2017-04-08]"),
        spoiled(
            "limit: 2017-05-30",
            "limit: 2017-05-07",
            "plan.day-before-work",
            "id: function-list",
            7),
        spoiled(
            "lastLimit: 2017-04-30",
            "lastLimit: 2017-04-14",
            "plan.days-in-order",
            "lastLimit: 2017-04-14"),
        spoiled(
            "proposed: 2017-04-11", "proposed: 2017-04-20", "plan.days-in-order", "by: 2017-04-15"),
        spoiled(
            "fieldVisitTo: 2017-04-20",
            "fieldVisitTo: 2017-04-10",
            "plan.days-in-order",
            "fieldVisitTo"),
        spoiled("    fieldVisitTo: 2017-04-20\n", "", "plan.field-visit-half", "- id: benchmarks"),
        spoiled("id: essay", "id: speech", "plan.duplicate-id", "id: speech\n    requirement: R41"),
        spoiled(
            "id: discipline",
            "id: speeches",
            "plan.duplicate-id",
            "id: speeches\n        requirement: R26"),
        spoiled(
            "id: exchange", "id: essay", "plan.duplicate-id", "id: essay\n    requirement: R63"),
        spoiled("role: OFFICE", "role: OFICE", "plan.choice-meant", "role: OFICE"),
        spoiled("role: OFFICE", "role: KING", "plan.choice", "role: KING"),
        spoiled(
            "afterWorkingDays: 2", "afterWorkingDays: 0", "plan.escalation-order", "role: OFFICE"),
        spoiled(
            "role: OFFICE", "role: UNIT_HEAD", "plan.escalation-twice", "{ afterWorkingDays: 2"),
        spoiled("phase: study", "phase: stady", "plan.unknown-reference-meant", "phase: stady"),
        spoiled("work: gaps", "work: personal", "plan.unknown-reference", "work: personal"),
        spoiled(
            "speechText: speech",
            "speechText: essay",
            "plan.speech-text-not-of-speaker",
            "speechText: essay"),
        spoiled(
            "speechText: speech",
            "speechText: speach",
            "plan.unknown-reference-meant",
            "speechText: speach"),
        spoiled("kind: GAPS", "kind: TOPIC", "plan.work-kind", "id: gaps", 2),
        spoiled(
            "weekdays: [THURSDAY, FRIDAY]\n",
            "on: []\n",
            "plan.session-without-days",
            "- id: weekly"),
        spoiled("weekdays: [THURSDAY, FRIDAY]", "weekdays: [周四]", "plan.choice", "weekdays: [周四]"),
        spoiled("starts: \"14:30\"", "starts: 2:30", "plan.pattern-time", "starts: 2:30"),
        spoiled("ends: \"17:00\"", "ends: \"14:00\"", "plan.ends-before-start", "ends: \"14:00\""),
        spoiled(
            "    limitAfterSession: 3",
            "    limit: 2017-03-30",
            "plan.speaker-without-limit",
            "- id: speech\n"),
        spoiled(
            "    limit: 2017-03-30\n    content: TEXT",
            "    content: TEXT",
            "plan.paper-without-limit",
            "- id: essay"),
        spoiled(
            "content: FILES", "content: TABLE", "plan.table-without-columns", "- id: study-rule"),
        spoiled("content: TABLE", "content: TEXT", "plan.columns-without-table", "columns:"),
        spoiled("zone: Asia/Shanghai", "zone: Asia/Peking", "plan.zone", "zone: Asia/Peking"),
        spoiled("language: zh-CN", "language: 中文", "plan.pattern-language", "language: 中文"),
        spoiled("head: yangjianping", "head: 杨建平", "plan.pattern-login", "head: 杨建平"),
        spoiled("id: essay", "id: Essay 1", "plan.pattern-id", "id: Essay 1"),
        spoiled("optional: true", "optional: yes", "plan.type-boolean", "optional: yes"),
        spoiled("organisation: 长治市文化局\n", "", "plan.missing-key", "id: changzhi-2017"),
        spoiled("zone: Asia", "title: 另一个\nzone: Asia", "plan.duplicate-key", "title: 另一个"),
        spoiled("zone: Asia", "zone: &z Asia", "plan.yaml-alias", "zone: &z"),
        spoiled("zone: Asia/Shanghai", "zone: *z", "plan.yaml-alias", "zone: *z"),
        spoiled(
            "zone: Asia",
            "zone: !!javax.script.ScriptEngineManager Asia",
            "plan.yaml-tag",
            "zone: !!"),
        spoiled("  document: ", "\tdocument: ", "plan.yaml-tab", "\tdocument"),
        spoiled("number: 长", "number: \"长", "plan.yaml-broken", "", -1),
        spoiled("zone: Asia", "zone Asia", "plan.yaml-broken", "zone Asia", 1),
        spoiled("papers:", "---\npapers:", "plan.yaml-documents", "---\n"));
  }

  @ParameterizedTest(name = "{1} -> {2}")
  @MethodSource("spoiled")
  void isFoundWhereItWasDone(String words, String others, String code, String at, int below) {
    var text = PlanFiles.changzhiWith(words, others);
    var reading = PlanFiles.read(text);
    assertThat(reading.plan()).isNull();
    var found = reading.findings().stream().filter(f -> f.code().equals(code)).findFirst();
    assertThat(found).as("%s in %s", code, reading.findings()).isPresent();
    if (below >= 0) {
      assertThat(found.get().line()).isEqualTo(PlanFiles.line(text, at) + below);
      assertThat(found.get().place()).startsWith("第 " + found.get().line() + " 行");
    }
    assertThat(found.get().message()).matches("(?s).*\\p{IsHan}.*").doesNotContain("plan.", "{0}");
  }

  @Test
  void everythingIsReportedAtOnce() {
    var text =
        PlanFiles.changzhiWith("quota: 20", "quota: -1")
            .replace("limit: 2017-04-15", "limit: 2017-06-15")
            .replace("id: essay", "id: speech")
            .replace("optional: true", "optinal: true");
    assertThat(PlanFiles.read(text).findings())
        .extracting(Finding::code)
        .contains(
            "plan.number-range",
            "plan.day-outside-phase",
            "plan.duplicate-id",
            "plan.unknown-key-meant");
  }

  @Test
  void anUnknownKeyNamesTheOneThatWasMeant() {
    var reading = PlanFiles.read(PlanFiles.changzhiWith("quota: 20", "qouta: 20"));
    assertThat(reading.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.message()).isEqualTo("不认识“qouta”，是不是想写“quota”？"))
        .satisfies(f -> assertThat(f.place()).endsWith("行，consultations › opinion-forms › qouta"));
  }

  @Test
  void theMessageIsEnglishForAnEnglishReader() {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    var reading = PlanFiles.read(PlanFiles.changzhiWith("quota: 20", "qouta: 20"));
    assertThat(reading.findings())
        .extracting(Finding::message)
        .contains("Unknown key \"qouta\". Did you mean \"quota\"?");
  }

  @Test
  void anOverlapOfPhasesIsAnErrorButAGapIsOnlyAWarning() {
    var reading =
        PlanFiles.read(
            PlanFiles.changzhiWith("starts: 2017-03-31", "starts: 2017-04-05")
                .replace("        starts: 2017-03-31", "        starts: 2017-04-05"));
    assertThat(reading.plan()).isNotNull();
    assertThat(reading.findings()).extracting(Finding::code).containsExactly("plan.phases-gap");
  }

  @Test
  void anAliasBombIsRefusedAtItsFirstReference() {
    var bomb = new StringBuilder("a0: &a0 [lol, lol, lol]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
    }
    var reading = assertTimeout(Duration.ofSeconds(2), () -> PlanFiles.read(bomb.toString()));
    assertThat(reading.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.code()).isEqualTo("plan.yaml-alias"))
        .satisfies(f -> assertThat(f.line()).isEqualTo(1));
  }

  @Test
  void aFileOfHundredMegabytesIsRefusedWithoutBeingLoaded(@TempDir Path folder) throws IOException {
    var file = folder.resolve("campaign.yaml");
    try (var large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(100_000_000);
    }
    var reading = assertTimeout(Duration.ofSeconds(1), () -> new PlanReader().read(file));
    assertThat(reading.findings()).extracting(Finding::code).containsExactly("plan.too-large");
  }

  @Test
  void aMillionBracketsAreRefusedQuickly() {
    var deep = assertTimeout(Duration.ofSeconds(2), () -> PlanFiles.read("[".repeat(999_000)));
    assertThat(deep.findings()).extracting(Finding::code).containsExactly("plan.yaml-depth");
  }

  @Test
  void anotherEncodingIsNamed() {
    var bytes = PlanFiles.text(PlanFiles.CHANGZHI).getBytes(Charset.forName("GBK"));
    var reading = new PlanReader().read(bytes, "campaign.yaml");
    assertThat(reading.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.code()).isEqualTo("plan.not-utf8"))
        .satisfies(f -> assertThat(f.line()).isEqualTo(3))
        .satisfies(f -> assertThat(f.message()).contains("UTF-8", "GBK"));
  }

  @Test
  void whatIsNoFileOrNoPlanIsSaid(@TempDir Path folder) {
    assertThat(codes(new PlanReader().read(folder.resolve("none.yaml"))))
        .containsExactly("plan.no-file");
    assertThat(codes(new PlanReader().read(folder))).containsExactly("plan.unreadable");
    assertThat(codes(PlanFiles.read(""))).containsExactly("plan.empty");
    assertThat(codes(PlanFiles.read("# nothing\n"))).containsExactly("plan.empty");
    assertThat(codes(PlanFiles.read("just words"))).containsExactly("plan.not-a-plan");
    assertThat(codes(PlanFiles.read("- a\n- b"))).containsExactly("plan.not-a-plan");
    assertThat(codes(PlanFiles.read("? [a, b]\n: c"))).containsExactly("plan.yaml-key");
    assertThat(codes(PlanFiles.read("a: \u0001"))).containsExactly("plan.yaml-unreadable");
  }

  @Test
  void noSpoiledByteMakesItThrow() {
    var seed = 20170228L;
    var random = new Random(seed);
    var original = PlanFiles.text(PlanFiles.CHANGZHI).getBytes(StandardCharsets.UTF_8);
    var signs = "{}[]:,-&*!|>'\"%@`#?~ \n\t\0".getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 150; round++) {
      var bytes = original.clone();
      for (int spoiled = 0; spoiled < 3; spoiled++) {
        bytes[random.nextInt(bytes.length)] = signs[random.nextInt(signs.length)];
      }
      var reading = new PlanReader().read(bytes, "campaign.yaml");
      assertThat(reading.plan() == null)
          .isEqualTo(reading.findings().stream().anyMatch(Finding::isError));
    }
  }

  private static Stream<String> codes(PlanReading reading) {
    return reading.findings().stream().map(Finding::code);
  }

  private static Arguments spoiled(String words, String others, String code, String at) {
    return spoiled(words, others, code, at, 0);
  }

  private static Arguments spoiled(String words, String others, String code, String at, int below) {
    return Arguments.of(words, others, code, at, below);
  }
}
