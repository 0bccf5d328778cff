package org.xiaohao;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the house. */
@AnalyzeClasses(packages = "org.xiaohao", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /**
   * The door to another engine: {@code process} packages and the engine room speak to it for the
   * rooms; its own web applications are extended where they are, and the simulation moves its clock
   * and acts as its users do.
   */
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

  /**
   * Faces show it, the simulation counts with it. Supervision reads what is open and late across
   * all rooms, which is what the read side is for; it writes to its own tables only.
   */
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

  /** Elsewhere the engine room and the simulation use them, which are no rooms with a process. */
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

  /** A constructor of {@link Date} that takes a moment is no clock. */
  @ArchTest
  static final ArchRule time_comes_from_the_clock =
      noClasses()
          .should()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalTime.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callConstructor(Date.class);

  /** The simulation chooses it: the system's, or its own. */
  @ArchTest
  static final ArchRule the_clock_is_made_once =
      noClasses()
          .that()
          .resideOutsideOfPackage("..simulation..")
          .should()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone");

  /**
   * A service is a use case, and a transaction is one. Listeners to a change of the roster begin
   * none: they only insist on being part of the one that changes it.
   */
  @ArchTest
  static final ArchRule transactions_belong_to_services =
      classes()
          .that()
          .areAnnotatedWith(Transactional.class)
          .should()
          .beAnnotatedWith(Service.class)
          .orShould()
          .beAnnotatedWith(
              describe(
                  "@Transactional(MANDATORY)",
                  annotation ->
                      annotation.getRawType().isEquivalentTo(Transactional.class)
                          && annotation.as(Transactional.class).propagation()
                              == Propagation.MANDATORY));

  @ArchTest
  static final ArchRule transactional_methods_belong_to_services =
      methods()
          .that()
          .areAnnotatedWith(Transactional.class)
          .should()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(Service.class);
}
