/** Files that people upload: kept outside the engine, handed out only to whom they concern. */
@NullMarked
package org.xiaohao.attachment;

import org.jspecify.annotations.NullMarked;
