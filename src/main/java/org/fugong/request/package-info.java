/**
 * 诉求: what firms were asked beyond the list and the law, told to the level above the unit that asked, and answered. Who told
 * it is known to the province alone.
 */
@ApplicationModule(displayName = "诉求 request", allowedDependencies = {"audit", "region", "web", "account", "enterprise", "message"})
package org.fugong.request;

import org.springframework.modulith.ApplicationModule;
