/**
 * Opinion forms and questionnaires that each unit gathers: which of them count, and are they
 * enough.
 */
@NullMarked
package org.xiaohao.consultation;

import org.jspecify.annotations.NullMarked;
