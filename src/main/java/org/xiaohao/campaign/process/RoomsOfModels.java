package org.xiaohao.campaign.process;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.CampaignWork;

/**
 * Does not let the application start where the newest version of a model opens things of a room
 * that does not exist: a mistyped name would otherwise mean that nobody is ever asked for them.
 */
@Component
class RoomsOfModels implements SmartInitializingSingleton {

  /** The room that a gateway behind an opening asks about. */
  private static final Pattern ASKED =
      Pattern.compile("campaignTasks\\.waiting\\(\\s*execution\\s*,\\s*['\"]([^'\"]*)['\"]");

  private final RepositoryService repository;
  private final Set<String> rooms;

  RoomsOfModels(RepositoryService repository, List<CampaignWork> works) {
    this.repository = repository;
    this.rooms =
        works.stream().map(CampaignWork::room).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public void afterSingletonsInstantiated() {
    repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .map(ProcessDefinition::getId)
        .map(repository::getBpmnModelInstance)
        .forEach(this::check);
  }

  /**
   * @throws IllegalStateException if it names a room that contributes nothing to campaigns
   */
  void check(BpmnModelInstance model) {
    var unknown = named(model).filter(room -> !rooms.contains(room)).distinct().toList();
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(
          "model %s opens things of the unknown rooms %s; rooms are %s"
              .formatted(
                  model.getModelElementsByType(Process.class).iterator().next().getId(),
                  unknown,
                  rooms));
    }
  }

  private static Stream<String> named(BpmnModelInstance model) {
    return Stream.concat(
        model.getModelElementsByType(CamundaInputParameter.class).stream()
            .filter(input -> OpenChunkDelegate.ROOM.equals(input.getCamundaName()))
            .map(ModelElementInstance::getTextContent),
        model.getModelElementsByType(ConditionExpression.class).stream()
            .map(ModelElementInstance::getTextContent)
            .filter(Objects::nonNull)
            .flatMap(condition -> ASKED.matcher(condition).results())
            .map((MatchResult asked) -> asked.group(1)));
  }
}
