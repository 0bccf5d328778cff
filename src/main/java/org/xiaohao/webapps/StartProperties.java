package org.xiaohao.webapps;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code xiaohao.start.*}.
 *
 * @param campaigns campaign folders that are launched at the start unless they run already; a
 *     folder that is not there is looked for inside the jar
 * @param accounts accounts that the start log names ({@code login role}); for samples only
 */
@ConfigurationProperties("xiaohao.start")
record StartProperties(@DefaultValue List<String> campaigns, @DefaultValue List<String> accounts) {}
