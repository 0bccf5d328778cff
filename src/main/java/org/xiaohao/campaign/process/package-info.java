/** The campaign and its phases on the engine: models campaign and phase-*. */
@NullMarked
package org.xiaohao.campaign.process;

import org.jspecify.annotations.NullMarked;
