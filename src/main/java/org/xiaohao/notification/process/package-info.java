/** The outbox on the engine: what could not be delivered, as incidents. */
@NullMarked
package org.xiaohao.notification.process;

import org.jspecify.annotations.NullMarked;
