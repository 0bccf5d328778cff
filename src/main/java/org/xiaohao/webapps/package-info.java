/**
 * The faces that Camunda's webapps show: plugins, pages, and what keeps them safe and in Chinese.
 */
@NullMarked
package org.xiaohao.webapps;

import org.jspecify.annotations.NullMarked;
