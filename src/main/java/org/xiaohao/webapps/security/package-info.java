/** The one front door: who comes in, by which proof, to which pages, and with what in hand. */
@NullMarked
package org.xiaohao.webapps.security;

import org.jspecify.annotations.NullMarked;
