package org.xiaohao.webapps.answer;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.xiaohao.consultation.PollService;
import org.xiaohao.consultation.RespondentService;

/** How much one address may send. */
class AnswerLimitsTest {

  private final Clock clock = Clock.fixed(Instant.parse("2017-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final AnswerProperties settings =
      new AnswerProperties(
          2, Duration.ofMinutes(10), 1, Duration.ofHours(1), 10, Duration.ofSeconds(3), null, null);
  private final RespondentService respondents = mock();
  private final PollService polls = mock();

  private MockMvc pages() {
    when(respondents.questionnaire(any()))
        .thenReturn(new RespondentService.Questionnaire("表", "", List.of()));
    when(polls.page(any())).thenReturn(new PollService.Page("表", "", List.of(), List.of()));
    var stamp = new FormStamp(settings, clock);
    return MockMvcBuilders.standaloneSetup(
            new AnswerController(respondents, stamp, settings, clock),
            new PollController(polls, stamp, settings, clock))
        .build();
  }

  private static MockHttpServletRequestBuilder from(String address, String page) {
    return post(page)
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .with(
            request -> {
              request.setRemoteAddr(address);
              return request;
            });
  }

  @Test
  void a_form_too_many_is_told_when_to_come_again() throws Exception {
    var pages = pages();
    for (var page : List.of("/answer/aaa", "/answer/poll/bbb")) {
      var allowed = page.contains("poll") ? 1 : 2;
      for (var sent = 0; sent < allowed; sent++) {
        pages.perform(from("192.0.2.1", page)).andExpect(status().isUnprocessableEntity());
      }
      pages
          .perform(from("192.0.2.1", page))
          .andExpect(status().isTooManyRequests())
          .andExpect(header().string("Retry-After", page.contains("poll") ? "3600" : "600"))
          .andExpect(model().attributeExists("reason"));
      pages.perform(from("192.0.2.2", page)).andExpect(status().isUnprocessableEntity());
    }
  }
}
