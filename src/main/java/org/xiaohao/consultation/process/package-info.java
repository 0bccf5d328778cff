/** Consultations on the engine: model consultation. */
@NullMarked
package org.xiaohao.consultation.process;

import org.jspecify.annotations.NullMarked;
