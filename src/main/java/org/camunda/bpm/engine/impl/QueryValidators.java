package org.camunda.bpm.engine.impl;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * Stands in front of the engine's class of the same name, which looks at the outermost query only:
 * an expression inside {@code orQueries} is evaluated although expressions are off, so that
 * everybody who is logged in runs code of theirs (CVE-2026-109432; no community release mends it).
 * Here every query inside counts. Four expressions that tell who asks, what time it is and until
 * when something is due soon are allowed always, letter by letter: the filters of Tasklist are made
 * of them.
 *
 * <p>A library that comes first on the class path would bring the hole back; {@code
 * org.xiaohao.engine.QueryGuard} keeps the application from starting then.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // the engine's own signatures
public class QueryValidators {

  private static final Set<String> HARMLESS =
      Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}", "${dueSoon.limit()}");

  private QueryValidators() {}

  private static boolean hasOtherExpressions(AbstractQuery<?, ?> query) {
    return !HARMLESS.containsAll(query.getExpressions().values())
        || inside(query).stream()
            .anyMatch(
                inner -> inner != query && !HARMLESS.containsAll(inner.getExpressions().values()));
  }

  /** The parts of a query; the engine lists the query itself among them. */
  private static List<? extends AbstractQuery<?, ?>> inside(AbstractQuery<?, ?> query) {
    if (query instanceof TaskQueryImpl tasks) {
      return tasks.getQueries();
    }
    if (query instanceof ProcessInstanceQueryImpl instances) {
      return instances.getQueries();
    }
    if (query instanceof HistoricProcessInstanceQueryImpl instances) {
      return instances.getQueries();
    }
    return query instanceof HistoricTaskInstanceQueryImpl tasks ? tasks.getQueries() : List.of();
  }

  private static void refuse(String kind) {
    throw new BadUserRequestException("Expressions are forbidden in " + kind + " queries");
  }

  /** For queries that somebody asks. */
  public static class AdhocQueryValidator<T extends AbstractQuery<?, ?>> implements Validator<T> {

    public static final AdhocQueryValidator INSTANCE = new AdhocQueryValidator();

    private AdhocQueryValidator() {}

    public static <T extends AbstractQuery<?, ?>> AdhocQueryValidator<T> get() {
      return INSTANCE;
    }

    @Override
    public void validate(T query) {
      if (!Context.getProcessEngineConfiguration().isEnableExpressionsInAdhocQueries()
          && hasOtherExpressions(query)) {
        refuse("adhoc");
      }
    }
  }

  /** For queries that are kept in filters. */
  public static class StoredQueryValidator<T extends AbstractQuery<?, ?>> implements Validator<T> {

    public static final StoredQueryValidator INSTANCE = new StoredQueryValidator();

    private StoredQueryValidator() {}

    public static <T extends AbstractQuery<?, ?>> StoredQueryValidator<T> get() {
      return INSTANCE;
    }

    @Override
    public void validate(T query) {
      if (!Context.getProcessEngineConfiguration().isEnableExpressionsInStoredQueries()
          && hasOtherExpressions(query)) {
        refuse("stored");
      }
    }
  }
}
