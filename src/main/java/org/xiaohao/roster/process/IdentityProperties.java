package org.xiaohao.roster.process;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code xiaohao.identity.*}.
 *
 * @param initialPassword password of users that a roster brings in; null, as it must be outside of
 *     a sample: a random one that nobody knows, so that the administrator sets the first one
 */
@ConfigurationProperties("xiaohao.identity")
record IdentityProperties(@Nullable String initialPassword) {}
