package org.xiaohao.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/** Asked before all others; resolves nothing, and refuses what leads out of the model. */
final class NoReflection extends ELResolver {

  private static final Set<String> WAYS_OUT =
      Set.of(
          "class",
          "classLoader",
          "processEngineServices",
          "processEngine",
          "getClass",
          "getClassLoader",
          "getProcessEngineServices",
          "getProcessEngine",
          "forName",
          "newInstance",
          "getMethod",
          "getDeclaredMethod",
          "getDeclaredField",
          "wait",
          "notify",
          "notifyAll");

  @Override
  public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
    refuseWayOut(base, property);
    return null;
  }

  @Override
  public @Nullable Object invoke(
      ELContext context,
      @Nullable Object base,
      Object method,
      Class<?> @Nullable [] types,
      Object @Nullable [] arguments) {
    refuseWayOut(base, method);
    return null;
  }

  private static void refuseWayOut(@Nullable Object base, Object step) {
    if (base != null && (WAYS_OUT.contains(String.valueOf(step)) || isMachinery(base))) {
      throw new ELException("an expression must not ask for '" + step + "'");
    }
  }

  private static boolean isMachinery(Object base) {
    return base instanceof Class
        || base instanceof ClassLoader
        || base instanceof Runtime
        || base instanceof ProcessBuilder
        || base instanceof Thread
        || base.getClass().getPackageName().startsWith("java.lang.reflect")
        || base.getClass().getPackageName().startsWith("java.lang.invoke");
  }

  @Override
  public Class<?> getType(ELContext context, @Nullable Object base, Object property) {
    return Object.class;
  }

  @Override
  public void setValue(
      ELContext context, @Nullable Object base, Object property, @Nullable Object value) {
    refuseWayOut(base, property);
  }

  @Override
  public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
    return false;
  }

  @Override
  public Iterator<FeatureDescriptor> getFeatureDescriptors(
      ELContext context, @Nullable Object base) {
    return Collections.emptyIterator();
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
    return Object.class;
  }
}
