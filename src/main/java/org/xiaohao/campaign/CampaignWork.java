package org.xiaohao.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a room contributes to a campaign: the rows that the plan makes it owe, and the process
 * instances that carry them. Implemented once per room; the campaign drives all of them alike.
 *
 * <p>Every method works on one chunk, in the transaction of its caller, and may be called again
 * after a crash: what is there already is left alone.
 */
public interface CampaignWork {

  /** Name of the room ({@code submission}), as the phase models name it. */
  String room();

  /**
   * Writes rows that the plan makes this room owe and that are not there yet. Rows whose day lies
   * before the launch are written as past: nobody is reminded of them, the office may record them.
   *
   * @param cursor where the chunk before ended; null for the first one
   * @param size about so many rows at most
   */
  Chunk plan(Campaign campaign, @Nullable String cursor, int size);

  /**
   * Starts the instances of planned rows whose opening has come.
   *
   * @param size at most so many rows
   */
  void open(Campaign campaign, Opening opening, int size);

  /** Whether planned rows wait for {@link #open}. */
  boolean waiting(Campaign campaign, Opening opening);

  /**
   * Ends what is still open when the campaign closes: the rows lapse, their instances end.
   *
   * @param size at most so many rows
   * @return rows lapsed; fewer than {@code size} means that none is open any more
   */
  int lapse(Campaign campaign, int size);

  /**
   * Moves the limits of what is in a phase, or in one of its works, by so many days; what would
   * have passed even then keeps its limit. A room whose things stand on days that people agreed on,
   * sessions and meetings, leaves them where they are.
   *
   * @param part what was moved; without a work all that the phase holds
   * @param by somebody of the office
   */
  default void moveAlong(Campaign campaign, Opening part, long days, String reason, String by) {}

  /** Rows of a phase whose day had passed at the launch and that nobody recorded yet. */
  List<PastItem> past(Campaign campaign, String phase);

  /**
   * Records for a row that {@link #past} listed that it was done before the launch. A row that is
   * no longer past is left alone.
   *
   * @param by who records it
   */
  void recordPast(String key, String by);

  /**
   * A chunk that was written.
   *
   * @param rows how many rows
   * @param next where the next chunk begins; null when all is written
   */
  record Chunk(int rows, @Nullable String next) {

    /** Nothing left to write. */
    public static final Chunk NOTHING = new Chunk(0, null);

    /**
     * Writes what one entry of the plan asks for. The cursor is the index of the entry.
     *
     * @param write writes the rows of an entry, and says how many they are
     */
    public static <E> Chunk entry(
        List<E> entries, @Nullable String cursor, ToIntFunction<E> write) {
      var index = cursor == null ? 0 : Integer.parseInt(cursor);
      if (index >= entries.size()) {
        return NOTHING;
      }
      var rows = write.applyAsInt(entries.get(index));
      return new Chunk(rows, index + 1 < entries.size() ? String.valueOf(index + 1) : null);
    }
  }

  /**
   * Begin of a phase, or of one of its works.
   *
   * @param phase id of the phase
   * @param work id of the work; null for what belongs to the phase as a whole
   */
  record Opening(String phase, @Nullable String work) {}

  /**
   * A row whose day had passed when the campaign was launched.
   *
   * @param kind what it is, in words that its kind shares (讨论材料)
   * @param day effective date
   */
  record PastItem(String key, String kind, String title, LocalDate day) {}
}
