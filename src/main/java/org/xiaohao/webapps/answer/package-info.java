/**
 * Pages for those outside and who asks them: respondents answer and everybody suggests without an
 * account, units invite and enter, the office opens and closes.
 */
@NullMarked
package org.xiaohao.webapps.answer;

import org.jspecify.annotations.NullMarked;
