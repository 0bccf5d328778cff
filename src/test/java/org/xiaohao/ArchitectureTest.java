package org.xiaohao;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the house. */
@AnalyzeClasses(packages = "org.xiaohao", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_engine_is_known_only_where_processes_are =
      noClasses()
          .that()
          .resideOutsideOfPackages("..process..", "..engine..", "..webapps..", "..simulation..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.camunda..");

  @ArchTest
  static final ArchRule rooms_form_no_cycles =
      slices().matching("org.xiaohao.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule rooms_of_work_speak_by_events_only =
      slices()
          .matching("org.xiaohao.(study|submission|consultation|meeting|benchmark|rectification)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule the_read_side_is_read_by_faces_and_supervision_only =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..ledger..", "..webapps..", "..cli..", "..simulation..", "..supervision..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..ledger..");

  @ArchTest
  static final ArchRule delegates_are_small_hands_of_their_room =
      classes()
          .that()
          .implement(JavaDelegate.class)
          .should()
          .notBePublic()
          .andShould()
          .resideInAPackage("..process..")
          .andShould()
          .haveSimpleNameEndingWith("Delegate");

  @ArchTest
  static final ArchRule receivers_are_small_hands_of_their_room =
      classes()
          .that()
          .implement(TaskListener.class)
          .should()
          .notBePublic()
          .andShould()
          .resideInAPackage("..process..")
          .andShould()
          .haveSimpleNameEndingWith("Receiver");

  @ArchTest
  static final ArchRule engine_services_are_used_by_workflows_only =
      noClasses()
          .that()
          .resideInAPackage("..process..")
          .and()
          .haveNameNotMatching(".*\\.Engine[A-Za-z]*Workflow")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(RuntimeService.class, TaskService.class, ManagementService.class);

  @ArchTest
  static final ArchRule no_back_door_to_the_engine =
      noClasses().should().callMethodWhere(target(name("getProcessEngineServices")));

  @ArchTest
  static final ArchRule errors_of_processes_stay_in_processes =
      noClasses()
          .that()
          .resideOutsideOfPackage("..process..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(BpmnError.class);

  @ArchTest
  static final ArchRule time_comes_from_the_clock =
      noClasses()
          .should()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callConstructor(Date.class);

  @ArchTest
  static final ArchRule transactions_belong_to_services =
      classes()
          .that()
          .areAnnotatedWith(Transactional.class)
          .should()
          .beAnnotatedWith(Service.class)
          .orShould()
          .haveSimpleNameEndingWith("Changes")
          .orShould()
          .haveSimpleName("Outbox");
}
