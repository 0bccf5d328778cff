package org.xiaohao.shared;

import org.springframework.context.i18n.LocaleContextHolder;

/**
 * An act that the rules of a room do not allow. The message is made for the person who tried it: it
 * says what was refused and how to mend it, in the language of that person.
 *
 * <p>Thrown inside the transaction of the act, so nothing of it is kept.
 */
public class Refusal extends RuntimeException {

  private final String code;
  private final transient Object[] arguments;

  /**
   * @param code key of the message: {@code <room>.<what-is-wrong>}, see {@link Messages}
   * @param arguments what the message names, in the order of its placeholders
   */
  public Refusal(String code, Object... arguments) {
    super(code);
    this.code = code;
    this.arguments = arguments.clone();
  }

  /** Stable key of this refusal, the same in every language. */
  public String code() {
    return code;
  }

  /** The sentence in the language of the current request, Chinese where none is known. */
  @Override
  public String getMessage() {
    return Messages.text(LocaleContextHolder.getLocale(), code, arguments);
  }
}
