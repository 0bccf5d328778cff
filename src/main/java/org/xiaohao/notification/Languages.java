package org.xiaohao.notification;

import java.util.Locale;

/** In which language a campaign writes. */
@FunctionalInterface
interface Languages {

  Locale of(String campaignId);
}
