/** Working days and holidays as the State Council publishes them: when something is due. */
@ApplicationModule(displayName = "工作日 calendar", allowedDependencies = {"audit", "edit", "web", "account"})
package org.fugong.calendar;

import org.springframework.modulith.ApplicationModule;
