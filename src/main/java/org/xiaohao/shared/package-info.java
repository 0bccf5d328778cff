/** What every room may use and no plan ever mentions: messages, refusals, findings. */
@NullMarked
package org.xiaohao.shared;

import org.jspecify.annotations.NullMarked;
