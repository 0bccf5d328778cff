/** The engine room: everything that is about Camunda and about no business. */
@NullMarked
package org.xiaohao.engine;

import org.jspecify.annotations.NullMarked;
