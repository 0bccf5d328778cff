/** Appraisal on the engine: model appraisal, decision tables of score. */
@NullMarked
package org.xiaohao.appraisal.process;

import org.jspecify.annotations.NullMarked;
