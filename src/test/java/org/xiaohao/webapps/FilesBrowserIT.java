package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.attachment.AttachmentService;
import org.xiaohao.attachment.Attachments;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.Chromium;
import org.xiaohao.testing.HttpPerson;

/** Files beside a paper: dropped, looked at where they lie, fixed once the paper is handed in. */
class FilesBrowserIT extends BrowserTest {

  private static final String API = "/camunda/api/xiaohao/default";
  private static final String ESSAY = "changzhi-2017/essay/";

  @Autowired private Attachments attachments;
  @Autowired private AttachmentService files;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;

  @Override
  protected Browser browser() {
    return Chromium.whole();
  }

  @Test
  void picturesAndPdfAreLookedAtWithoutSavingThem() throws IOException {
    var picture = add("yuanpengfei", "现场照片.png", png());
    var paper = add("yuanpengfei", "调研报告.pdf", pdf());
    var text = add("yuanpengfei", "说明.docx", docx());
    var staff = tasklistOf("yuanpengfei");
    openTask(staff, "讨论材料 · 原鹏飞");
    var tab = tab(staff, "附件");
    assertThat(tab.locator("li").filter(with("说明.docx")).getByText("预览")).hasCount(0);
    lookAtThePicture(staff, tab);
    picture(staff, "staff-file-preview");
    staff.locator(".xh-dialog").getByText("关闭").click();
    lookAtThePdf(staff, tab);

    new PaperHands(tasks, identity).handIn("yuanpengfei", "提高标准。");
    var head = tasklistOf("jiawei");
    head.getByText("批量审核").click();
    head.locator(".xh-review .xh-title").filter(with("讨论材料 · 原鹏飞")).click();
    var reading = head.locator(".xh-reading:visible");
    lookAtThePicture(head, reading);
    head.locator(".xh-dialog").last().getByText("关闭").click();
    lookAtThePdf(head, reading);

    var phone = phoneWithoutScripts();
    phone.navigate(base() + "/m/item?key=" + ESSAY + "yuanpengfei");
    logIn(phone, "yuanpengfei", "xiaohao");
    assertThat(phone.getByText("查看", new Page.GetByTextOptions().setExact(true))).hasCount(2);
    assertThat(phone.getByLabel("查看 现场照片.png"))
        .hasAttribute("href", API + "/file/" + picture + "/view");

    var owner = new HttpPerson(base()).in("yuanpengfei");
    var shown = owner.get(API + "/file/" + paper + "/view");
    assertThat(shown.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .startsWith("default-src 'none'")
        .doesNotContain("script", "sandbox");
    assertThat(shown.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(shown.headers().firstValue("Content-Disposition").orElse("")).startsWith("inline");
    var refused = owner.get(API + "/file/" + text + "/view");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("“说明.docx”不能直接查看，请下载后打开。");
    var stranger = new HttpPerson(base()).in("qinfang");
    assertThat(stranger.get(API + "/file/" + picture + "/view").statusCode()).isEqualTo(403);
    assertThat(stranger.get(API + "/file/nothing/view").statusCode()).isEqualTo(404);
    assertThat(new HttpPerson(base()).get(API + "/file/" + picture + "/view").statusCode())
        .isEqualTo(401);
  }

  private static void lookAtThePicture(Page page, Locator files) {
    files.getByRole(AriaRole.BUTTON, named("预览 现场照片.png")).click();
    var image = page.locator(".xh-dialog img");
    image.waitFor();
    page.waitForCondition(() -> image.evaluate("image => image.naturalWidth").equals(320));
  }

  /** The browser's own viewer, which starts in no sandbox. */
  private static void lookAtThePdf(Page page, Locator files) {
    var viewer = page.context().waitForPage(() -> files.getByLabel("预览 调研报告.pdf").click());
    viewer.waitForCondition(
        () ->
            viewer.frames().stream()
                .anyMatch(frame -> frame.url().startsWith("chrome-extension:")));
    viewer.close();
  }

  @Test
  void aFileIsDroppedAndItsWaySeen() {
    var staff = tasklistOf("luna");
    openTask(staff, "讨论材料 · 路娜");
    var tab = tab(staff, "附件");
    var zone = tab.locator(".xh-drop");
    zone.dispatchEvent("dragover", transfer(staff, 1));
    assertThat(zone).hasClass("xh-drop xh-over");
    slowly(staff);
    staff.evaluate(
        """
        () => {
          window.seen = [];
          new MutationObserver(() => document.querySelectorAll('.xh-files progress')
            .forEach(bar => window.seen.push(bar.value)))
            .observe(document.body, {subtree: true, attributes: true, attributeFilter: ['value']});
        }
        """);
    zone.dispatchEvent("drop", transfer(staff, 2_000_000));
    assertThat(tab.locator(".xh-files a[download]")).hasText("拖进来的.pdf");
    assertThat(zone).hasClass("xh-drop");
    assertThat(attachments.of(ESSAY + "luna"))
        .singleElement()
        .satisfies(file -> assertThat(file.size()).isEqualTo(2_000_000));
    assertThat(staff.evaluate("window.seen.some(value => value > 0 && value < 100)"))
        .as("the bar stood between its ends")
        .isEqualTo(true);
  }

  private static Map<String, Object> transfer(Page page, int size) {
    return Map.of(
        "dataTransfer",
        page.evaluateHandle(
            """
            size => {
              const transfer = new DataTransfer();
              transfer.items.add(new File(['%PDF-1.7\\n'.padEnd(size)], '拖进来的.pdf'));
              return transfer;
            }
            """,
            size));
  }

  private static void slowly(Page page) {
    var network = page.context().newCDPSession(page);
    network.send("Network.enable");
    var conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", 0);
    conditions.addProperty("downloadThroughput", -1);
    conditions.addProperty("uploadThroughput", 1_500_000);
    network.send("Network.emulateNetworkConditions", conditions);
  }

  /** What the reviewer reads is what was handed in. */
  @Test
  void afterThePaperIsHandedInItsFilesStayAsTheyAre() throws IOException {
    var id = add("litingting", "附件.pdf", pdf());
    var review = new PaperHands(tasks, identity).handIn("litingting", "提高标准。");
    var owner = new HttpPerson(base()).in("litingting");
    assertThat(owner.get(API + "/files?key=" + ESSAY + "litingting").body())
        .contains("\"changeable\":false");
    var removal = owner.send("DELETE", API + "/file/" + id, "", BodyPublishers.noBody());
    assertThat(removal.statusCode()).isEqualTo(409);
    assertThat(removal.body()).contains("附件不能再增减。需要修改时请先撤回。");
    var upload = owner.upload(API + "/files?key=" + ESSAY + "litingting", Map.of(), "二.pdf", pdf());
    assertThat(upload.statusCode()).isEqualTo(409);
    assertThat(upload.body()).contains("附件不能再增减。");

    var reviewer = new HttpPerson(base()).in("jiawei");
    var task = "/m/task/" + review;
    reviewer.upload(
        task, Map.of("_csrf", reviewer.formToken(task), "act", "upload"), "三.pdf", pdf());
    assertThat(reviewer.get(task).body()).contains("附件不能再增减。");
    assertThat(attachments.of(ESSAY + "litingting")).hasSize(1);
    var page = owner.get("/m/item?key=" + ESSAY + "litingting").body();
    assertThat(page).contains("附件.pdf").doesNotContain("remove:", "type=\"file\"");
  }

  private String add(String person, String name, byte[] content) throws IOException {
    return files.add(ESSAY + person, name, new ByteArrayInputStream(content), person).id();
  }

  private static byte[] png() throws IOException {
    var image = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
    var paint = image.createGraphics();
    paint.setColor(new Color(0x3a6ea5));
    paint.fillRect(0, 0, 320, 180);
    paint.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  /** One empty page. */
  private static byte[] pdf() {
    var parts =
        List.of(
            "%PDF-1.7\n",
            "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
            "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n",
            "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n",
            "trailer<</Root 1 0 R/Size 4>>\n%%EOF\n");
    return String.join("", parts).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] docx() {
    var bytes = new ByteArrayOutputStream();
    try (var archive = new ZipOutputStream(bytes)) {
      archive.putNextEntry(new ZipEntry("word/document.xml"));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
