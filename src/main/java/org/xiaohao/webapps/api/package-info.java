/** What the plugins and pages of the webapps ask the server, under the login of the webapps. */
@NullMarked
package org.xiaohao.webapps.api;

import org.jspecify.annotations.NullMarked;
