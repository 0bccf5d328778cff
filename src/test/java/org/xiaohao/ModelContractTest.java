package org.xiaohao;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house for models and forms, read without starting anything. */
class ModelContractTest {

  private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*)}");

  /** Silence is an answer where a right lapses: nobody is to be told. */
  private static final Set<String> LAPSING = Set.of("appraisal/userTask_object");

  /** Timers that take a task away from who has it: nothing else does. */
  private static final Set<String> INTERRUPTING =
      Set.of("appraisal/event_objectionLapsed", "study-session/event_begunUnprepared");

  private static final Set<String> INPUTS =
      Set.of(
          "textfield",
          "textarea",
          "number",
          "datetime",
          "checkbox",
          "select",
          "radio",
          "checklist",
          "taglist",
          "dynamiclist");

  static Stream<Path> models() throws IOException {
    return files("processes", ".bpmn");
  }

  static Stream<Path> forms() throws IOException {
    return files("forms", ".form");
  }

  private static Stream<Path> files(String folder, String ending) throws IOException {
    try (var files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void a_model_keeps_the_house_rules(Path file) throws IOException {
    var model = Bpmn.readModelFromFile(file.toFile());
    var wrong = new ArrayList<String>();
    checkProcess(file, model, wrong);
    model.getModelElementsByType(FlowNode.class).forEach(node -> checkNode(node, wrong));
    model.getModelElementsByType(ServiceTask.class).forEach(task -> checkService(task, wrong));
    for (var task : model.getModelElementsByType(UserTask.class)) {
      checkUserTask(task, model, wrong);
    }
    model.getModelElementsByType(CallActivity.class).forEach(call -> checkCall(call, wrong));
    model.getModelElementsByType(ExclusiveGateway.class).forEach(gate -> checkGate(gate, wrong));
    model.getModelElementsByType(ScriptTask.class).forEach(s -> wrong.add("script " + s.getId()));
    assertThat(wrong).as(file.toString()).isEmpty();
  }

  @Test
  void no_other_timers_take_a_task_away() throws IOException {
    var interrupting = new HashSet<String>();
    for (var file : models().toList()) {
      var model = Bpmn.readModelFromFile(file.toFile());
      model.getModelElementsByType(BoundaryEvent.class).stream()
          .filter(BoundaryEvent::cancelActivity)
          .filter(
              event ->
                  event.getEventDefinitions().iterator().next() instanceof TimerEventDefinition)
          .forEach(event -> interrupting.add(processOf(model) + "/" + event.getId()));
    }
    assertThat(interrupting).isEqualTo(INTERRUPTING);
  }

  private static String processOf(BpmnModelInstance model) {
    return model.getModelElementsByType(Process.class).iterator().next().getId();
  }

  private static void checkProcess(Path file, BpmnModelInstance model, List<String> wrong) {
    var executable =
        model.getModelElementsByType(Process.class).stream().filter(Process::isExecutable).toList();
    require(executable.size() == 1, "one executable process per file", wrong);
    for (var process : executable) {
      var name = file.getFileName().toString();
      require(name.equals(process.getId() + ".bpmn"), "file must be named as the process", wrong);
      require("P1825D".equals(process.getCamundaHistoryTimeToLiveString()), "time to live", wrong);
      require(process.getCamundaVersionTag() != null, "versionTag missing", wrong);
      for (var message : model.getModelElementsByType(Message.class)) {
        require(
            message.getName().startsWith(process.getId() + "."),
            "message " + message.getName() + " must begin with the process id",
            wrong);
      }
    }
  }

  private static void checkNode(FlowNode node, List<String> wrong) {
    var type = node.getElementType().getTypeName();
    var prefix =
        node instanceof Gateway
            ? "gateway"
            : type.startsWith("intermediate") || type.equals("boundaryEvent") ? "event" : type;
    require(
        node.getId().matches(prefix + "_[a-z][A-Za-z0-9]*"),
        node.getId() + " should be " + prefix + "_camelCase",
        wrong);
    var mayBeNameless = node instanceof Gateway && !(node instanceof ExclusiveGateway);
    require(mayBeNameless || node.getName() != null, node.getId() + " has no name", wrong);
  }

  private static void checkService(ServiceTask task, List<String> wrong) {
    require(task.getCamundaDelegateExpression() != null, task.getId() + " no delegate", wrong);
    bean(task.getCamundaDelegateExpression(), wrong);
    for (var input : inputs(task)) {
      if (input.getCamundaName().equals("room")) {
        require(
            Files.isDirectory(Path.of("src/main/java/org/xiaohao", input.getTextContent())),
            task.getId() + " opens things of an unknown room",
            wrong);
      }
    }
  }

  private static void checkUserTask(UserTask task, BpmnModelInstance model, List<String> wrong)
      throws IOException {
    var id = task.getId();
    require(
        task.getCamundaCandidateGroups() != null || task.getCamundaAssignee() != null,
        id + " has no candidates",
        wrong);
    require(task.getCamundaDueDate() != null, id + " has no due date", wrong);
    require(!task.getDocumentations().isEmpty(), id + " has no documentation", wrong);
    require("deployment".equals(task.getCamundaFormRefBinding()), id + " form binding", wrong);
    var escalates =
        model.getModelElementsByType(BoundaryEvent.class).stream()
            .filter(event -> event.getAttachedTo().equals(task) && !event.cancelActivity())
            .filter(
                event ->
                    event.getEventDefinitions().iterator().next() instanceof TimerEventDefinition)
            .flatMap(event -> event.getSucceedingNodes().list().stream())
            .anyMatch(
                next ->
                    next instanceof ServiceTask service
                        && "${escalateDelegate}".equals(service.getCamundaDelegateExpression())
                        && inputs(service).stream()
                            .anyMatch(input -> input.getTextContent().equals(id)));
    require(
        escalates || LAPSING.contains(processOf(model) + "/" + id),
        id + " has no escalation that names it",
        wrong);
    if (task.getExtensionElements() != null) {
      task.getExtensionElements()
          .getElementsQuery()
          .filterByType(CamundaTaskListener.class)
          .list()
          .forEach(listener -> bean(listener.getCamundaDelegateExpression(), wrong));
    }
    var form = Path.of("forms", task.getCamundaFormRef() + ".form");
    if (!Files.exists(form)) {
      wrong.add(id + " form missing: " + form);
      return;
    }
    var declared =
        inputs(task).stream()
            .map(CamundaInputParameter::getCamundaName)
            .collect(Collectors.toSet());
    var fields = new HashSet<String>();
    collectFields(new ObjectMapper().readTree(form.toFile()), fields);
    fields.removeAll(declared);
    require(fields.isEmpty(), id + " does not declare the form fields " + fields, wrong);
    var groups = new HashSet<String>();
    collectGroups(new ObjectMapper().readTree(form.toFile()), groups);
    inputs(task).stream()
        .filter(input -> groups.contains(input.getCamundaName()))
        .forEach(
            group ->
                require(
                    !group.getTextContent().isBlank(),
                    id + " fills " + group.getCamundaName() + " with nothing",
                    wrong));
  }

  /** Top-level variables that a form sends: keys of fields, and the first part of group paths. */
  private static void collectFields(JsonNode component, Set<String> fields) {
    for (var child : component.path("components")) {
      var path = child.path("path").asText("");
      if (!path.isEmpty()) {
        fields.add(path.split("\\.")[0]);
      } else if (child.has("key") && INPUTS.contains(child.path("type").asText())) {
        fields.add(child.path("key").asText());
      } else {
        collectFields(child, fields);
      }
    }
  }

  /** Groups that are one variable: Tasklist cannot hand in what was nothing to begin with. */
  private static void collectGroups(JsonNode component, Set<String> groups) {
    for (var child : component.path("components")) {
      var path = child.path("path").asText("");
      if (path.isEmpty()) {
        collectGroups(child, groups);
      } else {
        groups.add(path.split("\\.")[0]);
      }
    }
  }

  private static void checkCall(CallActivity call, List<String> wrong) {
    require(
        Files.exists(Path.of("processes", call.getCalledElement() + ".bpmn")),
        call.getId() + " calls an unknown process",
        wrong);
    require(
        "deployment".equals(call.getCamundaCalledElementBinding()),
        call.getId() + " binding",
        wrong);
  }

  private static void checkGate(ExclusiveGateway gate, List<String> wrong) {
    if (gate.getOutgoing().size() < 2) {
      return;
    }
    require(gate.getDefault() != null, gate.getId() + " has no default flow", wrong);
    gate.getOutgoing()
        .forEach(flow -> require(flow.getName() != null, flow.getId() + " has no label", wrong));
  }

  /** A bean exists for each delegate: a class of that name, first letter in upper case. */
  private static void bean(String expression, List<String> wrong) {
    var matcher = BEAN.matcher(expression);
    if (!matcher.matches()) {
      wrong.add(expression + " is no plain bean");
      return;
    }
    var name = matcher.group(1);
    var type = Character.toUpperCase(name.charAt(0)) + name.substring(1) + ".java";
    try (var sources = Files.walk(Path.of("src/main/java"))) {
      Predicate<Path> named = source -> source.getFileName().toString().equals(type);
      require(sources.anyMatch(named), "no class for " + expression, wrong);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<CamundaInputParameter> inputs(FlowNode node) {
    return node.getExtensionElements() == null
        ? List.of()
        : List.copyOf(
            node.getExtensionElements().getChildElementsByType(CamundaInputOutput.class).stream()
                .flatMap(io -> io.getCamundaInputParameters().stream())
                .toList());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void a_form_is_named_as_its_file_and_made_for_this_tasklist(Path file) throws IOException {
    var form = new ObjectMapper().readTree(file.toFile());
    assertThat(file.getFileName().toString()).isEqualTo(form.path("id").asText() + ".form");
    assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
    assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
    assertThat(form.findValuesAsText("type")).doesNotContain("filepicker", "documentPreview");
  }

  /** Of more than five rows the rest is folded away, and what is folded away is not handed in. */
  @ParameterizedTest
  @MethodSource("forms")
  void a_list_in_a_form_shows_all_of_its_rows(Path file) throws IOException {
    assertThat(new ObjectMapper().readTree(file.toFile()).findParents("isRepeating"))
        .allSatisfy(list -> assertThat(list.path("disableCollapse").asBoolean()).isTrue());
  }

  @Test
  void every_form_belongs_to_a_task_or_a_start() throws IOException {
    var used = new HashSet<String>();
    models()
        .map(file -> Bpmn.readModelFromFile(file.toFile()))
        .flatMap(model -> model.getModelElementsByType(StartEvent.class).stream())
        .forEach(start -> used.add(start.getCamundaFormRef() + ".form"));
    models()
        .map(file -> Bpmn.readModelFromFile(file.toFile()))
        .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
        .forEach(task -> used.add(task.getCamundaFormRef() + ".form"));
    assertThat(forms().map(file -> file.getFileName().toString())).allMatch(used::contains);
  }

  private static void require(boolean kept, String rule, List<String> wrong) {
    if (!kept) {
      wrong.add(rule);
    }
  }
}
