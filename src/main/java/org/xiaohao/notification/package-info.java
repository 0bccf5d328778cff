/** The only room that talks to the outside: notices wait in an outbox and leave as mail. */
@NullMarked
package org.xiaohao.notification;

import org.jspecify.annotations.NullMarked;
