package org.xiaohao.engine;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the decision tables.
 *
 * @param folder where the office puts tables that it edited; need not exist
 */
@ConfigurationProperties("xiaohao.tables")
record TableProperties(@DefaultValue("processes") Path folder) {}
