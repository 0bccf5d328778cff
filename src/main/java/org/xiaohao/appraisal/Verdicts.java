package org.xiaohao.appraisal;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.xiaohao.appraisal.AppraisalService.Named;
import org.xiaohao.shared.Refusal;

/** How verdicts change, and for whom they may. */
@Component
class Verdicts {

  private final Rounds rounds;
  private final Proposals proposals;
  private final AppraisalRules rules;
  private final Clock clock;

  Verdicts(Rounds rounds, Proposals proposals, AppraisalRules rules, Clock clock) {
    this.rounds = rounds;
    this.proposals = proposals;
    this.rules = rules;
    this.clock = clock;
  }

  /** Changes a verdict with a reason, or agrees to it. */
  void change(String key, Change wanted, String by) {
    var proposal = requireAppraised(key, wanted.party());
    if (proposal.verdict() != wanted.verdict()) {
      rules.requireOther(wanted.party(), by);
      AppraisalRules.requireText(wanted.reason(), "appraisal.change-reason");
      var what = wanted.party().key() + " " + wanted.verdict();
      rounds.record(key, clock.instant(), by, "CHANGED", what);
      proposals.decide(key, wanted, by);
    } else {
      proposals.decide(key, new Change(wanted.party(), wanted.verdict(), ""), by);
    }
  }

  /** Whom a name means. */
  Change resolve(String key, Named named) {
    AppraisalRules.requireText(named.reason(), "appraisal.change-reason");
    var found = proposals.called(key, named.name());
    if (found.isEmpty()) {
      throw new Refusal("appraisal.party-unknown", named.name());
    }
    if (found.size() > 1) {
      throw new Refusal("appraisal.party-ambiguous", named.name());
    }
    return new Change(found.get(0).party(), named.verdict(), named.reason());
  }

  /** Who objected with success is not named again by the same records, but only by the office. */
  void spare(String key, Party party) {
    var named = proposals.find(key, party).filter(one -> one.verdict() == Verdict.CRITICISE);
    var last = rounds.objection(key, party).filter(Objection::isUpheld);
    if (named.isPresent() && last.isPresent()) {
      var why = String.valueOf(last.get().reason());
      proposals.decide(key, new Change(party, Verdict.NONE, why), last.get().decidedBy());
    }
  }

  /** No more are named than can be heard at once. */
  void requireHearable(String key) {
    var heard =
        proposals.with(key, Verdict.CRITICISE).stream()
            .filter(named -> named.heardIn() == null)
            .count();
    if (heard > Round.MOST_HEARD) {
      throw new Refusal(
          "appraisal.too-many", String.valueOf(heard), String.valueOf(Round.MOST_HEARD));
    }
  }

  /** Criticism may stay on whom was heard; it is not put on others, nor on whom was cleared. */
  void requireHeard(String key, Change wanted) {
    var one = requireAppraised(key, wanted.party());
    if (!one.isListed()) {
      throw new Refusal("appraisal.not-listed", one.name());
    }
    if (wanted.verdict() == Verdict.CRITICISE && one.heardIn() == null) {
      var cleared = rounds.objection(key, wanted.party()).filter(Objection::isUpheld).isPresent();
      throw new Refusal(cleared ? "appraisal.cleared" : "appraisal.not-heard", one.name());
    }
  }

  private Proposal requireAppraised(String key, Party party) {
    return proposals
        .find(key, party)
        .orElseThrow(() -> new Refusal("appraisal.party-unknown", party.id()));
  }
}
