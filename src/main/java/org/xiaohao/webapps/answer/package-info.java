/** Pages for consultations: respondents answer without an account, units invite and enter. */
@NullMarked
package org.xiaohao.webapps.answer;

import org.jspecify.annotations.NullMarked;
