package org.xiaohao.webapps.answer;

import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiaohao.consultation.ConsultationService;
import org.xiaohao.consultation.FilledIn;
import org.xiaohao.consultation.FormSheet;
import org.xiaohao.shared.Refusal;
import org.xiaohao.webapps.security.Typed;

/** Forms on paper, entered one after another by keyboard, or many at once from a workbook. */
@Controller
@RequestMapping("/consultations")
class EntryController {

  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Desk desk;
  private final ConsultationService service;

  EntryController(Desk desk, ConsultationService service) {
    this.desk = desk;
    this.service = service;
  }

  @GetMapping("/enter")
  String form(@RequestParam String key, Authentication person, HttpSession session, Model page) {
    page.addAttribute("filledIn", new Sent(Typed.on(page)).filledIn(questions(key)));
    return show(key, person, session, page);
  }

  /** Stores one form. Sent twice by a double click, it is stored once. */
  @PostMapping("/enter")
  String enter(
      @RequestParam String key,
      @RequestParam MultiValueMap<String, String> fields,
      Authentication person,
      HttpSession session,
      Model page,
      RedirectAttributes next) {
    desk.enters(person, key);
    var sent = new Sent(fields);
    var filledIn = sent.filledIn(questions(key));
    try {
      store(key, sent.text("slip"), List.of(filledIn), person, session, next);
    } catch (Refusal refusal) {
      page.addAttribute("failure", refusal.getMessage());
      page.addAttribute("filledIn", filledIn);
      return show(key, person, session, page);
    }
    return "redirect:/consultations/enter";
  }

  /** Stores all forms of a workbook once, or none and says everything that is wrong with it. */
  @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  String importSheet(
      @RequestParam String key,
      @RequestParam(defaultValue = "") String slip,
      @RequestParam MultipartFile file,
      Authentication person,
      HttpSession session,
      Model page,
      RedirectAttributes next)
      throws IOException {
    desk.enters(person, key);
    var copy = Files.createTempFile("xiaohao-forms", ".xlsx");
    try {
      file.transferTo(copy);
      var reading = FormSheet.read(copy, columns(key));
      if (reading.faults().isEmpty()) {
        store(key, slip, reading.forms(), person, session, next);
        return "redirect:/consultations/enter";
      }
      page.addAttribute("faults", reading.faults());
    } catch (Refusal refusal) {
      page.addAttribute("faults", List.of(refusal.getMessage()));
    } finally {
      Files.deleteIfExists(copy);
    }
    page.addAttribute("filledIn", new Sent(Typed.on(page)).filledIn(questions(key)));
    return show(key, person, session, page);
  }

  /** A workbook with the columns that {@link #importSheet} understands. */
  @GetMapping("/template")
  ResponseEntity<byte[]> template(@RequestParam String key, Authentication person)
      throws IOException {
    var line = desk.enters(person, key);
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      var header = workbook.createSheet().createRow(0);
      columns(key)
          .forEach(
              title -> header.createCell(header.getPhysicalNumberOfCells()).setCellValue(title));
      workbook.write(bytes);
      return ResponseEntity.ok()
          .contentType(MediaType.parseMediaType(WORKBOOK))
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.attachment()
                  .filename(line.title() + ".xlsx", StandardCharsets.UTF_8)
                  .build()
                  .toString())
          .body(bytes.toByteArray());
    }
  }

  private List<String> columns(String key) {
    return FormSheet.columns(desk.campaign(key).plan().language(), desk.entry(key).questions());
  }

  /** Once, however often it is sent. */
  private void store(
      String key,
      String slip,
      List<FilledIn> forms,
      Authentication person,
      HttpSession session,
      RedirectAttributes next) {
    var stored =
        EntrySlips.of(session)
            .once(
                slip,
                Integer.class,
                () -> {
                  service.collect(key, forms, false, person.getName());
                  return forms.size();
                });
    next.addFlashAttribute("stored", stored);
    next.addAttribute("key", key);
  }

  private int questions(String key) {
    return desk.entry(key).questions().size();
  }

  private String show(String key, Authentication person, HttpSession session, Model page) {
    page.addAttribute("line", desk.enters(person, key));
    page.addAttribute("questions", desk.entry(key).questions());
    page.addAttribute("slip", EntrySlips.of(session).issue());
    page.addAttribute("slipOfSheet", EntrySlips.of(session).issue());
    return "consultation-enter";
  }
}
