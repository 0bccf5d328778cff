package org.xiaohao.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application without its web applications, on H2 in memory, with a standing clock, the
 * job executor off and no mail going out. {@link TestCampaign} is injected and drives it; {@link
 * FlowNodeRecorder} notes which parts of the models it gets to.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles("test")
@Import({TestCampaign.class, FlowNodeRecorder.class})
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
public @interface CampaignTest {}
