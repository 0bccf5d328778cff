package org.xiaohao.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import org.xiaohao.notification.Undelivered.Failure;
import org.xiaohao.shared.Messages;

/**
 * What the robot of a group chat means by its answer. Robots say HTTP 200 to everything; the number
 * in the body tells (WeCom and DingTalk use different ones).
 *
 * @param code zero where the message was taken
 * @param said what the robot says about it, in its own words
 */
record RobotAnswer(int code, String said) {

  /** What follows from a number. */
  private enum Meaning {
    /** Twenty messages a minute: those behind it would be refused, too. */
    TOO_FAST(Failure.TEMPORARY),
    BUSY(Failure.TEMPORARY),
    /** Wrong signature, a keyword that is missing, an address that may not: somebody's settings. */
    NOT_FOR_US(Failure.PERMANENT),
    /** The robot or its group is gone, or its key is wrong. */
    NO_ROBOT(Failure.BAD_ADDRESS),
    CONTENT(Failure.PERMANENT),
    REFUSED(Failure.PERMANENT);

    private final Failure failure;

    Meaning(Failure failure) {
      this.failure = failure;
    }
  }

  private static final Map<Integer, Meaning> MEANINGS =
      Map.ofEntries(
          Map.entry(-1, Meaning.BUSY),
          // WeCom
          Map.entry(45009, Meaning.TOO_FAST),
          Map.entry(45033, Meaning.TOO_FAST),
          Map.entry(93000, Meaning.NO_ROBOT),
          Map.entry(44004, Meaning.CONTENT),
          Map.entry(45002, Meaning.CONTENT),
          // DingTalk
          Map.entry(130101, Meaning.TOO_FAST),
          Map.entry(410100, Meaning.TOO_FAST),
          Map.entry(310000, Meaning.NOT_FOR_US),
          Map.entry(300001, Meaning.NO_ROBOT),
          Map.entry(300005, Meaning.NO_ROBOT),
          Map.entry(400013, Meaning.NO_ROBOT),
          Map.entry(400101, Meaning.NO_ROBOT),
          Map.entry(400102, Meaning.NO_ROBOT),
          Map.entry(400106, Meaning.NO_ROBOT),
          Map.entry(430101, Meaning.CONTENT),
          Map.entry(430102, Meaning.CONTENT),
          Map.entry(430103, Meaning.CONTENT),
          Map.entry(430104, Meaning.CONTENT));

  /**
   * @throws JsonProcessingException if it is no answer of a robot
   */
  static RobotAnswer of(String body, ObjectMapper json) throws JsonProcessingException {
    var answer = json.readTree(body);
    return new RobotAnswer(answer.path("errcode").asInt(-1), answer.path("errmsg").asText());
  }

  /** Whether the message stands in the chat. */
  boolean isTaken() {
    return code == 0;
  }

  /** Whether the next message would be refused as well, for a minute. */
  boolean isTooFast() {
    return meaning() == Meaning.TOO_FAST;
  }

  /** Why it does not, in words, with what the robot said. */
  Undelivered failure(Locale language) {
    var words = meaning().name().toLowerCase(Locale.ROOT).replace('_', '-');
    var answer = (code + " " + said).strip();
    return new Undelivered(
        meaning().failure, Messages.text(language, "notification.robot." + words, answer));
  }

  private Meaning meaning() {
    return MEANINGS.getOrDefault(code, Meaning.REFUSED);
  }
}
