package org.xiaohao.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.shared.DbTime;

/**
 * Private addresses under which a calendar program reads the appointments of a person or a unit.
 * Whoever knows the address can read them; it says nothing else, and can be revoked.
 */
@Service
@Transactional
public class Feeds {

  /** 256 bits: nobody guesses it. */
  private static final int BYTES = 32;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Feeds(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Whose calendar it is: a person's, or a unit's.
   *
   * @param personId null for a unit
   * @param unitId null for a person
   */
  public record Owner(String campaignId, @Nullable String personId, @Nullable String unitId) {

    /** A person's own. */
    public static Owner person(String campaignId, String personId) {
      return new Owner(campaignId, personId, null);
    }

    /** A unit's. */
    public static Owner unit(String campaignId, String unitId) {
      return new Owner(campaignId, null, unitId);
    }
  }

  /**
   * Makes a new address; an older one of the same owner is revoked.
   *
   * @return the token, which is shown this once and kept nowhere
   */
  public String create(Owner owner, String by) {
    revoke(owner);
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql(
            """
            insert into notification_feed (token_hash, campaign_id, person_id, unit_id, created_by,
              created_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            hash(token),
            owner.campaignId(),
            owner.personId(),
            owner.unitId(),
            by,
            DbTime.of(clock.instant()))
        .update();
    return token;
  }

  /** From now on the address shows nothing. */
  public void revoke(Owner owner) {
    jdbc.sql(
            """
            update notification_feed set revoked_at = :now
            where campaign_id = :campaign and revoked_at is null
              and coalesce(person_id, '') = :person and coalesce(unit_id, '') = :unit
            """)
        .param("now", DbTime.of(clock.instant()))
        .param("campaign", owner.campaignId())
        .param("person", Objects.toString(owner.personId(), ""))
        .param("unit", Objects.toString(owner.unitId(), ""))
        .update();
  }

  /** Whether somebody has an address. */
  public boolean exists(Owner owner) {
    return jdbc.sql(
                """
                select count(*) from notification_feed
                where campaign_id = :campaign and revoked_at is null
                  and coalesce(person_id, '') = :person and coalesce(unit_id, '') = :unit
                """)
            .param("campaign", owner.campaignId())
            .param("person", Objects.toString(owner.personId(), ""))
            .param("unit", Objects.toString(owner.unitId(), ""))
            .query(Long.class)
            .single()
        > 0;
  }

  /** Whose it is; empty where it was revoked, or never existed. */
  public Optional<Owner> find(String token) {
    List<Owner> found =
        jdbc.sql("select * from notification_feed where token_hash = ? and revoked_at is null")
            .param(hash(token))
            .query(
                (row, number) ->
                    new Owner(
                        Objects.requireNonNull(row.getString("campaign_id")),
                        row.getString("person_id"),
                        row.getString("unit_id")))
            .list();
    return found.stream().findFirst();
  }

  private static String hash(String token) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
