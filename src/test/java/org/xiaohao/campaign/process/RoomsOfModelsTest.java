package org.xiaohao.campaign.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.testing.CampaignTest;

@CampaignTest
class RoomsOfModelsTest {

  private static final Path MODEL = Path.of("processes/phase-study.bpmn");

  @Autowired RoomsOfModels rooms;
  @Autowired RepositoryService repository;

  @Test
  void a_model_that_names_rooms_of_the_house_is_taken() throws IOException {
    assertThatCode(() -> rooms.check(model("", ""))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<camunda:inputParameter name=\"room\">study<", // where things are opened
        "campaignTasks.waiting(execution, 'study" // where the model asks whether more wait
      })
  void a_model_that_names_another_room_is_told_with_the_names_that_exist(String named)
      throws IOException {
    var model = model(named, named.replace("study", "stduy"));

    assertThatThrownBy(() -> rooms.check(model))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("phase-study")
        .hasMessageContaining("[stduy]")
        .hasMessageContaining("study, submission");
  }

  @Test
  void the_application_does_not_start_with_it() throws IOException {
    var deployed =
        repository
            .createDeployment()
            .addModelInstance(
                "processes/phase-study.bpmn",
                model(
                    "campaignTasks.waiting(execution, 'study",
                    "campaignTasks.waiting(execution, 'x"))
            .deploy();
    try {
      assertThatThrownBy(rooms::afterSingletonsInstantiated)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("[x]");
    } finally {
      repository.deleteDeployment(deployed.getId(), true);
    }
    assertThatCode(rooms::afterSingletonsInstantiated).doesNotThrowAnyException();
  }

  private static BpmnModelInstance model(String text, String instead) throws IOException {
    var xml = Files.readString(MODEL).replace(text, instead);
    return Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
