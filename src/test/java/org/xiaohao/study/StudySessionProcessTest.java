package org.xiaohao.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.xiaohao.study.StudyFields.allPresent;
import static org.xiaohao.study.StudyFields.madeUp;
import static org.xiaohao.study.StudyFields.prepared;
import static org.xiaohao.study.StudyFields.study;
import static org.xiaohao.study.StudyFields.twoMissed;
import static org.xiaohao.testing.TestCampaign.moment;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem.WaitsFor;
import org.xiaohao.roster.Rank;
import org.xiaohao.roster.RosterService;
