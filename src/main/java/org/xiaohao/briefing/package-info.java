/** Briefings of the office: which of them took up what units and people did (R15, R86). */
@NullMarked
package org.xiaohao.briefing;

import org.jspecify.annotations.NullMarked;
