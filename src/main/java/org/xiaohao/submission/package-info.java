/** Everything that somebody must hand in: submit, review, return, accept, waive, extend. */
@NullMarked
package org.xiaohao.submission;

import org.jspecify.annotations.NullMarked;
