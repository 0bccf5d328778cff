package org.xiaohao.engine;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * The beans of the packages {@code org.xiaohao.<room>.process}, looked up when they are asked for.
 */
final class ProcessBeans extends AbstractMap<Object, Object> {

  private static final Pattern ROOM = Pattern.compile("org\\.xiaohao\\.[a-z]+\\.process");

  private final ApplicationContext context;

  ProcessBeans(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public boolean containsKey(Object name) {
    if (!(name instanceof String bean) || !context.containsBean(bean)) {
      return false;
    }
    var type = context.getType(bean);
    return type != null && ROOM.matcher(type.getPackageName()).matches();
  }

  @Override
  public @Nullable Object get(Object name) {
    return containsKey(name) ? context.getBean((String) name) : null;
  }

  /** Never walked through: that would make beans that nobody asked for. */
  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    return Set.of();
  }
}
