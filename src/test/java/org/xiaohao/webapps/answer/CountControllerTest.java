package org.xiaohao.webapps.answer;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.xiaohao.consultation.Consultation;
import org.xiaohao.consultation.ConsultationForms;
import org.xiaohao.consultation.Consultations;

class CountControllerTest {

  private final Consultations consultations = mock();
  private final ConsultationForms forms = mock();

  private MockMvc page(boolean wanted) {
    var settings =
        new AnswerProperties(
            1, Duration.ZERO, 1, Duration.ZERO, 1, Duration.ZERO, null, wanted, null);
    return MockMvcBuilders.standaloneSetup(new CountController(consultations, forms, settings))
        .build();
  }

  private void is(Consultation.State state) {
    var consultation = mock(Consultation.class);
    when(consultation.state()).thenReturn(state);
    when(consultation.title()).thenReturn("征求意见表 · 艺术科");
    when(consultations.find("key")).thenReturn(Optional.of(consultation));
    when(forms.valid("key")).thenReturn(12);
  }

  @Test
  void everybody_sees_the_number_where_the_office_wants_it() throws Exception {
    is(Consultation.State.COLLECTING);
    page(true)
        .perform(get("/answer/count").param("key", "key"))
        .andExpect(status().isOk())
        .andExpect(model().attribute("count", 12));
  }

  @Test
  void nobody_sees_it_elsewhere_or_before_it_begins() throws Exception {
    is(Consultation.State.COLLECTING);
    page(false).perform(get("/answer/count").param("key", "key")).andExpect(status().isNotFound());
    is(Consultation.State.PLANNED);
    page(true).perform(get("/answer/count").param("key", "key")).andExpect(status().isNotFound());
    page(true).perform(get("/answer/count").param("key", "x")).andExpect(status().isNotFound());
  }
}
